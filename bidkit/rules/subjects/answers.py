"""What is wrong with answers as a whole: missing, unproved, priced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.figures.readings.coverage import statements_in
from bidkit.rules import asked as questions
from bidkit.rules.asked import (
    Asked,
    Target,
    asked_questions,
    empty_parts,
    name_of,
    targets_of,
    words_of_parts,
)
from bidkit.rules.conditions import number_in
from bidkit.rules.engine import PieceRule, Remark
from bidkit.rules.facts import Facts
from bidkit.rules.places import at
from bidkit.rules.reading import Reading, reading_of, span_at
from bidkit.words import tr

MONEY = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)")
RESULT = re.compile(r"\d\s?%|\bper ?cent\b|\b\d[\d,]* (?:of|in|out of) (?:the )?\d", re.IGNORECASE)
FEW_WORDS = 9
INSTRUCTIONS = "Tips for bidding, From Policy to Practice, 2007"
EVIDENCE = "Evidence, From Policy to Practice, 2007"


def written(asked: Asked, answer: Answer) -> Reading:
    """Return the words of an answer as they are printed."""
    return reading_of(answer.text, asked.labels)


def missing(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A required box with nothing in it, for all lots or for one we bid for."""
    if asked.question.required != "yes" or asked.applies is not True:
        return
    for box in targets_of(asked):
        filled = {one.lot for one in box.answers if one.text.strip()}
        if "" in filled:
            continue
        lacking = [one for one in asked.lots if one.id not in filled and one.bidding == "yes"]
        if filled and not lacking:
            continue
        named = ", ".join(one.number or one.title for one in lacking) if filled else ""
        what = tr("{question} is not answered.", question=box.name)
        if named:
            what = tr("{question} is not answered for lot {lots}.", question=box.name, lots=named)
        yield Remark(
            box.place,
            Level.MUST,
            what,
            _asked_for(box),
            tr("Start with one sentence that answers the question, then explain and prove it."),
            stage=asked.stage,
        )


