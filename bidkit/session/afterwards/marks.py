"""The marks we were given beside those we gave ourselves, criterion by criterion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.base import derived_id, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import ref
from bidkit.domain.review import Lesson
from bidkit.domain.rounds import MarkReceived
from bidkit.domain.showing import number_words
from bidkit.drawing.grouped_bars import Group, GroupedBars
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.rounding import to_places
from bidkit.session.document import Document, sorted_entries
from bidkit.words import tr

MARKS = ref(Bid, lambda b: b.marks_received)
LESSONS = ref(Bid, lambda b: b.lessons)


@dataclass(frozen=True)
class Compared:
    """One criterion: what it is out of, what we expected, what we got, and what the winner got."""

    key: str
    title: str
    most: Decimal | None
    expected: Decimal | None
    received: Decimal | None
    winner: Decimal | None

    @property
    def apart(self) -> Decimal | None:
        """How much better (or, below nought, worse) the panel found it than we did."""
        if self.received is None or self.expected is None:
            return None
        return self.received - self.expected

    @property
    def behind(self) -> Decimal | None:
        """How far behind the winner we were (below nought: ahead); None where one is unknown."""
        if self.received is None or self.winner is None:
            return None
        return self.winner - self.received


def compared_marks(bid: Bid) -> tuple[Compared, ...]:
    """Return every mark received beside our own, on the scale the buyer used.

    Formula: expected = agreed (else own) mark ÷ top of our scale × top of theirs, to a tenth.
    """
    return tuple(
        Compared(one.id, _title(bid, one), one.most, _expected(bid, one), one.ours, one.winner)
        for one in bid.marks_received
    )


def marks_chart(bid: Bid) -> GroupedBars | None:
    """Return expected, received and winner's marks as grouped bars; None before any is known."""
    rows = [one for one in compared_marks(bid) if one.received is not None]
    if not rows:
        return None
    groups = tuple(
        Group(one.title, (one.expected, one.received, one.winner), key=one.key) for one in rows
    )
    series = (tr("We expected"), tr("We were given"), tr("The winner"))
    return GroupedBars(tr("Marks expected and given"), series, groups, write=number_words)


def difference_words(bid: Bid) -> tuple[str, ...]:
    """Return in words where the panel saw it otherwise, the widest gap first."""
    rows = [(one, one.apart) for one in compared_marks(bid)]
    told = [(one, apart) for one, apart in rows if apart]
    lines = []
    for one, apart in sorted(told, key=lambda pair: -abs(pair[1])):
        by = number_words(abs(apart))
        if apart < 0:
            lines.append(tr("▼ {title}: {n} fewer than we expected", title=one.title, n=by))
        else:
            lines.append(tr("▲ {title}: {n} more than we expected", title=one.title, n=by))
    return tuple(lines)


@dataclass(frozen=True)
class Weighed:
    """The same marks as points of the whole: ours, what we expected, the winner's, of how many."""

    possible: Decimal
    received: Decimal
    expected: Decimal | None
    winner: Decimal | None


def weighed_marks(bid: Bid) -> Weighed | None:
    """Return the marks received as points of the whole bid; None where no weight is known.

    Formula: Σ mark ÷ top mark × points the criterion is worth, to a tenth; expected and winner's
    only where every criterion counted here has theirs. Units: points, 100 for the whole bid.
    """
    worth = marks_of(bid).worth
    rows = [
        (one, points)
        for one, points in _with_points(bid, worth)
        if one.received is not None and one.most
    ]
    if not rows:
        return None

    def summed(value: Callable[[Compared], Decimal | None]) -> Decimal | None:
        total = Decimal(0)
        for one, points in rows:
            mark = value(one)
            if mark is None or not one.most:
                return None
            total += mark / one.most * points
        return to_places(total, 1)

    return Weighed(
        sum((points for _, points in rows), Decimal(0)),
        summed(lambda one: one.received) or Decimal(0),
        summed(lambda one: one.expected),
        summed(lambda one: one.winner),
    )


