"""Who agreed that the bid may go, and whether it is still the bid they agreed to."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.rounds import SignOff
from bidkit.domain.showing import day_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.signing import ANSWERS, BOTH, changed_since, covered_now, is_given
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import tr

CHANGED_SINCE = "hand_in.changed_since_agreed"


def no_sign_off(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nobody has agreed that the bid may go."""
    if not any(one.name and one.on and one.purpose != "take off draft" for one in bid.sign_offs):
        yield Remark(
            here(lambda b: b.sign_offs),
            Level.SHOULD,
            tr("Who has agreed that it may go?"),
            tr("A bid binds the organisation; a trustee or chief officer should agree."),
            tr("Enter the name, the role and the day."),
        )


def changed_since_agreed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Answers or the price that changed after somebody agreed to them."""
    if not any(map(is_given, bid.sign_offs)) or _is_sent(bid):
        return
    now = covered_now(bid)
    still = {
        _who(one) for one in bid.sign_offs if one.covers_answers and not changed_since(one, now)
    }
    for one in bid.sign_offs:
        changed = changed_since(one, now)
        if changed and _who(one) not in still:
            yield Remark(
                at(lambda b: b.sign_offs, one, lambda s: s.on),
                Level.SHOULD,
                _changed_words(one, changed),
                tr("What would be sent is no longer what they agreed to."),
                tr("Show them what changed, and enter the day they agree again."),
            )


def _is_sent(bid: Bid) -> bool:
    return bool(bid.rounds) and all(one.sent_at is not None for one in bid.rounds)


def _who(one: SignOff) -> tuple[str, str]:
    return one.purpose, " ".join(one.name.casefold().split())


def _changed_words(one: SignOff, changed: tuple[str, ...]) -> str:
    told = {"name": one.name.strip(), "day": day_words(one.on)}
    if changed == BOTH:
        return tr("{name} agreed on {day}; answers and the price have changed since.", **told)
    if changed == (ANSWERS,):
        return tr("{name} agreed on {day}; answers have changed since.", **told)
    return tr("{name} agreed on {day}; the price has changed since.", **told)


HERE = Stage.HAND_IN
DECIDED = "Evaluation of bids, From Policy to Practice, 2007: executive decision"
RULES = (
    rule(no_sign_off, HERE, "sign_offs", DECIDED, small_grant=False),
    rule(
        changed_since_agreed,
        HERE,
        "sign_offs answers costing price_lines rounds",
        DECIDED,
    ),
)
