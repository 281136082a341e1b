"""Each rule speaks where something is wrong and is silent where it is right."""

from __future__ import annotations

import pytest

from bidkit.domain.finding import Level
from bidkit.rules.catalogue import RULES
from tests.rules import (
    cases_case,
    cases_finish,
    cases_money,
    cases_qualify,
    cases_questions,
    cases_understand,
)
from tests.rules.making import Case, said

CASES: tuple[Case, ...] = (
    *cases_understand.CASES,
    *cases_qualify.CASES,
    *cases_case.CASES,
    *cases_money.CASES,
    *cases_questions.CASES,
    *cases_finish.CASES,
)
MUST = {
    "qualification.missing",
    "answers.missing",
    "answers.over_limit",
    "answers.parts_over_limit",
    "answers.section_over_limit",
    "answers.price_shown",
    "evidence.without_consent",
    "evidence.story_without_consent",
    "costs.above_ceiling",
    "costs.above_grant",
    "costs.price_not_allowed",
    "costs.price_missing",
    "hand_in.undecided",
    "hand_in.unsigned",
    "hand_in.file_gone",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
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


def test_must_fix_is_a_closed_list() -> None:
    assert {case.rule for case in CASES if case.level is Level.MUST} == MUST
