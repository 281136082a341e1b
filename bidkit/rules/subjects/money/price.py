"""What is wrong with the price: above a ceiling, not where it is wanted, sums that differ."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words, percent_words
from bidkit.domain.stages import Stage
from bidkit.figures.pricing import below_percent
from bidkit.figures.readings.costs import price_of, readable_costs
from bidkit.figures.readings.lot_costs import lots_costed
from bidkit.figures.readings.schedule import (
    by_lot,
    lines_counted,
    schedule_amount,
    schedule_of,
)
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import is_grant
from bidkit.words import tr


def asked_price(bid: Bid) -> Decimal | None:
    """Return the price asked in all: as typed, else the sum of the schedule without options."""
    if (price := price_of(bid)) is not None:
        return price
    found = schedule_of(bid)
    return found.given if found.given else None


def above_ceiling(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price above the most the buyer will pay."""
    price, ceiling = asked_price(bid), bid.opportunity.ceiling
    if price is not None and ceiling is not None and price > ceiling:
        yield Remark(
            here(lambda b: b.costing.price),
            Level.MUST,
            tr("The price is above the buyer's ceiling."),
            tr(
                "{price} is {over} above {ceiling}.",
                price=money_words(price),
                over=money_words(price - ceiling),
                ceiling=money_words(ceiling),
            ),
            tr("Offer less for less, or do not bid; a price over the ceiling is not read."),
        )


