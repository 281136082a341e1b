"""Marked words made into a question, a requirement, a date, an instruction or a clarification."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification, Requirement
from bidkit.domain.refs import Item, Ref
from bidkit.domain.rounds import Instruction
from bidkit.session.document import with_entry
from bidkit.session.marking.dates import FoundDate, with_dates
from bidkit.session.marking.questions import questions_from, with_questions
from bidkit.session.marking.words import Made, Marked, excerpt_of, source_words
from bidkit.session.reissue.matching import plain_number
from bidkit.session.session import Session
from bidkit.words import Words, later, tr

Single = Literal["requirement", "instruction", "clarification"]
KEPT: Mapping[Single, Words] = {
    "requirement": later("Kept as a requirement, with its document and page."),
    "instruction": later("Kept under Check and hand in, with its document and page."),
    "clarification": later("A question to the buyer is drafted. Read it, then send it."),
}


def make_into(session: Session, kind: Single | Literal["question"], marked: Marked) -> Made:
    """Make marked words into a thing of the bid, as one step; the same words twice are one."""
    if kind == "question":
        return _make_questions(session, marked)
    collection, entry = _thing(session, kind, marked)
    place: Ref[Bid, Any] = Ref(Bid, (collection, Item(entry.id)))
    if not place.exists(session.document.bid):
        excerpt = excerpt_of(marked, kind, entry.id)

        def change(bid: Bid) -> Bid:
            return with_entry(with_entry(bid, collection, entry), "excerpts", excerpt)

        session.document.edit(tr("Mark words as a {kind}", kind=kind), change, place=place)
    return Made((place,), str(KEPT[kind]))


def make_dates(
    session: Session, marked: Marked, found: tuple[FoundDate, ...], chosen: Mapping[int, str]
) -> Made:
    """Set the chosen dates, as one step; each keeps the words it came from."""
    bid, places = with_dates(session.document.bid, marked, found, chosen)
    if places:
        session.document.edit(tr("Take dates from a document"), lambda _: bid, place=places[0])
    return Made(places, tr("Kept, with its document and page.") if places else "")


def _make_questions(session: Session, marked: Marked) -> Made:
    found = questions_from(marked)
    before = session.document.bid
    bid, identities = with_questions(before, found)
    for identity in identities:
        excerpt = excerpt_of(marked, "question", identity)
        if all(one.id != excerpt.id for one in bid.excerpts):
            bid = with_entry(bid, "excerpts", excerpt)
    places: tuple[Ref[Bid, Any], ...] = tuple(
        Ref(Bid, ("questions", Item(identity))) for identity in identities
    )
    if bid != before:
        session.document.edit(tr("Mark words as a question"), lambda _: bid, place=places[0])
    words = tr("Kept, with document and page: {what}.", what=found.told)
    return Made(places, f"{words} {_twice(before, bid, identities)}".strip())


def _twice(before: Bid, after: Bid, identities: tuple[str, ...]) -> str:
    """Return what to say where a new question has the number of an old one, else ''."""
    known = {plain_number(one.number) for one in before.questions if one.number}
    there = {one.id for one in before.questions}
    again = [
        one.number
        for one in after.questions
        if one.id in identities and one.id not in there and plain_number(one.number) in known
    ]
    if not again:
        return ""
    return tr("▲ {numbers} is here already in other words: compare them.", numbers=", ".join(again))


def _thing(session: Session, kind: Single, marked: Marked) -> tuple[str, Entity]:
    bid, identity = session.document.bid, marked.identity(kind)
    match kind:
        case "requirement":
            return "requirements", Requirement(
                id=identity,
                quotation=marked.words,
                document=marked.document,
                page=marked.on_page,
                kind="must",
            )
        case "instruction":
            title = next((one.title for one in bid.documents if one.id == marked.document), "")
            return "instructions", Instruction(
                id=identity, text=marked.words, source=title, page=marked.on_page
            )
        case "clarification":
            return "clarifications", Clarification(
                id=identity,
                question=drafted_question(bid, marked),
                about=marked.document,
                drafted_on=session.today(),
                status="draft",
            )


def drafted_question(bid: Bid, marked: Marked) -> str:
    """Return a courteous question about the buyer's own words; it names nobody else's."""
    quoted = " ".join(marked.words.split())
    where = source_words(bid, marked)
    if not where:
        return tr(
            "The papers say: “{words}”. Please could you clarify what is meant? Thank you.",
            words=quoted,
        )
    return tr(
        "{where} says: “{words}”. Please could you clarify what is meant? Thank you.",
        where=where,
        words=quoted,
    )
