from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.figures.social_value_model import (
    Applies,
    ModelRule,
    Procurement,
    WeightBand,
    choose_model,
)

D = Decimal

COVERED = frozenset({"pa23_above", "pa23_light_touch"})
MODELS = (
    ModelRule(
        "ppn-002", date(2025, 10, 1), date(2026, 12, 31), COVERED, (WeightBand(D(135_018), D(10)),)
    ),
    ModelRule(
        "ppn-026",
        date(2027, 1, 1),
        None,
        COVERED,
        (WeightBand(D(1_000_000), D(10)), WeightBand(D(5_000_000), D(20))),
    ),
)


def central(begun: date | None, value: int | None) -> Procurement:
    worth = None if value is None else D(value)
    return Procurement("pa23_above", begun, worth, central=True)


@pytest.mark.requirement(165)
@pytest.mark.parametrize(
    ("begun", "value", "model", "percent"),
    [
        (date(2026, 12, 31), 8_000_000, "ppn-002", 10),
        (date(2027, 1, 1), 8_000_000, "ppn-026", 20),
        (date(2027, 3, 1), 2_000_000, "ppn-026", 10),
        (date(2027, 3, 1), 5_000_000, "ppn-026", 20),
        (date(2027, 3, 1), 4_999_999, "ppn-026", 10),
    ],
)
def test_t_sv(begun: date, value: int, model: str, percent: int) -> None:
    found = choose_model(MODELS, central(begun, value))
    assert (found.applies, found.model, found.least_percent) == (Applies.BY_RULE, model, D(percent))


def test_t_sv_below_every_band_there_is_none() -> None:
    found = choose_model(MODELS, central(date(2027, 3, 1), 500_000))
    assert (found.applies, found.model) == (Applies.NONE, "")


def test_t_sv_without_a_date_it_is_unknown() -> None:
    found = choose_model(MODELS, central(None, 8_000_000))
    assert (found.applies, found.missing) == (Applies.UNKNOWN, ("begun",))
    nothing = choose_model(MODELS, Procurement("pa23_above"))
    assert nothing.missing == ("begun", "value", "central")


def test_the_tender_papers_hold_over_any_rule() -> None:
    stated = Procurement("pa23_above", stated_model="ppn-002", stated_percent=D(15))
    found = choose_model(MODELS, stated)
    assert (found.applies, found.model, found.least_percent) == (Applies.STATED, "ppn-002", D(15))


def test_other_regimes_and_other_buyers_have_none() -> None:
    grant = Procurement("grant", date(2027, 3, 1), D(8_000_000), central=True)
    council = Procurement("pa23_above", date(2027, 3, 1), D(8_000_000), central=False)
    before = central(date(2019, 1, 1), 8_000_000)
    for one in (grant, council, before):
        assert choose_model(MODELS, one).applies is Applies.NONE
