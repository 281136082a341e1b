"""What is said of the marks in sentences: what adds up, what a mark counts as, what is to gain."""

from __future__ import annotations

from bidkit.domain.criteria import Criterion
from bidkit.domain.showing import number_words
from bidkit.figures.marks import capped_mark
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
    for level in reading.marks.remainders:
        if not level.left:
            continue
        name = names.get(level.key, tr("The weights"))
        given, left = number_words(level.given), number_words(abs(level.left))
        told = {"name": name, "given": given, "left": left}
        if level.left > 0:
            words = tr("▲ {name}: {given}% given, {left}% still to give out.", **told)
        else:
            words = tr("▲ {name}: {given}% given, {left}% too much.", **told)
        found.append((words, "warn"))
    return tuple(found) or ((tr("✓ The weights add up on every level."), "good"),)


def total_words(reading: Reading) -> tuple[Sentence, ...]:
    """Return what our own marks come to, with the price and the lowest total they accept."""
    total = reading.marks.total
    if not total.possible:
        return ()
    found: list[Sentence] = []
    values = {
        "points": number_words(total.points, 1),
        "possible": whole_words(total.possible),
    }
    if reading.prices.points is not None:
        price = number_words(reading.prices.points, 1)
        weight = whole_words(reading.prices.weight)
        words = tr(
            "By our own marks {points} of {possible} points; for the price {price} of {weight}.",
            **values,
            price=price,
            weight=weight,
        )
    else:
        words = tr("By our own marks {points} of {possible} points, the price apart.", **values)
    found.append((words, "ink"))
    if total.unmarked:
        found.append((tr("Not marked yet: {n}.", n=len(total.unmarked)), "muted"))
    names = {one.id: name_of(one) for one in reading.bid.criteria}
    for key in total.below:
        words = tr("● {name}: below the lowest mark they accept.", name=names.get(key, ""))
        found.append((words, "bad"))
    least = reading.bid.scoring.threshold_total
    reached = total.points + (reading.prices.points or 0)
    if least is not None and not total.unmarked and reached < least:
        words = tr("● Below the lowest total they accept, {least}.", least=number_words(least))
        found.append((words, "bad"))
    return tuple(found)


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
