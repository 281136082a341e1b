"""The standstill vectors T-STAND, read from a bid."""

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.session.aftermath import standstill_of, standstill_words, thanks_letter


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


def test_the_letter_asks_for_feedback_won_or_lost() -> None:
    for outcome, tone in (("won", "look forward"), ("lost", "marks for each criterion")):
        letter = thanks_letter(with_fields(EMPTY, {"after.outcome": outcome}))
        assert "Thank you" in letter
        assert tone in letter
