"""Long work shows a bar after a while, can be stopped, and gives its result to the window."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.errors import FileError
from bidkit.progress import Progress
from bidkit.ui.jobs import JobDialog, Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.theme import Theme
from tests.drivers import Person


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    """A window for the work to be shown over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_result_arrives(window: QWidget, qtbot: QtBot) -> None:
    jobs = Jobs(Notices(window), window)
    results: list[int] = []
    job = jobs.run("Adding up", lambda _progress: 6 * 7, results.append)
    assert job is not None
    qtbot.waitUntil(lambda: jobs.running is None)
    assert results == [42]


def test_a_refusal_is_shown(window: QWidget, qtbot: QtBot) -> None:
    notices = Notices(window)
    jobs = Jobs(notices, window)

    def work(_progress: Progress) -> None:
        raise FileError("The stick is gone.")

    jobs.run("Writing", work, lambda _result: None)
    qtbot.waitUntil(lambda: jobs.running is None)
    assert notices.box is not None
    assert notices.box.text() == "The stick is gone."
    notices.box.close()


def test_slow_work_shows_a_bar_and_can_be_stopped(window: QWidget, qtbot: QtBot) -> None:
    jobs = Jobs(Notices(window), window)
    go_on = Event()

    def work(progress: Progress) -> None:
        progress(0.5, "Half of it")
        go_on.wait(5)
        progress(0.6, "More of it")

    jobs.run("Exporting", work, lambda _result: None)
    assert window.findChild(JobDialog) is not None
    dialog = window.findChild(JobDialog)
    assert isinstance(dialog, JobDialog)
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    person = Person(dialog)
    assert person.sees("Half of it")
    assert jobs.run("Another", lambda _progress: None, lambda _result: None) is None
    person.press("Cancel")
    go_on.set()
    qtbot.waitUntil(lambda: jobs.running is None)
