"""The surface of the prose editor: shows a text, types into it, and tells of edits.

Tab moves list items in and goes from cell to cell; elsewhere it leaves the text, and Ctrl+Tab
and Ctrl+Shift+Tab leave it from anywhere. Undo belongs to the window. Nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from bidkit.domain.prose import Prose, read_prose
from bidkit.domain.prose.reading import remember_written
from bidkit.domain.prose.writing import write_canonical
from bidkit.ui.prose.acts.commands import Command, command_of, is_undo
from bidkit.ui.prose.acts.formatting import step_out
from bidkit.ui.prose.acts.pasting import can_paste, copied, paste
from bidkit.ui.prose.acts.typing_keys import handle_key, keeps_tab
from bidkit.ui.prose.document.collecting import from_document
from bidkit.ui.prose.document.formats import ObjectKind
from bidkit.ui.prose.document.listing import settle_lists
from bidkit.ui.prose.document.look import Look
from bidkit.ui.prose.document.objects import ObjectPainter
from bidkit.ui.prose.document.reader import DocumentReader
from bidkit.ui.prose.document.showing import one_edit, to_document
from bidkit.ui.prose.standing import restore, standing_of
from bidkit.ui.prose.telling import Teller

_RELOOK = (
    QEvent.Type.PaletteChange,
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.ApplicationFontChange,
)
_WINDOW_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MOVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ENDS_STEP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, *_MOVES)


class ProseSurface(QTextEdit):
    """Shows one prose text and types into it.

    prose_changed: the canonical text after an edit, once the keys rest. sealed: a step of undo
    ends here.
    """

    prose_changed = Signal(str)
    sealed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.look = Look(self.palette(), self.font())
        self.objects = ObjectPainter(self, self.palette())
        self.teller = Teller(self._read, self)
        self.reader = DocumentReader(self.document())
        self._showing = False
        self._known = ("", Prose())
        self._blocks = 1
        self._fill(Prose())
        self.textChanged.connect(self._touch)
        self.teller.told.connect(self.prose_changed)
        self.teller.sealed.connect(self.sealed)

    def set_prose(self, text: str) -> None:
        """Show a text that comes from outside; the caret stays beside the same words."""
        if text == self.teller.text and not self.teller.touched:
            return
        prose = read_prose(text)
        written = write_canonical(prose)
        if written != self.teller.text or self.teller.touched:
            self._replace(prose)
        self.teller.show(written)

    def prose(self) -> str:
        """Return the canonical text as it now stands, telling of an edit not yet told."""
        self.teller.flush()
        return self.teller.text

    def as_prose(self) -> Prose:
        """Return what now stands here as prose; what was told last is not read again."""
        text = self.prose()
        if self._known[0] != text:
            self._known = (text, read_prose(text))
        return self._known[1]

    def seal(self) -> None:
        """Tell what there is and end the step of undo."""
        self.teller.seal()

    def perform(self, command: Command) -> None:
        """Carry out what a key asks for."""
        raise NotImplementedError

    def menu(self) -> QMenu:
        """Return a menu of what can be done where the cursor is."""
        raise NotImplementedError

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make what happens inside a step of undo of its own."""
        self.teller.seal()
        with one_edit(self.textCursor()):
            yield
        self.teller.seal()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window, keep our own keys from it, and tell edits before it acts.

        Whoever waits for the end of focus must find what was typed told already.
        """
        if event.type() == QEvent.Type.FocusAboutToChange:
            self.teller.flush()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event):
                self.teller.flush()
                event.ignore()
                return False
            if command_of(event) is not None:
                event.accept()
                return True
            if event.modifiers() & _WINDOW_KEYS:
                self.teller.flush()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out commands and what keys mean in lists and tables; type everything else."""
        command = command_of(event)
        if is_undo(event):
            event.ignore()
        elif command is not None:
            self.perform(command)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._leaves(event):
            super().focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif self.isReadOnly() or not self._handled(event):
            if event.text() and not self.isReadOnly():
                step_out(self, self.look)
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose letters as plain words beside a link or a chip."""
        step_out(self, self.look)
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab leave the text, except where it means something in it."""
        if keeps_tab(self.textCursor()) and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was typed when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.teller.seal()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell what was typed when the page goes out of sight."""
        super().hideEvent(event)
        self.teller.seal()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and letters of a new theme."""
        super().changeEvent(event)
        if event.type() in _RELOOK and hasattr(self, "_blocks"):
            self._relook()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done here."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, not files."""
        return can_paste(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as our own prose and as plain text."""
        return copied(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop through cleaning, as a step of its own."""
        if can_paste(source) and not self.isReadOnly():
            with self.step():
                self.setTextCursor(paste(self.textCursor(), self.look, source))
            self.ensureCursorVisible()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing: a text never fetches anything."""
        return None

    def _handled(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDS_STEP:
            self.teller.seal()
        handled = handle_key(self, self.look, event)
        if handled and event.key() in _MOVES:
            self.teller.seal()
        return handled

    def _leaves(self, event: QKeyEvent) -> bool:
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    @Slot()
    def _touch(self) -> None:
        if not self._showing:
            self.teller.touch()

    def _read(self) -> str:
        """Return the canonical text of the document, its lists put in order where blocks came."""
        if self._blocks != self.document().blockCount():
            self._blocks = self.document().blockCount()
            with self._unnoticed():
                settle_lists(self.document(), self.look)
        prose = self.reader.prose()
        text = write_canonical(prose)
        remember_written(text, prose)
        return text

    def _replace(self, prose: Prose) -> None:
        before = standing_of(self)
        self._fill(prose)
        restore(self, before)

    def _fill(self, prose: Prose) -> None:
        with self._unnoticed():
            to_document(prose, self.document(), self.look)
            layout = self.document().documentLayout()
            for kind in ObjectKind:
                layout.registerHandler(kind, self.objects)
        self._blocks = self.document().blockCount()

    def _relook(self) -> None:
        look = Look(self.palette(), self.font())
        if not look.same_as(self.look):
            self.teller.flush()
            self.look = look
            self.objects.palette = self.palette()
            self._replace(from_document(self.document()))

    @contextmanager
    def _unnoticed(self) -> Iterator[None]:
        """Change the document without that being an edit."""
        before, self._showing = self._showing, True
        try:
            yield
        finally:
            self._showing = before
