"""Settings: who writes, which colours, how large and in which letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from bidkit.storage.settings import Settings
from bidkit.ui.editors.choices import ChoiceEditor, TickEditor
from bidkit.ui.editors.editor import Editor
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

SIZES = (100, 115, 130, 150, 175, 200)
THEMES = ("system", "light", "dark", "high-contrast")


class SettingsDialog(QDialog):
    """Shows the settings; every change is kept at once and told to then."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        then: Callable[[Settings], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self._settings, self._then = settings, then
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(Heading(tr("Settings"), 1, self))
        self._build_author()
        names = (tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast"))
        self.colours = ChoiceEditor(list(zip(THEMES, names, strict=True)), self)
        self.colours.show_value(settings.theme)
        self._row(tr("Colours"), self.colours, "")
        sizes = [(str(size), tr("{size} %", size=size)) for size in SIZES]
        self.size_of_letters = ChoiceEditor(sizes, self)
        self.size_of_letters.show_value(str(settings.text_size))
        self._row(tr("Size of letters"), self.size_of_letters, tr("From the next start of BidKit."))
        self.letters = TickEditor(tr("Letters that are easier to tell apart"), self)
        self.letters.show_value(settings.accessible_letters)
        self._column.addWidget(self.letters)
        self._column.addWidget(
            Quiet(tr("Atkinson Hyperlegible, from the next start of BidKit."), self)
        )
        for editor in (self.colours, self.size_of_letters, self.letters):
            editor.edited.connect(self._keep)
        self._build_foot()
        theme.dress(self)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def done(self, result: int) -> None:
        """Keep a name that is still being typed."""
        self._keep()
        super().done(result)

    def _build_author(self) -> None:
        self.author = QLineEdit(self._settings.author, self)
        self.author.editingFinished.connect(self._keep)
        self._row(
            tr("Your name"),
            self.author,
            tr("Stands beside what you write when several people work on one bid."),
        )

    def _build_foot(self) -> None:
        close = Button(tr("Close"), self, main=True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        self._column.addSpacing(GRID)
        self._column.addLayout(foot)

    def _row(self, words: str, widget: QWidget, help_text: str) -> None:
        label = QLabel(words, self)
        target = widget.focus_widget if isinstance(widget, Editor) else widget
        label.setBuddy(target)
        target.setAccessibleName(words)
        target.setAccessibleDescription(help_text)
        self._column.addWidget(label)
        self._column.addWidget(widget)
        if help_text:
            self._column.addWidget(Quiet(help_text, self))

    @Slot()
    def _keep(self) -> None:
        chosen = self._settings.model_copy(
            update={
                "author": self.author.text().strip(),
                "theme": self.colours.value(),
                "text_size": int(self.size_of_letters.value()),
                "accessible_letters": self.letters.value(),
            }
        )
        if chosen != self._settings:
            self._settings = chosen
            self._then(chosen)
