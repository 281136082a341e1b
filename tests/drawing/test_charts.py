from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.showing import money_words
from bidkit.drawing.bars import Bar, BarChart
from bidkit.drawing.chain import Box, Chain, Stage
from bidkit.drawing.charts import Chart, draw
from bidkit.drawing.comparison import ComparedBar, Comparison
from bidkit.drawing.extents import hit
from bidkit.drawing.gantt import Milestone, Task, Timetable
from bidkit.drawing.grouped_bars import Group, GroupedBars
from bidkit.drawing.lines import LineChart, Series
from bidkit.drawing.make_up import MakeUp, Part
from bidkit.drawing.metrics import Frame
from bidkit.drawing.org_chart import OrgChart, Post, branches
from bidkit.drawing.primitives import Circle, Line, Polyline, Rect, Role, Text
from bidkit.drawing.results import Result, Results
from bidkit.drawing.ring import progress_ring
from bidkit.drawing.risk_matrix import PlacedRisk, RiskMatrix
from tests.drawing.judging import METRICS, judge, words

D = Decimal
FRAME = Frame(480)

MARKS = BarChart(
    "Where one more mark is worth most",
    (
        Bar("1.1 Service model", D(5), "q1"),
        Bar("1.2 Outcomes", D(4), "q2"),
        Bar("Price −5 %", D("1.4"), quiet=True),
        Bar("Social value", None),
    ),
    write=lambda value: f"+{value} points",
)
CHAIN = Chain(
    "How the change comes about",
    (
        Stage("Need", (Box("One adult in three feels lonely", "Survey 2025", "n1"),)),
        Stage("Activity", (Box("Drop-in hubs", key="a1"), Box("Peer groups", key="a2"))),
        Stage("Outcome", (Box("82% feel less lonely", "50 of 61", "u1"),)),
    ),
    (("n1", "a1"), ("n1", "a2"), ("a2", "u1")),
)
TIMETABLE = Timetable(
    "Mobilisation",
    (
        Task("Recruit", date(2027, 1, 4), date(2027, 2, 26), "Director", "t1"),
        Milestone("Hubs open", date(2027, 4, 1), "Director", "m1"),
        Task("To be agreed", None, None),
    ),
    today=date(2027, 2, 1),
)
STAFF = OrgChart(
    "Who does what",
    (Post("d", "Director"), Post("c", "Contract manager", "Full time", "d")),
)
PRICE = MakeUp(
    "What the price is made of",
    (Part("Staff", D(97_000), "staff"), Part("Rent", D(24_000)), Part("Grant held", D(-4_000))),
    write=money_words,
)
COMPARISON = Comparison(
    "Quality 60, price 40",
    ("Quality", "Price"),
    (ComparedBar("A", (D("49.2"), D("35.2"))), ComparedBar("B", (D(45), D(40)), best=True)),
)
BALANCE = LineChart(
    "Balance", ("Apr", "May", "Jun"), (Series("", (D(400), D(-120), None)),), write=money_words
)
GROUPED = GroupedBars(
    "Lonely", ("Baseline", "Result"), (Group("Adults", (D(20), D(50))), Group("Young", (D(8),)))
)
RESULTS = Results("Outcomes", (Result("Feel less lonely", D(20), D(60), D(50), "75%", "o1"),))
EVERY: tuple[tuple[Chart, tuple[str, ...]], ...] = (
    (MARKS, ("1.1 Service model: +5 points", "Price −5 %: +1.4 points", "Social value: not known")),
    (CHAIN, ("Need: One adult in three feels lonely (Survey 2025)", "82% feel less lonely")),
    (TIMETABLE, ("Recruit: 4 Jan 2027 – 26 Feb 2027 · Director", "milestone", "no date yet")),
    (STAFF, ("Contract manager (Full time), answers to Director",)),
    (PRICE, ("Staff £97,000 80.2%", "Rent £24,000 19.8%", "Grant held −£4,000", "Total £117,000")),
    (replace(PRICE, ring=True), ("Staff £97,000 80.2%", "Grant held −£4,000")),
    (COMPARISON, ("A: Quality 49.2, Price 35.2, total 84.4", "total 85 best")),
    (BALANCE, ("Apr: £400", "May: −£120", "Jun: not known")),
    (GROUPED, ("Adults: Baseline 20, Result 50", "Young: Baseline 8, Result not known")),
    (RESULTS, ("Feel less lonely: baseline 20, target 60, result 50 (75%)",)),
)
CASES = pytest.mark.parametrize(("chart", "told"), EVERY, ids=lambda one: type(one).__name__)


