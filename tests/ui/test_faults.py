"""A fault of the program saves what is typed first and can be told to somebody."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidkit.errors import InputError
from bidkit.ui.faults import Faults
from bidkit.ui.notices import Notices
from bidkit.ui.theme import Theme
from tests.drivers import Person


@pytest.fixture
def notices(theme: Theme, qtbot: QtBot) -> Iterator[Notices]:
    """Who speaks."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Notices(window)
    yield made
    if made.box is not None:
        made.box.close()


def raised(error: Exception) -> tuple[type[Exception], Exception, None]:
    return type(error), error, None


def test_a_fault_saves_first_and_offers_its_details(
    notices: Notices, capsys: pytest.CaptureFixture[str]
) -> None:
    saved: list[bool] = []

    def save() -> bool:
        assert notices.box is None
        saved.append(True)
        return True

    Faults(notices, save).caught(*raised(ZeroDivisionError("by nought")))
    box = notices.box
    assert saved
    assert box is not None
    assert "Everything you typed is saved" in box.informativeText()
    Person(box).press("Copy details")
    assert "by nought" in QApplication.clipboard().text()
    assert box.isVisible()
    assert "by nought" in capsys.readouterr().err


def test_a_fault_while_saving_is_not_hidden(
    notices: Notices, capsys: pytest.CaptureFixture[str]
) -> None:
    def save() -> bool:
        raise OSError("the disk is full")

    Faults(notices, save).caught(*raised(ZeroDivisionError("by nought")))
    box = notices.box
    assert box is not None
    assert "Save a copy now" in box.informativeText()
    assert "the disk is full" in capsys.readouterr().err


def test_a_refusal_is_no_fault(notices: Notices) -> None:
    Faults(notices, lambda: True).caught(*raised(InputError("That is not a day.")))
    assert notices.box is not None
    assert notices.box.text() == "That is not a day."


def test_the_hook_is_taken(notices: Notices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults = Faults(notices, lambda: True)
    faults.watch()
    assert sys.excepthook == faults.caught
