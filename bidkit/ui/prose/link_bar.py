"""The line where the address of a link is typed; Enter links, Escape goes back to the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from bidkit.domain.prose import web_address
from bidkit.ui.pieces.buttons import Button
from bidkit.words import tr


class LinkBar(QWidget):
    """Asks for a web, mail or telephone address; hidden until it is needed."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = QLineEdit(self)
        self.address.setAccessibleName(tr("Web address of the link"))
        self.address.setPlaceholderText(tr("www.example.org"))
        self.address.setMaxLength(2000)
        self.use = Button(tr("Link"), self)
        self.remove = Button(tr("Remove link"), self, quiet=True)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        label = QLabel(tr("Web address"), self)
        label.setBuddy(self.address)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.address, self.use, self.remove, self._said):
            row.addWidget(widget)
        self.use.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.hide()

    @Slot(str)
    def ask(self, address: str) -> None:
        """Come into sight with today's address and take the keyboard."""
        self.address.setText(address)
        self.address.selectAll()
        self.remove.setVisible(bool(address))
        self._said.clear()
        self.show()
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter links, Escape goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _choose(self) -> None:
        address = web_address(self.address.text())
        if not address:
            self._said.setText(tr("This is no web, mail or telephone address."))
            self.address.setFocus()
            return
        self.chosen.emit(address)
        self._leave()

    @Slot()
    def _remove(self) -> None:
        self.chosen.emit("")
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
