"""Cases of the rules over what answers insert, our offer, partners and the presentation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.consortium import (
    AgreementPoint,
    PanelMember,
    Partner,
    PartnerCheck,
    SubcontractTest,
)
from bidkit.domain.costs import PriceLine
from bidkit.domain.finding import Level
from bidkit.domain.offer import DeliveryStep, Fit, Risk, StaffRole, TransferringPost
from bidkit.domain.opportunity import BuyerPoint, Competitor
from bidkit.domain.questionnaire import Question
from bidkit.domain.rounds import PanelQuestion, Slide
from tests.rules.making import FACTS, LEVELS, TODAY, Case, made

MUST, SHOULD, HINT = Level.MUST, Level.SHOULD, Level.HINT
LATER = TODAY + timedelta(days=90)
TENTH = {"partnership__top_slice": Decimal(10)}
ASKED = Question(id="q1", number="Q1", marking="scored")
PRICED = PriceLine(id="x1", title="Year 1", amount=Decimal(100))
SILENT = Question(id="q1", number="Q1", marking="scored", no_price="yes")


def answer(text: str) -> Answer:
    """An answer to the question q1."""
    return Answer(id="a1", parent="q1", text=text)


TIMETABLE = answer("Our plan:\n\n![chart](chart:timetable)")
STEP = DeliveryStep(id="d1", title="Open the doors")
INSERTED = (
    Case(
        "answers.inserted_empty",
        made(ASKED, TIMETABLE),
        made(ASKED, TIMETABLE, STEP),
        SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_empty",
        made(ASKED, answer("![table](table:nothing)"), STEP),
        made(ASKED, answer("![table](table:steps)"), STEP),
        SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_lost",
        made(ASKED, TIMETABLE, STEP, opportunity__way_in="portal"),
        made(ASKED, TIMETABLE, STEP, opportunity__way_in="own_document"),
        HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.inserted_price",
        made(SILENT, answer("![table](table:prices)"), PRICED),
        made(ASKED, answer("![table](table:prices)"), PRICED),
        MUST,
        "answers[a1].text",
    ),
)


def partner(**fields: object) -> Partner:
    """The member p1, known and looked into."""
    return Partner(id="p1", name="Tideway", role="member").model_copy(update=fields)


def point(**fields: object) -> AgreementPoint:
    """A point of the agreement that must be settled."""
    return AgreementPoint(id="g1", text="Data", mandatory=True).model_copy(update=fields)


def paper(**fields: object) -> PartnerCheck:
    """A paper asked of the partner p1."""
    return PartnerCheck(id="c1", parent="p1", text="Accounts").model_copy(update=fields)


LEAD = Partner(id="p0", name="We", role="lead", full_cost=Decimal(1))
TOGETHER = {"partnership__bidding_model": "consortium", "organisation__name": "We"}
GOVERNED = {
    "partnership__governance": "A board",
    "partnership__single_contact": "The manager",
    "partnership__liability": "lead only",
    "partnership__advantage": "One door",
    "offer__access_and_choice": "Nearer",
    "offer__mobilisation": "Eight weeks",
}


def second() -> Partner:
    """Another member."""
    return KNOWN.model_copy(update={"id": "p2", "name": "Upstream"})


KNOWN = partner(past_work="A pilot", full_cost=Decimal(1))
BOXES = tuple(SubcontractTest(id=f"b{n}", text="Margin") for n in range(2))
UNDER = {"partnership__bidding_model": "as subcontractor"}
SIGNED = {"partnership__agreement_signed_on": TODAY}
THOUSAND = {"costing__price": Decimal(1000)}
IN_THIRTY = replace(FACTS, levels=replace(LEVELS, payment_days=30))
PARTNERS = (
    Case(
        "partners.not_shown",
        made(LEAD, KNOWN, **TOGETHER),
        made(LEAD, KNOWN, **TOGETHER, **GOVERNED),
        HINT,
        "partnership.liability",
    ),
    Case(
        "partners.not_shown",
        made(KNOWN, second(), **TOGETHER, **GOVERNED),
        made(KNOWN, **TOGETHER, **GOVERNED),
        HINT,
        "partners",
    ),
    Case(
        "partners.rival_named",
        made(partner(), Competitor(id="r1", name="TIDEWAY ")),
        made(partner(in_rival_bid="no"), Competitor(id="r1", name="Tideway")),
        SHOULD,
        "partners[p1].in_rival_bid",
    ),
    Case(
        "partners.poor_fit", made(partner(trust=0)), made(partner(trust=1)), SHOULD, "partners[p1]"
    ),
    Case(
        "partners.poor_fit",
        made(partner(culture=9)),
        made(partner(culture=2)),
        HINT,
        "partners[p1]",
    ),
    Case(
        "partners.paper_poor",
        made(partner(), paper(shows="poor")),
        made(partner(), paper(shows="good")),
        SHOULD,
        "partner_checks[c1].shows",
    ),
    Case(
        "partners.paper_poor",
        made(partner(), paper(expires_on=TODAY), opportunity__period__starts_on=LATER),
        made(partner(), paper(expires_on=LATER), opportunity__period__starts_on=LATER),
        HINT,
        "partner_checks[c1].expires_on",
    ),
    Case(
        "partners.panel_not_independent",
        made(PanelMember(id="m1", independent="no")),
        made(PanelMember(id="m1", independent="yes")),
        SHOULD,
        "panel_members[m1].independent",
    ),
    Case(
        "partners.paid_above_price",
        made(partner(price=Decimal(950)), **THOUSAND, **TENTH),
        made(partner(price=Decimal(900)), **THOUSAND, **TENTH),
        SHOULD,
        "partners",
    ),
    Case(
        "partners.due_below_cost",
        made(partner(share=Decimal(100), full_cost=Decimal(901)), **THOUSAND, **TENTH),
        made(partner(share=Decimal(100), full_cost=Decimal(900)), **THOUSAND, **TENTH),
        SHOULD,
        "partners[p1].full_cost",
    ),
    Case(
        "partners.vat_between_unclear",
        made(partner(price=Decimal(5))),
        made(partner(price=Decimal(5), vat="exempt")),
        HINT,
        "partners[p1].vat",
    ),
    Case(
        "partners.signed_too_soon",
        made(point(), **SIGNED),
        made(point(settled="yes"), **SIGNED),
        SHOULD,
        "agreement_points[g1].settled",
    ),
    Case(
        "partners.signed_too_soon",
        made(partner(), **SIGNED),
        made(partner(target=Decimal(4)), **SIGNED),
        HINT,
        "partners[p1].target",
    ),
    Case(
        "partners.subcontract_untested",
        made(*BOXES, **UNDER),
        made(*(one.model_copy(update={"answer": "good"}) for one in BOXES), **UNDER),
        SHOULD,
        "subcontract_tests",
    ),
    Case(
        "partners.subcontract_untested",
        made(BOXES[0].model_copy(update={"answer": "poor"})),
        made(BOXES[0]),
        SHOULD,
        "subcontract_tests[b0].answer",
    ),
    Case(
        "partners.prime_pays_late",
        made(partnership__prime_pays_in_days=60),
        made(partnership__prime_pays_in_days=30),
        SHOULD,
        "partnership.prime_pays_in_days",
        IN_THIRTY,
    ),
    Case(
        "partners.flow_down_open",
        made(point(kind="flow-down", settled="yes"), point(id="g2", kind="flow-down")),
        made(
            point(kind="flow-down", settled="yes"), point(id="g2", kind="flow-down", settled="no")
        ),
        HINT,
        "agreement_points[g2].settled",
    ),
    Case(
        "partners.price_without_agreement",
        made(partner(price=Decimal(9), confidentiality_on=LATER)),
        made(partner(price=Decimal(9), confidentiality_on=TODAY)),
        SHOULD,
        "partners[p1].confidentiality_on",
    ),
)
WEAK = "We aim to help everybody."
FIRM = "We helped 640 people."


def role(**fields: object) -> StaffRole:
    """A role with its check settled."""
    return StaffRole(id="r1", title="Manager", vetting="basic").model_copy(update=fields)


def ready(**fields: object) -> DeliveryStep:
    """A step of getting ready."""
    return STEP.model_copy(update={"phase": "mobilisation", **fields})


def risk(**fields: object) -> Risk:
    """A risk that weighs 12 before anything is done."""
    return Risk(id="k1", title="Late", likelihood=3, impact=4).model_copy(update=fields)


THREE = tuple(Answer(id=f"a{n}", parent=f"q{n}", text="We help.") for n in (1, 2, 3))
CAME: dict[str, Any] = {"offer__tupe__applies": "yes", "offer__tupe__received_on": TODAY}
POST = TransferringPost(id="t1", role="Worker", pay=Decimal(24000))
MOMENT = datetime(2026, 11, 28, 10, tzinfo=UTC)
PART = Slide(id="s1", title="The door", speaker="Ruth", minutes=Decimal(9))
DELIVERY = (
    Case(
        "offer.description_weak",
        made(offer__words_50=WEAK),
        made(offer__words_50=FIRM),
        SHOULD,
        "offer.words_50",
    ),
    Case(
        "offer.no_concern",
        made(BuyerPoint(id="b1", kind="aim", text="Fewer crises")),
        made(BuyerPoint(id="b1", kind="concern", text="Late starts")),
        HINT,
        "buyer_points",
    ),
    Case(
        "offer.mostly_reused",
        made(*(one.model_copy(update={"reused_from": "Hubs, 2025"}) for one in THREE)),
        made(THREE[0].model_copy(update={"reused_from": "Hubs, 2025"}), *THREE[1:]),
        HINT,
        "answers[a1].text",
    ),
    Case(
        "offer.fit_open",
        made(Fit(id="f1", gap="No van")),
        made(Fit(id="f1", gap="No van", action="Lease one by May")),
        SHOULD,
        "fits[f1].action",
    ),
    Case(
        "offer.key_person_alone",
        made(role(key_person="yes")),
        made(role(key_person="yes", deputy="Peer lead")),
        HINT,
        "roles[r1].deputy",
    ),
    Case(
        "offer.role_unvetted",
        made(role(vetting="")),
        made(role(vetting="none")),
        HINT,
        "roles[r1].vetting",
    ),
    Case("offer.not_ready_in_time", made(STEP), made(ready()), HINT, "offer.mobilisation"),
    Case(
        "offer.not_ready_in_time",
        made(ready(ends_on=LATER), opportunity__period__starts_on=TODAY),
        made(ready(ends_on=TODAY), opportunity__period__starts_on=TODAY),
        HINT,
        "steps[d1].ends_on",
    ),
    Case(
        "offer.no_way_out",
        made(offer__method="A door"),
        made(offer__method="A door", offer__exit_plan="Records pass on"),
        HINT,
        "offer.exit_plan",
    ),
    Case(
        "offer.risk_still_high",
        made(risk(likelihood_after=4, impact_after=4)),
        made(risk(likelihood_after=2, impact_after=4)),
        HINT,
        "risks[k1].likelihood_after",
    ),
    Case("offer.transfer_list", made(**CAME), made(POST, **CAME), HINT, "transferring"),
    Case(
        "offer.transfer_list",
        made(POST, **CAME, offer__tupe__cost_in_price=Decimal(23000)),
        made(POST, **CAME, offer__tupe__cost_in_price=Decimal(29000)),
        SHOULD,
        "offer.tupe.cost_in_price",
    ),
    Case(
        "hand_in.outline_missing",
        made(presentation__when=MOMENT),
        made(PART, presentation__when=MOMENT),
        SHOULD,
        "slides",
    ),
    Case(
        "hand_in.runs_over",
        made(PART, presentation__minutes=8),
        made(PART, presentation__minutes=9),
        SHOULD,
        "presentation.minutes",
    ),
    Case(
        "hand_in.nobody_speaks",
        made(PART.model_copy(update={"speaker": " "})),
        made(PART),
        HINT,
        "slides[s1].speaker",
    ),
    Case(
        "hand_in.no_reply",
        made(PanelQuestion(id="q9", question="How?")),
        made(PanelQuestion(id="q9", question="How?", our_reply="So.")),
        HINT,
        "panel_questions[q9].our_reply",
    ),
)
CASES: tuple[Case, ...] = (*INSERTED, *PARTNERS, *DELIVERY)