@CASES
def test_the_alternative_text_states_the_figures(chart: Chart, told: tuple[str, ...]) -> None:
    picture = draw(chart, FRAME)
    assert picture.alt.startswith(f"{chart.title}. ")
    for part in told:
        assert part in picture.alt
    assert picture.table.rows


@CASES
@pytest.mark.parametrize("width", [60, 200, 320, 900])
def test_every_width_is_laid_out(chart: Chart, told: tuple[str, ...], width: int) -> None:
    assert told
    judge(draw(chart, Frame(width)))


EMPTY: tuple[Chart, ...] = (
    BarChart("Marks", ()),
    GroupedBars("Marks", (), ()),
    LineChart("Marks", (), ()),
    MakeUp("Marks", ()),
    Comparison("Marks", (), ()),
    Chain("Marks", ()),
    Timetable("Marks", ()),
    OrgChart("Marks", ()),
    Results("Marks", ()),
)


@pytest.mark.parametrize("chart", EMPTY, ids=lambda one: type(one).__name__)
def test_nothing_is_said_in_words(chart: Chart) -> None:
    picture = draw(chart, FRAME)
    judge(picture)
    assert picture.alt == "Marks. There is nothing to show yet."
    assert "There is nothing to show yet." in words(picture)


def test_a_bar_is_as_long_as_its_figure() -> None:
    rects = {one.key: one for one in draw(MARKS, FRAME).shapes if isinstance(one, Rect)}
    assert abs(rects["q1"].width / rects["q2"].width - 5 / 4) < 1e-6


def test_bars_below_nought_lie_on_the_other_side_of_the_line() -> None:
    chart = BarChart("", (Bar("gain", D(3), "gain"), Bar("loss", D(-3), "loss")))
    rects = {one.key: one for one in draw(chart, FRAME).shapes if isinstance(one, Rect)}
    assert abs(rects["loss"].x + rects["loss"].width - rects["gain"].x) < 1e-6


def test_very_many_bars_are_counted_and_kept_in_the_table() -> None:
    chart = BarChart("Lines", tuple(Bar(f"Line {place}", D(place)) for place in range(500)))
    picture = draw(chart, FRAME)
    judge(picture)
    assert "… and 460 more in the table" in words(picture)
    assert "and 485 more in the table" in picture.alt
    assert len(picture.table.rows) == 500


def test_bars_can_be_clicked() -> None:
    picture = draw(MARKS, FRAME)
    bar = next(one for one in picture.shapes if isinstance(one, Rect) and one.key == "q2")
    assert hit(picture, bar.x + 2, bar.y + 2, METRICS) == "q2"
    assert hit(picture, 3, bar.y + 6, METRICS) == "q2"


def test_a_chain_runs_across_where_it_can_and_down_where_it_cannot() -> None:
    def boxes(width: float) -> list[Rect]:
        return [one for one in draw(CHAIN, Frame(width)).shapes if isinstance(one, Rect)]

    assert len({box.x for box in boxes(600)}) == 3
    assert len({box.x for box in boxes(200)}) == 1


def test_links_are_drawn_as_arrows_and_told_in_the_table() -> None:
    picture = draw(CHAIN, Frame(600))
    heads = [one for one in picture.shapes if isinstance(one, Polyline)]
    assert len(heads) == 3
    assert picture.table.rows[0][3] == "Drop-in hubs; Peer groups"


def test_many_stages_stand_in_two_rows_where_one_would_be_cramped() -> None:
    stages = tuple(Stage(name, (Box(name, key=name),)) for name in ("A", "B", "C", "D", "E", "F"))

    def tops(width: float) -> list[float]:
        picture = draw(Chain("Six", stages), Frame(width))
        found = {one.key: one.y for one in picture.shapes if isinstance(one, Rect) and one.key}
        return list(found.values())

    assert len(set(tops(1200))) == 1
    narrow = tops(500)
    assert len(set(narrow[:3])) == len(set(narrow[3:])) == 1
    assert narrow[3] > narrow[0]
    assert len(set(tops(150))) == 6


