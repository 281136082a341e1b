"""A letter on a page of its own, for those who send one on paper."""

from __future__ import annotations

from datetime import datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.showing import UK
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.words import tr


def letter(bid: Bid, options: Options) -> tree.Document:
    """Return the letter to the buyer as it was written, under our name and address."""
    bid = without_held_back(bid, options.today)
    ours = bid.organisation
    reach = " · ".join(part for part in (_line(ours.address), ours.email, ours.phone) if part)
    paragraphs = [one.strip() for one in bid.after.thanks_letter.splitlines()]
    return tree.Document(
        title=ours.name or tr("Our organisation"),
        subtitle=reach,
        language=bid.about.language,
        reader="buyer",
        bidder=ours.name,
        blocks=tuple(tree.paragraph(one) for one in paragraphs if one),
        about=tree.About(
            author=ours.name,
            subject=tr("Letter to the buyer"),
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _line(address: str) -> str:
    return ", ".join(part.strip() for part in address.splitlines() if part.strip())
