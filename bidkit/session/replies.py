"""Replying: the response a question has or will have, prefilling, and asking the buyer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.questionnaire import SUBJECTS, Question, Response
from bidkit.domain.refs import Ref, ref
from bidkit.figures.readings.standing import standing_figures
from bidkit.packs.prefill import prefill
from bidkit.rules.asked import asked_questions
from bidkit.rules.challenges import challenges_to, drafted_clarification
from bidkit.session.document import Document, with_entry
from bidkit.words import tr

RESPONSES = ref(Bid, lambda bid: bid.responses)
CLARIFICATIONS = ref(Bid, lambda bid: bid.clarifications)
LONGEST_QUOTED = 120


def response_place(document: Document, question: Question, subject: str = "") -> Ref[Bid, Response]:
    """Return where a question is replied to for somebody; made when something is first written."""
    for one in document.bid.responses:
        if one.parent == question.id and not one.lot and _speaks_for(one, subject):
            return RESPONSES.item(one.id)
    identity = derived_id(question.id, "response", *([subject] if subject else []))
    promised = Response(id=identity, parent=question.id, subject=subject)
    return document.promise(RESPONSES, promised)


def _speaks_for(response: Response, subject: str) -> bool:
    """Tell whether a response is for a subject; a name somebody typed long ago is ourselves."""
    known = response.subject if response.subject in SUBJECTS else ""
    return known == subject


def fill_from_organisation(document: Document, *, refresh: bool = False) -> int:
    """Fill empty replies from our organisation's details; return how many were filled."""
    before = document.bid
    after = prefill(before, refresh=refresh, figures=standing_figures(before))
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
        question=clarification_words(question, document.bid.opportunity.regime),
        drafted_on=today,
        status="draft",
    )
    existing = [one for one in document.bid.clarifications if one.id == entry.id]
    if existing:
        return CLARIFICATIONS.item(entry.id)
    return document.add(CLARIFICATIONS, entry, label=tr("Draft a question"))


def clarification_words(question: Question, regime: str = "") -> str:
    """Return a courteous draft that names neither us nor our solution.

    A demand a buyer may not make is named; otherwise what is meant is asked, to be made precise.
    """
    challenges = challenges_to(question, regime)
    if challenges:
        return "\n\n".join(drafted_clarification(one, question) for one in challenges)
    words = " ".join((question.title or question.text).split())
    short = words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED].rstrip()}…"
    number = f" {question.number}" if question.number else ""
    return tr(
        "Question{number} (“{words}”): please could you clarify what is asked?",
        number=number,
        words=short,
    )


def clarifications_about(bid: Bid, question: Question) -> tuple[Clarification, ...]:
    """Return what was asked of the buyer, or published by the buyer, about one question."""
    return tuple(one for one in bid.clarifications if one.about == question.id)


def confirm_questions(document: Document, questions: Collection[Question]) -> int:
    """Mark questions as compared with the buyer's papers, as one step; return how many were not."""
    waiting = {one.id for one in questions if not one.confirmed}

    def change(bid: Bid) -> Bid:
        compared = tuple(
            one.model_copy(update={"confirmed": True}) if one.id in waiting else one
            for one in bid.questions
        )
        return bid.model_copy(update={"questions": compared})

    if waiting:
        document.edit(tr("Compare the questions"), change)
    return len(waiting)


def say_no_to_all(document: Document, questions: Collection[Question]) -> int:
    """Reply no for everybody where nothing is said yet, as one step; return how many replies.

    Only ever on somebody's word: they have read the list.
    """
    wanted = {one.id for one in questions}
    asked = [one for one in asked_questions(document.bid) if one.question.id in wanted]
    waiting = [(one.question, subject) for one in asked for subject in one.silent]

    def change(bid: Bid) -> Bid:
        for question, subject in waiting:
            place = response_place(document, question, subject)
            bid = with_reply(bid, document.get(place))
        return bid

    if waiting:
        document.edit(tr("Say no to all"), change)
    return len(waiting)


def with_reply(bid: Bid, response: Response) -> Bid:
    """Return the bid with the reply "no" in a response that is there or is made now."""
    said = response.model_copy(update={"yes_no": "no"})
    if any(one.id == said.id for one in bid.responses):
        after = tuple(said if one.id == said.id else one for one in bid.responses)
        return bid.model_copy(update={"responses": after})
    return with_entry(bid, "responses", said)
