"""The section for what the buyer asks no more: nothing that was written there is lost."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Section
from bidkit.session.document import with_entry
from bidkit.words import tr

TAKEN_OUT = "taken-out-by-the-buyer"


def with_taken_out(bid: Bid) -> Bid:
    """Return the bid with a section, which does not apply, for what was taken out."""
    if any(one.id == TAKEN_OUT for one in bid.sections):
        return bid
    section = Section(id=TAKEN_OUT, title=tr("Taken out by the buyer"), applies="no")
    return with_entry(bid, "sections", section)
