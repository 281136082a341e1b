from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.counting import (
    CountRule,
    Limit,
    against,
    count,
    counts,
    fits_until,
    pages,
    shared,
)

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\t\r-–—/’é€🙂\u00a0"), st.characters(categories=["L", "N", "P"])
    ),
    max_size=80,
)
RULES = st.sampled_from(CountRule)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0, 0, 0, 0)),
        ("well-being matters", (2, 3, 18, 17, 18)),
        ("one\ntwo", (2, 2, 6, 6, 8)),
        ("one\r\ntwo", (2, 2, 6, 6, 8)),
        ("one – two", (3, 3, 9, 7, 9)),
        ("and/or", (1, 2, 6, 6, 6)),
        ("£184,200", (1, 1, 8, 8, 8)),
        ("🙂", (1, 1, 1, 1, 2)),
        ("12\u00a0noon", (2, 2, 7, 6, 7)),
    ],
)
def test_counts_by_every_rule(text: str, expected: tuple[int, ...]) -> None:
    found = counts(text)
    assert (
        found.words,
        found.words_hyphens,
        found.characters,
        found.characters_no_spaces,
        found.portal,
    ) == expected
    assert tuple(count(text, rule) for rule in CountRule) == expected


@given(TEXT, TEXT, RULES)
def test_paragraphs_add_up(one: str, other: str, rule: CountRule) -> None:
    one, other = one.rstrip("\r"), other.lstrip("\n")
    whole = count(f"{one}\n{other}", rule)
    line = 2 if rule is CountRule.PORTAL else 0
    assert whole == count(one, rule) + count(other, rule) + line


@given(TEXT)
def test_the_rules_keep_their_order(text: str) -> None:
    found = counts(text)
    assert found.words <= found.words_hyphens
    assert found.words <= found.characters_no_spaces <= found.characters <= found.portal


@given(TEXT, RULES)
def test_white_space_round_a_text_adds_no_words(text: str, rule: CountRule) -> None:
    if rule in (CountRule.WORDS, CountRule.WORDS_HYPHENS, CountRule.CHARACTERS_NO_SPACES):
        assert count(f" \n{text}\t ", rule) == count(text, rule)


@given(TEXT, RULES, st.integers(min_value=0, max_value=60))
def test_what_fits_is_within_the_limit_and_one_more_is_not(
    text: str, rule: CountRule, most: int
) -> None:
    limit = Limit(most, rule)
    until = fits_until(text, limit)
    assert not against(text[:until], limit).over
    assert against(text, limit).over == (until < len(text))


def test_where_a_word_limit_ends() -> None:
    text = "One two three four"
    assert text[: fits_until(text, Limit(2))] == "One two"
    assert fits_until("well-being now", Limit(1, CountRule.WORDS_HYPHENS)) == 0


def test_against_a_limit() -> None:
    over = against("one two three", Limit(2))
    assert (over.used, over.left, over.over) == (3, -1, True)
    together = shared(("one two", "three"), Limit(3))
    assert (together.left, together.over) == (0, False)


def test_pages_in_quarters() -> None:
    assert pages(0, 500) == 0
    assert pages(1, 500) == Decimal("0.25")
    assert pages(500, 500) == 1
    assert pages(501, 500) == Decimal("1.25")
