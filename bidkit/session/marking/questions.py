"""Marked words as questions: each with the number, limit, kind and weight its words state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Part, Question, Section
from bidkit.errors import InputError
from bidkit.importers.questionnaire import questions_in, single_question
from bidkit.session.document import with_entry
from bidkit.session.incoming.telling import limit_words
from bidkit.session.marking.words import Marked
from bidkit.session.reissue.matching import plain_number, words_of_question
from bidkit.words import tr

SECTION = "from-documents"
MOST_NAMED = 4


@dataclass(frozen=True)
class FoundQuestions:
    """The questions that marked words ask, their sections where the words name them, weights."""

    questions: tuple[Question, ...]
    sections: tuple[Section, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def told(self) -> str:
        """What was recognised, in a sentence."""
        names = [_told(one) for one in self.questions[:MOST_NAMED]]
        more = len(self.questions) - MOST_NAMED
        if more > 0:
            names.append(tr("and {n} more", n=more))
        return "; ".join(names)


def questions_from(marked: Marked) -> FoundQuestions:
    """Return the questions in marked words; words that are no question to us become one whole."""
    title = marked.identity("block")
    try:
        proposal = questions_in(marked.words, title, document=marked.document)
    except InputError:
        proposal = single_question(marked.words, title, document=marked.document)
    named = {one.id for one in proposal.of("sections") if one.title != title}
    placed = tuple(_placed(one, named, marked) for one in proposal.of("questions"))
    sections = tuple(one for one in proposal.of("sections") if one.id in named)
    return FoundQuestions(placed, sections, proposal.of("criteria"), proposal.of("parts"))


def with_questions(bid: Bid, found: FoundQuestions) -> tuple[Bid, tuple[str, ...]]:
    """Return the bid with these questions, and their identities there; one asked twice is one."""
    identities: list[str] = []
    for question in found.questions:
        known = _known(bid, question)
        identities.append(known.id if known is not None else question.id)
        if known is not None:
            continue
        bid = _with_section(bid, question.parent, found.sections)
        bid = with_entry(bid, "questions", question)
        for part in found.parts:
            if part.parent == question.id:
                bid = with_entry(bid, "parts", part.model_copy(update={"order": ""}))
        for criterion in found.criteria:
            if question.id in criterion.questions and not _is_in(bid.criteria, criterion):
                bid = with_entry(bid, "criteria", criterion.model_copy(update={"order": ""}))
    return bid, tuple(identities)


def _placed(question: Question, named: set[str], marked: Marked) -> Question:
    parent = question.parent if question.parent in named else SECTION
    update = {"parent": parent, "order": "", "source_page": marked.on_page}
    return question.model_copy(update=update)


def _known(bid: Bid, question: Question) -> Question | None:
    """Return the question of the bid that asks the same under the same number."""
    said = words_of_question(question)
    for one in bid.questions:
        same = not one.number or plain_number(one.number) == plain_number(question.number)
        if one.id == question.id or (same and words_of_question(one) == said):
            return one
    return None


def _with_section(bid: Bid, identity: str, sections: Iterable[Section]) -> Bid:
    if any(one.id == identity for one in bid.sections):
        return bid
    made = next((one for one in sections if one.id == identity), None)
    if made is None:
        made = Section(id=SECTION, title=tr("From the documents"), stage="tender")
    return with_entry(bid, "sections", made.model_copy(update={"order": ""}))


def _is_in(entries: Iterable[Entity], entry: Entity) -> bool:
    return any(one.id == entry.id for one in entries)


def _told(question: Question) -> str:
    name = question.number or " ".join(question.text.split())[:40]
    limit = limit_words(question.limit)
    return tr("question {name}, {limit}", name=name, limit=limit or tr("no limit was found"))
