"""Papers for the day: cards for each speaker, and one page to leave with the panel."""

from __future__ import annotations

from datetime import date, datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.rounds import Slide
from bidkit.domain.showing import UK, moment_words, number_words
from bidkit.export import tree
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.progress import Progress
from bidkit.session.presenting.outline import minutes_words
from bidkit.words import tr

MOST_LINES = 3


def speaker_cards(bid: Bid, today: date) -> tree.Document:
    """Return a page for each speaker with their parts, notes and questions; for us only."""
    bid = without_held_back(bid, today)
    names = list(dict.fromkeys(one.speaker for one in bid.slides))
    names += [one.speaker for one in bid.panel_questions if one.speaker not in names]
    sections = tuple(
        tree.Section(
            name or tr("Nobody named yet"),
            _parts_of(bid, name),
            key=f"speaker-{at}",
            new_page=at > 0,
        )
        for at, name in enumerate(dict.fromkeys(names))
    )
    when = moment_words(bid.presentation.when)
    subtitle = " · ".join(part for part in (when, bid.presentation.place) if part)
    return _document(bid, today, tr("Speakers’ cards"), subtitle, sections, reader="us")


def handout(bid: Bid, today: date, lines: int = MOST_LINES) -> tree.Document:
    """Return one page for the panel: what we offer and the points of each part, nothing of ours."""
    bid = without_held_back(bid, today)
    short = bid.offer.words_50 or bid.offer.words_100
    blocks: list[tree.Block] = [tree.paragraph(short)] if short else []
    for one in bid.slides:
        points = [line for line in one.points.splitlines() if line not in short][:lines]
        if one.title and points:
            blocks += [tree.Heading(tree.text(one.title), 2), _points(points)]
    contact = (bid.organisation.name, bid.offer.contract_manager)
    line = " · ".join(part for part in contact if part)
    blocks += [tree.paragraph(line)] if line else []
    section = tree.Section(tr("In short"), tuple(blocks), key="handout")
    title = bid.opportunity.title or bid.about.title or tr("Our offer")
    return _document(bid, today, title, bid.organisation.name, (section,), reader="buyer")


def cards_pdf(bid: Bid, today: date, progress: Progress | None = None) -> bytes:
    """Return the speakers' cards as PDF."""
    return write_pdf(speaker_cards(bid, today), progress)


def handout_pdf(bid: Bid, today: date, progress: Progress | None = None) -> bytes:
    """Return the page for the panel as PDF; where it runs over, each part says less."""
    data = b""
    for lines in range(MOST_LINES, 0, -1):
        data = write_pdf(handout(bid, today, lines), progress)
        if page_count(data) == 1:
            break
    return data


def _parts_of(bid: Bid, speaker: str) -> tree.Blocks:
    blocks: list[tree.Block] = []
    for one in bid.slides:
        if one.speaker == speaker:
            blocks += [tree.Heading(tree.text(_titled(one)), 2)]
            points = one.points.splitlines()
            blocks += [_points(points)] if points else []
            if one.notes:
                note = (tree.paragraph(one.notes),)
                blocks += [tree.Callout(note, title=tr("For the speaker"))]
    replies = [one for one in bid.panel_questions if one.speaker == speaker]
    if replies:
        blocks += [tree.Heading(tree.text(tr("Questions you answer")), 2)]
    for reply in replies:
        blocks += [tree.Paragraph(tree.text(reply.question, bold=True))]
        blocks += [tree.paragraph(reply.our_reply)] if reply.our_reply else []
    said = minutes_words(bid)
    return (*blocks, *((tree.paragraph(said),) if said else ()))


def _titled(one: Slide) -> str:
    if one.minutes is None:
        return one.title
    return tr("{title} ({n} minutes)", title=one.title, n=number_words(one.minutes))


def _points(lines: list[str]) -> tree.ItemList:
    return tree.ItemList(
        tuple(tree.Item((tree.paragraph(line.strip()),)) for line in lines if line.strip())
    )


def _document(
    bid: Bid,
    today: date,
    title: str,
    subtitle: str,
    sections: tree.Blocks,
    *,
    reader: tree.Reader,
) -> tree.Document:
    return tree.Document(
        title=title,
        subtitle=subtitle,
        language=bid.about.language,
        reader=reader,
        bidder=bid.organisation.name,
        blocks=sections,
        about=tree.About(
            author=bid.organisation.name, created=datetime.combine(today, time(12), UK)
        ),
    )
