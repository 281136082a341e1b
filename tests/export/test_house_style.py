"""Every text colour of a house style can be read where it stands, whatever was chosen."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.export.house_style import (
    HouseStyle,
    contrast,
    luminance,
    mix,
    palette,
    readable,
    valid_colour,
)

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@settings(max_examples=100)
@given(colours, colours)
def test_text_is_readable_whatever_the_two_colours(primary: str, secondary: str) -> None:
    found = palette(HouseStyle(primary=primary, secondary=secondary))
    pairs = (
        (found.ink, found.paper),
        (found.quiet, found.paper),
        (found.quiet, found.primary_tint),
        (found.ink, found.primary_tint),
        (found.on_band, found.band),
        (found.primary_text, found.paper),
        (found.primary_text, found.primary_tint),
        (found.secondary_text, found.paper),
        (found.secondary_text, found.secondary_tint),
        (found.alert, found.alert_tint),
        (found.caution, found.caution_tint),
        (found.good, found.good_tint),
    )
    assert all(contrast(text, ground) >= 4.5 for text, ground in pairs)
    assert contrast(found.primary, found.paper) >= 3
    assert contrast(found.secondary, found.paper) >= 3


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable("#17406d", "#ffffff") == "#17406d"
    assert palette(HouseStyle(primary="#ffd400")).band == "#ffd400"


def test_what_is_no_colour_falls_back() -> None:
    assert valid_colour(" #ABC ", "#000000") == "#aabbcc"
    assert valid_colour("teal", "#0f766e") == "#0f766e"
    assert palette(HouseStyle(primary="", secondary="url(x)")) == palette(HouseStyle())


def test_contrast_follows_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert luminance("#ffffff") == 1
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_series_differ_in_lightness() -> None:
    series = palette(HouseStyle()).series
    assert len(set(series)) == 6
