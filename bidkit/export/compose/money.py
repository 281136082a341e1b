"""Price as the buyer asks for it, and, for us alone, the costs behind it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine, kind_words
from bidkit.domain.showing import money_words, number_words
from bidkit.export import tree
from bidkit.export.compose.asked import for_lot
from bidkit.export.compose.charts import cost_chart
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import plain_blocks
from bidkit.figures.readings.costs import Costs, costs_of, line_amount, price_of
from bidkit.figures.readings.lots import name_of_lot, short_name_of_lot
from bidkit.figures.readings.schedule import schedule_amount
from bidkit.figures.readings.scoring.lot_prices import if_won
from bidkit.words import later, tr

VAT_WORDS = {
    "grant": later("A grant, outside VAT"),
    "taxable": later("The price excludes VAT"),
    "exempt": later("Exempt from VAT"),
}


def price(bid: Bid, options: Options) -> tree.Blocks:
    """Return the price schedule and the notes that go with it, nothing of what lies behind."""
    blocks: list[tree.Block] = []
    whole = price_of(bid) if options.whole_price else None
    schedule = price_table(bid, options)
    if schedule:
        blocks += schedule
        blocks += combined(bid, options)
    elif whole is not None:
        blocks.append(tree.KeyFacts(tuple(_price_facts(bid, whole))))
    vat = str(VAT_WORDS.get(bid.costing.vat_treatment, ""))
    blocks += plain_blocks(bid.costing.price_note)
    blocks += plain_blocks(bid.costing.efficiency_note)
    blocks += plain_blocks(bid.costing.vat_note or (vat + "." if vat and blocks else ""))
    if bid.other_funding:
        rows = tuple(
            tree.row(one.source, one.status, money_words(one.amount), heading=True)
            for one in bid.other_funding
        )
        header = tree.row(tr("Other funding"), tr("Status"), tr("Amount"))
        columns = (tree.Column(0.5), tree.Column(0.25), tree.Column(0.25, "right"))
        blocks.append(tree.Table(columns, rows, (header,)))
    if not blocks:
        return ()
    title = tr("What it costs") if is_grant(bid) else tr("Price")
    return (tree.Section(title, tuple(blocks), key="price"),)


def _price_facts(bid: Bid, whole: Decimal) -> Iterator[tree.Fact]:
    """Yield the price on the basis it is asked for, then what it comes to in all."""
    costing = bid.costing
    each = tree.text(money_words(costing.price), bold=True)
    if costing.price_basis == "a year":
        yield tree.Fact(tr("Price a year"), each)
    elif costing.price_basis == "a unit":
        unit = costing.unit_name.strip() or tr("unit")
        yield tree.Fact(tr("Price for one {unit}", unit=unit), each)
    label = tr("Amount asked for") if is_grant(bid) else tr("Price")
    label = tr("In all") if costing.price_basis in ("a year", "a unit") else label
    if costing.price_basis != "a unit" or costing.units is not None:
        yield tree.Fact(label, tree.text(money_words(whole), bold=True))


def combined(bid: Bid, options: Options) -> tree.Blocks:
    """Return the prices of lots offered together; only in the set that is for all of them."""
    found = [one for one in if_won(bid) if one.own is not None and one.price is not None]
    if options.lot or not found:
        return ()
    rows = tuple(
        tree.row(
            " + ".join(short_name_of_lot(lot) for lot in one.lots),
            one.own.note if one.own is not None else "",
            money_words(one.price),
            heading=True,
        )
        for one in found
    )
    header = tree.row(tr("Lots"), tr("Why together"), tr("Price together"))
    columns = (tree.Column(0.25), tree.Column(0.53), tree.Column(0.22, "right"))
    return (tree.Table(columns, rows, (header,), caption=tr("Lots together")),)


def is_grant(bid: Bid) -> bool:
    """Tell whether this asks for a grant rather than a price."""
    return bid.opportunity.funding == "grant" or bid.about.route in ("small_grant", "larger_grant")


def price_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the price schedule of the lots wanted; nothing where there are no lines."""
    lines = [one for one in bid.price_lines if for_lot((one.lot,) if one.lot else (), options.lot)]
    return (_schedule(bid, lines),) if lines else ()


def line_title(bid: Bid, lot: str, year: int | None) -> str:
    """Return how a line is called that has no name of its own: "Lot 1: Harbour hub, year 2"."""
    found = next((one for one in bid.lots if one.id == lot), None)
    if found is not None:
        name = name_of_lot(found)
        return tr("{lot}, year {n}", lot=name, n=year) if year else name
    return tr("Year {n}", n=year) if year else tr("The whole service")


