"""What guidance a bid is given: for its route, and for whether its notice is out."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.stages import Stage
from bidkit.packs.guidance import Note, guidance_for

BEFORE = ("pipeline", "engagement", "planned")
OUT = ("tender", "award")
GRANTS = ("small_grant", "larger_grant")


def notes_for(bid: Bid, stage: Stage, address: str = "") -> tuple[Note, ...]:
    """Return the notes for a stage or a place in it, without what this bid never meets."""
    return guidance_for(stage, address, route=bid.about.route, notice_out=notice_is_out(bid))


def notice_is_out(bid: Bid) -> bool | None:
    """Tell whether the invitation to bid is published; None where nobody can know.

    Once it is, only the buyer's own messages may be used. A deadline for tenders counts as an
    invitation. Funders like to be asked, so a grant is never "out".
    """
    if bid.about.route in GRANTS or bid.opportunity.funding == "grant":
        return None
    stage = bid.opportunity.notice.stage
    if stage in OUT:
        return True
    if stage in BEFORE:
        return False
    invited = any(one.deadline is not None and one.kind != "interest" for one in bid.rounds)
    return True if invited else None
