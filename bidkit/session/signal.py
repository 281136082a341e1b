"""A signal without Qt: listeners are called in the order they came, on the calling thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Tells every listener the same thing; connecting returns how to stop listening."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Call the listener from now on; return a function that ends it."""
        self._listeners.append(listener)

        def disconnect() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return disconnect

    def emit(self, message: T) -> None:
        """Tell all who listen at this moment."""
        for listener in tuple(self._listeners):
            listener(message)
