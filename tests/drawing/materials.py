"""Charts of every kind with labels and figures of every kind, for the laws of every picture."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from bidkit.drawing.bars import Bar, BarChart
from bidkit.drawing.chain import Box, Chain, Stage
from bidkit.drawing.charts import Chart
from bidkit.drawing.comparison import ComparedBar, Comparison
from bidkit.drawing.gantt import Milestone, Task, Timetable
from bidkit.drawing.grouped_bars import Group, GroupedBars
from bidkit.drawing.lines import LineChart, Series
from bidkit.drawing.make_up import MakeUp, Part
from bidkit.drawing.metrics import Frame
from bidkit.drawing.org_chart import OrgChart, Post
from bidkit.drawing.results import Result, Results
from bidkit.drawing.risk_matrix import PlacedRisk, RiskMatrix

LABELS = st.one_of(
    st.sampled_from(["", "Premises", "Service model and method", "Well-being " * 12, "M" * 90]),
    st.text(max_size=24),
)
FIGURES = st.one_of(
    st.sampled_from([Decimal(0), Decimal(1), Decimal("-0.01"), Decimal("1e12"), Decimal(-40)]),
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
)
MAYBE = st.one_of(st.none(), FIGURES)
KEYS = st.sampled_from(["", "a", "b", "c", "d", "e"])
DAYS = st.one_of(
    st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)),
)
MAYBE_DAYS = st.one_of(st.none(), DAYS)


def many(items: st.SearchStrategy[object], most: int = 9) -> st.SearchStrategy[tuple[object, ...]]:
    """Return none, one or several items."""
    return st.lists(items, max_size=most).map(tuple)


FRAMES = st.builds(
    Frame,
    st.floats(min_value=20, max_value=900),
    size=st.sampled_from([7.0, 10.0, 14.5]),
)
BARS: st.SearchStrategy[Chart] = st.builds(
    BarChart, LABELS, many(st.builds(Bar, LABELS, MAYBE, KEYS, st.booleans()))
)
GROUPED: st.SearchStrategy[Chart] = st.builds(
    GroupedBars,
    LABELS,
    st.lists(LABELS, max_size=4).map(tuple),
    many(st.builds(Group, LABELS, st.lists(MAYBE, max_size=5).map(tuple), KEYS), 5),
)
LINES: st.SearchStrategy[Chart] = st.builds(
    LineChart,
    LABELS,
    st.lists(LABELS, max_size=14).map(tuple),
    many(st.builds(Series, LABELS, st.lists(MAYBE, max_size=15).map(tuple), KEYS), 3),
)
MAKE_UPS: st.SearchStrategy[Chart] = st.builds(
    MakeUp, LABELS, many(st.builds(Part, LABELS, FIGURES, KEYS)), ring=st.booleans()
)
COMPARISONS: st.SearchStrategy[Chart] = st.builds(
    Comparison,
    LABELS,
    st.lists(LABELS, max_size=3).map(tuple),
    many(
        st.builds(
            ComparedBar, LABELS, st.lists(FIGURES, max_size=3).map(tuple), KEYS, st.booleans()
        ),
        5,
    ),
)
CHAINS: st.SearchStrategy[Chart] = st.builds(
    Chain,
    LABELS,
    many(st.builds(Stage, LABELS, many(st.builds(Box, LABELS, LABELS, KEYS), 4)), 6),
    many(st.tuples(KEYS, KEYS), 4),
)
TIMETABLES: st.SearchStrategy[Chart] = st.builds(
    Timetable,
    LABELS,
    many(
        st.one_of(
            st.builds(Task, LABELS, MAYBE_DAYS, MAYBE_DAYS, LABELS, KEYS),
            st.builds(Milestone, LABELS, MAYBE_DAYS, LABELS, KEYS),
        )
    ),
    MAYBE_DAYS,
)
ORG_CHARTS: st.SearchStrategy[Chart] = st.builds(
    OrgChart, LABELS, many(st.builds(Post, KEYS, LABELS, LABELS, KEYS))
)
RESULTS: st.SearchStrategy[Chart] = st.builds(
    Results, LABELS, many(st.builds(Result, LABELS, MAYBE, MAYBE, MAYBE, LABELS, KEYS), 5)
)
RISKS: st.SearchStrategy[Chart] = st.builds(
    RiskMatrix,
    LABELS,
    many(
        st.builds(
            PlacedRisk,
            LABELS,
            st.one_of(st.none(), st.integers(0, 6)),
            st.one_of(st.none(), st.integers(1, 5)),
            LABELS,
            KEYS,
        ),
        30,
    ),
    st.just(lambda likelihood, impact: ("high", likelihood * impact % 4)),
)
CHARTS: dict[str, st.SearchStrategy[Chart]] = {
    "bars": BARS,
    "grouped": GROUPED,
    "lines": LINES,
    "make-up": MAKE_UPS,
    "comparison": COMPARISONS,
    "chain": CHAINS,
    "timetable": TIMETABLES,
    "org-chart": ORG_CHARTS,
    "results": RESULTS,
    "risk-matrix": RISKS,
}
