"""Every page, full of the example: nothing is cut off, everything has a name, keys reach it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bidkit.domain.stages import Stage
from bidkit.session.preferences import Preferences
from bidkit.ui.pieces.elided import Elided
from bidkit.ui.shell.walk import page_exists
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.ui.paper import PaperOpening

STAGES = [stage for stage in Stage if page_exists(stage)]
SCREENS = [(1.0, (1280, 720)), (1.0, (1093, 574)), (1.5, (1280, 720))]


@pytest.fixture
def letters(qapp: QApplication) -> Iterator[QFont]:
    """The window's font, put back afterwards."""
    before = QFont(qapp.font())
    yield before
    qapp.setFont(before)


@pytest.fixture
def window(theme: Theme, letters: QFont, qtbot: QtBot) -> Window:
    """The window over bids on paper."""
    made = Window(theme, PaperOpening(), Preferences())
    made.begin()
    qtbot.addWidget(made)
    return made


def opened(window: Window, stage: Stage, example: str = "harbour") -> Workspace:
    """Open an example at a stage."""
    window.show_bid(PaperOpening().example(example))
    assert window.workspace is not None
    window.workspace.go_to(stage)
    return window.workspace


def cut_off(page: QWidget) -> list[str]:
    """Name the labels and buttons of a page that have less room than their words take."""
    found = []
    for one in page.findChildren(QWidget):
        worded = isinstance(one, QLabel | QAbstractButton) and not isinstance(one, Elided)
        if not worded or not one.isVisible():
            continue
        if one.width() + 1 < one.minimumSizeHint().width():
            found.append(f"{type(one).__name__} “{getattr(one, 'text', str)()}”")
    return found


@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_nothing_is_cut_off(window: Window, letters: QFont, stage: Stage) -> None:
    window.show()
    for letters_by, size in SCREENS:
        larger = QFont(letters)
        larger.setPointSizeF(10.5 * letters_by)
        QApplication.setFont(larger)
        window.resize(*size)
        space = opened(window, stage)
        page = space.walk.page
        assert page is not None
        QApplication.sendPostedEvents()
        assert window.size().toTuple() == size
        wide = page.minimumSizeHint().width()
        assert wide <= space.walk.width(), f"scrolls sideways at {size} and {letters_by}"
        assert cut_off(page) == [], f"at {size} and {letters_by}"
        assert page.findChildren(QLabel)


@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_everything_that_takes_keys_has_a_name(window: Window, stage: Stage) -> None:
    window.resize(1280, 720)
    window.show()
    page = opened(window, stage).walk.page
    assert page is not None
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not isinstance(one, QScrollArea)
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton | QCheckBox | QToolButton) and one.text())
        and not one.objectName().startswith("qt_")
    ]
    assert nameless == []


@pytest.mark.parametrize("stage", STAGES, ids=str)
@pytest.mark.parametrize("example", ["harbour", "small-grant"])
def test_opening_a_page_changes_nothing(window: Window, stage: Stage, example: str) -> None:
    window.show()
    window.show_bid(PaperOpening().example(example))
    space = window.workspace
    assert space is not None
    before = space.desk.bid
    space.go_to(stage)
    for choice in (Choice.DARK, Choice.LIGHT):
        window.theme.choose(choice)
    space.leave()
    assert space.desk.bid is before
    assert not space.desk.document.undo_label


@pytest.mark.parametrize("stage", STAGES, ids=str)
def test_tab_never_gets_stuck(window: Window, stage: Stage) -> None:
    window.show()
    window.activateWindow()
    space = opened(window, stage)
    page = space.walk.page
    assert page is not None
    seen: list[QWidget] = []
    page.setFocus()
    for _ in range(400):
        if not window.focusNextChild():
            break
        now = window.focusWidget()
        if now is None or (seen and now is seen[0]):
            break
        seen.append(now)
    assert len({id(one) for one in seen}) >= min(len(seen), 6)
    assert space.rail.list in seen
