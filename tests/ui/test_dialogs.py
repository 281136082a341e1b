"""Settings are kept, keys are listed, and a file that cannot be written says so above the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.preferences import Preferences
from bidkit.session.saved import SavedState
from bidkit.storage.lock import Holder
from bidkit.storage.settings import Settings
from bidkit.ui.application import chosen_font
from bidkit.ui.dialogs.about import Sheet
from bidkit.ui.dialogs.leftovers import Leftovers
from bidkit.ui.dialogs.settings import SettingsDialog
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.ui.paper import NOW, PaperLeftover, PaperOpening, PaperSession


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences in files that are not there yet."""
    return Preferences(tmp_path / "settings.json", tmp_path / "local.json")


@pytest.fixture
def window(theme: Theme, preferences: Preferences, qtbot: QtBot) -> Window:
    """The window with those preferences."""
    made = Window(theme, PaperOpening(), preferences)
    made.begin()
    qtbot.addWidget(made)
    made.show()
    return made


def test_settings_are_kept_at_once(
    window: Window, preferences: Preferences, tmp_path: Path
) -> None:
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.colours.show_value("dark")
    dialog.colours.edited.emit()
    assert window.theme.choice is Choice.DARK
    dialog.author.setText("Ann Other")
    dialog.close()
    again = Preferences(tmp_path / "settings.json", tmp_path / "local.json")
    assert again.settings.theme == "dark"
    assert again.settings.author == "Ann Other"


@pytest.mark.requirement(122)
def test_what_dates_is_listed_with_its_source_and_day(window: Window) -> None:
    window.actions_by_name["show_dates"].trigger()
    sheet = window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    person = Person(sheet)
    assert person.sees("Dated figures")
    assert person.sees("HM Revenue and Customs rates")
    assert person.sees("Bank holidays in England and Wales")
    assert person.sees("to be looked at again by") or person.sees("another look was due by")
    sheet.close()


def test_the_shape_of_the_window_is_remembered(
    window: Window, preferences: Preferences, theme: Theme, qtbot: QtBot
) -> None:
    window.resize(700, 500)
    window.close()
    again = Window(theme, PaperOpening(), preferences)
    qtbot.addWidget(again)
    assert again.size().width() == 700


def test_every_key_is_listed(window: Window) -> None:
    window.actions_by_name["show_keys"].trigger()
    sheet = window.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    person = Person(sheet)
    for words in ("Undo", "F9", "Ctrl+G", "Add a row"):
        assert person.sees(words)
    sheet.close()


def test_a_file_that_cannot_be_written_is_said_above_the_page(window: Window, qtbot: QtBot) -> None:
    session = PaperSession()
    window.show_bid(session)
    person = Person(window)
    session.saved = SavedState("not saved", NOW, "The stick was pulled.", "Put it back.")
    session.saved_changed.emit(session.saved)
    assert person.sees("▲ Not saved: The stick was pulled. Put it back.")
    assert person.sees("Save a copy…")
    session.saved = SavedState("saved", NOW)
    session.saved_changed.emit(session.saved)
    assert not person.sees("The stick was pulled")


def test_letters_follow_the_settings(qtbot: QtBot) -> None:
    system = QFont()
    system.setPointSizeF(12)
    plain = chosen_font(system, Settings(text_size=150))
    assert plain.pointSizeF() == 18
    clear = chosen_font(system, Settings(accessible_letters=True))
    assert clear.family() == "Atkinson Hyperlegible Next"


def test_what_was_not_kept_is_offered_and_brought_back(window: Window, qtbot: QtBot) -> None:
    title = ref(Bid, lambda b: b.opportunity.title)
    session = PaperSession(unkept=[PaperLeftover(title, "Hubs"), PaperLeftover(title, "Pubs")])
    window.show_bid(session)
    person = Person(window)
    person.press("Look at it")
    dialog = window.findChild(Leftovers)
    assert isinstance(dialog, Leftovers)
    reader = Person(dialog)
    assert reader.sees("Hubs")
    reader.press("Bring back")
    assert session.document.bid.opportunity.title == "Hubs"
    assert reader.sees("In the bid now: Hubs")
    reader.press("Throw away")
    dialog.close()
    assert not session.unkept
    assert not person.sees("It was found again")


def test_others_and_reading_only_are_said_above_the_page(window: Window) -> None:
    holder = Holder("r", "Bob", "DESK-2", NOW, NOW)
    window.show_bid(PaperSession(read_only=True, others=(holder,)))
    person = Person(window)
    assert person.sees("▲ This file can only be read.")
    assert person.sees("Bob on DESK-2 since 10:42")
    person.press("Good")
    assert not person.sees("Bob on DESK-2")
