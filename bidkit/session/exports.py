"""Writing a bid out: gather what the document depends on, compose it, hand it to a writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.consent import consent_of
from bidkit.domain.consent.held_back import repeats, without_held_back
from bidkit.domain.finding import Finding, Level
from bidkit.errors import FileError
from bidkit.export.compose import Options, compose
from bidkit.export.compose.briefing import briefing
from bidkit.export.compose.letter import letter
from bidkit.export.compose.needs import needs_paper
from bidkit.export.compose.options import parts_for
from bidkit.export.compose.product_sheet import product_sheet
from bidkit.export.compose.promises import promises
from bidkit.export.compose.sheets import money_sheets
from bidkit.export.one_page import on_one_page
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.export.workbook import write_workbook
from bidkit.figures.readings.effort import days_left
from bidkit.progress import Progress
from bidkit.session.afterwards.promises import answer_names
from bidkit.session.afterwards.standstill import working_calendar
from bidkit.session.fitting.unasked import with_unasked_told
from bidkit.session.lots.names import findings_for, names_left
from bidkit.session.lots.rounds import findings_for_round, for_round, parts_for_round
from bidkit.session.lots.sets import lots_bid_for, set_for
from bidkit.session.session import Session
from bidkit.storage.failures import DiskFullError
from bidkit.storage.replacing import beside, replace_file
from bidkit.words import tr


@dataclass(frozen=True)
class Exported:
    """A finished document: its bytes, why it is marked DRAFT, and what was left out."""

    data: bytes
    pages: int
    draft_reasons: tuple[str, ...]
    left_out: tuple[str, ...]
    other_lots: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandInSet:
    """What goes in together: for one lot ('': all we bid for), at one round ('': all of them)."""

    lot: str = ""
    round: str = ""


EVERYTHING = HandInSet()


def export_pdf(
    session: Session,
    reader: Reader = Reader.BUYER,
    *,
    wanted: HandInSet = EVERYTHING,
    findings: tuple[Finding, ...] | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Return the PDF of the open bid for a reader; an open must-fix marks it DRAFT.

    For one lot: what belongs to other lots is not there, and other_lots names what of them is
    left in the words. Beside the window findings are given, so that nothing is told from another
    thread.
    """
    whole = session.document.bid
    bid = for_round(whole, wanted.round)
    found = findings if findings is not None else session.check_now()
    seen = set_for(bid, wanted.lot)
    found = findings_for(bid, findings_for_round(found, whole, wanted.round), seen)
    reasons = () if draft_mark_taken_off(bid) else draft_reasons(found)
    options = Options(
        today=session.today(),
        reader=reader,
        parts=parts_for_round(parts_for(bid, reader), whole, wanted.round),
        lot=wanted.lot,
        whole_price=not wanted.lot or len(lots_bid_for(bid)) < 2,
        draft_reasons=reasons,
        undecided=session.undecided(),
        attachment=session.bytes_of_digest,
    )
    document = compose(with_unasked_told(seen), options)
    data = write_pdf(document, progress)
    only = wanted.lot if reader is Reader.BUYER else ""
    names = names_left(bid, only, document) if only else ()
    return Exported(data, page_count(data), reasons, left_out(session), names)


def money_workbook(bid: Bid, today: date, reader: Reader = Reader.BUYER, lot: str = "") -> bytes:
    """Return costs and price as a workbook (.xlsx); for a buyer the price schedule alone."""
    bid = without_held_back(bid, today)
    return write_workbook(money_sheets(bid, Options(today=today, reader=reader, lot=lot)))


def briefing_pdf(session: Session, progress: Progress | None = None) -> bytes:
    """Return the one-page briefing for trustees as PDF; for us only."""
    bid, today = session.document.bid, session.today()
    options = Options(today=today, reader=Reader.US)
    days = days_left(bid, today, working_calendar())
    return on_one_page(lambda room: briefing(bid, options, room, days), progress)


def product_sheet_pdf(session: Session, progress: Progress | None = None) -> bytes:
    """Return the page on who we are and what we do as PDF."""
    bid = session.document.bid
    options = Options(today=session.today(), reader=Reader.BUYER)
    return on_one_page(lambda room: product_sheet(bid, options, room), progress)


def letter_pdf(session: Session, progress: Progress | None = None) -> bytes:
    """Return the letter to the buyer as PDF, on one page of its own."""
    options = Options(today=session.today(), reader=Reader.BUYER)
    return write_pdf(letter(session.document.bid, options), progress)


def promises_pdf(session: Session, progress: Progress | None = None) -> bytes:
    """Return the register of promises as PDF; for us only."""
    bid = session.document.bid
    options = Options(today=session.today(), reader=Reader.US)
    return write_pdf(promises(bid, options, answer_names(bid)), progress)


def needs_pdf(session: Session, progress: Progress | None = None) -> bytes:
    """Return the paper on needs as PDF, for a buyer who plans."""
    options = Options(today=session.today(), reader=Reader.BUYER)
    return write_pdf(needs_paper(session.document.bid, options), progress)


def draft_reasons(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return what must still be fixed, in words, without repeats."""
    return tuple(dict.fromkeys(one.what for one in findings if one.level is Level.MUST))


def draft_mark_taken_off(bid: Bid) -> bool:
    """Tell whether somebody named took the DRAFT mark off, with a reason."""
    return any(one.purpose == "take off draft" and one.name and one.reason for one in bid.sign_offs)


def left_out(session: Session) -> tuple[str, ...]:
    """Return, by name, the quotations that may not be printed, and where their words stood."""
    bid, today = session.document.bid, session.today()
    kept = [
        tr(
            "a quotation from {who}: consent is {state}",
            who=one.attribution or tr("somebody"),
            state=state,
        )
        for one in bid.testimonials
        if one.include and (state := consent_of(one, today)) != "holds"
    ]
    repeated = [
        tr("words of {who} in {place}", who=one.held.who or tr("somebody"), place=one.place)
        for one in repeats(bid, today)
    ]
    return (*kept, *repeated)


def replace_output(path: Path, data: bytes) -> Path:
    """Write an output file whole or not at all; return where it lies."""
    target = path.absolute()
    try:
        with beside(target) as finished:
            finished.write_bytes(data)
            return replace_file(finished, target)
    except DiskFullError:
        raise
    except FileError as error:
        raise FileError(
            tr("“{name}” cannot be written.", name=path.name),
            tr("Its folder is read-only, or another program has the file open."),
            tr("Choose another folder, or close the file there and try again."),
            error.details,
        ) from error


def safe_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    kept = "".join(one if one.isalnum() or one in " -_()" else " " for one in title)
    return " ".join(kept.split())[:80] or tr("Bid")
