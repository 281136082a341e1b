"""Acts on our offer that touch several things: taking requirements over, asking for the list."""

from __future__ import annotations

from datetime import date

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.offer import Fit
from bidkit.domain.refs import Ref, ref
from bidkit.importers.base import merged
from bidkit.session.document import Document
from bidkit.words import tr

CLARIFICATIONS = ref(Bid, lambda bid: bid.clarifications)


def with_every_requirement(bid: Bid, bid_id: str) -> Bid:
    """Return the bid with a row of the fit for each requirement that has none yet.

    What was offered against a requirement among the tender documents is taken over.
    """
    known = {one.requirement for one in bid.fits}
    made = [
        Fit(
            id=derived_id(bid_id, "fit", one.id),
            requirement=one.id,
            we_do=one.our_offer,
            answered_in=one.answered_in,
        )
        for one in bid.requirements
        if one.id not in known
    ]
    there = {one.id for one in bid.fits}
    return merged(bid, "fits", [one for one in made if one.id not in there])


def ask_for_staff_list(document: Document, bid_id: str, today: date) -> Ref[Bid, Clarification]:
    """Draft the question for the staff list; it names neither us nor our solution."""
    entry = Clarification(
        id=derived_id(bid_id, "ask", "staff list"),
        ours="yes",
        question=tr(
            "Do you expect staff of the present provider to transfer to a new one? If so, please "
            "could you publish for all bidders, without names: each post with its hours, pay, "
            "pension scheme and start date, any collective agreement, and any claim that is open?"
        ),
        drafted_on=today,
        status="draft",
    )
    if any(one.id == entry.id for one in document.bid.clarifications):
        return CLARIFICATIONS.item(entry.id)
    return document.add(CLARIFICATIONS, entry, label=tr("Draft the question for the staff list"))
