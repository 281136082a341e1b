"""Signing off: what is agreed to is noted in the same step, and can be agreed to again."""

from __future__ import annotations

from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.rounds import SignOff
from bidkit.figures.readings.signing import Covered, covered_now, is_given


def with_what_was_agreed(before: Bid, after: Bid) -> Bid:
    """Return the bid with the marks of what each new sign-off covers.

    A sign-off is new when it first has a name and a day, or another day; a name or role put right
    later renews nothing.
    """
    if before.sign_offs is after.sign_offs:
        return after
    known = {one.id: one for one in before.sign_offs}
    new = {one.id for one in after.sign_offs if _is_new(known.get(one.id), one)}
    if not new:
        return after
    now = covered_now(after)
    marked = tuple(_marked(one, now) if one.id in new else one for one in after.sign_offs)
    return after.model_copy(update={"sign_offs": marked})


def agreed_again(bid: Bid, identity: str, day: date) -> Bid:
    """Return the bid with one sign-off given anew on a day, for what stands there now."""
    now = covered_now(bid)
    given = tuple(
        _marked(one.model_copy(update={"on": day}), now) if one.id == identity else one
        for one in bid.sign_offs
    )
    return bid.model_copy(update={"sign_offs": given})


def _is_new(before: SignOff | None, after: SignOff) -> bool:
    if not is_given(after):
        return False
    if before is None:
        return not after.covers_answers
    return not is_given(before) or before.on != after.on


def _marked(one: SignOff, now: Covered) -> SignOff:
    return one.model_copy(update={"covers_answers": now.answers, "covers_price": now.price})
