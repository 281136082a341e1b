from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.value import Lacking, claim, subsidy

D = Decimal


@pytest.mark.requirement(110)
def test_only_what_audiences_want_and_evidence_shows_is_claimed() -> None:
    assert claim(2, 2, 1).include
    assert claim(1, 2, 1).lacking == (Lacking.INTEREST,)
    assert claim(3, 1, 0).lacking == (Lacking.RELEVANCE, Lacking.EVIDENCE)


def test_what_nobody_has_judged_is_not_claimed_and_not_lacking() -> None:
    found = claim(None, 3, 2)
    assert not found.include
    assert (found.lacking, found.not_said) == ((), (Lacking.INTEREST,))


@pytest.mark.requirement(105)
def test_what_is_given_free_is_carried_by_somebody() -> None:
    found = subsidy(D(1_200), D(0))
    assert (found.paid, found.carried) == (D(0), D(1_200))
    assert subsidy(D(1_200), D(100)).carried == D(0)


@given(
    st.decimals(min_value=0, max_value=1_000_000, places=2),
    st.decimals(min_value=0, max_value=100, places=1),
)
def test_paid_and_carried_make_the_cost(cost: Decimal, percent: Decimal) -> None:
    found = subsidy(cost, percent)
    assert found.paid + found.carried == found.cost == cost
