"""The prose editor: what can be asked of it by key, button and page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from bidkit.domain.prose import (
    Alignment,
    Chart,
    Chip,
    Figure,
    Line,
    LinkedTable,
    Quotation,
    Span,
    Table,
    quotation_at,
)
from bidkit.ui.pieces.carrying import evidence_in
from bidkit.ui.prose.acts.commands import Command
from bidkit.ui.prose.acts.formatting import base_of, link_at, set_link, toggle_language
from bidkit.ui.prose.acts.performing import holding, perform
from bidkit.ui.prose.acts.structure import in_list
from bidkit.ui.prose.acts.tabling import align_column, insert_table
from bidkit.ui.prose.document.formats import OBJECT
from bidkit.ui.prose.document.listing import settle_lists
from bidkit.ui.prose.document.objects import Labels
from bidkit.ui.prose.document.places import Placement, cursors_at, spans_between
from bidkit.ui.prose.document.showing import Writer
from bidkit.ui.prose.highlighting import Highlight, selections_for
from bidkit.ui.prose.menu import menu_for
from bidkit.ui.prose.surface import ProseSurface
from bidkit.words import tr


class ProseEditor(ProseSurface):
    """Edits one prose text.

    The wanted signals ask the page for an answer; link_wanted brings today's address.
    holding_changed: the commands whose effect holds at the cursor are others now.
    """

    link_wanted = Signal(str)
    evidence_wanted = Signal()
    block_wanted = Signal()
    comment_wanted = Signal()
    holding_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._held: frozenset[Command] = frozenset()
        self._knows: Callable[[str], bool] = lambda _evidence: False
        super().__init__(parent)
        self._highlights: Sequence[Highlight] = ()
        self.setAccessibleName(tr("Text"))
        self.setAccessibleDescription(
            tr(
                "Rich text. Tab moves list items in and goes from cell to cell in a table; "
                "Ctrl+Tab leaves the text from anywhere."
            )
        )
        self.cursorPositionChanged.connect(self._tell_holding)
        self.currentCharFormatChanged.connect(self._tell_holding)

    def set_prose(self, text: str) -> None:
        """Show a text that comes from outside; the caret stays beside the same words."""
        super().set_prose(text)
        if self._highlights:
            self.show_highlights(self._highlights)
        self._tell_holding()

    def set_labels(self, labels: Labels) -> None:
        """Say how chips and pictures are called; call again when the answers have changed."""
        self.objects.use(labels)
        self.document().markContentsDirty(0, self.document().characterCount())

    def perform(self, command: Command) -> None:
        """Carry out a command, or ask the page for what it needs."""
        if command is Command.COMMENT:
            self.teller.seal()
            self.comment_wanted.emit()
        elif self.isReadOnly():
            return
        elif command is Command.EVIDENCE:
            self.evidence_wanted.emit()
        elif command is Command.FROM_BID:
            self.block_wanted.emit()
        elif command is Command.LINK:
            self.link_wanted.emit(link_at(self.textCursor())[2])
        else:
            with self.step():
                perform(self, self.look, command)
        self._tell_holding()

    def set_link(self, address: str) -> None:
        """Link the selection or the link under the cursor to an address; "" takes it away."""
        with self.step():
            set_link(self, self.look, address)

    def set_language(self, language: str) -> None:
        """Say that the selection is in a language (a BCP 47 tag), or no longer."""
        with self.step():
            toggle_language(self, self.look, language)

    def align_column(self, alignment: Alignment) -> None:
        """Align the table column that the cursor is in."""
        with self.step():
            align_column(self.textCursor(), self.look, alignment)

    def insert_table(self, rows: int, columns: int) -> None:
        """Put an empty table after this block, unless the cursor is in one."""
        with self.step():
            if self.textCursor().currentTable() is None:
                self.setTextCursor(insert_table(self.textCursor(), self.look, rows, columns))

    def insert_chip(self, evidence: str) -> None:
        """Link a piece of evidence at the cursor, with a space before it where one is missing."""
        with self.step():
            cursor = self.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            base = base_of(cursor.block(), self.look)
            before = cursor.block().text()[: cursor.positionInBlock()]
            if before and not before[-1].isspace():
                cursor.insertText(" ", base)
            cursor.insertText(OBJECT, self.look.thing(base, Chip(evidence)))
            self.setTextCursor(cursor)
            self.setCurrentCharFormat(base)

    def take_evidence(self, knows: Callable[[str], bool]) -> None:
        """Link items of evidence that are dropped here, as long as they are known."""
        self._knows = knows

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Link evidence that is dropped, behind the word it falls on; paste everything else."""
        evidence = evidence_in(source)
        if not evidence or not self._knows(evidence):
            super().insertFromMimeData(source)
            return
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        if is_within_word(cursor):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
            self.setTextCursor(cursor)
        self.insert_chip(evidence)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_block(self, block: Figure | Chart | LinkedTable | Table) -> None:
        """Put a figure, a chart or a table into a block of its own after this one."""
        with self.step():
            cursor = self.textCursor()
            if cursor.currentTable() is None:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                writer = Writer(cursor, self.look)
                writer.write(
                    [Line((), opens=False, block=block), Line((), opens=False, block=None)]
                )
                settle_lists(self.document(), self.look)
                self.setTextCursor(writer.cursor)

    def show_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Mark these stretches of the text told last; one whose words are gone is not shown."""
        self._highlights = tuple(highlights)
        if highlights:
            shown = selections_for(self.document(), self._placement(), highlights)
            self.setExtraSelections(shown)
        elif self.extraSelections():
            self.setExtraSelections([])

    def reveal(self, span: Span) -> bool:
        """Select a stretch, bring it into sight and take the keyboard; tell whether it is there."""
        (cursor,) = cursors_at(self.document(), self._placement(), [span])
        if cursor is None:
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def selected_spans(self) -> tuple[Span, ...]:
        """Return the stretches that are selected."""
        cursor = self.textCursor()
        return spans_between(self._placement(), cursor.selectionStart(), cursor.selectionEnd())

    def quotation(self) -> Quotation:
        """Return the selected words as the anchor of a comment."""
        return quotation_at(self.as_prose(), self.selected_spans())

    def in_list(self) -> bool:
        """Tell whether the cursor is in a list."""
        return in_list(self.textCursor())

    def holding(self) -> frozenset[Command]:
        """Return the commands whose effect holds at the cursor."""
        return holding(self)

    def menu(self) -> QMenu:
        """Return a menu of what can be done where the cursor is."""
        return menu_for(self)

    def _placement(self) -> Placement:
        return self.reader.placement(self.as_prose())

    @Slot()
    def _tell_holding(self) -> None:
        held = holding(self)
        if held != self._held:
            self._held = held
            self.holding_changed.emit(held)


def is_within_word(cursor: QTextCursor) -> bool:
    """Tell whether letters or digits stand on both sides of a cursor."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
