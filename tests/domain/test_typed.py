"""Typed text is read as people mean it, and refused in plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.showing import (
    UK,
    day_words,
    moment_words,
    money_words,
    number_words,
    percent_words,
)
from bidkit.domain.typed import (
    UnreadableError,
    read_count,
    read_day,
    read_moment,
    read_money,
    read_number,
    read_percent,
    read_tags,
    show_tags,
)

TODAY = date(2026, 11, 25)
DECIMALS = st.decimals(-10_000_000, 10_000_000, places=2, allow_nan=False)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("£184,200", Decimal(184200)),
        ("184200", Decimal(184200)),
        (" 12.5 ", Decimal("12.5")),
        ("−£3", Decimal(-3)),
        ("45k", Decimal(45000)),
        ("1.2m", Decimal(1200000)),
        ("", None),
    ],
)
def test_money_is_read(text: str, value: Decimal | None) -> None:
    assert read_money(text) == value


@pytest.mark.parametrize("text", ["12 apples", "1,23", "£", "12.345", "--3", "ten", "1e5"])
def test_what_is_no_money_is_refused_in_words(text: str) -> None:
    with pytest.raises(UnreadableError, match="Type it like £"):
        read_money(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 Dec 2026", date(2026, 12, 4)),
        ("4/12/26", date(2026, 12, 4)),
        ("Fri 4 December 2026", date(2026, 12, 4)),
        ("Friday, 4th Dec 2026", date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        ("4 dec", date(2026, 12, 4)),
        ("1 sept", date(2027, 9, 1)),
        ("tomorrow", date(2026, 11, 26)),
        ("", None),
    ],
)
def test_days_are_read_in_the_british_order(text: str, value: date | None) -> None:
    assert read_day(text, TODAY) == value


@pytest.mark.parametrize("text", ["31/2/26", "13/13/26", "soon", "4 Foo 2026", "12"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("4 Dec 2026, 12 noon", time(12)),
        ("4 Dec 2026 12 noon", time(12)),
        ("4/12/26 17:00", time(17)),
        ("4/12/26, 5.30 pm", time(17, 30)),
        ("4 Dec 2026 at 5pm", time(17)),
        ("Fri, 4 Dec 2026, 12:00", time(12)),
        ("4 Dec 2026, midday", time(12)),
    ],
)
def test_moments_are_read_in_uk_time(text: str, clock: time) -> None:
    assert read_moment(text, TODAY) == datetime.combine(date(2026, 12, 4), clock, UK)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4 Dec 2026, midnight", "start or the end"),
        ("4 Dec 2026", "time of day"),
        ("4 Dec 2026, 12", "time of day"),
        ("4 Dec 2026, 25:00", "not on the clock"),
        ("4 Dec 2026, 13 pm", "not on the clock"),
        ("4 Dec 2026, 5 noon", "not on the clock"),
    ],
)
def test_doubtful_moments_are_asked_again(text: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_moment(text, TODAY)


@given(DECIMALS)
def test_money_that_is_shown_can_be_read_back(value: Decimal) -> None:
    assert read_money(money_words(value)) == value


@given(DECIMALS)
def test_numbers_that_are_shown_can_be_read_back(value: Decimal) -> None:
    assert read_number(number_words(value)) == value
    assert read_percent(percent_words(value)) == value


@given(st.integers(0, 10**9))
def test_counts_that_are_shown_can_be_read_back(value: int) -> None:
    assert read_count(number_words(value)) == value


@given(DAYS)
def test_days_that_are_shown_can_be_read_back(value: date) -> None:
    assert read_day(day_words(value), TODAY) == value


@given(DAYS, st.integers(0, 24 * 60 - 1))
def test_moments_that_are_shown_can_be_read_back(day: date, minutes: int) -> None:
    value = datetime.combine(day, time(), UK) + timedelta(minutes=minutes)
    shown = moment_words(value)
    back = read_moment(shown, TODAY)
    assert moment_words(back) == shown


@given(st.lists(st.text(st.characters(exclude_characters=",", categories=["L", "N"]), min_size=1)))
def test_tags_that_are_shown_can_be_read_back(tags: list[str]) -> None:
    value = tuple(sorted(set(tags)))
    assert read_tags(show_tags(value)) == value


@pytest.mark.parametrize("text", ["-1", "1.5", "a few"])
def test_counts_are_whole_and_not_negative(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_count(text)


@pytest.mark.parametrize(
    ("number", "money", "words"),
    [
        (Decimal("9" * 31), "£" + ",".join(["9", *["999"] * 10]), ",".join(["9", *["999"] * 10])),
        (Decimal("1E+45"), "£1.000E+45", "1.000E+45"),
        (Decimal("-1E+900"), "−£1.000E+900", "-1.000E+900"),
        (Decimal("1E-900"), "£0", "0"),
    ],
)
def test_numbers_nobody_means_are_written_too(number: Decimal, money: str, words: str) -> None:
    assert money_words(number) == money
    assert number_words(number, 0) == words


def test_moments_at_the_end_of_time_and_without_a_zone_are_written_too() -> None:
    last = datetime.max.replace(tzinfo=timezone(timedelta(hours=-5)))
    assert moment_words(last) == "Fri 31 Dec 9999, 11.59 pm"
    assert (
        moment_words(datetime(2026, 7, 1, 12, tzinfo=UTC).replace(tzinfo=None))
        == "Wed 1 Jul 2026, 12 noon"
    )
