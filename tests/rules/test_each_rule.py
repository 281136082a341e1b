"""Each rule speaks where something is wrong and is silent where it is right."""

from __future__ import annotations

import pytest

from bidkit.domain.finding import Level
from bidkit.rules.catalogue import RULES
from tests.rules import (
    cases_case,
    cases_finish,
    cases_links,
    cases_lots,
    cases_money,
    cases_offer,
    cases_qualify,
    cases_questions,
    cases_understand,
)
from tests.rules.making import Case, said

CASES: tuple[Case, ...] = (
    *cases_understand.CASES,
    *cases_qualify.CASES,
    *cases_case.CASES,
    *cases_lots.CASES,
    *cases_offer.CASES,
    *cases_money.CASES,
    *cases_questions.CASES,
    *cases_finish.CASES,
    *cases_links.CASES,
)
MUST = {
    "documents.amendment_unread",
    "qualification.missing",
    "answers.missing",
    "answers.over_limit",
    "answers.parts_over_limit",
    "answers.section_over_limit",
    "answers.price_shown",
    "answers.inserted_price",
    "evidence.without_consent",
    "evidence.story_without_consent",
    "evidence.repeated_without_consent",
    "costs.above_ceiling",
    "costs.above_grant",
    "costs.price_not_allowed",
    "costs.price_missing",
    "hand_in.undecided",
    "hand_in.unsigned",
    "hand_in.file_gone",
}
REQUIREMENTS = {
    "opportunity.short_term": (85, 182),
    "opportunity.questions_close": (25,),
    "documents.amendment_unread": (41,),
    "documents.requirement_unanswered": (38, 217),
    "documents.requirement_not_met": (217,),
    "documents.clarification_waiting": (25, 126),
    "documents.clarification_names_us": (25,),
    "decision.gate_stops": (92, 118),
    "decision.not_recorded": (118,),
    "decision.too_few_hours": (141,),
    "decision.depends_on_it": (140,),
    "decision.no_record_yet": (21,),
    "decision.gate_contradicted": (36, 118, 198),
    "decision.fault_found": (172, 173, 178),
    "decision.fault_likely": (173, 182),
    "partners.two_questions": (46,),
    "partners.no_opt_out": (54, 66, 69),
    "partners.agreement_open": (54, 71),
    "partners.paid_only_if": (65,),
    "partners.unknown_partner": (57, 66, 67),
    "partners.target_above_past": (36, 66),
    "partners.role_without_strength": (73, 213),
    "partners.fit_weak": (49, 70),
    "partners.fit_unknown": (49, 67, 68),
    "partners.tier_unproved": (77,),
    "partners.no_decision_panel": (74,),
    "organisation.reserved_for_others": (153,),
    "evidence.number_unanswered": (132,),
    "evidence.saving_unsaid": (133,),
    "evidence.nothing_to_quote": (113,),
    "evidence.need_of_nobody": (214,),
    "answers.practice_unnamed": (40,),
    "partners.time_short": (87,),
    "partners.due_diligence_open": (78,),
    "partners.below_own_cost": (76,),
    "partners.hub_above_slice": (58,),
    "partners.no_advice": (50, 52),
    "partners.poor_fit": (49, 67, 68),
    "partners.panel_not_independent": (74,),
    "partners.signed_too_soon": (71,),
    "partners.subcontract_untested": (160, 219),
    "partners.prime_pays_late": (201,),
    "partners.flow_down_open": (161, 201),
    "partners.vat_between_unclear": (52,),
    "partners.paid_above_price": (72, 76),
    "partners.due_below_cost": (58, 76),
    "partners.not_shown": (48, 75, 81),
    "qualification.fails": (83,),
    "qualification.missing": (41,),
    "qualification.challenge": (25,),
    "qualification.unclear": (25,),
    "criteria.none_known": (26,),
    "criteria.weights_sum": (27,),
    "criteria.only_met": (28, 34),
    "criteria.below_threshold": (27,),
    "offer.no_short_description": (33,),
    "offer.description_long": (33,),
    "offer.point_unanswered": (37, 134),
    "offer.no_contract_manager": (9,),
    "offer.risk_open": (94,),
    "offer.description_weak": (33,),
    "offer.no_concern": (37,),
    "offer.fit_open": (38,),
    "offer.mostly_reused": (38,),
    "offer.transfer_list": (53,),
    "hand_in.outline_missing": (32,),
    "hand_in.runs_over": (32,),
    "offer.users_not_involved": (196, 203),
    "offer.transfer_unknown": (53,),
    "offer.transfer_unpriced": (53,),
    "evidence.no_need": (42, 147),
    "evidence.without_indicator": (119,),
    "evidence.without_result": (119,),
    "evidence.anecdote_only": (204,),
    "evidence.unproved_words": (19,),
    "evidence.strength_overstated": (169,),
    "evidence.without_consent": (117,),
    "evidence.repeated_without_consent": (117,),
    "value.claimed_unproved": (91, 102, 110),
    "value.unpaid_extra": (105,),
    "value.sector_wide": (101, 205),
    "value.not_a_comparison": (101, 103),
    "value.clause_unanswered": (165,),
    "costs.below_cost": (36, 76, 120, 172, 198),
    "costs.no_margin": (43,),
    "costs.nothing_costed": (120,),
    "costs.vat_unclear": (52,),
    "answers.missing": (41,),
    "answers.over_limit": (41,),
    "answers.without_evidence": (12, 17, 39),
    "answers.bare_figure": (17,),
    "answers.phrases": (19,),
    "answers.need_first": (42,),
    "hand_in.instruction_open": (41, 84),
    "hand_in.unsigned": (41,),
    "hand_in.file_gone": (41,),
    "hand_in.no_sign_off": (31,),
    "hand_in.changed_since_agreed": (31,),
    "review.nobody_read": (15, 29),
    "review.marks_differ": (29, 30),
    "after.feedback_not_asked": (16,),
    "after.no_working_group": (8,),
    "after.no_alarm": (88,),
    "after.rebid_due": (8, 88),
    "after.promise_without_keeper": (217,),
}
SPEAKING = [
    pytest.param(
        case,
        id=case.name,
        marks=[pytest.mark.requirement(*numbers)]
        if (numbers := REQUIREMENTS.get(case.rule))
        else [],
    )
    for case in CASES
]


@pytest.mark.parametrize("case", SPEAKING)
def test_it_speaks_where_something_is_wrong(case: Case) -> None:
    findings = said(case.wrong, case.rule, case.facts)
    assert findings
    finding = findings[0]
    assert finding.level is case.level
    assert str(finding.place) == case.place
    assert finding.place.exists(case.wrong)
    assert finding.what
    assert finding.advice


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_silent_where_nothing_is_wrong(case: Case) -> None:
    assert said(case.right, case.rule, case.right_facts or case.facts) == []


def test_every_rule_has_a_case() -> None:
    assert {rule.id for rule in RULES} == {case.rule for case in CASES}
    assert {case.rule for case in CASES} >= REQUIREMENTS.keys()


def test_must_fix_is_a_closed_list() -> None:
    assert {case.rule for case in CASES if case.level is Level.MUST} == MUST
