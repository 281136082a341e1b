"""Cases of the rules over the organisation, what it holds, its partners and their agreement."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bidkit.domain.consortium import AgreementPoint, Partner
from bidkit.domain.finding import Level
from bidkit.domain.organisation import (
    AccountsYear,
    CaseStudy,
    Insurance,
    Person,
    Policy,
    QualityMark,
    Referee,
)
from bidkit.domain.questionnaire import Question, Response
from bidkit.domain.rounds import Round
from tests.rules.making import FACTS, LEVELS, TODAY, Case, made

SHOULD, HINT = Level.SHOULD, Level.HINT
START = {"opportunity__period__starts_on": date(2027, 4, 1)}
GRANT = {"opportunity__funding": "grant"}
CODE = "organisation__share_code__"
NAMED = Question(id="q1", prefill_from="organisation.name")
CLEAR: dict[str, Any] = {"excluded": "no", "debarred": "no"}


def partner(**fields: object) -> Partner:
    """A partner with these fields."""
    return Partner(id="p1", name="Tideway").model_copy(update=fields)


def other(**fields: object) -> Partner:
    """A second partner."""
    return Partner(id="p2", name="Saltmarsh").model_copy(update=fields)


def number(field: str, wrong: str, right: str) -> Case:
    """A case of the form of one of our numbers."""
    name = f"organisation__{field}"
    place = name.replace("__", ".")
    wrong_bid, right_bid = made(**{name: wrong}), made(**{name: right})
    return Case("organisation.number_form", wrong_bid, right_bid, SHOULD, place)


ORGANISATION = (
    Case(
        "organisation.no_name",
        made(),
        made(organisation__name="Harbour Mind"),
        SHOULD,
        "organisation.name",
    ),
    number("company_number", "1234567", "01234567"),
    number("company_number", "ABC12345", "SC 123456"),
    number("vat_number", "123456789", "gb 123 4567 89"),
    number("ppon", "PABC-1234", "PABC-1234-DEFG"),
    number("share_code__code", "ABC", "AB12CD34"),
    number("charity_number", "12", "1234567-1"),
    Case(
        "organisation.share_code_stale",
        made(
            **{
                f"{CODE}code": "AB12CD34",
                f"{CODE}obtained_on": date(2026, 9, 1),
                f"{CODE}profile_changed_on": date(2026, 9, 2),
            }
        ),
        made(**{f"{CODE}code": "AB12CD34", f"{CODE}obtained_on": date(2026, 9, 2)}),
        SHOULD,
        "organisation.share_code.obtained_on",
    ),
    Case(
        "organisation.share_code_stale",
        made(**{f"{CODE}code": "AB12CD34", f"{CODE}obtained_on": date(2026, 1, 1)}),
        made(
            **{
                f"{CODE}code": "AB12CD34",
                f"{CODE}obtained_on": date(2026, 1, 1),
                f"{CODE}checked_on": TODAY,
            }
        ),
        HINT,
        "organisation.share_code.checked_on",
    ),
    Case(
        "organisation.share_code_stale",
        made(
            Person(id="p1", kind="trustee", since=date(2026, 10, 1)),
            **{f"{CODE}code": "AB12CD34", f"{CODE}obtained_on": date(2026, 9, 30)},
        ),
        made(
            Person(id="p1", kind="trustee", since=date(2026, 10, 1), until=date(2027, 1, 1)),
            **{f"{CODE}code": "AB12CD34", f"{CODE}obtained_on": date(2026, 10, 1)},
        ),
        SHOULD,
        "organisation.share_code.obtained_on",
    ),
    Case(
        "organisation.case_long",
        made(CaseStudy(id="k1", title="Quay", words_100="word " * 101)),
        made(CaseStudy(id="k1", title="Quay", words_100="word " * 100, words_250="word " * 101)),
        HINT,
        "case_studies[k1].words_100",
    ),
    Case(
        "organisation.share_code_missing",
        made(opportunity__regime="pa23_above"),
        made(opportunity__regime="pa23_below"),
        SHOULD,
        "organisation.share_code.code",
    ),
    Case(
        "organisation.name_differs",
        made(
            NAMED,
            Response(id="r1", parent="q1", text="Harbor Mind"),
            organisation__name="Harbour Mind",
        ),
        made(
            NAMED,
            Response(id="r1", parent="q1", text="Harbour  mind"),
            organisation__name="Harbour Mind",
        ),
        SHOULD,
        "responses[r1].text",
    ),
    Case(
        "organisation.grant_ground",
        made(organisation__two_signatories="no", **GRANT),
        made(organisation__two_signatories="yes", **GRANT),
        SHOULD,
        "organisation.two_signatories",
    ),
    Case(
        "organisation.young",
        made(organisation__registered_on=date(2026, 1, 1), **GRANT),
        made(organisation__registered_on=date(2025, 11, 20), **GRANT),
        HINT,
        "organisation.registered_on",
        replace(FACTS, levels=replace(LEVELS, grant_age_months=12)),
    ),
    Case(
        "organisation.few_people",
        made(organisation__trustees_count=2, **GRANT),
        made(organisation__trustees_count=3, **GRANT),
        SHOULD,
        "organisation.trustees_count",
    ),
    Case(
        "organisation.referee_not_asked",
        made(Referee(id="f1", permission="yes")),
        made(Referee(id="f1", permission="yes", told_about_bid="yes")),
        HINT,
        "referees[f1].permission",
    ),
    Case(
        "organisation.check_missing",
        made(Person(id="n1", regulated_activity="yes", dbs_level="enhanced")),
        made(Person(id="n1", regulated_activity="yes", dbs_level="enhanced barred")),
        SHOULD,
        "people[n1].dbs_level",
    ),
    Case(
        "organisation.accounts_old",
        made(AccountsYear(id="y1", year_end=date(2024, 3, 31))),
        made(AccountsYear(id="y1", year_end=date(2026, 3, 31))),
        HINT,
        "accounts",
    ),
)
HOLDINGS = (
    Case(
        "organisation.policy_old",
        made(
            Policy(id="k1", title="Safeguarding", approved_on=date(2024, 11, 19), mandatory="yes")
        ),
        made(
            Policy(id="k1", title="Safeguarding", approved_on=date(2024, 11, 20), mandatory="yes")
        ),
        SHOULD,
        "policies[k1].approved_on",
    ),
    Case(
        "organisation.policy_old",
        made(Policy(id="k1", title="Safeguarding", review_on=date(2026, 11, 19))),
        made(Policy(id="k1", title="Safeguarding", review_on=TODAY)),
        HINT,
        "policies[k1].review_on",
    ),
    Case(
        "organisation.policy_missing",
        made(Policy(id="k1", title="Safeguarding", mandatory="yes", held="no")),
        made(Policy(id="k1", title="Safeguarding", held="no")),
        SHOULD,
        "policies[k1].held",
    ),
    Case(
        "organisation.insurance_expires",
        made(Insurance(id="k1", kind="public", expires_on=date(2027, 3, 31)), **START),
        made(Insurance(id="k1", kind="public", expires_on=date(2027, 4, 1)), **START),
        SHOULD,
        "insurances[k1].expires_on",
    ),
    Case(
        "organisation.insurance_low",
        made(Insurance(id="k1", kind="public", limit=Decimal(5), limit_asked=Decimal(10))),
        made(Insurance(id="k1", kind="public", limit=Decimal(10), limit_asked=Decimal(10))),
        HINT,
        "insurances[k1].limit",
    ),
    Case(
        "organisation.mark_expires",
        made(QualityMark(id="k1", title="Trusted Charity", expires_on=date(2027, 3, 31)), **START),
        made(QualityMark(id="k1", title="Trusted Charity", expires_on=date(2027, 4, 1)), **START),
        HINT,
        "quality_marks[k1].expires_on",
    ),
)
PARTNERS = (
    Case(
        "partners.two_questions",
        made(partner()),
        made(
            partner(),
            partnership__better_outcomes="Yes: nearer.",
            partnership__what_makes_it_positive="Trust.",
        ),
        SHOULD,
        "partnership.better_outcomes",
    ),
    Case(
        "partners.shares_sum",
        made(partner(share=Decimal(60)), other(share=Decimal("39.9"))),
        made(partner(share=Decimal(60)), other(share=Decimal(40))),
        SHOULD,
        "partners",
    ),
    Case(
        "partners.share_missing",
        made(partner(share=Decimal(100)), other()),
        made(partner(), other()),
        HINT,
        "partners[p2].share",
    ),
    Case(
        "partners.excluded",
        made(partner(excluded="no", debarred="yes")),
        made(partner(**CLEAR)),
        SHOULD,
        "partners[p1].excluded",
    ),
    Case(
        "partners.excluded",
        made(partner(excluded="no", debarred="unknown")),
        made(partner(**CLEAR)),
        HINT,
        "partners[p1].excluded",
    ),
    Case(
        "partners.rival_bid",
        made(partner(in_rival_bid="yes")),
        made(partner(in_rival_bid="no")),
        SHOULD,
        "partners[p1].in_rival_bid",
    ),
    Case(
        "partners.unknown_partner",
        made(partner()),
        made(partner(known_years=Decimal(3))),
        HINT,
        "partners[p1].past_work",
    ),
    Case(
        "partners.time_short",
        made(partner(), Round(id="r1", deadline=datetime(2026, 12, 1, 12, tzinfo=UTC))),
        made(partner(), Round(id="r1", deadline=datetime(2027, 1, 20, 12, tzinfo=UTC))),
        HINT,
        "partners[p1].known_years",
    ),
    Case(
        "partners.target_above_past",
        made(partner(target=Decimal(40), past_result=Decimal(30))),
        made(partner(target=Decimal(30), past_result=Decimal(30))),
        SHOULD,
        "partners[p1].target",
    ),
    Case(
        "partners.below_own_cost",
        made(partner(price=Decimal(9), full_cost=Decimal(10))),
        made(partner(price=Decimal(10), full_cost=Decimal(10))),
        SHOULD,
        "partners[p1].price",
    ),
    Case(
        "partners.hub_above_slice",
        made(
            costing__price=Decimal(500_000),
            partnership__top_slice=Decimal(12),
            partnership__hub_cost=Decimal(60_001),
        ),
        made(
            costing__price=Decimal(500_000),
            partnership__top_slice=Decimal(12),
            partnership__hub_cost=Decimal(60_000),
        ),
        SHOULD,
        "partnership.hub_cost",
    ),
    Case(
        "partners.relied_on_unshared",
        made(partner(relied_on_for="Turnover"), opportunity__regime="pa23_above"),
        made(partner(relied_on_for="Turnover"), opportunity__regime="grant"),
        SHOULD,
        "partners[p1].share_code",
    ),
    Case(
        "partners.due_diligence_open",
        made(partner(due_diligence="in hand")),
        made(partner(due_diligence="done")),
        HINT,
        "partners[p1].due_diligence",
    ),
    Case(
        "partners.role_without_strength",
        made(partner(does="Outreach")),
        made(partner(does="Outreach", strength="Known on every quay")),
        HINT,
        "partners[p1].does",
    ),
)
AGREEMENTS = (
    Case(
        "partners.price_without_agreement",
        made(partner(price=Decimal(9))),
        made(partner(price=Decimal(9), confidentiality_on=TODAY)),
        SHOULD,
        "partners[p1].confidentiality_on",
    ),
    Case(
        "partners.no_opt_out",
        made(partner()),
        made(partner(), AgreementPoint(id="g1", key="exit", settled="yes")),
        SHOULD,
        "agreement_points",
    ),
    Case(
        "partners.agreement_open",
        made(AgreementPoint(id="g1", key="money", text="Money", mandatory=True)),
        made(AgreementPoint(id="g1", key="money", text="Money", mandatory=True, settled="yes")),
        HINT,
        "agreement_points[g1].settled",
    ),
    Case(
        "partners.paid_only_if",
        made(partner(paid_only_if="Tideway recruits 40 people")),
        made(partner(paid_only_if="Tideway recruits 40 people", remedy="Half is paid anyway")),
        SHOULD,
        "partners[p1].remedy",
    ),
    Case(
        "partners.no_advice",
        made(partnership__bidding_model="consortium"),
        made(partnership__bidding_model="consortium", partnership__advice_vat="An accountant"),
        HINT,
        "partnership.advice_legal",
    ),
)
FIT = (
    Case(
        "partners.fit_weak",
        made(partner(culture=0, capacity=2)),
        made(partner(culture=2, capacity=2)),
        SHOULD,
        "partners[p1].culture",
    ),
    Case(
        "partners.fit_weak",
        made(partner(capacity=0)),
        made(partner(capacity=0, role="lead")),
        SHOULD,
        "partners[p1].capacity",
    ),
    Case(
        "partners.fit_unknown",
        made(partner()),
        made(partner(adds_value=2)),
        HINT,
        "partners[p1].trust",
    ),
    Case(
        "partners.tier_unproved",
        made(partner(tier="associate")),
        made(partner(tier="associate", tier_evidence="Trusted Charity, March 2026")),
        HINT,
        "partners[p1].tier_evidence",
    ),
    Case(
        "partners.no_decision_panel",
        made(partner(), other(), partnership__bidding_model="consortium"),
        made(
            partner(),
            other(),
            partnership__bidding_model="consortium",
            partnership__decision_panel="Two trustees of charities that do not tender",
        ),
        HINT,
        "partnership.decision_panel",
    ),
)
KEPT = {"opportunity__reserved": "Reserved for VCSEs"}
RESERVED = (
    Case(
        "organisation.reserved_for_others",
        made(**KEPT),
        made(organisation__vcse="yes", **KEPT),
        SHOULD,
        "organisation.vcse",
    ),
)
CASES = (*FIT, *RESERVED, *ORGANISATION, *HOLDINGS, *PARTNERS, *AGREEMENTS)
