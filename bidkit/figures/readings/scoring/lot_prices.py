"""What we ask and what it takes for each set of lots that we may win."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot, LotCombination
from bidkit.figures.lots import price_together, sets_to_win
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.lot_costs import cost_by_lot
from bidkit.figures.readings.lots import lots_bid_for
from bidkit.figures.readings.schedule import lines_counted, schedule_amount
from bidkit.figures.rounding import NOUGHT, to_pence

LAST = 10**6
MONTHS = 12


@dataclass(frozen=True, slots=True)
class IfWon:
    """Some lots won together, over the whole time; what is not known is None.

    price: what we ask. apart: the prices of the lots alone, added up. full: full cost, each lot
    with its part of what is shared. worst: full cost with all of what they share. hours: of
    staff, a week. own: the combination we named, where we did.
    """

    lots: tuple[Lot, ...]
    price: Decimal | None
    apart: Decimal | None
    full: Decimal | None
    worst: Decimal | None
    hours: Decimal | None
    own: LotCombination | None = None

    @property
    def margin(self) -> Decimal | None:
        """What the price leaves above full cost."""
        return None if self.price is None or self.full is None else self.price - self.full

    @property
    def worst_margin(self) -> Decimal | None:
        """What the price leaves where all that the lots share must be paid all the same."""
        return None if self.price is None or self.worst is None else self.price - self.worst

    @property
    def saved(self) -> Decimal | None:
        """What the buyer saves by giving us these lots together."""
        return None if self.price is None or self.apart is None else self.apart - self.price


def in_order(bid: Bid) -> tuple[Lot, ...]:
    """Return the lots we bid for, those wanted most first; without a number last."""
    return tuple(
        sorted(
            lots_bid_for(bid), key=lambda lot: LAST if lot.preference is None else lot.preference
        )
    )


def if_won(bid: Bid) -> tuple[IfWon, ...]:
    """Return every set of lots we may win, each alone first; () where there are not two.

    Price: the lines of the price schedule of these lots, and once those that name no lot, with the
    combination's own price or discount. Full cost: that of each lot by cost_by_lot; worst: the cost
    lines of these lots and all that are shared, with the centre's share in the same proportion as
    in the whole bid. Hours: those of the combination, else those of the lots added up. Units:
    pounds; hours a week. Rounding: to the penny.
    """
    lots = {one.id: one for one in in_order(bid)}
    if len(lots) < 2:
        return ()
    named = {frozenset(one.lots): one for one in bid.lot_combinations if len(set(one.lots)) > 1}
    keys = sets_to_win(tuple(lots), bid.opportunity.lots_most_awards, tuple(named))
    schedule = _Schedule(schedule_by_lot(bid), shared_price(bid), _Costs.of(bid))
    return tuple(
        schedule.won(tuple(lots[key] for key in each), named.get(frozenset(each))) for each in keys
    )


def value_a_year(bid: Bid, one: IfWon) -> Decimal | None:
    """Return what some lots bring in a year: our price, else the buyer's values; None if unknown.

    Formula: price ÷ the years costed; without a price Σ values ÷ the months of the contract × 12.
    """
    if one.price is not None:
        return to_pence(one.price / max(bid.costing.years or 1, 1))
    values = [lot.value for lot in one.lots if lot.value is not None]
    months = bid.opportunity.period.months
    if len(values) < len(one.lots):
        return None
    whole = sum(values, NOUGHT)
    return to_pence(whole * MONTHS / months) if months else whole


def income_of_latest_year(bid: Bid) -> Decimal | None:
    """Return the income of the latest accounts; None where there are none with a date."""
    dated = [(one.year_end, one.income) for one in bid.accounts if one.year_end and one.income]
    return max(dated)[1] if dated else None


def schedule_by_lot(bid: Bid) -> dict[str, Decimal]:
    """Return the price of each lot in the schedule, without options; lots without lines lack."""
    found: dict[str, Decimal] = {}
    for one in lines_counted(bid):
        amount = schedule_amount(one)
        if one.lot and amount is not None and one.option != "yes":
            found[one.lot] = found.get(one.lot, NOUGHT) + amount
    return found


def shared_price(bid: Bid) -> Decimal:
    """Return what the schedule asks once, whichever lots are won, without options."""
    lines = (one for one in bid.price_lines if not one.lot and one.option != "yes")
    return sum((schedule_amount(one) or NOUGHT for one in lines), NOUGHT)


@dataclass(frozen=True, slots=True)
class _Costs:
    """The full cost of each lot; each line's cost by its lots; and full cost for direct cost."""

    by_lot: dict[str, Decimal]
    lines: tuple[tuple[frozenset[str], Decimal], ...]
    factor: Decimal | None

    @classmethod
    def of(cls, bid: Bid) -> _Costs:
        reading = costs_of(bid)
        lines = tuple(
            (frozenset(one.lots), sum(years, NOUGHT))
            for one, years in zip(bid.cost_lines, reading.by_line, strict=True)
        )
        direct = sum((amount for _lots, amount in lines), NOUGHT)
        if reading.full is None or direct <= 0:
            return cls({}, lines, None)
        by_lot = {lot: sum(years, NOUGHT) for lot, years in cost_by_lot(bid, reading).items()}
        return cls(by_lot, lines, reading.full / direct)

    def full(self, lots: frozenset[str]) -> Decimal | None:
        """Return the full cost of some lots, each with its part of what is shared."""
        return sum((self.by_lot[lot] for lot in lots), NOUGHT) if self.by_lot else None

    def worst(self, lots: frozenset[str]) -> Decimal | None:
        """Return the full cost of some lots with all of what is shared."""
        if self.factor is None:
            return None
        borne = sum((cost for of, cost in self.lines if not of or lots & of), NOUGHT)
        return to_pence(borne * self.factor)


@dataclass(frozen=True, slots=True)
class _Schedule:
    """The prices of the lots, what is paid once whichever are won, and the costs."""

    prices: dict[str, Decimal]
    shared: Decimal
    costs: _Costs

    def won(self, lots: tuple[Lot, ...], own: LotCombination | None) -> IfWon:
        """Return what it means to win some lots."""
        keys = frozenset(one.id for one in lots)
        parts = [self.prices[key] + self.shared for key in keys if key in self.prices]
        apart = sum(parts, NOUGHT) if len(parts) == len(keys) else None
        return IfWon(
            lots,
            self._price(keys, own),
            apart,
            self.costs.full(keys),
            self.costs.worst(keys),
            _hours(lots, own),
            own,
        )

    def _price(self, lots: frozenset[str], own: LotCombination | None) -> Decimal | None:
        parts = [self.prices[key] for key in lots if key in self.prices]
        fixed = own.price if own is not None else None
        if len(parts) < len(lots):
            return to_pence(fixed) if fixed is not None else None
        return price_together(parts, self.shared, own.discount if own is not None else None, fixed)


def _hours(lots: tuple[Lot, ...], own: LotCombination | None) -> Decimal | None:
    if own is not None and own.hours_a_week is not None:
        return own.hours_a_week
    each = [one.hours_a_week for one in lots if one.hours_a_week is not None]
    return sum(each, NOUGHT) if len(each) == len(lots) else None
