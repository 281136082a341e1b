"""One row of a form: label, help, editor, and under it what is to be said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from bidkit.domain.base import Mark, Reader
from bidkit.domain.finding import Finding, Level
from bidkit.ui.editors.editor import Editor
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Tone, Toned
from bidkit.ui.theme import Theme, scaled
from bidkit.words import tr

LONGEST_ON_A_LINE = 34
SHAPES: dict[Level, tuple[str, Tone]] = {
    Level.MUST: ("●", "bad"),
    Level.SHOULD: ("▲", "warn"),
    Level.HINT: ("○", "muted"),
}


def note_of(mark: Mark, *, mixed: bool) -> str:
    """Return who may read a field, in words, where that is not plain; mixed = the card has both."""
    if mark.personal:
        return tr("personal, for us only") if mark.reader is Reader.US else tr("personal")
    if mark.confidential:
        return tr("confidential, for us only")
    return tr("for us only") if mixed and mark.reader is Reader.US else ""


class FieldRow(QWidget):
    """A label with its help, an editor, and the words under it."""

    def __init__(self, theme: Theme, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._theme = theme
        self._said: Toned | None = None
        self._findings: list[Toned] = []
        self._described = ""
        self._editor_line = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def label(
        self, words: str, note: str, help_text: str, *, required: bool, note_shown: bool = True
    ) -> None:
        """Write the words over the editor and name it; a note can stand over the whole card."""
        label = QLabel(words.replace("&", "&&"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.editor.focus_widget)
        label.setFont(scaled(label.font(), 1.0, strong=True))
        line = FlowLayout(gap=8)
        if len(words) > LONGEST_ON_A_LINE:
            label.setWordWrap(True)
            self.column.addWidget(label)
        else:
            line.addWidget(label)
        if required:
            asked = Quiet(tr("they ask for this"), self, wraps=False)
            asked.setForegroundRole(QPalette.ColorRole.Link)
            line.addWidget(asked)
        if note and note_shown:
            line.addWidget(Quiet(note, self, wraps=False))
        if line.count():
            self.column.addLayout(line)
        self.describe(words, note, help_text, required=required)

    def describe(self, words: str, note: str, help_text: str, *, required: bool) -> None:
        """Name the editor for those who cannot see it, and write the help over it."""
        if help_text:
            self.column.addWidget(Quiet(help_text, self))
        parts = [tr("they ask for this") if required else "", note, help_text]
        self._described = ". ".join(part for part in parts if part)
        self.editor.focus_widget.setAccessibleName(words)
        self.editor.focus_widget.setAccessibleDescription(self._described)
        line = QHBoxLayout()
        line.addWidget(self.editor, 1)
        line.addStretch(0)
        self.column.addLayout(line)
        self._editor_line = self.column.count()

    def after(self, help_text: str) -> None:
        """Write help under the editor, for a box whose words stand beside it."""
        if help_text:
            self.column.addWidget(Quiet(help_text, self))
            self._described = ". ".join(part for part in (self._described, help_text) if part)
            self.editor.focus_widget.setAccessibleDescription(self._described)

    def speak(self, sentence: str) -> None:
        """Say why a text cannot be used yet; '' takes the words away."""
        if self._said is None:
            if not sentence:
                return
            self._said = Toned(self._theme, "warn", "", self)
            self.column.insertWidget(self._editor_line, self._said)
        kept = tr("{sentence} Your text is kept here until you change it.", sentence=sentence)
        self._said.setText(f"▲ {kept}" if sentence else "")
        self._said.setVisible(bool(sentence))
        self._tell_reader(sentence)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules say of this field: a shape, words, and what to do."""
        while len(self._findings) < len(findings):
            line = Toned(self._theme, "muted", "", self)
            self._findings.append(line)
            self.column.addWidget(line)
        for number, line in enumerate(self._findings):
            line.setVisible(number < len(findings))
            if number < len(findings):
                found = findings[number]
                shape, tone = SHAPES[found.level]
                line.tell(" ".join(p for p in (shape, found.what, found.advice) if p), tone)
        self._tell_reader(". ".join(f"{found.level}: {found.what}" for found in findings))

    def _tell_reader(self, more: str) -> None:
        words = ". ".join(part for part in (more, self._described) if part)
        self.editor.focus_widget.setAccessibleDescription(words)
