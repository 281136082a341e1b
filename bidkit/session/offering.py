"""Acts on our offer that touch several things: taking requirements over, asking for the list."""

from __future__ import annotations

from datetime import date

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.evidence import Indicator
from bidkit.domain.offer import Fit, PerformanceMeasure
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import number_words
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


def unmeasured(bid: Bid) -> tuple[Indicator, ...]:
    """Return the indicators with a target that no performance measure of the offer holds."""
    held = {(one.outcome, one.title.strip().casefold()) for one in bid.measures}
    return tuple(
        one
        for one in bid.indicators
        if one.text.strip()
        and one.target is not None
        and (one.parent, one.text.strip().casefold()) not in held
    )


def with_measures(bid: Bid, bid_id: str) -> Bid:
    """Return the bid with a performance measure for each indicator that has none yet."""
    made = [
        PerformanceMeasure(
            id=derived_id(bid_id, "measure", one.id),
            title=one.text,
            target=" ".join(piece for piece in (number_words(one.target), one.unit) if piece),
            frequency=one.frequency,
            method=one.tool,
            outcome=one.parent,
        )
        for one in unmeasured(bid)
    ]
    there = {one.id for one in bid.measures}
    return merged(bid, "measures", [one for one in made if one.id not in there])


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
