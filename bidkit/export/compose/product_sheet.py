"""One page on who we are and what we do, to leave with a buyer before anything is asked."""

from __future__ import annotations

from datetime import datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent import consent_of
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.organisation import TrackRecord
from bidkit.domain.showing import UK, money_words, number_words
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.room import ROOMS, Room
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import labelled
from bidkit.words import tr

MOST_RECORDS = 3


def product_sheet(bid: Bid, options: Options, room: Room = ROOMS[0]) -> tree.Document:
    """Return our product sheet: only what a buyer may read of our organisation."""
    bid = without_held_back(bid, options.today)
    ours = bid.organisation
    name = ours.trading_name or ours.name or tr("Our organisation")
    blocks: tuple[tree.Block, ...] = (
        *_facts(bid),
        *labelled(tr("What we do"), room.cut(ours.product_sheet or ours.what_we_do)),
        *labelled(tr("Whom we help"), room.cut(ours.beneficiaries)),
        *_records(bid.track_record, room),
        *labelled(tr("How good it is"), room.cut(ours.quality_systems)),
        *_voice(bid, options),
    )
    return tree.Document(
        title=name,
        subtitle=room.cut(ours.mission),
        language=bid.about.language,
        reader="buyer",
        bidder=ours.name,
        blocks=blocks,
        about=tree.About(
            author=ours.name,
            subject=tr("Who we are and what we do"),
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _facts(bid: Bid) -> tree.Blocks:
    ours = bid.organisation
    people = (
        tr("{n} paid staff", n=number_words(ours.staff_count)) if ours.staff_count else "",
        tr("{n} volunteers", n=number_words(ours.volunteers)) if ours.volunteers else "",
    )
    numbers = (ours.charity_number, ours.company_number)
    reach = (ours.email, ours.phone)
    pairs = (
        (tr("Registered numbers"), " · ".join(filter(None, numbers))),
        (tr("Where"), ours.area_of_benefit),
        (tr("People"), " · ".join(filter(None, people))),
        (tr("How to reach us"), " · ".join(filter(None, reach))),
        (tr("Website"), ours.website),
    )
    facts = tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value)
    return (tree.KeyFacts(facts),) if facts else ()


def _records(records: tuple[TrackRecord, ...], room: Room) -> tree.Blocks:
    told = [one for one in records if one.customer and (one.result or one.service)]
    rows = tuple(
        tree.row(
            one.customer, one.service, money_words(one.value), room.cut(one.result), heading=True
        )
        for one in told[: min(room.lines, MOST_RECORDS)]
    )
    titles = (tr("For"), tr("What"), tr("Value"), tr("What came of it"))
    return table(titles, rows, (22, 26, 14, 38))


def _voice(bid: Bid, options: Options) -> tree.Blocks:
    """Return one quotation whose consent holds; none otherwise."""
    for one in bid.testimonials:
        if one.include and consent_of(one, options.today) == "holds":
            return (tree.Quote((tree.paragraph(one.quotation),), one.attribution),)
    return ()
