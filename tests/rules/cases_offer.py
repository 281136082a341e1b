"""Cases of the rules over what answers insert, our offer, partners and the presentation."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.answers import Answer
from bidkit.domain.costs import PriceLine
from bidkit.domain.finding import Level
from bidkit.domain.offer import DeliveryStep
from bidkit.domain.questionnaire import Question
from tests.rules.making import Case, made

MUST, SHOULD, HINT = Level.MUST, Level.SHOULD, Level.HINT
ASKED = Question(id="q1", number="Q1", marking="scored")
PRICED = PriceLine(id="x1", title="Year 1", amount=Decimal(100))
SILENT = Question(id="q1", number="Q1", marking="scored", no_price="yes")


def answer(text: str) -> Answer:
    """An answer to the question q1."""
    return Answer(id="a1", parent="q1", text=text)


TIMETABLE = answer("Our plan:\n\n![chart](chart:timetable)")
STEP = DeliveryStep(id="d1", title="Open the doors")
INSERTED = (
    Case(
        "answers.inserted_empty",
        made(ASKED, TIMETABLE),
        made(ASKED, TIMETABLE, STEP),
        SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_empty",
        made(ASKED, answer("![table](table:nothing)"), STEP),
        made(ASKED, answer("![table](table:steps)"), STEP),
        SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_lost",
        made(ASKED, TIMETABLE, STEP, opportunity__way_in="portal"),
        made(ASKED, TIMETABLE, STEP, opportunity__way_in="own_document"),
        HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_price",
        made(SILENT, answer("![table](table:prices)"), PRICED),
        made(ASKED, answer("![table](table:prices)"), PRICED),
        MUST,
        "answers[a1].text",
    ),
)
CASES: tuple[Case, ...] = (*INSERTED,)
