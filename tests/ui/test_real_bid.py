"""The window and a real file together: typed, closed, opened again, previewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.stages import Stage
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.ui.dialogs.preview import Preview
from bidkit.ui.theme import Theme
from bidkit.ui.window import Window
from tests.drivers import Person


@pytest.fixture
def window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    """The window over a folder of its own."""
    made = Window(theme, FrontDoor(ports_here("Ann"), folder=tmp_path), Preferences())
    made.begin()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_what_is_typed_is_there_when_the_file_is_opened_again(
    window: Window, tmp_path: Path
) -> None:
    person = Person(window)
    person.press("Start a bid")
    person.press("Nothing yet: start blank")
    person.press("A small grant")
    assert window.workspace is not None
    window.workspace.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Warm space")
    assert window.close_bid()
    window.workspace = None
    window.open_path(next(tmp_path.glob("*.bidkit")))
    assert window.workspace is not None
    window.workspace.go_to(Stage.OPPORTUNITY)
    assert person.read("opportunity.title") == "Warm space"
    assert person.sees("✓ Saved")


def test_the_rules_look_beside_the_typing(window: Window, qtbot: QtBot) -> None:
    window.open_example()
    space = window.workspace
    assert space is not None
    qtbot.waitUntil(lambda: bool(space.session.findings), timeout=20_000)
    assert space.topbar.title.text() == "Community Wellbeing Hubs"


def test_the_preview_shows_what_the_buyer_would_get(window: Window, qtbot: QtBot) -> None:
    window.show_bid(window.opening.example("small-grant"))
    Person(window).press("Preview")
    qtbot.waitUntil(lambda: window.findChild(Preview) is not None, timeout=30_000)
    preview = window.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.view.page_count >= 2
    preview.close()
