"""The lots of a notice, each with its value, dates and suitability."""

from __future__ import annotations

import re

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.source import Source
from bidkit.importers.notice.terms import amount_of, suits
from bidkit.words import tr


def lot_id(ocid: str, identifier: str) -> str:
    """Return the identity of a lot of a notice, the same each time it is read."""
    return derived_id("notice", ocid, "lot", identifier)


def read_lots(release: Source, draft: Draft) -> None:
    """Propose the lots, and how many of them one bidder may bid for and win."""
    tender, ocid = release.at("tender"), release.line("ocid")
    found = tender.each("lots")
    details, label = tender.at("lotDetails"), tr("Limits on lots")
    draft.field(
        ref(Bid, lambda b: b.opportunity.lots_most_bids),
        details.whole("maximumLotsBidPerSupplier"),
        label,
    )
    draft.field(
        ref(Bid, lambda b: b.opportunity.lots_most_awards),
        details.whole("maximumLotsAwardedPerSupplier"),
        label,
    )
    if len(found) < 2 and not any(lot.line("title") for lot in found):
        return
    for place, lot in enumerate(found, start=1):
        draft.entity("lots", _lot(lot, ocid, place), tr("Lots"), "tender.lots")
        status = lot.line("status")
        if status in ("cancelled", "withdrawn", "unsuccessful"):
            title = lot.line("title") or str(place)
            draft.caution(tr("Lot “{title}” is {status}.", title=title, status=status))
    _groups(tender, draft)


def _lot(lot: Source, ocid: str, place: int) -> Lot:
    identifier = lot.line("id") or str(place)
    title = lot.line("title")
    net, gross = amount_of(lot, "value")
    period = lot.at("contractPeriod")
    renewal = [lot.line("renewal", "description"), lot.line("options", "description")]
    return Lot(
        id=lot_id(ocid, identifier),
        number=_number(identifier, title, place),
        title=re.sub(r"^lot\s+\w{1,4}\s*[-–—:.]\s*", "", title, flags=re.IGNORECASE) or title,
        description=lot.text("description"),
        value=net,
        value_gross=gross,
        starts_on=day_of(period.raw("startDate")),
        ends_on=day_of(period.raw("endDate")),
        renewal="; ".join(text for text in renewal if text),
        sme_friendly=suits(lot, "sme"),
        vcse_friendly=suits(lot, "vcse"),
    )


def _number(identifier: str, title: str, place: int) -> str:
    """Return the lot's number as the buyer calls it: from its title, else its identity."""
    named = re.match(r"lot\s+([0-9]{1,3}[a-z]?|[a-z])\b", title, re.IGNORECASE)
    if named:
        return named[1]
    numbered = re.fullmatch(r"(?:lot[-\s]*)?0*(\d{1,3})", identifier, re.IGNORECASE)
    return numbered[1] if numbered else str(place)


def _groups(tender: Source, draft: Draft) -> None:
    titles = {lot.line("id"): lot.line("title") or lot.line("id") for lot in tender.each("lots")}
    for group in tender.each("lotGroups"):
        members = group.texts("relatedLots") or group.texts("lots")
        names = ", ".join(titles.get(member, member) for member in members)
        if names:
            draft.caution(
                tr("The buyer may award these lots together: {names}.", names=names),
                tr("Think of a price for the combination."),
                "lots",
            )
