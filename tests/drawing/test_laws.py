from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bidkit.drawing.charts import draw
from bidkit.drawing.extents import areas
from tests.drawing.judging import METRICS, judge
from tests.drawing.materials import CHARTS, FRAMES


@pytest.mark.parametrize("kind", CHARTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_picture_keeps_its_words_inside_and_apart(kind: str, data: st.DataObject) -> None:
    picture = draw(data.draw(CHARTS[kind]), data.draw(FRAMES))
    judge(picture)
    assert "" not in areas(picture, METRICS)


@pytest.mark.parametrize("kind", CHARTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_same_chart_is_laid_out_the_same(kind: str, data: st.DataObject) -> None:
    chart, frame = data.draw(CHARTS[kind]), data.draw(FRAMES)
    assert draw(chart, frame) == draw(chart, frame)
