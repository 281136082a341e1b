"""Cases of the rules over criteria, offer, evidence and consent."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.criteria import Criterion, Scale, ScaleLevel
from bidkit.domain.evidence import (
    Evidence,
    Indicator,
    Need,
    Outcome,
    Output,
    Result,
    Testimonial,
)
from bidkit.domain.finding import Level
from bidkit.domain.offer import DeliveryStep, Milestone, PerformanceMeasure, Risk
from bidkit.domain.opportunity import BuyerPoint, Lot
from bidkit.domain.organisation import CaseStudy
from bidkit.domain.questionnaire import Question
from bidkit.domain.review import ModeratedMark, PanelMark
from bidkit.domain.rounds import Round
from tests.rules.making import TODAY, Case, made

MUST, SHOULD, HINT = Level.MUST, Level.SHOULD, Level.HINT
SEVEN = Scale(id="s1", most=Decimal(10), met=Decimal(7), least=Decimal(5))
SCORED = Question(id="q1", number="Q1", marking="scored")
DUE = Round(id="t1", deadline=datetime(2026, 12, 18, 12, tzinfo=UTC))
GRANT: dict[str, Any] = {"opportunity__funding": "grant"}
WORDS = " ".join(["word"] * 51)


def criterion(**fields: object) -> Criterion:
    """A criterion marking the question q1 on the scale s1."""
    made_of = Criterion(
        id="k1", title="Quality", weight=Decimal(100), scale="s1", questions=("q1",)
    )
    return made_of.model_copy(update=fields)


def second(**fields: object) -> Criterion:
    """Another criterion."""
    return criterion(id="k2", **fields)


def quoted(**fields: object) -> Testimonial:
    """A testimonial whose consent holds, changed."""
    holds = Testimonial(id="t1", quotation="It helped.", consent="yes", scope=("bids",))
    return holds.model_copy(update=fields)


def levels(*marks: int) -> tuple[ScaleLevel, ...]:
    """Levels of a scale with these marks."""
    return tuple(ScaleLevel(mark=Decimal(mark), label="") for mark in marks)


UNEVEN = SEVEN.model_copy(update={"levels": levels(0, 5, 8, 10)})
LOTS = (Lot(id="l1", number="1", bidding="yes"), Lot(id="l2", number="2", bidding="yes"))
STORY = CaseStudy(id="y1", title="Ada", quotation="It helped.", include=True, testimonial="t1")
REPEATING = Answer(id="a1", parent="q1", text="Somebody said that it *helped us*.")
CRITERIA = (
    Case(
        "criteria.none_known",
        made(SCORED),
        made(SCORED, scoring__published="no"),
        SHOULD,
        "criteria",
    ),
    Case(
        "criteria.weights_sum",
        made(criterion(weight=Decimal(60)), second(weight=Decimal(30))),
        made(criterion(weight=Decimal(60)), second(weight=Decimal(40))),
        SHOULD,
        "criteria",
    ),
    Case(
        "criteria.weights_sum",
        made(criterion(weight=Decimal(100)), second(parent="k1", weight=Decimal(90))),
        made(criterion(weight=Decimal(100)), second(parent="k1", weight=Decimal(100))),
        SHOULD,
        "criteria[k1]",
    ),
    Case(
        "criteria.weights_sum",
        made(criterion(lots=("l1",)), second(lots=("l2",), weight=Decimal(90)), *LOTS),
        made(criterion(lots=("l1",)), second(lots=("l2",)), *LOTS),
        SHOULD,
        "criteria",
    ),
    Case(
        "criteria.no_weight",
        made(criterion(weight=None)),
        made(criterion()),
        SHOULD,
        "criteria[k1].weight",
    ),
    Case(
        "criteria.weight_unconfirmed",
        made(criterion(weight_confirmed=False)),
        made(criterion()),
        HINT,
        "criteria[k1].weight_confirmed",
    ),
    Case(
        "criteria.no_question",
        made(SCORED, criterion(questions=("gone",))),
        made(SCORED, criterion()),
        SHOULD,
        "criteria[k1].questions",
    ),
    Case(
        "criteria.question_unmarked",
        made(SCORED, criterion(questions=())),
        made(SCORED, criterion()),
        HINT,
        "questions[q1]",
    ),
    Case(
        "criteria.no_scale", made(criterion()), made(criterion(), SEVEN), HINT, "criteria[k1].scale"
    ),
    Case(
        "criteria.mark_too_high",
        made(criterion(own_mark=Decimal(11)), SEVEN),
        made(criterion(own_mark=Decimal(10)), SEVEN),
        SHOULD,
        "criteria[k1].own_mark",
    ),
    Case(
        "criteria.mark_too_high",
        made(criterion(), SEVEN, PanelMark(id="m1", parent="k1", mark=Decimal(-1))),
        made(criterion(), SEVEN, PanelMark(id="m1", parent="k1", mark=Decimal(0))),
        SHOULD,
        "panel_marks[m1].mark",
    ),
    Case(
        "criteria.mark_between",
        made(criterion(own_mark=Decimal(7)), UNEVEN),
        made(criterion(own_mark=Decimal(8)), UNEVEN),
        HINT,
        "criteria[k1].own_mark",
    ),
    Case(
        "criteria.mark_between",
        made(criterion(), UNEVEN, ModeratedMark(id="m1", parent="k1", mark=Decimal(6))),
        made(criterion(), UNEVEN, ModeratedMark(id="m1", parent="k1", mark=Decimal(5))),
        HINT,
        "moderated_marks[m1].mark",
    ),
    Case(
        "criteria.scale_uneven",
        made(SEVEN.model_copy(update={"levels": levels(0, 11)})),
        made(UNEVEN),
        SHOULD,
        "scales[s1].levels",
    ),
    Case(
        "criteria.scale_uneven",
        made(SEVEN.model_copy(update={"levels": levels(0, 5, 5)})),
        made(UNEVEN),
        SHOULD,
        "scales[s1].levels",
    ),
    Case(
        "criteria.below_total",
        made(criterion(own_mark=Decimal(4)), SEVEN, scoring__threshold_total=Decimal(60)),
        made(criterion(own_mark=Decimal(6)), SEVEN, scoring__threshold_total=Decimal(60)),
        SHOULD,
        "scoring.threshold_total",
    ),
    Case(
        "criteria.below_total",
        made(
            criterion(own_mark=Decimal(4), weight=Decimal(60)),
            second(kind="price", weight=Decimal(40), scale=""),
            SEVEN,
            scoring__threshold_total=Decimal(65),
        ),
        made(
            criterion(own_mark=Decimal(4), weight=Decimal(60)),
            second(kind="price", weight=Decimal(40), scale=""),
            SEVEN,
            scoring__threshold_total=Decimal(64),
        ),
        SHOULD,
        "scoring.threshold_total",
    ),
    Case(
        "criteria.only_met",
        made(criterion(own_mark=Decimal(8)), SEVEN),
        made(criterion(own_mark=Decimal(8), how_exceed="Weekend hours"), SEVEN),
        SHOULD,
        "criteria[k1].how_exceed",
    ),
    Case(
        "criteria.only_met",
        made(criterion(own_mark=Decimal(7)), SEVEN),
        made(criterion(own_mark=Decimal(6)), SEVEN),
        HINT,
        "criteria[k1].how_exceed",
    ),
    Case(
        "criteria.below_threshold",
        made(criterion(own_mark=Decimal(4)), SEVEN),
        made(criterion(own_mark=Decimal(4), threshold=Decimal(3)), SEVEN),
        SHOULD,
        "criteria[k1].own_mark",
    ),
)
OFFER = (
    Case(
        "offer.no_short_description",
        made(),
        made(offer__words_50="Hubs."),
        SHOULD,
        "offer.words_100",
    ),
    Case(
        "offer.description_long",
        made(offer__words_50=WORDS),
        made(offer__words_100=WORDS),
        SHOULD,
        "offer.words_50",
    ),
    Case(
        "offer.point_unanswered",
        made(BuyerPoint(id="b1", kind="concern", text="Staff turnover")),
        made(BuyerPoint(id="b1", kind="concern", text="Staff turnover", answered_in=("q1",))),
        SHOULD,
        "buyer_points[b1].our_reply",
    ),
    Case(
        "offer.step_dates",
        made(DeliveryStep(id="d1", starts_on=TODAY, ends_on=date(2026, 1, 1))),
        made(DeliveryStep(id="d1", starts_on=TODAY, ends_on=TODAY)),
        SHOULD,
        "steps[d1].ends_on",
    ),
    Case(
        "offer.step_dates",
        made(DeliveryStep(id="d1", ends_on=TODAY), opportunity__period__ends_on=date(2026, 1, 1)),
        made(DeliveryStep(id="d1", ends_on=TODAY), opportunity__period__ends_on=TODAY),
        HINT,
        "steps[d1].ends_on",
    ),
    Case(
        "offer.without_owner",
        made(Milestone(id="m1", title="Open")),
        made(Milestone(id="m1", title="Open", owner="Manager")),
        HINT,
        "milestones[m1].owner",
    ),
    Case(
        "offer.risk_open",
        made(Risk(id="r1", title="Staff leave", control="A pool")),
        made(Risk(id="r1", title="Staff leave", control="A pool", owner="Manager")),
        HINT,
        "risks[r1].control",
    ),
    Case(
        "offer.no_contract_manager",
        made(),
        made(**GRANT),
        HINT,
        "offer.contract_manager",
    ),
    Case(
        "offer.measure_without_target",
        made(PerformanceMeasure(id="p1", title="Waiting", target="10 days")),
        made(PerformanceMeasure(id="p1", title="Waiting", target="10 days", frequency="monthly")),
        HINT,
        "measures[p1].target",
    ),
    Case(
        "offer.users_not_involved",
        made(offer__method="We listen."),
        made(offer__method="We listen.", offer__co_production_users="A panel"),
        HINT,
        "offer.co_production_users",
    ),
    Case(
        "offer.transfer_unknown",
        made(opportunity__incumbent="Oldcare"),
        made(opportunity__incumbent="Oldcare", offer__tupe__applies="no"),
        SHOULD,
        "offer.tupe.applies",
    ),
    Case(
        "offer.transfer_unpriced",
        made(offer__tupe__applies="yes"),
        made(offer__tupe__applies="no"),
        SHOULD,
        "offer.tupe.received_on",
    ),
    Case(
        "offer.transfer_unpriced",
        made(offer__tupe__applies="yes", offer__tupe__received_on=TODAY),
        made(
            offer__tupe__applies="yes",
            offer__tupe__received_on=TODAY,
            offer__tupe__cost_in_price=Decimal(1),
        ),
        SHOULD,
        "offer.tupe.cost_in_price",
    ),
)
NEED = Need(id="n1", text="Loneliness", source="JSNA 2025")
OUTCOME = Outcome(id="o1", text="Fewer are lonely")
SEEN = Indicator(id="i1", parent="o1", text="Score", target=Decimal(4), result=Decimal(3))
EVIDENCE = (
    Case("evidence.no_need", made(), made(NEED), SHOULD, "needs"),
    Case(
        "evidence.need_without_source",
        made(NEED.model_copy(update={"source": ""})),
        made(NEED),
        HINT,
        "needs[n1].source",
    ),
    Case("evidence.no_outcome", made(NEED), made(NEED, OUTCOME), SHOULD, "outcomes"),
    Case("evidence.without_indicator", made(OUTCOME), made(OUTCOME, SEEN), SHOULD, "outcomes[o1]"),
    Case(
        "evidence.without_result",
        made(SEEN.model_copy(update={"result": None})),
        made(
            SEEN.model_copy(update={"result": None}), Result(id="r1", parent="i1", value=Decimal(3))
        ),
        HINT,
        "indicators[i1].result",
    ),
    Case(
        "evidence.unlinked_outcome",
        made(OUTCOME),
        made(OUTCOME, Evidence(id="e1", outcomes=("o1",))),
        HINT,
        "outcomes[o1].evidence",
    ),
    Case(
        "evidence.small_numbers",
        made(Evidence(id="e1", n=4)),
        made(Evidence(id="e1", n=5)),
        SHOULD,
        "evidence[e1].n",
    ),
    Case(
        "evidence.small_numbers",
        made(Indicator(id="i1", started=3)),
        made(Indicator(id="i1", started=30)),
        SHOULD,
        "indicators[i1].started",
    ),
    Case(
        "evidence.strength_overstated",
        made(Outcome(id="o1", text="Calmer", strength=2)),
        made(Outcome(id="o1", text="Calmer", strength=0)),
        SHOULD,
        "outcomes[o1].strength",
    ),
    Case(
        "evidence.broken_chain",
        made(Output(id="p1", text="Places"), Outcome(id="o1", text="Calmer")),
        made(Output(id="p1", text="Places"), Outcome(id="o1", text="Calmer", parent="p1")),
        HINT,
        "outcomes[o1]",
    ),
    Case(
        "evidence.unproved_words",
        made(Outcome(id="o1", text="We aim to help people.")),
        made(Outcome(id="o1", text="People sleep through the night; an excellent thing.")),
        SHOULD,
        "outcomes[o1].text",
    ),
    Case(
        "evidence.unproved_words",
        made(case__change_sought="We aim for better days."),
        made(case__change_sought="“We aim for better days,” says Ann."),
        SHOULD,
        "case.change_sought",
    ),
    Case(
        "evidence.figures_disagree",
        made(Evidence(id="e1", asked=40, replied=41)),
        made(Evidence(id="e1", asked=40, replied=40)),
        SHOULD,
        "evidence[e1].replied",
    ),
    Case(
        "evidence.anecdote_only",
        made(quoted()),
        made(quoted(), Evidence(id="e1", kind="survey")),
        SHOULD,
        "evidence",
    ),
    Case(
        "evidence.without_source",
        made(Evidence(id="e1", title="Survey")),
        made(Evidence(id="e1", title="Survey", source="Own survey 2026")),
        HINT,
        "evidence[e1].source",
    ),
    Case(
        "evidence.out_of_date",
        made(Evidence(id="e1", expires_on=date(2026, 12, 17)), DUE),
        made(Evidence(id="e1", expires_on=date(2026, 12, 18)), DUE),
        SHOULD,
        "evidence[e1].expires_on",
    ),
)
CONSENT = (
    *(
        Case(
            "evidence.without_consent",
            made(quoted(**wrong)),
            made(quoted()),
            MUST,
            "testimonials[t1].consent",
        )
        for wrong in (
            {"consent": "no"},
            {"expires_on": date(2026, 11, 19)},
            {"withdrawn_on": TODAY},
            {"scope": ("web",)},
            {"under_18": "yes"},
        )
    ),
    Case(
        "evidence.without_consent",
        made(quoted(consent="")),
        made(quoted(consent="", include=False)),
        MUST,
        "testimonials[t1].consent",
    ),
    Case(
        "evidence.story_without_consent",
        made(STORY),
        made(STORY, quoted()),
        MUST,
        "case_studies[y1].testimonial",
    ),
    Case(
        "evidence.repeated_without_consent",
        made(quoted(quotation="It helped us.", consent=""), SCORED, REPEATING),
        made(quoted(quotation="It helped us."), SCORED, REPEATING),
        MUST,
        "answers[a1].text",
    ),
    Case(
        "evidence.consent_ends",
        made(quoted(expires_on=date(2026, 12, 17)), DUE),
        made(quoted(expires_on=date(2026, 12, 18)), DUE),
        SHOULD,
        "testimonials[t1].expires_on",
    ),
)
CASES = (*CRITERIA, *OFFER, *EVIDENCE, *CONSENT)
