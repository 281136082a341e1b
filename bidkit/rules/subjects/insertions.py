"""What is wrong with charts and tables in answers: empty, unknown, lost in a portal, a price."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, cast
from urllib.parse import unquote

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.prose.linked import READS, linked
from bidkit.domain.questionnaire import Question
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at
from bidkit.words import tr

INSERTED = re.compile(r"\((chart|table):([^()\s]+)\)")
WORDS_ONLY = ("portal", "buyer_form")


def inserted_in(text: str) -> tuple[tuple[Literal["chart", "table"], str], ...]:
    """Return the charts and tables of the bid that a text inserts, each once."""
    if "(chart:" not in text and "(table:" not in text:
        return ()
    found = dict.fromkeys(INSERTED.findall(text))
    return tuple((cast("Literal['chart', 'table']", kind), unquote(name)) for kind, name in found)


def _questions(bid: Bid) -> Iterator[tuple[Answer, Question | None]]:
    known = {one.id: one for one in bid.questions}
    known |= {one.id: known[one.parent] for one in bid.parts if one.parent in known}
    for answer in bid.answers:
        yield answer, known.get(answer.parent)


def inserted_empty(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A chart or table in an answer that would print nothing."""
    for answer, _question in _questions(bid):
        for kind, name in inserted_in(answer.text):
            one = linked(bid, kind, name)
            if one is not None and one.shows(bid):
                continue
            title = str(one.title) if one is not None else name
            yield Remark(
                at(lambda b: b.answers, answer, lambda a: a.text),
                Level.SHOULD,
                tr("“{title}” stands in this answer and shows nothing.", title=title),
                tr("It is drawn from the bid, and there is nothing to draw it from."),
                tr("Fill it in where it belongs, or take it out of the answer."),
            )


def inserted_lost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A chart or table in an answer that is pasted into a box for words."""
    if bid.opportunity.way_in not in WORDS_ONLY:
        return
    for answer, _question in _questions(bid):
        for kind, name in inserted_in(answer.text):
            one = linked(bid, kind, name)
            if one is None or not one.shows(bid):
                continue
            advice = tr("Say in words what it shows, or attach it if the buyer allows files.")
            if kind == "table":
                advice = tr("Copy it in as plain text, or attach it if the buyer allows files.")
            yield Remark(
                at(lambda b: b.answers, answer, lambda a: a.text),
                Level.HINT,
                tr("“{title}” will not be in the portal’s box.", title=str(one.title)),
                tr("Boxes of a portal take words only; charts and linked tables stay behind."),
                advice,
            )


def inserted_price(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The price schedule inserted where no price may stand."""
    for answer, question in _questions(bid):
        if question is None or question.no_price != "yes":
            continue
        if ("table", "prices") in inserted_in(answer.text) and bid.price_lines:
            yield Remark(
                at(lambda b: b.answers, answer, lambda a: a.text),
                Level.MUST,
                tr("The price schedule stands in an answer that may hold no price."),
                tr("Bids that show the price in the quality part are put out unread."),
                tr("Take the table out of this answer."),
            )


HERE = Stage.ANSWERS
SOURCE = "Tips for bidding, From Policy to Practice, 2007"
WHERE = " ".join(("answers questions parts", *READS))
RULES = (
    rule(inserted_empty, HERE, WHERE, SOURCE),
    rule(inserted_lost, HERE, f"{WHERE} opportunity", SOURCE),
    rule(inserted_price, HERE, WHERE, SOURCE),
)
