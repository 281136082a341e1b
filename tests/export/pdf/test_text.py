"""Lines: nothing lost, nothing too wide, no lone words; fonts for every character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.export.pdf.fonts import FontLibrary
from bidkit.export.pdf.text import (
    Manner,
    Span,
    break_evenly,
    break_lines,
    natural_width,
    widest_word,
)

LIBRARY = FontLibrary()
PLAIN = Manner(LIBRARY.face(), 11.0, "ink")
BOLD = Manner(LIBRARY.face(bold=True), 11.0, "ink")


def broken(words: str, width: float) -> list[str]:
    return [line.text.rstrip() for line in break_lines([(words, PLAIN)], width)]


def test_words_break_at_spaces_and_keep_one_for_the_reader() -> None:
    lines = break_lines([("one two three four", PLAIN)], 50.0)
    assert [line.text for line in lines] == ["one two ", "three four"]


def test_a_line_feed_always_breaks() -> None:
    assert broken("one\ntwo\n\nthree", 400) == ["one", "two", "", "three"]


def test_words_break_after_hyphens_and_slashes_but_figures_do_not() -> None:
    assert broken("Warwick-Edinburgh", 60) == ["Warwick-", "Edinburgh"]
    assert broken("health/wellbeing", 60) == ["health/", "wellbeing"]
    assert broken("in 2024-2025", 55) == ["in", "2024-2025"]


def test_a_word_of_two_manners_stays_whole() -> None:
    spans: list[Span] = [("see the open", PLAIN), ("door", BOLD), (", please", PLAIN)]
    lines = break_lines(spans, 62)
    assert [line.text.strip() for line in lines] == ["see the", "opendoor,", "please"]


def test_a_long_address_breaks_after_its_punctuation() -> None:
    lines = broken("https://example.org/a-very-long-folder/another-folder/file.html", 120)
    assert all(line[-1] in "/-._" for line in lines[:-1])
    assert "".join(lines) == "https://example.org/a-very-long-folder/another-folder/file.html"


def test_no_short_word_stands_alone_on_the_last_line() -> None:
    words = "The people who come were never offered help anywhere else by anybody at all so"
    full = natural_width([(words, PLAIN)])
    lines = break_lines([(words, PLAIN)], full - 8)
    assert lines[-1].width > 0.09 * full


def test_headings_are_broken_evenly() -> None:
    spans: list[Span] = [("Community Wellbeing Hubs for Saltmarsh and Northquay", BOLD)]
    lines = break_evenly(spans, 250)
    assert len(lines) == 2
    assert abs(lines[0].width - lines[1].width) < 60


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.text("ab-/ \n.€ŵ\u200b", max_size=60), st.booleans()), max_size=6),
    st.floats(20, 400),
)
def test_nothing_is_lost_and_no_line_is_too_wide(
    parts: list[tuple[str, bool]], width: float
) -> None:
    spans: list[Span] = [(words, BOLD if bold else PLAIN) for words, bold in parts]
    lines = break_lines(spans, width)
    kept = "".join(line.text for line in lines)
    source = "".join(words for words, _ in parts).replace("\u200b", "")
    assert "".join(kept.split()) == "".join(source.split())
    assert all(line.width <= width + 0.02 for line in lines)
    assert widest_word(spans) <= natural_width(spans) + 0.02


@pytest.mark.parametrize("choice", ["source", "accessible"])
def test_every_printed_character_has_a_face(choice: str) -> None:
    library = FontLibrary("accessible" if choice == "accessible" else "source")
    words = library.clean("Tŷ • ☐ ✓ ½ \U0001f600 → dŵr\u202fx")
    pieces = list(library.pieces(words, italic=True))
    assert "".join(piece for _, piece in pieces) == words
    assert all(face.covers(each) for face, piece in pieces for each in piece)


def test_a_chart_can_ask_how_wide_its_words_are() -> None:
    assert LIBRARY.width("Peer workers", 10, bold=False) == pytest.approx(
        10 / 11 * PLAIN.width("Peer workers")
    )
    assert LIBRARY.width("Peer workers", 10, bold=True) > LIBRARY.width(
        "Peer workers", 10, bold=False
    )
