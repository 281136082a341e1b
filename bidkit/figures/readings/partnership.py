"""The partnership of one bid in figures: how each partner fits, and who gets and spends what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.figures.readings.costs import price_of
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence
from bidkit.figures.shares import rounded_percent, slice_top

BEST = 2
FIT = ("trust", "adds_value", "not_competing", "culture", "capacity", "personalities")
WITHOUT_RECOVERY = ("grant", "exempt")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a partner fits: points of those judged, and the fields that got nought.

    outside: fields whose mark is no 0, 1 or 2 and does not count.
    """

    points: int
    judged: int
    noughts: tuple[str, ...]
    outside: tuple[str, ...]

    @property
    def most(self) -> int:
        """The points there are for what was judged."""
        return self.judged * BEST

    @property
    def whole(self) -> bool:
        """Tell whether everything was judged."""
        return self.judged == len(FIT)


def fit_of(partner: Partner) -> Fit:
    """Return how a partner fits on six questions, each marked 0 (no), 1 (partly) or 2 (yes).

    Formula: the sum of the marks; marks above 2 are left out and named.
    """
    marks = {name: mark for name in FIT if (mark := getattr(partner, name)) is not None}
    good = {name: mark for name, mark in marks.items() if 0 <= mark <= BEST}
    return Fit(
        sum(good.values()),
        len(good),
        tuple(name for name, mark in good.items() if mark == 0),
        tuple(name for name in marks if name not in good),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One partner's money in pounds: full cost, due by volume, agreed pay, what that leaves.

    due: the share of the price after the slice. stretch: target above the best so far in percent.
    """

    partner: str
    name: str
    full_cost: Decimal | None
    due: Decimal | None
    paid: Decimal | None
    left: Decimal | None
    stretch: Decimal | None
    vat: Decimal | None


@dataclass(frozen=True, slots=True)
class RollUp:
    """All partners' money together in pounds; left: what price minus slice and pay leaves.

    unrecovered: VAT partners charge that cannot be got back; None where it can.
    """

    parts: tuple[Part, ...]
    price: Decimal | None
    hub: Decimal | None
    members: Decimal | None
    full_cost: Decimal
    paid: Decimal
    left: Decimal | None
    unrecovered: Decimal | None
    costed: int


def roll_up(bid: Bid, vat_percent: Decimal | None = None) -> RollUp:
    """Return the partnership's money.

    Formula: hub = price × slice ÷ 100; due = (price − hub) shared by planned volume, else by
    share of the work, else by full cost; left of a partner = paid − full cost; left in all =
    price − hub − Σ paid; VAT = paid × rate for partners who charge it.
    Units: pounds. Rounding: to the penny, due by largest remainder.
    Source: the hub-and-spoke case of From Policy to Practice, 2007; test vector T-HUB.
    """
    price, percent = price_of(bid), bid.partnership.top_slice
    sliced = percent if percent is not None and 0 <= percent <= HUNDRED else NOUGHT
    weights = _weights(bid.partners)
    shared = sum(weights, NOUGHT) > 0
    cut = slice_top(price, sliced, weights if shared else ()) if price is not None else None
    due = cut.shares if cut is not None and shared else (None,) * len(bid.partners)
    parts = tuple(
        _part(one, amount, vat_percent) for one, amount in zip(bid.partners, due, strict=True)
    )
    paid = sum((one.paid for one in parts if one.paid is not None), NOUGHT)
    costs = [one.full_cost for one in parts if one.full_cost is not None]
    lost = [one.vat for one in parts if one.vat is not None]
    blocked = bid.costing.vat_treatment in WITHOUT_RECOVERY
    return RollUp(
        parts,
        price,
        cut.hub if cut is not None and percent is not None else None,
        cut.members if cut is not None else None,
        sum(costs, NOUGHT),
        paid,
        cut.members - paid if cut is not None and any(one.paid for one in parts) else None,
        sum(lost, NOUGHT) if blocked and lost else None,
        len(costs),
    )


def _weights(partners: Sequence[Partner]) -> tuple[Decimal, ...]:
    """Return what the members' money is shared by: volume, else share, else full cost."""
    for name in ("planned_volume", "share", "full_cost"):
        found = [getattr(one, name) for one in partners]
        if any(found):
            return tuple(max(NOUGHT, one or NOUGHT) for one in found)
    return (NOUGHT,) * len(partners)


def _part(one: Partner, due: Decimal | None, vat_percent: Decimal | None) -> Part:
    known = one.price is not None and one.full_cost is not None
    stretch = None
    if one.target is not None and one.past_result:
        stretch = rounded_percent(one.target - one.past_result, one.past_result)
    charged = one.vat == "charges" and one.price is not None and vat_percent is not None
    return Part(
        one.id,
        one.name,
        one.full_cost,
        due,
        one.price,
        (one.price or NOUGHT) - (one.full_cost or NOUGHT) if known else None,
        stretch,
        to_pence((one.price or NOUGHT) * (vat_percent or NOUGHT) / HUNDRED) if charged else None,
    )
