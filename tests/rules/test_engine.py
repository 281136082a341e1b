"""The checker: only what changed runs again, and what it says is what a fresh run says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.base import Frozen
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.shape import shape_of
from bidkit.domain.stages import Stage
from bidkit.rules.catalogue import RULES, new_checker
from bidkit.rules.engine import Checker, PieceRule, Rule
from bidkit.rules.facts import Facts, Levels, Phrase
from bidkit.session.examples import load_example
from tests.strategies import bids, successors

PHRASES = (Phrase("aim", ("we aim*", "aims to"), "error", "we {verb}"),)
FACTS = Facts(
    date(2026, 11, 20),
    datetime(2026, 11, 20, 9, tzinfo=UTC),
    undecided=frozenset({"answers[a1].text", "no such place"}),
    phrases=PHRASES,
    other_buyers=frozenset({"Northshire Council"}),
    levels=Levels(
        policy_months=24,
        small_numbers=5,
        fewest_people=3,
        share_code_days=90,
        contract_share_percent=Decimal(33),
        turnover_multiple=Decimal(2),
        low_price_percent=Decimal(20),
        grant_age_months=12,
    ),
    attachments_present=frozenset(),
)
STAGES = sorted({rule.stage for rule in RULES})
COLLECTIONS = shape_of(Bid).collections
ASKED = ("sections", "questions", "parts", "responses", "response_rows", "answers", "lots")


class Watched:
    """Stands before a bid and writes down which of its fields are asked for."""

    def __init__(self, bid: Bid) -> None:
        self._bid = bid
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.asked.add(name)
        return getattr(self._bid, name)


@given(bids())
def test_rules_never_raise_and_their_places_are_there(bid: Bid) -> None:
    for finding in new_checker().run(bid, FACTS):
        assert finding.place.exists(bid), finding
        assert finding.what


@given(bids(ASKED, most_things=12))
def test_rules_never_raise_over_questions(bid: Bid) -> None:
    for finding in new_checker().run(bid, FACTS):
        assert finding.place.exists(bid), finding


@pytest.mark.parametrize("stage", STAGES)
@given(st.data())
def test_rules_of_a_stage_never_raise(stage: Stage, data: st.DataObject) -> None:
    rules = [rule for rule in RULES if rule.stage == stage]
    reads = sorted({name for rule in rules for name in rule.reads if len(rule.reads) < 20})
    held = [name for name in reads if name in COLLECTIONS]
    groups = [name for name in reads if name not in COLLECTIONS]
    bid = data.draw(bids(held, groups, most_things=10, most_fields=10))
    checker = Checker(rules)
    for finding in checker.run(bid, FACTS):
        assert finding.place.exists(bid), finding
    later = data.draw(successors(bid))
    assert checker.run(later, FACTS) == Checker(rules).run(later, FACTS)


@given(bids(), st.data())
def test_what_is_remembered_equals_a_fresh_run(bid: Bid, data: st.DataObject) -> None:
    checker = new_checker()
    checker.run(bid, FACTS)
    for _ in range(2):
        bid = data.draw(successors(bid))
        assert checker.run(bid, FACTS) == new_checker().run(bid, FACTS)


@given(bids(ASKED, most_things=12), st.data())
def test_a_dropped_run_loses_nothing(bid: Bid, data: st.DataObject) -> None:
    checker = new_checker()
    slices = checker.slices(bid, FACTS)
    for _ in range(data.draw(st.integers(0, 20))):
        next(slices, None)
    slices.close()
    later = data.draw(successors(bid))
    assert checker.run(later, FACTS) == new_checker().run(later, FACTS)


@given(bids())
def test_rules_read_only_what_they_say(bid: Bid) -> None:
    for rule in RULES:
        watched: Any = Watched(bid)
        if isinstance(rule, Rule):
            list(rule.judge(watched, FACTS))
        else:
            list(rule.pieces(watched))
        assert watched.asked <= set(rule.reads), rule.id


def with_numbers(bid: Bid, number: Decimal, count: int) -> Bid:
    """Return a bid in which every number and every count is another one."""

    def fields(model: Frozen) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for path in shape_of(type(model)).leaves:
            value: Any = model
            for name in path.split("."):
                value = getattr(value, name)
            if isinstance(value, Decimal):
                found[path] = number
            elif isinstance(value, int) and not isinstance(value, bool):
                found[path] = count
        return found

    made: Bid = with_fields(bid, fields(bid))
    changed = {
        name: tuple(with_fields(one, fields(one)) for one in getattr(made, name))
        for name in COLLECTIONS
    }
    return made.model_copy(update=changed)


@pytest.mark.parametrize(
    ("number", "count"),
    [
        (Decimal(0), 0),
        (Decimal(-5), -5),
        (Decimal("999999999999999"), 999_999_999_999_999),
        (Decimal("1E-900"), 3),
        (Decimal("1E+900"), 10**900),
    ],
)
def test_rules_never_raise_over_numbers_nobody_means(number: Decimal, count: int) -> None:
    bid = with_numbers(load_example("harbour", FACTS.today), number, count)
    for finding in new_checker().run(bid, FACTS):
        assert finding.what


def test_nothing_runs_twice_for_the_same_bid() -> None:
    checker = new_checker()
    checker.run(EMPTY, FACTS)
    runs = checker.runs
    checker.run(EMPTY, FACTS)
    checker.run(EMPTY, replace(FACTS, scope="handout"))
    assert checker.runs == runs


def test_rules_have_names_of_their_own_and_pieces_share_their_cut() -> None:
    names = [rule.id for rule in RULES]
    assert len(names) == len(set(names))
    reads: dict[Any, tuple[str, ...]] = {}
    for rule in RULES:
        if isinstance(rule, PieceRule):
            assert reads.setdefault(rule.pieces, rule.reads) == rule.reads, rule.id


def test_a_checker_without_rules_says_nothing() -> None:
    assert Checker(()).run(EMPTY, FACTS) == ()
