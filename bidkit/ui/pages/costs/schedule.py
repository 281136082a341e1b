"""The price schedule beside the price and beside our full cost: by year, by lot, to the penny."""

from __future__ import annotations

from collections.abc import Iterator

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words
from bidkit.export.compose.money import is_grant
from bidkit.figures.pricing import Reconciled
from bidkit.figures.readings.costs import Costs, readable_costs
from bidkit.figures.readings.lots import name_of_lot
from bidkit.figures.readings.schedule import Beside, Schedule, by_lot, by_year, schedule_of
from bidkit.session.fitting.schedule import drafted_lines, with_drafted_lines
from bidkit.ui.pages.costs.acts import Act
from bidkit.ui.pages.costs.totals import READS
from bidkit.ui.reading_card import Sentence, Shown, Sight
from bidkit.words import later, tr

NAMES = (*READS, "price_lines", "lots", "opportunity", "about")


def schedule(bid: Bid) -> Shown | None:
    """Return whether the schedule makes the price and covers cost, or the offer to draft one."""
    found, costs = schedule_of(bid), readable_costs(bid)
    if not found.lines:
        return _draft(bid)
    sentences = [_price_words(found, grant=is_grant(bid)), *_cost_words(found, costs)]
    if found.options:
        options = money_words(found.options)
        sentences.append((tr("Options come to {options} on top.", options=options), "muted"))
    rows = list(_rows(bid, costs)) if costs is not None and costs.full is not None else []
    if not rows or costs is None or costs.full is None:
        return Shown(sentences)
    left = found.given - costs.full
    rows.append(
        (tr("In all"), money_words(found.given), money_words(costs.full), money_words(left))
    )
    headings = (tr("Where"), tr("Schedule"), tr("Our full cost"), tr("Left over"))
    return Shown(sentences, headings, rows, sum_row=True)


def _draft(bid: Bid) -> Shown | None:
    if bid.price_lines or not drafted_lines(bid, ""):
        return None
    if is_grant(bid):
        words = tr("A budget can be drafted from your costs. It shows their names and amounts.")
        return Shown(((words, "muted"),), offer=tr("Draft the budget"))
    words = tr("If the buyer wants a schedule, it can be drafted by lot and year from your costs.")
    return Shown(((words, "muted"),), offer=tr("Draft the schedule"))


def _price_words(found: Schedule, *, grant: bool) -> Sentence:
    given = money_words(found.given)
    if found.beside_price is None:
        return tr("It adds up to {given}.", given=given), "muted"
    if found.beside_price.difference:
        return _apart_words(given, found.beside_price, grant=grant), "warn"
    if grant:
        return tr("✓ It adds up to {given}: what we ask for, to the penny.", given=given), "good"
    return tr("✓ The schedule adds up to {given}: the price, to the penny.", given=given), "good"


def _apart_words(given: str, beside: Reconciled, *, grant: bool) -> str:
    apart, more = money_words(abs(beside.difference)), beside.difference > 0
    if grant and more:
        return tr("▲ It adds up to {given}: {apart} more than we ask.", given=given, apart=apart)
    if grant:
        return tr("▲ It adds up to {given}: {apart} less than we ask.", given=given, apart=apart)
    if more:
        return tr(
            "▲ The schedule adds up to {given}: {apart} above the price.", given=given, apart=apart
        )
    return tr(
        "▲ The schedule adds up to {given}: {apart} below the price.", given=given, apart=apart
    )


def _cost_words(found: Schedule, costs: Costs | None) -> Iterator[Sentence]:
    if costs is None or costs.full is None or not found.given:
        return
    left = found.given - costs.full
    cost, over = money_words(costs.full), money_words(abs(left))
    if left < 0:
        yield tr("▲ Our full cost is {cost}: {over} is not covered.", cost=cost, over=over), "warn"
    elif left:
        yield tr("✓ Our full cost is {cost}; {over} is left over.", cost=cost, over=over), "good"
    else:
        yield tr("✓ It is our full cost, to the penny."), "good"


def _rows(bid: Bid, costs: Costs) -> Iterator[tuple[str, ...]]:
    years, lots = by_year(bid, costs), by_lot(bid, costs)
    if len(years) > 1:
        if lots:
            yield (tr("By year"), "", "", "")
        for row in years:
            yield _row(tr("Year {n}", n=row.year) if row.year else tr("Without a year"), row)
    names = {lot.id: name_of_lot(lot) for lot in bid.lots}
    if lots and len(years) > 1:
        yield (tr("The same by lot"), "", "", "")
    for row in lots:
        yield _row(names[row.lot] if row.lot else tr("Without a lot"), row)


def _row(name: str, row: Beside) -> tuple[str, ...]:
    mark = "▲ " if row.left < 0 else ""
    left = mark + money_words(row.left)
    return (name, money_words(row.given), money_words(row.cost), left)


def draft_act(bid_id: str) -> Act:
    """Return what drafting the schedule does in one bid."""

    def change(bid: Bid) -> Bid:
        return with_drafted_lines(bid, bid_id)

    return Act(later("Draft the schedule"), change, ref(Bid, lambda b: b.price_lines))


BUDGET = Sight(later("The budget and what we ask for"), NAMES, schedule)
SCHEDULE = Sight(later("Schedule, price and cost"), NAMES, schedule)
