from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bidkit.drawing.metrics import Frame, PlainMetrics

METRICS = PlainMetrics()


@given(st.text(max_size=40), st.text(max_size=40))
def test_words_beside_each_other_take_the_room_of_both(one: str, other: str) -> None:
    both = METRICS.width(one + other, 10, bold=False)
    apart = METRICS.width(one, 10, bold=False) + METRICS.width(other, 10, bold=False)
    assert abs(both - apart) < 1e-6


def test_bold_and_wide_letters_take_more() -> None:
    assert METRICS.width("mill", 10, bold=True) > METRICS.width("mill", 10, bold=False)
    assert METRICS.width("mmm", 10, bold=False) > METRICS.width("iii", 10, bold=False)
    assert METRICS.width("", 10, bold=False) == 0


def test_a_picture_is_never_narrower_than_twenty_letters() -> None:
    assert Frame(50, size=10).room == 200
    assert Frame(480, size=10).room == 480
    assert Frame(480, size=10).width_of("ab", size=20) == 2 * Frame(480).width_of("ab")