def above_grant(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A sum asked that is above the most the funder gives."""
    price, most = asked_price(bid), bid.opportunity.grant_maximum
    if price is not None and most is not None and price > most:
        yield Remark(
            here(lambda b: b.costing.price),
            Level.MUST,
            tr("You ask for more than the fund gives."),
            tr("{price} of {most} at most.", price=money_words(price), most=money_words(most)),
            tr("Ask for less, and name who pays the rest."),
        )


def price_not_allowed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price where the buyer wants none."""
    if bid.costing.price_wanted == "no" and asked_price(bid) is not None:
        yield Remark(
            here(lambda b: b.costing.price_wanted),
            Level.MUST,
            tr("A price stands here, and the buyer allows none."),
            tr("A price in the wrong place may put the bid out."),
            tr("Take the price out, or say that a price is wanted."),
        )


def price_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The buyer wants a price, and there is none."""
    nothing = asked_price(bid) is None and bid.costing.price is None
    if bid.costing.price_wanted == "yes" and nothing:
        yield Remark(
            here(lambda b: b.costing.price),
            Level.MUST,
            tr("What is the sum you ask for?") if is_grant(bid) else tr("What is the price?"),
            tr("It is asked for, and an incomplete bid may be rejected."),
            tr("Work out the full cost first, then set it."),
        )


def units_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price for each unit without how many there will be."""
    costing = bid.costing
    if costing.price_basis == "a unit" and costing.price is not None and not costing.units:
        yield Remark(
            here(lambda b: b.costing.units),
            Level.SHOULD,
            tr("How many units do you expect?"),
            tr("Without it nobody knows whether the price covers the cost."),
            tr("Enter the number for the whole time; take a careful one."),
        )


def margin_too_large(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A margin of the whole price or more."""
    costing = bid.costing
    if costing.margin_kind == "margin" and costing.margin is not None and costing.margin >= 100:
        yield Remark(
            here(lambda b: b.costing.margin),
            Level.SHOULD,
            tr("A margin must be less than 100% of the price."),
            tr("At 100% the cost itself would have to be nothing."),
            tr("Enter a smaller margin, or use a share on top of cost."),
        )


def no_margin(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A contract priced without a margin."""
    costing = bid.costing
    if is_grant(bid) or asked_price(bid) is None:
        return
    if costing.margin is None:
        yield Remark(
            here(lambda b: b.costing.margin),
            Level.HINT,
            tr("Is there a margin?"),
            tr("It pays for what goes wrong and builds reserves; turnover does not."),
            tr("Enter a margin, 0 if you decided on none."),
        )


def schedule_differs(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price schedule that does not add up to the price."""
    found = schedule_of(bid).beside_price
    if found is not None and found.difference:
        yield Remark(
            here(lambda b: b.price_lines),
            Level.SHOULD,
            tr("The price schedule and the price differ."),
            tr(
                "The schedule adds up to {given}, the price is {price}.",
                given=money_words(found.given),
                price=money_words(found.expected),
            ),
            tr("Correct one of them; buyers check the sum."),
        )


def schedule_line_empty(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A line of the schedule that says no amount."""
    for one in lines_counted(bid):
        if schedule_amount(one) is None:
            yield Remark(
                at(lambda b: b.price_lines, one, lambda p: p.amount),
                Level.SHOULD,
                tr("“{title}” has no amount.", title=one.title) if one.title else tr("No amount."),
                tr("It is printed with a gap where the buyer wants a figure."),
                tr("Enter the amount, or how many and the rate; 0 where it is free."),
            )


def lot_below_cost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A lot priced below what it costs, which may be won without the others."""
    costs = readable_costs(bid)
    if costs is None or len(lots_costed(bid)) < 2:
        return
    for row in by_lot(bid, costs):
        lot = next((one for one in bid.lots if one.id == row.lot), None)
        if lot is not None and row.given and row.left < 0:
            yield Remark(
                here(lambda b: b.price_lines),
                Level.SHOULD,
                tr("Lot {lot} is priced below what it costs.", lot=lot.number or lot.title),
                tr(
                    "Price {price}, full cost {cost}: {short} is missing if you win it alone.",
                    price=money_words(row.given),
                    cost=money_words(row.cost),
                    short=money_words(-row.left),
                ),
                tr("Move price between the lots, or say which lot a shared cost belongs to."),
            )


def looks_low(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A price so far below the estimate that it may look abnormally low."""
    level, price, value = facts.levels.low_price_percent, asked_price(bid), bid.opportunity.value
    if level is None or price is None or value is None or is_grant(bid):
        return
    below = below_percent(price, value)
    if below is not None and below > level and not bid.costing.low_price_explanation.strip():
        yield Remark(
            here(lambda b: b.costing.low_price_explanation),
            Level.HINT,
            tr("The price may look abnormally low."),
            tr("It is {percent} below the buyer's estimate.", percent=percent_words(below, 0)),
            tr("Prepare an explanation; you have a right to give one."),
        )


def vat_unclear(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A contract price without saying how VAT is treated."""
    if is_grant(bid) or asked_price(bid) is None:
        return
    if bid.costing.vat_treatment in ("", "unsure"):
        yield Remark(
            here(lambda b: b.costing.vat_treatment),
            Level.HINT,
            tr("How is VAT treated?"),
            tr("A grant, a taxable and an exempt supply leave you with different costs."),
            tr("Ask your accountant, and say in the bid whether the price excludes VAT."),
        )


HERE = Stage.COSTS
FULL_COST = "Full cost recovery, NCVO; Partnership in Public Services, 2006"
BEHIND = "costing cost_lines overheads projects drivers driver_shares pay_figures"
BUYER = "The buyer's instructions"
RULES = (
    rule(above_ceiling, HERE, "costing opportunity price_lines lots", BUYER),
    rule(above_grant, HERE, "costing opportunity price_lines lots", "The fund's conditions"),
    rule(price_not_allowed, HERE, "costing price_lines lots", BUYER),
    rule(price_missing, HERE, "costing price_lines lots opportunity about", BUYER),
    rule(units_missing, HERE, "costing", BUYER),
    rule(margin_too_large, HERE, "costing", FULL_COST),
    rule(schedule_differs, HERE, "costing price_lines lots", BUYER),
    rule(schedule_line_empty, HERE, "price_lines lots", BUYER),
    rule(lot_below_cost, HERE, f"{BEHIND} price_lines lots", FULL_COST, small_grant=False),
    rule(
        no_margin,
        HERE,
        "costing price_lines lots opportunity about",
        "Tips for bidding, From Policy to Practice, 2007: margins, not turnover",
        small_grant=False,
    ),
    rule(
        looks_low,
        HERE,
        "costing price_lines lots opportunity about",
        "Procurement Act 2023, section 19(3) to (5)",
        "levels",
        small_grant=False,
    ),
    rule(
        vat_unclear,
        HERE,
        "costing price_lines lots opportunity about",
        "Charity Tax Group",
        small_grant=False,
    ),
)
