"""The only presenter of refusals and questions; nothing else in the program speaks up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from bidkit.errors import BidKitError, CancelledError, DamagedFileError
from bidkit.words import tr

Answer = Callable[[str], None]


class Notices(QObject):
    """Shows refusals and asks questions over a window; quiet words go to its status line."""

    said = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self.box: QMessageBox | None = None
        self.on_damage: Callable[[Path], object] | None = None

    def say(self, words: str) -> None:
        """Say something that needs no reply; it stays in sight until something else is said."""
        self.said.emit(words)

    def refuse(self, error: BidKitError) -> None:
        """Show what was refused, why, and what to do; a damaged file has a screen of its own."""
        if isinstance(error, CancelledError):
            self.say(error.what)
            return
        if isinstance(error, DamagedFileError) and error.file and self.on_damage is not None:
            self.on_damage(error.file)
            return
        box = self._box(error.what, "\n\n".join(part for part in (error.why, error.advice) if part))
        if error.details:
            box.setDetailedText(error.details)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def ask(
        self, question: str, text: str, answers: Sequence[tuple[str, str]], then: Answer
    ) -> None:
        """Ask one question and give the answer's key to then; the first answer is the safe one."""
        box = self._box(question, text)
        keys: dict[QPushButton, str] = {}
        for number, (key, words) in enumerate(answers):
            role = QMessageBox.ButtonRole.AcceptRole
            if number == 0:
                role = QMessageBox.ButtonRole.RejectRole
            button = box.addButton(words, role)
            keys[button] = key
            if number == 0:
                box.setDefaultButton(button)
                box.setEscapeButton(button)

        def answered() -> None:
            chosen = box.clickedButton()
            if isinstance(chosen, QPushButton) and chosen in keys:
                then(keys[chosen])

        box.finished.connect(answered)
        box.open()

    def confess(self, sentence: str, details: str) -> None:
        """Tell of a fault of the program itself; its details can be copied."""
        box = self._box(tr("Something went wrong in BidKit"), sentence)
        box.setDetailedText(details)
        copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(tr("BidKit"))
        box.setText(title)
        box.setInformativeText(text)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.box = box
        return box