def _schedule(bid: Bid, lines: list[PriceLine]) -> tree.Table:
    """Return the lines with their sum, then options apart; rates only where some line has one."""
    rated = any(one.rate is not None or one.quantity is not None for one in lines)
    fixed = [one for one in lines if one.option != "yes"]
    options = [one for one in lines if one.option == "yes"]
    rows = [_schedule_row(bid, one, rated=rated) for one in fixed]
    given = [amount for one in fixed if (amount := schedule_amount(one)) is not None]
    gap = ("", "") if rated else ()
    if given:
        total = money_words(sum(given, Decimal(0)))
        rows.append(tree.row(tr("Total"), *gap, total, total=True))
    rows += [_schedule_row(bid, one, rated=rated) for one in options]
    middle = (tr("Quantity"), tr("Rate")) if rated else ()
    header = tree.row(tr("Item"), *middle, tr("Amount"))
    widths = (0.46, 0.2, 0.16, 0.18) if rated else (0.75, 0.25)
    columns = [tree.Column(width, "right" if at > 1 else "left") for at, width in enumerate(widths)]
    columns[-1] = tree.Column(widths[-1], "right")
    return tree.Table(tuple(columns), tuple(rows), (header,), caption=tr("Price schedule"))


def _schedule_row(bid: Bid, line: PriceLine, *, rated: bool) -> tree.Row:
    title = line.title.strip() or line_title(bid, line.lot, line.year)
    if line.option == "yes":
        title = tr("Option, not in the total: {title}", title=title)
    many = " ".join(part for part in (number_words(line.quantity), line.unit) if part)
    rate = (many, money_words(line.rate)) if rated else ()
    return tree.row(title, *rate, money_words(schedule_amount(line)), heading=True)


def costs(bid: Bid, options: Options) -> tree.Blocks:
    """Return, for us, the cost lines, the share of the centre, full cost, price and margin."""
    if not bid.cost_lines:
        return ()
    reading = costs_of(bid)
    rows = [
        tree.row(one.title, kind_words(one.kind), money_words(line_amount(bid, one)), heading=True)
        for one in bid.cost_lines
        if for_lot(one.lots, options.lot)
    ]
    header = tree.row(tr("Cost, a year"), tr("Kind"), tr("Amount"))
    columns = (tree.Column(0.56), tree.Column(0.22), tree.Column(0.22, "right"))
    table = tree.Table(columns, tuple(rows), (header,), caption=tr("Direct costs"))
    blocks = (table, *cost_chart(bid), *_years(reading), _totals(reading, grant=is_grant(bid)))
    if reading.trouble:
        blocks = (*blocks, tree.Callout(plain_blocks(reading.trouble), kind="warning"))
    title = tr("The costs in full") if is_grant(bid) else tr("Costs behind the price")
    return (tree.Section(title, blocks, key="costs"),)


def _years(reading: Costs) -> tree.Blocks:
    """Return each year's direct cost, share of the centre and full cost; nothing for one year."""
    if len(reading.direct) < 2:
        return ()
    shares = reading.overhead or (None,) * len(reading.direct)
    rows = [
        tree.row(
            tr("Year {n}", n=at),
            money_words(direct),
            money_words(share),
            money_words(full),
            heading=True,
        )
        for at, (direct, share, full) in enumerate(
            zip(reading.direct, shares, reading.full_by_year, strict=True), 1
        )
    ]
    sums = (reading.direct_total, reading.overhead_total, reading.full)
    rows.append(tree.row(tr("In all"), *map(money_words, sums), total=True))
    header = tree.row(tr("Year"), tr("Direct"), tr("Running costs"), tr("Full cost"))
    columns = (tree.Column(0.28), *(tree.Column(0.24, "right"),) * 3)
    return (tree.Table(columns, tuple(rows), (header,), caption=tr("Year by year")),)


def _totals(reading: Costs, *, grant: bool) -> tree.KeyFacts:
    margin, recovery = reading.margin, reading.recovery
    pairs = (
        (tr("Left over") if grant else tr("Margin"), money_words(margin.amount) if margin else ""),
        (tr("We ask for") if grant else tr("Price"), money_words(reading.price)),
        (tr("Full cost"), money_words(reading.full)),
        (tr("Direct cost"), money_words(reading.direct_total)),
        (tr("Share of the centre"), money_words(reading.overhead_total)),
        (
            tr("Full cost recovered"),
            f"{recovery.percent:.2f}%" if recovery and recovery.percent is not None else "",
        ),
    )
    return tree.KeyFacts(
        tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value)
    )
