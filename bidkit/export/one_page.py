"""Writing what must stand on one page: less is said, step by step, until it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bidkit.export import tree
from bidkit.export.compose.room import ROOMS, Room
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.progress import Progress


def on_one_page(
    make: Callable[[Room], tree.Document],
    progress: Progress | None = None,
    rooms: Sequence[Room] = ROOMS,
) -> bytes:
    """Return the PDF of the fullest version that stands on one page, else of the shortest."""
    data = b""
    for room in rooms:
        data = write_pdf(make(room), progress)
        if page_count(data) == 1:
            break
    return data
