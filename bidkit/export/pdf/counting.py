"""How many pages a finished file has."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def page_count(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as file:
        return len(file.pages)
