"""Every theme can be read: contrast, the same names everywhere, and a switch while it runs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bidkit.ui.theme import LEAST_POINTS, Theme, readable_font, scaled
from bidkit.ui.theme_tokens import Choice, tokens_of

THEMES = [Choice.LIGHT, Choice.DARK, Choice.HIGH_CONTRAST]
TEXT = ("ink", "muted", "accent", "good", "warn", "bad")
GROUNDS = ("paper", "panel", "field", "accent_soft", "note")


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it, from 0 to 1."""
    found = QColor(colour)
    parts = [found.redF(), found.greenF(), found.blueF()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio as WCAG 2.2 defines it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("choice", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_stands_out_from_every_ground(choice: Choice, ground: str, text: str) -> None:
    colours = vars(tokens_of(choice))
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("choice", THEMES)
def test_pairs_that_meet_can_be_told_apart(choice: Choice) -> None:
    colours = vars(tokens_of(choice))
    for text, ground in (
        ("accent_ink", "accent"),
        ("ink", "highlight"),
        ("good", "good_soft"),
        ("warn", "warn_soft"),
        ("bad", "bad_soft"),
    ):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    series = [f"series_{number}" for number in range(1, 7)]
    for edge in ("outline", "focus", *series):
        for ground in ("paper", "panel", "field"):
            assert contrast(colours[edge], colours[ground]) >= 3, (edge, ground)


def test_a_theme_can_be_changed_while_the_window_is_open(theme: Theme, qtbot: QtBot) -> None:
    region = QWidget()
    qtbot.addWidget(region)
    theme.dress(region)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    dark = tokens_of(Choice.DARK)
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(dark.paper)
    assert dark.ink in region.styleSheet()


def test_letters_are_large_enough() -> None:
    small = QFont()
    small.setPointSizeF(8)
    assert readable_font(small).pointSizeF() == LEAST_POINTS
    large = QFont()
    large.setPointSizeF(16)
    assert readable_font(large).pointSizeF() == 16
    assert scaled(large, 1.5).pointSizeF() == 24
