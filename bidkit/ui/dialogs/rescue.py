"""The recovery screen of a damaged file: what could be read of it, saved as a new file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.errors import BidKitError
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.storage.repair import Salvaged


class RescueDialog(QDialog):
    """Reads a damaged file into a new one; the damaged file itself is never written."""

    def __init__(
        self,
        path: Path,
        theme: Theme,
        notices: Notices,
        then: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        from bidkit.session.safety.rescue import Rescue

        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("A damaged file"))
        self._notices, self._then = notices, then
        self._rescue = Rescue(path)
        self._found: Salvaged | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("“{name}” is damaged", name=path.name), 1, self))
        why = tr(
            "Part of it cannot be read, or it was cut short while it was copied. It stays as it "
            "is; what can be read goes into a new file."
        )
        column.addWidget(Quiet(why, self))
        self.told = Words(tr("Reading what can be read…"), self)
        column.addWidget(self.told)
        column.addStretch()
        column.addLayout(self._foot())
        theme.dress(self)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.finished.connect(self._rescue.close)
        Jobs(notices, self).run(tr("Reading the damaged file"), self._rescue.read, self._tell)

    def write(self, target: Path) -> None:
        """Put what was read into a new file and go on with it."""
        if self._found is None:
            return
        try:
            place = self._rescue.put(self._found, target)
        except BidKitError as error:
            self._notices.refuse(error)
            return
        self.accept()
        self._then(place)

    def _foot(self) -> QHBoxLayout:
        self.save = Button(tr("Save what could be read as a new file…"), self, main=True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._ask)
        close = Button(tr("Close"), self)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(close)
        foot.addStretch()
        foot.addWidget(self.save)
        return foot

    @Slot(object)
    def _tell(self, found: Salvaged) -> None:
        from bidkit.session.safety.rescue import told

        self._found = found
        lines = (tr("Could be read:"), *told(found))
        if not found.changes and not found.from_log:
            lines = (tr("Nothing could be read. Look for a backup of this file."),)
        self.told.setText("\n".join(lines))
        self.save.setEnabled(bool(found.changes or found.from_log))
        self.save.setFocus()
        self.adjustSize()

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Save what could be read"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("bidkit")
        dialog.setNameFilter(tr("Bids (*.bidkit)"))
        proposed = self._rescue.proposed()
        dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()
