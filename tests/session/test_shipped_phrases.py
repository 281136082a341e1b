"""The phrases that are shipped catch what weakens a bid."""

from __future__ import annotations

import pytest

from bidkit.packs.catalogue import shipped
from bidkit.rules.phrases import weak_phrases
from bidkit.rules.reading import reading_of
from bidkit.session.facts import phrases_from

PHRASES = phrases_from(shipped())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("We aim to help.", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("We are aiming higher.", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("WE’RE AIMING HIGH", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("The aim of our service is hope.", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("We have aimed for more.", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("Rydym yn anelu at helpu.", "aim", marks=pytest.mark.requirement(19)),
        pytest.param("We seek better days.", "endeavour"),
        pytest.param("We will, wherever possible.", "where-possible"),
        pytest.param("Charities can do more.", "sector", marks=pytest.mark.requirement(205)),
        pytest.param("The third sector cares.", "sector", marks=pytest.mark.requirement(205)),
        pytest.param("We are a cheap way.", "cheap", marks=pytest.mark.requirement(218)),
        pytest.param("Ours is the cheaper offer.", "cheap", marks=pytest.mark.requirement(218)),
        pytest.param("We deserve a chance.", "pleading", marks=pytest.mark.requirement(155)),
        pytest.param("As a small charity we try.", "pleading", marks=pytest.mark.requirement(155)),
    ],
)
def test_a_weak_phrase_is_caught_with_a_better_one(text: str, key: str) -> None:
    hits = {hit.phrase.key: hit.phrase for hit in weak_phrases(reading_of(text), PHRASES)}
    assert key in hits
    assert hits[key].better


@pytest.mark.requirement(19)
def test_others_may_be_quoted_as_they_spoke() -> None:
    text = "A member said: “We aim for the sea and we got there.”"
    assert "aim" not in {hit.phrase.key for hit in weak_phrases(reading_of(text), PHRASES)}
