from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.evidence import Evidence, Indicator, Outcome, Result
from bidkit.figures.readings.proof import (
    achieved_of,
    facts_of,
    quality_scores,
    reach_words,
    replies_of,
    strength_of,
    success_of,
    with_score,
)

D = Decimal


def test_the_facts_behind_an_outcome_suggest_its_strength() -> None:
    outcome = Outcome(id="o", theory="Being seen early helps.")
    bid = Bid(outcomes=(outcome,))
    assert strength_of(bid, outcome).level == 0
    named = Indicator(id="i", parent="o", text="Moved up a step")
    bid = bid.model_copy(update={"indicators": (named,)})
    assert strength_of(bid, outcome).level == 1
    before = named.model_copy(update={"baseline": D(32)})
    measured = Result(id="r", parent="i", on=date(2026, 3, 31), value=D(71))
    bid = bid.model_copy(update={"indicators": (before,), "results": (measured,)})
    assert strength_of(bid, outcome).level == 2
    compared = outcome.model_copy(update={"comparison": "People waiting", "replicated": "yes"})
    assert strength_of(bid, compared).level == 4
    manual = compared.model_copy(update={"written_down": "yes"})
    assert strength_of(bid, manual).level == 5
    alone = manual.model_copy(update={"replicated": ""})
    assert strength_of(bid, alone).level == 3
    assert not facts_of(bid, outcome).independent_replication


@pytest.mark.requirement(186)
def test_everybody_reached_is_counted_with_how_many_through_each() -> None:
    bid: Bid = with_fields(EMPTY, {"case.reached": 500, "case.reached_through": 10250})
    assert reach_words(bid) == "10,750 people in all: 20.5 through each one reached directly."
    nobody: Bid = with_fields(EMPTY, {"case.reached": 0, "case.reached_through": 40})
    assert reach_words(nobody) == "40 people in all."
    assert reach_words(EMPTY) == ""


def test_rates_are_unknown_until_both_numbers_are() -> None:
    assert achieved_of(Indicator(id="i", baseline=D(20), target=D(60), result=D(50))) == D(75)
    assert achieved_of(Indicator(id="i", baseline=D(20), result=D(50))) is None
    assert success_of(Indicator(id="i", started=400, achieved=100)) == D(25)
    assert success_of(Indicator(id="i", achieved=100)) is None
    assert replies_of(Evidence(id="e", asked=200, replied=50)) == D(25)
    assert replies_of(Evidence(id="e", asked=200)) is None


def test_scores_of_a_study_are_kept_one_by_one() -> None:
    tags = with_score((), 1, 2, 4)
    tags = with_score(tags, 5, 4, 1)
    tags = with_score(tags, 1, 2, 3)
    assert tags == ("1.2=3", "5.4=1")
    scores = quality_scores(Evidence(id="e", bond=("1.2=3", "2.1=9", "5.4=1", "odd")))
    assert scores[0] == (None, 3, None, None)
    assert scores[1] == (None, None, None, None)
    assert scores[4] == (None, None, None, 1)
    assert with_score(tags, 1, 2, 0) == ("5.4=1",)
