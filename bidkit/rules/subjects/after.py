"""What is left to do after the decision: feedback, lessons, the next bid, the standstill."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.showing import day_words, in_uk
from bidkit.domain.stages import Stage
from bidkit.domain.value import Commitment
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, ask
from bidkit.words import tr

DECIDED = ("won", "lost")
OPEN = ("", "offered", "promised")
SUMMARY_OWED = ("pa23_above", "pa23_light_touch")
QUIET_DAYS = 60
LETTERS = 50
WEEK = 7


def feedback_not_asked(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A decision, won or lost, and no feedback asked for."""
    after = bid.after
    if after.outcome in DECIDED and after.feedback_asked_on is None and not after.feedback.strip():
        yield Remark(
            here(lambda b: b.after.feedback_asked_on),
            Level.SHOULD,
            tr("Ask for feedback."),
            tr("Winners learn as much from it as losers, and few ask."),
            tr("A letter is drafted for you; send it and enter the day."),
        )


def no_working_group(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Won, and nobody is thinking of the next time."""
    if bid.after.outcome == "won" and not bid.after.working_group.strip():
        yield Remark(
            here(lambda b: b.after.working_group),
            Level.SHOULD,
            tr("Who will win it again next time?"),
            tr("The next bid begins on the day this one is won."),
            tr("Name a small group and its first meeting."),
        )


def no_alarm(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Won, and no day set for bidding again."""
    if bid.after.outcome == "won" and bid.after.rebid_on is None:
        yield Remark(
            here(lambda b: b.after.rebid_on),
            Level.HINT,
            tr("When will you have to bid again?"),
            tr("About a year before the end is usual."),
            tr("Enter the day; it goes into the calendar."),
        )


def no_lessons(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A decision without lessons."""
    after = bid.after
    told = (after.keep, after.change, after.evidence_gap, after.price_gap)
    if after.outcome in DECIDED and not bid.lessons and not any(one.strip() for one in told):
        yield Remark(
            here(lambda b: b.lessons),
            Level.HINT,
            tr("What will you keep, and what change?"),
            tr("In a month nobody remembers."),
            tr("One line each is enough."),
        )


def standstill_unknown(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An award notice, and nobody knows whether there is a standstill."""
    after = bid.after
    if after.award_notice_on is not None and not after.standstill_kind:
        yield Remark(
            here(lambda b: b.after.standstill_kind),
            Level.HINT,
            tr("Is there a standstill?"),
            tr("It may be required, promised in the notice, or there may be none."),
            tr("Read the award notice and choose; the time to object is short."),
        )


def summary_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An award under the Procurement Act, and no assessment summary has come."""
    after = bid.after
    told = after.summary_on is not None or bool(bid.marks_received)
    if after.award_notice_on and bid.opportunity.regime in SUMMARY_OWED and not told:
        yield Remark(
            here(lambda b: b.after.summary_on),
            Level.SHOULD,
            tr("The assessment summary has not come."),
            tr("It is due before the award notice, with our marks, the winner’s and the reasons."),
            tr("Ask for it today, while the standstill runs; or enter the day it came."),
        )


def promise_without_keeper(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Won, and a promise has nobody who keeps it, or no day."""
    if bid.after.outcome != "won":
        return
    for one in bid.commitments:
        if one.status in OPEN and one.measure.strip() and not (one.owner.strip() and one.due_on):
            yield Remark(
                _gap(one),
                Level.SHOULD,
                tr("{what}: who keeps it, and by when?", what=_named(one)),
                tr("What was promised in the bid is owed once it is won."),
                tr("Give it a name and a day."),
            )


def promise_late(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A promise whose day has gone by and that is not kept."""
    if bid.after.outcome != "won":
        return
    for one in bid.commitments:
        if one.status in OPEN and one.due_on is not None and one.due_on < facts.today:
            yield Remark(
                at(lambda b: b.commitments, one, lambda c: c.status),
                Level.SHOULD,
                tr("{what} was due on {day}.", what=_named(one), day=day_words(one.due_on)),
                tr("The buyer may hold us to it, and the next bid will be asked about it."),
                tr("Mark it as kept or missed, or agree another day with the buyer."),
            )


def promises_not_listed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Won, answers written, and no promise was taken from them."""
    written = any(one.text.strip() for one in bid.answers)
    taken = any(one.from_answer for one in bid.commitments)
    if bid.after.outcome == "won" and written and not taken:
        yield Remark(
            here(lambda b: b.commitments),
            Level.SHOULD,
            tr("What did the answers promise?"),
            tr("Every promise in them is owed now."),
            tr("Press Look for promises, and give each to somebody."),
            stage=Stage.AFTER,
        )


def rebid_due(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """The day to start the next bid has come."""
    day = bid.after.rebid_on
    if bid.after.outcome == "won" and day is not None and day <= facts.today:
        yield Remark(
            here(lambda b: b.after.rebid_on),
            Level.SHOULD,
            tr("It is time to start the next bid."),
            tr("You set {day} for it.", day=day_words(day)),
            tr("Call the group together. Once the new bid is begun, take the day out."),
        )


def decision_overdue(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """The day the buyer named for its decision has gone by."""
    day = bid.after.decision_expected_on
    if not bid.after.outcome and day is not None and day < facts.today - timedelta(days=WEEK):
        yield Remark(
            here(lambda b: b.after.outcome),
            Level.HINT,
            tr("Has the buyer decided?"),
            tr("It meant to by {day}.", day=day_words(day)),
            tr("Enter what became of it, or ask."),
        )


def no_outcome(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Sent long ago, and no decision is written down."""
    if bid.after.outcome:
        return
    for one in bid.rounds:
        if one.sent_at is None or one.result:
            continue
        if in_uk(one.sent_at).date() < facts.today - timedelta(days=QUIET_DAYS):
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.result),
                Level.HINT,
                tr("What became of it?"),
                tr("It was sent more than {n} days ago.", n=QUIET_DAYS),
                tr("{ask} if you were not told, and enter the outcome.", ask=ask(bid)),
                stage=Stage.AFTER,
            )


def _named(one: Commitment) -> str:
    words = " ".join(one.measure.split())
    return f"“{words[:LETTERS]}…”" if len(words) > LETTERS else f"“{words}”"


def _gap(one: Commitment) -> Ref[Bid, Any]:
    if not one.owner.strip():
        return at(lambda b: b.commitments, one, lambda c: c.owner)
    return at(lambda b: b.commitments, one, lambda c: c.due_on)


HERE = Stage.AFTER
QUALITY = "Quality, From Policy to Practice, 2007: ask for feedback even if you win"
NEXT = "The changing agenda, From Policy to Practice, 2007"
OWED = "Procurement Act 2023, section 71 (assessing performance)"
RULES = (
    rule(feedback_not_asked, HERE, "after", QUALITY),
    rule(no_working_group, HERE, "after", NEXT),
    rule(no_alarm, HERE, "after", NEXT),
    rule(no_lessons, HERE, "after lessons", QUALITY),
    rule(standstill_unknown, HERE, "after", "Procurement Act 2023, section 51"),
    rule(
        summary_missing,
        HERE,
        "after opportunity marks_received",
        "Procurement Act 2023, section 50",
    ),
    rule(promise_without_keeper, HERE, "after commitments", OWED),
    rule(promise_late, HERE, "after commitments", OWED, "today"),
    rule(promises_not_listed, HERE, "after commitments answers", OWED),
    rule(rebid_due, HERE, "after", NEXT, "today"),
    rule(decision_overdue, HERE, "after", "The notice", "today"),
    rule(no_outcome, HERE, f"after {ASK_READS}", QUALITY, "today"),
)
