"""What is said of the marks in sentences: what adds up, what a mark counts as, what is to gain."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.criteria import Criterion
from bidkit.domain.showing import number_words
from bidkit.figures.marks import capped_mark
from bidkit.figures.readings.lots import marking_lots, short_name_of_lot
from bidkit.figures.readings.marks import levels_of, marks_of, open_levels
from bidkit.figures.readings.prices import prices_of
from bidkit.ui.pages.criteria.cells import Reading, whole_words
from bidkit.ui.pieces.labels import Tone
from bidkit.words import tr

Sentence = tuple[str, Tone]


def name_of(one: Criterion) -> str:
    """Return how a criterion is called in a sentence."""
    return " ".join(part for part in (one.number, one.title) if part) or tr("(no name yet)")


def sum_words(reading: Reading) -> tuple[Sentence, ...]:
    """Return for each level that does not add up what is left over or too much."""
    if not reading.bid.criteria:
        return ()
    names = {one.id: name_of(one) for one in reading.bid.criteria}
    found: list[Sentence] = []
    for lot, level in open_levels(reading.bid):
        name = names.get(level.key, tr("The weights"))
        if lot is not None:
            name = tr("{name} for {lot}", name=name, lot=short_name_of_lot(lot))
        given, left = number_words(level.given), number_words(abs(level.left))
        told = {"name": name, "given": given, "left": left}
        if level.left > 0:
            words = tr("▲ {name}: {given}% given, {left}% still to give out.", **told)
        else:
            words = tr("▲ {name}: {given}% given, {left}% too much.", **told)
        found.append((words, "warn"))
    return tuple(found) or ((tr("✓ The weights add up on every level."), "good"),)


def total_words(reading: Reading) -> tuple[Sentence, ...]:
    """Return what our own marks come to, lot by lot where each has criteria of its own."""
    lots = marking_lots(reading.bid)
    if not lots:
        return _totals(reading, "")
    found: list[Sentence] = []
    for lot in lots:
        priced = prices_of(reading.bid, lot.id)
        own = priced if priced.points is not None else reading.prices
        seen = Reading(reading.bid, marks_of(reading.bid, lot.id), own)
        found += _totals(seen, short_name_of_lot(lot))
    return tuple(found)


def _totals(reading: Reading, lot: str) -> tuple[Sentence, ...]:
    marks = reading.marks
    total = marks.total
    if not total.possible:
        return ()
    found: list[Sentence] = [(_points_words(reading, lot), "ink")]
    if total.unmarked:
        found.append((tr("Not marked yet: {n}.", n=len(total.unmarked)), "muted"))
    if marks.only_met:
        found.append((_met_words(reading), "warn"))
    names = {one.id: name_of(one) for one in reading.bid.criteria}
    for key in total.below:
        words = tr("● {name}: below the lowest mark they accept.", name=names.get(key, ""))
        found.append((words, "bad"))
    least = reading.bid.scoring.threshold_total
    reached = total.points + (_price_points(reading) or 0)
    if least is not None and not total.unmarked and reached < least:
        words = tr("● Below the lowest total they accept, {least}.", least=number_words(least))
        found.append((words, "bad"))
    return tuple(found)


def _price_points(reading: Reading) -> Decimal | None:
    return reading.prices.points if reading.prices.key in reading.marks.worth else None


def _points_words(reading: Reading, lot: str) -> str:
    total = reading.marks.total
    values = {
        "points": number_words(total.points, 1),
        "possible": whole_words(total.possible),
    }
    price = _price_points(reading)
    words = tr("{points} of {possible} points, the price apart.", **values)
    if price is not None:
        words = tr(
            "{points} of {possible} points; for the price {price} of {weight}.",
            **values,
            price=number_words(price, 1),
            weight=whole_words(reading.prices.weight),
        )
    if lot:
        return tr("{lot} by our own marks: {words}", lot=lot, words=words)
    return tr("By our own marks {words}", words=words)


def _met_words(reading: Reading) -> str:
    """Return which criteria are only met: bids that win exceed what is asked."""
    told = [one for one in reading.bid.criteria if one.id in reading.marks.only_met]
    names = ", ".join(one.number or one.title for one in told)
    return tr("▲ Only met, not exceeded: {names}. Winning bids exceed.", names=names)


def mark_words(reading: Reading, one: Criterion) -> tuple[Sentence, ...]:
    """Return what our own mark of a criterion counts as, and what the next one would earn."""
    scale = next((each for each in reading.bid.scales if each.id == one.scale), None)
    if scale is None:
        return ((tr("Choose its scale, and the points are worked out."), "muted"),)
    found: list[Sentence] = []
    if one.own_mark is not None:
        level = next((each for each in scale.levels if each.mark == one.own_mark), None)
        if level is not None:
            words = ": ".join(part for part in (level.label, level.descriptor) if part)
            found.append((f"{number_words(level.mark)} · {words}", "muted"))
        levels = levels_of(scale)
        if levels and one.own_mark not in levels:
            known = ", ".join(number_words(level) for level in levels)
            words = tr("▲ The marks of this scale are {marks}.", marks=known)
            found.append((words, "warn"))
        counts = capped_mark(one.own_mark, scale.met, one.how_exceed)
        if counts != one.own_mark:
            words = tr(
                "▲ It counts as {mark}, met, until you say how you exceed what is asked.",
                mark=number_words(counts),
            )
            found.append((words, "warn"))
    step = next((each for each in reading.marks.next_marks if each.key == one.id), None)
    if step is not None:
        words = tr(
            "From {mark} to {next}: +{points} points.",
            mark=number_words(step.mark),
            next=number_words(step.next),
            points=number_words(step.points, 1),
        )
        if step.needs_excess:
            words = f"{words} {tr('Only exceeding what is asked gets there.')}"
        found.append((words, "accent"))
    return tuple(found)
