"""Direct cost, share of the centre, full cost and price of one bid, for each year and in all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.errors import InputError
from bidkit.figures import full_cost, pricing
from bidkit.figures.readings.staff import free_allowance, post_line_years, worked_out
from bidkit.figures.rounding import HUNDRED, to_pence
from bidkit.figures.staff_cost import PostCost
from bidkit.words import tr

NOUGHT = Decimal(0)
MOST_YEARS = 60


@dataclass(frozen=True)
class Costs:
    """The costs of a bid in pounds; what cannot be worked out yet is None, with the reason.

    direct and overhead: for each year. price: the whole price over all years.
    by_line: each cost line's years; allowance: what the Employment Allowance takes off each year.
    """

    direct: tuple[Decimal, ...]
    overhead: tuple[Decimal, ...] | None
    price: Decimal | None
    table: full_cost.FullCost | None = None
    trouble: str = ""
    by_line: tuple[tuple[Decimal, ...], ...] = ()
    allowance: tuple[Decimal, ...] = ()

    @property
    def direct_total(self) -> Decimal:
        """Direct cost over all years."""
        return sum(self.direct, NOUGHT)

    @property
    def overhead_total(self) -> Decimal | None:
        """The share of the centre over all years."""
        return None if self.overhead is None else sum(self.overhead, NOUGHT)

    @property
    def full(self) -> Decimal | None:
        """Full cost over all years: direct cost and the share of the centre."""
        overhead = self.overhead_total
        return None if overhead is None else self.direct_total + overhead

    @property
    def full_by_year(self) -> tuple[Decimal, ...]:
        """Full cost for each year; without a share of the centre, the direct cost alone."""
        overhead = self.overhead or (NOUGHT,) * len(self.direct)
        return tuple(a + b for a, b in zip(self.direct, overhead, strict=True))

    @property
    def margin(self) -> pricing.Margin | None:
        """What the price leaves above full cost, where both are known."""
        if self.price is None or self.full is None:
            return None
        return pricing.margin(self.price, self.full)

    @property
    def recovery(self) -> pricing.Recovery | None:
        """How much of full cost the price recovers, where both are known."""
        if self.price is None or self.full is None:
            return None
        return pricing.recovery(self.price, self.full)


def costs_of(bid: Bid) -> Costs:
    """Return what this bid costs and asks.

    Formula: a line costs its amount, or quantity × unit cost, in its year, in every year (with
    inflation and efficiency year by year) or in the first; a post costs what post_line_years says,
    less the Employment Allowance that is free. The share of the centre is worked out for the first
    year by the chosen method and follows inflation too. Rounding: to the penny.
    """
    count = year_count(bid)
    by_line = tuple(line_years(bid, line, count) for line in bid.cost_lines)
    allowance = _allowance(bid, count)
    direct = [sum(year, NOUGHT) for year in zip(*by_line, strict=True)] or [NOUGHT] * count
    direct = [cost - off for cost, off in zip(direct, allowance, strict=True)]
    table: full_cost.FullCost | None = None
    trouble = ""
    overhead: tuple[Decimal, ...] | None = None
    try:
        first, table = _overhead(bid, direct[0])
        if first is not None:
            overhead = _years(bid, first, count)
        if bid.costing.method == "one rate" and bid.costing.overhead_rate is not None:
            rate = bid.costing.overhead_rate / HUNDRED
            overhead = tuple(to_pence(cost * rate) for cost in direct)
    except InputError as error:
        trouble = str(error)
    price = price_of(bid)
    return Costs(tuple(direct), overhead, price, table, trouble, by_line, tuple(allowance))


def readable_costs(bid: Bid) -> Costs | None:
    """Return what the bid costs; None for a number of years nobody means."""
    return None if (bid.costing.years or 1) > MOST_YEARS else costs_of(bid)


def year_count(bid: Bid) -> int:
    """Return over how many years costs run: those typed, one at least, sixty at most."""
    return min(max(bid.costing.years or 1, 1), MOST_YEARS)


def line_amount(bid: Bid, line: CostLine) -> Decimal | None:
    """Return what one cost line costs in the first year it runs.

    Formula: its amount, or what its post costs, or quantity × unit cost; None while none is known.
    """
    if line.amount is not None:
        return to_pence(line.amount)
    if worked_out(bid, line):
        years = _post_years(bid, line, max(year_count(bid), min(line.year or 1, MOST_YEARS)))
        return next((year.total for year in years if year.total), NOUGHT) if years else None
    if line.quantity is not None and line.unit_cost is not None:
        return to_pence(line.quantity * line.unit_cost)
    return None


def price_of(bid: Bid) -> Decimal | None:
    """Return the whole price over all years, whatever basis the buyer asked for.

    None while no price is typed, or a price for each unit and not how many.
    """
    costing = bid.costing
    if costing.price is None:
        return None
    if costing.price_basis == "a year":
        return to_pence(costing.price * max(costing.years or 1, 1))
    if costing.price_basis == "a unit":
        return to_pence(costing.price * costing.units) if costing.units else None
    return to_pence(costing.price)


def suggested_price(bid: Bid, costs: Costs) -> Decimal | None:
    """Return the price that full cost and the chosen margin lead to; None while unknown."""
    if costs.full is None:
        return None
    percent = bid.costing.margin or NOUGHT
    if bid.costing.margin_kind == "margin":
        return pricing.price_by_margin(costs.full, percent) if percent < HUNDRED else None
    return pricing.price_by_mark_up(costs.full, percent)


def line_years(bid: Bid, line: CostLine, count: int) -> tuple[Decimal, ...]:
    """Return what one line costs in each of so many years, to the penny."""
    if worked_out(bid, line):
        saved = bid.costing.efficiency if line.year is None else None
        kept = 1 - (saved or NOUGHT) / HUNDRED
        years = _post_years(bid, line, count) or (None,) * count
        return tuple(
            to_pence(one.total * kept**at) if one is not None else NOUGHT
            for at, one in enumerate(years)
        )
    amount = line_amount(bid, line) or NOUGHT
    if line.year is not None:
        return tuple(amount if year == line.year else NOUGHT for year in range(1, count + 1))
    if line.every_year:
        return _years(bid, amount, count)
    return (amount, *(NOUGHT,) * (count - 1))


def _post_years(bid: Bid, line: CostLine, count: int) -> tuple[PostCost, ...]:
    """Return the years of a post; nothing where its hours or months do not make sense."""
    try:
        return post_line_years(bid, line, count)
    except InputError:
        return ()


def _allowance(bid: Bid, count: int) -> list[Decimal]:
    if not bid.costing.allowance_free:
        return [NOUGHT] * count
    posts = [one for one in bid.cost_lines if worked_out(bid, one)]
    found = [years for one in posts if (years := _post_years(bid, one, count))]
    return free_allowance(bid, found, count)


def _years(bid: Bid, first: Decimal, count: int) -> tuple[Decimal, ...]:
    return pricing.years(
        first, count, bid.costing.inflation or NOUGHT, bid.costing.efficiency or NOUGHT
    )


def _overhead(bid: Bid, direct: Decimal) -> tuple[Decimal | None, full_cost.FullCost | None]:
    """Return this bid's share of the centre in the first year, with the table behind it."""
    if bid.costing.method not in ("one driver", "drivers"):
        return None, None
    if not bid.overheads:
        raise InputError(tr("Which costs of the centre are shared? None is listed yet."))
    projects = [one for one in bid.projects if not one.central]
    ours = next((at for at, one in enumerate(projects) if one.this_bid), None)
    if ours is None:
        raise InputError(
            tr("Which of your projects is this bid?"),
            advice=tr("List all projects under Go deeper, and tick the one that is this bid."),
        )
    costs = [direct if one.this_bid else one.direct_cost or NOUGHT for one in projects]
    overheads = _overheads(bid, [one.id for one in projects], costs)
    two = bid.costing.two_pass and bid.costing.method == "drivers"
    share_out = full_cost.cost_in_two_passes if two else full_cost.cost_in_one_pass
    table = share_out(costs, overheads)
    return table.projects[ours].overhead, table


def _overheads(bid: Bid, projects: list[str], costs: list[Decimal]) -> list[full_cost.Overhead]:
    central = {one.id for one in bid.projects if one.central}
    only = bid.drivers[0].id if bid.costing.method == "one driver" and bid.drivers else ""
    found: list[full_cost.Overhead] = []
    for one in bid.overheads:
        shares = {
            s.project: s.amount for s in bid.driver_shares if s.parent == (only or one.driver)
        }
        driver = full_cost.Driver(
            tuple(shares.get(project) or NOUGHT for project in projects),
            sum((amount or NOUGHT for who, amount in shares.items() if who in central), NOUGHT),
        )
        if not shares:
            driver = full_cost.spending_driver(costs)
        team = one.kind in ("management", "governance")
        found.append(full_cost.Overhead(one.title, one.amount or NOUGHT, driver, team))
    return found
