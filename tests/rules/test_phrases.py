"""Weak phrases: in any case and spacing, not in quotations, excused by a figure or a date."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.rules.facts import Phrase
from bidkit.rules.phrases import matcher_of, weak_phrases
from bidkit.rules.reading import reading_of

AIM = Phrase("aim", ("we aim*", "we are aiming", "our aim is"), "error", "we {verb}")
GOOD = Phrase("good", ("high-quality", "excellent"), "warn", unless="figure")
PLAN = Phrase("plan", ("we plan to", "we intend"), "error", unless="date")
DONT = Phrase("dont", ("we don't", "*ally"), "info")
ALL = (AIM, GOOD, PLAN, DONT)


def keys(text: str) -> list[str]:
    """Return which phrases are found in an answer."""
    return [hit.phrase.key for hit in weak_phrases(reading_of(text), ALL)]


@pytest.mark.requirement(19)
@pytest.mark.parametrize(
    "text", ["We aim to help.", "WE AIMED high", "and we  are\naiming", "**Our aim** is good."]
)
def test_we_aim_is_noticed_in_any_form(text: str) -> None:
    assert keys(text) == ["aim"]


@pytest.mark.requirement(19)
@pytest.mark.parametrize(
    "text", ["“We aim to help,” they said.", "> We aim to help", "We claim it"]
)
def test_we_aim_of_others_is_not(text: str) -> None:
    assert keys(text) == []


def test_figures_and_dates_excuse_within_their_sentence() -> None:
    assert keys("High-quality, rated 4.8.") == []
    assert keys("High-quality care. Rated 4.8.") == ["good"]
    assert keys("We plan to open in May 2027.") == []
    assert keys("We plan to open soon. It is May 2027.") == ["plan"]


def test_apostrophes_and_stars_are_as_people_type_them() -> None:
    assert keys("We don’t know.") == ["dont"]
    assert keys("Basically yes") == ["dont"]


def test_each_phrase_is_told_once_with_its_count() -> None:
    (hit,) = weak_phrases(reading_of("We aim.\n\nWe aim again.\n"), ALL)
    assert (hit.times, hit.words, hit.span.suffix) == (2, "We aim", ".")


def test_an_empty_list_finds_nothing() -> None:
    assert weak_phrases(reading_of("We aim"), ()) == ()
    assert weak_phrases(reading_of("We aim"), (Phrase("none", ("", " ")),)) == ()


@given(st.text(alphabet="we aimdon't-high quality.*\n’", max_size=60))
def test_the_quick_way_finds_what_the_pattern_finds(line: str) -> None:
    slow = re.compile(
        r"(?<!\w)(?:we\s+aim\w*|we\s+are\s+aiming|our\s+aim\s+is|high\-quality|excellent|"
        r"we\s+plan\s+to|we\s+intend|we\s+don['’]t|\w*ally)(?!\w)",
        re.IGNORECASE,
    )
    found = [(start, end) for _, start, end in matcher_of(ALL).hits(line)]
    assert found == [hit.span() for hit in slow.finditer(line)]
