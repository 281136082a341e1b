"""Each question with all that belongs to it, so that one edit is judged with one question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import is_
from typing import Any, NamedTuple, TypeVar
from urllib.parse import unquote

from bidkit.domain.answers import Answer
from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot, Regime
from bidkit.domain.questionnaire import (
    LOTS,
    SUBJECTS,
    Limit,
    Part,
    Question,
    Response,
    ResponseRow,
    Section,
)
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.rules.moments import next_deadline
from bidkit.rules.places import at
from bidkit.rules.replied import Replies, reply_of
from bidkit.rules.routes import ask, regime_of
from bidkit.rules.scopes import subjects_of
from bidkit.rules.show_if import condition_holds
from bidkit.words import tr

E = TypeVar("E", bound=Entity)

READS = (
    "about",
    "opportunity",
    "rounds",
    "lots",
    "sections",
    "questions",
    "parts",
    "responses",
    "response_rows",
    "answers",
    "evidence",
    "partners",
    "partnership",
)
EVIDENCE_LINK = re.compile(r"\(evidence:([^()\s]+)\)")


class Asked(NamedTuple):
    """One question: where it is filled in, whether it applies (None: not known yet), our replies.

    lots: the lots it is asked for that we bid for. labels: how linked evidence prints.
    small: whether it belongs to a small grant, where less is expected.
    subjects: for whom it needs a reply. ask: how to ask about it, by the route and the notice.
    most_lots: how many lots one may bid for.
    """

    key: str
    question: Question
    stage: Stage
    applies: bool | None
    parts: tuple[Part, ...]
    answers: tuple[Answer, ...]
    responses: tuple[Response, ...]
    rows: tuple[ResponseRow, ...]
    lots: tuple[Lot, ...]
    starts_on: date | None
    deadline: datetime | None
    labels: tuple[tuple[str, str], ...]
    regime: Regime
    small: bool
    subjects: tuple[str, ...] = ("",)
    ask: str = ""
    most_lots: int | None = None

    @property
    def silent(self) -> tuple[str, ...]:
        """Those for whom it needs a reply and has none."""
        kind = self.question.kind
        if self.subjects == ("",) and self.responses:
            return ()
        given = {
            one.subject
            for one in self.responses
            if reply_of(one, kind) not in (None, "", ()) or kind == "table"
        }
        return tuple(one for one in self.subjects if one not in given)


class Target(NamedTuple):
    """One box to write in: a question or one part of it, its limit and our answers to it."""

    asked: Asked
    part: Part | None
    limit: Limit
    answers: tuple[Answer, ...]

    @property
    def place(self) -> Ref[Bid, Any]:
        """The address of the box itself, for when nothing is written yet."""
        if self.part is not None:
            return at(lambda b: b.parts, self.part)
        return at(lambda b: b.questions, self.asked.question)

    @property
    def name(self) -> str:
        """How people call it: the buyer's number, else the first words of the question."""
        number = self.asked.question.number
        part = self.part.number if self.part is not None else ""
        between = "." if number[-1:].isdigit() and part[:1].isdigit() else ""
        joined = part if number and part.startswith(number) else f"{number}{between}{part}"
        return _numbered(joined) if joined else name_of(self.asked.question)


class _Inputs:
    """What questions are put together from; the same things, not equal ones, give the same."""

    def __init__(self, bid: Bid) -> None:
        self.bid = bid
        self._read = tuple(getattr(bid, name) for name in READS)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Inputs) and all(map(is_, self._read, other._read))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self._read)))


def asked_questions(bid: Bid) -> tuple[Asked, ...]:
    """Return every question of the bid with its replies, in order; asking again costs nothing."""
    return _put_together(_Inputs(bid))


@lru_cache(maxsize=2)
def _put_together(inputs: _Inputs) -> tuple[Asked, ...]:
    bid = inputs.bid
    parts, answers = by_parent(bid.parts), by_parent(bid.answers)
    responses, rows = by_parent(bid.responses), by_parent(bid.response_rows)
    sections = {one.id: one for one in bid.sections}
    evidence = {one.id: one for one in bid.evidence}
    finder = Replies(bid, answers, responses, rows)
    deadline, how_to_ask = next_deadline(bid.rounds), ask(bid)
    found = []
    for question in bid.questions:
        own = parts.get(question.id, ())
        written = [*answers.get(question.id, ())]
        for part in own:
            written += answers.get(part.id, ())
        spoken_for = subjects_of(question, bid.partners, bid.partnership)
        given = _counted(responses.get(question.id, ()), spoken_for)
        lots = _lots_of(question, bid.lots)
        linked = dict.fromkeys(unquote(link) for a in written for link in links_in(a.text))
        found.append(
            Asked(
                question.id,
                question,
                _stage_of(question, sections, bid),
                _applies(question, sections, lots, finder),
                own,
                tuple(written),
                given,
                tuple(row for one in given for row in rows.get(one.id, ())),
                tuple(one for one in lots if one.bidding != "no"),
                bid.opportunity.period.starts_on,
                deadline,
                tuple((one, _label(evidence[one])) for one in linked if one in evidence),
                regime_of(bid),
                _is_small(bid),
                spoken_for,
                how_to_ask,
                bid.opportunity.lots_most_bids,
            )
        )
    return tuple(found)


