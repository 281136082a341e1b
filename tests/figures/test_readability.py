from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.readability import long_sentences, readability, syllables

PLAIN = "We run a hub. It is open each day. You can drop in and have a cup of tea with us."
DENSE = (
    "Notwithstanding organisational heterogeneity, multidisciplinary professionals "
    "systematically operationalise collaborative commissioning methodologies."
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("hub", 1),
        ("people", 2),
        ("because", 2),
        ("helped", 1),
        ("started", 2),
        ("services", 3),
        ("homes", 1),
        ("community", 4),
        ("the", 1),
        ("table", 2),
    ],
)
def test_syllables(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_plain_words_read_younger_than_dense_ones() -> None:
    plain, dense = readability(PLAIN), readability(DENSE)
    assert plain is not None
    assert dense is not None
    assert plain.reading_age <= 8
    assert dense.reading_age >= 20
    assert plain.sentences == 3


def test_nothing_has_no_reading_age() -> None:
    assert readability("") is None
    assert readability("12 % – £40") is None


def test_short_forms_and_headings_do_not_end_a_sentence_wrongly() -> None:
    found = readability("Dr. Hill runs the hub, e.g. on Mondays. It works.\n\nOur method\n\nWe go.")
    assert found is not None
    assert found.sentences == 4


def test_long_sentences_are_pointed_at() -> None:
    text = "Short one. " + "word " * 31 + "end. Short again."
    (found,) = long_sentences(text)
    assert found.words == 32
    assert text[found.start : found.end].startswith("word word")
    assert text[found.start : found.end].endswith("end.")


@given(st.text(max_size=300))
def test_any_text_is_measured(text: str) -> None:
    found = readability(text)
    if found is not None:
        assert 5 <= found.reading_age <= 25
        assert found.syllables >= found.words >= 1
        assert found.sentences >= 1
    for one in long_sentences(text, 1):
        assert 0 <= one.start < one.end <= len(text)
