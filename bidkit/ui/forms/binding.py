"""The one binding: the only code that joins a widget to the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Ref
from bidkit.errors import InputError
from bidkit.session.document import Changed
from bidkit.ui.editors.editor import Editor, UnreadableError
from bidkit.ui.open_bid import OpenBid

PAUSE = 2000
OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass(eq=False)
class Binding:
    """One editor joined to one address; speak shows an unreadable text's sentence, or ''."""

    editor: Editor
    place: Ref[Bid, Any]
    label: str
    speak: Callable[[str], None]
    show_findings: Callable[[Sequence[Finding]], None]
    touched: bool = False
    findings: tuple[Finding, ...] = ()
    watched: list[QWidget] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address as text."""
        return str(self.place)


class Binder(QObject):
    """Joins editors to the document: shows what stands there, writes what is typed.

    A text that cannot be read as the field's value stays where it is and is remembered under its
    address, so that it is there again when the field is shown anew.
    """

    bid_changed = Signal(object)

    def __init__(self, session: OpenBid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: set[Editor] = set()
        self._bindings: dict[Editor, Binding] = {}
        self._by_address: dict[str, list[Binding]] = {}
        self._by_widget: dict[QObject, Binding] = {}
        self._unread: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(session.document.seal)
        self._ends = (
            session.document.changed.connect(self._document_changed),
            session.findings_changed.connect(self._findings_changed),
        )
        self.destroyed.connect(partial(_end_all, self._ends))

    def bind(
        self,
        editor: Editor,
        place: Ref[Bid, Any],
        label: str,
        speak: Callable[[str], None],
        show_findings: Callable[[Sequence[Finding]], None],
    ) -> None:
        """Join an editor to an address, or to another one than before."""
        self.unbind(editor)
        if editor not in self._known:
            self._known.add(editor)
            editor.edited.connect(self._edited)
            editor.destroyed.connect(partial(self._gone, editor))
        binding = Binding(editor, place, label, speak, show_findings)
        self._bindings[editor] = binding
        self._by_address.setdefault(binding.address, []).append(binding)
        editor.focus_widget.setObjectName(binding.address)
        self._watch(binding)
        self._show(binding)
        self._tell_findings(binding)

    def unbind(self, editor: Editor) -> None:
        """Let an editor go; what was typed is in the bid or remembered."""
        binding = self._bindings.get(editor)
        if binding is None:
            return
        self._leave(binding)
        for widget in binding.watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        editor.focus_widget.setObjectName("")
        self._forget(editor)

    def editor_at(self, place: Ref[Bid, Any]) -> Editor | None:
        """Return an editor that is joined to an address, or None."""
        found = self._by_address.get(str(place), ())
        seen = [one.editor for one in found if one.editor.isVisible()]
        return seen[0] if seen else (found[0].editor if found else None)

    def editor_inside(self, place: Ref[Bid, Any], part: QWidget) -> Editor | None:
        """Return the first editor in sight in a part of the window that lies inside an address."""
        for binding in self._bindings.values():
            inside = binding.place.starts_with(place) and part.isAncestorOf(binding.editor)
            if inside and binding.editor.isVisible():
                return binding.editor
        return None

    @property
    def unread(self) -> dict[str, str]:
        """The texts that could not be read as their field's value, by address."""
        return dict(self._unread)

    def leave_all(self) -> None:
        """Put everything typed into the bid, as before an export or the end."""
        focused = QApplication.focusWidget()
        for binding in tuple(self._bindings.values()):
            binding.editor.tell_now()
            if focused is not None and binding.editor.isAncestorOf(focused):
                binding.editor.tidy()
            self._leave(binding)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the window, and notice when the keyboard leaves a field."""
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if isinstance(event, QKeyEvent) and any(event.matches(key) for key in OWN_UNDO):
                event.ignore()
                return True
        elif kind == QEvent.Type.FocusOut:
            binding = self._by_widget.get(watched)
            if binding is not None:
                self._leave(binding)
        return False

    @Slot()
    def _edited(self) -> None:
        editor = self.sender()
        binding = self._bindings.get(editor) if isinstance(editor, Editor) else None
        if binding is None:
            return
        binding.touched = True
        self._pause.start()
        try:
            value = binding.editor.value()
            self._session.document.set(
                binding.place, value, origin=binding.editor, label=binding.label
            )
        except UnreadableError as error:
            self._keep(binding, str(error))
        except InputError as error:
            self._keep(binding, error.what)
        except KeyError:
            self.unbind(binding.editor)
        else:
            self._unread.pop(binding.address, None)
            binding.speak("")

    def _keep(self, binding: Binding, sentence: str) -> None:
        text = binding.editor.typed_text()
        self._unread[binding.address] = text
        self._session.note_typing(binding.place, text)
        binding.speak(sentence)

    def _show(self, binding: Binding) -> None:
        try:
            value = self._session.document.get(binding.place)
        except KeyError:
            self.unbind(binding.editor)
            return
        binding.editor.show_value(value)
        text = self._unread.get(binding.address)
        if text is None:
            binding.speak("")
            return
        binding.editor.show_typed(text)
        try:
            binding.editor.value()
        except UnreadableError as error:
            binding.speak(str(error))

    def _leave(self, binding: Binding) -> None:
        if not binding.touched:
            return
        binding.touched = False
        if binding.address in self._unread:
            self._session.document.seal()
            return
        binding.editor.tidy()
        self._session.leave(binding.place)

    def _watch(self, binding: Binding) -> None:
        inner = [one for one in binding.editor.findChildren(QWidget) if one.focusPolicy().value]
        binding.watched = [binding.editor.focus_widget, *inner]
        for widget in binding.watched:
            widget.installEventFilter(self)
            self._by_widget[widget] = binding

    def _gone(self, editor: Editor, _widget: object = None) -> None:
        self._known.discard(editor)
        self._forget(editor)

    def _forget(self, editor: Editor) -> None:
        binding = self._bindings.pop(editor, None)
        if binding is None:
            return
        others = self._by_address.get(binding.address, [])
        if binding in others:
            others.remove(binding)
        if not others:
            self._by_address.pop(binding.address, None)
        for widget in binding.watched:
            self._by_widget.pop(widget, None)

    def _document_changed(self, change: Changed) -> None:
        for edit in change.edits:
            if edit.field:
                self._refresh(self._by_address.get(edit.address, ()), change.origin)
            else:
                inside = f"{edit.address}."
                found = [one for one in self._bindings.values() if one.address.startswith(inside)]
                self._refresh(found, change.origin)
        self.bid_changed.emit(change)

    def _refresh(self, bindings: Sequence[Binding], origin: object) -> None:
        for binding in tuple(bindings):
            if binding.editor is not origin:
                self._unread.pop(binding.address, None)
                self._show(binding)

    def _findings_changed(self, _findings: object) -> None:
        for binding in self._bindings.values():
            self._tell_findings(binding)

    def _tell_findings(self, binding: Binding) -> None:
        found = self._session.findings_at(binding.place)
        if found != binding.findings:
            binding.findings = found
            binding.show_findings(found)


def _end_all(ends: Sequence[Callable[[], None]], _gone: object = None) -> None:
    for end in ends:
        end()
