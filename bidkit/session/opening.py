"""The front door: recent bids, starting, opening, examples, copies and letting go."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bidkit.domain.bid import EMPTY
from bidkit.domain.opportunity import Route
from bidkit.domain.showing import day_words, moment_words
from bidkit.errors import BidKitError
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.recent import RecentBid, RecentBids
from bidkit.session.session import Session
from bidkit.storage import paths
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.importers.base import Proposal
    from bidkit.session.incoming.files import Candidate
    from bidkit.session.incoming.offers import Offer
    from bidkit.session.library.shelf import OurLibrary
    from bidkit.session.starting import NewBid

UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME = 80


Take = Callable[[Route, Collection[str] | None], "NewBid"]


@dataclass(frozen=True)
class Reading:
    """What a file would put into a new bid: line by line, what was not read, what to look at."""

    title: str
    offers: tuple[Offer, ...]
    not_read: tuple[str, ...]
    warnings: tuple[str, ...]
    deadlines: tuple[str, ...]
    take: Take


def reading_of(proposal: Proposal, today: date) -> Reading:
    """Return a proposal as it is shown before a bid is begun with it."""
    from bidkit.session.incoming.offers import offers_of
    from bidkit.session.starting import begun_with

    return Reading(
        proposal.title,
        offers_of(proposal, EMPTY),
        proposal.not_read,
        tuple(str(one) for one in proposal.warnings),
        tuple(
            f"{one.title or one.kind}: {moment_words(one.deadline)}"
            for one in proposal.of("rounds")
            if one.deadline is not None
        ),
        lambda route, chosen: begun_with(route, today, proposal, chosen),
    )


class FrontDoor:
    """Opens, starts and closes bids for one person at one machine.

    What only starting a bid needs is loaded then: opening one must be quick.
    """

    def __init__(self, ports: Ports, *, folder: Path | None = None) -> None:
        self._ports = ports
        self._folder = folder
        self._recent = RecentBids(paths.settings_folder() / "recent.json")

    def recent(self) -> Sequence[RecentBid]:
        """Return the bids that were open lately and are still there, newest first."""
        return self._recent.all()

    def to_begin_again(self) -> Sequence[RecentBid]:
        """Return the bids that were won and whose day to start the next one has come.

        Nothing is loaded for it while there is no library.
        """
        if not paths.library_file().is_file():
            return ()
        from bidkit.session.library.keeping import to_begin_again

        found: list[RecentBid] = []
        with suppress(BidKitError):
            past = self._library().entries(kinds=("bid",))
            for one in to_begin_again(past, self._ports.today()):
                day = day_words(date.fromisoformat(str(one.data["again"])))
                path = Path(str(one.data.get("path", "")))
                if path.is_file():
                    found.append(RecentBid(path, one.title, tr("Since {day}", day=day)))
        return found

    def open(self, path: Path) -> Session:
        """Open a bid file."""
        session = open_bid(path, self._ports)
        self._remember(session)
        return session

    def begin(self, route: Route, new: NewBid | None = None) -> Session:
        """Make a file for a new bid, blank for a route or as it was read, and open it."""
        from bidkit.session.starting import begun

        made = new or begun(route, self._ports.today())
        filled = replace(made, bid=self._library().filled(made.bid))
        about, opportunity = made.bid.about, made.bid.opportunity
        return self._create(filled, about.title or opportunity.title or tr("New bid"))

    def example(self, name: str) -> Session:
        """Make today's copy of a finished example and open it."""
        from bidkit.session.examples import load_example
        from bidkit.session.starting import NewBid

        bid = load_example(name, self._ports.today())
        return self._create(NewBid("", bid), tr("Example: {title}", title=bid.about.title))

    def save_copy(self, session: Session, path: Path) -> None:
        """Write a copy of an open bid, with everything that could not be saved yet."""
        session.commit()
        session.file.copy_to(path)

    def close(self, session: Session) -> None:
        """Put what is left into the file and let go of it."""
        session.close()
        self._remember(session)
        self._note_decided(session)

    def candidates(self, path: Path) -> Sequence[Candidate]:
        """Return the opportunities to choose from in a file; () where there is one or none."""
        from bidkit.session.incoming.files import candidates_in

        return candidates_in(path)

    def read(self, path: Path, candidate: str = "") -> Reading:
        """Read a notice or a questionnaire, to be looked at before it is taken."""
        from bidkit.session.incoming.files import Wanted, proposal_from

        return reading_of(proposal_from(path, Wanted(candidate)), self._ports.today())

    def read_text(self, text: str) -> Reading:
        """Read questions that were copied from a portal or an e-mail."""
        from bidkit.session.incoming.files import questions_from_text

        return reading_of(questions_from_text(text), self._ports.today())

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the question packs: id and title."""
        from bidkit.session.starting import pack_list

        return pack_list()

    def from_pack(self, pack: str, route: Route) -> NewBid:
        """Return a new bid with the questions of a pack."""
        from bidkit.session.starting import NewBid, begun, with_pack

        new = begun(route, self._ports.today())
        return NewBid(new.identity, with_pack(new.bid, pack, new.identity))

    def _library(self) -> OurLibrary:
        from bidkit.session.library.shelf import OurLibrary

        return OurLibrary(self._ports)

    def _note_decided(self, session: Session) -> None:
        """Put a bid that was decided among the past bids, where the library can be written."""
        bid = session.document.bid
        if bid.after.outcome:
            from bidkit.session.library.keeping import bid_entry

            with suppress(BidKitError):
                self._library().put(bid_entry(bid, session.bid_id, str(session.path)))

    def _create(self, new: NewBid, title: str) -> Session:
        session = create_bid(self._free_path(title), new.bid, self._ports, bid_id=new.identity)
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
