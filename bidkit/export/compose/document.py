"""The whole document for one reader: cover, contents, the parts in order, appendices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Literal

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.rounds import deadline_to_print
from bidkit.domain.showing import UK, day_words, moment_words
from bidkit.export import tree
from bidkit.export.compose import case, insides, money, stories, team, worth
from bidkit.export.compose.asked import asked_sections
from bidkit.export.compose.inserted import chart_block, table_block
from bidkit.export.compose.options import Options
from bidkit.export.compose.register import evidence_register, registered
from bidkit.export.compose.undecided import undecided_notes
from bidkit.export.compose.writing import Writer
from bidkit.export.house_style import NAVY, TEAL, HouseStyle
from bidkit.words import tr

FONTS: dict[str, Literal["source", "accessible"]] = {"atkinson": "accessible"}


def compose(bid: Bid, options: Options) -> tree.Document:
    """Return the document this reader gets; the buyer's holds nothing that is only for us."""
    bid = without_held_back(bid, options.today)
    writer = Writer(
        bid,
        options.attachment,
        chart=lambda identity: chart_block(bid, identity, options),
        table=lambda identity: table_block(bid, identity, options),
        register=frozenset(one.id for one in registered(bid, options)),
    )
    sections = numbered(_sections(bid, options, writer))
    contents: tree.Blocks = ()
    if bid.appearance.contents and len(sections) > 1 and bid.about.route != "small_grant":
        contents = (tree.Contents(tr("Contents")), tree.PageBreak())
    reader: Literal["buyer", "us"] = "buyer" if options.reader is Reader.BUYER else "us"
    return tree.Document(
        title=title_of(bid),
        subtitle=bid.opportunity.buyer.name,
        language=bid.about.language,
        reader=reader,
        bidder=bid.organisation.name,
        draft=bool(options.draft_reasons),
        cover=_cover(bid, options),
        blocks=(*undecided_notes(bid, options), *contents, *sections),
        about=tree.About(
            author=bid.organisation.name,
            subject=bid.opportunity.reference,
            created=datetime.combine(options.today, time(12), UK),
        ),
        style=_style(bid, options),
    )


def title_of(bid: Bid) -> str:
    """Return what the document is called: the buyer's title, else our own."""
    return bid.opportunity.title or bid.about.title or tr("Bid")


def numbered(sections: tuple[tree.Section, ...]) -> tuple[tree.Section, ...]:
    """Return sections with numbers, unless the buyer numbered any of them."""
    if any(section.number for section in sections):
        return sections
    return tuple(
        tree.Section(s.title, s.blocks, str(at), s.key, s.language, s.in_contents, s.new_page)
        for at, s in enumerate(sections, 1)
    )


def _sections(bid: Bid, options: Options, writer: Writer) -> tuple[tree.Section, ...]:
    """Return every wanted part that has something to say, in reading order."""
    makers: dict[str, Callable[[], tree.Blocks]] = {
        "summary": lambda: case.summary(bid, options),
        "decision": lambda: insides.decision(bid, options),
        "scoring": lambda: insides.scoring(bid, options),
        "qualification": lambda: asked_sections(bid, options, writer, tender=False),
        "answers": lambda: asked_sections(bid, options, writer, tender=True),
        "offer": lambda: team.offer(bid, options),
        "outcomes": lambda: case.outcomes(bid, options),
        "testimonials": lambda: case.testimonials(bid, options),
        "value": lambda: case.full_value(bid, options),
        "social value": lambda: case.commitments(bid),
        "clauses": lambda: worth.clauses(bid),
        "business case": lambda: worth.business_case(bid),
        "social return": lambda: worth.social_return(bid, options),
        "price": lambda: money.price(bid, options),
        "costs": lambda: money.costs(bid, options),
        "partners": lambda: team.partners(bid, options),
        "requirements": lambda: insides.requirements(bid),
        "evidence": lambda: evidence_register(bid, options),
        "notes": lambda: insides.notes(bid),
        "case studies": lambda: stories.case_studies(bid),
        "appendices": lambda: insides.appendices(bid),
    }
    made = (makers[part]() for part in makers if options.wants(bid, part))
    return tuple(block for blocks in made for block in blocks if isinstance(block, tree.Section))


def _cover(bid: Bid, options: Options) -> tree.Cover:
    opportunity = bid.opportunity
    deadline = deadline_to_print(bid.rounds)
    lot = next((one for one in bid.lots if one.id == options.lot), None)
    lots = ", ".join(
        " ".join(piece for piece in (one.number, one.title) if piece)
        for one in ((lot,) if lot else bid.lots)
        if one.bidding != "no"
    )
    pairs = (
        (tr("Reference"), opportunity.reference),
        (tr("Lot") if lot else tr("Lots"), lots),
        (tr("Deadline"), moment_words(deadline)),
        (tr("Date"), day_words(options.today, weekday=False)),
    )
    kind = tr("Application") if money.is_grant(bid) else tr("Tender response")
    if options.reader is Reader.US:
        kind = tr("For us only: not to be handed in")
    note = ""
    if options.draft_reasons:
        note = tr("Draft. Still open: {reasons}", reasons="; ".join(options.draft_reasons[:5]))
    return tree.Cover(
        kind=kind,
        prepared_for=opportunity.buyer.name,
        prepared_by=bid.organisation.name,
        facts=tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value),
        note=note,
    )


def _style(bid: Bid, options: Options) -> HouseStyle:
    look = bid.appearance
    found = next((one for one in bid.attachments if one.id == look.logo), None)
    return HouseStyle(
        font=FONTS.get(look.font, "source"),
        primary=look.first_colour or NAVY,
        secondary=look.second_colour or TEAL,
        logo=options.attachment(found.digest) if found is not None else b"",
        logo_alt=bid.organisation.name,
    )
