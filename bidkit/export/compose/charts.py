"""The charts that a bid's own data makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import kind_words
from bidkit.domain.evidence import Outcome
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.drawing import gantt, make_up, org_chart, risk_matrix
from bidkit.drawing.bars import Bar, BarChart
from bidkit.drawing.charts import Chart, draw
from bidkit.drawing.metrics import Frame
from bidkit.export import tree
from bidkit.export.compose.evidence_charts import evidence_chain, outcome_trend
from bidkit.export.compose.options import Options
from bidkit.export.house_style import CHART_SIZE, TEXT_WIDTH
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.lots import marking_lots, short_name_of_lot
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.risk import Weight, risk_score
from bidkit.words import later, tr

PAPER = Frame(width=TEXT_WIDTH, size=CHART_SIZE)
MOST_NEXT_MARKS = 8
WEIGHTS = {
    Weight.LOW: later("low"),
    Weight.MEDIUM: later("medium"),
    Weight.HIGH: later("high"),
    Weight.SEVERE: later("severe"),
}
ROLE_WORDS = {
    "lead": later("Lead"),
    "member": later("Member"),
    "associate": later("Associate"),
    "subcontractor": later("Subcontractor"),
    "guarantor": later("Guarantor"),
}


def on_paper(chart: Chart, *, data_table: bool = False) -> tree.Chart:
    """Return a chart laid out for the width of a page."""
    return tree.Chart(draw(chart, PAPER), data_table=data_table)


def timetable(bid: Bid, today: date | None = None, lot: str = "") -> gantt.Timetable | None:
    """Return the delivery steps and milestones as a timetable; None where there are none."""
    steps = [one for one in bid.steps if not one.lots or not lot or lot in one.lots]
    rows: list[gantt.Task | gantt.Milestone] = []
    for one in steps:
        rows.append(gantt.Task(one.title, one.starts_on, one.ends_on, one.owner, one.id))
        rows += [
            gantt.Milestone(each.title, each.on, each.owner, each.id)
            for each in bid.milestones
            if each.step == one.id
        ]
    placed = {one.id for one in bid.steps}
    rows += [
        gantt.Milestone(each.title, each.on, each.owner, each.id)
        for each in bid.milestones
        if each.step not in placed
    ]
    return gantt.Timetable(tr("Timetable"), tuple(rows), today) if rows else None


def mobilisation(bid: Bid, today: date | None = None, lot: str = "") -> gantt.Timetable | None:
    """Return the steps before the service begins as a timetable of their own; None without any."""
    steps = tuple(one for one in bid.steps if one.phase == "mobilisation")
    if not steps:
        return None
    known = {one.id for one in steps}
    ends = [day for one in steps for day in (one.starts_on, one.ends_on) if day is not None]
    last = max(ends, default=None)
    days = tuple(
        one
        for one in bid.milestones
        if one.step in known
        or (not one.step and last is not None and one.on is not None and one.on <= last)
    )
    some = bid.model_copy(update={"steps": steps, "milestones": days})
    made = timetable(some, today, lot)
    return replace(made, title=tr("Getting ready")) if made is not None else None


def partnership(bid: Bid) -> org_chart.OrgChart | None:
    """Return who leads and who delivers as a chart; None where there are no partners."""
    lead = next((one.id for one in bid.partners if one.role == "lead"), "")
    posts = tuple(
        org_chart.Post(
            one.id,
            one.name,
            " · ".join(
                piece
                for piece in (str(ROLE_WORDS.get(one.role, "")), percent_words(one.share))
                if piece
            ),
            "" if one.id == lead else lead,
        )
        for one in bid.partners
    )
    return org_chart.OrgChart(tr("Who leads and who delivers"), posts) if posts else None


def risks(bid: Bid, *, ours: bool = True) -> risk_matrix.RiskMatrix | None:
    """Return the risks by how likely and how bad they are, the heaviest first; None without any.

    ours: those not meant for the buyer stand in it too.
    """
    kept = [one for one in bid.risks if ours or one.show_buyer]
    kept.sort(key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    placed = tuple(
        risk_matrix.PlacedRisk(one.title, one.likelihood, one.impact, one.owner, one.id)
        for one in kept
    )
    made = risk_matrix.RiskMatrix(tr("Risks"), placed, risk_weight)
    return made if placed else None


def risk_weight(likelihood: int, impact: int) -> tuple[str, int]:
    """Return the word for a cell of the square of risks, and how heavy it is from 0 to 3."""
    found = risk_score(likelihood, impact)
    weight = found.weight if found is not None else Weight.LOW
    return str(WEIGHTS[weight]), tuple(WEIGHTS).index(weight)


def team(bid: Bid) -> org_chart.OrgChart | None:
    """Return the delivery team as a chart; None where there are no roles."""
    posts = tuple(
        org_chart.Post(
            one.id,
            one.title,
            tr("{hours} hours a week", hours=number_words(one.hours_a_week))
            if one.hours_a_week is not None
            else "",
            one.parent,
        )
        for one in bid.roles
    )
    return org_chart.OrgChart(tr("The team"), posts) if posts else None


def cost_make_up(bid: Bid) -> make_up.MakeUp | None:
    """Return what the full cost is made of, kind by kind; None where there are no costs."""
    reading = costs_of(bid)
    kinds: dict[str, Decimal] = {}
    for line, years in zip(bid.cost_lines, reading.by_line, strict=True):
        kinds[line.kind or "other"] = kinds.get(line.kind or "other", Decimal(0)) + years[0]
    parts = [make_up.Part(kind_words(kind), value, kind) for kind, value in kinds.items() if value]
    if any(reading.allowance):
        parts.append(make_up.Part(tr("Employment Allowance"), -reading.allowance[0], "allowance"))
    if reading.overhead:
        parts.append(make_up.Part(tr("Share of the centre"), reading.overhead[0], "overhead"))
    if not parts:
        return None
    return make_up.MakeUp(
        tr("What the first year costs"), tuple(parts), money_words, tr("Full cost of the year")
    )


def next_marks(bid: Bid, lot: str = "") -> BarChart | None:
    """Return where one more mark is worth most, for all or one lot; None: nothing marked yet."""
    reading = marks_of(bid, lot)
    titles = {
        one.id: " ".join(piece for piece in (one.number, one.title) if piece)
        for one in bid.criteria
    }
    bars = tuple(
        Bar(titles.get(one.key, ""), one.points, one.key, quiet=one.needs_excess)
        for one in reading.next_marks[:MOST_NEXT_MARKS]
    )
    if not bars:
        return None
    named = [short_name_of_lot(one) for one in bid.lots if one.id == lot]
    title = tr("Where one more mark is worth most")
    return BarChart(
        f"{title} · {named[0]}" if named else title,
        bars,
        lambda value: tr("+{points} points", points=number_words(value, 1)),
        tr("Points"),
    )


def chain_chart(bid: Bid) -> tree.Blocks:
    """Return the chain from need to outcome as blocks."""
    made = evidence_chain(bid)
    return (on_paper(made),) if made is not None else ()


def outcome_chart(bid: Bid, outcome: Outcome) -> tree.Blocks:
    """Return the results of one outcome over time as blocks."""
    made = outcome_trend(bid, outcome)
    return (on_paper(made),) if made is not None else ()


def timetable_chart(bid: Bid, options: Options) -> tree.Blocks:
    """Return the timetable as blocks."""
    made = timetable(bid, None, options.lot)
    return (on_paper(made),) if made is not None else ()


def cost_chart(bid: Bid) -> tree.Blocks:
    """Return what the full cost is made of as blocks."""
    made = cost_make_up(bid)
    return (on_paper(made),) if made is not None else ()


def next_mark_chart(bid: Bid) -> tree.Blocks:
    """Return where one more mark is worth most as blocks, lot by lot where each is marked apart."""
    lots = [one.id for one in marking_lots(bid)] or [""]
    every = (next_marks(bid, lot) for lot in lots)
    return tuple(on_paper(made) for made in every if made is not None)
