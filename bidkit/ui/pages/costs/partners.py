"""What partners cost among our costs, beside what is agreed with them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bidkit.domain.base import derived_id, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.edits import with_fields
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words
from bidkit.figures.readings.costs import readable_costs, year_count
from bidkit.figures.readings.partner_costs import PartnerCosts, partner_costs, uncosted
from bidkit.figures.shares import apportion
from bidkit.ui.pages.costs.acts import Act
from bidkit.ui.pages.costs.totals import READS
from bidkit.ui.reading_card import MOST_SENTENCES, Sentence, Shown, Sight
from bidkit.words import later, tr


def partners(bid: Bid) -> Shown | None:
    """Return each partner's part of the costs over all years; None where we bid alone."""
    costs = readable_costs(bid)
    if costs is None or not bid.partners:
        return None
    found = partner_costs(bid, costs)
    rows: list[tuple[str, ...]] = [
        (
            one.name or tr("(no name yet)"),
            money_words(one.in_costs),
            money_words(one.paid),
            money_words(one.full_cost),
        )
        for one in found.partners
    ]
    rows.append((tr("Ours alone"), money_words(found.ours), "", ""))
    rows.append((tr("Direct cost"), money_words(costs.direct_total), "", ""))
    headings = (
        tr("Over all years"),
        tr("In our costs"),
        tr("Paid to them"),
        tr("Their full cost"),
    )
    return Shown(
        tuple(_words(found))[:MOST_SENTENCES], headings, rows, sum_row=True, offer=_offer(bid)
    )


def with_partner_lines(bid: Bid) -> Bid:
    """Return the bid with cost lines for each partner who is paid and has none, one for each year.

    The lines of a partner make what it is paid over the whole contract, to the penny.
    """
    count = year_count(bid)
    order = max((one.order for one in bid.cost_lines), default="")
    lines = list(bid.cost_lines)
    for one in uncosted(bid):
        parts = apportion(one.price or Decimal(0), [Decimal(1)] * count)
        for year, (part, key) in enumerate(zip(parts, keys_after(order, count), strict=True), 1):
            order = key
            line = CostLine(
                id=derived_id("partner's work", one.id, str(year)),
                order=key,
                title=one.name if count == 1 else tr("{name}, year {n}", name=one.name, n=year),
                kind="partner",
                amount=part,
                year=None if count == 1 else year,
                partner=one.id,
            )
            lines.append(line)
    filled: Bid = with_fields(bid, {"cost_lines": tuple(lines)})
    return filled


def _offer(bid: Bid) -> str:
    missing = uncosted(bid)
    if len(missing) == 1:
        return tr("Put the price of {name} among the costs", name=missing[0].name)
    return tr("Put {n} partners’ prices among the costs", n=len(missing)) if missing else ""


def _words(found: PartnerCosts) -> Iterator[Sentence]:
    for one in found.partners:
        if one.apart:
            words = tr(
                "▲ {name}: our costs hold {held}, {paid} is agreed.",
                name=one.name,
                held=money_words(one.in_costs),
                paid=money_words(one.paid),
            )
            yield words, "warn"
    priced = [one for one in found.partners if one.paid is not None]
    if priced and not any(one.apart or one.in_costs is None for one in priced):
        yield tr("✓ What partners are paid stands among the costs, to the penny."), "good"


ADD_PARTNERS = Act(
    later("Partners’ prices among the costs"),
    with_partner_lines,
    ref(Bid, lambda b: b.cost_lines),
)
PARTNERS = Sight(later("What partners cost"), (*READS, "partners"), partners)
