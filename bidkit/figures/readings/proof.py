"""How well one outcome of the bid is proved: what stands behind it, rates, and study quality."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence, Indicator, Outcome
from bidkit.domain.showing import number_words
from bidkit.figures.evidence import (
    PRINCIPLES,
    QUESTIONS,
    EvidenceFacts,
    Strength,
    achievement_percent,
    reach,
    response_rate,
    success_rate,
    suggest_strength,
)
from bidkit.words import tr

HIGHEST = 4


def facts_of(bid: Bid, outcome: Outcome) -> EvidenceFacts:
    """Return what stands behind an outcome, read from its fields and its indicators."""
    mine = [one for one in bid.indicators if one.parent == outcome.id]
    measured = {one.parent for one in bid.results if one.value is not None}
    return EvidenceFacts(
        theory=bool(outcome.theory.strip()),
        indicator=any(one.text.strip() or one.tool.strip() for one in mine),
        baseline=any(one.baseline is not None for one in mine),
        result=any(one.result is not None or one.id in measured for one in mine),
        comparison_group=bool(outcome.comparison.strip()),
        independent_replication=outcome.replicated == "yes",
        manuals_and_systems=outcome.written_down == "yes",
    )


def strength_of(bid: Bid, outcome: Outcome) -> Strength:
    """Return the strength that is suggested for an outcome, 0…5, with its reason."""
    return suggest_strength(facts_of(bid, outcome))


def reach_words(bid: Bid) -> str:
    """Return everybody reached, and how many through each person directly; '' where unknown."""
    direct, through = bid.case.reached, bid.case.reached_through
    if direct is None or through is None:
        return ""
    found = reach(direct, through)
    if found.indirect_for_each is None:
        return tr("{n} people in all.", n=number_words(found.total))
    return tr(
        "{n} people in all: {each} through each one reached directly.",
        n=number_words(found.total),
        each=number_words(found.indirect_for_each, 1),
    )


def achieved_of(one: Indicator) -> Decimal | None:
    """Return how much of the intended change an indicator shows, in percent; None if unknown."""
    if one.baseline is None or one.target is None or one.result is None:
        return None
    return achievement_percent(one.baseline, one.target, one.result)


def success_of(one: Indicator) -> Decimal | None:
    """Return how many of those who started achieved it, in percent; None where unknown."""
    if one.achieved is None or one.started is None:
        return None
    return success_rate(Decimal(one.achieved), Decimal(one.started))


def replies_of(one: Evidence) -> Decimal | None:
    """Return how many of those asked replied, in percent; None where unknown."""
    if one.replied is None or one.asked is None:
        return None
    return response_rate(Decimal(one.replied), Decimal(one.asked))


def quality_scores(one: Evidence) -> tuple[tuple[int | None, ...], ...]:
    """Return the scores of a study's quality grid, five principles by four questions.

    They are kept as "principle.question=score", counted from 1; what cannot be read is left out.
    """
    known = {}
    for tag in one.bond:
        place, _, score = tag.partition("=")
        if score.isdecimal() and 1 <= int(score) <= HIGHEST:
            known[place] = int(score)
    return tuple(
        tuple(known.get(f"{principle}.{question}") for question in range(1, QUESTIONS + 1))
        for principle in range(1, PRINCIPLES + 1)
    )


def with_score(tags: Sequence[str], principle: int, question: int, score: int) -> tuple[str, ...]:
    """Return the tags with one score set; 0 takes it away. Principle and question from 1."""
    place = f"{principle}.{question}"
    kept = [tag for tag in tags if tag.partition("=")[0] != place]
    return tuple(sorted([*kept, f"{place}={score}"] if score else kept))
