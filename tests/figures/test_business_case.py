from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.errors import InputError
from bidkit.figures.business_case import break_even_cases, in_prices_of, net_saving, saving
from bidkit.figures.rounding import to_places

D = Decimal


@pytest.mark.requirement(148)
def test_t_bc() -> None:
    assert break_even_cases(D(24_000), D(60_000)) == D("0.4")
    assert break_even_cases(D(24_000), D(0)) is None
    assert net_saving(D(24_000), D(60_000), D(1)) == D(36_000)
    assert net_saving(D(24_000), D(60_000), D(0)) == D(-24_000)


@pytest.mark.requirement(186)
def test_the_home_care_case() -> None:
    found = saving(D(452), D(328), D(350) * 52)
    assert found.each == D(124)
    assert to_places(found.percent or D(0), 2) == D("27.43")
    assert found.whole == D(2_256_800)


def test_old_unit_costs_in_the_prices_of_today() -> None:
    assert in_prices_of(D(1_000), D(80), D(100)) == D("1250.00")
    with pytest.raises(InputError):
        in_prices_of(D(1_000), D(0), D(100))
