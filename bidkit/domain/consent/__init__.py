"""Whether somebody's words may be printed: consent given, for bids, not expired, not withdrawn."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from bidkit.domain.evidence import Testimonial

Consent = Literal[
    "holds",
    "missing",
    "expired",
    "withdrawn",
    "not for bids",
    "guardian missing",
    "names too much",
]
NAME = re.compile(r"[^\W\d_]+")
SHORTEST, SHORTEST_IN_WORDS = 2, 3
TITLES = frozenset("mr mrs ms miss mx dr prof professor rev revd cllr sir dame lord lady".split())
UNNAMED = frozenset({"anonymous", "changed name"})


def consent_of(testimonial: Testimonial, today: date) -> Consent:
    """Return how a testimonial's consent stands on a day; only "holds" lets it leave.

    What was agreed is for what is ticked: where bids are not, it is not for bids.
    """
    if testimonial.withdrawn_on is not None and testimonial.withdrawn_on <= today:
        return "withdrawn"
    if testimonial.consent != "yes" or _is_later(testimonial.given_on, today):
        return "missing"
    if testimonial.expires_on is not None and testimonial.expires_on < today:
        return "expired"
    if "bids" not in testimonial.scope:
        return "not for bids"
    if testimonial.under_18 == "yes" and not testimonial.guardian.strip():
        return "guardian missing"
    return "names too much" if names_too_much(testimonial) else "holds"


def names_too_much(testimonial: Testimonial) -> bool:
    """Tell whether what is printed names somebody more closely than they agreed to.

    Initials do not count, nor do names of two letters inside the words themselves.
    """
    names = _names(testimonial.subject)
    names = names[1:] if names[:1] and names[0] in TITLES else names
    if testimonial.identified == "first name":
        names = names[1:]
    elif testimonial.identified not in UNNAMED:
        return False
    under, said = _names(testimonial.attribution), _names(testimonial.quotation)
    return any(
        (len(name) >= SHORTEST and name in under)
        or (len(name) >= SHORTEST_IN_WORDS and name in said)
        for name in names
    )


def _names(text: str) -> list[str]:
    return NAME.findall(text.casefold())


def _is_later(day: date | None, today: date) -> bool:
    return day is not None and day > today
