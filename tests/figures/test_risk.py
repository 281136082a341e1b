from __future__ import annotations

import pytest

from bidkit.errors import InputError
from bidkit.figures.risk import RiskScore, Weight, risk_score


def test_a_risk_weighs_what_likelihood_and_impact_make() -> None:
    assert risk_score(1, 4) == RiskScore(4, Weight.LOW)
    assert risk_score(3, 3) == RiskScore(9, Weight.MEDIUM)
    assert risk_score(5, 3) == RiskScore(15, Weight.HIGH)
    assert risk_score(4, 4) == RiskScore(16, Weight.SEVERE)
    assert risk_score(5, 5) == RiskScore(25, Weight.SEVERE)


def test_what_nobody_has_judged_has_no_score() -> None:
    assert risk_score(None, 3) is None
    assert risk_score(3, None) is None


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (3, 6)])
def test_numbers_outside_the_scale_are_refused(likelihood: int, impact: int) -> None:
    with pytest.raises(InputError):
        risk_score(likelihood, impact)
