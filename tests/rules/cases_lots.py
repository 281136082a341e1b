"""Cases of the rules over lots: order, hours, prices, combinations, names left in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.costs import CostLine, PriceLine
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot, LotCombination
from bidkit.domain.questionnaire import Question
from tests.rules.making import Case, made

SHOULD, HINT = Level.SHOULD, Level.HINT
LOTS = (Lot(id="l1", number="1", bidding="yes"), Lot(id="l2", number="2", bidding="yes"))
PRICED = tuple(
    PriceLine(id=f"p{n}", lot=f"l{n}", amount=Decimal(amount)) for n, amount in ((1, 60), (2, 40))
)
COSTED: dict[str, Any] = {"costing__method": "one rate", "costing__overhead_rate": Decimal(0)}
HOURS = tuple(one.model_copy(update={"hours_a_week": Decimal(30)}) for one in LOTS)
BOTH = LotCombination(id="b1", lots=("l1", "l2"))
CHEAP = BOTH.model_copy(update={"price": Decimal(60)})
NAMED = (
    LOTS[0].model_copy(update={"places": ("Harbour ward",)}),
    LOTS[1].model_copy(update={"places": ("Tyddyn",)}),
)
ASKED = Question(id="q1", number="1")


def cost(amount: int, *lots: str) -> CostLine:
    """A cost of some lots, or of all of them."""
    return CostLine(id=f"c{amount}", amount=Decimal(amount), lots=lots)


def answer(text: str, lot: str = "") -> Answer:
    """An answer to the question q1."""
    return Answer(id=f"a{lot}", parent="q1", lot=lot, text=text)


def numbered(*places: int | None) -> tuple[Lot, ...]:
    """Both lots in this order of preference."""
    return tuple(
        one.model_copy(update={"preference": place})
        for one, place in zip(LOTS, places, strict=True)
    )


CASES = (
    Case(
        "opportunity.no_order",
        made(*numbered(1, None), opportunity__lots_most_awards=1),
        made(*numbered(1, None), opportunity__lots_most_awards=2),
        SHOULD,
        "lots[l2].preference",
    ),
    Case(
        "opportunity.no_order",
        made(*numbered(1, 1), opportunity__lots_most_awards=1),
        made(*numbered(1, 2), opportunity__lots_most_awards=1),
        SHOULD,
        "lots[l1].preference",
    ),
    Case("opportunity.no_places", made(*LOTS), made(*NAMED), HINT, "lots[l1].places"),
    Case(
        "opportunity.beyond_capacity",
        made(*HOURS, lot_plan__hours_available=Decimal(50)),
        made(*HOURS, lot_plan__hours_available=Decimal(50), opportunity__lots_most_awards=1),
        SHOULD,
        "lot_plan.hours_available",
    ),
    Case("costs.lot_unpriced", made(*LOTS, PRICED[0]), made(*LOTS, *PRICED), SHOULD, "price_lines"),
    Case(
        "costs.shared_costs_stay",
        made(*LOTS, *PRICED, cost(30, "l1"), cost(10, "l2"), cost(40), **COSTED),
        made(*LOTS, *PRICED, cost(30, "l1"), cost(10, "l2"), cost(20), **COSTED),
        HINT,
        "price_lines",
    ),
    Case(
        "costs.combination_wrong",
        made(*LOTS, *PRICED, cost(30, "l1"), cost(39, "l2"), CHEAP, **COSTED),
        made(*LOTS, *PRICED, cost(30, "l1"), cost(20, "l2"), CHEAP, **COSTED),
        SHOULD,
        "lot_combinations[b1].price",
    ),
    Case(
        "costs.combination_wrong",
        made(*LOTS, LotCombination(id="b1", lots=("l1",))),
        made(*LOTS, BOTH),
        SHOULD,
        "lot_combinations[b1].lots",
    ),
    Case(
        "costs.combination_wrong",
        made(*LOTS, BOTH, opportunity__lots_most_awards=1),
        made(*LOTS, BOTH, opportunity__lots_most_awards=2),
        SHOULD,
        "lot_combinations[b1].lots",
    ),
    Case(
        "costs.combination_wrong",
        made(*LOTS, *PRICED, BOTH.model_copy(update={"price": Decimal(101)})),
        made(*LOTS, *PRICED, BOTH.model_copy(update={"price": Decimal(99)})),
        SHOULD,
        "lot_combinations[b1].price",
    ),
    Case(
        "answers.other_lot_named",
        made(*NAMED, ASKED, answer("In Tyddyn and Harbour Ward.", "l1")),
        made(*NAMED, ASKED, answer("In Harbour ward.", "l1"), answer("In Tyddyn.", "l2")),
        SHOULD,
        "answers[al1].text",
    ),
    Case(
        "answers.other_lot_named",
        made(*NAMED, ASKED, answer("In Tyddyn.")),
        made(*NAMED, ASKED, answer("In Tyddyn and in Harbour ward.")),
        HINT,
        "answers[a].text",
    ),
    Case(
        "answers.other_lot_named",
        made(*NAMED, ASKED, answer("In Tyddyn."), answer("In Tyddyn.", "l2")),
        made(*NAMED, ASKED, answer("In Harbour ward."), answer("In Tyddyn.", "l2")),
        SHOULD,
        "answers[a].text",
    ),
    Case(
        "answers.other_lot_named",
        made(*NAMED, ASKED.model_copy(update={"lots": ("l2",)}), answer("In Harbour ward.")),
        made(*NAMED, ASKED.model_copy(update={"lots": ("l2",)}), answer("In Harbour wards.")),
        SHOULD,
        "answers[a].text",
    ),
)
