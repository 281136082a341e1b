from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bidkit.errors import InputError
from bidkit.figures.staff_cost import (
    Post,
    Rates,
    full_time_equivalent,
    post_cost,
)

D = Decimal

INVENTED = Rates(D(15), D(5_000), D(3), D(6_000), D(50_000), rise_percent=D(4))
WORKER = Post("worker", D(30_000))


def test_a_full_time_worker_for_a_year() -> None:
    cost = post_cost(WORKER, INVENTED)
    assert (cost.pay, cost.insurance, cost.pension) == (D(30_000), D(3_750), D(720))
    assert cost.total == D(34_470)


def test_thresholds_are_not_cut_by_hours_or_by_the_share_on_this_bid() -> None:
    part_time = post_cost(replace(WORKER, full_time_share=D("0.5")), INVENTED)
    assert (part_time.pay, part_time.insurance, part_time.pension) == (D(15_000), D(1_500), D(270))
    shared = post_cost(replace(WORKER, bid_share=D("0.5")), INVENTED)
    assert (shared.pay, shared.insurance, shared.pension) == (D(15_000), D(1_875), D(360))


def test_months_take_their_part_of_everything() -> None:
    cost = post_cost(replace(WORKER, months=D(3)), INVENTED)
    assert (cost.pay, cost.insurance, cost.pension) == (D(7_500), D("937.50"), D(180))


def test_pay_below_the_thresholds_bears_nothing() -> None:
    cost = post_cost(Post("sessional", D(4_000)), INVENTED)
    assert (cost.insurance, cost.pension) == (D(0), D(0))


def test_pay_above_the_pension_band_bears_the_band() -> None:
    assert post_cost(Post("chief", D(80_000)), INVENTED).pension == D(1_320)
    on_all_pay = replace(INVENTED, pension_from=D(0), pension_to=None)
    assert post_cost(Post("chief", D(80_000)), on_all_pay).pension == D(2_400)


@pytest.mark.requirement(53)
def test_a_transferred_scheme_keeps_its_own_rate() -> None:
    moved = replace(WORKER, pension_percent=D(20))
    assert post_cost(moved, INVENTED).pension == D(4_800)


def test_full_time_equivalent() -> None:
    assert full_time_equivalent(D("18.75"), D("37.5")) == D("0.5")
    assert full_time_equivalent(D(10), D(0)) is None


def test_more_than_a_year_is_refused() -> None:
    with pytest.raises(InputError, match="does not fit"):
        post_cost(replace(WORKER, months=D(13)), INVENTED)
    with pytest.raises(InputError, match="does not fit"):
        post_cost(replace(WORKER, bid_share=D("1.1")), INVENTED)
