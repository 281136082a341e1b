"""Handing in lot by lot: one set for each, into a folder, with what another lot left in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.opportunity import Lot
from bidkit.errors import FileError, InputError
from bidkit.export.compose.document import title_of
from bidkit.export.portal import portal_sheet
from bidkit.progress import Progress
from bidkit.session.exports import HandInSet, export_pdf, replace_output, safe_name
from bidkit.session.fitting.unasked import with_unasked_told
from bidkit.session.lots.rounds import for_round
from bidkit.session.lots.sets import lots_bid_for, name_of_lot, set_for
from bidkit.session.session import Session
from bidkit.words import tr

PASTED = ("portal", "buyer_form")


@dataclass(frozen=True)
class HandedSet:
    """What was written for one lot: the files, pages, why DRAFT, and names of other lots in it."""

    lot: Lot
    files: tuple[Path, ...]
    pages: int
    draft_reasons: tuple[str, ...]
    other_lots: tuple[str, ...]


def export_sets(
    session: Session,
    folder: Path,
    round_wanted: str = "",
    findings: tuple[Finding, ...] | None = None,
    progress: Progress | None = None,
) -> tuple[HandedSet, ...]:
    """Write a set for each lot we bid for: the PDF, and the texts where the buyer has boxes.

    round_wanted: only what is handed in at that round ('': all of it).

    Raises InputError where there are no lots, FileError where the folder is not there.
    """
    bid = session.document.bid
    lots = lots_bid_for(bid)
    if not lots:
        raise InputError(
            tr("There is no lot to hand in for."),
            tr("A set is made for each lot that we bid for."),
            tr("Add the lots under Opportunity, or export the whole."),
        )
    if not folder.is_dir():
        raise FileError(
            tr("There is no folder “{name}”.", name=folder.name),
            advice=tr("Make it first, or choose another."),
        )
    known = findings if findings is not None else session.check_now()
    made = []
    for at, lot in enumerate(lots):
        if progress is not None:
            progress(at / len(lots), name_of_lot(lot))
        made.append(_one_set(session, folder, (lot, round_wanted), known))
    return tuple(made)


def set_name(bid: Bid, lot: Lot) -> str:
    """Return what the files of a lot's set are called, without an ending."""
    number = tr("Lot {number}", number=lot.number) if lot.number else lot.title or lot.id
    return safe_name(f"{title_of(bid)} - {number}")


def _one_set(
    session: Session, folder: Path, of: tuple[Lot, str], findings: tuple[Finding, ...]
) -> HandedSet:
    lot, round_wanted = of
    bid = for_round(session.document.bid, round_wanted)
    wanted = HandInSet(lot.id, round_wanted)
    made = export_pdf(session, Reader.BUYER, wanted=wanted, findings=findings)
    name = set_name(bid, lot)
    files = [replace_output(folder / f"{name}.pdf", made.data)]
    if bid.opportunity.way_in in PASTED:
        sheet = portal_sheet(with_unasked_told(set_for(bid, lot.id)), session.today(), lot.id)
        files.append(replace_output(folder / f"{name}.txt", sheet.encode("utf-8")))
    return HandedSet(lot, tuple(files), made.pages, made.draft_reasons, made.other_lots)
