from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.evidence import (
    Band,
    Bands,
    EvidenceFacts,
    achievement_percent,
    could_identify,
    quality_grid,
    reach,
    response_rate,
    success_rate,
    suggest_strength,
)
from bidkit.figures.rounding import to_places

D = Decimal
BANDS = Bands(amber_from=40, green_from=60)


@pytest.mark.requirement(119)
def test_t_e1() -> None:
    assert achievement_percent(D(20), D(60), D(50)) == D(75)
    assert achievement_percent(D(60), D(20), D(30)) == D(75)
    assert achievement_percent(D(20), D(60), D(10)) == D(-25)
    assert achievement_percent(D(20), D(20), D(50)) is None


@pytest.mark.requirement(186)
def test_t_e2() -> None:
    found = reach(500, 10_250)
    assert (found.total, found.indirect_for_each) == (10_750, D("20.5"))
    assert reach(0, 5).indirect_for_each is None


def test_success_counts_all_who_started() -> None:
    assert success_rate(D(41), D(50)) == D(82)
    assert success_rate(D(1), D(0)) is None
    assert to_places(response_rate(D(90), D(121)) or D(0), 1) == D("74.4")


def test_few_people_could_be_recognised() -> None:
    assert could_identify(4, 5)
    assert not could_identify(5, 5)
    assert not could_identify(0, 5)


@pytest.mark.requirement(169)
def test_strength_of_evidence_rises_step_by_step() -> None:
    facts: dict[str, bool] = {}
    levels = [suggest_strength(EvidenceFacts()).level]
    for one in fields(EvidenceFacts):
        facts[one.name] = True
        levels.append(suggest_strength(EvidenceFacts(**facts)).level)
    assert levels == [0, 0, 1, 1, 2, 3, 4, 5]


def test_a_step_without_those_before_it_does_not_count() -> None:
    found = suggest_strength(EvidenceFacts(baseline=True, result=True, comparison_group=True))
    assert found.level == 0
    assert "indicator" in str(found.next_step)


def test_the_strongest_has_no_next_step() -> None:
    best = suggest_strength(EvidenceFacts(*([True] * 7)))
    assert (best.level, best.next_step) == (5, None)
    assert str(best.why)


SCORES = st.lists(
    st.lists(st.integers(min_value=1, max_value=4), min_size=4, max_size=4),
    min_size=5,
    max_size=5,
)


@given(SCORES)
def test_the_total_lies_between_twenty_and_eighty(scores: list[list[int]]) -> None:
    found = quality_grid(scores, BANDS)
    assert 20 <= found.total == sum(found.by_principle) <= 80


@pytest.mark.parametrize(
    ("score", "band"), [(1, Band.RED), (2, Band.AMBER), (3, Band.GREEN), (4, Band.GREEN)]
)
def test_bands(score: int, band: Band) -> None:
    assert quality_grid([[score] * 4] * 5, BANDS).band is band


def test_a_grid_with_a_gap_has_no_band() -> None:
    found = quality_grid([[4, 4, 4, None], *[[4] * 4] * 4], BANDS)
    assert (found.total, found.band, found.unscored) == (76, Band.UNKNOWN, 1)


def test_an_odd_grid_is_refused() -> None:
    with pytest.raises(InputError):
        quality_grid([[1] * 4] * 4, BANDS)
    with pytest.raises(InputError):
        quality_grid([[5] * 4] * 5, BANDS)
