"""Which rules a notice seems to fall under, and which way the money comes."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Regime
from bidkit.domain.refs import ref
from bidkit.importers.base import Proposed
from bidkit.importers.draft import Draft
from bidkit.importers.notice.identity import stage_of
from bidkit.importers.notice.moments import day_of
from bidkit.importers.notice.source import Source
from bidkit.words import tr

EARLY = ("pipeline", "engagement", "planned")
MOST_BELOW = 200_000
NEW_LAW_FROM = date(2025, 2, 24)
_BASES: dict[str, Regime] = {
    "2023/1348": "nhs_psr",
    "32014L0024": "pcr2015",
    "32014L0023": "pcr2015",
    "2015/102": "pcr2015",
    "2015/446": "scotland",
}
_RESERVED = {
    "smeVcse": "Small firms and voluntary, community and social enterprises",
    "vcse": "Voluntary, community and social enterprises",
    "sme": "Small and medium firms",
    "shelteredWorkshop": "Supported employment providers",
    "shelteredEmployment": "Supported employment providers",
    "publicServiceMissionOrganization": "Public service mutuals",
}


def read_regime(release: Source, earlier: tuple[dict[str, Any], ...], draft: Draft) -> None:
    """Propose the rules, the day the procurement began, its procedure and its reservation."""
    tender = release.at("tender")
    _began(release, earlier, draft)
    regime, why = _regime(release)
    address = ref(Bid, lambda b: b.opportunity.regime)
    label = tr("Which rules apply")
    sure = bool(regime) and not why
    draft.propose(Proposed(address, regime, label, "tender.legalBasis", sure=sure, note=why))
    draft.field(ref(Bid, lambda b: b.opportunity.procedure), _procedure(tender), tr("Procedure"))
    draft.field(ref(Bid, lambda b: b.opportunity.reserved), _reserved(tender), tr("Reserved for"))
    _funding(tender, draft)


def _began(release: Source, earlier: tuple[dict[str, Any], ...], draft: Draft) -> None:
    if stage_of(release) in EARLY:
        return
    known = [_first_day(place) for place in (release, *map(Source, earlier))]
    began = min((day for day in known if day is not None), default=None)
    draft.guess(
        ref(Bid, lambda b: b.opportunity.commenced_on),
        began,
        tr("Day the procurement began"),
        tr("Taken from the day this notice was published; an earlier notice may have begun it."),
    )


def _regime(release: Source) -> tuple[Regime, str]:
    """Return the likely regime and, where it is a guess, the reason for it."""
    tender = release.at("tender")
    basis = _basis(tender)
    text = f"{tender.line('procedure')} {tender.line('procurementMethodDetails')}".lower()
    special = {name.lower() for name in tender.texts("specialRegime")}
    above = tender.flag("aboveThreshold")
    if basis in _BASES:
        scottish = basis.startswith("32014") and "Scotland" in _countries(release)
        return ("scotland" if scottish else _BASES[basis]), ""
    if basis == "2023/54":
        if above is False:
            return "pa23_below", ""
        light = any("light" in name for name in special) or "light" in text
        return ("pa23_light_touch" if light else "pa23_above"), ""
    return _guessed(release, text)


def _guessed(release: Source, method: str) -> tuple[Regime, str]:
    words = f"{release.line('tender', 'title')} {release.line('tender', 'description')}"
    if re.search(r"provider selection regime", words, re.IGNORECASE):
        return "nhs_psr", tr("The text speaks of the Provider Selection Regime.")
    began = _first_day(release)
    if stage_of(release) in EARLY:
        began = day_of(release.raw("tender", "communication", "futureNoticeDate")) or began
    if began is None or (stage_of(release) in EARLY and began < NEW_LAW_FROM):
        return "", ""
    if began < NEW_LAW_FROM:
        return "pcr2015", tr("The procurement began before 24 February 2025.")
    if "below threshold" in method:
        return "pa23_below", tr("Its procedure is called below threshold.")
    if "light" in method:
        return "pa23_light_touch", tr("Its procedure is called light touch.")
    if "above threshold" in method:
        return "pa23_above", tr("Its procedure is called above threshold.")
    if re.search(r"\bNHS\b|integrated care", release.line("buyer", "name"), re.IGNORECASE):
        return "nhs_psr", tr("An NHS body buys; for health care its own rules apply. Check.")
    if (release.number("tender", "value", "amount") or 0) > MOST_BELOW:
        return "", ""
    return "pa23_below", tr("Contracts Finder carries mostly contracts below the threshold.")


def _first_day(release: Source) -> date | None:
    """Return the earliest day on which the procurement is known to have been under way."""
    days = (
        day_of(release.raw("tender", "datePublished")),
        day_of(release.raw("tender", "tenderPeriod", "endDate")),
        day_of(release.raw("date")),
    )
    return min((day for day in days if day is not None), default=None)


def _basis(tender: Source) -> str:
    """Return the number of the law, also where it is written as an address or with its scheme."""
    written = tender.line("legalBasis", "id") or tender.line("legalBasis", "uri")
    found = re.search(r"32014L00\d\d|\b(20\d\d/\d{2,4})\b", written)
    return found[0] if found else written


def _countries(release: Source) -> set[str]:
    found = set()
    for party in release.each("parties"):
        if "buyer" in party.texts("roles"):
            found.add(party.line("address", "countryName"))
            if party.line("address", "region").startswith("UKM"):
                found.add("Scotland")
    return found


def _procedure(tender: Source) -> str:
    parts = [tender.line("procurementMethodDetails") or tender.line("procurementMethod")]
    if parts == ["Not specified"]:
        parts = []
    if tender.flag("techniques", "hasFrameworkAgreement"):
        parts.append(tr("framework agreement"))
        most = tender.whole("techniques", "frameworkAgreement", "maximumParticipants")
        if most is not None:
            parts.append(tr("at most {n} suppliers", n=most))
    if tender.flag("techniques", "hasDynamicPurchasingSystem"):
        parts.append(tr("dynamic purchasing system or market"))
    if tender.flag("techniques", "hasElectronicAuction"):
        parts.append(tr("electronic auction"))
    return "; ".join(part for part in parts if part)


def _reserved(tender: Source) -> str:
    other = tender.at("otherRequirements")
    names = [_RESERVED.get(code, code) for code in other.texts("reservedParticipation")]
    place = other.at("reservedParticipationLocation")
    places = place.texts("gazetteer", "identifiers") or [place.line("description")]
    where = ", ".join(name for name in places if name)
    reserved = "; ".join(names)
    return tr("{who}, from {where}", who=reserved, where=where) if where else reserved


def _funding(tender: Source, draft: Draft) -> None:
    address = ref(Bid, lambda b: b.opportunity.funding)
    label = tr("Contract or grant")
    if re.search(r"\bgrants?\b(?! of| ed)", tender.line("title"), re.IGNORECASE):
        draft.guess(address, "grant", label, tr("The title speaks of a grant."))
        return
    draft.field(address, "contract", label)
    route = ref(Bid, lambda b: b.about.route)
    draft.propose(Proposed(route, "contract", tr("Kind of bid"), only_if_empty=True))
