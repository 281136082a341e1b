"""The standstill vectors T-STAND, read from a bid."""

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.session.afterwards.standstill import (
    last_day_of,
    objection_of,
    standstill_of,
    standstill_words,
)


def awarded(published: date, regime: str = "pa23_above", **after: object) -> Bid:
    fields = {f"after.{name}": value for name, value in after.items()}
    bid: Bid = with_fields(
        EMPTY, {"opportunity.regime": regime, "after.award_notice_on": published, **fields}
    )
    return bid


@pytest.mark.parametrize(
    ("published", "last", "signing"),
    [
        (date(2026, 11, 2), date(2026, 11, 11), date(2026, 11, 12)),
        (date(2026, 12, 21), date(2027, 1, 4), date(2027, 1, 5)),
        (date(2024, 12, 24), date(2025, 1, 7), date(2025, 1, 8)),
        (date(2026, 4, 1), date(2026, 4, 14), date(2026, 4, 15)),
    ],
)
def test_eight_working_days_from_the_day_of_publication(
    published: date, last: date, signing: date
) -> None:
    found = standstill_of(awarded(published))
    assert found is not None
    assert (found.last_day, found.earliest_signing) == (last, signing)


@pytest.mark.parametrize("regime", ["pa23_light_touch", "pa23_below", "grant", ""])
def test_no_eight_days_by_default_where_the_law_asks_for_none(regime: str) -> None:
    found = standstill_of(awarded(date(2026, 11, 2), regime))
    assert found is not None
    assert found.last_day is None
    stated = awarded(
        date(2026, 11, 2),
        regime,
        standstill_kind="voluntary",
        standstill_ends_on=date(2026, 11, 9),
    )
    named = standstill_of(stated)
    assert named is not None
    assert named.last_day == date(2026, 11, 9)


def test_a_voluntary_standstill_may_be_said_in_days() -> None:
    found = standstill_of(
        awarded(
            date(2026, 11, 2), "pa23_light_touch", standstill_kind="voluntary", standstill_days=5
        )
    )
    assert found is not None
    assert found.last_day == date(2026, 11, 6)


def test_the_words_say_when_it_is_over() -> None:
    words = standstill_words(awarded(date(2026, 11, 2)), date(2026, 11, 20))
    assert "It is over." in words
    assert "Wed 11 Nov 2026" in words[0]


def test_a_voluntary_standstill_over_christmas_counts_working_days() -> None:
    bid = awarded(date(2026, 12, 24), "pa23_below", standstill_kind="voluntary", standstill_days=3)
    assert last_day_of(bid) == date(2026, 12, 30)
    assert "It is what the notice offers" in " ".join(standstill_words(bid, date(2026, 12, 25)))


@pytest.mark.parametrize("days", [0, 251, 10**12])
def test_days_nobody_can_mean_make_no_end(days: int) -> None:
    bid = awarded(
        date(2026, 11, 2), "pa23_below", standstill_kind="voluntary", standstill_days=days
    )
    assert last_day_of(bid) is None
    assert standstill_words(bid, date(2026, 11, 2))


def test_a_year_nobody_can_mean_counts_as_not_known() -> None:
    for regime in ("pa23_above", "nhs_psr"):
        words = standstill_words(awarded(date(9999, 12, 31), regime), date(2026, 11, 2))
        assert "Enter the day the award notice was published." in words


@pytest.mark.parametrize(
    ("regime", "words"),
    [
        ("pa23_above", "8 working days"),
        ("pcr2015", "10 days after"),
        ("pa23_light_touch", "Only what the notice offers"),
        ("pa23_below", "Only what the notice offers"),
        ("nhs_psr", "8th working day"),
        ("", "Choose under Opportunity"),
    ],
)
def test_what_to_expect_is_said_before_the_notice_is_out(regime: str, words: str) -> None:
    bid: Bid = with_fields(EMPTY, {"opportunity.regime": regime})
    assert words in " ".join(standstill_words(bid, date(2026, 11, 2)))


@pytest.mark.parametrize(
    ("regime", "kind", "words"),
    [
        ("pa23_above", "none", "Ask the buyer on what ground"),
        ("pa23_below", "none", "can be signed at once"),
        ("pa23_light_touch", "mandatory", "the law asks for none"),
        ("pa23_light_touch", "voluntary", "how many working days the notice offers"),
    ],
)
def test_a_choice_that_does_not_fit_the_rules_is_answered(
    regime: str, kind: str, words: str
) -> None:
    bid = awarded(date(2026, 11, 2), regime, standstill_kind=kind)
    assert last_day_of(bid) is None
    assert words in " ".join(standstill_words(bid, date(2026, 11, 3)))


def test_a_grant_has_none() -> None:
    words = standstill_words(awarded(date(2026, 11, 2), "grant"), date(2026, 11, 3))
    assert words == ("A grant has no standstill. Ask for feedback at once.",)


def test_health_services_may_be_objected_to_in_writing() -> None:
    bid = awarded(date(2026, 11, 2), "nhs_psr")
    found = objection_of(bid)
    assert found is not None
    assert (found.begins, found.last_day) == (date(2026, 11, 3), date(2026, 11, 13))
    assert last_day_of(bid) == date(2026, 11, 13)
    words = " ".join(standstill_words(bid, date(2026, 11, 12)))
    assert "Fri 13 Nov 2026" in words
    assert "1 day is left." in words
    assert objection_of(awarded(date(2026, 11, 2))) is None
    assert objection_of(awarded(date(2026, 11, 2), "nhs_psr", standstill_kind="none")) is None


def test_an_objection_in_time_keeps_the_standstill_open() -> None:
    made = {"standstill_kind": "mandatory", "objected_on": date(2026, 11, 13)}
    waiting = awarded(date(2026, 11, 2), "nhs_psr", **made)
    assert last_day_of(waiting) is None
    assert "stays open" in " ".join(standstill_words(waiting, date(2026, 11, 16)))
    answered = awarded(
        date(2026, 11, 2), "nhs_psr", objection_answered_on=date(2026, 11, 18), **made
    )
    assert last_day_of(answered) == date(2026, 11, 25)
    assert "independent panel" in " ".join(standstill_words(answered, date(2026, 11, 19)))
    late = awarded(date(2026, 11, 2), "nhs_psr", objected_on=date(2026, 11, 16))
    assert last_day_of(late) == date(2026, 11, 13)


def test_the_last_day_for_a_claim_is_told_and_passes() -> None:
    bid = awarded(date(2026, 11, 2), told_on=date(2026, 11, 2))
    assert "by Tue 1 Dec 2026 at the latest" in " ".join(standstill_words(bid, date(2026, 11, 3)))
    words = " ".join(standstill_words(bid, date(2026, 12, 2)))
    assert "The time for a claim ended on Tue 1 Dec 2026." in words
