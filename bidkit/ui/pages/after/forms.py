"""The forms of the decision's aftermath: result, standstill, feedback, lessons."""

from __future__ import annotations

from typing import Any

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.review import Lesson
from bidkit.domain.rounds import MarkReceived
from bidkit.domain.value import Commitment
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    Listing,
    Money,
    Number,
    Paragraph,
)
from bidkit.words import later


def decided(bid: Bid) -> bool:
    """Tell whether the buyer has decided for or against us."""
    return bid.after.outcome in ("won", "lost")


def of_health(bid: Bid) -> bool:
    """Tell whether the rules for health services apply, under which we may object in writing."""
    return bid.opportunity.regime == "nhs_psr"


RESULT: Form[Bid] = Form(
    later("What became of it"),
    (
        Choice(
            ref(Bid, lambda b: b.after.outcome),
            later("Result"),
            (
                ("won", later("We won")),
                ("lost", later("We did not win")),
                ("withdrawn", later("We withdrew")),
                ("cancelled", later("The buyer cancelled")),
                ("not sent", later("We did not send it")),
            ),
            none=later("No news yet"),
        ),
        Day(ref(Bid, lambda b: b.after.told_on), later("We were told on"), width="half"),
        Day(
            ref(Bid, lambda b: b.after.decision_expected_on),
            later("The buyer means to decide by"),
            width="half",
            shown_when=lambda b: not b.after.outcome,
        ),
        Number(
            ref(Bid, lambda b: b.after.our_score),
            later("Our score"),
            width="half",
            shown_when=decided,
        ),
    ),
)
LOST: Form[Bid] = Form(
    later("Why it was not us"),
    (
        Line(ref(Bid, lambda b: b.after.winner), later("Winner"), width="half"),
        Number(ref(Bid, lambda b: b.after.winner_score), later("Winner’s score"), width="half"),
        Choice(
            ref(Bid, lambda b: b.after.main_reason),
            later("The main reason"),
            (
                ("price", later("Price")),
                ("quality", later("The answers were weaker")),
                ("evidence", later("Too little evidence")),
                ("track record", later("Track record")),
                ("size", later("Too small, or too large for us")),
                ("mistake", later("Something was missing, late or wrong")),
                ("other", later("Something else")),
            ),
            help=later("Counted over all your bids, below"),
        ),
        Paragraph(ref(Bid, lambda b: b.after.why_not_winner), later("What they said of it")),
    ),
)
STANDSTILL: Form[Bid] = Form(
    later("Standstill"),
    (
        Day(
            ref(Bid, lambda b: b.after.award_notice_on),
            later("Award notice published on"),
            help=later("Health services: the notice of intention to award"),
            width="half",
        ),
        Day(
            ref(Bid, lambda b: b.after.summary_on),
            later("Assessment summary came on"),
            help=later("Our marks and the winner’s, with reasons"),
            width="half",
        ),
        Choice(
            ref(Bid, lambda b: b.after.standstill_kind),
            later("Is there one?"),
            (
                ("mandatory", later("Yes, the law asks for it")),
                ("voluntary", later("Yes, the notice offers it")),
                ("none", later("No")),
            ),
            help=later("As the notice says: never taken for granted"),
        ),
        Count(
            ref(Bid, lambda b: b.after.standstill_days),
            later("Working days"),
            shown_when=lambda b: b.after.standstill_kind == "voluntary",
        ),
        Day(ref(Bid, lambda b: b.after.standstill_ends_on), later("It ends on, the buyer says")),
        Day(
            ref(Bid, lambda b: b.after.objected_on),
            later("We objected in writing on"),
            width="half",
            shown_when=of_health,
        ),
        Day(
            ref(Bid, lambda b: b.after.objection_answered_on),
            later("The body answered on"),
            width="half",
            shown_when=of_health,
        ),
    ),
    purpose=later("The days in which a result can still be questioned. Take advice early."),
)
FEEDBACK: Form[Bid] = Form(
    later("Feedback"),
    (
        Day(
            ref(Bid, lambda b: b.after.feedback_asked_on),
            later("We asked on"),
            help=later("Always ask, and ask when you won too"),
            width="half",
        ),
        Day(ref(Bid, lambda b: b.after.feedback_received_on), later("It came on"), width="half"),
        Paragraph(ref(Bid, lambda b: b.after.feedback), later("What they said")),
        Number(ref(Bid, lambda b: b.after.hours_spent), later("Hours it took us")),
        Count(
            ref(Bid, lambda b: b.after.buyer_rating),
            later("How the buyer ran it"),
            help=later("0 badly to 5 very well"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.after.told_the_buyer),
            later("What we tell them of it"),
            help=later("What was clear or unclear, fair, or more work than it was worth"),
        ),
    ),
)
LETTER: Form[Bid] = Form(
    later("Thank you, and how did we do?"),
    (Paragraph(ref(Bid, lambda b: b.after.thanks_letter), later("Letter to the buyer")),),
    purpose=later("Ready to send, won or lost. Change what you like."),
)
NEXT_TIME: Form[Bid] = Form(
    later("The next time"),
    (
        Day(
            ref(Bid, lambda b: b.after.rebid_on),
            later("Start work on the next bid"),
            help=later("A year before this contract ends, if we won"),
        ),
        Paragraph(ref(Bid, lambda b: b.after.working_group), later("Who works on it")),
        Day(ref(Bid, lambda b: b.after.working_group_meets_on), later("They first meet on")),
    ),
)
PRICE: Form[Bid] = Form(
    later("Prices"),
    (
        Money(ref(Bid, lambda b: b.after.winner_price), later("Winner’s price")),
        Count(ref(Bid, lambda b: b.after.price_rank), later("Our place by price")),
        Day(ref(Bid, lambda b: b.after.decided_on), later("The buyer decided on")),
        Paragraph(ref(Bid, lambda b: b.after.price_gap), later("What we learned about price")),
    ),
    deeper=True,
)
LEARNED: Form[Bid] = Form(
    later("In short"),
    (
        Paragraph(ref(Bid, lambda b: b.after.keep), later("Keep")),
        Paragraph(ref(Bid, lambda b: b.after.change), later("Change")),
        Paragraph(ref(Bid, lambda b: b.after.evidence_gap), later("Evidence we lacked")),
    ),
    deeper=True,
)
MARKS: Listing[MarkReceived] = Listing(
    ref(Bid, lambda b: b.marks_received),
    later("Marks we were given"),
    (
        Column(later("Criterion"), ref(MarkReceived, lambda m: m.title), stretch=True),
        Column(later("Of"), ref(MarkReceived, lambda m: m.most)),
        Column(later("Ours"), ref(MarkReceived, lambda m: m.ours)),
        Column(later("Winner’s"), ref(MarkReceived, lambda m: m.winner)),
    ),
    (
        Form(
            later("This criterion"),
            (
                Line(ref(MarkReceived, lambda m: m.title), later("Criterion")),
                Number(ref(MarkReceived, lambda m: m.most), later("Out of")),
                Number(ref(MarkReceived, lambda m: m.ours), later("Ours")),
                Number(ref(MarkReceived, lambda m: m.winner), later("Winner’s")),
                Paragraph(ref(MarkReceived, lambda m: m.reason), later("Their reason")),
            ),
        ),
    ),
    new=lambda: MarkReceived(id=new_id()),
    add=later("Add a mark"),
    empty=later("From the assessment summary: criterion by criterion, with the reasons."),
    called=lambda m: m.title,
)
PROMISES: Listing[Commitment] = Listing(
    ref(Bid, lambda b: b.commitments),
    later("What we promised"),
    (
        Column(later("Promise"), ref(Commitment, lambda c: c.measure), stretch=True),
        Column(later("By"), ref(Commitment, lambda c: c.due_on)),
        Column(later("Who"), ref(Commitment, lambda c: c.owner)),
        Column(later("State"), ref(Commitment, lambda c: c.status)),
    ),
    (
        Form(
            later("This promise"),
            (
                Line(ref(Commitment, lambda c: c.measure), later("Promise")),
                Number(ref(Commitment, lambda c: c.quantity), later("How much")),
                Line(ref(Commitment, lambda c: c.unit), later("Of what"), width="half"),
                Day(ref(Commitment, lambda c: c.due_on), later("By")),
                Line(ref(Commitment, lambda c: c.owner), later("Who")),
                Choice(
                    ref(Commitment, lambda c: c.status),
                    later("State"),
                    (
                        ("idea", later("An idea")),
                        ("offered", later("Offered")),
                        ("promised", later("Promised")),
                        ("kept", later("Kept")),
                        ("missed", later("Missed")),
                    ),
                ),
            ),
        ),
    ),
    new=lambda: Commitment(id=new_id(), status="promised"),
    add=later("Add a promise"),
    empty=later("Every promise in the answers becomes a duty once you win. List them here."),
    called=lambda c: c.measure,
)
LESSONS: Listing[Lesson] = Listing(
    ref(Bid, lambda b: b.lessons),
    later("Lessons"),
    (
        Column(later("Lesson"), ref(Lesson, lambda e: e.text), stretch=True),
        Column(later("Kind"), ref(Lesson, lambda e: e.kind)),
        Column(later("Who"), ref(Lesson, lambda e: e.owner)),
    ),
    (
        Form(
            later("This lesson"),
            (
                Paragraph(ref(Lesson, lambda e: e.text), later("What we learned")),
                Choice(
                    ref(Lesson, lambda e: e.kind),
                    later("Kind"),
                    (
                        ("keep", later("Keep")),
                        ("change", later("Change")),
                        ("evidence", later("Evidence we lacked")),
                        ("price", later("Price")),
                    ),
                ),
                Line(ref(Lesson, lambda e: e.owner), later("Who sees to it"), width="half"),
                Day(ref(Lesson, lambda e: e.due_on), later("By"), width="half"),
            ),
        ),
    ),
    new=lambda: Lesson(id=new_id()),
    add=later("Add a lesson"),
    empty=later("What you would do again, and what you would not."),
)
LISTS: tuple[Listing[Any], ...] = (MARKS, LESSONS)
