from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bidkit.drawing.wrapping import ELLIPSIS, fit, wrap

TEXT = st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=60)
WIDTHS = st.integers(min_value=1, max_value=30)


def letters(text: str) -> float:
    return float(len(text))


@given(TEXT, WIDTHS)
def test_no_line_is_wider_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, letters)
    assert all(len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXT, WIDTHS, st.integers(min_value=1, max_value=3))
def test_so_many_lines_at_most(text: str, width: int, most: int) -> None:
    whole = wrap(text, width, letters)
    lines = wrap(text, width, letters, most)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)
    if len(whole) <= most:
        assert lines == whole
    else:
        assert lines[-1].endswith(ELLIPSIS)


@given(TEXT, WIDTHS)
def test_one_line_fits(text: str, width: int) -> None:
    line = fit(text, width, letters)
    assert len(line) <= width
    assert line == " ".join(text.split()) or line.endswith(ELLIPSIS)


def test_words_stay_whole_where_they_can() -> None:
    assert wrap("need and activity", 9, letters) == ("need and", "activity")
    assert wrap("neighbourhood hub", 6, letters) == ("neighb", "ourhoo", "d hub")
    assert wrap("a twelve-week course", 10, letters) == ("a", "twelve-", "week", "course")
    assert wrap("one two three", 7, letters, 1) == ("one tw…",)
    assert wrap("  ", 5, letters) == ()
    assert fit("anything", 0, letters) == ""
