"""A first table of overheads: our work, the usual costs of a centre, and what each follows."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.domain.base import derived_id, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import Driver, Overhead, Project
from bidkit.domain.edits import with_fields
from bidkit.packs.lists import DriverLine
from bidkit.words import tr

KINDS = ("premises", "it", "management", "fundraising")


def with_usual_overheads(bid: Bid, lines: Sequence[DriverLine], bid_id: str) -> Bid:
    """Return the bid with the usual overheads of a pack, each with what it follows, amounts open.

    Projects are added where there are none; a bid that lists overheads or measures stays as it is.
    """
    usual = [one for one in lines if one.key in KINDS]
    if bid.overheads or bid.drivers or not usual:
        return bid
    drivers, overheads = [], []
    for line, order in zip(usual, keys_after("", len(usual)), strict=True):
        driver = derived_id(bid_id, "driver", line.key)
        drivers.append(Driver(id=driver, order=order, title=line.driver, unit=line.unit))
        overhead = Overhead(
            id=derived_id(bid_id, "overhead", line.key),
            order=order,
            title=line.overhead,
            driver=driver,
            note=line.why,
        )
        overheads.append(overhead.model_copy(update={"kind": line.key}))
    changed: dict[str, object] = {"drivers": tuple(drivers), "overheads": tuple(overheads)}
    if not bid.projects:
        changed["projects"] = _projects(bid, bid_id)
    if not bid.costing.method:
        changed["costing.method"] = "drivers"
    filled: Bid = with_fields(bid, changed)
    return filled


def _projects(bid: Bid, bid_id: str) -> tuple[Project, ...]:
    ours = bid.opportunity.title.strip() or tr("This bid")
    first, second, third = keys_after("", 3)
    return (
        Project(id=derived_id(bid_id, "project", "ours"), order=first, title=ours, this_bid=True),
        Project(
            id=derived_id(bid_id, "project", "other"), order=second, title=tr("Our other work")
        ),
        Project(
            id=derived_id(bid_id, "project", "centre"),
            order=third,
            title=tr("The centre"),
            central=True,
        ),
    )
