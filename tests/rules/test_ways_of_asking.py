"""What rules advise once the notice is out: the portal's messages, and never another approach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.finding import Finding
from bidkit.domain.rounds import Round
from bidkit.rules.catalogue import new_checker
from bidkit.rules.routes import notice_is_out
from tests.rules.test_each_rule import CASES

PORTAL = "Ask through the portal’s messages"
APPROACH = re.compile(
    r"\b(?:ask|ring|call|phone|telephone|e-?mail|visit|meet|contact|approach|write to"
    r"|(?:talk|speak) (?:to|with)) (?:the |your |a |this )?"
    r"(?:buyer|commissioner|council|authority)",
    re.IGNORECASE,
)
ASKING = {
    "opportunity.condition_unmet",
    "opportunity.odd_hour",
    "criteria.no_weight",
    "offer.transfer_unknown",
    "partners.time_short",
    "qualification.fails",
    "qualification.turnover_high",
    "qualification.unclear",
    "after.no_outcome",
}
DUE = Round(id="due", kind="tender", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC))


def out(bid: Bid) -> Bid:
    """The same bid, for several who bid for a contract whose notice is out."""
    made: Bid = with_fields(
        bid,
        {
            "about.route": "consortium",
            "opportunity.funding": "contract",
            "opportunity.notice.stage": "tender",
        },
    )
    made = demanding(made)
    assert notice_is_out(made) is True
    return made


def granted(bid: Bid) -> Bid:
    """The same bid, for a larger grant."""
    made: Bid = with_fields(bid, {"about.route": "larger_grant", "opportunity.funding": "grant"})
    return demanding(made)


def demanding(bid: Bid) -> Bid:
    """The same bid with each of its questions able to put it out."""
    asked = tuple(one.model_copy(update={"knock_out": True}) for one in bid.questions)
    return bid.model_copy(update={"questions": asked})


def findings(change: object) -> Iterator[Finding]:
    """Everything every rule says of every bid that is known to be wrong, changed as told."""
    assert callable(change)
    for case in CASES:
        yield from new_checker().run(change(case.wrong), case.facts)


def words_of(finding: Finding) -> str:
    """All that people read of it."""
    return f"{finding.what} {finding.why} {finding.advice}"


@pytest.mark.requirement(5, 134, 156)
def test_no_rule_leads_round_the_portal_once_the_notice_is_out() -> None:
    said = list(findings(out))
    round_it = {f"{one.rule}: {one.advice}" for one in said if APPROACH.search(words_of(one))}
    assert not round_it
    led = {one.rule for one in said if PORTAL in one.advice}
    assert led >= ASKING


@pytest.mark.requirement(5)
def test_those_who_ask_for_a_grant_ask_the_funder() -> None:
    said = list(findings(granted))
    assert not {one.rule for one in said if APPROACH.search(words_of(one))}
    assert not {one.rule for one in said if PORTAL in words_of(one)}
    asking = {one.rule for one in said if "Ask the funder" in one.advice}
    assert {"organisation.grant_ground", "organisation.few_people"} <= asking


def test_the_advice_changes_in_the_moment_the_notice_comes_out() -> None:
    checker = new_checker()
    case = next(one for one in CASES if one.rule == "criteria.no_weight")
    before: Bid = with_fields(case.wrong, {"about.route": "contract"})
    early = [one for one in checker.run(before, case.facts) if one.rule == case.rule]
    late = [
        one
        for one in checker.run(before.model_copy(update={"rounds": (DUE,)}), case.facts)
        if one.rule == case.rule
    ]
    assert "Ask the buyer" in early[0].advice
    assert PORTAL in late[0].advice
