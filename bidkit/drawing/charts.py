"""Every kind of chart as data, and the one way to lay any of them out."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from bidkit.drawing.bars import BarChart, draw_bars
from bidkit.drawing.chain import Chain, draw_chain
from bidkit.drawing.comparison import Comparison, draw_comparison
from bidkit.drawing.gantt import Timetable, draw_timetable
from bidkit.drawing.grouped_bars import GroupedBars, draw_grouped_bars
from bidkit.drawing.lines import LineChart, draw_lines
from bidkit.drawing.make_up import MakeUp, draw_make_up
from bidkit.drawing.metrics import Frame
from bidkit.drawing.org_chart import OrgChart, draw_org_chart
from bidkit.drawing.primitives import Picture
from bidkit.drawing.results import Results, draw_results
from bidkit.drawing.ring import draw_ring
from bidkit.drawing.risk_matrix import RiskMatrix, draw_risk_matrix

Chart: TypeAlias = (
    BarChart
    | GroupedBars
    | LineChart
    | MakeUp
    | Comparison
    | Chain
    | Timetable
    | OrgChart
    | Results
    | RiskMatrix
)


def draw(chart: Chart, frame: Frame) -> Picture:
    """Lay out any chart in the room a frame gives; the same chart suits screen and paper."""
    match chart:
        case BarChart():
            return draw_bars(chart, frame)
        case GroupedBars():
            return draw_grouped_bars(chart, frame)
        case LineChart():
            return draw_lines(chart, frame)
        case MakeUp():
            return draw_ring(chart, frame) if chart.ring else draw_make_up(chart, frame)
        case Comparison():
            return draw_comparison(chart, frame)
        case Chain():
            return draw_chain(chart, frame)
        case Timetable():
            return draw_timetable(chart, frame)
        case OrgChart():
            return draw_org_chart(chart, frame)
        case Results():
            return draw_results(chart, frame)
        case RiskMatrix():
            return draw_risk_matrix(chart, frame)
        case _:
            assert_never(chart)