def test_a_stage_without_boxes_says_so() -> None:
    chain = Chain("", (Stage("Need", (Box("Lonely"),)), Stage("Impact")))
    assert "Nothing here yet" in words(draw(chain, FRAME))


def test_today_is_drawn_only_inside_the_timetable() -> None:
    inside = draw(TIMETABLE, FRAME)
    assert any(isinstance(one, Line) and one.stroke is Role.BAD for one in inside.shapes)
    assert "today" in words(inside)
    later = draw(replace(TIMETABLE, today=date(2031, 1, 1)), FRAME)
    assert "today" not in words(later)


def test_dates_the_wrong_way_round_are_read_the_right_way() -> None:
    task = Task("Recruit", date(2027, 2, 26), date(2027, 1, 4))
    assert "4 Jan 2027 – 26 Feb 2027" in draw(Timetable("", (task,)), FRAME).alt


def test_gaps_in_a_line_are_left_open() -> None:
    values = (D(1), D(2), None, D(3), D(4))
    chart = LineChart("", ("a", "b", "c", "d", "e"), (Series("", values),))
    lines = [one for one in draw(chart, FRAME).shapes if isinstance(one, Polyline)]
    assert [len(one.points) for one in lines] == [2, 2]


def test_lines_differ_by_mark_and_dash_and_not_by_colour_alone() -> None:
    series = tuple(Series(name, (D(1), D(2))) for name in ("North", "South"))
    shapes = draw(LineChart("", ("a", "b"), series), FRAME).shapes
    dashes = {one.dash for one in shapes if isinstance(one, Polyline) and not one.closed}
    assert len(dashes) == 2
    assert any(isinstance(one, Circle) for one in shapes)
    assert any(isinstance(one, Polyline) and one.closed for one in shapes)


def test_shares_of_a_whole_make_a_hundred() -> None:
    thirds = MakeUp("", tuple(Part(name, D(1)) for name in "abc"))
    shares = [row[2] for row in draw(thirds, FRAME).table.rows[:3]]
    assert shares == ["33.4%", "33.3%", "33.3%"]


def test_circles_of_superiors_are_opened() -> None:
    posts = (Post("a", "A", above="b"), Post("b", "B", above="a"), Post("c", "C", above="x"))
    roots = branches(posts)
    assert [root.post.key for root in roots] == ["a", "c"]
    assert roots[0].below[0].post.key == "b"


def test_a_very_deep_line_of_superiors_is_laid_out() -> None:
    posts = tuple(Post(str(n), f"Role {n}", above=str(n - 1)) for n in range(200))
    picture = draw(OrgChart("", posts), FRAME)
    judge(picture)
    assert len(picture.table.rows) == 200


def test_every_role_of_a_chart_is_written() -> None:
    posts = tuple(Post(str(n), f"Role {n}", above="0") for n in range(12))
    for width in (200, 1600):
        picture = draw(OrgChart("", posts), Frame(width))
        judge(picture)
        written = words(picture)
        assert all(f"Role {n}" in written for n in range(12))


def test_a_ring_of_progress() -> None:
    assert len(progress_ring(0.0, 16)) == 1
    assert len(progress_ring(0.5, 16)) == 2
    assert progress_ring(2.0, 16) == progress_ring(1.0, 16)


def test_words_have_no_colours_of_their_own() -> None:
    for chart, _ in EVERY:
        roles = {one.role for one in draw(chart, FRAME).shapes if isinstance(one, Text)}
        assert roles <= {Role.INK, Role.MUTED, Role.BAD}


@pytest.mark.requirement(94)
def test_risks_stand_in_their_cell_with_number_score_and_word() -> None:
    chart = RiskMatrix(
        "Risks",
        (
            PlacedRisk("Posts stay empty", 3, 4, "Manager", "r1"),
            PlacedRisk("Late start", 3, 4, "", "r2"),
            PlacedRisk("Not judged yet", None, 4),
        ),
        lambda likelihood, impact: ("high", 2),
    )
    picture = draw(chart, FRAME)
    judge(picture)
    said = words(picture)
    assert "1, 2" in said
    assert "12 of 25, high · Manager" in said
    assert "not judged" in said
    assert picture.table.rows[0] == ("1", "Posts stay empty", "3", "4", "12 of 25, high", "Manager")