def partly(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A reply nobody must give, begun in some of its parts and left empty in others."""
    empty = empty_parts(asked)
    if not empty or asked.question.required == "yes" or asked.applies is not True:
        return
    yield Remark(
        empty[0].place,
        Level.SHOULD,
        tr("{question}: parts of this reply are empty.", question=name_of(asked.question)),
        tr("Still empty: {parts}.", parts=words_of_parts(empty)),
        tr("Write a sentence in each, or say why there is nothing to say."),
        stage=asked.stage,
    )


def _asked_for(box: Target) -> str:
    """Return why a box must be written in; a part is named, for its number alone says little."""
    why = tr("An answer is required; what comes in incomplete may be rejected unread.")
    part = " ".join(box.part.text.split()) if box.part is not None else ""
    return tr("It asks: {part}. {why}", part=part.rstrip(".?"), why=why) if part else why


def without_evidence(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """An answer in which nothing is proved; for a small grant only a hint."""
    if asked.question.marking == "information":
        return
    known = {name for name, _ in asked.labels}
    for box in targets_of(asked):
        for one in box.answers:
            reading = written(asked, one)
            place = at(lambda b: b.answers, one, lambda a: a.text)
            if reading.text.strip() and not reading.chips:
                heavy = asked.question.marking == "scored" and not asked.small
                yield Remark(
                    place,
                    Level.SHOULD if heavy else Level.HINT,
                    tr("{question} has no evidence linked.", question=box.name),
                    tr("Panels mark what is proved, not what is said."),
                    tr("Link the evidence behind its strongest claim."),
                    stage=asked.stage,
                )
            elif gone := [chip for chip in reading.chips if chip not in known]:
                yield Remark(
                    place,
                    Level.SHOULD,
                    tr("{question} points to evidence that is no longer here.", question=box.name),
                    tr("{n} of its links lead nowhere and print nothing.", n=len(gone)),
                    tr("Take the link out, or link another item."),
                    stage=asked.stage,
                )


def bare_figure(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A result in an answer, such as a share of people, with no evidence in its sentence."""
    if asked.question.marking == "information":
        return
    for box in targets_of(asked):
        for one in box.answers:
            stated = statements_in(one.text)
            bare = [said for said in stated if not said.evidence and RESULT.search(said.words)]
            if bare and any(said.evidence for said in stated):
                words = bare[0].words
                text = written(asked, one).text
                start = text.find(words)
                yield Remark(
                    at(lambda b: b.answers, one, lambda a: a.text),
                    Level.HINT,
                    tr(
                        "{question}: nothing proves “{words}”.",
                        question=box.name,
                        words=_few(words),
                    ),
                    tr("{n} results in this answer have no evidence beside them.", n=len(bare))
                    if len(bare) > 1
                    else tr("The rest of this answer is proved; this result is not."),
                    tr("Link the evidence in that sentence, or right behind it."),
                    span_at(text, start, start + len(words)) if start >= 0 else None,
                    stage=asked.stage,
                )


def _few(words: str) -> str:
    pieces = words.split()
    return " ".join(pieces[:FEW_WORDS]) + ("…" if len(pieces) > FEW_WORDS else "")


class Priced(NamedTuple):
    """A question in which no price may stand, with the sums that are our price."""

    key: str
    asked: Asked
    sums: tuple[str, ...]


def questions_without_price(bid: Bid) -> Iterable[Priced]:
    """Return the questions in which no price may stand."""
    amounts = [bid.costing.price, bid.costing.offer]
    amounts += [one.amount for one in bid.price_lines] + [one.rate for one in bid.price_lines]
    sums = tuple(sorted({_plain(one) for one in amounts if one}))
    for one in asked_questions(bid):
        if one.question.no_price == "yes" and one.answers:
            yield Priced(one.key, one, sums)


def _plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def price_shown(priced: Priced, _facts: Facts) -> Iterable[Remark]:
    """A sum of money in an answer where the buyer allows no price."""
    asked = priced.asked
    for one in asked.answers:
        text = written(asked, one).text
        found = list(MONEY.finditer(text))
        ours = [hit for hit in found if _plain(number_in(hit[1]) or Decimal(0)) in priced.sums]
        for hit in (ours or found)[:1]:
            yield Remark(
                at(lambda b: b.answers, one, lambda a: a.text),
                Level.MUST if ours else Level.HINT,
                tr("{question} holds our price.", question=name_of(asked.question))
                if ours
                else tr("{question} names a sum of money.", question=name_of(asked.question)),
                tr("The buyer allows no price in this answer; it may put the bid out."),
                tr("Take the sum out, or say it without money."),
                span_at(text, hit.start(), hit.end()),
                stage=asked.stage,
            )


def attachments_not_allowed(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Files added to an answer that may have none."""
    if asked.question.attachments_allowed != "no":
        return
    for one in asked.answers:
        if one.attachments:
            yield Remark(
                at(lambda b: b.answers, one, lambda a: a.attachments),
                Level.SHOULD,
                tr("{question} may have no attachments.", question=name_of(asked.question)),
                tr("What is attached where it is not allowed is not read."),
                tr("Say it in the answer, and take the file off."),
                stage=asked.stage,
            )


def _rule(name: str, judge: Any, source: str = INSTRUCTIONS) -> PieceRule:
    return PieceRule(
        f"answers.{name}", Stage.ANSWERS, questions.READS, asked_questions, judge, source
    )


RULES = (
    _rule("missing", missing, "Procurement Act 2023, section 19(2)(a)"),
    PieceRule(
        "answers.price_shown",
        Stage.ANSWERS,
        (*questions.READS, "costing", "price_lines"),
        questions_without_price,
        price_shown,
        INSTRUCTIONS,
    ),
    _rule("partly", partly, "Questions of the Central Digital Platform"),
    _rule("attachments_not_allowed", attachments_not_allowed),
    _rule("without_evidence", without_evidence, EVIDENCE),
    _rule("bare_figure", bare_figure, EVIDENCE),
)
