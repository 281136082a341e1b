"""The tables that are only read: years, the sharing of overheads, the schedule, the months."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words, percent_words
from bidkit.export.compose.charts import cost_make_up
from bidkit.export.compose.money import is_grant
from bidkit.figures.full_cost import difference_from_accounts
from bidkit.figures.pricing import recovery, unit_cost
from bidkit.figures.readings.costs import Costs, readable_costs, suggested_price
from bidkit.ui.pages.costs.acts import Act
from bidkit.ui.pages.costs.totals import READS
from bidkit.ui.reading_card import Sentence, Shown, Sight
from bidkit.words import later, tr


def make_up(bid: Bid) -> Shown | None:
    """Return the chart of what the first year is made of."""
    chart = cost_make_up(bid) if readable_costs(bid) is not None else None
    return Shown(chart=chart) if chart is not None else None


def years(bid: Bid) -> Shown | None:
    """Return each year's direct cost, share of the centre and full cost; None for one year."""
    costs = readable_costs(bid)
    if costs is None or len(costs.direct) < 2 or not costs.direct_total:
        return None
    shares = costs.overhead or (None,) * len(costs.direct)
    rows = [
        (tr("Year {n}", n=n), money_words(direct), money_words(share), money_words(full))
        for n, (direct, share, full) in enumerate(
            zip(costs.direct, shares, costs.full_by_year, strict=True), 1
        )
    ]
    whole = costs.full if costs.full is not None else costs.direct_total
    sums = (money_words(costs.direct_total), money_words(costs.overhead_total), money_words(whole))
    rows.append((tr("In all"), *sums))
    headings = (tr("Year"), tr("Direct"), tr("Running costs"), tr("Full cost"))
    return Shown((), headings, rows, sum_row=True)


def shared_out(bid: Bid) -> Shown | None:
    """Return how each overhead was shared and what falls on this bid, with the check."""
    costs = readable_costs(bid)
    if costs is None or (costs.table is None and not costs.trouble):
        return None
    if costs.table is None:
        return Shown(((f"▲ {costs.trouble}", "warn"),))
    projects = [one for one in bid.projects if not one.central]
    ours = next((at for at, one in enumerate(projects) if one.this_bid), 0)
    rows = [
        (
            one.key or tr("(no name yet)"),
            money_words(one.amount),
            money_words(one.taken_in) if one.taken_in else "",
            money_words(one.shares[ours]),
        )
        for one in costs.table.rows
    ]
    mine = costs.table.projects[ours]
    whole = sum((one.amount for one in costs.table.rows), Decimal(0))
    rows.append((tr("In all"), money_words(whole), "", money_words(mine.overhead)))
    headings = (tr("Overhead"), tr("A year"), tr("From the centre"), tr("This bid"))
    return Shown(_check_words(bid, costs), headings, rows, sum_row=True)


def _check_words(bid: Bid, costs: Costs) -> tuple[Sentence, ...]:
    table = costs.table
    if table is None:
        return ()
    found: list[Sentence] = []
    ours = next((one for one in bid.projects if one.this_bid), None)
    projects = [one for one in bid.projects if not one.central]
    if ours is not None:
        share = table.projects[projects.index(ours)].overhead_percent
        words = tr("Running costs come to {share} of direct cost.", share=percent_words(share, 1))
        found.append((words, "muted"))
    if bid.costing.accounts_total is not None:
        apart = difference_from_accounts(table, bid.costing.accounts_total)
        if apart:
            words = tr(
                "▲ All projects together come to {total}: {apart} {side} the accounts.",
                total=money_words(table.total),
                apart=money_words(abs(apart)),
                side=tr("above") if apart > 0 else tr("below"),
            )
            found.append((words, "warn"))
        else:
            found.append((tr("✓ All projects together make the accounts, to the penny."), "good"))
    return tuple(found)


def price_help(bid: Bid) -> Shown | None:
    """Return the price that full cost and margin lead to, and what one unit comes to."""
    costs = readable_costs(bid)
    price = suggested_price(bid, costs) if costs is not None else None
    if costs is None or costs.full is None or price is None:
        return None
    words = tr("Full cost and margin lead to {price}.", price=money_words(price))
    if is_grant(bid):
        words = tr("All costs with running the organisation: {price}.", price=money_words(price))
    found: list[Sentence] = [(words, "ink")]
    each = unit_cost(costs.full, bid.costing.units) if bid.costing.units else None
    if each is not None:
        unit = bid.costing.unit_name or tr("unit")
        words = tr("Full cost of one {unit}: {cost}.", unit=unit, cost=money_words(each))
        found.append((words, "muted"))
    offer = tr("Use {price} as the price", price=money_words(price))
    if is_grant(bid):
        offer = tr("Ask for {price}", price=money_words(price))
    offer = offer if price != costs.price else ""
    return Shown(found, offer=offer)


def take_price(bid: Bid) -> Bid:
    """Return the bid with the price that full cost and margin lead to, for the whole time."""
    costs = readable_costs(bid)
    price = suggested_price(bid, costs) if costs is not None else None
    if price is None:
        return bid
    costing = bid.costing.model_copy(update={"price": price, "price_basis": "total"})
    return bid.model_copy(update={"costing": costing})


def offered(bid: Bid) -> Shown | None:
    """Return how much of full cost an offer of the buyer's pays for."""
    costs, offer = readable_costs(bid), bid.costing.offer
    if costs is None or costs.full is None or offer is None:
        return None
    found = recovery(offer, costs.full)
    share = percent_words(found.percent, 2)
    if found.shortfall:
        short = money_words(found.shortfall)
        words = tr("▲ It pays {share} of full cost; {short} is missing.", share=share, short=short)
        return Shown(((words, "warn"),))
    over = money_words(found.surplus)
    words = tr("✓ It pays {share} of full cost, {over} more than it costs.", share=share, over=over)
    return Shown(((words, "good"),))


TAKE_PRICE = Act(later("Price"), take_price, ref(Bid, lambda b: b.costing.price))
MAKE_UP = Sight(later("What it is made of"), READS, make_up)
YEARS = Sight(later("Year by year"), READS, years)
SHARED_OUT = Sight(later("5. How it was shared"), READS, shared_out)
PRICE_HELP = Sight(later("What the figures say"), READS, price_help)
OFFERED = Sight(later("What is offered against full cost"), READS, offered)
