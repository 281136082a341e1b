"""What the cells of the table of criteria say, and how what is typed in them is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.domain.typed import read_number, read_percent
from bidkit.figures.readings.costs import price_of
from bidkit.figures.readings.lots import marked_for, marking_lots
from bidkit.figures.readings.marks import Marks, children_of, marks_of
from bidkit.figures.readings.prices import PriceReading, prices_of
from bidkit.figures.rounding import to_places
from bidkit.words import Words, later, tr

NUMBER, TITLE, WEIGHT, SCALE, LIMIT, MARK, POINTS = range(7)
HEADINGS: tuple[Words, ...] = (
    later("No."),
    later("What is marked"),
    later("Weight"),
    later("Scale"),
    later("Limit"),
    later("Our mark"),
    later("Points"),
)
FIGURES = (WEIGHT, MARK, POINTS)
READS = (
    "criteria",
    "scales",
    "questions",
    "scoring",
    "moderated_marks",
    "costing",
    "opportunity",
    "lots",
)
INDENT = "\u2003"


@dataclass(frozen=True)
class Row:
    """One line of the table: a criterion and how deep it stands."""

    criterion: Criterion
    depth: int
    has_parts: bool

    @property
    def priced(self) -> bool:
        """Tell whether a price is marked here."""
        return self.criterion.kind in ("price", "cost")


@dataclass(frozen=True)
class Reading:
    """What the table is told from: the bid, its marks and its price."""

    bid: Bid
    marks: Marks
    prices: PriceReading


def reading_of(bid: Bid) -> Reading:
    """Return what the table is told from."""
    return Reading(bid, marks_of(bid), prices_of(bid))


def rows_of(bid: Bid) -> tuple[Row, ...]:
    """Return every criterion in the order of the tree, each under the one it belongs to."""
    children = children_of(bid)
    found: list[Row] = []

    def walk(parent: str, depth: int) -> None:
        for one in children.get(parent, ()):
            found.append(Row(one, depth, one.id in children))
            walk(one.id, depth + 1)

    walk("", 0)
    return tuple(found)


def words_at(reading: Reading, row: Row, column: int) -> str:
    """Return what a cell says."""
    one = row.criterion
    match column:
        case 0:
            return one.number
        case 1:
            return INDENT * row.depth + (one.title or tr("(no name yet)"))
        case 2:
            return percent_words(one.weight)
        case 3:
            return _scale(reading.bid, row)
        case 4:
            return _limit(reading.bid, row)
        case 5:
            return _mark(reading.bid, row)
        case _:
            return _points(reading, row)


def edit_words(row: Row, column: int) -> str:
    """Return what stands in a cell while it is edited."""
    one = row.criterion
    match column:
        case 0:
            return one.number
        case 1:
            return one.title
        case 2:
            return number_words(one.weight)
        case 3:
            return one.scale
        case _:
            return number_words(one.own_mark)


def may_edit(row: Row, column: int) -> bool:
    """Tell whether a cell can be typed in; a mark stands only where an answer is marked."""
    if column in (SCALE, MARK):
        return not row.has_parts and not row.priced
    return column in (NUMBER, TITLE, WEIGHT)


def typed_value(column: int, text: str) -> tuple[Ref[Criterion, Any], Any]:
    """Return the field a cell writes and the value its text stands for; UnreadableError if none."""
    match column:
        case 0:
            return ref(Criterion, lambda c: c.number), text.strip()
        case 1:
            return ref(Criterion, lambda c: c.title), text.strip()
        case 2:
            return ref(Criterion, lambda c: c.weight), read_percent(text)
        case 3:
            return ref(Criterion, lambda c: c.scale), text
        case _:
            return ref(Criterion, lambda c: c.own_mark), read_number(text)


def _scale(bid: Bid, row: Row) -> str:
    if row.has_parts or row.priced:
        return ""
    found = next((one for one in bid.scales if one.id == row.criterion.scale), None)
    if found is None:
        return tr("none yet")
    if row.criterion.threshold is not None:
        least = number_words(row.criterion.threshold)
        return tr("{scale}, least {least}", scale=found.title, least=least)
    return found.title


def _limit(bid: Bid, row: Row) -> str:
    one = row.criterion
    asked = [each for each in bid.questions if each.id in one.questions]
    limits = [
        tr("{most} {unit}", most=number_words(each.limit.most), unit=each.limit.unit)
        for each in asked
        if each.limit.most is not None and each.limit.unit
    ]
    if limits:
        return ", ".join(dict.fromkeys(limits))
    return tr("{n} words", n=number_words(one.words)) if one.words is not None else ""


def _mark(bid: Bid, row: Row) -> str:
    if row.has_parts:
        return ""
    if row.priced:
        return money_words(price_of(bid))
    return number_words(row.criterion.own_mark)


def _points(reading: Reading, row: Row) -> str:
    """Return points of worth; for what holds criteria of single lots, lot by lot."""
    leaves = leaves_under(reading.bid, row.criterion.id)
    lots = marking_lots(reading.bid) if row.has_parts else ()
    told = []
    for lot in lots:
        known = marked_for(reading.bid, lot.id).criteria
        mine = tuple(one.id for one in known if one.id in leaves)
        if mine:
            told.append(_sum_of(reading, mine))
    told = list(dict.fromkeys(told)) or [_sum_of(reading, leaves)]
    if len({worth for _, worth in told}) == 1 and all(points for points, _ in told):
        together = " · ".join(points for points, _ in told)
        return _points_words(together, told[0][1])
    return " · ".join(_points_words(points, worth) for points, worth in told)


def _sum_of(reading: Reading, leaves: tuple[str, ...]) -> tuple[str, str]:
    """Return what criteria earn together ('' while none is marked), and what they are worth."""
    worth = sum((reading.marks.worth.get(key, Decimal(0)) for key in leaves), Decimal(0))
    earned = [points for key in leaves if (points := points_of(reading, key)) is not None]
    return number_words(sum(earned, Decimal(0)), 1) if earned else "", whole_words(worth)


def _points_words(points: str, worth: str) -> str:
    if not points:
        return tr("of {worth}", worth=worth)
    return tr("{points} of {worth}", points=points, worth=worth)


def whole_words(worth: Decimal) -> str:
    """Return what something is worth to a tenth, without a needless zero."""
    return number_words(to_places(worth, 1))


def points_of(reading: Reading, key: str) -> Decimal | None:
    """Return the points a criterion without parts earns, by our own mark or by the price."""
    if key == reading.prices.key:
        return reading.prices.points
    return reading.marks.earned.get(key)


def leaves_under(bid: Bid, key: str) -> tuple[str, ...]:
    """Return the criteria without parts inside one, or itself."""
    children = children_of(bid)
    inside = children.get(key, ())
    if not inside:
        return (key,)
    return tuple(leaf for one in inside for leaf in leaves_under(bid, one.id))
