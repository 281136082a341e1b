"""The list of questions to the buyer, shown wherever something may be unclear."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Day,
    Form,
    LinkChoice,
    Listing,
    Paragraph,
    YesNo,
)
from bidkit.words import later, tr


def called_in_full(question: Question) -> str:
    """Return a question as a list names it: its number and its first words."""
    words = question.title or " ".join(question.text.split()[:10])
    return " ".join(piece for piece in (question.number, words) if piece)


def asked_about(bid: Bid, clarification: Clarification) -> str:
    """Return the number of the buyer's question that a clarification is about."""
    found = (one for one in bid.questions if clarification.about and one.id == clarification.about)
    return next((one.number or one.title for one in found), "")


def whose(clarification: Clarification) -> str:
    """Return whether we asked it or somebody else did."""
    return tr("somebody else’s") if clarification.ours == "no" else tr("ours")


CLARIFICATIONS: Listing[Clarification] = Listing(
    ref(Bid, lambda b: b.clarifications),
    later("Questions and answers"),
    (
        Column(later("Question"), ref(Clarification, lambda c: c.question), stretch=True),
        Column(later("About"), told=lambda bid, c: asked_about(bid, c)),
        Column(later("Whose"), told=lambda _bid, c: whose(c)),
        Column(later("State"), ref(Clarification, lambda c: c.status)),
    ),
    (
        Form(
            later("This question"),
            (
                Paragraph(
                    ref(Clarification, lambda c: c.question),
                    later("Question"),
                    help=later("Everybody may see it: name neither yourselves nor your idea"),
                ),
                YesNo(
                    ref(Clarification, lambda c: c.ours),
                    later("Is it ours?"),
                    help=later("Keep what the buyer publishes to others too: it binds you"),
                ),
                LinkChoice(
                    ref(Clarification, lambda c: c.about),
                    later("About which question"),
                    to=ref(Bid, lambda b: b.questions),
                    called=called_in_full,
                ),
                Choice(
                    ref(Clarification, lambda c: c.status),
                    later("State"),
                    (
                        ("draft", later("Draft")),
                        ("asked", later("Asked")),
                        ("answered", later("Answered")),
                        ("withdrawn", later("Withdrawn")),
                    ),
                ),
                Day(ref(Clarification, lambda c: c.asked_on), later("Asked on"), width="half"),
            ),
        ),
        Form(
            later("What the buyer published"),
            (
                Day(ref(Clarification, lambda c: c.answered_on), later("Answer of"), width="half"),
                Paragraph(ref(Clarification, lambda c: c.answer), later("The buyer’s answer")),
                Paragraph(ref(Clarification, lambda c: c.effect), later("What it changes for us")),
            ),
        ),
    ),
    new=lambda: Clarification(id=new_id(), ours="yes", status="draft"),
    add=later("Add a question"),
    empty=later("Unsure what is asked? Ask. The button beside a question drafts it."),
    purpose=later("Send ours through the portal, and keep what the buyer publishes to everybody."),
    called=lambda c: c.question,
)
