"""Grants as funders publish them (360Giving: JSON, CSV, Excel): those to us become track record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import TrackRecord
from bidkit.errors import InputError
from bidkit.importers.base import Proposal
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.repair import repaired
from bidkit.importers.tables import Row, first_row, rows_of, text_in
from bidkit.words import tr

MOST_GRANTS = 500
PLACES = ("0:", "0/", "", "1:")
OF_RECIPIENT = ("Identifier", "Name", "Charity Number", "Company Number")
SPREADSHEET = (
    *(f"Recipient Org:{place}{field}" for place in PLACES for field in OF_RECIPIENT),
    *("Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date"),
    *("Planned Dates:Start Date", "Planned Dates:End Date"),
    *("Planned Dates:0:Start Date", "Planned Dates:0:End Date"),
    *("Funding Org:Name", "Funding Org:0:Name"),
)
"""The headings of the standard's spreadsheet that are read."""


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is a list of grants; never raises."""
    row = _plain_names(first_row(given))
    return "amountAwarded" in row or "Amount Awarded" in row


def read(given: Path | bytes, recipient: str) -> Proposal:
    """Return the grants to a recipient, known by its name or a register's number.

    Numbers are compared by their digits (GB-CHC-1164883 is 1164883), names without letter case.
    """
    if not _plain(recipient):
        raise InputError(
            tr("Say whose grants to look for."),
            advice=tr("Fill in your name or charity number on “Our organisation” first."),
        )
    draft, looked = Draft(), 0
    for given_row in rows_of(given):
        looked += 1
        row = _plain_names(given_row)
        if _is_ours(row, recipient) and draft.count("track_record") < MOST_GRANTS:
            made = _track_record(row)
            draft.entity("track_record", made, tr("Grants to you"))
            if _currency(row) not in ("", "GBP"):
                draft.caution(
                    tr("“{title}” is not in pounds.", title=made.service),
                    tr("Work out the pounds yourself."),
                )
    if not draft.count("track_record"):
        raise InputError(
            tr("None of the {n} grants is to “{name}”.", n=looked, name=recipient),
            advice=tr("Try your charity number, or the name under which you were funded."),
        )
    return draft.finished(tr("Grants to {name}", name=recipient), "360Giving")


def names_of(bid: Bid) -> tuple[str, ...]:
    """Return what we may be known by in such a list: our numbers, then our name."""
    ours = bid.organisation
    names = (ours.charity_number, ours.company_number, ours.scottish_charity_number, ours.name)
    return tuple(name for name in names if name)


def _plain_names(row: Row) -> Row:
    """Return a row by the names of the standard, where people wrote them a little differently."""
    known = {name.replace(" ", "").lower(): name for name in SPREADSHEET}
    return {known.get(str(name).replace(" ", "").lower(), name): cell for name, cell in row.items()}


def _is_ours(row: Row, recipient: str) -> bool:
    wanted = _plain(recipient)
    return any(wanted == _plain(known) for known in _recipients(row) if known)


def _recipients(row: Row) -> Iterator[str]:
    for place in PLACES:
        for field in OF_RECIPIENT:
            yield text_in(row, f"Recipient Org:{place}{field}")
    organisations = row.get("recipientOrganization")
    for one in organisations if isinstance(organisations, list) else [organisations]:
        if isinstance(one, dict):
            for field in ("id", "name", "charityNumber", "companyNumber"):
                yield text_in(one, field)


def _plain(name: str) -> str:
    """Return a name without case, or a register's number without its register."""
    number = re.fullmatch(r"(?:[A-Z]{2}-[A-Z]+-)?([A-Z]{0,2}\d{5,9})", name.strip().upper())
    return number[1].lstrip("0") if number else re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()


def _track_record(row: Row) -> TrackRecord:
    dates = row.get("plannedDates")
    planned: Row = (
        dates[0] if isinstance(dates, list) and dates and isinstance(dates[0], dict) else {}
    )
    awarded = text_in(row, "awardDate", "Award Date")
    starts = text_in(planned, "startDate") or _planned(row, "Start Date") or awarded
    ends = text_in(planned, "endDate") or _planned(row, "End Date")
    identifier = text_in(row, "id", "Identifier")
    return TrackRecord(
        id=derived_id("360giving", identifier or text_in(row, "title", "Title") + awarded),
        customer=_funder(row),
        service=text_in(row, "title", "Title"),
        kind="grant",
        starts_on=_day(starts),
        ends_on=_day(ends),
        value=_amount(text_in(row, "amountAwarded", "Amount Awarded")),
        description=repaired(text_in(row, "description", "Description")),
        grant_identifier=identifier,
    )


def _planned(row: Row, name: str) -> str:
    return text_in(row, f"Planned Dates:{name}", f"Planned Dates:0:{name}")


def _day(text: str) -> date | None:
    """Return the day of an ISO date, or of one as people in Britain write it."""
    british = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if british is None:
        return day_of(text[:10])
    try:
        return date(int(british[3]), int(british[2]), int(british[1]))
    except ValueError:
        return None


def _funder(row: Row) -> str:
    funders: Any = row.get("fundingOrganization")
    first = funders[0] if isinstance(funders, list) and funders else {}
    named = text_in(first, "name") if isinstance(first, dict) else ""
    return named or text_in(row, "Funding Org:Name", "Funding Org:0:Name")


def _currency(row: Row) -> str:
    return text_in(row, "currency", "Currency").upper()


def _amount(text: str) -> Decimal | None:
    try:
        amount = Decimal(text.replace(",", "").replace("£", "")) if text else None
    except InvalidOperation:
        return None
    if amount is None or not amount.is_finite() or abs(amount) > Decimal(10) ** 12:
        return None
    return amount
