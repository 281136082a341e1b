"""Money in hand: how the buyer pays, results that may not be reached, and month by month."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.showing import MONTHS, money_words, percent_words
from bidkit.drawing.lines import LineChart, Series
from bidkit.figures.readings.cash import Cash, cash_of
from bidkit.figures.readings.costs import readable_costs
from bidkit.figures.readings.plan import break_even, plan_of
from bidkit.ui.pages.costs.totals import READS
from bidkit.ui.reading_card import Sentence, Shown, Sight
from bidkit.words import later, tr

REACHED = tuple(Decimal(percent) for percent in (100, 90, 80, 70, 50))
NAMES = (*READS, "price_lines", "lots", "payments")


def cash(bid: Bid) -> Shown | None:
    """Return the balance month by month and what must be in hand; None without any money."""
    if not bid.payments and not bid.costing.paid_every:
        return None
    found = cash_of(bid)
    return Shown(tuple(_cash_words(bid, found)), chart=_balance(found))


def results(bid: Bid) -> Shown | None:
    """Return what is left and what must be in hand if fewer results are reached than hoped."""
    plan, costs = plan_of(bid), readable_costs(bid)
    if plan is None or costs is None or not plan.for_results:
        return None
    rows = []
    for reached in REACHED:
        income = plan.fixed + plan.for_results * reached / 100
        left = income - costs.full if costs.full is not None else None
        after: Bid = with_fields(bid, {"costing.results_reached": reached})
        needed = cash_of(after).flow.needed
        mark = "▲ " if left is not None and left < 0 else ""
        rows.append(
            (
                percent_words(reached),
                money_words(income),
                mark + money_words(left) if left is not None else "",
                money_words(needed),
            )
        )
    headings = (tr("Results reached"), tr("Paid"), tr("Left over"), tr("Needed in hand"))
    return Shown(tuple(_even_words(bid)), headings, rows)


def _even_words(bid: Bid) -> Iterator[Sentence]:
    even = break_even(bid)
    if even is None:
        return
    if even > 100:
        yield tr("▲ Even with every result it does not cover full cost."), "warn"
    elif even == 0:
        yield tr("✓ It covers full cost even without results."), "good"
    else:
        share = percent_words(even, 1)
        yield tr("Below {share} of the results it costs more than it pays.", share=share), "ink"


def _cash_words(bid: Bid, found: Cash) -> Iterator[Sentence]:
    flow = found.flow
    if bid.costing.paid_every and plan_of(bid) is None:
        words = tr("Costs and price are spread over months once there is a price and a first day.")
        yield words, "muted"
    if flow.needed:
        words = tr(
            "▲ In {month} {needed} more must be in hand than you have.",
            month=month_words(found, flow.lowest_month),
            needed=money_words(flow.needed),
        )
        yield words, "warn"
    elif found.months:
        yield tr("✓ The money lasts; lowest {low}.", low=money_words(flow.lowest)), "good"
    if found.undated:
        yield tr("{n} without day, amount or way: not counted.", n=found.undated), "muted"


def month_words(found: Cash, at: int | None) -> str:
    """Return a month as "Mar 2027"; the start where it is none."""
    if at is None:
        return tr("the first month")
    month = found.months[at]
    return f"{MONTHS[month.month - 1]} {month.year}"


def _balance(found: Cash) -> LineChart | None:
    if len(found.months) < 2:
        return None
    labels = tuple(month_words(found, at) for at in range(len(found.months)))
    values = tuple(month.balance for month in found.flow.months)
    title = tr("In hand at the end of each month")
    return LineChart(title, labels, (Series(tr("In hand"), values),), money_words)


CASH = Sight(later("How long the money lasts"), NAMES, cash)
RESULTS = Sight(later("If fewer results are reached"), NAMES, results)
