"""What a notice says of itself and of its buyer."""

from __future__ import annotations

import re
from typing import Literal

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.importers.base import Proposed
from bidkit.importers.draft import Draft
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.places import country_named, is_official, kind_of_buyer
from bidkit.importers.notice.source import Source
from bidkit.words import tr

NoticeStage = Literal["", "pipeline", "engagement", "planned", "tender", "award", "other"]

_BY_TYPE: dict[str, NoticeStage] = {
    "UK1": "pipeline",
    "UK2": "engagement",
    "UK3": "planned",
    "UK4": "tender",
    "UK6": "award",
    "UK7": "award",
}
_BY_DOCUMENT: dict[str, NoticeStage] = {
    "marketEngagementNotice": "engagement",
    "plannedProcurementNotice": "planned",
    "tenderNotice": "tender",
    "awardNotice": "award",
}
_BY_TAG: dict[str, NoticeStage] = {
    "planning": "planned",
    "planningUpdate": "planned",
    "tender": "tender",
    "tenderUpdate": "tender",
    "tenderAmendment": "tender",
    "award": "award",
    "awardUpdate": "award",
    "contract": "award",
    "contractUpdate": "award",
}
_PUBLISHERS = {
    "ocds-b5fd17-": "Contracts Finder",
    "ocds-h6vhtk-": "Find a Tender",
    "ocds-r6ebe6-": "Public Contracts Scotland",
    "ocds-kuma6s-": "Sell2Wales",
}


def publisher_of(ocid: str) -> str:
    """Return the name of the service that published a notice, or ''."""
    return next((name for start, name in _PUBLISHERS.items() if ocid.startswith(start)), "")


def stage_of(release: Source) -> NoticeStage:
    """Return how far the procurement is, by the notice's type, its documents, else its tag."""
    notice_type = _notice_type(release)
    if notice_type in _BY_TYPE:
        return _BY_TYPE[notice_type]
    if notice_type.startswith("UK"):
        return "other"
    tags = release.texts("tag")
    by_tag = [_BY_TAG[tag] for tag in tags if tag in _BY_TAG]
    stage: NoticeStage = by_tag[-1] if by_tag else "other"
    if stage == "planned":
        kinds = [document.line("documentType") for document in _documents(release)]
        found = [_BY_DOCUMENT[kind] for kind in kinds if kind in _BY_DOCUMENT]
        stage = found[0] if found else "planned"
    return stage


def read_identity(release: Source, draft: Draft) -> None:
    """Propose title, reference, summary and what the notice says of itself."""
    tender, ocid = release.at("tender"), release.line("ocid")
    title = tender.line("title") or release.line("title") or release.line("planning", "project")
    draft.propose(
        Proposed(ref(Bid, lambda b: b.about.title), title, tr("Title"), only_if_empty=True)
    )
    draft.field(ref(Bid, lambda b: b.opportunity.title), title, tr("Title"), "tender.title")
    reference = tender.line("id")
    if reference != ocid:
        label = tr("Buyer's reference")
        draft.field(ref(Bid, lambda b: b.opportunity.reference), reference, label, "tender.id")
    summary = tender.text("description") or release.text("planning", "rationale")
    label = tr("Summary")
    draft.field(ref(Bid, lambda b: b.opportunity.summary), summary, label, "tender.description")
    _notice(release, draft)


def _notice(release: Source, draft: Draft) -> None:
    ocid, label = release.line("ocid"), tr("The notice: number, kind, day and address")
    notice_type = _notice_type(release)
    urls = [
        url
        for document in _documents(release)
        if is_official(url := document.line("url")) or document.line("noticeType")
    ]
    published = day_of(release.raw("date"))
    draft.field(ref(Bid, lambda b: b.opportunity.notice.source), publisher_of(ocid), label)
    draft.field(ref(Bid, lambda b: b.opportunity.notice.ocid), ocid, label, "ocid")
    draft.field(ref(Bid, lambda b: b.opportunity.notice.notice_id), release.line("id"), label)
    kind = notice_type or ", ".join(release.texts("tag"))
    draft.field(ref(Bid, lambda b: b.opportunity.notice.notice_type), kind, label)
    draft.field(ref(Bid, lambda b: b.opportunity.notice.stage), stage_of(release), label)
    draft.field(ref(Bid, lambda b: b.opportunity.notice.published_on), published, label, "date")
    draft.field(ref(Bid, lambda b: b.opportunity.notice.url), urls[-1] if urls else "", label)
    status = release.line("tender", "status")
    draft.field(ref(Bid, lambda b: b.opportunity.notice.status), status, label, "tender.status")
    if status in ("cancelled", "withdrawn", "unsuccessful"):
        draft.caution(
            tr("The notice says that this procurement is {status}.", status=status),
            tr("Make sure that it is still open before you spend time on it."),
        )


