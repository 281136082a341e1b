"""What is said of the panel's marks: everybody's side by side, the sums, one criterion's spread."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.figures.readings.scoring.panel import Panel, PanelRow
from bidkit.ui.pieces.labels import Tone
from bidkit.words import tr

MOST_REVIEWERS = 5
Sums = tuple[tuple[str, Panel], ...]
NONE = "–"


def headings_of(panel: Panel) -> tuple[str, ...]:
    """Return the headings: the criterion, each reviewer, us, the agreed mark."""
    names = (name or tr("No name") for name in panel.reviewers[:MOST_REVIEWERS])
    return (tr("Criterion"), *names, tr("Ours"), tr("Agreed"))


def rows_of(panel: Panel, sums: Sums) -> list[tuple[str, ...]]:
    """Return every criterion with all its marks, those far apart marked, and the points last."""
    return [*(_row(one) for one in panel.rows), *(_sum_row(*one) for one in sums)]


def _sum_row(lot: str, panel: Panel) -> tuple[str, ...]:
    name = tr("Points, {lot}", lot=lot) if lot else tr("Points")
    totals = tuple(_points(total) for total in panel.totals[:MOST_REVIEWERS])
    return (name, *totals, "", _points(panel.agreed))


def _row(row: PanelRow) -> tuple[str, ...]:
    one = row.criterion
    name = " ".join(part for part in (one.number, one.title) if part)
    marks = tuple(_mark(mark) for mark in row.marks[:MOST_REVIEWERS])
    return (f"▲ {name}" if row.apart else name, *marks, _mark(one.own_mark), _mark(row.agreed))


def sum_words(panel: Panel, sums: Sums) -> tuple[str, Tone]:
    """Return how many criteria are to be talked over, or what the agreed marks come to."""
    if not panel.reviewers:
        return "", "muted"
    if panel.apart:
        names = ", ".join(row.criterion.number or row.criterion.title for row in panel.apart)
        return tr("▲ To be talked over, the widest gap first: {names}.", names=names), "warn"
    agreed = [_agreed_words(*one) for one in sums if one[1].agreed is not None]
    if agreed:
        return "\n".join(agreed), "good"
    return tr("No marks lie far apart."), "muted"


def _agreed_words(lot: str, panel: Panel) -> str:
    points, possible = _points(panel.agreed), number_words(panel.possible)
    if lot:
        return tr(
            "✓ Agreed for {lot}: {points} of {possible} points.",
            lot=lot,
            points=points,
            possible=possible,
        )
    return tr("✓ Agreed: {points} of {possible} points.", points=points, possible=possible)


def criterion_words(row: PanelRow) -> tuple[str, Tone]:
    """Return how the marks of one criterion lie, beside our own."""
    own = row.criterion.own_mark
    ours = tr("Our own mark: {mark}. ", mark=number_words(own)) if own is not None else ""
    if row.spread is None or row.spread.people < 2:
        return ours + tr("Two reviewers or more show where you differ."), "muted"
    words = tr(
        "Marks from {low} to {high}",
        low=number_words(row.spread.lowest),
        high=number_words(row.spread.highest),
    )
    if row.apart:
        return f"▲ {ours}{words}: {tr('talk about why')}.", "warn"
    return f"✓ {ours}{words}.", "good"


def _mark(mark: Decimal | None) -> str:
    return number_words(mark) if mark is not None else NONE


def _points(points: Decimal | None) -> str:
    return number_words(points, 1) if points is not None else NONE
