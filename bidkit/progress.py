"""How long work tells how far it is and learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from bidkit.errors import CancelledError


class Progress:
    """A share between 0 and 1 and a text, passed on to whoever listens; can be cancelled."""

    def __init__(self, tell: Callable[[float, str], None] | None = None) -> None:
        self._tell = tell
        self._stop = Event()

    def __call__(self, share: float, text: str = "") -> None:
        """Report how far the work is; raise CancelledError when the person has stopped it."""
        if self._stop.is_set():
            raise CancelledError("You stopped this. Nothing was changed.")
        if self._tell is not None:
            self._tell(min(max(share, 0.0), 1.0), text)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()
