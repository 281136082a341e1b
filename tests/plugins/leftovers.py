"""A test of the window leaves no thread, open window or running timer behind."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakSet

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

PATIENCE = 2.0


@contextmanager
def noting_timers() -> Iterator[WeakSet[QTimer]]:
    """Note every timer that Python code starts meanwhile."""
    from PySide6.QtCore import QTimer

    started: WeakSet[QTimer] = WeakSet()
    start = QTimer.start

    def noting(timer: QTimer, *arguments: int) -> None:
        started.add(timer)
        start(timer, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", noting)
        yield started


def running(timers: Iterable[QTimer]) -> list[str]:
    """Name the timers that are still running, with whom they belong to."""
    from shiboken6 import isValid

    return [
        f"timer of {type(timer.parent()).__name__} ({timer.objectName()}, {timer.interval()} ms)"
        for timer in timers
        if isValid(timer) and timer.isActive()
    ]


def open_windows() -> list[str]:
    """Name the windows that can still be seen."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return [f"window {type(window).__name__} {window.windowTitle()!r}" for window in windows]


def living_threads(before: set[threading.Thread]) -> list[str]:
    """Name the threads that were not there before and do not end when they are waited for."""
    from PySide6.QtCore import QThreadPool

    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(PATIENCE)
    left = [f"thread {thread.name}" for thread in new if thread.is_alive()]
    if not QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)):
        left.append("work in Qt's thread pool")
    return left


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that used qtbot when something of it goes on after its end."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    before = set(threading.enumerate())
    with noting_timers() as timers:
        yield
    left = [*living_threads(before), *open_windows(), *running(timers)]
    if left:
        pytest.fail("The test left behind: " + "; ".join(left), pytrace=False)
