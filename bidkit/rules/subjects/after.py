"""What is left to do after the decision: feedback, lessons, the next bid, the standstill."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import in_uk
from bidkit.rules.places import at, here
from bidkit.words import tr

DECIDED = ("won", "lost")
QUIET_DAYS = 60


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
                tr("Enter the outcome, or ask the buyer."),
                stage=Stage.AFTER,
            )


HERE = Stage.AFTER
QUALITY = "Quality, From Policy to Practice, 2007: ask for feedback even if you win"
NEXT = "The changing agenda, From Policy to Practice, 2007"
RULES = (
    rule(feedback_not_asked, HERE, "after", QUALITY),
    rule(no_working_group, HERE, "after", NEXT),
    rule(no_alarm, HERE, "after", NEXT),
    rule(no_lessons, HERE, "after lessons", QUALITY),
    rule(standstill_unknown, HERE, "after", "Procurement Act 2023, section 51"),
    rule(no_outcome, HERE, "after rounds", QUALITY, "today"),
)