def read_buyer(release: Source, draft: Draft) -> None:
    """Propose the buyer, its address, and whom to write to."""
    buyer = _buyer_party(release)
    name = release.line("buyer", "name") or buyer.line("name")
    label = tr("Buyer")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.name), name, label, "buyer.name")
    kind = kind_of_buyer(name)
    why = tr("Guessed from the name.")
    draft.guess(ref(Bid, lambda b: b.opportunity.buyer.kind), kind, tr("Kind of buyer"), why)
    identifier = _identifier(buyer) or release.line("buyer", "id")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.identifier), identifier, label, "buyer.id")
    address = tr("Buyer's address")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.address), _address(buyer), address)
    website = buyer.line("details", "url") or buyer.line("contactPoint", "url")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.website), website, address)
    contact, person = buyer.at("contactPoint"), tr("Buyer's contact")
    draft.field(ref(Bid, lambda b: b.opportunity.buyer.contact_name), contact.line("name"), person)
    draft.field(
        ref(Bid, lambda b: b.opportunity.buyer.contact_email), contact.line("email"), person
    )
    draft.field(
        ref(Bid, lambda b: b.opportunity.buyer.contact_phone), contact.line("telephone"), person
    )
    others = [party.line("name") for party in release.each("parties") if _buys(party)]
    named = [other for other in dict.fromkeys(others) if other and other != name]
    if named:
        draft.caution(
            tr("Several bodies buy together: also {names}.", names=", ".join(named[:6])),
            place="opportunity.buyer.name",
        )
    if re.search(r"\b(?:ltd|limited)\.?$", name, re.IGNORECASE) and ".gov.uk" in website:
        draft.caution(
            tr("The notice names “{name}” as the buyer.", name=name),
            tr("Its web address is a council's; the name may be that of the portal. Check it."),
            "opportunity.buyer.name",
        )


def _documents(release: Source) -> list[Source]:
    found = release.each("planning", "documents") + release.each("tender", "documents")
    for award in release.each("awards"):
        found += award.each("documents")
    return found


def _notice_type(release: Source) -> str:
    types = [document.line("noticeType") for document in _documents(release)]
    return next((kind for kind in reversed(types) if kind), "")


def _buyer_party(release: Source) -> Source:
    identity = release.line("buyer", "id")
    parties = release.each("parties")
    for party in parties:
        if identity and party.line("id") == identity:
            return party
    for party in parties:
        if _buys(party):
            return party
    return Source(None)


def _buys(party: Source) -> bool:
    return bool({"buyer", "procuringEntity"} & set(party.texts("roles")))


def _identifier(party: Source) -> str:
    scheme, number = party.line("identifier", "scheme"), party.line("identifier", "id")
    for other in party.each("additionalIdentifiers"):
        if scheme != "GB-PPON" and other.line("scheme") == "GB-PPON":
            scheme, number = "GB-PPON", other.line("id")
    return f"{scheme} {number}".strip() if number else ""


def _address(party: Source) -> str:
    address = party.at("address")
    for code in ("region", "country"):
        address.at(code).use()
    lines = [
        address.line("streetAddress"),
        address.line("locality"),
        re.sub(r"(?<=[A-Z0-9])(?=\d[A-Z]{2}$)(?<! )", " ", address.line("postalCode")),
        country_named(address.line("countryName")),
    ]
    kept: list[str] = []
    for line in lines:
        if line and not any(line in earlier for earlier in kept):
            kept.append(line)
    return "\n".join(kept)
