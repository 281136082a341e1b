"""The bids that were open lately, remembered in a small file that may be lost without harm."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

MOST = 12


@dataclass(frozen=True)
class RecentBid:
    """A bid that was open lately: where it lies, its title, its deadline and how far it is."""

    path: Path
    title: str
    deadline: str = ""
    progress: str = ""


class RecentBids:
    """Reads and writes the list; a damaged list is an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> tuple[RecentBid, ...]:
        """Return the bids that are still there, newest first."""
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            found = [
                RecentBid(Path(row["path"]), row["title"], row["deadline"], row["progress"])
                for row in rows
            ]
        except (OSError, ValueError, KeyError, TypeError):
            return ()
        return tuple(one for one in found if one.path.is_file())

    def remember(self, bid: RecentBid) -> None:
        """Put a bid at the top; do nothing where nothing can be written."""
        rest = [one for one in self.all() if one.path != bid.path]
        rows = [asdict(one) | {"path": str(one.path)} for one in (bid, *rest)][:MOST]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        except OSError:
            return
