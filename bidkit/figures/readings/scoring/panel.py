"""The mock panel of one bid: who marked what, how far apart, what was agreed, what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.figures.marks import weighted_mark
from bidkit.figures.panel import USUAL_GAP, PanelCriterion, PanelMark, Spread, agreed_mark, spread
from bidkit.figures.readings.lots import marked_for, marking_lots, short_name_of_lot
from bidkit.figures.readings.marks import levels_of, marks_of
from bidkit.figures.rounding import NOUGHT


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One criterion: the mark of each reviewer (None: none yet), the spread, the agreed mark."""

    criterion: Criterion
    marks: tuple[Decimal | None, ...]
    spread: Spread | None
    agreed: Decimal | None
    apart: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Everybody's marks. totals: the points of each reviewer, None until they marked everything.

    agreed: the points of the agreed marks, with marks all gave alike; None while some lack.
    """

    reviewers: tuple[str, ...]
    rows: tuple[PanelRow, ...]
    totals: tuple[Decimal | None, ...]
    agreed: Decimal | None
    possible: Decimal

    @property
    def apart(self) -> tuple[PanelRow, ...]:
        """The criteria still to be talked over, the widest gap first."""
        wide = [row for row in self.rows if row.apart]
        return tuple(sorted(wide, key=lambda row: -(row.spread.gap if row.spread else NOUGHT)))


def panel_of(bid: Bid, lot: str = "") -> Panel:
    """Return the marks of the panel over every criterion of a bid, or of one lot, on a scale.

    Formula: points = Σ weight × mark ÷ top; a criterion is apart where highest − lowest lies above
    the gap agreed for the bid (else 1) and no mark is agreed. Units: points. Rounding: none.
    """
    criteria = marked_criteria(marked_for(bid, lot) if lot else bid)
    given: dict[str, dict[str, Decimal]] = {}
    for one in bid.panel_marks:
        if one.mark is not None:
            given.setdefault(one.parent, {})[one.reviewer.strip()] = one.mark
    reviewers = reviewers_of(bid)
    agreed = {one.parent: one.mark for one in bid.moderated_marks if one.mark is not None}
    gap = bid.scoring.moderation_gap if bid.scoring.moderation_gap is not None else USUAL_GAP
    rows = tuple(
        _row(one, reviewers, given.get(one.id, {}), (agreed.get(one.id), gap)) for one in criteria
    )
    worth = marks_of(bid, lot).worth
    totals = tuple(
        _points(bid, worth, rows, [row.marks[at] for row in rows]) for at in range(len(reviewers))
    )
    possible = sum((worth.get(one.id, NOUGHT) for one in criteria), NOUGHT)
    agreed_total = _points(bid, worth, rows, [row.agreed for row in rows])
    return Panel(reviewers, rows, totals, agreed_total, possible)


def panels_of(bid: Bid) -> tuple[tuple[str, Panel], ...]:
    """Return the panel's marks, once for each lot and with its name where lots are marked apart."""
    lots = marking_lots(bid)
    if not lots:
        return (("", panel_of(bid)),)
    return tuple((short_name_of_lot(one), panel_of(bid, one.id)) for one in lots)


def marked_criteria(bid: Bid) -> tuple[Criterion, ...]:
    """Return the criteria a panel marks: those without parts that are not a price."""
    parents = {one.parent for one in bid.criteria}
    return tuple(
        one for one in bid.criteria if one.id not in parents and one.kind not in ("price", "cost")
    )


def reviewers_of(bid: Bid) -> tuple[str, ...]:
    """Return the names of those who gave marks, in order of their first."""
    return tuple(dict.fromkeys(one.reviewer.strip() for one in bid.panel_marks))


def _row(
    one: Criterion,
    reviewers: tuple[str, ...],
    given: dict[str, Decimal],
    settled: tuple[Decimal | None, Decimal],
) -> PanelRow:
    moderated, gap = settled
    marks = tuple(PanelMark(person, mark) for person, mark in given.items())
    lie = spread(marks)
    agreed = agreed_mark(PanelCriterion(one.id, marks, moderated)) if len(marks) > 1 else moderated
    apart = lie is not None and moderated is None and lie.gap > gap
    return PanelRow(one, tuple(given.get(person) for person in reviewers), lie, agreed, apart)


def _points(
    bid: Bid,
    worth: dict[str, Decimal],
    rows: tuple[PanelRow, ...],
    marks: list[Decimal | None],
) -> Decimal | None:
    """Return the points of one set of marks; None while one lacks or lies off its scale."""
    scales = {one.id: one for one in bid.scales}
    total = NOUGHT
    for row, mark in zip(rows, marks, strict=True):
        levels = levels_of(scales.get(row.criterion.scale))
        if mark is None or not levels or levels[-1] <= 0 or not 0 <= mark <= levels[-1]:
            return None
        total += weighted_mark(worth.get(row.criterion.id, NOUGHT), mark, levels[-1])
    return total if rows else None
