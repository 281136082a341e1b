"""Cases of the rules that tie what the buyer looks at to what we offer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.criteria import Criterion
from bidkit.domain.evidence import Indicator, Need, Outcome
from bidkit.domain.finding import Level
from tests.rules.making import Case, made

HINT = Level.HINT
NUMBER: dict[str, Any] = {"opportunity__buyers_number": "Days of absence from school"}
QUOTABLE: dict[str, Any] = {"case__quotable": "Three in four stayed in school (audit, 2026)."}
OUTCOME = Outcome(id="o1", text="Children come to school")
SHOWN = Indicator(id="i1", parent="o1", result=Decimal(75))
ASKS = Criterion(id="k1", questions=("q1",), good_practice="The national standard for advice")
ANSWER = Answer(id="a1", parent="q1", text="We do it well.")
NEED = Need(id="n1", text="Many feel alone.")
CASES = (
    Case(
        "evidence.number_unanswered",
        made(OUTCOME, **NUMBER),
        made(OUTCOME.model_copy(update={"buyer_target": "Absence down by a tenth"}), **NUMBER),
        HINT,
        "outcomes[o1].buyer_target",
    ),
    Case(
        "evidence.saving_unsaid",
        made(OUTCOME, SHOWN),
        made(OUTCOME.model_copy(update={"saving": "£900 a case to the council"}), SHOWN),
        HINT,
        "outcomes[o1].saving",
    ),
    Case(
        "evidence.saving_unsaid",
        made(OUTCOME, SHOWN, opportunity__funding="contract"),
        made(OUTCOME, SHOWN, opportunity__funding="grant"),
        HINT,
        "outcomes[o1].saving",
    ),
    Case("evidence.nothing_to_quote", made(SHOWN), made(SHOWN, **QUOTABLE), HINT, "case.quotable"),
    Case(
        "evidence.need_of_nobody",
        made(NEED),
        made(NEED.model_copy(update={"population": "Carers over 60 in two wards, about 900"})),
        HINT,
        "needs[n1].population",
    ),
    Case(
        "answers.practice_unnamed",
        made(ASKS, ANSWER),
        made(ASKS, ANSWER.model_copy(update={"good_practice": "NICE guideline 54"})),
        HINT,
        "answers[a1].good_practice",
    ),
)
