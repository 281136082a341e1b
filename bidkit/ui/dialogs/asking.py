"""Questions that the window asks about files: which to open, where a copy goes, which name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from bidkit.words import tr

Then = Callable[[Path], object]


def ask_for_bid(parent: QWidget, then: Then) -> None:
    """Ask for a bid file."""
    dialog = QFileDialog(parent, tr("Open a bid"))
    dialog.setNameFilter(tr("Bids (*.bidkit)"))
    _open(dialog, then)


def ask_for_source(parent: QWidget, then: Then) -> None:
    """Ask for a notice or a questionnaire."""
    dialog = QFileDialog(parent, tr("Choose a notice or a questionnaire"))
    dialog.setNameFilters(
        [
            tr("Notices and questionnaires (*.json *.csv *.docx *.xlsx *.pdf *.txt *.toml *.zip)"),
            tr("All files (*)"),
        ]
    )
    _open(dialog, then)


def ask_for_register(parent: QWidget, then: Then) -> None:
    """Ask for a table of the charity register or a list of grants."""
    dialog = QFileDialog(parent, tr("Choose a register or a list of grants"))
    dialog.setNameFilters(
        [tr("Registers and lists (*.json *.csv *.txt *.tsv *.xlsx *.zip)"), tr("All files (*)")]
    )
    _open(dialog, then)


def ask_for_copy(parent: QWidget, then: Then) -> None:
    """Ask where a copy goes."""
    dialog = QFileDialog(parent, tr("Save a copy"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("bidkit")
    dialog.setNameFilter(tr("Bids (*.bidkit)"))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def ask_for_version(parent: QWidget, then: Callable[[str], object]) -> None:
    """Ask for a name for the bid as it stands now."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(tr("Name this version"))
    dialog.setLabelText(
        tr("Everything is saved already. A name lets you come back to how it is now:")
    )
    dialog.textValueSelected.connect(lambda title: then(title.strip()) if title.strip() else None)
    dialog.open()


def _open(dialog: QFileDialog, then: Then) -> None:
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
