"""What is wrong with the marks: off the scale, only met, below the lowest the buyer accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.showing import number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.lots import marking_lots
from bidkit.figures.readings.marks import levels_of, lowest_of, marks_of
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.subjects.scoring.criteria import SCORING, name_of
from bidkit.words import tr


def marks_given(bid: Bid) -> Iterator[tuple[Ref[Bid, Any], Criterion, Decimal]]:
    """Yield every mark given to a criterion: our own, each reviewer's, and the agreed one."""
    known = {one.id: one for one in bid.criteria}
    for one in bid.criteria:
        if one.own_mark is not None:
            yield at(lambda b: b.criteria, one, lambda c: c.own_mark), one, one.own_mark
    for given in bid.panel_marks:
        if given.mark is not None and given.parent in known:
            place = at(lambda b: b.panel_marks, given, lambda m: m.mark)
            yield place, known[given.parent], given.mark
    for agreed in bid.moderated_marks:
        if agreed.mark is not None and agreed.parent in known:
            place = at(lambda b: b.moderated_marks, agreed, lambda m: m.mark)
            yield place, known[agreed.parent], agreed.mark


def mark_too_high(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A mark beyond the scale: ours, a reviewer's or the agreed one."""
    scales = {one.id: one for one in bid.scales}
    for place, one, mark in marks_given(bid):
        levels = levels_of(scales.get(one.scale))
        if levels and not 0 <= mark <= levels[-1]:
            yield Remark(
                place,
                Level.SHOULD,
                tr("{criterion}: this mark is not on the scale.", criterion=name_of(one)),
                tr("The scale goes from 0 to {top}.", top=number_words(levels[-1])),
                tr("Mark again, by the words of the scale."),
            )


def mark_between(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A mark that lies between two the scale knows."""
    scales = {one.id: one for one in bid.scales}
    for place, one, mark in marks_given(bid):
        levels = levels_of(scales.get(one.scale))
        if not levels or mark in levels or not levels[0] < mark < levels[-1]:
            continue
        below = max(level for level in levels if level < mark)
        above = min(level for level in levels if level > mark)
        yield Remark(
            place,
            Level.HINT,
            tr(
                "{criterion}: this scale has no mark {mark}.",
                criterion=name_of(one),
                mark=number_words(mark),
            ),
            tr(
                "The nearest are {below} and {above}.",
                below=number_words(below),
                above=number_words(above),
            ),
            tr("Panels give only the marks of their scale, unless the papers allow others."),
        )


def scale_uneven(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A scale whose levels go beyond its top mark, or name one mark twice."""
    for one in bid.scales:
        marks = [level.mark for level in one.levels]
        twice = sorted({mark for mark in marks if marks.count(mark) > 1})
        over = one.most is not None and any(mark > one.most for mark in marks)
        if over or twice:
            yield Remark(
                at(lambda b: b.scales, one, lambda s: s.levels),
                Level.SHOULD,
                tr("{scale}: a level lies above the top mark.", scale=one.title)
                if over
                else tr(
                    "{scale}: the mark {mark} stands there twice.",
                    scale=one.title,
                    mark=number_words(twice[0]),
                ),
                tr("Points are worked out from the top of the scale."),
                tr("Compare the scale with the tender documents."),
            )


def only_met(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A mark above met, without saying how the ask is exceeded."""
    scales = {one.id: one for one in bid.scales}
    for one in bid.criteria:
        scale = scales.get(one.scale)
        if scale is None or scale.met is None or one.own_mark is None or one.how_exceed.strip():
            continue
        if one.own_mark >= scale.met:
            above = one.own_mark > scale.met
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.how_exceed),
                Level.SHOULD if above else Level.HINT,
                tr("{criterion}: how do you exceed what is asked?", criterion=name_of(one)),
                _cap_words(scale.met, above=above),
                tr("Name the extra outcome, proof, or risk you take away."),
            )


def _cap_words(met: Decimal, *, above: bool) -> str:
    if above:
        return tr("Until this is filled your mark counts as {met}.", met=number_words(met))
    return tr("Meeting it earns {met}; more is for exceeding it.", met=number_words(met))


def below_threshold(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Our own mark below the lowest the buyer accepts."""
    scales = {one.id: one for one in bid.scales}
    for one in bid.criteria:
        lowest = lowest_of(one, scales.get(one.scale))
        if one.own_mark is not None and lowest is not None and one.own_mark < lowest:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.own_mark),
                Level.SHOULD,
                tr("{criterion} is below the lowest mark allowed.", criterion=name_of(one)),
                tr(
                    "Your mark is {mark}; {lowest} is needed.",
                    mark=number_words(one.own_mark),
                    lowest=number_words(lowest),
                ),
                tr("One answer below the threshold can put the whole bid out; improve this first."),
            )


def below_total(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """All marks together below the lowest total, even with every point for the price."""
    least = bid.scoring.threshold_total
    for lot in (marking_lots(bid) or (None,)) if least is not None else ():
        reading = marks_of(bid, lot.id if lot is not None else "")
        total = reading.total
        for_price = sum(reading.worth.values(), Decimal(0)) - total.possible
        if least is None or total.unmarked or not total.possible:
            continue
        if total.points + for_price < least:
            yield Remark(
                here(lambda b: b.scoring.threshold_total),
                Level.SHOULD,
                tr("Our own marks do not reach the lowest total."),
                tr(
                    "{points} points of at least {least}, with all there are for the price.",
                    points=number_words(total.points + for_price, 1),
                    least=number_words(least),
                ),
                tr("Begin where one more mark is worth most; the chart shows it."),
            )


HERE = Stage.CRITERIA
THRESHOLDS = "Guidance on conditions and thresholds"
GIVEN = "criteria scales panel_marks moderated_marks"
RULES = (
    rule(mark_too_high, HERE, GIVEN, SCORING),
    rule(mark_between, HERE, GIVEN, SCORING),
    rule(scale_uneven, HERE, "scales", SCORING),
    rule(below_threshold, HERE, "criteria scales", THRESHOLDS),
    rule(below_total, HERE, "criteria scales lots scoring moderated_marks", THRESHOLDS),
    rule(only_met, HERE, "criteria scales", SCORING),
)
