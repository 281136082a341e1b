"""Papers for those who bid with us."""

from __future__ import annotations

from datetime import date

from bidkit.domain.bid import Bid
from bidkit.export.compose.heads_of_terms import heads_of_terms
from bidkit.export.pdf import write_pdf
from bidkit.progress import Progress


def heads_of_terms_pdf(bid: Bid, today: date, progress: Progress | None = None) -> bytes:
    """Return the heads of terms as PDF."""
    return write_pdf(heads_of_terms(bid, today), progress)
