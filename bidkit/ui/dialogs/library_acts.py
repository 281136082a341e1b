"""What people do with the library from a page: keep, refresh, take, with every line in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.errors import BidKitError
from bidkit.importers.base import Proposal, take
from bidkit.session.incoming.offers import Offer, offers_of, take_chosen, take_into
from bidkit.session.library.keeping import keepable, things_proposal
from bidkit.session.library.profile import bid_of, profile_of
from bidkit.session.library.shelf import OurLibrary, profile_proposal
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.library import KINDS, LibraryDialog
from bidkit.ui.dialogs.taking import TakeDialog, Telling
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.storage.library import LibraryEntry


class LibraryActs(QObject):
    """The acts of one page; changed tells when the library holds something else than before."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget, labels: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._labels = desk, parent, labels
        self.library = OurLibrary(desk.session.ports)
        self.dialog: QDialog | None = None

    @Slot()
    def refresh(self) -> None:
        """Show what the library would change in the organisation of this bid."""
        self._safely(self._offer_refresh)

    @Slot()
    def keep_ours(self) -> None:
        """Keep the organisation of this bid; where one is kept, show what would change."""
        self._safely(self._offer_keeping)

    @Slot()
    def keep_things(self) -> None:
        """Show what else of this bid can be kept: answers, evidence, partners."""
        self._safely(self._offer_things)

    @Slot()
    def look_through(self) -> None:
        """Open the library."""
        self._open(LibraryDialog(self._desk, self.library, (), self._use, self._parent))

    def differences(self) -> int:
        """Return in how many lines our library says something else than this bid."""
        return len(offers_of(self.library.refresh(self._desk.bid, self._labels), self._desk.bid))

    def _offer_refresh(self) -> None:
        bid = self._desk.bid
        proposal = self.library.refresh(bid, self._labels)
        offers = offers_of(proposal, bid)
        if not offers:
            self._desk.notices.say(tr("This bid says what our library says."))
            return
        telling = Telling(
            tr("Refresh from our library"),
            tr("What our library says, beside what this bid says now."),
            use=tr("Put into the bid"),
        )
        self._show(telling, offers, partial(self._refresh, proposal))

    def _refresh(self, proposal: Proposal, chosen: frozenset[str]) -> None:
        today = self._desk.session.today()

        def change(bid: Bid) -> Bid:
            taken = take_chosen(bid, proposal, chosen)
            dated: Bid = with_fields(taken, {"organisation.refreshed_on": today})
            return dated

        self._desk.document.edit(tr("Refresh from our library"), change)
        self._desk.session.commit()
        self.changed.emit()
        self._desk.notices.say(tr("Our details are as the library has them. Undo takes it back."))

    def _offer_keeping(self) -> None:
        kept = self.library.ours()
        bid = bid_of(profile_of(self._desk.bid))
        if kept is None:
            self._keep_whole()
            return
        proposal = profile_proposal(bid, kept.bid, self._labels)
        offers = offers_of(proposal, kept.bid)
        if not offers:
            self.library.keep_ours(kept.bid)
            self._tell_kept(tr("Our library says the same. It is right for another year."))
            return
        telling = Telling(
            tr("Keep this as ours"),
            tr("What this bid says, beside what our library says now."),
            use=tr("Keep in our library"),
        )
        self._show(telling, offers, partial(self._keep, proposal))

    def _keep_whole(self) -> None:
        if not self._desk.bid.organisation.name.strip():
            self._desk.notices.say(tr("Give the organisation’s name first."))
            return
        self.library.keep_ours(self._desk.bid)
        self._tell_kept(tr("Kept. The next bid starts with these details."))

    def _keep(self, proposal: Proposal, chosen: frozenset[str]) -> None:
        kept = self.library.ours()
        if kept is not None:
            self._safely(lambda: self.library.keep_ours(take(kept.bid, proposal, chosen)))
            self._tell_kept(tr("Kept. The next bid starts with these details."))

    def _offer_things(self) -> None:
        there = {one.id: one for one in self.library.entries()}
        entries = {
            one.id: one
            for one in keepable(self._desk.bid, self._desk.session.bid_id)
            if one.id not in there or there[one.id].data != one.data
        }
        if not entries:
            self._desk.notices.say(tr("There are no new answers, evidence or partners to keep."))
            return
        offers = [
            Offer(
                (one.id,),
                str(KINDS[one.kind]),
                one.title,
                tr("kept as it was before") if one.id in there else "",
            )
            for one in entries.values()
        ]
        telling = Telling(
            tr("Keep for next time"),
            tr("What another bid may need. Nothing leaves this computer."),
            use=tr("Keep in our library"),
        )
        self._show(telling, offers, partial(self._keep_things, entries))

    def _keep_things(self, entries: Mapping[str, LibraryEntry], chosen: frozenset[str]) -> None:
        def keep() -> None:
            for identity in chosen:
                self.library.put(entries[identity])
            self._tell_kept(tr("{n} kept in our library.", n=len(chosen)))

        self._safely(keep)

    def _use(self, entry: LibraryEntry) -> None:
        if entry.kind == "answer":
            QApplication.clipboard().setText(entry.text)
            self._desk.notices.say(tr("The words are copied. Paste them where you need them."))
        else:
            proposal = things_proposal([entry], self._desk.bid)
            label = tr("Take “{title}” from our library", title=entry.title)
            take_into(self._desk.document, proposal, proposal.keys, label)
            self._desk.session.commit()
            self._desk.notices.say(tr("“{title}” is in this bid.", title=entry.title))
        self._safely(lambda: self.library.note_use(entry))

    def _tell_kept(self, words: str) -> None:
        self._desk.notices.say(words)
        self.changed.emit()

    def _show(
        self,
        telling: Telling,
        offers: Sequence[Offer],
        then: Callable[[frozenset[str]], object],
    ) -> None:
        self._open(TakeDialog(self._desk.theme, telling, offers, then, self._parent))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _safely(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BidKitError as error:
            self._desk.notices.refuse(error)
