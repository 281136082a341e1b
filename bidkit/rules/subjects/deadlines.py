"""What is wrong with deadlines: none, not confirmed, near, passed, at an odd hour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import day_words, in_uk, moment_words
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import coming_rounds, days_left, seconds_left
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, ask
from bidkit.words import tr

AMBER_DAYS = 10
RED_DAYS = 3
WEEKEND = 5
NOTICE = "The buyer's notice and instructions"


def no_deadline(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """No deadline is known and nothing has been sent."""
    known = any(one.deadline is not None or one.sent_at is not None for one in bid.rounds)
    if known:
        return
    first = bid.rounds[0] if bid.rounds else None
    yield Remark(
        here(lambda b: b.rounds) if first is None else at(lambda b: b.rounds, first),
        Level.SHOULD,
        tr("When must it be in?"),
        tr("A late bid is not read, and everything else is planned back from this moment."),
        tr("Enter the date and the time, in UK time."),
    )


def deadline_unconfirmed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A deadline nobody has read back against the documents."""
    coming = coming_rounds(bid.rounds)
    if coming and coming[0].deadline and not bid.opportunity.deadline_confirmed:
        yield Remark(
            here(lambda b: b.opportunity.deadline_confirmed),
            Level.SHOULD,
            tr("Confirm the deadline: {when}.", when=moment_words(in_uk(coming[0].deadline))),
            tr("Notices, portals and documents sometimes differ; in doubt the earlier counts."),
            tr("Compare it with the portal and the instructions, then tick it."),
        )


def deadline_passed(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A deadline gone by without a record of sending."""
    for one in coming_rounds(bid.rounds):
        if one.deadline is not None and seconds_left(one.deadline, facts.now) <= 0:
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.deadline),
                Level.SHOULD,
                tr("This deadline has passed: {when}.", when=moment_words(in_uk(one.deadline))),
                tr("There is no record that it was sent."),
                tr("Write down when and by whom it was sent, or that it was not."),
            )


def deadline_soon(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A deadline that is near."""
    for one in coming_rounds(bid.rounds):
        if one.deadline is None or seconds_left(one.deadline, facts.now) <= 0:
            continue
        days = days_left(one.deadline, facts.now)
        if days < AMBER_DAYS:
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.deadline),
                Level.HINT,
                _left_words(days),
                tr("It must be in by {when}.", when=moment_words(in_uk(one.deadline))),
                tr("Plan to send it a day early; portals are slow in the last hours."),
            )


def _left_words(days: int) -> str:
    if days <= 0:
        return tr("The deadline is today.")
    return tr("1 day is left.") if days == 1 else tr("{n} days are left.", n=days)


def odd_hour(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A deadline at midnight, or at a weekend, that may be misread."""
    for one in coming_rounds(bid.rounds):
        if one.deadline is None:
            continue
        local = in_uk(one.deadline)
        place = at(lambda b: b.rounds, one, lambda r: r.deadline)
        if local.time().replace(second=0, microsecond=0) in (time(0, 0), time(23, 59)):
            yield Remark(
                place,
                Level.SHOULD,
                tr("Midnight: which day is meant?"),
                tr("It stands as {when}, in UK time.", when=moment_words(local)),
                tr("{ask}, or treat the working day before as the last.", ask=ask(bid)),
            )
        elif local.weekday() >= WEEKEND:
            yield Remark(
                place,
                Level.HINT,
                tr("The deadline falls on a weekend."),
                tr("Nobody answers a portal's help line on {day}.", day=day_words(local.date())),
                tr("Send it by the Friday before."),
            )


def zone_differs(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A deadline published in another time than the UK's."""
    for one in coming_rounds(bid.rounds):
        moment = one.deadline
        if moment is None or moment.tzinfo is None:
            continue
        if moment.utcoffset() == in_uk(moment).utcoffset():
            continue
        yield Remark(
            at(lambda b: b.rounds, one, lambda r: r.deadline),
            Level.HINT,
            tr("In UK time this is {when}.", when=moment_words(in_uk(moment))),
            tr("It was given in another time zone, as notices often do in summer."),
            tr("Check the hour on the portal; in doubt the earlier counts."),
        )


def questions_close(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """The time to ask the buyer something is nearly over."""
    for one in bid.rounds:
        if one.questions_close is None or one.sent_at is not None:
            continue
        left = seconds_left(one.questions_close, facts.now)
        if left > 0 and days_left(one.questions_close, facts.now) < RED_DAYS:
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.questions_close),
                Level.HINT,
                tr("Questions to the buyer close soon."),
                tr("Until {when}.", when=moment_words(in_uk(one.questions_close))),
                tr("Send what is unclear now, through the buyer's own channel."),
            )


RULES = (
    rule(no_deadline, Stage.OPPORTUNITY, "rounds", NOTICE),
    rule(deadline_unconfirmed, Stage.OPPORTUNITY, "rounds opportunity", NOTICE),
    rule(deadline_passed, Stage.OPPORTUNITY, "rounds", NOTICE, "now"),
    rule(deadline_soon, Stage.OPPORTUNITY, "rounds", NOTICE, "now"),
    rule(odd_hour, Stage.OPPORTUNITY, ASK_READS, NOTICE),
    rule(zone_differs, Stage.OPPORTUNITY, "rounds", NOTICE),
    rule(questions_close, Stage.OPPORTUNITY, "rounds", NOTICE, "now"),
)
