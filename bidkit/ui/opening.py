"""How bids are opened, started and let go: what the window asks of the front door."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bidkit.domain.opportunity import Route
from bidkit.session.recent import RecentBid
from bidkit.ui.open_bid import OpenBid

if TYPE_CHECKING:
    from bidkit.session.incoming.files import Candidate
    from bidkit.session.opening import Reading
    from bidkit.session.starting import NewBid


class Opening(Protocol):
    """Opens, starts and closes bids; every refusal is a BidKitError."""

    def recent(self) -> Sequence[RecentBid]:
        """Return the bids that were open lately and are still there, newest first."""

    def to_begin_again(self) -> Sequence[RecentBid]:
        """Return the bids that were won and whose day to start the next one has come."""

    def open(self, path: Path) -> OpenBid:
        """Open a bid file."""

    def begin(self, route: Route, new: NewBid | None = None) -> OpenBid:
        """Make a file for a new bid, blank for a route or as it was read, and open it."""

    def example(self, name: str) -> OpenBid:
        """Make today's copy of a finished example and open it."""

    def save_copy(self, session: Any, path: Path) -> None:
        """Write a copy of an open bid."""

    def close(self, session: Any) -> None:
        """Put what is left into the file and let go of it."""

    def candidates(self, path: Path) -> Sequence[Candidate]:
        """Return the opportunities to choose from in a file; () where there is one or none."""

    def read(self, path: Path, candidate: str = "") -> Reading:
        """Read a notice or a questionnaire, to be looked at before it is taken."""

    def read_text(self, text: str) -> Reading:
        """Read questions that were copied from a portal or an e-mail."""

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the question packs: id and title."""

    def from_pack(self, pack: str, route: Route) -> NewBid:
        """Return a new bid with the questions of a pack."""
