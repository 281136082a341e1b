"""Rules over money that the sources ask for by name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.costs import CostLine, OtherFunding
from tests.rules.making import made, said

D = Decimal
LINE = CostLine(id="c", title="Staff", amount=D(100))
RATE = {"costing__method": "one rate", "costing__overhead_rate": D(10)}


@pytest.mark.requirement(172)
@pytest.mark.requirement(198)
def test_public_money_is_not_to_be_topped_up_unseen() -> None:
    bid = made(LINE, **RATE, costing__price=D(100))
    (found,) = said(bid, "costs.below_cost")
    assert "£10 is missing" in found.why
    assert "donations must not subsidise" in found.advice
    named = made(LINE, OtherFunding(id="f", amount=D(10), status="secured"), **RATE)
    assert not said(named.model_copy(update={"costing": bid.costing}), "costs.below_cost")


@pytest.mark.requirement(89)
def test_an_offer_that_leaves_core_costs_unpaid_says_how_much() -> None:
    (found,) = said(made(LINE, **RATE, costing__offer=D(100)), "costs.offer_below_cost")
    assert "£10 is missing" in found.why


@pytest.mark.requirement(93)
def test_measuring_results_is_a_cost() -> None:
    assert said(made(LINE, costing__price=D(200)), "costs.monitoring_uncosted")
    paid = CostLine(id="m", kind="monitoring", amount=D(5))
    assert not said(made(LINE, paid, costing__price=D(200)), "costs.monitoring_uncosted")


def test_a_grant_is_not_asked_about_margins_or_measuring() -> None:
    bid = made(LINE, costing__price=D(200), opportunity__funding="grant")
    assert not said(bid, "costs.monitoring_uncosted")
    assert not said(bid, "costs.no_margin")


def test_volunteers_are_no_unseen_subsidy() -> None:
    bid = made(LINE, costing__price=D(200), organisation__volunteers=8)
    (found,) = said(bid, "costs.volunteers_uncosted")
    assert "no unseen subsidy" in found.why
    assert not said(made(LINE, costing__price=D(200)), "costs.volunteers_uncosted")
