"""The application: Qt is started, the look is chosen, and the window is shown."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

import bidkit
from bidkit.resources import resource
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports, ports_here
from bidkit.session.preferences import Preferences
from bidkit.storage.settings import Settings
from bidkit.ui.faults import Faults
from bidkit.ui.theme import Theme, readable_font
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from bidkit.words import tr

LETTERS = "atkinson-hyperlegible-next"


def make_application(settings: Settings | None = None) -> QApplication:
    """Return Qt's application with the style and letters that were chosen."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("BidKit")
    application.setApplicationVersion(bidkit.__version__)
    application.setStyle("Fusion")
    application.setFont(chosen_font(application.font(), settings or Settings()))
    return application


def chosen_font(system: QFont, settings: Settings) -> QFont:
    """Return the system's font, or letters easier to tell apart, in the size that was chosen."""
    font = readable_font(system)
    if settings.accessible_letters:
        for style in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(
                str(resource("fonts", LETTERS, f"AtkinsonHyperlegibleNext-{style}.ttf"))
            )
        font.setFamily("Atkinson Hyperlegible Next")
    font.setPointSizeF(font.pointSizeF() * settings.text_size / 100)
    return font


def try_window(path: Path) -> None:
    """Build the whole window with this bid open, and paint every page of it once."""
    preferences = Preferences()
    application = make_application(preferences.settings)
    theme = Theme(application, Choice.LIGHT)
    window = Window(theme, FrontDoor(ports_here()), preferences)
    window.open_path(path)
    space = window.workspace
    if space is None:
        raise RuntimeError(tr("The window did not open the bid."))
    for stage in space.walk.stages():
        space.go_to(stage)
        if window.grab().isNull():
            raise RuntimeError(tr("The page {name} was not painted.", name=stage))
    window.close_bid()


def start(ports: Ports, path: Path | None) -> int:
    """Show the window, with a bid where one is named; return the exit code."""
    preferences = Preferences()
    settings = preferences.settings
    application = make_application(settings)
    known = replace(ports, author=settings.author or ports.author)
    theme = Theme(application, Choice(settings.theme))
    window = Window(theme, FrontDoor(known), preferences)
    Faults(window.notices, window.save_all).watch()
    window.begin(path)
    window.show()
    gc.freeze()
    gc.enable()
    return application.exec()
