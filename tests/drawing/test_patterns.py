from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bidkit.drawing.patterns import Pattern, filled, series_pattern, series_role
from bidkit.drawing.primitives import Line, Rect, Role

SIDES = st.floats(min_value=0, max_value=3000)


@given(SIDES, SIDES, st.sampled_from(Pattern))
def test_a_pattern_stays_on_its_bar(width: float, height: float, pattern: Pattern) -> None:
    area = Rect(5, 7, width, height, Role.ACCENT, key="bar")
    first, *lines = filled(area, pattern)
    assert first == area
    assert len(lines) <= 800
    for line in lines:
        assert isinstance(line, Line)
        assert line.key == "bar"
        for x, y in ((line.x1, line.y1), (line.x2, line.y2)):
            assert 5 - 1e-6 <= x <= 5 + width + 1e-6
            assert 7 - 1e-6 <= y <= 7 + height + 1e-6


def test_colour_and_pattern_together_tell_thirty_six_series_apart() -> None:
    looks = {(series_role(place), series_pattern(place)) for place in range(36)}
    assert len(looks) == 36
    assert len({series_pattern(place) for place in range(6)}) == 6
