"""How bids are opened, started and let go: what the window asks of the session's files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Route
from bidkit.ui.open_bid import OpenBid


@dataclass(frozen=True)
class Recent:
    """A bid that was open lately: where it lies, its title, its deadline and how far it is."""

    path: Path
    title: str
    deadline: str = ""
    progress: str = ""


@dataclass(frozen=True)
class Reading:
    """What a file would put into a new bid: what was read, what not, and what to look at."""

    title: str
    read: tuple[str, ...]
    not_read: tuple[str, ...]
    warnings: tuple[str, ...]
    deadlines: tuple[str, ...]
    take: Callable[[Route], Bid]


class Opening(Protocol):
    """Opens, starts and closes bids; every refusal is a BidKitError."""

    def recent(self) -> Sequence[Recent]:
        """Return the bids that were open lately and are still there, newest first."""

    def open(self, path: Path) -> OpenBid:
        """Open a bid file."""

    def begin(self, route: Route, bid: Bid | None = None) -> OpenBid:
        """Make a file for a new bid, blank for a route or as it was read, and open it."""

    def example(self, name: str) -> OpenBid:
        """Make today's copy of a finished example and open it."""

    def save_copy(self, session: OpenBid, path: Path) -> None:
        """Write a copy of an open bid."""

    def close(self, session: OpenBid) -> None:
        """Put what is left into the file and let go of it."""

    def read(self, path: Path) -> Reading:
        """Read a notice or a questionnaire, to be looked at before it is taken."""

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the question packs: id and title."""

    def from_pack(self, identity: str, route: Route) -> Bid:
        """Return a new bid with the questions of a pack."""
