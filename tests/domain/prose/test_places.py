"""Every stretch of text has an address that leads back to the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.prose import (
    Prose,
    Span,
    chips_in,
    find_quote,
    passages,
    quotation_at,
    read_prose,
    sentences,
)
from tests.domain.prose.strategies import canonical_proses

ANSWER = read_prose(
    "We aim to help. In 2025 we helped 412 people.\n\n- We aim to reach 600 people\n- second\n\n"
    "| a | b |\n| --- | --- |\n| We aim to | ok |"
)


def words_at(prose: Prose, span: Span) -> str:
    return next(p.text for p in passages(prose) if p.path == span.path)[span.start : span.end]


def test_a_path_leads_through_lists_and_tables() -> None:
    assert [(passage.path, passage.text) for passage in passages(ANSWER)] == [
        ((0,), "We aim to help. In 2025 we helped 412 people."),
        ((1, 0, 0), "We aim to reach 600 people"),
        ((1, 1, 0), "second"),
        ((2, 0, 0), "a"),
        ((2, 0, 1), "b"),
        ((2, 1, 0), "We aim to"),
        ((2, 1, 1), "ok"),
    ]


def test_sentences_end_where_a_reader_ends_them() -> None:
    prose = read_prose(
        "Dr. Price (e.g. in Bangor) leads. “It works.” Costs rose 2.5%. Why? Because… Yes!"
    )
    assert [sentence.text for sentence in sentences(prose)] == [
        "Dr. Price (e.g. in Bangor) leads.",
        "“It works.”",
        "Costs rose 2.5%.",
        "Why?",
        "Because…",
        "Yes!",
    ]


@given(canonical_proses)
def test_sentences_stand_where_they_say(prose: Prose) -> None:
    for sentence in sentences(prose):
        found = words_at(prose, sentence.span)
        assert " ".join(found.replace("\ufffc", " ").split()) == sentence.text


def test_chips_are_listed_once_in_order() -> None:
    prose = read_prose("[x](evidence:b) [x](evidence:a)\n\n- [x](evidence:b)")
    assert chips_in(prose) == ("b", "a")


def test_a_quote_is_told_from_its_like_by_its_neighbours() -> None:
    for span in (Span((0,), 0, 9), Span((1, 0, 0), 0, 9), Span((2, 1, 0), 0, 9)):
        quotation = quotation_at(ANSWER, [span])
        assert quotation.quote == "We aim to"
        found = find_quote(ANSWER, quotation.quote, quotation.prefix, quotation.suffix)
        assert found == (span,)


def test_a_quote_may_run_over_several_passages() -> None:
    spans = (Span((0,), 39, 45), Span((1, 0, 0), 0, 6))
    quotation = quotation_at(ANSWER, spans)
    assert quotation.quote == "eople. We aim"
    assert find_quote(ANSWER, quotation.quote) == spans


def test_a_quote_survives_small_changes_and_is_gone_after_great_ones() -> None:
    quote = "helped 412 people in their own homes last year"
    changed = read_prose("We have helped 415 people in their homes last year, we think.")
    (span,) = find_quote(changed, quote)
    assert words_at(changed, span) == "helped 415 people in their homes last year"
    assert find_quote(read_prose("Nothing of the kind is left here."), quote) == ()
    assert find_quote(changed, "") == ()


@given(canonical_proses, st.data())
def test_words_quoted_are_found_where_they_were_taken(prose: Prose, data: st.DataObject) -> None:
    every = [passage for passage in passages(prose) if passage.text.strip("\ufffc \n")]
    if not every:
        return
    passage = data.draw(st.sampled_from(every))
    quotation = quotation_at(prose, [Span(passage.path, 0, len(passage.text))])
    found = find_quote(prose, quotation.quote, quotation.prefix, quotation.suffix)
    assert bool(found) == bool(quotation.quote)
    for span in found:
        assert words_at(prose, span)
