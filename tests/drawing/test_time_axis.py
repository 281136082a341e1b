from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bidkit.drawing.time_axis import Days, month_ticks

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


def letters(words: str) -> float:
    return 6.0 * len(words)


@given(DAYS, DAYS, st.floats(min_value=40, max_value=800))
def test_dates_never_run_into_each_other(one: date, other: date, width: float) -> None:
    first, last = sorted((one, other))
    days = Days(first, last, 0, width)
    ends = 0.0
    for tick in month_ticks(days, letters, 4):
        assert first <= tick.day <= last
        assert days.place(tick.day) >= ends
        ends = days.place(tick.day) + letters(tick.words)
        assert ends <= width


def test_months_quarters_and_years() -> None:
    year = Days(date(2027, 1, 1), date(2027, 12, 31), 0, 900)
    assert [tick.words for tick in month_ticks(year, letters, 4)][:2] == ["Jan 2027", "Feb 2027"]
    narrow = Days(date(2027, 1, 1), date(2027, 12, 31), 0, 250)
    assert [tick.words for tick in month_ticks(narrow, letters, 4)] == [
        "Jan 2027",
        "Apr 2027",
        "Jul 2027",
        "Oct 2027",
    ]
    decade = Days(date(2027, 1, 1), date(2036, 12, 31), 0, 400)
    assert month_ticks(decade, letters, 4)[0].words == "2027"
    month = Days(date(2027, 1, 4), date(2027, 1, 31), 0, 400)
    assert [tick.words for tick in month_ticks(month, letters, 4)][:2] == ["4 Jan", "11 Jan"]


def test_a_day_ends_where_the_next_begins() -> None:
    days = Days(date(2027, 1, 1), date(2027, 1, 10), 0, 100)
    assert days.after(date(2027, 1, 1)) == days.place(date(2027, 1, 2)) == 10
    assert days.after(date(2027, 1, 10)) == 100
