"""What it is worth, when it runs, where, for whom it suits, and how it is handed in."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from bidkit.domain.base import YesNoUnknown
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.places import (
    LANGUAGES,
    country_named,
    is_official,
    portal_of,
    region_named,
)
from bidkit.importers.notice.source import Source
from bidkit.words import tr

_POLICIES = {"allowed": "allowed", "notAllowed": "not allowed", "required": "required"}
UNITED_KINGDOM = "United Kingdom"
_WEB = re.compile(r"https?://[^\s<>()\"']+[^\s<>()\"'.,;:]")
_BY_EMAIL = re.compile(
    r"(?:e-?mail|send|submit)[^.\n]{0,60}?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)[^.\n]{0,80}"
    r"(?:quot|tender|bid|submission|response)|(?:quot|tender|bid|submission|response)[^.\n]{0,80}"
    r"(?:e-?mail(?:ed)?|sent) to[^.\n]{0,20}?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)


def amount_of(place: Source, *names: str) -> tuple[Decimal | None, Decimal | None]:
    """Return an amount without and with VAT; a pound or less means that none was given."""
    value = place.at(*names)
    value.line("currency")
    net, gross = value.number("amount"), value.number("amountGross")
    return (
        net if net is not None and net > 1 else None,
        gross if gross is not None and gross > 1 else None,
    )


def suits(place: Source, name: str) -> YesNoUnknown:
    """Return whether the buyer thinks it suits a kind of bidder: yes, no, or not said."""
    flag = place.flag("suitability", name)
    return "" if flag is None else "yes" if flag else "no"


def read_value(release: Source, draft: Draft) -> None:
    """Propose the value without and with VAT."""
    tender, label = release.at("tender"), tr("Value")
    net, gross = amount_of(tender, "value")
    if net is None and gross is None:
        net, gross = _from_lots_or_budget(release)
    currency = tender.line("value", "currency")
    if currency and currency != "GBP":
        draft.caution(
            tr("The value is given in {currency}, not in pounds.", currency=currency),
            tr("Work out the pounds yourself."),
            "opportunity.value",
        )
    draft.field(ref(Bid, lambda b: b.opportunity.value), net, label, "tender.value.amount")
    draft.field(ref(Bid, lambda b: b.opportunity.value_gross), gross, label)
    least, _ = amount_of(tender, "minValue")
    if least is not None and net is not None and least < net:
        draft.caution(
            tr("The value is a range: £{least:,} to £{most:,}.", least=least, most=net),
            tr("BidKit took the upper figure."),
            "opportunity.value",
        )


def _from_lots_or_budget(release: Source) -> tuple[Decimal | None, Decimal | None]:
    lots = [amount_of(lot, "value") for lot in release.each("tender", "lots")]
    if lots and all(net is not None for net, _ in lots):
        gross = [gross for _, gross in lots if gross is not None]
        total = sum((net for net, _ in lots if net is not None), Decimal(0))
        return total, (sum(gross, Decimal(0)) if len(gross) == len(lots) else None)
    return amount_of(release, "planning", "budget", "amount")


def read_period(release: Source, draft: Draft) -> None:
    """Propose when the contract runs and how it may be extended."""
    tender, label = release.at("tender"), tr("Contract dates")
    places = [place for place in [tender, *tender.each("lots")] if place.at("contractPeriod")]
    starts = [d for place in places if (d := day_of(place.raw("contractPeriod", "startDate")))]
    ends = [d for place in places if (d := day_of(place.raw("contractPeriod", "endDate")))]
    latest = [d for place in places if (d := day_of(place.raw("contractPeriod", "maxExtentDate")))]
    months = [m for place in places if (m := place.whole("contractPeriod", "durationInMonths"))]
    start, end = min(starts, default=None), max(ends, default=None)
    months += [n for place in places if (n := _months_of_days(place.at("contractPeriod")))]
    count = max(months, default=None) or whole_months(start, end)
    draft.field(ref(Bid, lambda b: b.opportunity.period.starts_on), start, label)
    draft.field(ref(Bid, lambda b: b.opportunity.period.ends_on), end, label)
    draft.field(ref(Bid, lambda b: b.opportunity.period.months), count, label)
    draft.field(
        ref(Bid, lambda b: b.opportunity.period.latest_end_on), max(latest, default=None), label
    )
    expected = day_of(tender.raw("awardPeriod", "endDate"))
    draft.field(
        ref(Bid, lambda b: b.after.decision_expected_on), expected, tr("Decision expected on")
    )
    renewals = dict.fromkeys(
        text for place in [tender, *tender.each("lots")] for text in _options(place)
    )
    draft.field(
        ref(Bid, lambda b: b.opportunity.period.extension), "; ".join(renewals), tr("Extension")
    )


def _options(place: Source) -> list[str]:
    return [
        text
        for text in (place.line("renewal", "description"), place.line("options", "description"))
        if text
    ]


def _months_of_days(period: Source) -> int | None:
    """Return the months of a length given in days, as notices count them: thirty to a month."""
    days = period.whole("durationInDays")
    return days // 30 if days is not None and days > 0 and days % 30 == 0 else None


def whole_months(start: date | None, end: date | None) -> int | None:
    """Return how many whole months a period lasts, when it does so to the day (or a day over)."""
    if start is None or end is None or end <= start:
        return None
    for last in (end + timedelta(days=1), end):
        if last.day == start.day:
            return (last.year - start.year) * 12 + last.month - start.month
    return None


def read_subject(release: Source, draft: Draft) -> None:
    """Propose the CPV codes, the area, and whom the buyer thinks it suits."""
    tender = release.at("tender")
    codes = _codes(tender)
    for item in tender.each("items"):
        codes += _codes(item)
    cpv = tuple(sorted(set(codes)))
    draft.field(ref(Bid, lambda b: b.opportunity.cpv), cpv, tr("Subject codes (CPV)"))
    draft.field(ref(Bid, lambda b: b.opportunity.area), _area(tender), tr("Area"))
    places = [tender, *tender.each("lots")]
    for name, address, label in (
        ("sme", ref(Bid, lambda b: b.opportunity.sme_friendly), tr("Suits small firms")),
        ("vcse", ref(Bid, lambda b: b.opportunity.vcse_friendly), tr("Suits charities")),
    ):
        said = {suits(place, name) for place in places}
        found = "yes" if "yes" in said else "no" if "no" in said else ""
        draft.field(address, found, label, "tender.suitability")


def _codes(place: Source) -> list[str]:
    found = [place.at("classification"), *place.each("additionalClassifications")]
    return [
        code
        for entry in found
        if entry.line("scheme") in ("CPV", "") and (code := entry.line("id")[:10])
    ]


def _area(tender: Source) -> str:
    """Return the regions served, else the country, else towns and postcodes."""
    regions: dict[str, None] = {}
    countries: dict[str, None] = {}
    near: dict[str, None] = {}
    for item in tender.each("items"):
        for address in [*item.each("deliveryAddresses"), *item.each("deliveryLocations")]:
            regions[region_named(address.line("region"))] = None
            countries[country_named(address.line("countryName"))] = None
            near[address.line("locality") or address.line("description")] = None
            near[address.line("postalCode")] = None
    abroad = [name for name in countries if name not in ("", UNITED_KINGDOM)]
    whole = [UNITED_KINGDOM] if abroad and UNITED_KINGDOM in countries else abroad
    places = [name for name in near if name]
    return ", ".join([name for name in regions if name] or whole or places)


def read_way_in(release: Source, draft: Draft) -> None:
    """Propose how and where the bid is handed in."""
    tender = release.at("tender")
    details, text = tender.text("submissionMethodDetails"), tender.text("description")
    draft.field(
        ref(Bid, lambda b: b.opportunity.hand_in_notes), _notes(tender), tr("How to hand in")
    )
    codes = tender.texts("submissionTerms", "languages")
    languages = ", ".join(LANGUAGES.get(code, code) for code in codes)
    draft.field(ref(Bid, lambda b: b.opportunity.language_rule), languages, tr("Languages"))
    links = [*_WEB.findall(details), *_document_links(tender), *_WEB.findall(text)]
    address = next((url for url in links if portal_of(url)), "")
    methods = tender.texts("submissionMethod")
    if not address and "electronicSubmission" in methods:
        address = next(iter(_WEB.findall(details)), "")
    if address:
        _portal(address, details, draft)
        return
    email = _BY_EMAIL.search(f"{details}\n{text}")
    if email is not None:
        mailbox = email[1] or email[2]
        why = tr("The text asks for an e-mail to {mailbox}.", mailbox=mailbox)
        way = ref(Bid, lambda b: b.opportunity.way_in)
        draft.guess(way, "email", tr("Way of handing in"), why)


def _portal(address: str, details: str, draft: Draft) -> None:
    label = tr("Portal")
    name, said = portal_of(address), address in details
    way = ref(Bid, lambda b: b.opportunity.way_in)
    url = ref(Bid, lambda b: b.opportunity.portal_url)
    if said:
        draft.field(way, "portal", label, "tender.submissionMethodDetails")
        draft.field(url, address, label, "tender.submissionMethodDetails")
    else:
        why = tr("The notice links to {address}.", address=address)
        draft.guess(way, "portal", label, why)
        draft.guess(url, address, label, why)
    draft.field(ref(Bid, lambda b: b.opportunity.portal_name), name, label)


def _document_links(tender: Source) -> list[str]:
    links = [document.line("url") for document in tender.each("documents")]
    return [link for link in links if link.startswith("http") and not is_official(link)]


def _notes(tender: Source) -> str:
    terms = tender.at("submissionTerms")
    lines = [tender.text("submissionMethodDetails")]
    policy = terms.line("electronicSubmissionPolicy")
    if policy:
        words = _POLICIES.get(policy, policy)
        lines.append(tr("Electronic submission: {policy}", policy=words))
    every = [tender, *tender.each("lots")]
    policies = dict.fromkeys(lot.line("submissionTerms", "variantPolicy") for lot in every)
    variants = ", ".join(_POLICIES.get(policy, policy) for policy in policies if policy)
    if variants:
        lines.append(tr("Variant bids: {policy}", policy=variants))
    return "\n".join(line for line in lines if line)
