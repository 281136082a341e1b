"""A list of notices as Contracts Finder exports it (CSV): one of them starts a bid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from zoneinfo import ZoneInfo

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.errors import InputError
from bidkit.importers.base import Proposal, Proposed
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import in_uk, instant
from bidkit.importers.notice.repair import repaired
from bidkit.importers.tables import Row, first_row, rows_of, text_in
from bidkit.words import tr

_SIGNS = {"Notice Identifier", "Organisation Name", "Closing Date"}
_LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class ListedNotice:
    """One line of the list, enough to choose it by."""

    identifier: str
    title: str
    buyer: str
    closes_on: date | None


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is such a list; never raises."""
    return set(first_row(given)) >= _SIGNS


def listed(given: Path | bytes) -> tuple[ListedNotice, ...]:
    """Return every notice of the list."""
    return tuple(
        ListedNotice(
            text_in(row, "Notice Identifier"),
            text_in(row, "Title"),
            text_in(row, "Organisation Name"),
            _day(text_in(row, "Closing Date")),
        )
        for row in rows_of(given)
    )


def read(given: Path | bytes, identifier: str = "") -> Proposal:
    """Return what one notice of the list proposes; InputError when it must be chosen first."""
    found = [
        row
        for row in rows_of(given)
        if not identifier or text_in(row, "Notice Identifier") == identifier
    ]
    if len(found) != 1:
        raise InputError(
            tr("This list holds {n} notices that fit.", n=len(found)),
            advice=tr("Choose one by its notice identifier."),
        )
    return _proposal(found[0])


def _proposal(row: Row) -> Proposal:
    draft, title = Draft(), text_in(row, "Title")
    named = Proposed(ref(Bid, lambda b: b.about.title), title, tr("Title"), only_if_empty=True)
    draft.propose(named)
    draft.field(ref(Bid, lambda b: b.opportunity.title), title, tr("Title"))
    identifier = text_in(row, "Notice Identifier")
    draft.field(ref(Bid, lambda b: b.opportunity.reference), identifier, tr("Reference"))
    summary = repaired(str(row.get("Description") or ""))
    draft.field(ref(Bid, lambda b: b.opportunity.summary), summary, tr("Summary"))
    buyer = text_in(row, "Organisation Name")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.name), buyer, tr("Buyer"))
    draft.field(
        ref(Bid, lambda b: b.opportunity.buyer.contact_email),
        text_in(row, "Contact Email"),
        tr("Buyer's contact"),
    )
    draft.field(
        ref(Bid, lambda b: b.opportunity.buyer.website),
        text_in(row, "Contact Website"),
        tr("Buyer's contact"),
    )
    draft.field(ref(Bid, lambda b: b.opportunity.area), text_in(row, "Region"), tr("Area"))
    codes = tuple(sorted(set(re.findall(r"\b\d{8}\b", text_in(row, "Cpv Codes")))))
    draft.field(ref(Bid, lambda b: b.opportunity.cpv), codes, tr("Subject codes (CPV)"))
    _notice(row, draft)
    _value(row, draft)
    _deadline(row, identifier, draft)
    return draft.finished(title, tr("Contracts Finder list"))


def _notice(row: Row, draft: Draft) -> None:
    label = tr("The notice")
    published = instant(text_in(row, "Published Date"))
    draft.field(
        ref(Bid, lambda b: b.opportunity.notice.notice_type), text_in(row, "Notice Type"), label
    )
    draft.field(ref(Bid, lambda b: b.opportunity.notice.status), text_in(row, "Status"), label)
    draft.field(ref(Bid, lambda b: b.opportunity.notice.source), "Contracts Finder", label)
    day = published.day if published else None
    draft.field(ref(Bid, lambda b: b.opportunity.notice.published_on), day, label)


def _value(row: Row, draft: Draft) -> None:
    low, high = _amount(text_in(row, "Value Low")), _amount(text_in(row, "Value High"))
    draft.field(ref(Bid, lambda b: b.opportunity.value), high or low, tr("Value"))
    if low and high and low < high:
        draft.caution(
            tr("The value is a range: £{least:,} to £{most:,}.", least=low, most=high),
            tr("BidKit took the upper figure."),
            "opportunity.value",
        )


def _deadline(row: Row, identifier: str, draft: Draft) -> None:
    day, at = _day(text_in(row, "Closing Date")), _time(text_in(row, "Closing Time"))
    if day is None:
        return
    moment = in_uk(datetime.combine(day, at or time(0, 0), _LONDON))
    written = f"{text_in(row, 'Closing Date')} {text_in(row, 'Closing Time')}".strip()
    made = Round(
        id=derived_id("contracts list", identifier, "round"),
        kind="tender",
        title=tr("Tender"),
        deadline=moment,
        deadline_as_published=written,
    )
    note = tr("Read from the list as {written}, UK time. Is that right?", written=written)
    draft.entity("rounds", made, tr("Deadline for tenders"), note=note)
    if at is None:
        draft.caution(
            tr("The deadline has a day but no time."),
            tr("BidKit counts to the start of that day until you confirm."),
            "rounds",
        )


def _day(text: str) -> date | None:
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    found = instant(text)
    return found.day if found else None


def _time(text: str) -> time | None:
    match = re.match(r"(\d{1,2})[:.](\d{2})\s*([ap]m)?", text, re.IGNORECASE)
    if match is None:
        return None
    hour = int(match[1]) + (12 if (match[3] or "").lower() == "pm" and int(match[1]) < 12 else 0)
    return time(hour, int(match[2])) if hour < 24 and int(match[2]) < 60 else None


def _amount(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("£", "").strip()
    try:
        amount = Decimal(plain) if plain else None
    except InvalidOperation:
        return None
    usual = amount is not None and amount.is_finite() and 1 < amount < Decimal(10) ** 12
    return amount if usual else None
