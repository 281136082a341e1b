"""Rounds: each time something must be handed in, with its deadline, way in and proof of sending."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    CONFIDENTIAL,
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    YesNo,
)


class Round(Entity):
    """One handing in: selection questionnaire, tender, final offer or presentation."""

    reader: ClassVar[Reader] = Reader.US
    kind: Literal["", "interest", "selection", "tender", "final", "presentation", "grant"] = ""
    title: str = ""
    opens_on: date | None = None
    questions_close: datetime | None = None
    deadline: datetime | None = None
    deadline_as_published: str = ""
    way_in: Literal["", "portal", "buyer_form", "own_document", "email", "post"] = ""
    where: str = ""
    shortlist: Count = None
    sent_at: datetime | None = None
    sent_by: Annotated[str, PERSONAL] = ""
    receipt: str = ""
    result: Literal["", "through", "not through", "withdrawn"] = ""
    slot_tested: YesNo = ""


def deadline_to_print(rounds: Iterable[Round]) -> datetime | None:
    """Return the deadline a document is made for: the first not sent, else the last; or None."""
    known = [(one, one.deadline) for one in rounds if one.deadline is not None]
    waiting = [moment for one, moment in known if one.sent_at is None]
    every = [moment for _, moment in known]
    if waiting:
        return min(waiting, key=datetime.timestamp)
    return max(every, key=datetime.timestamp, default=None)


class Instruction(Entity):
    """One thing the buyer said to do when handing in, ticked when it is done."""

    text: str = ""
    source: str = ""
    page: Count = None
    done: YesNo = ""
    kind: Literal[
        "", "format", "name", "signature", "attachment", "limit", "portal", "deadline", "other"
    ] = ""


class SignOff(Entity):
    """One person's agreement that the bid may go, for a stated purpose.

    covers_answers, covers_price: marks of both as they stood then.
    """

    purpose: Literal["", "content", "price", "hand in", "declaration", "take off draft"] = ""
    name: Annotated[str, PERSONAL] = ""
    role: str = ""
    on: date | None = None
    reason: Paragraphs = ""
    covers_answers: str = ""
    covers_price: Annotated[str, CONFIDENTIAL] = ""


class PanelQuestion(Entity):
    """A question a panel may ask, and what we would say."""

    question: str = ""
    our_reply: Paragraphs = ""
    from_criterion: str = ""
    speaker: Annotated[str, PERSONAL] = ""


class Slide(Entity):
    """One part of the presentation: what is said, by whom, in how many minutes."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    points: Paragraphs = ""
    speaker: Annotated[str, FOR_US, PERSONAL] = ""
    minutes: Annotated[Number, FOR_US] = None
    notes: Annotated[Paragraphs, FOR_US] = ""


class Presentation(Group):
    """The interview or presentation: when, before whom, on what."""

    when: datetime | None = None
    place: str = ""
    panel: Paragraphs = ""
    brief: Paragraphs = ""
    minutes: Count = None
    share_of_marks: Number = None
    criteria: Tags = ()
    allowed: Paragraphs = ""
    own_mark: Number = None
    lessons: Paragraphs = ""


class AfterDecision(Group):
    """What became of the bid, and what we make of it."""

    outcome: Literal["", "won", "lost", "withdrawn", "cancelled", "not sent"] = ""
    decided_on: date | None = None
    told_on: date | None = None
    decision_expected_on: date | None = None
    award_notice_on: date | None = None
    summary_on: date | None = None
    standstill_kind: Literal["", "mandatory", "voluntary", "none"] = ""
    standstill_days: Count = None
    standstill_ends_on: date | None = None
    objected_on: date | None = None
    objection_answered_on: date | None = None
    our_score: Number = None
    winner_score: Number = None
    main_reason: Literal[
        "", "price", "quality", "evidence", "track record", "size", "mistake", "other"
    ] = ""
    winner: str = ""
    winner_price: Money = None
    price_rank: Count = None
    feedback_asked_on: date | None = None
    feedback_received_on: date | None = None
    feedback: Paragraphs = ""
    why_not_winner: Paragraphs = ""
    keep: Paragraphs = ""
    change: Paragraphs = ""
    evidence_gap: Paragraphs = ""
    price_gap: Paragraphs = ""
    hours_spent: Number = None
    buyer_rating: Count = None
    told_the_buyer: Paragraphs = ""
    working_group: Paragraphs = ""
    working_group_meets_on: date | None = None
    rebid_on: date | None = None
    thanks_letter: Paragraphs = ""


class MarkReceived(Entity):
    """What the buyer's panel gave one criterion, beside the winner."""

    criterion: str = ""
    title: str = ""
    most: Number = None
    ours: Number = None
    winner: Number = None
    reason: Paragraphs = ""
