"""The form of an answer's particulars: state, owner, day, plan."""

from __future__ import annotations

from bidkit.domain.answers import Answer, AnswerStatus
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Day,
    Form,
    Line,
    LinkChoice,
    Number,
    Paragraph,
    Text,
)
from bidkit.words import later

STATES: tuple[tuple[AnswerStatus, Text], ...] = (
    ("not started", later("Not started")),
    ("drafting", later("Drafting")),
    ("for review", later("For review")),
    ("agreed", later("Agreed")),
    ("signed off", later("Signed off")),
)


def partner_name(partner: Partner) -> str:
    """Return how a partner is called."""
    return partner.name


STATE: Form[Answer] = Form(
    later("State"),
    (
        Choice(ref(Answer, lambda a: a.status), later("State"), STATES),
        Line(ref(Answer, lambda a: a.owner), later("Owner"), placeholder=later("Who writes it")),
    ),
)
PARTICULARS: Form[Answer] = Form(
    later("Plan and particulars"),
    (
        Paragraph(
            ref(Answer, lambda a: a.plan),
            later("Plan"),
            help=later("The points to make, before you write"),
        ),
        Day(ref(Answer, lambda a: a.due_on), later("Draft by"), width="half"),
        LinkChoice(
            ref(Answer, lambda a: a.partner),
            later("Written by"),
            to=ref(Bid, lambda b: b.partners),
            called=partner_name,
        ),
        Paragraph(ref(Answer, lambda a: a.good_practice), later("Standards it rests on")),
        Number(ref(Answer, lambda a: a.hours), later("Hours spent")),
    ),
)
