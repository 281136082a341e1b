"""When an edit is told: after a short rest of the keys, not at each of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

REST = 250
"""Milliseconds of rest after which an edit is told."""

LONGEST = 1500
"""Milliseconds after which it is told although the keys have not rested."""

PAUSE = 2000
"""Milliseconds of rest that end a step of undo."""


class Teller(QObject):
    """Tells of edits: told(text) once the keys rest, sealed() when a step of undo ends."""

    told = Signal(str)
    sealed = Signal()

    def __init__(self, read: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._text = ""
        self._touched = False
        self._open_step = False
        self._since = QElapsedTimer()
        self._rest = self._timer(REST, self.flush)
        self._pause = self._timer(PAUSE, self.seal)

    @property
    def text(self) -> str:
        """The text as it was shown or told last."""
        return self._text

    @property
    def touched(self) -> bool:
        """Whether there is an edit that has not been told yet."""
        return self._touched

    def show(self, text: str) -> None:
        """Take a text as known: it came from outside and is no edit."""
        self._text = text
        self._touched = self._open_step = False
        self._rest.stop()
        self._pause.stop()

    def touch(self) -> None:
        """Note an edit; costs next to nothing, since it happens at each key."""
        if not self._touched:
            self._touched = True
            self._since.start()
        if self._since.elapsed() < LONGEST or not self._rest.isActive():
            self._rest.start()
        self._pause.start()

    @Slot()
    def flush(self) -> None:
        """Tell an edit now if there is one."""
        self._rest.stop()
        if not self._touched:
            return
        self._touched = False
        text = self._read()
        if text != self._text:
            self._text = text
            self._open_step = True
            self.told.emit(text)

    @Slot()
    def seal(self) -> None:
        """Tell what there is and end the step of undo."""
        self._pause.stop()
        self.flush()
        if self._open_step:
            self._open_step = False
            self.sealed.emit()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer
