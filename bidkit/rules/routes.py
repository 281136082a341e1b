"""What the route, the buyer's rules and the published notice mean for the checks."""

from __future__ import annotations

import re
from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Opportunity, Regime
from bidkit.words import Words, later, tr

REGIMES: dict[Regime, Words] = {
    "pa23_above": later("Procurement Act 2023, full rules"),
    "pa23_light_touch": later("Procurement Act 2023, light touch"),
    "pa23_below": later("Procurement Act 2023, below threshold"),
    "pcr2015": later("Older rules of 2015"),
    "nhs_psr": later("NHS provider selection"),
    "scotland": later("Scottish rules"),
    "grant": later("A grant: no procurement rules"),
}
PLATFORM_REGIMES = frozenset({"pa23_above", "pa23_light_touch"})
ACT_REGIMES = frozenset({"pa23_above", "pa23_light_touch", "pa23_below"})
ACT_FROM = date(2025, 2, 24)
SELECTION_REGIME_FROM = date(2024, 1, 1)
GRANT_ROUTES = ("small_grant", "larger_grant")
BEFORE = ("pipeline", "engagement", "planned")
OUT = ("tender", "award")
ASK_READS = "opportunity about rounds"
_CALL_OFF = re.compile(
    r"\bcall[- ]?offs?\b|\b(?:mini|further)[- ]competition\b|\bdynamic (?:purchasing|market)"
    r"|\bunder (?:the|a|an existing) framework\b",
    re.IGNORECASE,
)


def is_grant(bid: Bid) -> bool:
    """Tell whether this is a grant and not a contract."""
    grant_route = bid.about.route in GRANT_ROUTES
    return bid.opportunity.funding == "grant" or (grant_route and not bid.opportunity.funding)


def regime_of(bid: Bid) -> Regime:
    """Return the rules this bid is made under; a grant is one whatever is chosen, '' not known."""
    return "grant" if is_grant(bid) else bid.opportunity.regime


def notice_is_out(bid: Bid) -> bool | None:
    """Tell whether the invitation to bid is published; None where nobody can know.

    Once it is, only the buyer's own messages may be used. A deadline for tenders counts as an
    invitation. Funders like to be asked, so a grant is never "out".
    """
    if bid.about.route in GRANT_ROUTES or bid.opportunity.funding == "grant":
        return None
    stage = bid.opportunity.notice.stage
    if stage in OUT:
        return True
    if stage in BEFORE:
        return False
    invited = any(one.deadline is not None and one.kind != "interest" for one in bid.rounds)
    return True if invited else None


def is_call_off(offered: Opportunity) -> bool:
    """Tell whether this seems to be bought under a framework or system that was set up before."""
    said = f"{offered.procedure} {offered.title} {offered.summary}"
    return _CALL_OFF.search(said) is not None


def ask(bid: Bid) -> str:
    """Return how to ask here: a funder is rung, a buyer only through the portal once it is out."""
    if is_grant(bid):
        return tr("Ask the funder")
    if notice_is_out(bid):
        return tr("Ask through the portal’s messages")
    return tr("Ask the buyer")


def asker(bid: Bid) -> str:
    """Return who asks for things here: "The funder" for a grant, "The buyer" for a contract."""
    return tr("The funder") if is_grant(bid) else tr("The buyer")
