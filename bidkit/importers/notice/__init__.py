"""Notices of Contracts Finder and Find a Tender (OCDS), read into a proposal."""

from __future__ import annotations

from pathlib import Path

from bidkit.errors import BidKitError
from bidkit.importers.base import Proposal
from bidkit.importers.draft import Draft
from bidkit.importers.notice.award import read_award
from bidkit.importers.notice.conditions import read_conditions
from bidkit.importers.notice.criteria import read_criteria
from bidkit.importers.notice.identity import (
    publisher_of,
    read_buyer,
    read_identity,
    stage_of,
)
from bidkit.importers.notice.leftovers import not_read
from bidkit.importers.notice.loading import bytes_of, data_of
from bidkit.importers.notice.lots import read_lots
from bidkit.importers.notice.papers import read_documents
from bidkit.importers.notice.regime import read_regime
from bidkit.importers.notice.releases import Notice, looks_like_notice, notice_in, notices_in
from bidkit.importers.notice.rounds import read_rounds
from bidkit.importers.notice.source import Source
from bidkit.importers.notice.terms import read_period, read_subject, read_value, read_way_in
from bidkit.words import tr

__all__ = ["Notice", "contained", "read", "recognises"]


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is an OCDS notice; a file that cannot be read is none."""
    try:
        return looks_like_notice(data_of(bytes_of(given)))
    except BidKitError:
        return False


def contained(given: Path | bytes) -> tuple[Notice, ...]:
    """Return the opportunities a file holds, so that one can be chosen."""
    return notices_in(data_of(bytes_of(given)))


def read(given: Path | bytes, ocid: str = "") -> Proposal:
    """Return what a notice proposes for a bid; with several in the file, name the one wanted."""
    notice = notice_in(data_of(bytes_of(given)), ocid)
    release, draft = Source(notice.release), Draft()
    read_identity(release, draft)
    read_buyer(release, draft)
    read_regime(release, notice.earlier, draft)
    read_value(release, draft)
    read_period(release, draft)
    read_subject(release, draft)
    read_way_in(release, draft)
    read_lots(release, draft)
    read_rounds(release, notice.earlier, draft)
    read_conditions(release, draft)
    read_criteria(release, draft)
    read_documents(release, draft)
    read_award(release, draft)
    _say_stage(release, draft)
    title = release.line("tender", "title") or notice.title or tr("Notice")
    return draft.finished(title, publisher_of(notice.ocid), not_read(release))


def _say_stage(release: Source, draft: Draft) -> None:
    """Warn where a notice is not yet an invitation to bid."""
    stage = stage_of(release)
    if stage in ("pipeline", "engagement", "planned"):
        draft.caution(
            tr("This notice is early: it does not yet invite bids."),
            tr("Speak to the buyer while that is allowed, and watch for the tender notice."),
        )
    method = release.line("tender", "procurementMethod")
    if method == "selective" and stage == "tender":
        draft.caution(
            tr("Bidding happens in rounds: the first may be a selection questionnaire."),
            tr("Check which round the deadline is for."),
            "rounds",
        )
