"""What a member of staff costs: pay, employer's National Insurance and pension, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, held_between, to_pence
from bidkit.words import tr

MONTHS = Decimal(12)


@dataclass(frozen=True, slots=True)
class Rates:
    """The dated figures of one year; they are data with a source, never constants here.

    insurance_percent on yearly pay above insurance_from; pension_percent on the pay between
    pension_from and pension_to (on all pay where pension_to is None); rise_percent is the pay
    rise on entering this year.
    """

    insurance_percent: Decimal
    insurance_from: Decimal
    pension_percent: Decimal
    pension_from: Decimal = NOUGHT
    pension_to: Decimal | None = None
    rise_percent: Decimal = NOUGHT


@dataclass(frozen=True, slots=True)
class Post:
    """One job: full-time yearly pay, share of full time, months in the year, share on this bid.

    pension_percent replaces the rate of the year, for a scheme of its own (a transferred one).
    """

    key: str
    full_time_pay: Decimal
    full_time_share: Decimal = Decimal(1)
    months: Decimal = MONTHS
    bid_share: Decimal = Decimal(1)
    pension_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PostCost:
    """What a post costs this bid in one year, in pounds."""

    key: str
    pay: Decimal
    insurance: Decimal
    pension: Decimal

    @property
    def total(self) -> Decimal:
        """Pay, National Insurance and pension together."""
        return self.pay + self.insurance + self.pension


def post_cost(post: Post, rates: Rates, pay_growth: Decimal = Decimal(1)) -> PostCost:
    """Return what one post costs this bid in one year.

    Formula: yearly pay = full-time pay × growth × full-time share; insurance = rate × (yearly pay −
    threshold, if above it); pension = rate × (the pay within its band); each × months ÷ 12 × share
    on this bid. Thresholds stand for the whole job, so they are not cut by hours or by the share.
    Units: pounds. Rounding: each of the three to the penny.
    Errors: InputError where a share lies outside 0…1 or the months outside 0…12.
    Source: employer's National Insurance and automatic enrolment, gov.uk; rates are data.
    """
    _refuse_odd_shares(post)
    yearly = post.full_time_pay * pay_growth * post.full_time_share
    part = post.months / MONTHS * post.bid_share
    insured = max(NOUGHT, yearly - rates.insurance_from)
    percent = rates.pension_percent if post.pension_percent is None else post.pension_percent
    top = yearly if rates.pension_to is None else rates.pension_to
    pensioned = held_between(yearly, min(rates.pension_from, top), top) - rates.pension_from
    return PostCost(
        post.key,
        to_pence(yearly * part),
        to_pence(insured * rates.insurance_percent / HUNDRED * part),
        to_pence(max(NOUGHT, pensioned) * percent / HUNDRED * part),
    )


def full_time_equivalent(hours: Decimal, full_time_hours: Decimal) -> Decimal | None:
    """Return hours ÷ full-time hours, unrounded; None where full time is not known."""
    return hours / full_time_hours if full_time_hours > 0 else None


def _refuse_odd_shares(post: Post) -> None:
    within = all(0 <= share <= 1 for share in (post.full_time_share, post.bid_share))
    if not within or not 0 <= post.months <= MONTHS:
        raise InputError(
            tr("The time of “{post}” does not fit into a year.", post=post.key),
            advice=tr("Shares run from 0 to 1 and months from 0 to 12."),
        )
