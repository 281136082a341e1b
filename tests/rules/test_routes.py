"""Which rules speak: the stages of the route alone, and nothing about what a copy does not hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.criteria import Criterion
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Question
from bidkit.domain.stages import stages_of
from bidkit.rules.asked import name_of
from bidkit.rules.catalogue import RULES, new_checker
from tests.rules.making import FACTS, made
from tests.strategies import bids

NEVER_IN_SMALL = ("criteria.", "partners.", "value.", "offer.", "decision.", "review.", "after.")
ROUTES = ("", "small_grant", "larger_grant", "contract", "consortium")


def on_route(bid: Bid, route: str, *, everything: bool = False) -> Bid:
    """The bid on another route."""
    about = bid.about.model_copy(update={"route": route, "all_stages": everything})
    return bid.model_copy(update={"about": about})


@pytest.mark.parametrize("route", ROUTES)
@given(bids())
def test_only_stages_of_the_route_are_spoken_of(route: str, bid: Bid) -> None:
    shown = {stage.value for stage in stages_of(route, all_stages=False)}
    findings = new_checker().run(on_route(bid, route), FACTS)
    assert {one.stage for one in findings} <= shown
    order = [stage.value for stage in stages_of(route, all_stages=False)]
    places = [order.index(one.stage) for one in findings]
    assert places == sorted(places)


@given(bids())
def test_a_small_grant_hears_nothing_of_what_it_does_not_meet(bid: Bid) -> None:
    deaf = {rule.id for rule in RULES if not rule.small_grant}
    for one in new_checker().run(on_route(bid, "small_grant"), FACTS):
        assert one.rule not in deaf
        assert not one.rule.startswith(NEVER_IN_SMALL)


def test_a_new_small_grant_is_asked_a_handful_of_things() -> None:
    findings = new_checker().run(on_route(EMPTY, "small_grant"), FACTS)
    assert {one.rule for one in findings} == {
        "opportunity.no_title",
        "opportunity.no_buyer",
        "opportunity.no_deadline",
        "opportunity.no_way_in",
        "organisation.no_name",
        "evidence.no_need",
    }
    assert next(one for one in findings if one.rule.endswith("no_buyer")).what == (
        "Which funder is this for?"
    )


def test_showing_all_stages_lets_every_rule_speak() -> None:
    bid = on_route(made(Lot(id="l1"), Criterion(id="k1")), "small_grant", everything=True)
    spoken = {one.rule for one in new_checker().run(bid, FACTS)}
    assert {"criteria.no_weight", "opportunity.no_lot_chosen"} <= spoken


def test_a_copy_without_costs_says_nothing_of_costs() -> None:
    bid = made(CostLine(id="c1"), costing__price=Decimal(2), opportunity__ceiling=Decimal(1))
    whole = {one.rule for one in new_checker().run(bid, FACTS)}
    handout = replace(FACTS, left_out=frozenset({"costing", "cost_lines"}))
    left = {one.rule for one in new_checker().run(bid, handout)}
    assert {"costs.above_ceiling", "costs.line_empty"} <= whole
    assert not {rule for rule in left if rule.startswith("costs.")}
    assert "opportunity.no_title" in left


def test_undecided_places_are_told_in_every_copy() -> None:
    open_place = replace(
        FACTS, undecided=frozenset({"opportunity.title"}), left_out=frozenset({"costing"})
    )
    assert "hand_in.undecided" in {one.rule for one in new_checker().run(EMPTY, open_place)}


def test_one_field_left_out_is_not_complained_of() -> None:
    left_out = replace(FACTS, left_out=frozenset({"organisation.name"}))
    rules = {one.rule for one in new_checker().run(EMPTY, left_out)}
    assert "organisation.no_name" not in rules


def test_a_number_of_a_list_of_ours_is_called_with_its_title() -> None:
    assert name_of(Question(id="q", number="J1", title="Kind of body")) == "J1 “Kind of body”"
    assert name_of(Question(id="q", number="1.2", title="Kind of body")) == "Question 1.2"
