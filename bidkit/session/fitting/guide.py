"""What guidance a bid is given: for its route, and for whether its notice is out."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.stages import Stage
from bidkit.packs.guidance import Note, guidance_for
from bidkit.rules.routes import notice_is_out


def notes_for(bid: Bid, stage: Stage, address: str = "") -> tuple[Note, ...]:
    """Return the notes for a stage or a place in it, without what this bid never meets."""
    return guidance_for(stage, address, route=bid.about.route, notice_out=notice_is_out(bid))
