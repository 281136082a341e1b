"""Answers against their limits: each, the parts of one question, the questions of one section."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.questionnaire import Limit, Section
from bidkit.domain.stages import Stage
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, Target, asked_questions, name_of, targets_of
from bidkit.rules.engine import PieceRule, Remark
from bidkit.rules.facts import Facts
from bidkit.rules.lengths import length_of, length_words, rule_words
from bidkit.rules.places import at
from bidkit.rules.reading import printed_text
from bidkit.rules.subjects.answers import INSTRUCTIONS
from bidkit.words import tr


def counted(asked: Asked, answer: Answer, limit: Limit) -> str:
    """Return the words of an answer as its limit counts them: what the export prints."""
    return printed_text(answer.text, asked.labels, words=limit.unit == "words")


def over_limit(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """An answer longer than the buyer reads."""
    for box in targets_of(asked):
        for one in box.answers:
            length = length_of((counted(asked, one, box.limit),), box.limit, asked.question.title)
            if length is not None and length.over:
                yield Remark(
                    at(lambda b: b.answers, one, lambda a: a.text),
                    Level.MUST,
                    tr("{question} is {over} over its limit.", question=box.name, over=length.over),
                    _over_words(length_words(length, box.limit), box.limit),
                    tr(
                        "What stands beyond the limit is usually not read. Cut what proves nothing."
                    ),
                    stage=asked.stage,
                )
    yield from _replies_over(asked)


def _over_words(length: str, limit: Limit) -> str:
    return tr("{length}. {rule}", length=length, rule=rule_words(limit))


def _replies_over(asked: Asked) -> Iterable[Remark]:
    if asked.question.kind not in ("text", "choice", "several", "yes_no"):
        return
    for one in asked.responses:
        words = one.text if asked.question.kind == "text" else one.explanation
        length = length_of((words,), asked.question.limit, asked.question.title)
        if length is not None and length.over:
            yield Remark(
                at(lambda b: b.responses, one),
                Level.MUST,
                tr(
                    "{question} is {over} over its limit.",
                    question=name_of(asked.question),
                    over=length.over,
                ),
                _over_words(length_words(length, asked.question.limit), asked.question.limit),
                tr("Shorten it; what stands beyond the limit is usually not read."),
                stage=asked.stage,
            )


def parts_over_limit(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Parts that together are longer than the question allows."""
    boxes = targets_of(asked)
    if not asked.parts:
        return
    for lot in sorted({one.lot for box in boxes for one in box.answers}):
        chosen = [_for_lot(box, lot) for box in boxes]
        limit = asked.question.limit
        texts = tuple(counted(asked, one, limit) for one in chosen if one is not None)
        length = length_of(texts, limit, asked.question.title)
        if length is not None and length.over:
            yield Remark(
                at(lambda b: b.questions, asked.question),
                Level.MUST,
                tr(
                    "The parts of {question} are {over} over their limit.",
                    question=name_of(asked.question),
                    over=length.over,
                ),
                _over_words(length_words(length, asked.question.limit), asked.question.limit),
                tr("They share one limit: move words from the part that earns least."),
                stage=asked.stage,
            )


def _for_lot(box: Target, lot: str) -> Answer | None:
    shared = next((one for one in box.answers if not one.lot), None)
    return next((one for one in box.answers if one.lot == lot), shared)


class Shared(NamedTuple):
    """A section whose questions share a limit, and those questions."""

    key: str
    section: Section
    asked: tuple[Asked, ...]


def sections_with_limits(bid: Bid) -> Iterable[Shared]:
    """Return the sections whose questions share one limit."""
    limited = [one for one in bid.sections if one.shared_limit.most is not None]
    if not limited:
        return
    every = asked_questions(bid)
    for section in limited:
        inside = tuple(one for one in every if one.question.parent == section.id)
        yield Shared(section.id, section, inside)


def section_over_limit(shared: Shared, _facts: Facts) -> Iterable[Remark]:
    """Answers that together are longer than their section allows."""
    lots = {one.lot for asked in shared.asked for one in asked.answers}
    limit = shared.section.shared_limit
    for lot in sorted(lots):
        texts: list[str] = []
        for asked in shared.asked:
            chosen = (_for_lot(box, lot) for box in targets_of(asked))
            texts += [counted(asked, one, limit) for one in chosen if one is not None]
        length = length_of(tuple(texts), limit)
        if length is not None and length.over:
            title = shared.section.number or shared.section.title
            yield Remark(
                at(lambda b: b.sections, shared.section),
                Level.MUST,
                tr(
                    "The answers of section {section} are {over} over their limit.",
                    section=title,
                    over=length.over,
                ),
                _over_words(
                    length_words(length, shared.section.shared_limit), shared.section.shared_limit
                ),
                tr("They share one limit: cut where fewest marks stand."),
            )


def thin(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """An answer that leaves more than half of its limit empty."""
    for box in targets_of(asked):
        for one in box.answers:
            text = counted(asked, one, box.limit)
            length = length_of((text,), box.limit)
            if length is not None and text.strip() and length.used * 2 < length.most:
                yield Remark(
                    at(lambda b: b.answers, one, lambda a: a.text),
                    Level.HINT,
                    tr("{question} uses less than half of its limit.", question=box.name),
                    length_words(length, box.limit) + ".",
                    tr("Is every part of the question answered in full, with proof?"),
                    stage=asked.stage,
                )


def _rule(name: str, judge: Any) -> PieceRule:
    return PieceRule(
        f"answers.{name}", Stage.ANSWERS, questions.READS, asked_questions, judge, INSTRUCTIONS
    )


RULES = (
    _rule("over_limit", over_limit),
    _rule("parts_over_limit", parts_over_limit),
    PieceRule(
        "answers.section_over_limit",
        Stage.ANSWERS,
        questions.READS,
        sections_with_limits,
        section_over_limit,
        INSTRUCTIONS,
    ),
    _rule("thin", thin),
)
