"""The list of questions to the buyer, shown wherever something may be unclear."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import Choice, Column, Day, Form, Listing, Paragraph, YesNo
from bidkit.words import later

CLARIFICATIONS: Listing[Clarification] = Listing(
    ref(Bid, lambda b: b.clarifications),
    later("Questions to the buyer"),
    (
        Column(later("Question"), ref(Clarification, lambda c: c.question), stretch=True),
        Column(later("Asked by us"), ref(Clarification, lambda c: c.ours)),
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
                YesNo(ref(Clarification, lambda c: c.ours), later("Is it ours?")),
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
                Day(ref(Clarification, lambda c: c.answered_on), later("Answer of"), width="half"),
                Paragraph(ref(Clarification, lambda c: c.answer), later("The buyer’s answer")),
                Paragraph(ref(Clarification, lambda c: c.effect), later("What it changes for us")),
            ),
        ),
    ),
    new=lambda: Clarification(id=new_id(), ours="yes", status="draft"),
    add=later("Add a question"),
    empty=later("Unsure what is asked? Ask. Press “Ask the buyer” beside a question."),
    purpose=later("Send them through the portal before questions close."),
    called=lambda c: c.question,
)
