"""Bids on this computer: opened, begun, copied and let go through the session's files.

What only new bids need (importers, packs, examples) is imported when one is begun, so that
opening stays quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Route
from bidkit.domain.showing import moment_words
from bidkit.errors import FileError
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from bidkit.ui.opening import Reading, Recent
from bidkit.words import tr

LONGEST_NAME = 60
FORBIDDEN = set('<>:"/\\|?*')


class Shelf:
    """Keeps new bids in a folder of the person's documents, each under a name of its own."""

    def __init__(self, ports: Ports, folder: Path | None = None) -> None:
        self._ports = ports
        self._folder = folder or documents_folder()

    def recent(self) -> Sequence[Recent]:
        """Return the bids of the folder, the one changed last first."""
        found = sorted(
            (path for path in self._folder.glob("*.bidkit") if path.is_file()),
            key=lambda path: path.stat().st_mtime,
            reverse=True,
        )
        return [Recent(path, path.stem) for path in found[:6]]

    def open(self, path: Path) -> Session:
        """Open a bid file."""
        return open_bid(path, self._ports)

    def begin(self, route: Route, bid: Bid | None = None) -> Session:
        """Make a file for a new bid and open it."""
        from bidkit.session import starting

        begun = bid if bid is not None else starting.begin(route, self._ports.today())
        title = begun.about.title or begun.opportunity.title or tr("New bid")
        return create_bid(self._free(title), begun, self._ports)

    def example(self, name: str) -> Session:
        """Make today's copy of a finished example and open it."""
        from bidkit.session.examples import load_example

        bid = load_example(name, self._ports.today())
        title = tr("Example – {title}", title=bid.opportunity.title)
        return create_bid(self._free(title), bid, self._ports)

    def save_copy(self, session: object, path: Path) -> None:
        """Write a copy of an open bid."""
        assert isinstance(session, Session)
        session.commit()
        session.file.copy_to(path)

    def close(self, session: object) -> None:
        """Put what is left into the file and let go of it."""
        assert isinstance(session, Session)
        session.close()

    def read(self, path: Path) -> Reading:
        """Read a notice, to be looked at before it is taken."""
        from bidkit.session import starting

        proposal = starting.notice_proposal(path)
        today = self._ports.today()
        taken = starting.take_notice(starting.begin("", today), proposal)

        def take(route: Route) -> Bid:
            return starting.take_notice(starting.begin(route, today), proposal)

        return Reading(
            proposal.title,
            proposal.read,
            proposal.not_read,
            tuple(str(one) for one in proposal.warnings),
            tuple(moment_words(one.deadline) for one in taken.rounds if one.deadline),
            take,
        )

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the question packs: id and title."""
        from bidkit.session import starting

        return starting.pack_list()

    def from_pack(self, identity: str, route: Route) -> Bid:
        """Return a new bid with the questions of a pack."""
        from bidkit.session import starting

        return starting.with_pack(starting.begin(route, self._ports.today()), identity)

    def _free(self, title: str) -> Path:
        """Return a path in the folder that no file has yet."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(
                tr("The folder for bids cannot be made: {folder}", folder=self._folder),
                why=error.strerror or "",
            ) from error
        name = file_name(title)
        path = self._folder / f"{name}.bidkit"
        number = 2
        while path.exists():
            path = self._folder / f"{name} {number}.bidkit"
            number += 1
        return path


def file_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    kept = "".join(" " if one in FORBIDDEN or not one.isprintable() else one for one in title)
    name = " ".join(kept.split())[:LONGEST_NAME].rstrip(" .")
    return name or tr("New bid")


def documents_folder() -> Path:
    """Return the folder for bids among the person's documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place or Path.home()) / "BidKit"
