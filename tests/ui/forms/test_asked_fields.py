"""What the sources ask to be written down has a field on some page, with every choice it needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.shape import shape_of
from bidkit.ui.forms.spec import Choice, Field, Several
from tests.ui.forms.specs import forms, group_at


@dataclass(frozen=True)
class Asked:
    """One field that some requirements ask for, and the choices it must offer."""

    address: str
    numbers: tuple[int, ...]
    choices: frozenset[str] = frozenset()


def asked(address: str, *numbers: int, choices: str = "") -> Asked:
    return Asked(address, numbers, frozenset(choices.split(", ")) if choices else frozenset())


ASKED = (
    asked("opportunity.funding", 1, 195, choices="contract, grant, both"),
    asked("competitors.kind", 1, 6, choices="charity, cic, private, public, in-house"),
    asked("competitors.our_edge", 6),
    asked("competitors.possible_partner", 6),
    asked("opportunity.local_priority", 3, 134),
    asked("outcomes.buyer_target", 3, 132),
    asked("offer.co_production_users", 4, 157, 196, 203),
    asked("offer.co_production_community", 4, 203),
    asked("offer.co_production_staff", 203),
    asked("offer.co_production_buyer", 137),
    asked("offer.other_ways", 128),
    asked("contacts.name", 5, 125, 134),
    asked("contacts.role", 5),
    asked("contacts.learned", 5, 134),
    asked("offer.contract_manager", 9),
    asked("organisation.quality_systems", 10),
    asked("offer.quality_assurance", 10),
    asked("organisation.product_sheet", 14),
    asked("decision.pilot_first", 21),
    asked("presentation.brief", 32),
    asked("slides.points", 32),
    asked("panel_questions.our_reply", 32),
    asked("offer.words_50", 33),
    asked("offer.words_100", 33),
    asked("offer.words_200", 33),
    asked("about.context_notes", 35),
    asked("buyer_points.kind", 37, choices="aim, output, concern"),
    asked("fits.gap", 38),
    asked("answers.good_practice", 40),
    asked("criteria.good_practice", 40),
    asked("needs.whose", 42, 214, choices="beneficiary, community, funder"),
    asked("needs.population", 214),
    asked("outcomes.group", 214),
    asked("decision.legal_power_advice", 44),
    asked("partnership.better_outcomes", 46),
    asked("partnership.what_makes_it_positive", 46),
    asked(
        "partnership.relationship",
        47,
        choices="networking, joint project, shared service, alliance, merger",
    ),
    asked("partnership.advantage", 48, 75),
    asked("partners.culture", 49),
    asked("partners.personalities", 49),
    asked("partnership.advice_legal_on", 50),
    asked("partnership.advice_vat", 50, 52),
    asked("partnership.advice_tupe", 50, 53),
    asked(
        "partnership.structure",
        51,
        162,
        choices="new_entity, lead_within, lead_external, hub_spoke",
    ),
    asked("costing.vat_treatment", 52),
    asked("transferring.pension", 53),
    asked("offer.tupe.cost_in_price", 53),
    asked("partnership.facilitator", 55, 222),
    asked("partners.known_years", 56, 67),
    asked("partners.past_work", 56),
    asked("partnership.top_slice", 58),
    asked("partners.cluster", 60),
    asked("partnership.strategic_plan", 61),
    asked("partners.trust", 67),
    asked("partners.adds_value", 68),
    asked("partners.not_competing", 68),
    asked("partners.overlap", 68),
    asked("partners.capacity", 70),
    asked("offer.capacity", 70),
    asked("partners.strength", 73, 213),
    asked("partners.relied_on_for", 213),
    asked("partners.does", 74),
    asked("partnership.decision_panel", 74),
    asked("partners.tier", 77, choices="full, associate"),
    asked("partners.tier_evidence", 77),
    asked("partners.due_diligence", 78, choices="not started, in hand, done"),
    asked("partnership.why_now", 79),
    asked("offer.access_and_choice", 81),
    asked("partners.role", 82, 219, choices="lead, member, associate, subcontractor"),
    asked("outcomes.kind", 86),
    asked("costing.core_cost_gap", 89),
    asked("opportunity.tier", 90, choices="partnership, service agreement, grant"),
    asked("value_items.relevance", 91),
    asked("value_items.relevance_to", 91),
    asked("decision.mission_fit", 92, 152),
    asked("decision.trustee_minute", 92),
    asked("costing.monitoring_cost", 93),
    asked("risks.owner", 94),
    asked("risks.best_placed", 94),
    asked("risks.price", 94),
    asked("organisation.governance", 95),
    asked("self_assessment.rating", 95),
    asked("decision.independence", 96, 209),
    asked(
        "value_items.meaning",
        100,
        choices="unfunded extras, soft outcomes, extra money, reinvestment, passion, prevention, "
        "social benefits, reach",
    ),
    asked("value_items.compared_with", 101, 103),
    asked("value_items.evidence", 102),
    asked("value_items.in_contract", 104),
    asked("value_items.paid_for", 104),
    asked("value_items.commitment", 104),
    asked("full_value.light", 111),
    asked("value_items.audiences", 112),
    asked("case.quotable", 113),
    asked(
        "evidence.kind",
        114,
        choices="survey, scale, case study, testimonial, external evaluation, research, inspection",
    ),
    asked("value_items.quadrant", 114, choices="primary satisfaction, secondary satisfaction"),
    asked("testimonials.consent", 117),
    asked("decision.reason", 118),
    asked("indicators.baseline", 119),
    asked("indicators.target", 119),
    asked("indicators.result", 119),
    asked("decision.strengths", 121),
    asked("about.win_theme", 121),
    asked("opportunity.buyers_number", 132),
    asked("outcomes.saving", 133),
    asked("opportunity.in_house_comparison", 135, 174),
    asked("decision.usp", 136, 208),
    asked("decision.usp_reason", 136, 208),
    asked("offer.method", 138),
    asked("opportunity.period.reviews", 142),
    asked("organisation.values", 144),
    asked("business_case.cohesion", 148),
    asked("business_case.wellbeing", 148),
    asked("business_case.regeneration", 148),
    asked("organisation.vcse", 153),
    asked("buyer_quality.our_help", 154),
    asked("opportunity.notice.stage", 156, choices="pipeline, engagement, planned, tender, award"),
    asked("offer.innovation_kind", 158),
    asked("subcontract_tests.answer", 160, 201, choices="good, acceptable, poor"),
    asked("opportunity.level", 163, choices="neighbourhood, district, county, region, national"),
    asked("opportunity.area", 163),
    asked("social_clauses.barriers", 165),
    asked("social_clauses.text", 166, 200),
    asked("full_value.statement", 167),
    asked("outcomes.rank", 168),
    asked("outcomes.strength", 169),
    asked("track_record.own_rating", 177),
    asked("answers.hours", 180),
    asked("after.hours_spent", 180),
    asked("after.buyer_rating", 181),
    asked("organisation.user_involvement", 184),
    asked("evidence.quotation", 187),
    asked("offer.monitoring", 199),
    asked("offer.innovation", 202),
    asked("offer.user_journey", 210),
)


@lru_cache(maxsize=1)
def fields() -> dict[str, tuple[Field[Any], ...]]:
    """Return every field that a page shows, by its address without identities."""
    found: dict[str, tuple[Field[Any], ...]] = {}
    for name, form in forms():
        if not name.startswith("samples."):
            for field in form.fields:
                address = f"{_stem(form.model)}{field.ref}"
                found[address] = (*found.get(address, ()), field)
    return found


def _stem(model: type[Frozen]) -> str:
    names = {kind: name for name, kind in shape_of(Bid).collections.items()}
    if model is Bid:
        return ""
    if issubclass(model, Entity):
        return f"{names[model]}."
    return "".join(f"{step}." for step in group_at(Bid, model) or ())


CASES = [
    pytest.param(one, id=one.address, marks=pytest.mark.requirement(*one.numbers)) for one in ASKED
]


@pytest.mark.parametrize("wanted", CASES)
def test_a_page_asks_for_it(wanted: Asked) -> None:
    shown = fields().get(wanted.address, ())
    assert shown, f"no page shows {wanted.address}"
    offered = {
        str(option)
        for field in shown
        if isinstance(field, Choice | Several)
        for option, _words in field.options
    }
    assert offered >= wanted.choices
