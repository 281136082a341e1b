"""A large bid: the finished example with 300 questions, 500 evidence items and a long answer."""

from __future__ import annotations

from datetime import date

from bidkit.domain.answers import Answer
from bidkit.domain.base import keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.prose import read_prose, write_prose
from bidkit.domain.questionnaire import Limit, Question
from bidkit.session.examples import load_example

QUESTIONS = 300
EVIDENCE = 500
WORDS = 10_000
LONG = "large-a0"
SENTENCE = (
    "In 2025 our **{n} hubs** supported 412 residents with anxiety, and 71% moved up at least one "
    "step on the scale within _six months_ of their first visit [e](evidence:large-e{n}). "
)
PARTS = (
    "## What we found in year {n}\n\n" + SENTENCE * 3 + "\n\n- " + SENTENCE + "\n- " + SENTENCE,
    "| Hub | People |\n| --- | ---: |\n| Harbour | {n} |\n\n" + SENTENCE * 2,
)


def large_bid(today: date) -> Bid:
    """Return the large bid; its longest answer is called LONG and is the first."""
    bid = load_example("harbour", today)
    orders = list(keys_after("zz", QUESTIONS + EVIDENCE))
    section = next(one.id for one in bid.sections if one.stage == "tender")
    asked = tuple(
        Question(
            id=f"large-q{n}",
            parent=section,
            order=orders[n],
            number=f"9.{n}",
            title=f"Question {n}",
            text="How will you do this, by when, and how will you know?",
            marking="scored",
            limit=Limit(most=WORDS * 2, unit="words"),
        )
        for n in range(QUESTIONS)
    )
    answers = tuple(
        Answer(id=f"large-a{n}", parent=f"large-q{n}", order=orders[n], text=_text(n))
        for n in range(QUESTIONS)
    )
    evidence = tuple(
        Evidence(id=f"large-e{n}", order=orders[n], title=f"Survey {n}", finding="71% of 412")
        for n in range(EVIDENCE)
    )
    return bid.model_copy(
        update={
            "questions": (*bid.questions, *asked),
            "answers": (*bid.answers, *answers),
            "evidence": (*bid.evidence, *evidence),
        }
    )


def _text(number: int) -> str:
    """Return ten thousand words for the first answer, and some hundred for the others."""
    parts: list[str] = []
    wanted = WORDS if number == 0 else 100
    while sum(len(part.split()) for part in parts) < wanted:
        parts.append(PARTS[len(parts) % len(PARTS)].replace("{n}", str(number + len(parts))))
    return write_prose(read_prose("\n\n".join(parts)))
