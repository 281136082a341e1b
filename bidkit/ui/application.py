"""The application: Qt is started, the look is chosen, and the window is shown."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import bidkit
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.ui.faults import Faults
from bidkit.ui.theme import Theme, readable_font
from bidkit.ui.window import Window


def make_application() -> QApplication:
    """Return Qt's application with the style and letters of BidKit."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("BidKit")
    application.setApplicationVersion(bidkit.__version__)
    application.setStyle("Fusion")
    application.setFont(readable_font(application.font()))
    return application


def start(ports: Ports, path: Path | None) -> int:
    """Show the window, with a bid where one is named; return the exit code."""
    application = make_application()
    window = Window(Theme(application), FrontDoor(ports))
    Faults(window.notices, window.save_all).watch()
    window.show()
    if path is not None:
        window.open_path(path)
    return application.exec()
