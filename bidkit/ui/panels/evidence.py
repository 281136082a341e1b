"""Evidence at hand: searched by words, taken to the answer by Enter or by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from bidkit.domain.evidence import Evidence
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.carrying import EVIDENCE_TYPE, carried_evidence
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class EvidenceModel(QAbstractListModel):
    """The evidence of the bid that has all the words looked for."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[str, ...] = ()
        self.entries: tuple[Evidence, ...] = desk.bid.evidence

    def look_for(self, words: str) -> None:
        """Keep what has all these words in its code, title, source or finding."""
        self._wanted = tuple(words.lower().split())
        self.read()

    def read(self) -> None:
        """Read the bid's evidence again."""
        self.beginResetModel()
        self.entries = tuple(one for one in self._desk.bid.evidence if self._has(one))
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of one, or all that is known of it in one sentence."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(entry)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return " · ".join(p for p in (entry.source, entry.period, entry.finding) if p)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """They can be dragged into an answer."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return the kind of what is dragged."""
        return [EVIDENCE_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the identity of what is dragged, and its name as text."""
        if not indexes:
            return QMimeData()
        entry = self.entries[indexes[0].row()]
        return carried_evidence(entry.id, name_of(entry))

    def _has(self, entry: Evidence) -> bool:
        text = " ".join((entry.code, entry.title, entry.source, entry.finding)).lower()
        return all(word in text for word in self._wanted)


class SearchLine(QLineEdit):
    """A search line; wanted: Down or Enter asks for what was found."""

    wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down to what was found; type everything else."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class EvidencePanel(QWidget):
    """A search line and a list; linked tells which item is to be linked where one writes."""

    linked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EvidenceModel(desk, self)
        self.search = SearchLine(self)
        self.search.setPlaceholderText(tr("Search your evidence"))
        self.search.setAccessibleName(tr("Search your evidence"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.look_for)
        self.search.wanted.connect(self._go_down)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Evidence"))
        self.list.activated.connect(self._chosen)
        self.hint = Quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3 // 2, GRID * 3 // 2, GRID * 3 // 2, GRID)
        column.addWidget(self.search)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        self.model.modelReset.connect(self._tell)
        desk.binder.bid_changed.connect(self._bid_changed)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if self.model.entries:
            self.hint.setText(tr("Enter links the chosen item where you write; or drag it there."))
        elif self.search.text():
            self.hint.setText(tr("No evidence has all of these words."))
        else:
            self.hint.setText(tr("No evidence yet. Add some on the evidence page."))

    @Slot()
    def _go_down(self) -> None:
        if self.model.entries:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self.linked.emit(self.model.entries[index.row()].id)

    def _bid_changed(self, change: Changed) -> None:
        if change.before.evidence is not change.after.evidence:
            self.model.read()


def name_of(entry: Evidence) -> str:
    """Return the code and title of an item of evidence."""
    return " · ".join(part for part in (entry.code, entry.title) if part) or tr("(no name yet)")
