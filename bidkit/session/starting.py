"""Ways to start a bid: blank by route, from a file that was looked at, with question packs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Route
from bidkit.errors import InputError
from bidkit.figures.readings.standing import standing_figures
from bidkit.importers.base import Proposal
from bidkit.packs.catalogue import Catalogue, shipped
from bidkit.packs.fit import apply_pack
from bidkit.packs.load import check_pack, load_pack
from bidkit.packs.writing import pack_text
from bidkit.session.incoming.offers import take_chosen
from bidkit.words import tr

PACKS_OF_ROUTE: dict[str, tuple[str, ...]] = {
    "small_grant": ("small-grant",),
    "larger_grant": ("grant-due-diligence",),
    "contract": (),
    "consortium": (),
}
LISTS_OF_ROUTE: dict[str, tuple[str, ...]] = {
    "contract": ("gates", "red-flags"),
    "consortium": ("gates", "red-flags", "agreement"),
}


@dataclass(frozen=True)
class NewBid:
    """A bid that has no file yet, and the identity its things are made for.

    The file must be made under that identity: then the same pack added once more finds its own
    questions, in this file and in every copy of it.
    """

    identity: str
    bid: Bid


def begun(route: Route, today: date, catalogue: Catalogue | None = None) -> NewBid:
    """Return a new bid for a route under an identity of its own."""
    identity = new_id()
    return NewBid(identity, begin(route, today, identity, catalogue))


def begin(route: Route, today: date, identity: str = "", catalogue: Catalogue | None = None) -> Bid:
    """Return a new bid for a route, with the lists and questions such a bid starts with."""
    packs = catalogue or shipped()
    grant = route in ("small_grant", "larger_grant")
    bid: Bid = with_fields(
        EMPTY,
        {
            "about.route": route,
            "about.started_on": today,
            "opportunity.funding": "grant" if grant else "contract" if route else "",
            "opportunity.regime": "grant" if grant else "",
            "partnership.bidding_model": "consortium" if route == "consortium" else "",
        },
    )
    for name in (*PACKS_OF_ROUTE.get(route, ()), *LISTS_OF_ROUTE.get(route, ())):
        if name in packs.ids:
            bid = apply_pack(bid, packs.pack(name), identity)
    return bid


def notice_proposal(path: Path, ocid: str = "") -> Proposal:
    """Return what a notice or questionnaire would put into a bid, to be looked at first."""
    from bidkit.session.incoming.files import Wanted, proposal_from

    return proposal_from(path, Wanted(ocid))


def begun_with(
    route: Route, today: date, proposal: Proposal, chosen: Collection[str] | None = None
) -> NewBid:
    """Return a new bid with what was chosen of a proposal; everything where nobody chose."""
    new = begun(route, today)
    bid = take_chosen(new.bid, proposal, proposal.keys if chosen is None else chosen)
    if not bid.about.title:
        bid = with_fields(bid, {"about.title": proposal.title})
    return NewBid(new.identity, bid)


def with_pack(bid: Bid, pack: str, identity: str = "", catalogue: Catalogue | None = None) -> Bid:
    """Return the bid of this identity with the questions and lists of one pack added."""
    wanted = (catalogue or shipped()).pack(pack)
    return apply_pack(bid, wanted, identity, figures=standing_figures(bid))


def with_pack_file(bid: Bid, path: Path, identity: str = "") -> Bid:
    """Return the bid of this identity with the questions of a pack somebody wrote."""
    return apply_pack(bid, load_pack(path), identity, figures=standing_figures(bid))


def pack_copy(identity: str, catalogue: Catalogue | None = None) -> str:
    """Return the text of a shipped pack, to be changed."""
    return (catalogue or shipped()).text_of(identity)


def pack_of(bid: Bid, title: str, today: date) -> str:
    """Return the questions of a bid as the text of a pack; InputError where there are none."""
    if not bid.questions:
        raise InputError(
            tr("There are no questions to make a pack of."),
            advice=tr("Add a questionnaire first."),
        )
    named = title or bid.opportunity.title or bid.about.title or tr("Our own questions")
    return pack_text(bid, named, today)


def pack_list(catalogue: Catalogue | None = None) -> tuple[tuple[str, str], ...]:
    """Return the name and title of every question pack."""
    return tuple((pack.id, pack.title) for pack in (catalogue or shipped()).question_packs)


def pack_findings(path: Path) -> tuple[str, ...]:
    """Return every fault of a pack file in words."""
    return tuple(str(finding) for finding in check_pack(path))
