"""Cases of the rules over the opportunity, its deadlines, its documents and the decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

from bidkit.domain.costs import CostLine, Payment
from bidkit.domain.decision import Gate, RedFlag
from bidkit.domain.documents import (
    Amendment,
    Clarification,
    DocumentVersion,
    Requirement,
    TenderDocument,
)
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Condition, Contact, Lot
from bidkit.domain.organisation import AccountsYear, TrackRecord
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.rounds import Round
from bidkit.figures.dates.calendar import WorkingCalendar
from tests.rules.making import FACTS, LEVELS, NOW, TODAY, Case, made

SHOULD, HINT = Level.SHOULD, Level.HINT
FAR = datetime(2026, 12, 18, 12, tzinfo=UTC)
SENT = {"sent_at": NOW}
YES_LOTS = (Lot(id="l1", bidding="yes"), Lot(id="l2", bidding="yes"))
READ = {"opportunity__notice__stage": "tender", "opportunity__notice__published_on": TODAY}
ACCOUNTS = AccountsYear(id="y1", year_end=date(2026, 3, 31), income=Decimal(180_000))
SHARES = replace(FACTS, levels=replace(LEVELS, contract_share_percent=Decimal(33)))
DOCUMENT = TenderDocument(id="d1", title="Instructions")
CALENDAR = replace(FACTS, calendar=WorkingCalendar(frozenset(), date.min, date.max))
LONG = Question(id="q1", limit=Limit(most=1800, unit="words"))
COVERS = Gate(id="g1", key="full-cost", question="Does the price cover cost?", answer="yes")
SHARED = Gate(id="g2", key="dependency", question="Can we live with its share?", answer="yes")
COST = CostLine(id="k1", amount=Decimal(1000))
SHORT = RedFlag(id="f1", key="nao-short", group="nao", text="It is short")
DECIDED = {
    "decision__choice": "bid",
    "decision__decided_by": "The trustees",
    "decision__decided_on": TODAY,
}


def due(moment: datetime | None = FAR, **fields: object) -> Round:
    """A round with this deadline."""
    return Round(id="t1", deadline=moment).model_copy(update=fields)


def version(**fields: object) -> DocumentVersion:
    """The second version of a document whose first is read."""
    made_of: DocumentVersion = DocumentVersion(id="v2", parent="d1", received_on=TODAY)
    return made_of.model_copy(update=fields)


OLD = DocumentVersion(id="v1", parent="d1", received_on=date(2026, 10, 1), read_by_us="yes")
DRAFT = Clarification(id="c1", question="May we …?", status="draft")


def asked_by_us(question: str) -> Clarification:
    """A question of ours that is only drafted."""
    return Clarification(id="c1", ours="yes", question=question, status="draft")


OPPORTUNITY = (
    Case(
        "opportunity.no_title", made(), made(opportunity__title="Hubs"), SHOULD, "opportunity.title"
    ),
    Case(
        "opportunity.no_buyer",
        made(),
        made(opportunity__buyer__name="Northshire Council"),
        SHOULD,
        "opportunity.buyer.name",
    ),
    Case(
        "opportunity.no_way_in",
        made(),
        made(opportunity__way_in="portal"),
        SHOULD,
        "opportunity.way_in",
    ),
    Case(
        "opportunity.no_rules_named",
        made(about__route="contract"),
        made(about__route="larger_grant"),
        HINT,
        "opportunity.regime",
    ),
    Case(
        "opportunity.short_term",
        made(opportunity__period__months=35),
        made(opportunity__period__months=36),
        HINT,
        "opportunity.period",
    ),
    Case(
        "opportunity.short_term",
        made(
            opportunity__period__starts_on=date(2027, 4, 1),
            opportunity__period__ends_on=date(2028, 3, 31),
        ),
        made(
            opportunity__period__starts_on=date(2027, 4, 1),
            opportunity__period__ends_on=date(2034, 3, 31),
        ),
        HINT,
        "opportunity.period",
    ),
    *(
        Case(
            "opportunity.short_term",
            made(opportunity__period__months=short),
            made(opportunity__period__months=fine),
            HINT,
            "opportunity.period",
        )
        for short, fine in ((1, 84), (24, 120))
    ),
    Case(
        "opportunity.ends_before_start",
        made(
            opportunity__period__starts_on=date(2027, 4, 1),
            opportunity__period__ends_on=date(2027, 3, 31),
        ),
        made(opportunity__period__ends_on=date(2027, 3, 31)),
        SHOULD,
        "opportunity.period.ends_on",
    ),
    Case("opportunity.no_lot_chosen", made(Lot(id="l1")), made(*YES_LOTS), SHOULD, "lots"),
    Case(
        "opportunity.too_many_lots",
        made(*YES_LOTS, opportunity__lots_most_bids=1),
        made(*YES_LOTS, opportunity__lots_most_bids=2),
        SHOULD,
        "lots",
    ),
    Case(
        "opportunity.condition_unmet",
        made(Condition(id="k1", text="Two years of accounts", met="no")),
        made(Condition(id="k1", text="Two years of accounts", met="yes")),
        SHOULD,
        "conditions[k1].met",
    ),
    Case(
        "opportunity.condition_unmet",
        made(Condition(id="k1", text="Two years of accounts")),
        made(Condition(id="k1", text="Two years", met="no", how_met="A guarantor")),
        HINT,
        "conditions[k1].met",
    ),
    Case(
        "opportunity.notice_not_read",
        made(opportunity__notice__not_read="awardCriteria"),
        made(),
        HINT,
        "opportunity.notice.not_read",
    ),
    Case(
        "opportunity.talked_while_live",
        made(Contact(id="k1", on=TODAY), **READ),
        made(Contact(id="k1", on=TODAY - timedelta(days=1)), **READ),
        SHOULD,
        "contacts[k1]",
    ),
)
OURS = {
    "organisation__name": "Harbour Minds",
    "offer__words_50": "One open door in the old library, staffed by people who were there.",
}
ASKING = (
    Case(
        "documents.clarification_names_us",
        made(asked_by_us("Could Harbour Minds, as a charity, bid for one lot only?"), **OURS),
        made(asked_by_us("Could a charity bid for one lot only?"), **OURS),
        SHOULD,
        "clarifications[c1].question",
    ),
    Case(
        "documents.clarification_names_us",
        made(asked_by_us("Please reply to ann@harbourminds.example.")),
        made(asked_by_us("Please reply to Ann."), about__route="larger_grant"),
        SHOULD,
        "clarifications[c1].question",
    ),
    Case(
        "documents.clarification_gives_away",
        made(asked_by_us("May one open door in the old library be used?"), **OURS),
        made(
            asked_by_us("May one open door in the old library be used?"),
            Requirement(id="r1", quotation="There is one open door in the old library."),
            **OURS,
        ),
        SHOULD,
        "clarifications[c1].question",
    ),
)
EARLIER = date(2025, 2, 23)
REGIME = (
    Case(
        "opportunity.rules_do_not_fit",
        made(opportunity__regime="pa23_light_touch", opportunity__commenced_on=EARLIER),
        made(opportunity__regime="pcr2015", opportunity__commenced_on=EARLIER),
        HINT,
        "opportunity.regime",
    ),
    Case(
        "opportunity.rules_do_not_fit",
        made(opportunity__regime="pcr2015", opportunity__commenced_on=TODAY),
        made(
            opportunity__regime="pcr2015",
            opportunity__commenced_on=TODAY,
            opportunity__procedure="Call-off under a framework of 2023",
        ),
        HINT,
        "opportunity.regime",
    ),
    Case(
        "opportunity.rules_do_not_fit",
        made(opportunity__regime="nhs_psr", opportunity__commenced_on=date(2023, 12, 31)),
        made(opportunity__regime="nhs_psr", opportunity__commenced_on=date(2024, 1, 1)),
        HINT,
        "opportunity.regime",
    ),
    Case(
        "opportunity.rules_do_not_fit",
        made(opportunity__regime="grant", opportunity__funding="contract"),
        made(opportunity__regime="grant", opportunity__funding="both"),
        HINT,
        "opportunity.regime",
    ),
    Case(
        "opportunity.selection_below_threshold",
        made(due(kind="selection"), opportunity__regime="pa23_below"),
        made(due(kind="selection"), opportunity__regime="pa23_above"),
        HINT,
        "rounds[t1].kind",
    ),
)
DEADLINES = (
    Case("opportunity.no_deadline", made(), made(due()), SHOULD, "rounds"),
    Case("opportunity.no_deadline", made(due(None)), made(due(None, **SENT)), SHOULD, "rounds[t1]"),
    Case(
        "opportunity.deadline_unconfirmed",
        made(due()),
        made(due(), opportunity__deadline_confirmed=True),
        SHOULD,
        "opportunity.deadline_confirmed",
    ),
    Case(
        "opportunity.deadline_passed",
        made(due(NOW)),
        made(due(NOW, **SENT)),
        SHOULD,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.deadline_soon",
        made(due(NOW + timedelta(days=9))),
        made(due(NOW + timedelta(days=10))),
        HINT,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.deadline_soon",
        made(due(NOW + timedelta(days=3))),
        made(due(NOW - timedelta(days=1))),
        HINT,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.odd_hour",
        made(due(datetime(2026, 12, 4, 0, 0, tzinfo=UTC))),
        made(due(datetime(2026, 12, 4, 12, 0, tzinfo=UTC))),
        SHOULD,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.odd_hour",
        made(due(datetime(2026, 12, 5, 12, 0, tzinfo=UTC))),
        made(due(datetime(2026, 12, 7, 12, 0, tzinfo=UTC))),
        HINT,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.zone_differs",
        made(due(datetime(2027, 7, 1, 12, tzinfo=UTC))),
        made(due(datetime(2027, 7, 1, 12, tzinfo=timezone(timedelta(hours=1))))),
        HINT,
        "rounds[t1].deadline",
    ),
    Case(
        "opportunity.questions_close",
        made(due(questions_close=NOW + timedelta(days=2))),
        made(due(questions_close=NOW + timedelta(days=3))),
        HINT,
        "rounds[t1].questions_close",
    ),
)
DOCUMENTS = (
    Case("documents.no_documents", made(), made(DOCUMENT), HINT, "documents"),
    Case(
        "documents.unread",
        made(DOCUMENT, OLD, version()),
        made(DOCUMENT, OLD, version(read_by_us="yes")),
        SHOULD,
        "document_versions[v2].read_by_us",
    ),
    Case(
        "documents.amendment_unread",
        made(Amendment(id="m1", title="New deadline")),
        made(Amendment(id="m1", title="New deadline", read_by_us="yes")),
        Level.MUST,
        "amendments[m1].read_by_us",
    ),
    Case(
        "documents.question_changed",
        made(Question(id="q1"), Amendment(id="m1", touches=("q1",))),
        made(Question(id="q1"), Amendment(id="m1", touches=("q1",), read_by_us="yes")),
        SHOULD,
        "questions[q1]",
    ),
    Case(
        "documents.requirement_unanswered",
        made(Requirement(id="r1", quotation="Open at weekends", kind="must")),
        made(Requirement(id="r1", quotation="Open at weekends", kind="must", answered_in=("q1",))),
        SHOULD,
        "requirements[r1].our_offer",
    ),
    Case(
        "documents.requirement_not_met",
        made(Requirement(id="r1", quotation="Open at weekends", kind="must", met="not met")),
        made(Requirement(id="r1", quotation="Open at weekends", kind="should", met="not met")),
        SHOULD,
        "requirements[r1].met",
    ),
    Case(
        "documents.clarification_waiting",
        made(DRAFT, due(questions_close=NOW + timedelta(days=2))),
        made(DRAFT.model_copy(update={"status": "asked"}), due(questions_close=NOW)),
        SHOULD,
        "clarifications[c1]",
    ),
    Case(
        "documents.clarification_waiting",
        made(DRAFT, due(questions_close=NOW - timedelta(days=2))),
        made(DRAFT, due()),
        HINT,
        "clarifications[c1]",
    ),
    Case(
        "documents.clarification_without_effect",
        made(Clarification(id="c1", answer="Yes.")),
        made(Clarification(id="c1", answer="Yes.", effect="Nothing")),
        HINT,
        "clarifications[c1].effect",
    ),
)
DECISION = (
    Case(
        "decision.gate_stops",
        made(Gate(id="g1", question="Within our objects?", stops=True, answer="no")),
        made(Gate(id="g1", question="Within our objects?", stops=True, answer="yes")),
        SHOULD,
        "gates[g1].answer",
    ),
    Case(
        "decision.gate_open",
        made(Gate(id="g1", question="Within our objects?", stops=True)),
        made(Gate(id="g1", question="Within our objects?")),
        HINT,
        "gates[g1].answer",
    ),
    Case("decision.not_recorded", made(), made(decision__choice="bid"), SHOULD, "decision.choice"),
    Case(
        "decision.who_decided",
        made(**DECIDED),
        made(**DECIDED, decision__reason="It fits."),
        HINT,
        "decision.decided_by",
    ),
    Case(
        "decision.too_few_hours",
        made(decision__hours_needed=Decimal(80), decision__hours_available=Decimal(60)),
        made(decision__hours_needed=Decimal(60), decision__hours_available=Decimal(60)),
        SHOULD,
        "decision.hours_available",
    ),
    Case(
        "decision.too_few_hours",
        made(due(), LONG, decision__hours_a_week=Decimal(1)),
        made(due(), LONG, decision__hours_a_week=Decimal(12)),
        SHOULD,
        "decision.hours_available",
        CALENDAR,
    ),
    Case(
        "decision.gate_contradicted",
        made(COVERS, COST, opportunity__ceiling=Decimal(900)),
        made(COVERS, COST, opportunity__ceiling=Decimal(1000)),
        SHOULD,
        "gates[g1].answer",
    ),
    Case(
        "decision.gate_contradicted",
        made(SHARED, ACCOUNTS, opportunity__value=Decimal(75_000)),
        made(SHARED, ACCOUNTS, opportunity__value=Decimal(50_000)),
        SHOULD,
        "gates[g2].answer",
        SHARES,
    ),
    Case(
        "decision.fault_likely",
        made(SHORT, opportunity__period__months=24),
        made(SHORT, opportunity__period__months=36),
        HINT,
        "red_flags[f1].found",
    ),
    Case(
        "decision.cash_short",
        made(
            Payment(id="p1", direction="out", on=TODAY, amount=Decimal(6000)),
            decision__cash_available=Decimal(5000),
        ),
        made(
            Payment(id="p1", direction="out", on=TODAY, amount=Decimal(6000)),
            decision__cash_available=Decimal(6000),
        ),
        SHOULD,
        "decision.cash_available",
    ),
    Case(
        "decision.cash_short",
        made(decision__cash_needed=Decimal(9000), decision__cash_available=Decimal(5000)),
        made(decision__cash_needed=Decimal(5000)),
        SHOULD,
        "decision.cash_available",
    ),
    Case(
        "decision.depends_on_it",
        made(ACCOUNTS, opportunity__value=Decimal(75_000)),
        made(ACCOUNTS, opportunity__value=Decimal(75_000), opportunity__period__months=36),
        HINT,
        "decision.dependency_note",
        SHARES,
    ),
    Case(
        "decision.no_record_yet",
        made(about__route="contract"),
        made(TrackRecord(id="r1", customer="Northshire Council"), about__route="contract"),
        HINT,
        "decision.pilot_first",
    ),
    Case(
        "decision.no_record_yet",
        made(opportunity__funding="contract"),
        made(opportunity__funding="grant"),
        HINT,
        "decision.pilot_first",
    ),
    Case(
        "decision.trial_without_end",
        made(decision__free_trial="yes"),
        made(decision__free_trial="yes", decision__free_trial_cost=Decimal(1500)),
        SHOULD,
        "decision.free_trial_cost",
    ),
    Case(
        "decision.fault_found",
        made(RedFlag(id="f1", text="Short term", found="yes")),
        made(RedFlag(id="f1", text="Short term", found="yes", note="Asked")),
        HINT,
        "red_flags[f1].note",
    ),
)
CASES = (*OPPORTUNITY, *REGIME, *DEADLINES, *DOCUMENTS, *ASKING, *DECISION)
