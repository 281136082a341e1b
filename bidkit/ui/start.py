"""The start screen: start a bid, open one, or look at a finished example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bidkit.domain.opportunity import Route
from bidkit.errors import BidKitError
from bidkit.ui.dialogs.asking import ask_for_bid, ask_for_source
from bidkit.ui.dialogs.choosing import ChoiceList
from bidkit.ui.first_steps import PasteView, ReadingView
from bidkit.ui.notices import Notices
from bidkit.ui.open_bid import OpenBid
from bidkit.ui.opening import Opening
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.choices import LargeChoice
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID, Theme
from bidkit.words import Words as Later
from bidkit.words import later, tr

if TYPE_CHECKING:
    from bidkit.session.incoming.files import Candidate
    from bidkit.session.opening import Reading
    from bidkit.session.starting import NewBid

WIDEST = 88
ROUTES: tuple[tuple[Route, Later, Later], ...] = (
    (
        "small_grant",
        later("A small grant"),
        later("To about £10,000. Six short steps: no weights, no overhead sums."),
    ),
    ("larger_grant", later("A larger grant"), later("With outcomes, a budget and due diligence.")),
    ("contract", later("A contract"), later("A tender that a panel scores, on our own.")),
    (
        "consortium",
        later("A contract with partners"),
        later("As lead, member or subcontractor, with shares and parts."),
    ),
)


class StartScreen(QWidget):
    """Three choices; opened tells which bid is open now."""

    opened = Signal(object)

    def __init__(self, opening: Opening, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self._opening, self._notices, self._theme = opening, notices, theme
        self._steps = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        theme.dress(self)
        self.show_home()

    def show_home(self) -> None:
        """Show the three choices and the bids that were open lately."""
        page, column = self._page(tr("BidKit"), tr("What would you like to do?"), back=False)
        self._choice(
            column,
            self.start_new,
            tr("Start a bid"),
            tr("From a notice file, from a questionnaire, from a pack of questions, or blank."),
        )
        self._choice(
            column, self._ask_file, tr("Open a bid"), tr("A .bidkit file on this computer.")
        )
        self._choice(
            column,
            partial(self._open, partial(self._opening.example, "harbour")),
            tr("Look at a finished example"),
            tr("An invented charity bids for an invented contract. Change anything you like."),
        )
        for heading, entries in (
            (tr("Time to start the next bid"), self._opening.to_begin_again()),
            (tr("Open lately"), self._opening.recent()),
        ):
            if entries:
                column.addWidget(Heading(heading, 2, page))
            for entry in entries:
                open_it = partial(self._open_path, entry.path)
                self._choice(column, open_it, entry.title, str(entry.path), remark=entry.deadline)
        column.addWidget(
            Quiet(tr("Everything stays on this computer. Nothing has to be saved by hand."), page)
        )
        self._show(page, column)

    def start_new(self) -> None:
        """Ask what the bid starts from."""
        page, column = self._page(tr("Start a bid"), tr("What do you have?"))
        self._choice(
            column,
            partial(self._ask_route, lambda _route: None, tr("Start a bid")),
            tr("Nothing yet: start blank"),
            tr("Type things in as you go. You can read a notice in later."),
        )
        self._choice(
            column,
            self._ask_source,
            tr("A notice or questionnaire as a file"),
            tr(
                "A notice from Contracts Finder or Find a Tender, or the buyer’s questions in "
                "Word, Excel or PDF."
            ),
        )
        self._choice(
            column,
            self.paste,
            tr("Questions you can copy"),
            tr("Paste them from a portal, an e-mail or a PDF."),
        )
        self._choice(
            column,
            self._ask_pack,
            tr("A pack of questions"),
            tr("The usual questions of a kind of buyer or funder, ready to answer."),
        )
        self._show(page, column)

    def take_source(self, path: Path) -> None:
        """Read a file and show what is in it before it is taken."""
        try:
            candidates = self._opening.candidates(path)
        except BidKitError as error:
            self._notices.refuse(error)
            return
        if candidates:
            self._choose_one(path, candidates)
        else:
            self._read(partial(self._opening.read, path))

    def paste(self) -> None:
        """Ask for questions that were copied from somewhere."""
        page, column = self._page(
            tr("Questions you copied"), tr("Paste them here, from a portal, an e-mail or a PDF.")
        )
        view = PasteView(page)
        view.given.connect(lambda text: self._read(partial(self._opening.read_text, text)))
        column.addWidget(view)
        self._show(page, column)
        view.text.setFocus()

    def _choose_one(self, path: Path, candidates: Sequence[Candidate]) -> None:
        page, column = self._page(
            tr("Which one?"), tr("“{name}” holds several opportunities.", name=path.name)
        )
        choice = ChoiceList(candidates, page)
        choice.list.setMinimumHeight(self.fontMetrics().height() * 18)
        choice.chosen.connect(lambda key: self._read(partial(self._opening.read, path, key)))
        column.addWidget(choice)
        self._show(page, column)
        choice.line.setFocus()

    def _read(self, read: Callable[[], Reading]) -> None:
        try:
            reading = read()
        except BidKitError as error:
            self._notices.refuse(error)
            return
        page, column = self._page(reading.title, tr("This was read. Nothing is taken yet."))
        view = ReadingView(self._theme, reading, page)
        view.used.connect(partial(self._use, reading))
        column.addWidget(view)
        self._show(page, column)
        view.use.setFocus()

    def _use(self, reading: Reading, chosen: frozenset[str]) -> None:
        self._ask_route(lambda route: reading.take(route, chosen), reading.title)

    def _ask_route(self, take: Callable[[Route], NewBid | None], title: str) -> None:
        page, column = self._page(title, tr("What are you applying for?"))
        for route, words, sentence in ROUTES:
            begin = partial(self._begin, route, take)
            self._choice(column, begin, str(words), str(sentence))
        self._show(page, column)

    def _begin(self, route: Route, take: Callable[[Route], NewBid | None]) -> None:
        self._open(lambda: self._opening.begin(route, take(route)))

    def _ask_pack(self) -> None:
        page, column = self._page(tr("A pack of questions"), tr("Which questions?"))
        for identity, title in self._opening.packs():
            take = partial(self._opening.from_pack, identity)
            self._choice(column, partial(self._ask_route, take, title), title)
        self._show(page, column)

    def _ask_file(self) -> None:
        ask_for_bid(self, self._open_path)

    def _ask_source(self) -> None:
        ask_for_source(self, self.take_source)

    def _open_path(self, path: Path) -> None:
        self._open(partial(self._opening.open, path))

    def _open(self, make: Callable[[], OpenBid]) -> None:
        try:
            session = make()
        except BidKitError as error:
            self._notices.refuse(error)
        else:
            self.opened.emit(session)

    def _page(self, title: str, sentence: str, *, back: bool = True) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * GRID, 4 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID * 3 // 2)
        if back:
            button = Button(tr("‹ Back"), page, quiet=True)
            button.clicked.connect(self._go_back)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Heading(title, 1, page))
        column.addWidget(Quiet(sentence, page))
        return page, column

    def _choice(
        self,
        column: QVBoxLayout,
        act: Callable[[], object],
        title: str,
        sentence: str = "",
        *,
        remark: str = "",
    ) -> None:
        choice = LargeChoice(self._theme, title, sentence, remark=remark)
        choice.clicked.connect(lambda: act())
        column.addWidget(choice)

    def _show(self, page: QWidget, column: QVBoxLayout) -> None:
        column.addStretch()
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        page.setMinimumWidth(min(page.maximumWidth(), 560))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._steps.addWidget(area)
        self._steps.setCurrentWidget(area)
        first = page.findChild(LargeChoice)
        if first is not None:
            first.setFocus()

    def _go_back(self) -> None:
        shown = self._steps.currentWidget()
        if shown is not None and self._steps.count() > 1:
            self._steps.removeWidget(shown)
            shown.deleteLater()
