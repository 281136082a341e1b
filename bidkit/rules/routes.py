"""What the route and the buyer's rules mean for the checks."""

from __future__ import annotations

from bidkit.domain.bid import Bid

PLATFORM_REGIMES = frozenset({"pa23_above", "pa23_light_touch"})


def is_grant(bid: Bid) -> bool:
    """Tell whether this is a grant and not a contract."""
    grant_route = bid.about.route in ("small_grant", "larger_grant")
    return bid.opportunity.funding == "grant" or (grant_route and not bid.opportunity.funding)
