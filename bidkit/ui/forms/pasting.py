"""Rows copied from a spreadsheet or an e-mail, added to a list as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication

from bidkit.domain.base import Entity, keys_after
from bidkit.session.document import replace_parent, sorted_entries
from bidkit.ui.desk import Desk
from bidkit.ui.forms.spec import Listing
from bidkit.words import tr

MOST_NAMED = 5
LONGEST_NAME = 40


def paste_rows(desk: Desk, listing: Listing[Any], parent: str) -> str:
    """Add what the clipboard holds, say what was left out; return the first new identity or ''."""
    if listing.pasted is None:
        return ""
    found, left = listing.pasted(QGuiApplication.clipboard().text())
    if not found:
        desk.notices.say(tr("Nothing to add: copy rows with a name and a figure first."))
        return ""
    place = listing.collection
    desk.document.edit(
        tr("Paste rows"), lambda bid: place.set(bid, with_rows(place.get(bid), found, parent))
    )
    words = tr("{n} rows were added. Ctrl+Z takes them out.", n=len(found))
    if left:
        names = ", ".join(one[:LONGEST_NAME] for one in left[:MOST_NAMED])
        words = f"{words} {tr('Left out: {names}.', names=names)}"
    desk.notices.say(words)
    return str(found[0].id)


def with_rows(there: Sequence[Entity], added: Sequence[Entity], parent: str) -> tuple[Entity, ...]:
    """Return things with others after them, each belonging to the same parent."""
    keys = keys_after(max((one.order for one in there), default=""), len(added))
    placed = [
        replace_parent(one, parent).model_copy(update={"order": key})
        for one, key in zip(added, keys, strict=True)
    ]
    return sorted_entries((*there, *placed))
