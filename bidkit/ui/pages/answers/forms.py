"""The forms of an answer's particulars and of the question it answers."""

from __future__ import annotations

from bidkit.domain.answers import Answer, AnswerStatus
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import Ref, ref
from bidkit.ui.forms.spec import (
    Choice,
    Count,
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
QUESTION: Form[Question] = Form(
    later("The question"),
    (
        Line(ref(Question, lambda q: q.number), later("Number"), width="half"),
        Line(ref(Question, lambda q: q.title), later("Short name"), width="half"),
        Paragraph(ref(Question, lambda q: q.text), later("Their words")),
        Count(
            ref(Question, lambda q: q.limit.most),
            later("At most"),
            help=later("Nothing means no limit"),
        ),
        Choice(
            Ref(Question, ("limit", "unit")),
            later("Counted in"),
            (
                ("words", later("words")),
                ("characters", later("characters")),
                ("characters without spaces", later("characters without spaces")),
                ("pages", later("pages")),
            ),
            width="half",
        ),
        Choice(
            ref(Question, lambda q: q.marking),
            later("How it is marked"),
            (
                ("scored", later("Scored")),
                ("pass or fail", later("Pass or fail")),
                ("information", later("For information")),
            ),
        ),
    ),
    purpose=later("Copy number, words and limit exactly as they are printed."),
)
