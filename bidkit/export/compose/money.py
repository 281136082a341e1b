"""Price as the buyer asks for it, and, for us alone, the costs behind it."""

from __future__ import annotations

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
from bidkit.words import later, tr

VAT_WORDS = {
    "grant": later("A grant, outside VAT"),
    "taxable": later("The price excludes VAT"),
    "exempt": later("Exempt from VAT"),
}


def price(bid: Bid, options: Options) -> tree.Blocks:
    """Return the price schedule and the notes that go with it, nothing of what lies behind."""
    blocks: list[tree.Block] = []
    whole = price_of(bid)
    schedule = price_table(bid, options)
    if schedule:
        blocks += schedule
    elif whole is not None:
        label = tr("Amount asked for") if is_grant(bid) else tr("Price")
        words = tree.Fact(label, tree.text(money_words(whole), bold=True))
        blocks.append(tree.KeyFacts((words,)))
    vat = str(VAT_WORDS.get(bid.costing.vat_treatment, ""))
    blocks += plain_blocks(bid.costing.price_note)
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


def is_grant(bid: Bid) -> bool:
    """Tell whether this asks for a grant rather than a price."""
    return bid.opportunity.funding == "grant" or bid.about.route in ("small_grant", "larger_grant")


def price_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the price schedule of the lots wanted; nothing where there are no lines."""
    lines = [one for one in bid.price_lines if for_lot((one.lot,) if one.lot else (), options.lot)]
    return (_schedule(lines),) if lines else ()


def _schedule(lines: list[PriceLine]) -> tree.Table:
    rows = [
        tree.row(
            one.title,
            " ".join(p for p in (number_words(one.quantity), one.unit) if p),
            money_words(one.rate),
            money_words(one.amount),
            heading=True,
        )
        for one in lines
    ]
    given = [one.amount for one in lines if one.amount is not None and one.option != "yes"]
    if given:
        rows.append(tree.row(tr("Total"), "", "", money_words(sum(given, Decimal(0))), total=True))
    header = tree.row(tr("Item"), tr("Quantity"), tr("Rate"), tr("Amount"))
    columns = (
        tree.Column(0.46),
        tree.Column(0.2),
        tree.Column(0.16, "right"),
        tree.Column(0.18, "right"),
    )
    return tree.Table(columns, tuple(rows), (header,), caption=tr("Price schedule"))


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
    blocks = (table, *cost_chart(bid), _totals(reading))
    if reading.trouble:
        blocks = (*blocks, tree.Callout(plain_blocks(reading.trouble), kind="warning"))
    return (tree.Section(tr("Costs behind the price"), blocks, key="costs"),)


def _totals(reading: Costs) -> tree.KeyFacts:
    margin, recovery = reading.margin, reading.recovery
    pairs = (
        (tr("Margin"), money_words(margin.amount) if margin else ""),
        (tr("Price"), money_words(reading.price)),
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