def _counted(given: Iterable[Response], spoken_for: Sequence[str]) -> tuple[Response, ...]:
    """Return the responses that count: none for a group of people this bid has no longer."""
    return tuple(one for one in given if one.subject in spoken_for or one.subject not in SUBJECTS)


def targets_of(asked: Asked) -> tuple[Target, ...]:
    """Return the boxes of a prose question that applies: itself, or each of its parts."""
    if asked.question.kind != "prose" or asked.applies is False:
        return ()
    if not asked.parts:
        return (Target(asked, None, asked.question.limit, asked.answers),)
    return tuple(
        Target(asked, part, part.limit, tuple(a for a in asked.answers if a.parent == part.id))
        for part in asked.parts
    )


def name_of(question: Question) -> str:
    """Return how people call a question: its number, its title or its first words.

    A number that only a list of ours gave, such as J1, says nothing without the title.
    """
    words = question.title or " ".join(question.text.split()[:8])
    number = question.number
    if number and words and not number[:1].isdigit():
        return tr("{number} “{title}”", number=number, title=words)
    return _numbered(number) if number else words or tr("This question")


def _numbered(number: str) -> str:
    return tr("Question {number}", number=number) if number[:1].isdigit() else number


def is_answered(asked: Asked) -> bool:
    """Tell whether something is said: every box written in, or every response given."""
    kind = asked.question.kind
    if kind == "information":
        return True
    if kind == "prose":
        return all(any(one.text.strip() for one in box.answers) for box in targets_of(asked))
    if kind == "table":
        return bool(asked.rows) or any(one.explanation.strip() for one in asked.responses)
    given = [reply_of(one, kind) not in (None, "", ()) for one in asked.responses]
    return any(given) and all(given) and not asked.silent


def empty_parts(asked: Asked) -> tuple[Target, ...]:
    """Return the parts left empty where others are written in; () where none or all are."""
    boxes = [box for box in targets_of(asked) if box.part is not None]
    empty = [box for box in boxes if not any(one.text.strip() for one in box.answers)]
    return tuple(empty) if len(empty) < len(boxes) else ()


def words_of_parts(boxes: Iterable[Target]) -> str:
    """Return parts as people read them: "3 Consent that is active; 5 Records"."""
    named = ((box.part.number, box.part.text) for box in boxes if box.part is not None)
    return "; ".join(" ".join(piece for piece in one if piece) for one in named)


def by_parent(entries: Iterable[E]) -> Mapping[str, tuple[E, ...]]:
    """Return things by what they belong to, each list in order."""
    found: defaultdict[str, list[E]] = defaultdict(list)
    for one in entries:
        found[one.parent].append(one)
    return {parent: tuple(children) for parent, children in found.items()}


def links_in(text: str) -> list[str]:
    """Return the names of evidence items a stored text points to, found without reading it."""
    return EVIDENCE_LINK.findall(text) if "(evidence:" in text else []


def _label(item: Any) -> str:
    return " · ".join(part for part in (item.code, item.source or item.title) if part)


def _lots_of(question: Question, lots: Sequence[Lot]) -> tuple[Lot, ...]:
    return tuple(one for one in lots if not question.lots or one.id in question.lots)


def _chain(question: Question, sections: Mapping[str, Section]) -> tuple[Section, ...]:
    chain: list[Section] = []
    at_section = sections.get(question.parent)
    while at_section is not None and at_section not in chain:
        chain.append(at_section)
        at_section = sections.get(at_section.parent)
    return tuple(chain)


def _stage_of(question: Question, sections: Mapping[str, Section], bid: Bid) -> Stage:
    section = sections.get(question.parent)
    if section is not None and section.stage == "qualification" and not _is_small(bid):
        return Stage.QUALIFICATION
    return Stage.ANSWERS


def _is_small(bid: Bid) -> bool:
    return bid.about.route == "small_grant" and not bid.about.all_stages


def _applies(
    question: Question, sections: Mapping[str, Section], lots: Sequence[Lot], finder: Replies
) -> bool | None:
    if any(section.applies == "no" for section in _chain(question, sections)):
        return False
    if question.prefill_from == LOTS and not lots:
        return False
    if question.lots and lots and all(one.bidding == "no" for one in lots):
        return False
    return condition_holds(question.show_if, finder)
