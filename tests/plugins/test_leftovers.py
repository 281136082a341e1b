"""A test that leaves something running is told so by name."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

LEAVES_NOTHING = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

def test_tidy(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(10_000)
    window.show()
"""
LEAVES_TIMER = """
from PySide6.QtCore import QTimer

kept = QTimer()

def test_timer(qtbot):
    kept.start(10_000)
"""
LEAVES_WINDOW = """
from PySide6.QtWidgets import QWidget

kept = []

def test_window(qtbot):
    kept.append(QWidget())
    kept[0].show()
"""
LEAVES_THREAD = """
import threading

end = threading.Event()

def test_thread(qtbot):
    threading.Thread(target=end.wait, args=(30,), name="slow", daemon=True).start()
"""


def run(pytester: pytest.Pytester, source: str) -> pytest.RunResult:
    """Run one test file with the check on, in a process of its own."""
    pytester.makeini(f"[pytest]\nqt_api = pyside6\npythonpath = '{ROOT.as_posix()}'\n")
    pytester.makeconftest('pytest_plugins = ["tests.plugins.leftovers"]')
    pytester.makepyfile(source)
    return pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:cacheprovider")


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (LEAVES_TIMER, "*left behind: timer of NoneType (, 10000 ms)*"),
        (LEAVES_WINDOW, "*left behind: window QWidget*"),
        (LEAVES_THREAD, "*left behind: thread slow*"),
    ],
)
def test_what_is_left_is_named(pytester: pytest.Pytester, source: str, named: str) -> None:
    result = run(pytester, source)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([named])


def test_a_tidy_test_passes(pytester: pytest.Pytester) -> None:
    run(pytester, LEAVES_NOTHING).assert_outcomes(passed=1)
