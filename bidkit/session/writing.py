"""What there is to write: every box of every question, its answer, length and top mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import unquote

from bidkit.domain.answers import Answer
from bidkit.domain.base import derived_id, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Limit, Part, Question
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import number_words, percent_words
from bidkit.figures.readability import readability
from bidkit.figures.readings.coverage import statements_in
from bidkit.figures.readings.marks import levels_of, lowest_of, marks_of
from bidkit.rules.asked import asked_questions, links_in, targets_of
from bidkit.rules.lengths import Length, length_of, rule_words
from bidkit.rules.reading import printed_text
from bidkit.session.document import Document, in_order
from bidkit.words import tr

NOUGHT = Decimal(0)
ANSWERS = ref(Bid, lambda bid: bid.answers)
QUESTIONS = ref(Bid, lambda bid: bid.questions)
TEXT = ref(Answer, lambda answer: answer.text)


@dataclass(frozen=True)
class BoxToWrite:
    """One box the buyer gives: a question or one part of it, for all lots or one variant."""

    question: Question
    part: Part | None
    limit: Limit
    name: str
    lot: str = ""

    @property
    def owner(self) -> str:
        """The identity of the question or part."""
        return self.part.id if self.part is not None else self.question.id

    @property
    def title(self) -> str:
        """The short name people know it by."""
        if self.part is not None and self.part.text:
            return self.part.text
        return self.question.title or " ".join(self.question.text.split())[:70]


def boxes_of(bid: Bid) -> tuple[BoxToWrite, ...]:
    """Return every box that wants prose, in the buyer's order, variants after the shared one."""
    found: list[BoxToWrite] = []
    for asked in asked_questions(bid):
        for target in targets_of(asked):
            name = number_of(asked.question, target.part)
            found.append(BoxToWrite(asked.question, target.part, target.limit, name))
            found += [
                BoxToWrite(asked.question, target.part, target.limit, name, one.lot)
                for one in target.answers
                if one.lot
            ]
    return tuple(found)


def next_question(document: Document) -> Ref[Bid, Question]:
    """Return where a new written question stands: after the last, with the number that follows.

    It is made when something is first written in it.
    """
    bid = document.bid
    qualifying = {one.id for one in bid.sections if one.stage == "qualification"}
    written = [one for one in bid.questions if one.kind == "prose"]
    last = next((one for one in reversed(written) if one.parent not in qualifying), None)
    entry = Question(
        id=new_id(),
        parent=last.parent if last is not None else "",
        number=number_after(last.number) if last is not None else "1",
        marking="scored",
        limit=Limit(unit="words"),
    )
    return document.promise(QUESTIONS, in_order(entry, bid.questions))


def number_after(number: str) -> str:
    """Return the number that follows: 1.2 after 1.1, Q10 after Q9; nothing after a word.

    >>> number_after("2.9")
    '2.10'
    """
    found = re.fullmatch(r"(.*?)(\d+)", number.strip())
    return f"{found[1]}{int(found[2]) + 1}" if found else ""


def number_of(question: Question, part: Part | None) -> str:
    """Return the buyer's number of a box: 1.2, or 1.2a for a part."""
    own = part.number if part is not None else ""
    return own if own.startswith(question.number) else f"{question.number}{own}"


def answer_place(document: Document, box: BoxToWrite) -> Ref[Bid, Answer]:
    """Return where a box is answered; the answer is made when something is first written."""
    for one in document.bid.answers:
        if one.parent == box.owner and one.lot == box.lot:
            return ANSWERS.item(one.id)
    identity = derived_id("answer", box.owner, box.lot)
    return document.promise(ANSWERS, Answer(id=identity, parent=box.owner, lot=box.lot))


def evidence_labels(bid: Bid) -> tuple[tuple[str, str], ...]:
    """Return how every evidence item prints in an answer: "E4 · JSNA 2025"."""
    return tuple(
        (one.id, " · ".join(piece for piece in (one.code, one.source or one.title) if piece))
        for one in bid.evidence
    )


