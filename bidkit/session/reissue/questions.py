"""Questions of a reissued questionnaire beside those of the bid; answers stay where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from bidkit.domain.base import key_between
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Limit, Part, Question, Section
from bidkit.domain.showing import percent_words
from bidkit.importers.base import Proposal
from bidkit.packs.fit import apply_pack
from bidkit.packs.schema import Pack
from bidkit.session.document import sorted_entries, with_entry
from bidkit.session.incoming.telling import limit_words
from bidkit.session.reissue.changes import Change, replaced
from bidkit.session.reissue.columns import changes_of_columns, changes_of_options
from bidkit.session.reissue.matching import (
    Matched,
    Pair,
    match_questions,
    plain_number,
    words_of_question,
)
from bidkit.session.reissue.parts import Parts, changes_of_parts
from bidkit.session.reissue.taking_out import TAKEN_OUT, with_taken_out
from bidkit.words import tr


def changes_of_questions(bid: Bid, proposal: Proposal, document: str = "") -> tuple[Change, ...]:
    """Return every change a reissued questionnaire makes to the questions it was read from."""
    theirs: tuple[Question, ...] = proposal.of("questions")
    matched = match_questions(questions_of(bid, document), theirs)
    weights = {one.questions[0]: one for one in proposal.of("criteria") if one.questions}
    parts = _by_question(proposal.of("parts"))
    found: list[Change] = []
    for pair in matched.pairs:
        found += _changes_of(bid, pair, weights.get(pair.theirs.id), parts)
    new = _New(matched, theirs, proposal.of("sections"), parts)
    found += [new.change(one, weights.get(one.id)) for one in matched.added]
    found += [_gone(one) for one in matched.gone]
    return tuple(found)


def changes_of_pack(bid: Bid, pack: Pack) -> tuple[Change, ...]:
    """Return what the pack of today asks otherwise than the questions taken from it earlier."""
    today = apply_pack(Bid(), pack, fill=False)
    ours = tuple(one for one in bid.questions if one.pack == pack.id)
    matched = match_questions(ours, today.questions)
    parts = _by_question(today.parts)
    found: list[Change] = []
    for pair in matched.pairs:
        found += _changes_of(bid, pair, None, parts)
    new = _New(matched, today.questions, today.sections, parts)
    found += [new.change(one, None) for one in matched.added]
    return (*found, *(_gone(one) for one in matched.gone))


def questions_of(bid: Bid, document: str) -> tuple[Question, ...]:
    """Return the questions read from a document; where none is known, those of no pack, or all."""
    asked = tuple(one for one in bid.questions if one.parent != TAKEN_OUT)
    own = tuple(one for one in asked if document and one.source_document == document)
    return own or tuple(one for one in asked if not one.pack) or asked


def name_of_question(question: Question) -> str:
    """Return how a question is called in a list of changes."""
    name = question.number or question.title or " ".join(question.text.split())[:40]
    return tr("Question {name}", name=name)


def _by_question(parts: Sequence[Part]) -> Parts:
    found: dict[str, tuple[Part, ...]] = {}
    for one in parts:
        found[one.parent] = (*found.get(one.parent, ()), one)
    return found


def _changes_of(bid: Bid, pair: Pair, weight: Criterion | None, parts: Parts) -> Iterator[Change]:
    ours, theirs, about = pair.ours, pair.theirs, name_of_question(pair.ours)
    if words_of_question(ours) != words_of_question(theirs):
        take = partial(_with, ours.id, text=theirs.text or theirs.title)
        words = (ours.text or ours.title, theirs.text or theirs.title)
        yield Change(f"{ours.id}.words", about, tr("the words"), *words, take, ours.id)
    if plain_number(ours.number) != plain_number(theirs.number) and theirs.number:
        take = partial(_with, ours.id, number=theirs.number)
        numbers = (ours.number or tr("none"), theirs.number)
        yield Change(f"{ours.id}.number", about, tr("the number"), *numbers, take, ours.id)
    yield from _limit_change(ours, theirs.limit, about)
    yield from changes_of_columns(bid, ours, theirs, about)
    yield from changes_of_options(bid, ours, theirs, about)
    yield from changes_of_parts(bid, ours, parts.get(theirs.id, ()), about)
    if weight is not None and weight.weight is not None:
        yield from _weight_change(bid, ours, weight, about)


def _limit_change(ours: Question, limit: Limit, about: str) -> Iterator[Change]:
    if (ours.limit.most, ours.limit.unit) == (limit.most, limit.unit):
        return
    values = {"limit.most": limit.most, "limit.unit": limit.unit}

    def take(bid: Bid) -> Bid:
        return replaced(bid, "questions", ours.id, **values)

    sure = limit.most is not None
    old, new = limit_words(ours.limit) or tr("none"), limit_words(limit) or tr("none")
    note = "" if sure else tr("No limit was found in the new version.")
    key = f"{ours.id}.limit"
    yield Change(key, about, tr("the limit"), old, new, take, ours.id, sure, note)


def _weight_change(bid: Bid, ours: Question, weight: Criterion, about: str) -> Iterator[Change]:
    criterion = next((one for one in bid.criteria if ours.id in one.questions), None)
    if criterion is None or criterion.weight in (None, weight.weight):
        return
    values = {"weight": weight.weight, "weight_as_published": weight.weight_as_published}

    def take(bid: Bid) -> Bid:
        return replaced(bid, "criteria", criterion.id, **values)

    old, new = percent_words(criterion.weight), percent_words(weight.weight)
    yield Change(f"{ours.id}.weight", about, tr("the weight"), old, new, take, ours.id)


def _gone(question: Question) -> Change:
    about = name_of_question(question)
    note = tr("It was not found in the new version. Its answer is kept.")
    words = (question.text or question.title, tr("not asked any more"))
    take = partial(_taken_out, question.id)
    key = f"{question.id}.gone"
    return Change(key, about, tr("taken out"), *words, take, question.id, sure=False, note=note)


def _with(identity: str, bid: Bid, **values: object) -> Bid:
    return replaced(bid, "questions", identity, **values)


def _taken_out(identity: str, bid: Bid) -> Bid:
    """Move a question to a section that does not apply: nothing of it is lost."""
    return replaced(with_taken_out(bid), "questions", identity, parent=TAKEN_OUT)


class _New:
    """Where new questions belong: after the question they follow, in its section."""

    def __init__(
        self,
        matched: Matched,
        theirs: Sequence[Question],
        sections: Sequence[Section],
        parts: Parts,
    ) -> None:
        self._parts = parts
        self._ours = {pair.theirs.id: pair.ours for pair in matched.pairs}
        self._theirs = theirs
        self._sections = sections

    def change(self, question: Question, weight: Criterion | None) -> Change:
        """Return the change that adds a question."""
        take = partial(self._added, question, weight)
        limit = limit_words(question.limit)
        new = " · ".join(part for part in (question.text or question.title, limit) if part)
        key = f"{question.id}.added"
        return Change(key, name_of_question(question), tr("new"), "", new, take, question.id)

    def _added(self, question: Question, weight: Criterion | None, bid: Bid) -> Bid:
        if any(one.id == question.id for one in bid.questions):
            return bid
        bid, section = self._section(bid, question)
        order = self._order(bid, question)
        placed = question.model_copy(update={"parent": section, "order": order})
        entries = sorted_entries((*bid.questions, placed))
        bid = bid.model_copy(update={"questions": entries})
        for part in self._parts.get(question.id, ()):
            bid = with_entry(bid, "parts", part.model_copy(update={"order": ""}))
        if weight is None or any(one.id == weight.id for one in bid.criteria):
            return bid
        return with_entry(bid, "criteria", weight.model_copy(update={"order": ""}))

    def _section(self, bid: Bid, question: Question) -> tuple[Bid, str]:
        """Return the section of the bid that their section became, made where there is none."""
        siblings = (one for one in self._theirs if one.parent == question.parent)
        ours = next((self._ours[one.id] for one in siblings if one.id in self._ours), None)
        if ours is not None:
            return bid, ours.parent
        section = next((one for one in self._sections if one.id == question.parent), None)
        if section is None or any(one.id == section.id for one in bid.sections):
            return bid, question.parent
        return with_entry(bid, "sections", section.model_copy(update={"order": ""})), section.id

    def _order(self, bid: Bid, question: Question) -> str:
        at = next(n for n, one in enumerate(self._theirs) if one.id == question.id)
        known = {one.id: one.order for one in bid.questions}
        before = ""
        for earlier in reversed(self._theirs[:at]):
            ours = self._ours.get(earlier.id, earlier)
            if ours.id in known:
                before = known[ours.id]
                break
        after = min((order for order in known.values() if order > before), default="")
        return key_between(before, after)
