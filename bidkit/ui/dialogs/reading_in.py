"""Reading a file or pasted questions into the open bid: chosen from, ticked, one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget

from bidkit.domain.questionnaire import Stage
from bidkit.errors import BidKitError
from bidkit.importers.base import Proposal
from bidkit.progress import Progress
from bidkit.session.incoming.offers import offers_of, take_into
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.asking import ask_for_source
from bidkit.ui.dialogs.choosing import ChooseDialog
from bidkit.ui.dialogs.taking import TakeDialog, Telling
from bidkit.ui.first_steps import PasteView
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.session.incoming.files import Candidate

Ask = Callable[[QWidget, Callable[[Path], object]], None]


class PasteDialog(QDialog):
    """A place to paste the buyer's questions into."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Paste their questions"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("Paste their questions"), 1, self))
        column.addWidget(Quiet(tr("From a portal, an e-mail or a PDF."), self))
        self.view = PasteView(self)
        column.addWidget(self.view, 1)
        desk.theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().height() * 26)
        self.view.text.setFocus()


class ReadIn(QObject):
    """Reads something into the bid on the desk; a questionnaire goes to the stage named."""

    def __init__(
        self, desk: Desk, parent: QWidget, stage: Stage | None = None, ask: Ask = ask_for_source
    ) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._stage, self._ask = desk, parent, stage, ask
        self._path = Path()
        self.dialog: QDialog | None = None

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu of the two ways to bring questions in."""
        menu = QMenu(parent)
        for words, act in ((tr("From a file…"), self.ask), (tr("Paste them…"), self.paste)):
            action = QAction(words, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    @Slot()
    def ask(self) -> None:
        """Ask for a file."""
        self._ask(self._parent, self.take_file)

    @Slot()
    def paste(self) -> None:
        """Ask for questions that were copied."""
        dialog = PasteDialog(self._desk, self._parent)
        dialog.view.given.connect(partial(self._take_text, dialog))
        self._open(dialog)

    def take_file(self, path: Path, candidate: str = "") -> None:
        """Read a file beside the window, then show what it proposes."""
        from bidkit.session.incoming.files import Wanted, look_into

        self._path = path
        wanted = Wanted(candidate, self._desk.bid, self._stage, self._desk.session.bid_id)

        def work(_progress: Progress) -> Proposal | tuple[Candidate, ...]:
            return look_into(path, wanted)

        self._desk.jobs.run(tr("Reading “{name}”", name=path.name), work, self._looked)

    def _looked(self, found: Proposal | tuple[Candidate, ...]) -> None:
        if isinstance(found, Proposal):
            self.offer(found)
            return
        then = partial(self.take_file, self._path)
        title = tr("Which one of “{name}”?", name=self._path.name)
        self._open(ChooseDialog(self._desk.theme, title, found, then, self._parent))

    def _take_text(self, dialog: PasteDialog, text: str) -> None:
        from bidkit.session.incoming.files import questions_from_text

        try:
            proposal = questions_from_text(text, stage=self._stage)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        dialog.accept()
        self.offer(proposal)

    def offer(self, proposal: Proposal) -> None:
        """Show every line of a proposal; what is ticked becomes one step."""
        offers = offers_of(proposal, self._desk.bid)
        if not offers:
            self._desk.notices.say(tr("All of “{title}” is in the bid.", title=proposal.title))
            return
        telling = Telling(
            proposal.title,
            tr("This was read. Nothing is in the bid yet: tick what is right."),
            tuple(str(one) for one in proposal.warnings),
            proposal.not_read,
        )
        then = partial(self._take, proposal)
        self._open(TakeDialog(self._desk.theme, telling, offers, then, self._parent))

    def _take(self, proposal: Proposal, chosen: frozenset[str]) -> None:
        label = tr("Read “{title}” in", title=proposal.title)
        take_into(self._desk.document, proposal, chosen, label)
        self._desk.session.commit()
        self._desk.notices.say(
            tr("“{title}” is in the bid. Undo takes it out.", title=proposal.title)
        )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()
