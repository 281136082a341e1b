"""Replying: the response a question has or will have, prefilling, and asking the buyer."""

from __future__ import annotations

from datetime import date

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.questionnaire import Question, Response
from bidkit.domain.refs import Ref, ref
from bidkit.packs.prefill import prefill
from bidkit.session.document import Document
from bidkit.words import tr

RESPONSES = ref(Bid, lambda bid: bid.responses)
CLARIFICATIONS = ref(Bid, lambda bid: bid.clarifications)


def response_place(document: Document, question: Question) -> Ref[Bid, Response]:
    """Return where a question is replied to; it is made when something is first written."""
    for one in document.bid.responses:
        if one.parent == question.id and not one.lot:
            return RESPONSES.item(one.id)
    promised = Response(id=derived_id("response", question.id), parent=question.id)
    return document.promise(RESPONSES, promised)


def fill_from_organisation(document: Document, *, refresh: bool = False) -> int:
    """Fill empty replies from our organisation's details; return how many were filled."""
    before = document.bid
    after = prefill(before, refresh=refresh)
    known = {one.id: one for one in before.responses}
    filled = sum(known.get(one.id) != one for one in after.responses)
    if filled:
        document.edit(tr("Fill from our organisation"), lambda _bid: after)
    return filled


def ask_buyer(document: Document, question: Question, today: date) -> Ref[Bid, Clarification]:
    """Draft a question to the buyer about one of theirs; it names neither us nor our offer."""
    entry = Clarification(
        id=derived_id("ask", question.id, today.isoformat()),
        ours="yes",
        about=question.id,
        question=clarification_words(question),
        drafted_on=today,
        status="draft",
    )
    existing = [one for one in document.bid.clarifications if one.id == entry.id]
    if existing:
        return CLARIFICATIONS.item(entry.id)
    return document.add(CLARIFICATIONS, entry, label=tr("Ask the buyer"))


def clarification_words(question: Question) -> str:
    """Return a courteous draft that names neither us nor our solution."""
    number = f" {question.number}" if question.number else ""
    words = question.title or question.text
    return tr(
        "Question{number} (“{words}”): please could you clarify what is asked, and confirm that "
        "an equivalent would be accepted?",
        number=number,
        words=words,
    )
