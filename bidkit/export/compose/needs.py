"""A short paper on needs, to give to a buyer before it writes its specification."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.evidence import Need
from bidkit.domain.showing import UK, day_words, number_words
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import labelled
from bidkit.words import tr


def needs_paper(bid: Bid, options: Options) -> tree.Document:
    """Return what people need, what has worked, and what a specification could ask for.

    Nothing of our offer, price or partners is in it: it helps the buyer, whoever bids.
    """
    bid = without_held_back(bid, options.today)
    ours = bid.organisation
    blocks: tuple[tree.Block, ...] = (
        *(block for need in bid.needs for block in _need(need)),
        *labelled(tr("How we know the place"), bid.case.local_knowledge),
        *_worked(bid),
        *_measures(bid),
    )
    area = bid.opportunity.area or ours.area_of_benefit
    return tree.Document(
        title=tr("What people need: {area}", area=area) if area else tr("What people need"),
        subtitle=ours.name,
        language=bid.about.language,
        reader="buyer",
        bidder=ours.name,
        blocks=blocks or (tree.paragraph(tr("No need is written down yet.")),),
        about=tree.About(
            author=ours.name,
            subject=tr("Needs, for a buyer who plans"),
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _need(need: Need) -> Iterator[tree.Block]:
    if not need.text.strip():
        return
    who = " · ".join(part for part in (need.population, need.area) if part)
    source = ", ".join(part for part in (need.source, day_words(need.on, weekday=False)) if part)
    yield tree.paragraph(need.text)
    if who:
        yield tree.paragraph(tr("Who: {who}", who=who), "small")
    if source:
        yield tree.paragraph(tr("Source: {source}", source=source), "small")
    if need.gap.strip():
        yield tree.paragraph(tr("What is missing: {gap}", gap=need.gap))


def _worked(bid: Bid) -> tree.Blocks:
    """Return what was reached here, with how many people it was seen in."""
    titles = {one.id: one.text for one in bid.outcomes}
    rows = tuple(
        tree.row(
            titles.get(one.parent, ""),
            one.text,
            " ".join(part for part in (number_words(one.result), one.unit) if part),
            number_words(one.result_n),
            heading=True,
        )
        for one in bid.indicators
        if one.result is not None
    )
    headings = (tr("What changed"), tr("Seen by"), tr("Result"), tr("People"))
    return table(headings, rows, (38, 32, 16, 14))


def _measures(bid: Bid) -> tree.Blocks:
    asked = tuple(dict.fromkeys(one.text for one in bid.outcomes if one.text.strip()))
    if not asked:
        return ()
    items = tuple(tree.Item((tree.paragraph(one),)) for one in asked)
    heading = tree.Heading(tree.text(tr("Outcomes a specification could ask for")))
    return (heading, tree.ItemList(items))
