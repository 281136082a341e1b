"""Posts among the costs, from the roles of our offer and from staff who may transfer to us."""

from __future__ import annotations

from collections.abc import Iterator

from bidkit.domain.base import derived_id, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.edits import with_fields
from bidkit.words import tr


def posts_to_cost(bid: Bid) -> tuple[CostLine, ...]:
    """Return a cost line for each role and each transferring post that has none yet.

    Roles of partners are left out: they are in the partner's price. Once staff stand among the
    costs, roles are not offered again, because people name posts in their own way.
    """
    known = {line.id for line in bid.cost_lines}
    staffed = any(line.kind == "staff" for line in bid.cost_lines)
    found = [*(() if staffed else _roles(bid)), *_transferring(bid)]
    return tuple(one for one in found if one.id not in known)


def with_posts(bid: Bid) -> Bid:
    """Return the bid with those posts at the end of its costs, their amounts still open."""
    posts = posts_to_cost(bid)
    keys = keys_after(max((one.order for one in bid.cost_lines), default=""), len(posts))
    placed = [one.model_copy(update={"order": key}) for one, key in zip(posts, keys, strict=True)]
    added: Bid = with_fields(bid, {"cost_lines": (*bid.cost_lines, *placed)})
    return added


def _roles(bid: Bid) -> Iterator[CostLine]:
    ours = {one.id for one in bid.partners if one.role == "lead"}
    for role in bid.roles:
        if not role.partner or role.partner in ours:
            identity = derived_id("role", role.id)
            yield CostLine(id=identity, kind="staff", title=role.title, hours=role.hours_a_week)


def _transferring(bid: Bid) -> Iterator[CostLine]:
    for post in bid.transferring:
        yield CostLine(
            id=derived_id("transferring", post.id),
            kind="staff",
            title=tr("{role} (transfers to us)", role=post.role),
            salary=post.pay,
            note=post.pension,
            fte=None,
        )
