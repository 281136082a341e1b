"""What tests of the window start from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.theme import Theme
from tests.drivers import Person
from tests.ui.paper import PaperSession

Put = Callable[[QWidget], Person]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, whatever the machine shows."""
    from bidkit.ui.theme_tokens import Choice

    qapp.setStyle("Fusion")
    made = Theme(qapp, Choice.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def paper() -> PaperSession:
    """An empty bid, open on paper."""
    return PaperSession()


@pytest.fixture
def desk(theme: Theme, paper: PaperSession, qtbot: QtBot) -> Desk:
    """A desk with that bid on it."""
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    return Desk(paper, notices, theme, Binder(paper, root), Jobs(notices, root))


@pytest.fixture
def put(qtbot: QtBot) -> Put:
    """Show a widget and return the person in front of it; the widget lives until the end."""

    kept: list[QWidget] = []

    def shown(widget: QWidget) -> Person:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1000, 700)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return Person(widget)

    return shown
