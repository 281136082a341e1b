"""Reading answers passage by passage is reading them whole, and counts count what is printed."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bidkit.domain.prose import PORTAL, WORDS_ONLY, plain_text, read_prose, write_prose
from bidkit.domain.prose.model import Prose
from bidkit.domain.prose.pieces import passages_of
from bidkit.rules.reading import (
    printed_text,
    reading_of,
    sentence_around,
    span_at,
)
from tests.domain.prose.strategies import canonical_proses

LABELS = (("e1", "E1 · Survey"),)


@given(canonical_proses)
@example(read_prose("One.\n\n- a\n\n- b\n\n  c\n\nTwo.\n\n1. x\n2. y\n"))
@example(read_prose("> q\n>\n> r\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nEnd"))
@example(read_prose("```\na\n\nb\n```\n\nEnd"))
@example(read_prose("**Bold** start.\n\n*** \n\n# Head\n\n1\\. no list"))
def test_passages_read_alike_alone_and_together(prose: Prose) -> None:
    text = write_prose(prose)
    passages = passages_of(text)
    together = [block for passage in passages for block in read_prose(passage).blocks]
    assert tuple(together) == read_prose(text).blocks


@given(canonical_proses, st.booleans())
def test_what_is_counted_is_the_plain_text(prose: Prose, words: bool) -> None:
    labels = dict(LABELS)
    style = WORDS_ONLY if words else PORTAL
    whole = plain_text(
        prose, lambda name: f"[{labels[name]}]" if name in labels else "", style=style
    )
    assert printed_text(write_prose(prose), LABELS, words=words) == whole


def test_quotations_and_quotes_are_not_our_own_words() -> None:
    reading = reading_of("We **aim** “we aim” here.\n\n> we aim\n\n- we aim\n")
    assert [line.count("aim") for line in reading.own] == [1, 1]
    assert reading.text.count("aim") == 4


def test_headings_are_not_the_first_paragraph() -> None:
    assert reading_of("# Need\n\nOne in four waits.\n").first_paragraph == "One in four waits."


def test_chips_print_their_label_and_are_known() -> None:
    reading = reading_of("It helps [evidence](evidence:e1).\n", LABELS)
    assert reading.chips == ("e1",)
    assert reading.text == "It helps [E1 · Survey]."


def test_spans_and_sentences_say_where() -> None:
    line = "First. We aim to help 3.5 people! Last."
    span = span_at(line, 7, 13)
    assert (span.quotation, span.prefix[-2:], span.suffix[:3]) == ("We aim", ". ", " to")
    assert sentence_around(line, 7, 13).strip() == "We aim to help 3.5 people!"
