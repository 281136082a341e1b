"""Editors of what a question is made of: its rules, a line each, and the columns of its table."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from bidkit.domain.questionnaire import COLUMNS, Column
from bidkit.domain.typed import UnreadableError
from bidkit.domain.typed.rules import read_rules, show_rules
from bidkit.ui.editors.text import LineEditor, ParagraphEditor
from bidkit.words import tr


class RulesEditor(ParagraphEditor):
    """Rules as lines such as "fails if below 1"."""

    def show_value(self, value: Any) -> None:
        """Show rules; lines that already say the same stay as they were typed."""
        if self._reads_as(value):
            return
        super().show_value(show_rules(value))

    def value(self) -> Any:
        """Return the rules the lines stand for."""
        return read_rules(self.text.toPlainText())

    def show_typed(self, text: str) -> None:
        """Show lines as they were typed."""
        super().show_value(text)

    def _reads_as(self, value: Any) -> bool:
        text = self.text.toPlainText()
        try:
            return bool(text) and read_rules(text) == value
        except UnreadableError:
            return False


class ColumnsEditor(LineEditor):
    """The titles of a table's columns on one line; a column that stays keeps its kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Column] = {}

    def show_value(self, value: Any) -> None:
        """Show the titles."""
        self._known |= {column.title: column for column in value}
        if self._titles() != tuple(column.title for column in value):
            self._show(", ".join(column.title for column in value))

    def value(self) -> Any:
        """Return the columns; UnreadableError where there are more than a table can hold."""
        titles = self._titles()
        if len(titles) > len(COLUMNS):
            raise UnreadableError(tr("A table has at most {n} columns.", n=len(COLUMNS)))
        return tuple(self._known.get(one, Column(key=one, title=one)) for one in titles)

    def _titles(self) -> tuple[str, ...]:
        titles = (" ".join(one.split()) for one in self.line.text().split(","))
        return tuple(dict.fromkeys(one for one in titles if one))


class OptionsEditor(ParagraphEditor):
    """What can be chosen from, one a line, in its order."""

    def show_value(self, value: Any) -> None:
        """Show the options; lines that already say the same stay as they were typed."""
        if self.value() != value:
            super().show_value("\n".join(value))

    def value(self) -> Any:
        """Return the options, each once."""
        lines = (" ".join(line.split()) for line in self.text.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def show_typed(self, text: str) -> None:
        """Show lines as they were typed."""
        super().show_value(text)
