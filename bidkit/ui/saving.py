"""A card that makes a file: a sentence, a button, the question where, and a bar where it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from bidkit.progress import Progress
from bidkit.session.exports import replace_output, safe_name
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.words import tr


@dataclass(frozen=True)
class Made:
    """A finished file and what to say of it."""

    data: bytes
    said: str = ""


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its words in the dialog, its suffix, and the name to propose."""

    words: str
    suffix: str
    name: str


class SaveCard(Card):
    """Offers one file; written tells where it lies. begin runs first, make beside the window."""

    written = Signal(object)

    def __init__(
        self,
        desk: Desk,
        titles: tuple[str, str, str],
        kind: Callable[[], FileKind],
        make: Callable[[Progress], Made],
        parent: QWidget | None = None,
        *,
        begin: Callable[[], object] = tuple,
    ) -> None:
        title, purpose, words = titles
        super().__init__(desk.theme, title, purpose, parent)
        self._desk, self._kind, self._make, self._begin = desk, kind, make, begin
        self.button = Button(words, self)
        self.button.clicked.connect(self._ask)
        row = FlowLayout()
        row.addWidget(self.button)
        self.body.addLayout(row)

    @Slot()
    def _ask(self) -> None:
        kind = self._kind()
        dialog = QFileDialog(self, self.button.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.words} (*.{kind.suffix})")
        dialog.setDefaultSuffix(kind.suffix)
        dialog.selectFile(f"{safe_name(kind.name)}.{kind.suffix}")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Make the file and put it there, with a bar where it takes long."""
        self._desk.binder.leave_all()
        self._begin()

        def work(progress: Progress) -> tuple[Made, Path]:
            made = self._make(progress)
            return made, replace_output(path, made.data)

        self._desk.jobs.run(self.button.text(), work, self._tell)

    @Slot(object)
    def _tell(self, result: tuple[Made, Path]) -> None:
        made, path = result
        said = tr("Wrote {name}.", name=path.name)
        self._desk.notices.say(f"{said} {made.said}".strip())
        self.written.emit(path)
