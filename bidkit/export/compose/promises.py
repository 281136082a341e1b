"""The register of promises on paper: for whoever must keep them once the bid is won."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.showing import UK, day_words, number_words
from bidkit.domain.value import Commitment
from bidkit.export import tree
from bidkit.export.compose.document import title_of
from bidkit.export.compose.options import Options
from bidkit.export.compose.team import table
from bidkit.words import later, tr

STATES = {
    "idea": later("an idea"),
    "offered": later("offered"),
    "promised": later("promised"),
    "kept": later("kept"),
    "missed": later("missed"),
}
NEVER = date.max


def promises(bid: Bid, options: Options, sources: Mapping[str, str]) -> tree.Document:
    """Return every promise by its day, with who keeps it; for us only.

    sources: the words for the answer a promise was taken from, by the answer's identity.
    """
    bid = without_held_back(bid, options.today)
    ours = sorted(bid.commitments, key=lambda one: one.due_on or NEVER)
    rows = tuple(
        tree.row(
            one.measure,
            _much(one),
            day_words(one.due_on, weekday=False) or tr("no day"),
            one.owner or tr("nobody yet"),
            str(STATES.get(one.status, "")),
            sources.get(one.from_answer, one.outcome),
            heading=True,
        )
        for one in ours
    )
    titles = (tr("Promise"), tr("How much"), tr("By"), tr("Who"), tr("State"), tr("Where from"))
    blocks = table(titles, rows, (34, 14, 13, 15, 10, 14)) or (
        tree.paragraph(tr("No promise is listed yet.")),
    )
    section = tree.Section(tr("What we promised"), blocks, key="promises")
    return tree.Document(
        title=tr("What we promised: {title}", title=title_of(bid)),
        subtitle=bid.opportunity.buyer.name,
        language=bid.about.language,
        reader="us",
        bidder=bid.organisation.name,
        blocks=(section,),
        about=tree.About(
            author=bid.organisation.name,
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _much(one: Commitment) -> str:
    return " ".join(part for part in (number_words(one.quantity), one.unit) if part)
