"""What is wrong with the marking: weights, criteria without question or scale, marks too high."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.finding import Level
from bidkit.domain.showing import number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.marks import children_of, counting_of
from bidkit.figures.weights import Weighted, remainders
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import tr

UNMARKED = ("price", "cost")


def none_known(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Questions to write, and nothing known of how they are marked."""
    scored = any(one.kind == "prose" and one.marking == "scored" for one in bid.questions)
    if scored and not bid.criteria and bid.scoring.published != "no":
        yield Remark(
            here(lambda b: b.criteria),
            Level.SHOULD,
            tr("How will the answers be marked?"),
            tr("Know criteria and weights before you write; words go where marks are."),
            tr("Copy them from the instructions, or say that none are published."),
        )


def weights_sum(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Weights that do not add up on one level."""
    if not bid.criteria:
        return
    known = {one.id: one for one in bid.criteria}
    children = children_of(bid)
    tree = tuple(_weighted(one, children) for one in children.get("", ()))
    for level in remainders(tree, counting_of(bid)):
        parent = known.get(level.key)
        below = children.get(level.key, ())
        if level.left == 0 or not any(one.weight is not None for one in below):
            continue
        yield Remark(
            here(lambda b: b.criteria) if parent is None else at(lambda b: b.criteria, parent),
            Level.SHOULD,
            _sum_words(parent, level.given, level.expected),
            tr("Left over: {left}.", left=number_words(level.left))
            if level.left > 0
            else tr("Too much: {over}.", over=number_words(-level.left)),
            tr("Compare the weights with the instructions."),
        )


def _weighted(one: Criterion, children: Mapping[str, tuple[Criterion, ...]]) -> Weighted:
    parts = tuple(_weighted(child, children) for child in children.get(one.id, ()))
    return Weighted(one.id, one.weight or Decimal(0), parts)


def _sum_words(parent: Criterion | None, given: Decimal, expected: Decimal) -> str:
    sums = {"given": number_words(given), "expected": number_words(expected)}
    if parent is None:
        return tr("The weights add up to {given}, not {expected}.", **sums)
    return tr(
        "{criterion}: its parts add up to {given}, not {expected}.", criterion=_name(parent), **sums
    )


def _name(one: Criterion) -> str:
    return " ".join(part for part in (one.number, one.title) if part) or tr("this criterion")


def no_weight(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A criterion without a weight."""
    for one in bid.criteria:
        if one.weight is None:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.weight),
                Level.SHOULD,
                tr("{criterion} has no weight.", criterion=_name(one)),
                tr("Without it nobody knows how many words it is worth."),
                tr("Enter the weight, or ask the buyer."),
            )


def weight_unconfirmed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A weight read from a notice that nobody has confirmed."""
    for one in bid.criteria:
        if not one.weight_confirmed and one.weight is not None:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.weight_confirmed),
                Level.HINT,
                tr("{criterion}: is this weight right?", criterion=_name(one)),
                tr("The notice says: {words}", words=one.weight_as_published)
                if one.weight_as_published
                else tr("It was read from a notice."),
                tr("Compare it with the instructions and confirm it."),
            )


def no_question(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A criterion that marks no question."""
    questions = {one.id for one in bid.questions}
    children = children_of(bid)
    for one in bid.criteria:
        if one.kind in UNMARKED or one.id in children or not questions:
            continue
        if not questions.intersection(one.questions):
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.questions),
                Level.SHOULD,
                tr("Which question is marked under {criterion}?", criterion=_name(one)),
                tr("Every mark is earned in some answer."),
                tr("Choose the questions it marks."),
            )


def question_unmarked(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A scored question that no criterion marks."""
    if not bid.criteria:
        return
    marked = {identity for one in bid.criteria for identity in one.questions}
    for question in bid.questions:
        if question.marking == "scored" and question.id not in marked:
            yield Remark(
                at(lambda b: b.questions, question),
                Level.HINT,
                tr("No criterion marks {question}.", question=question.number or question.title),
                tr("It is said to be scored."),
                tr("Add it to a criterion, or change how it is marked."),
            )


def no_scale(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A criterion marked without a scale."""
    scales = {one.id for one in bid.scales}
    children = children_of(bid)
    for one in bid.criteria:
        if one.kind in UNMARKED or one.id in children or one.scale in scales:
            continue
        yield Remark(
            at(lambda b: b.criteria, one, lambda c: c.scale),
            Level.HINT if one.own_mark is None else Level.SHOULD,
            tr("Which scale is used for {criterion}?", criterion=_name(one)),
            tr("The top of the scale says what an excellent answer must show."),
            tr("Choose the buyer's scale, or the nearest one."),
        )


def top_of(scale: Scale | None) -> Decimal | None:
    """Return the highest mark of a scale; None where it has none."""
    if scale is None:
        return None
    if scale.most is not None:
        return scale.most
    return max((level.mark for level in scale.levels), default=None)


def mark_too_high(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Our own mark above the scale."""
    scales = {one.id: one for one in bid.scales}
    for one in bid.criteria:
        top = top_of(scales.get(one.scale))
        if one.own_mark is not None and top is not None and not 0 <= one.own_mark <= top:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.own_mark),
                Level.SHOULD,
                tr("{criterion}: this mark is not on the scale.", criterion=_name(one)),
                tr("The scale goes from 0 to {top}.", top=number_words(top)),
                tr("Mark again, by the words of the scale."),
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
                tr("{criterion}: how do you exceed what is asked?", criterion=_name(one)),
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
        scale = scales.get(one.scale)
        lowest = one.threshold if one.threshold is not None else scale.least if scale else None
        if one.own_mark is not None and lowest is not None and one.own_mark < lowest:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.own_mark),
                Level.SHOULD,
                tr("{criterion} is below the lowest mark allowed.", criterion=_name(one)),
                tr(
                    "Your mark is {mark}; {lowest} is needed.",
                    mark=number_words(one.own_mark),
                    lowest=number_words(lowest),
                ),
                tr("One answer below the threshold can put the whole bid out; improve this first."),
            )


HERE = Stage.CRITERIA
SCORING = "Scoring framework, From Policy to Practice, 2007"
RULES = (
    rule(none_known, HERE, "questions criteria scoring", SCORING),
    rule(weights_sum, HERE, "criteria", SCORING),
    rule(no_weight, HERE, "criteria", SCORING),
    rule(weight_unconfirmed, HERE, "criteria", SCORING),
    rule(no_question, HERE, "criteria questions", SCORING),
    rule(question_unmarked, HERE, "criteria questions", SCORING),
    rule(no_scale, HERE, "criteria scales", SCORING),
    rule(mark_too_high, HERE, "criteria scales", SCORING),
    rule(below_threshold, HERE, "criteria scales", "Guidance on conditions and thresholds"),
    rule(only_met, HERE, "criteria scales", SCORING),
)