def weighed_words(bid: Bid) -> tuple[str, ...]:
    """Return the weighed marks in sentences, and where most points went to the winner."""
    found = weighed_marks(bid)
    if found is None:
        return ()
    told = {"ours": number_words(found.received), "most": number_words(found.possible)}
    lines = [tr("With their weights: {ours} of {most} points.", **told)]
    if found.expected is not None:
        lines.append(tr("We expected {n}.", n=number_words(found.expected)))
    if found.winner is not None:
        lines.append(tr("The winner had {n}.", n=number_words(found.winner)))
    lost = _points_behind(bid)
    if lost:
        title, points = lost[0]
        words = tr("Most was lost at {title}: {n} points.", title=title, n=number_words(points))
        lines.append(words)
    return (" ".join(lines),)


def lessons_from_marks(document: Document) -> int:
    """Make a lesson of each criterion where the winner was ahead, once, as one step."""
    bid = document.bid
    known = {one.id for one in bid.lessons}
    last = max((one.order for one in bid.lessons), default="")
    reasons = {one.id: one.reason for one in bid.marks_received}
    made = []
    for one in compared_marks(bid):
        identity = derived_id("lesson", one.key)
        if one.behind is None or one.behind <= 0 or identity in known:
            continue
        last = key_after(last)
        told = tr(
            "{title}: we had {ours}, the winner {winner}.",
            title=one.title,
            ours=number_words(one.received),
            winner=number_words(one.winner),
        )
        text = "\n".join(part for part in (told, reasons.get(one.key, "").strip()) if part)
        made.append(Lesson(id=identity, order=last, text=text, kind="change"))
    if made:
        document.edit(
            tr("Make lessons of the marks"),
            lambda now: LESSONS.set(now, sorted_entries((*now.lessons, *made))),
            place=LESSONS,
        )
    return len(made)


def add_rows(document: Document) -> int:
    """Add a row for every criterion marked on its own that has none, as one step."""
    bid = document.bid
    parents = {one.parent for one in bid.criteria}
    known = {one.criterion for one in bid.marks_received}
    last = max((one.order for one in bid.marks_received), default="")
    rows = []
    for one in bid.criteria:
        if one.id in parents or one.id in known:
            continue
        last = key_after(last)
        rows.append(
            MarkReceived(
                id=derived_id("mark-received", one.id),
                order=last,
                criterion=one.id,
                title=" ".join(part for part in (one.number, one.title) if part),
                most=_most(bid, one),
            )
        )
    if rows:
        document.edit(
            tr("Add a row for each criterion"),
            lambda now: MARKS.set(now, sorted_entries((*now.marks_received, *rows))),
            place=MARKS,
        )
    return len(rows)


def _with_points(bid: Bid, worth: dict[str, Decimal]) -> Iterator[tuple[Compared, Decimal]]:
    for row, one in zip(bid.marks_received, compared_marks(bid), strict=True):
        found = _criterion(bid, row)
        points = worth.get(found.id) if found is not None else None
        if points:
            yield one, points


def _points_behind(bid: Bid) -> list[tuple[str, Decimal]]:
    """Return title and points lost to the winner, the most first."""
    found = [
        (one.title, to_places(one.behind / one.most * points, 1))
        for one, points in _with_points(bid, marks_of(bid).worth)
        if one.behind is not None and one.behind > 0 and one.most
    ]
    return sorted(found, key=lambda pair: -pair[1])


def _criterion(bid: Bid, one: MarkReceived) -> Criterion | None:
    found = next((each for each in bid.criteria if each.id == one.criterion), None)
    if found is not None or not one.title.strip():
        return found
    wanted = one.title.strip().lower()
    named = (each for each in bid.criteria if each.title.strip().lower() == wanted)
    return next(named, None)


def _title(bid: Bid, one: MarkReceived) -> str:
    found = _criterion(bid, one)
    return one.title or (found.title if found is not None else "")


def _most(bid: Bid, one: Criterion) -> Decimal | None:
    return next((scale.most for scale in bid.scales if scale.id == one.scale), None)


def _expected(bid: Bid, one: MarkReceived) -> Decimal | None:
    found = _criterion(bid, one)
    if found is None:
        return None
    agreed = next((each.mark for each in bid.moderated_marks if each.parent == found.id), None)
    mark = agreed if agreed is not None else found.own_mark
    most = _most(bid, found)
    if mark is None or not most or one.most is None or one.most == most:
        return mark
    return (mark * one.most / most).quantize(Decimal("0.1"))
