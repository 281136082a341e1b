"""Opening a bid: what is loaded before the window stands, and nothing that can wait."""

from __future__ import annotations

import pytest

from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import ports_here
from tests.processes import python

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from bidkit.session.ports import ports_here
from bidkit.ui.application import make_application, start
application = make_application()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
start(ports_here(), Path(sys.argv[1]))
print("\\n".join(sys.modules))
"""
LATE = (
    "keyring markdown_it reportlab pikepdf docx openpyxl pypdfium2 PIL PySide6.QtPdf "
    "bidkit.export bidkit.importers bidkit.packs.catalogue bidkit.rules.catalogue "
    "bidkit.domain.prose bidkit.session.examples bidkit.ui.prose bidkit.ui.charts "
    "bidkit.ui.pages.answers bidkit.ui.dialogs.settings"
).split()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every module that a window with the example open has loaded."""
    folder = tmp_path_factory.mktemp("start")
    path = folder / "bid.bidkit"
    ports = ports_here("Ann")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIDKIT_HOME", str(folder / "home"))
        create_bid(path, load_example("harbour", ports.today()), ports).close()
        return set(python(WINDOW, path, QT_QPA_PLATFORM="offscreen").stdout.split())


@pytest.mark.parametrize("name", LATE)
def test_what_can_wait_is_not_loaded_before_the_window_stands(loaded: set[str], name: str) -> None:
    assert "bidkit.ui.window" in loaded
    assert "bidkit.session.session" in loaded
    assert name not in loaded


def test_of_the_pages_only_the_first_is_built(loaded: set[str]) -> None:
    pages = {name.split(".")[3] for name in loaded if name.startswith("bidkit.ui.pages.")}
    assert pages == {"next"}
