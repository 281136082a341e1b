"""What the law asks under one set of rules only: it puts nobody out under another."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.finding import Level, Status
from bidkit.domain.opportunity import Regime
from bidkit.domain.questionnaire import Response
from bidkit.domain.stages import Stage
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.rules.expected import expected
from bidkit.rules.judging import Judgement, in_full, is_pending, knock_outs, statuses
from bidkit.rules.routes import REGIMES
from tests.rules.making import FACTS, said

PSQ = "procurement-specific-questionnaire"
OWED = ("pa23_above", "pa23_light_touch")
NOT_OWED = ("pa23_below", "pcr2015", "nhs_psr", "scotland", "grant")


def asked_under(regime: str, pack: str = PSQ, **replies: dict[str, Any]) -> Bid:
    """Return a bid under a regime with the questions of a pack and replies by their numbers."""
    found = shipped().pack(pack)
    assert found is not None
    bid = with_fields(EMPTY, {"opportunity.regime": regime})
    bid = apply_pack(bid, found, fill=False)
    by_item = {one.pack_item.replace(".", "_"): one for one in bid.questions}
    given = tuple(
        Response(id=f"r-{name}", parent=by_item[name].id).model_copy(update=fields)
        for name, fields in replies.items()
    )
    return bid.model_copy(update={"responses": given})


def judged(bid: Bid, item: str) -> Judgement:
    """Return how the question of a pack item stands."""
    question = next(one for one in bid.questions if one.pack_item == item)
    return statuses(bid, FACTS)[question.id]


def test_every_regime_has_a_name() -> None:
    assert {"", *REGIMES} == set(get_args(Regime))


@pytest.mark.requirement(24)
@pytest.mark.parametrize("regime", OWED)
def test_registration_and_share_code_are_owed_above_the_threshold(regime: str) -> None:
    bid = asked_under(regime, C1_2={"yes_no": "no"})
    assert judged(bid, "C1.2").status is Status.FAIL
    code = judged(bid, "C1.6")
    assert (code.status, is_pending(code)) == (Status.UNKNOWN, True)
    assert [one for one in said(bid, "qualification.missing") if "6" in one.what]


@pytest.mark.requirement(24)
@pytest.mark.parametrize("regime", NOT_OWED)
def test_elsewhere_they_neither_fail_nor_wait(regime: str) -> None:
    bid = asked_under(regime, C1_2={"yes_no": "no"})
    for item in ("C1.2", "C1.2p", "C1.6"):
        judgement = judged(bid, item)
        assert judgement.status is Status.NOT_APPLICABLE
        assert "only under: Procurement Act 2023, full rules;" in judgement.rule
        assert not is_pending(judgement)
    codes = {one.id for one in bid.questions if one.pack_item in ("C1.2", "C1.2p", "C1.6")}
    knocked = knock_outs(bid, FACTS)
    assert not codes & {one.question for one in (*knocked.failing, *knocked.pending)}
    for rule in ("qualification.fails", "qualification.missing"):
        assert not codes & {one.place.identity for one in said(bid, rule)}
    waiting = {one.places[0].identity for one in expected(bid, Stage.QUALIFICATION)}
    unanswered = codes - {judged(bid, "C1.2").question}
    assert not unanswered & waiting


@pytest.mark.parametrize("regime", NOT_OWED)
def test_what_is_given_all_the_same_passes(regime: str) -> None:
    bid = asked_under(regime, C1_2={"yes_no": "yes"}, C1_6={"text": "AB12CD34"})
    assert judged(bid, "C1.2").status is Status.PASS
    assert judged(bid, "C1.6").status is Status.PASS


def test_while_nobody_chose_the_rules_it_is_at_risk_and_not_a_fail() -> None:
    bid = asked_under("", C1_2={"yes_no": "no"})
    judgement = judged(bid, "C1.2")
    assert judgement.status is Status.AT_RISK
    assert "Choose the rules at the opportunity first." in judgement.rule
    assert judged(bid, "C1.6").status is Status.UNKNOWN
    (finding,) = said(bid, "qualification.at_risk")
    assert finding.level is Level.SHOULD


def test_a_grant_is_one_whatever_rules_are_chosen() -> None:
    bid = asked_under("pa23_above", C1_2={"yes_no": "no"})
    grant = with_fields(bid, {"opportunity.funding": "grant"})
    assert judged(grant, "C1.2").status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("regime", ["scotland", "nhs_psr", "pcr2015"])
def test_core_information_needs_no_share_code_elsewhere(regime: str) -> None:
    bid = asked_under(regime, "core-information")
    for item in ("A1.9p", "A7.2", "A7.2d"):
        assert judged(bid, item).status is Status.NOT_APPLICABLE


def test_a_rule_says_under_what_it_counts_before_anybody_replies() -> None:
    question = next(one for one in asked_under("").questions if one.pack_item == "C1.2")
    (rule,) = question.rules
    assert in_full(rule).endswith(
        "Counts only under: Procurement Act 2023, full rules; Procurement Act 2023, light touch."
    )
