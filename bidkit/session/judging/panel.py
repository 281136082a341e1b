"""Marks given by one reviewer: made when first written, one for each criterion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.review import PanelMark
from bidkit.session.document import Document, with_entry
from bidkit.words import tr

MARKS = ref(Bid, lambda b: b.panel_marks)


def mark_of(bid: Bid, criterion: str, reviewer: str) -> PanelMark | None:
    """Return the mark one reviewer gave a criterion, or None."""
    mine = (one for one in bid.panel_marks if one.parent == criterion)
    return next((one for one in mine if one.reviewer.strip() == reviewer.strip()), None)


def give_mark(
    document: Document, criterion: str, reviewer: str, mark: Decimal | None, today: date
) -> None:
    """Write a reviewer's mark of a criterion, as one step; an empty mark takes it back."""
    _write(document, criterion, reviewer, {"mark": mark, "on": today if mark is not None else None})


def give_reason(document: Document, criterion: str, reviewer: str, reason: str) -> None:
    """Write why a reviewer gave that mark, as one step."""
    _write(document, criterion, reviewer, {"reason": reason})


def _write(document: Document, criterion: str, reviewer: str, fields: dict[str, object]) -> None:
    known = mark_of(document.bid, criterion, reviewer)
    identity = known.id if known is not None else derived_id("panel", criterion, reviewer.strip())
    empty = PanelMark(id=identity, parent=criterion, reviewer=reviewer.strip())
    made = (known or empty).model_copy(update=fields)
    if made == (known or empty):
        return

    def written(bid: Bid) -> Bid:
        if known is None:
            return with_entry(bid, "panel_marks", made)
        every = tuple(made if one.id == identity else one for one in bid.panel_marks)
        return bid.model_copy(update={"panel_marks": every})

    document.seal()
    document.edit(tr("Mark of {name}", name=reviewer), written, place=MARKS.item(identity))