def labels_in(bid: Bid, text: str) -> tuple[tuple[str, str], ...]:
    """Return how the evidence items print that a text links to."""
    linked = frozenset(unquote(one) for one in links_in(text))
    return tuple(one for one in evidence_labels(bid) if one[0] in linked) if linked else ()


def length_of_box(bid: Bid, box: BoxToWrite, text: str) -> Length | None:
    """Return the length of a text as the box's limit counts it: what the export prints."""
    words = printed_text(text, labels_in(bid, text), words=box.limit.unit == "words")
    return length_of((words,), box.limit, box.question.title)


def words_written(bid: Bid, text: str) -> int:
    """Return the number of words a text prints."""
    return len(printed_text(text, labels_in(bid, text), words=True).split())


def counting_rule(box: BoxToWrite) -> str:
    """Return in words how the box is counted; '' where it has no limit."""
    return rule_words(box.limit) if box.limit.most is not None else ""


def criteria_of(bid: Bid, box: BoxToWrite) -> tuple[Criterion, ...]:
    """Return the criteria that mark a box: for a lot's own answer those of that lot."""
    lots = (box.lot,) if box.lot else box.question.lots
    return tuple(
        one
        for one in bid.criteria
        if box.question.id in one.questions
        and (not one.lots or not lots or set(lots).intersection(one.lots))
    )


def marks_words(bid: Bid, box: BoxToWrite) -> str:
    """Return what share of the marks a question has: "20% of the marks, with 1.3"."""
    marked = criteria_of(bid, box)
    if all(one.weight is None for one in marked):
        return ""
    worth = marks_of(bid).worth
    share = sum((worth.get(one.id, one.weight or NOUGHT) for one in marked), NOUGHT)
    words = tr("{weight} of the marks", weight=percent_words(share))
    numbers = {one.id: one.number for one in bid.questions}
    beside = {numbers.get(key, "") for one in marked for key in one.questions}
    others = ", ".join(sorted(beside - {"", box.question.number}))
    return tr("{share}, with {others}", share=words, others=others) if others else words


def top_mark_words(bid: Bid, box: BoxToWrite) -> str:
    """Return what earns the top mark, which means met, which puts the bid out, and our own."""
    scales = {one.id: one for one in bid.scales}
    known = ((one, scales[one.scale]) for one in criteria_of(bid, box) if one.scale in scales)
    criterion, scale = next(known, (None, None))
    if criterion is None or scale is None or not scale.levels:
        return ""
    top = max(scale.levels, key=lambda level: level.mark)
    most = number_words(levels_of(scale)[-1])
    earns = (top.descriptor or top.label).rstrip(" .")
    pieces = [tr("Top mark ({mark}): {earns}", mark=number_words(top.mark), earns=earns)]
    if scale.met is not None:
        pieces.append(tr("Met: {met} of {most}", met=number_words(scale.met), most=most))
    lowest = lowest_of(criterion, scale)
    if lowest is not None:
        pieces.append(tr("Below {lowest} the bid is out", lowest=number_words(lowest)))
    given = [one.own_mark for one in criteria_of(bid, box) if one.own_mark is not None]
    if given:
        marks = ", ".join(number_words(mark) for mark in given)
        pieces.append(tr("Our own mark: {mark}", mark=marks))
    return ". ".join(pieces)


def reading_words(bid: Bid, text: str) -> str:
    """Return what is known of a text at a glance: statements proved, reading age."""
    pieces = []
    known = {one.id for one in bid.evidence}
    stated = statements_in(text)
    if stated:
        proved = sum(any(item in known for item in one.evidence) for one in stated)
        pieces.append(tr("{n} of {all} statements proved", n=proved, all=len(stated)))
    found = readability(printed_text(text, labels_in(bid, text), words=True))
    if found is not None:
        pieces.append(tr("reading age {age}", age=found.reading_age))
    return " · ".join(pieces)
