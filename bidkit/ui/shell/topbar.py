"""The top bar: which bid, the next deadline, whether it is safe, and the two ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.elided import Elided
from bidkit.ui.pieces.labels import Tone, Toned, plain_tip
from bidkit.ui.theme import GRID, scaled
from bidkit.words import tr

TONES: dict[str, Tone] = {"far": "muted", "near": "warn", "very near": "bad", "passed": "bad"}


class TopBar(QWidget):
    """Says what stands above everything; preview and hand_in tell that somebody wants them."""

    preview = Signal()
    hand_in = Signal()
    to_fix = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = Elided("", self)
        self.title.setFont(scaled(self.font(), 1.08, strong=True))
        self.about = Elided("", self)
        self.about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.deadline = Toned(desk.theme, "muted", "", self)
        self.deadline.setWordWrap(False)
        self.saved = Toned(desk.theme, "muted", "", self)
        self.saved.setWordWrap(False)
        self.fix_button = Button(tr("To fix"), self)
        self.fix_button.clicked.connect(self.to_fix)
        self.preview_button = Button(tr("Preview"), self)
        self.preview_button.clicked.connect(self.preview)
        self.hand_in_button = Button(tr("Hand in"), self, main=True)
        self.hand_in_button.clicked.connect(self.hand_in)
        self._lay_out()
        self.setAutoFillBackground(True)
        desk.binder.bid_changed.connect(self._bid_changed)
        self.tell()

    def tell(self) -> None:
        """Say again what stands here."""
        bid = self._desk.bid
        self._tell_names(bid)
        self.tell_deadline()
        self.tell_saved()

    @Slot()
    def tell_deadline(self) -> None:
        """Say the next deadline: days left, date and time, in words and colour."""
        found = self._desk.session.deadline()
        if found is None:
            self.deadline.tell(tr("No deadline yet"), "muted")
            return
        short = self.width() < self.fontMetrics().averageCharWidth() * 140
        words = found.left_words if short else found.words
        mark = "" if found.nearness == "far" else "●  "
        self.deadline.tell(f"{mark}{words}", TONES[found.nearness])
        self.deadline.setFont(scaled(self.font(), 1.0, strong=found.nearness != "far"))
        self.deadline.setToolTip(plain_tip(found.words))
        self.deadline.setAccessibleName(found.words)

    def tell_saved(self) -> None:
        """Say whether everything is safe, and if not, why."""
        state = self._desk.session.saved
        safe = state.kind != "not saved"
        words = f"✓ {state.words}" if state.kind == "saved" else state.words
        self.saved.tell(words, "muted" if safe else "bad")
        said = " ".join(part for part in (state.words, state.advice) if part)
        self.saved.setToolTip(plain_tip(said))

    def tell_findings(self, count: int, *, drawer: bool) -> None:
        """Say how much is to fix where the panel itself is out of sight."""
        self.fix_button.setVisible(drawer)
        self.fix_button.setText(tr("To fix {count}", count=count) if count else tr("To fix"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._desk.theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _tell_names(self, bid: Bid) -> None:
        about = subtitle_of_bid(bid)
        self.title.tell(title_of_bid(bid))
        self.about.tell(about)
        self.about.setVisible(bool(about))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID + 1)
        row.setSpacing(GRID)
        row.addLayout(names, 1)
        row.addWidget(self.deadline)
        row.addSpacing(2 * GRID)
        row.addWidget(self.saved)
        row.addSpacing(GRID)
        row.addWidget(self.fix_button)
        row.addWidget(self.preview_button)
        row.addWidget(self.hand_in_button)

    def _bid_changed(self, change: Changed) -> None:
        before, after = change.before, change.after
        names = (before.about, before.opportunity, before.lots)
        if any(one is not other for one, other in zip(names, named(after), strict=True)):
            self._tell_names(after)
        if before.rounds is not after.rounds:
            self.tell_deadline()


def named(bid: Bid) -> tuple[object, object, object]:
    """Return the parts of a bid that its name is made of."""
    return bid.about, bid.opportunity, bid.lots


def title_of_bid(bid: Bid) -> str:
    """Return what a bid is called."""
    return bid.about.title or bid.opportunity.title or tr("A bid without a name yet")


def subtitle_of_bid(bid: Bid) -> str:
    """Return buyer, reference and the lots bid for, in one line."""
    lots = [lot.number for lot in bid.lots if lot.bidding == "yes" and lot.number]
    told = ""
    if lots:
        numbers = ", ".join(lots)
        one = len(lots) == 1
        told = (
            tr("Lot {numbers}", numbers=numbers) if one else tr("Lots {numbers}", numbers=numbers)
        )
    parts = (bid.opportunity.buyer.name, bid.opportunity.reference, told)
    return " · ".join(part for part in parts if part)
