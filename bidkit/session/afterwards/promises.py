"""Promises found in the answers: sentences that bind us once the bid is won."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.answers import Answer
from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.value import Commitment
from bidkit.importers.notice.moments import dates_in
from bidkit.rules.reading import SENTENCE, reading_of
from bidkit.session.afterwards.promised_days import day_from_start
from bidkit.session.document import Document, with_entry
from bidkit.session.writing import number_of
from bidkit.words import tr

COMMITMENTS = ref(Bid, lambda b: b.commitments)
BINDING = re.compile(
    r"\b(?:we|our \w+)(?:\s+\w+ly)?\s+(?:will|shall|promise|guarantee|undertake|commit|pledge)\b"
    r"|\bwe’ll\b|\bwe'll\b|\bwe are committed to\b",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:will|shall)\b", re.IGNORECASE)
NUMBER = re.compile(
    r"(?<![\w.,/£])£?(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s?(?P<share>%|per cent\b))?"
    r"(?:\s+(?P<unit>[^\W\d_]+))?"
)
DAY = re.compile(
    r"\d{1,2}(?:[a-z]{2})?\s+(?:of\s+)?[A-Z][a-z]+\.?,?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
)
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
WRITTEN = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
EVERY = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|within|all|always|never)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Promise:
    """One sentence of an answer that promises something: how much, and by when."""

    key: str
    answer: str
    name: str
    sentence: str
    quantity: Decimal | None = None
    unit: str = ""
    due_on: date | None = None


def promises_in(bid: Bid) -> tuple[Promise, ...]:
    """Return every promise of the answers that is not in the register yet, in their order."""
    known = {one.id for one in bid.commitments}
    listed = {(one.from_answer, one.measure) for one in bid.commitments}
    found: dict[str, Promise] = {}
    for answer in bid.answers:
        for promise in _of_answer(bid, answer):
            if promise.key not in known and (promise.answer, promise.sentence) not in listed:
                found.setdefault(promise.key, promise)
    return tuple(found.values())


def promises_of_text(text: str) -> tuple[str, ...]:
    """Return the sentences of an answer that promise something, quotations left out."""
    found = []
    for line in reading_of(text).own:
        for match in SENTENCE.finditer(line):
            sentence = " ".join(match.group().split())
            if sentence and _binds(sentence):
                found.append(sentence)
    return tuple(dict.fromkeys(found))


def answer_names(bid: Bid) -> dict[str, str]:
    """Return what each answer is called, by its identity."""
    return {one.id: _name(bid, one) for one in bid.answers}


def not_taken_on(bid: Bid) -> tuple[Commitment, ...]:
    """Return what was offered in a bid that is won, and is not marked as promised yet."""
    if bid.after.outcome != "won":
        return ()
    return tuple(one for one in bid.commitments if one.status in ("", "offered"))


def take_on(document: Document) -> int:
    """Mark everything offered as promised, as one step; return how much it was."""
    taken = {one.id for one in not_taken_on(document.bid)}

    def change(bid: Bid) -> Bid:
        now = tuple(
            one.model_copy(update={"status": "promised"}) if one.id in taken else one
            for one in bid.commitments
        )
        return COMMITMENTS.set(bid, now)

    if taken:
        document.edit(tr("What was offered is promised"), change, place=COMMITMENTS)
    return len(taken)


def keep_promises(document: Document, keys: Collection[str]) -> int:
    """Put the chosen promises into the register as one step; return how many."""
    chosen = [one for one in promises_in(document.bid) if one.key in keys]
    won = document.bid.after.outcome == "won"

    def change(bid: Bid) -> Bid:
        for one in chosen:
            bid = with_entry(bid, "commitments", _commitment(one, won=won))
        return bid

    if chosen:
        document.edit(tr("Take promises from the answers"), change, place=COMMITMENTS)
    return len(chosen)


def _commitment(one: Promise, *, won: bool) -> Commitment:
    return Commitment(
        id=one.key,
        measure=one.sentence,
        quantity=one.quantity,
        unit=one.unit,
        due_on=one.due_on,
        status="promised" if won else "offered",
        from_answer=one.answer,
    )


def _binds(sentence: str) -> bool:
    if BINDING.search(sentence):
        return True
    if not TO_COME.search(sentence):
        return False
    told = (NUMBER, WRITTEN, EVERY)
    return any(one.search(sentence) for one in told) or any(dates_in(sentence))


def _of_answer(bid: Bid, answer: Answer) -> Iterator[Promise]:
    name = _name(bid, answer)
    for sentence in promises_of_text(answer.text):
        due = next((one.day for one in dates_in(sentence)), None)
        due = due or day_from_start(sentence, bid.opportunity.period.starts_on)
        quantity, unit = _quantity(sentence)
        yield Promise(
            derived_id("promise", answer.id, sentence),
            answer.id,
            name,
            sentence,
            quantity,
            unit,
            due,
        )


def _quantity(sentence: str) -> tuple[Decimal | None, str]:
    """Return the first number that is no part of a date, and of what it is the number."""
    for match in NUMBER.finditer(sentence):
        unit = match["share"] or match["unit"] or ""
        day = DAY.match(sentence, match.start("figure"))
        is_year = match["figure"].isdigit() and 1900 <= int(match["figure"]) <= 2100
        if is_year or (day is not None and any(dates_in(day.group()))):
            continue
        pounds = match.group().startswith("£")
        figure = Decimal(match["figure"].replace(",", ""))
        return figure, tr("pounds") if pounds else unit.replace("per cent", "%")
    return None, ""


def _name(bid: Bid, answer: Answer) -> str:
    part = next((one for one in bid.parts if one.id == answer.parent), None)
    owner = part.parent if part is not None else answer.parent
    question = next((one for one in bid.questions if one.id == owner), None)
    if question is None:
        return tr("An answer")
    number = number_of(question, part) or question.title
    return tr("Answer {number}", number=number)
