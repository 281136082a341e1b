"""The two things pre-qualification looks for: our track record and our stability, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear, TrackRecord
from bidkit.figures.readings.quality import running_areas
from bidkit.figures.readings.term import latest_accounts
from bidkit.rules.moments import months_before
from bidkit.words import Words, later

RECENT_MONTHS = 36
ACCOUNTS_MONTHS = 24
ENOUGH_RECORDS = 3
GOOD_FROM = 4
AREA_MIDDLE = Decimal(1)
HALF = Decimal("0.5")


class Rating(StrEnum):
    """How a buyer would likely see it; unknown while nothing is said."""

    STRONG = "strong"
    FAIR = "fair"
    THIN = "thin"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Rated:
    """A rating with what speaks for it and what against."""

    rating: Rating
    speaks_for: tuple[Words, ...] = ()
    speaks_against: tuple[Words, ...] = ()


Reason = tuple[bool | None, Words, Words]


def track_record(bid: Bid, today: date) -> Rated:
    """Return how convincing the register of contracts and grants is for this bid.

    Strong: three or more from the last 36 months, with results, one of them at least half as
    large. Thin: none that recent. Our own rule of thumb, so the reasons are shown.
    """
    if not bid.track_record:
        return Rated(Rating.UNKNOWN)
    since = months_before(today, RECENT_MONTHS)
    recent = [one for one in bid.track_record if one.ends_on is None or one.ends_on >= since]
    shown = [one for one in recent if one.result.strip()]
    reasons: list[Reason] = [
        (
            len(recent) >= ENOUGH_RECORDS,
            later("Three or more contracts or grants of the last three years are listed."),
            later("Buyers ask for up to three contracts or grants of the last three years."),
        ),
        (
            bool(shown) and len(shown) == len(recent),
            later("Each of them says with what result."),
            later("Some do not say with what result."),
        ),
        (
            _is_large_enough(recent, bid.opportunity.value),
            later("One of them was at least half as large as this."),
            later("None of them was half as large as this; a partner or a pilot would help."),
        ),
    ]
    if not recent:
        return _rated(Rating.THIN, reasons)
    against = any(held is False for held, _, _ in reasons)
    return _rated(Rating.FAIR if against else Rating.STRONG, reasons)


def _is_large_enough(records: list[TrackRecord], value: Decimal | None) -> bool | None:
    values = [one.value for one in records if one.value is not None]
    if value is None or not values:
        return None
    return max(values) >= value * HALF


def stability(bid: Bid, today: date) -> Rated:
    """Return how stable the organisation looks from accounts, filings, policies and its areas.

    Strong: four or more things speak for it and none against. Thin: more speaks against than for.
    Our own rule of thumb, so the reasons are shown.
    """
    reasons = [*_money_reasons(latest_accounts(bid.accounts), today), *_order_reasons(bid, today)]
    good = sum(1 for held_up, _, _ in reasons if held_up is True)
    bad = sum(1 for held_up, _, _ in reasons if held_up is False)
    if not good and not bad:
        return Rated(Rating.UNKNOWN)
    if bad > good:
        return _rated(Rating.THIN, reasons)
    return _rated(Rating.STRONG if good >= GOOD_FROM and not bad else Rating.FAIR, reasons)


def _money_reasons(latest: AccountsYear | None, today: date) -> list[Reason]:
    if latest is None:
        return []
    return [
        (
            latest.year_end >= months_before(today, ACCOUNTS_MONTHS)
            if latest.year_end is not None
            else None,
            later("The accounts are recent."),
            later("The latest accounts are more than two years old."),
        ),
        (
            _net_assets(latest),
            later("You own more than you owe."),
            later("You owe more than you own."),
        ),
        (
            {"yes": False, "no": True}.get(latest.going_concern_doubt),
            later("The accounts raise no doubt that you will go on."),
            later("The accounts doubt that you will go on."),
        ),
    ]


def _order_reasons(bid: Bid, today: date) -> list[Reason]:
    areas = running_areas(bid.self_assessment)
    marks = [Decimal(one.rating) for one in areas if one.rating is not None]
    held = [one for one in bid.policies if one.held == "yes"]
    return [
        (
            {"yes": True, "no": False}.get(bid.organisation.filings_current),
            later("Your filings with the regulator are up to date."),
            later("Your filings with the regulator are late."),
        ),
        (
            all(one.review_on is None or one.review_on >= today for one in held) if held else None,
            later("The policies you hold are within their review dates."),
            later("Some policies are past their review date."),
        ),
        (
            sum(marks, Decimal(0)) / len(marks) >= AREA_MIDDLE if marks else None,
            later("Your own assessment of running the organisation is good."),
            later("Your own assessment shows gaps in running the organisation."),
        ),
    ]


def _net_assets(latest: AccountsYear) -> bool | None:
    if latest.total_assets is None or latest.total_liabilities is None:
        return None
    return latest.total_assets > latest.total_liabilities


def _rated(rating: Rating, reasons: list[Reason]) -> Rated:
    return Rated(
        rating,
        tuple(good for held, good, _ in reasons if held is True),
        tuple(bad for held, _, bad in reasons if held is False),
    )
