"""What the buyer asks of those who take part, and the worries it states."""

from __future__ import annotations

from typing import Literal

from bidkit.domain.base import derived_id
from bidkit.domain.opportunity import BuyerPoint, Condition
from bidkit.importers.draft import Draft
from bidkit.importers.notice.lots import lot_id
from bidkit.importers.notice.source import Source
from bidkit.words import tr

Kind = Literal["", "economic", "technical", "suitability", "other"]
_KINDS: dict[str, Kind] = {
    "economic": "economic",
    "technical": "technical",
    "suitability": "suitability",
    "other": "other",
}


def read_conditions(release: Source, draft: Draft) -> None:
    """Propose the conditions of taking part, those of several lots once with their lots."""
    tender, ocid = release.at("tender"), release.line("ocid")
    for made in _gathered(tender, ocid):
        draft.entity("conditions", made, tr("Conditions of taking part"), "selectionCriteria")
    risk = tender.text("riskDetails")
    if risk:
        point = BuyerPoint(
            id=derived_id("notice", ocid, "point", "risk"), kind="concern", text=risk
        )
        draft.entity("buyer_points", point, tr("The buyer's stated risks"), "tender.riskDetails")


def _gathered(tender: Source, ocid: str) -> list[Condition]:
    found: dict[tuple[Kind, str, str], list[str]] = {}
    lots = tender.each("lots")
    places = [("", tender)] + [(lot.line("id"), lot) for lot in lots]
    for lot, place in places:
        for kind, text, minimum in _stated(place.at("selectionCriteria")):
            found.setdefault((kind, text, minimum), []).append(lot)
    made = []
    for (kind, text, minimum), members in found.items():
        every = "" in members or len(members) == len(lots)
        scope = () if every else tuple(sorted(lot_id(ocid, member) for member in members))
        identity = derived_id("notice", ocid, "condition", kind, text)
        made.append(Condition(id=identity, kind=kind, text=text, minimum=minimum, lots=scope))
    return made


def _stated(place: Source) -> list[tuple[Kind, str, str]]:
    found: list[tuple[Kind, str, str]] = []
    whole = place.text("description")
    if whole:
        found.append(("", whole, ""))
    for criterion in place.each("criteria"):
        kind = _KINDS.get(criterion.line("type"), "other" if criterion.line("type") else "")
        text = criterion.text("description") or criterion.line("name")
        minimum = criterion.line("minimum")
        verified = criterion.text("verificationMethod")
        if verified:
            text = "\n".join(
                part for part in (text, tr("Shown by: {method}", method=verified)) if part
            )
        if text or minimum:
            found.append((kind, text, minimum))
    return found
