"""A question pack somebody wrote: its questions and lists are offered, line by line."""

from __future__ import annotations

from pathlib import Path

from bidkit.domain.bid import EMPTY
from bidkit.importers.base import Proposal
from bidkit.importers.draft import Draft
from bidkit.packs.fit import apply_pack
from bidkit.packs.load import load_pack
from bidkit.words import Words, later, tr

TAKEN: dict[str, Words] = {
    "sections": later("Sections"),
    "questions": later("Questions"),
    "parts": later("Parts"),
    "policies": later("Policies"),
    "insurances": later("Insurance"),
    "gates": later("Gates"),
    "red_flags": later("Red flags"),
    "risks": later("Risks"),
    "agreement_points": later("Agreement"),
    "self_assessment": later("Self-assessment"),
}


def recognises(given: Path | bytes) -> bool:
    """Tell whether this has the ending of a pack; never raises."""
    return isinstance(given, Path) and given.suffix.lower() == ".toml"


def read(path: Path, bid_id: str = "") -> Proposal:
    """Return what a pack would put into the bid of this identity; InputError names its fault."""
    pack = load_pack(path)
    made = apply_pack(EMPTY, pack, bid_id, fill=False)
    draft = Draft()
    for collection, label in TAKEN.items():
        for entity in getattr(made, collection):
            place = getattr(entity, "number", "")
            draft.entity(collection, entity, str(label), place)
    if pack.unconfirmed:
        draft.caution(
            tr("{n} lines are marked as not confirmed.", n=pack.unconfirmed),
            tr("Compare them with the buyer’s papers."),
        )
    return draft.finished(pack.title, tr("Question pack"))
