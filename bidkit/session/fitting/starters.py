"""Lists to start from: the usual points, risks or areas of a pack, added where they are missing."""

from __future__ import annotations

from collections.abc import Collection

from bidkit.domain.base import Entity, derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import AgreementPoint, PartnerCheck
from bidkit.domain.review import Task
from bidkit.importers.base import merged
from bidkit.packs.catalogue import Catalogue
from bidkit.packs.fit import MADE_FROM, apply_pack
from bidkit.packs.lists import PromptLine, TestLine
from bidkit.session.document import Document
from bidkit.words import tr


def with_starters(
    bid: Bid, catalogue: Catalogue, pack: str, lists: Collection[str], bid_id: str
) -> Bid:
    """Return the bid with these lists of a pack, and nothing else of it; what is there stays."""
    whole = catalogue.pack(pack)
    others = {name: () for name, *_ in MADE_FROM if name not in lists}
    return apply_pack(bid, whole.model_copy(update={**others, "sections": ()}), bid_id)


def missing_starters(
    bid: Bid, catalogue: Catalogue, pack: str, lists: Collection[str], bid_id: str
) -> int:
    """Return how many lines of these lists the bid does not hold yet."""
    after = with_starters(bid, catalogue, pack, lists, bid_id)
    names = collections_of(lists)
    return sum(len(getattr(after, name)) - len(getattr(bid, name)) for name in names)


def collections_of(lists: Collection[str]) -> frozenset[str]:
    """Return the collections of the bid that these lists of a pack go into."""
    return frozenset(collection for name, collection, *_ in MADE_FROM if name in lists)


def with_checklist(bid: Bid, prompts: Collection[PromptLine], bid_id: str) -> Bid:
    """Return the bid with prompts as points of the agreement, to be ticked one by one."""
    points = [
        AgreementPoint(id=derived_id(bid_id, "point", one.key), key=one.key, text=one.text)
        for one in prompts
    ]
    return _with_new(bid, "agreement_points", points)


def with_partner_checks(bid: Bid, lines: Collection[TestLine], bid_id: str) -> Bid:
    """Return the bid with the usual papers to ask for, of each partner that has no list yet."""
    listed = {one.parent for one in bid.partner_checks}
    made = [
        PartnerCheck(
            id=derived_id(bid_id, "check", partner.id, one.key),
            parent=partner.id,
            key=one.key,
            text=one.text,
        )
        for partner in bid.partners
        if partner.role != "lead" and partner.id not in listed
        for one in lines
    ]
    return _with_new(bid, "partner_checks", made)


def with_tasks(bid: Bid, prompts: Collection[PromptLine], bid_id: str) -> Bid:
    """Return the bid with prompts as tasks, to be given to somebody."""
    made = [Task(id=derived_id(bid_id, "task", one.key), title=one.text) for one in prompts]
    return _with_new(bid, "tasks", made)


def add_starters(
    document: Document, catalogue: Catalogue, pack: str, lists: Collection[str], bid_id: str
) -> None:
    """Add these lists of a pack as one step."""
    document.edit(
        tr("Start from the usual list"),
        lambda bid: with_starters(bid, catalogue, pack, lists, bid_id),
    )


def _with_new(bid: Bid, collection: str, things: Collection[Entity]) -> Bid:
    there = {one.id for one in getattr(bid, collection)}
    return merged(bid, collection, [one for one in things if one.id not in there])
