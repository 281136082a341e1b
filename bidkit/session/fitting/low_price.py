"""A first draft of why the work can be done for this price, for a buyer who thinks it too low."""

from __future__ import annotations

from collections.abc import Iterator

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.showing import money_words, percent_words
from bidkit.figures.readings.costs import Costs, readable_costs
from bidkit.figures.readings.staff import worked_out
from bidkit.words import tr


def drafted_explanation(bid: Bid) -> str:
    """Return sentences that the bid bears out, and places in square brackets for what it lacks.

    The price is named, and nothing else of the sums: what stands behind it stays with us.
    """
    costs = readable_costs(bid)
    if costs is None or costs.price is None or not bid.cost_lines:
        return ""
    return "\n\n".join([_opening(costs), *_reasons(bid, costs), _closing(bid)])


def with_explanation(bid: Bid) -> Bid:
    """Return the bid with a drafted explanation; words that stand there stay."""
    if bid.costing.low_price_explanation.strip():
        return bid
    drafted: Bid = with_fields(bid, {"costing.low_price_explanation": drafted_explanation(bid)})
    return drafted


def _opening(costs: Costs) -> str:
    price = money_words(costs.price)
    if costs.full is None:
        return tr(
            "Our price of {price} is built up from the cost of each part of the work. [Say what "
            "share of running the organisation it bears.]",
            price=price,
        )
    return tr(
        "Our price of {price} is built up from the full cost of the work: every post and activity, "
        "and a fair share of running the organisation.",
        price=price,
    )


def _reasons(bid: Bid, costs: Costs) -> Iterator[str]:
    kinds = {line.kind for line in bid.cost_lines}
    if costs.margin is not None and costs.margin.amount >= 0:
        yield tr("It covers that cost in full. Nothing in it depends on donations.")
    elif costs.recovery is not None and costs.recovery.shortfall:
        yield _shortfall(bid)
    if any(worked_out(bid, line) for line in bid.cost_lines):
        yield tr(
            "Posts are priced with employer’s National Insurance and pension for every year. "
            "[Confirm: pay follows our own scale, and none is below the lawful minimum.]"
        )
    elif "staff" in kinds:
        yield tr("[Confirm: pay is lawful, with National Insurance, pension and pay rises.]")
    if bid.costing.efficiency and bid.costing.efficiency > 0:
        saved = percent_words(bid.costing.efficiency, 1)
        yield tr("We save {saved} a year: [say how].", saved=saved) + (
            f" {bid.costing.efficiency_note.strip()}" if bid.costing.efficiency_note.strip() else ""
        )
    if "partner" in kinds or any(line.partner for line in bid.cost_lines):
        yield tr("Partners are paid for their part at the price agreed with them.")
    if "volunteers" in kinds:
        yield tr(
            "Volunteers add to the service, and their expenses are in the price. [Confirm: none of "
            "them takes the place of a paid post.]"
        )
    yield tr("[What else makes it possible: premises you have, systems in place, local people.]")


def _shortfall(bid: Bid) -> str:
    sources = [one.source for one in bid.other_funding if one.source and one.status == "secured"]
    if sources:
        return tr(
            "Part of the cost is met by money that is certain: {sources}.",
            sources=", ".join(sources),
        )
    return tr("[Part of the cost is not in the price: say who pays it, and that it is certain.]")


def _closing(bid: Bid) -> str:
    count = bid.costing.years or 1
    if count > 1:
        return tr(
            "The price is worked out for the whole term of {n} years. [Confirm: trustees stand by "
            "it.]",
            n=count,
        )
    return tr("The price is worked out for the whole term. [Confirm: trustees stand by it.]")
