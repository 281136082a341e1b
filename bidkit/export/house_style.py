"""The organisation's own look: logo, two colours, font and page furniture, made safe to read.

Every colour a document uses is decided here. Colours are texts of the form "#rrggbb".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FontChoice = Literal["source", "accessible"]

WHITE = "#ffffff"
INK = "#1c2430"
QUIET = "#566072"
LINE = "#d5dae1"
TINT = "#f4f6f8"
NAVY = "#17406d"
TEAL = "#0f766e"
ALERT = "#9f1d20"
ALERT_TINT = "#fcf1f0"
CAUTION = "#8a4b08"
CAUTION_TINT = "#fdf5e8"
GOOD = "#17693a"
GOOD_TINT = "#eef7f1"

TEXT_WIDTH = 427.28
CHART_SIZE = 8.75
"""The width of the text on a page, and the size of the words in a chart there, in points."""

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What an organisation chooses about the look of its documents; every field may stay empty."""

    font: FontChoice = "source"
    primary: str = NAVY
    secondary: str = TEAL
    logo: bytes = b""
    logo_alt: str = ""
    show_header: bool = True
    show_footer: bool = True
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one document by its part; text colours are readable where they stand."""

    paper: str
    ink: str
    quiet: str
    line: str
    tint: str
    band: str
    on_band: str
    primary: str
    primary_text: str
    primary_tint: str
    secondary: str
    secondary_text: str
    secondary_tint: str
    alert: str
    alert_tint: str
    caution: str
    caution_tint: str
    good: str
    good_tint: str
    series: tuple[str, ...]


def palette(style: HouseStyle) -> Palette:
    """Return the colours of a house style, darkened or turned to white where reading needs it."""
    primary = valid_colour(style.primary, NAVY)
    secondary = valid_colour(style.secondary, TEAL)
    band = written_on(primary)
    primary_tint = mix(primary, WHITE, 0.07)
    secondary_tint = mix(secondary, WHITE, 0.09)
    return Palette(
        paper=WHITE,
        ink=INK,
        quiet=QUIET,
        line=LINE,
        tint=TINT,
        band=band,
        on_band=on_colour(band),
        primary=readable(primary, WHITE, SHAPE_CONTRAST),
        primary_text=readable(primary, primary_tint),
        primary_tint=primary_tint,
        secondary=readable(secondary, WHITE, SHAPE_CONTRAST),
        secondary_text=readable(secondary, secondary_tint),
        secondary_tint=secondary_tint,
        alert=ALERT,
        alert_tint=ALERT_TINT,
        caution=CAUTION,
        caution_tint=CAUTION_TINT,
        good=GOOD,
        good_tint=GOOD_TINT,
        series=_series(primary, secondary),
    )


def valid_colour(colour: str, instead: str) -> str:
    """Return a colour as "#rrggbb", or the one given instead when it is not a colour."""
    text = colour.strip().lower()
    if re.fullmatch(r"#[0-9a-f]{6}", text):
        return text
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        return "#" + "".join(digit * 2 for digit in text[1:])
    return instead


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of "#rrggbb", each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def mix(colour: str, other: str, share: float) -> str:
    """Return a colour made of a share (0 to 1) of the first and the rest of the other."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round((a * share + b * (1 - share)) * 255):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2 between two colours, from 1 to 21."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, background: str, ratio: float = TEXT_CONTRAST) -> str:
    """Return the colour, darkened in small steps until it reaches a contrast on a background."""
    for step in range(51):
        darker = mix(colour, INK, 1 - step / 50)
        if contrast(darker, background) >= ratio:
            return darker
    return INK


def on_colour(background: str) -> str:
    """Return white or ink, whichever is easier to read on a background."""
    return WHITE if contrast(WHITE, background) >= contrast(INK, background) else INK


def written_on(background: str) -> str:
    """Return a background, darkened only where neither white nor ink could be read on it."""
    if contrast(on_colour(background), background) >= TEXT_CONTRAST:
        return background
    return readable(background, WHITE)


def _series(primary: str, secondary: str) -> tuple[str, ...]:
    """Return six fillings for charts that differ in lightness as well as in hue."""
    first = readable(primary, WHITE, SHAPE_CONTRAST)
    second = readable(secondary, WHITE, SHAPE_CONTRAST)
    return (
        first,
        mix(second, WHITE, 0.72),
        mix(INK, WHITE, 0.62),
        mix(first, WHITE, 0.45),
        mix(second, INK, 0.6),
        mix(INK, WHITE, 0.30),
    )
