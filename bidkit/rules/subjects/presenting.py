"""What is wrong with the presentation: no outline, too long, nobody speaking, no reply ready."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import in_uk, moment_words, number_words
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import tr

NEAR = 14
NOUGHT = Decimal(0)


def outline_missing(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A presentation with a day and nothing to say yet."""
    when = bid.presentation.when
    if when is None or bid.slides:
        return
    days = (in_uk(when).date() - facts.today).days
    if days >= 0:
        yield Remark(
            here(lambda b: b.slides),
            Level.SHOULD if days <= NEAR else Level.HINT,
            tr("The presentation has no outline yet."),
            tr("It is on {moment}.", moment=moment_words(when)),
            tr("Draft one from the bid, then say who speaks and for how long."),
        )


def runs_over(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Parts that take longer than the buyer gives."""
    most = bid.presentation.minutes
    used = sum((one.minutes or NOUGHT for one in bid.slides), NOUGHT)
    if most is not None and used > most:
        yield Remark(
            here(lambda b: b.presentation.minutes),
            Level.SHOULD,
            tr("The parts take {used} of {most} minutes.", used=number_words(used), most=most),
            tr("Panels cut off at the minute, and the end is what you lose."),
            tr("Shorten a part, and leave a minute for the start."),
        )


def nobody_speaks(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A part of the presentation that nobody is named for."""
    for one in bid.slides:
        if one.title.strip() and not one.speaker.strip():
            yield Remark(
                at(lambda b: b.slides, one, lambda s: s.speaker),
                Level.HINT,
                tr("Who speaks on “{part}”?", part=one.title),
                tr("Panels want to meet those who will do the work."),
                tr("Name one person for each part, and let them rehearse it."),
            )


def no_reply(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A question the panel may ask, and nothing to say."""
    for one in bid.panel_questions:
        if one.question.strip() and not one.our_reply.strip():
            yield Remark(
                at(lambda b: b.panel_questions, one, lambda q: q.our_reply),
                Level.HINT,
                tr("No reply is ready to: {question}", question=one.question),
                tr("It is likely because this is where you are weakest."),
                tr("Write two sentences: what you do, and what proves it."),
            )


HERE = Stage.HAND_IN
SOURCE = "Final decisions, From Policy to Practice, 2007"
RULES = (
    rule(outline_missing, HERE, "presentation slides", SOURCE, "today", small_grant=False),
    rule(runs_over, HERE, "presentation slides", SOURCE, small_grant=False),
    rule(nobody_speaks, HERE, "slides", SOURCE, small_grant=False),
    rule(no_reply, HERE, "panel_questions", SOURCE, small_grant=False),
)
