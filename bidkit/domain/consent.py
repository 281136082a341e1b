"""Whether somebody's words may be printed: consent given, for bids, not expired, not withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Literal

from bidkit.domain.evidence import Testimonial

Consent = Literal["holds", "missing", "expired", "withdrawn", "not for bids", "guardian missing"]


def consent_of(testimonial: Testimonial, today: date) -> Consent:
    """Return how a testimonial's consent stands on a day; only "holds" lets it leave."""
    if testimonial.withdrawn_on is not None and testimonial.withdrawn_on <= today:
        return "withdrawn"
    if testimonial.consent != "yes":
        return "missing"
    if testimonial.expires_on is not None and testimonial.expires_on < today:
        return "expired"
    if testimonial.scope and "bids" not in testimonial.scope:
        return "not for bids"
    if testimonial.under_18 == "yes" and not testimonial.guardian:
        return "guardian missing"
    return "holds"
