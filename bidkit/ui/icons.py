"""Icons from resources/icons, drawn in a colour of the theme; SVG is loaded when first needed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from bidkit.resources import resource
from bidkit.ui.theme import CLEAR


def icon_image(name: str, colour: QColor, size: int) -> QPixmap:
    """Return an icon as a picture of so many pixels a side; its lines are in one colour."""
    application = QGuiApplication.instance()
    dense = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _image(name, colour.name(), round(size * dense), dense)


@lru_cache(maxsize=128)
def _image(name: str, colour: str, pixels: int, dense: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    picture = QPixmap(pixels, pixels)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(dense)
    return picture
