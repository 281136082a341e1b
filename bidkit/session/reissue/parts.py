"""The parts of questions in a reissue: matched, divided or joined, with what is written in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from bidkit.domain.answers import Answer
from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.questionnaire import Limit, Part, Question
from bidkit.session.document import with_entry
from bidkit.session.incoming.telling import limit_words, short
from bidkit.session.reissue.changes import Change, replaced
from bidkit.session.reissue.matching import match_questions, plain_number, words_of_question
from bidkit.session.reissue.taking_out import TAKEN_OUT, with_taken_out
from bidkit.words import tr

Parts = Mapping[str, tuple[Part, ...]]


def changes_of_parts(
    bid: Bid, ours: Question, theirs: Sequence[Part], about: str
) -> Iterator[Change]:
    """Yield what changes in the parts of one question."""
    mine = tuple(one for one in bid.parts if one.parent == ours.id)
    if not mine and theirs:
        yield _divided(bid, ours, theirs, about)
    elif mine and not theirs:
        yield _joined(ours, mine, about)
    elif mine:
        yield from _compared(ours, mine, theirs, about)


def _compared(
    ours: Question, mine: Sequence[Part], theirs: Sequence[Part], about: str
) -> Iterator[Change]:
    matched = match_questions([_as_question(one) for one in mine], [*map(_as_question, theirs)])
    by_id = {one.id: one for one in (*mine, *theirs)}
    for pair in matched.pairs:
        old, new = by_id[pair.ours.id], by_id[pair.theirs.id]
        yield from _changes_of(ours, old, new, _name(about, old))
    for question in matched.added:
        new = by_id[question.id]
        take = partial(_added, ours.id, new)
        words = " · ".join(part for part in (new.text, limit_words(new.limit)) if part)
        key = f"{ours.id}.part.{new.id}"
        yield Change(key, _name(about, new), tr("new"), "", words, take, ours.id)
    for question in matched.gone:
        old = by_id[question.id]
        note = tr("It was not found in the new version. Its answer is kept.")
        take = partial(_taken_out, old)
        told = (_name(about, old), tr("taken out"), old.text, tr("not asked any more"))
        yield Change(f"{old.id}.gone", *told, take, ours.id, sure=False, note=note)


def _changes_of(ours: Question, old: Part, new: Part, about: str) -> Iterator[Change]:
    def change(what: str, told: tuple[str, str, str], values: dict[str, object]) -> Change:
        take = partial(_with, old.id, values)
        return Change(f"{old.id}.{what}", about, *told, take, ours.id)

    if words_of_question(_as_question(old)) != words_of_question(_as_question(new)):
        yield change("words", (tr("the words"), old.text, new.text), {"text": new.text})
    if new.number and plain_number(old.number) != plain_number(new.number):
        told = (tr("the number"), old.number or tr("none"), new.number)
        yield change("number", told, {"number": new.number})
    if (old.limit.most, old.limit.unit) != (new.limit.most, new.limit.unit):
        limits = (limit_words(old.limit) or tr("none"), limit_words(new.limit) or tr("none"))
        values: dict[str, object] = {
            "limit.most": new.limit.most,
            "limit.unit": new.limit.unit,
        }
        yield change("limit", (tr("the limit"), *limits), values)


def _divided(bid: Bid, ours: Question, theirs: Sequence[Part], about: str) -> Change:
    written = any(one.parent == ours.id and one.text.strip() for one in bid.answers)
    note = tr("Your answer stands in the first part now: divide it.") if written else ""
    new = "; ".join(short(f"{one.number} {one.text}".strip()) for one in theirs)
    take = partial(_with_parts, ours.id, tuple(theirs))
    words = (tr("one answer"), new)
    key = f"{ours.id}.parts"
    return Change(key, about, tr("the parts"), *words, take, ours.id, not note, note)


def _joined(ours: Question, mine: Sequence[Part], about: str) -> Change:
    old = "; ".join(short(f"{one.number} {one.text}".strip()) for one in mine)
    note = tr("No parts were found in the new version. Their answers would stand in one.")
    take = partial(_without_parts, ours.id)
    key = f"{ours.id}.parts"
    words = (old, tr("one answer"))
    return Change(key, about, tr("the parts"), *words, take, ours.id, sure=False, note=note)


def _as_question(part: Part) -> Question:
    return Question(id=part.id, number=part.number, text=part.text)


def _name(about: str, part: Part) -> str:
    return tr("{about}, part {name}", about=about, name=part.number or short(part.text)[:40])


def _with(identity: str, values: dict[str, object], bid: Bid) -> Bid:
    return replaced(bid, "parts", identity, **values)


def _added(question: str, part: Part, bid: Bid) -> Bid:
    if any(one.id == part.id for one in bid.parts):
        return bid
    return with_entry(bid, "parts", part.model_copy(update={"parent": question, "order": ""}))


def _with_parts(question: str, parts: tuple[Part, ...], bid: Bid) -> Bid:
    """Give a question its parts; what was written stands in the first."""
    for part in parts:
        bid = _added(question, part, bid)
    answers = tuple(
        one.model_copy(update={"parent": parts[0].id}) if one.parent == question else one
        for one in bid.answers
    )
    return bid.model_copy(update={"answers": answers})


def _without_parts(question: str, bid: Bid) -> Bid:
    """Take the parts of a question away; their answers are joined, one set for each lot."""
    parts = [one for one in bid.parts if one.parent == question]
    identities = [one.id for one in parts]
    texts: dict[str, list[str]] = {}
    for identity in identities:
        for one in bid.answers:
            if one.parent == identity and one.text.strip():
                texts.setdefault(one.lot, []).append(one.text.strip())
    rest = tuple(one for one in bid.answers if one.parent not in identities)
    bid = bid.model_copy(
        update={
            "parts": tuple(one for one in bid.parts if one.parent != question),
            "answers": rest,
        }
    )
    for lot, words in texts.items():
        bid = _with_answer(bid, question, lot, words)
    return bid


def _with_answer(bid: Bid, question: str, lot: str, words: list[str]) -> Bid:
    there = next((one for one in bid.answers if one.parent == question and one.lot == lot), None)
    if there is None:
        made = Answer(id=derived_id("joined", question, lot), parent=question, lot=lot)
        return with_entry(bid, "answers", with_fields(made, {"text": "\n\n".join(words)}))
    joined = "\n\n".join(part for part in (there.text.strip(), *words) if part)
    return replaced(bid, "answers", there.id, text=joined)


def _taken_out(part: Part, bid: Bid) -> Bid:
    """Keep a part that is gone, and its answer, as a question that is not asked any more."""
    if all(one.id != part.id for one in bid.parts):
        return bid
    limit = Limit(most=part.limit.most, unit=part.limit.unit)
    kept = Question(
        id=derived_id("part", part.id),
        parent=TAKEN_OUT,
        number=part.number,
        text=part.text,
        limit=limit,
        required="no",
    )
    bid = with_entry(with_taken_out(bid), "questions", kept)
    answers = tuple(
        one.model_copy(update={"parent": kept.id}) if one.parent == part.id else one
        for one in bid.answers
    )
    parts = tuple(one for one in bid.parts if one.id != part.id)
    return bid.model_copy(update={"answers": answers, "parts": parts})
