"""The editor of one file kept in the bid: chosen in a dialog or dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from bidkit.ui.editors.editor import Editor
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr


class FileEditor(Editor):
    """One file by its attachment's identity; attach takes a path in and returns the identity."""

    def __init__(
        self,
        attach: Callable[[Path], str | None],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._attach = attach
        self._name_of = name_of
        self._chosen = ""
        self.name = Words("", self)
        self.choose = Button(tr("Choose a file…"), self)
        self.choose.clicked.connect(self._ask)
        self.clear = Button(tr("Take out"), self, quiet=True)
        self.clear.clicked.connect(self._take_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.choose)
        row.addWidget(self.clear)
        self.show_value("")

    @property
    def focus_widget(self) -> QWidget:
        """The button that chooses."""
        return self.choose

    def show_value(self, value: Any) -> None:
        """Show the file's name."""
        self._chosen = value
        name = self._name_of(value) if value else tr("No file yet. Choose one, or drop it here.")
        self.name.setText(name)
        self.clear.setVisible(bool(value))

    def value(self) -> Any:
        """Return the attachment's identity, or ''."""
        return self._chosen

    def take(self, path: Path) -> None:
        """Take a file into the bid and show it."""
        identity = self._attach(path)
        if identity is not None:
            self.show_value(identity)
            self.edited.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that is dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file that is dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.take(Path(paths[0]))

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()

    @Slot()
    def _take_out(self) -> None:
        self.show_value("")
        self.edited.emit()
        self.choose.setFocus()
