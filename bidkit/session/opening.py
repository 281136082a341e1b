"""The front door: recent bids, starting, opening, examples, copies and letting go."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Route
from bidkit.domain.showing import moment_words
from bidkit.importers.base import Proposal
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.recent import RecentBid, RecentBids
from bidkit.session.session import Session
from bidkit.session.starting import begin, notice_proposal, pack_list, take_notice, with_pack
from bidkit.storage import paths
from bidkit.words import tr

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME = 80


@dataclass(frozen=True)
class Reading:
    """What a file would put into a new bid: what was read, what not, and what to look at."""

    title: str
    read: tuple[str, ...]
    not_read: tuple[str, ...]
    warnings: tuple[str, ...]
    deadlines: tuple[str, ...]
    take: Callable[[Route], Bid]


class FrontDoor:
    """Opens, starts and closes bids for one person at one machine."""

    def __init__(self, ports: Ports, *, folder: Path | None = None) -> None:
        self._ports = ports
        self._folder = folder
        self._recent = RecentBids(paths.settings_folder() / "recent.json")

    def recent(self) -> Sequence[RecentBid]:
        """Return the bids that were open lately and are still there, newest first."""
        return self._recent.all()

    def open(self, path: Path) -> Session:
        """Open a bid file."""
        session = open_bid(path, self._ports)
        self._remember(session)
        return session

    def begin(self, route: Route, bid: Bid | None = None) -> Session:
        """Make a file for a new bid, blank for a route or as it was read, and open it."""
        made = bid if bid is not None else begin(route, self._ports.today())
        return self._create(made, made.about.title or made.opportunity.title or tr("New bid"))

    def example(self, name: str) -> Session:
        """Make today's copy of a finished example and open it."""
        bid = load_example(name, self._ports.today())
        return self._create(bid, tr("Example: {title}", title=bid.about.title))

    def save_copy(self, session: Session, path: Path) -> None:
        """Write a copy of an open bid, with everything that could not be saved yet."""
        session.commit()
        session.file.copy_to(path)

    def close(self, session: Session) -> None:
        """Put what is left into the file and let go of it."""
        session.close()
        self._remember(session)

    def read(self, path: Path) -> Reading:
        """Read a notice, to be looked at before it is taken."""
        proposal = notice_proposal(path)
        return Reading(
            proposal.title,
            proposal.read,
            proposal.not_read,
            tuple(str(one) for one in proposal.warnings),
            tuple(
                f"{one.title or one.kind}: {moment_words(one.deadline)}"
                for one in proposal.of("rounds")
                if one.deadline is not None
            ),
            partial(self._take, proposal),
        )

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the question packs: id and title."""
        return pack_list()

    def from_pack(self, identity: str, route: Route) -> Bid:
        """Return a new bid with the questions of a pack."""
        return with_pack(begin(route, self._ports.today()), identity)

    def _take(self, proposal: Proposal, route: Route) -> Bid:
        bid = take_notice(begin(route, self._ports.today()), proposal)
        if bid.about.title:
            return bid
        named: Bid = with_fields(bid, {"about.title": proposal.title})
        return named

    def _create(self, bid: Bid, title: str) -> Session:
        session = create_bid(self._free_path(title), bid, self._ports)
        self._remember(session)
        return session

    def _free_path(self, title: str) -> Path:
        folder = self._folder or paths.bids_folder()
        folder.mkdir(parents=True, exist_ok=True)
        name = UNSAFE.sub(" ", title).strip(" .")[:LONGEST_NAME].strip() or tr("New bid")
        path = folder / f"{name}.bidkit"
        at = 2
        while path.exists():
            path = folder / f"{name} {at}.bidkit"
            at += 1
        return path

    def _remember(self, session: Session) -> None:
        bid = session.document.bid
        deadline = session.deadline()
        self._recent.remember(
            RecentBid(
                session.path,
                bid.about.title or bid.opportunity.title or session.path.stem,
                deadline.words if deadline is not None else "",
            )
        )
