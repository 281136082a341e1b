"""What is wrong with the criteria: weights, criteria without question or scale."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot
from bidkit.domain.showing import number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.lots import name_of_lot
from bidkit.figures.readings.marks import children_of, open_levels
from bidkit.figures.weights import Remainder
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, ask
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
    """Weights that do not add up on one level, or for one lot."""
    known = {one.id: one for one in bid.criteria}
    children = children_of(bid)
    for lot, level in open_levels(bid) if bid.criteria else ():
        parent = known.get(level.key)
        if not any(one.weight is not None for one in children.get(level.key, ())):
            continue
        yield Remark(
            here(lambda b: b.criteria) if parent is None else at(lambda b: b.criteria, parent),
            Level.SHOULD,
            _sum_words(parent, lot, level),
            tr("Left over: {left}.", left=number_words(level.left))
            if level.left > 0
            else tr("Too much: {over}.", over=number_words(-level.left)),
            tr("Compare the weights with the instructions."),
        )


def _sum_words(parent: Criterion | None, lot: Lot | None, level: Remainder) -> str:
    sums = {"given": number_words(level.given), "expected": number_words(level.expected)}
    if parent is not None:
        name = name_of(parent)
        return tr(
            "{criterion}: its parts add up to {given}, not {expected}.", criterion=name, **sums
        )
    if lot is not None:
        name = name_of_lot(lot)
        return tr("{lot}: the weights add up to {given}, not {expected}.", lot=name, **sums)
    return tr("The weights add up to {given}, not {expected}.", **sums)


def name_of(one: Criterion) -> str:
    """Return how a criterion is called in a finding: its number and its title."""
    return " ".join(part for part in (one.number, one.title) if part) or tr("this criterion")


def no_weight(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A criterion without a weight."""
    for one in bid.criteria:
        if one.weight is None:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.weight),
                Level.SHOULD,
                tr("{criterion} has no weight.", criterion=name_of(one)),
                tr("Without it nobody knows how many words it is worth."),
                tr("Enter the weight. {ask} if none is stated.", ask=ask(bid)),
            )


def weight_unconfirmed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A weight read from a notice that nobody has confirmed."""
    for one in bid.criteria:
        if not one.weight_confirmed and one.weight is not None:
            yield Remark(
                at(lambda b: b.criteria, one, lambda c: c.weight_confirmed),
                Level.HINT,
                tr("{criterion}: is this weight right?", criterion=name_of(one)),
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
                tr("Which question is marked under {criterion}?", criterion=name_of(one)),
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
            tr("Which scale is used for {criterion}?", criterion=name_of(one)),
            tr("The top of the scale says what an excellent answer must show."),
            tr("Choose the buyer's scale, or the nearest one."),
        )


HERE = Stage.CRITERIA
SCORING = "Scoring framework, From Policy to Practice, 2007"
RULES = (
    rule(none_known, HERE, "questions criteria scoring", SCORING),
    rule(weights_sum, HERE, "criteria lots scales moderated_marks", SCORING),
    rule(no_weight, HERE, f"criteria {ASK_READS}", SCORING),
    rule(weight_unconfirmed, HERE, "criteria", SCORING),
    rule(no_question, HERE, "criteria questions", SCORING),
    rule(question_unmarked, HERE, "criteria questions", SCORING),
    rule(no_scale, HERE, "criteria scales", SCORING),
)
