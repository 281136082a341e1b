"""Cases of the rules over questions, replies and answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bidkit.domain.answers import Answer
from bidkit.domain.evidence import Evidence, Need
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Limit, Part, Question, Response, Rule, Section
from tests.rules.making import FACTS, LEVELS, Case, made

QUALIFYING = Section(id="s1", stage="qualification")
FAILS_ON_NO = Rule(effect="fail", when="is", value="no", words="Fails if the reply is no.")
FLAGS_LATER = Rule(effect="flag", when="is", value="by award")
ASKED = Question(id="q1", parent="s1", number="C1.2", kind="yes_no", knock_out=True)
PROSE = Question(id="q1", number="Q1", text="Tell us.", marking="scored", limit=Limit())
TEN = Limit(most=10, unit="words")
LINK = "[evidence](evidence:e1)"
ITEM = Evidence(id="e1", code="E1")


def reply(**fields: object) -> Response:
    """A response to the question q1."""
    return Response(id="r1", parent="q1").model_copy(update=fields)


def answer(text: str, **fields: object) -> Answer:
    """An answer to the question q1."""
    return Answer(id="a1", parent="q1", text=text).model_copy(update=fields)


def asked(**fields: object) -> Question:
    """The question q1 of the qualification, changed."""
    return ASKED.model_copy(update=fields)


def prose(**fields: object) -> Question:
    """The scored prose question q1, changed."""
    return PROSE.model_copy(update=fields)


HELD = asked(kind="held", rules=(FLAGS_LATER,))
SHARED = (
    prose(limit=TEN),
    Part(id="p1", parent="q1", number="a"),
    Part(id="p2", parent="q1", number="b"),
)
IN_SECTION = Section(id="s1", number="2", shared_limit=TEN)
LIMITED = prose(parent="s1")
DATED = {"opportunity__period__starts_on": date(2027, 4, 1)}
TURNOVER = "Is your annual turnover at least £150,001?"
AUDITED = "Please give two years of audited accounts."
UNCLEAN = {"yes_no": "yes", "ended": "yes", "likely_again": "no"}
CLEAN = {
    "self_cleaning_serious": "Paid.",
    "self_cleaning_changed": "A new policy.",
    "self_cleaning_monitored": "Each quarter.",
}
LONG = "one two three four five six seven eight nine ten eleven"
SHORT = "one two three four five six"

CASES = (
    Case(
        "qualification.fails",
        made(QUALIFYING, asked(rules=(FAILS_ON_NO,)), reply(yes_no="no")),
        made(QUALIFYING, asked(rules=(FAILS_ON_NO,))),
        Level.SHOULD,
        "responses[r1]",
    ),
    Case(
        "qualification.at_risk",
        made(QUALIFYING, HELD, reply(held="by award")),
        made(QUALIFYING, HELD, reply(held="now")),
        Level.SHOULD,
        "responses[r1]",
    ),
    Case(
        "qualification.missing",
        made(QUALIFYING, ASKED),
        made(QUALIFYING, asked(required="no")),
        Level.MUST,
        "questions[q1]",
    ),
    Case(
        "qualification.prefilled",
        made(QUALIFYING, ASKED, reply(yes_no="yes", prefilled=True)),
        made(QUALIFYING, ASKED, reply(yes_no="yes", prefilled=True, checked=True)),
        Level.HINT,
        "responses[r1]",
    ),
    Case(
        "qualification.expires",
        made(QUALIFYING, ASKED, reply(evidence_expires_on=date(2027, 3, 31)), **DATED),
        made(QUALIFYING, ASKED, reply(evidence_expires_on=date(2027, 4, 1)), **DATED),
        Level.SHOULD,
        "responses[r1].evidence_expires_on",
    ),
    Case(
        "qualification.challenge",
        made(QUALIFYING, asked(text=AUDITED), opportunity__regime="pa23_above"),
        made(
            QUALIFYING,
            asked(text=f"{AUDITED[:-1]} or equivalent."),
            opportunity__regime="pa23_above",
        ),
        Level.HINT,
        "questions[q1]",
    ),
    Case(
        "qualification.turnover_high",
        made(QUALIFYING, asked(text=TURNOVER), opportunity__value=Decimal(75_000)),
        made(QUALIFYING, asked(text=TURNOVER), opportunity__value=Decimal(75_001)),
        Level.HINT,
        "questions[q1]",
        replace(FACTS, levels=replace(LEVELS, turnover_multiple=Decimal(2))),
    ),
    Case(
        "qualification.unclear",
        made(QUALIFYING, asked(unclear=True)),
        made(QUALIFYING, ASKED),
        Level.SHOULD,
        "questions[q1]",
    ),
    Case(
        "qualification.unconfirmed",
        made(QUALIFYING, asked(confirmed=False)),
        made(QUALIFYING, ASKED),
        Level.HINT,
        "questions[q1]",
    ),
    Case(
        "qualification.self_cleaning",
        made(QUALIFYING, ASKED, reply(**UNCLEAN)),
        made(QUALIFYING, ASKED, reply(**UNCLEAN, **CLEAN)),
        Level.SHOULD,
        "responses[r1].self_cleaning_changed",
    ),
    Case(
        "answers.partly",
        made(prose(required="no"), *SHARED[1:], answer("Yes.", parent="p1")),
        made(prose(required="no"), *SHARED[1:]),
        Level.SHOULD,
        "parts[p2]",
    ),
    Case("answers.missing", made(PROSE), made(PROSE, answer("Yes.")), Level.MUST, "questions[q1]"),
    Case(
        "answers.missing",
        made(
            PROSE, Lot(id="l1", bidding="yes"), Lot(id="l2", bidding="yes"), answer("A", lot="l1")
        ),
        made(PROSE, Lot(id="l1", bidding="yes"), Lot(id="l2", bidding="no"), answer("A", lot="l1")),
        Level.MUST,
        "questions[q1]",
    ),
    Case(
        "answers.over_limit",
        made(prose(limit=TEN), answer(LONG)),
        made(prose(limit=TEN), answer(f"{LONG.removesuffix('eleven')}")),
        Level.MUST,
        "answers[a1].text",
    ),
    Case(
        "answers.over_limit",
        made(prose(limit=TEN, kind="text"), reply(text=LONG)),
        made(prose(limit=TEN, kind="text"), reply(text=SHORT)),
        Level.MUST,
        "responses[r1]",
    ),
    Case(
        "answers.parts_over_limit",
        made(*SHARED, answer(SHORT, parent="p1"), answer(SHORT, id="a2", parent="p2")),
        made(*SHARED, answer(SHORT, parent="p1"), answer("one two", id="a2", parent="p2")),
        Level.MUST,
        "questions[q1]",
    ),
    Case(
        "answers.section_over_limit",
        made(
            IN_SECTION,
            LIMITED,
            prose(id="q2", parent="s1"),
            answer(SHORT),
            answer(SHORT, id="a2", parent="q2"),
        ),
        made(IN_SECTION, LIMITED, answer(SHORT)),
        Level.MUST,
        "sections[s1]",
    ),
    Case(
        "answers.price_shown",
        made(prose(no_price="yes"), answer("All for £12,000."), costing__price=Decimal("12000.00")),
        made(prose(no_price="no"), answer("All for £12,000."), costing__price=Decimal(12000)),
        Level.MUST,
        "answers[a1].text",
    ),
    Case(
        "answers.price_shown",
        made(prose(no_price="yes"), answer("We won £20,000.")),
        made(prose(no_price="yes"), answer("We won a grant.")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.attachments_not_allowed",
        made(prose(attachments_allowed="no"), answer("A", attachments=("f1",))),
        made(prose(attachments_allowed="yes"), answer("A", attachments=("f1",))),
        Level.SHOULD,
        "answers[a1].attachments",
    ),
    Case(
        "answers.thin",
        made(prose(limit=TEN), answer("one two three four")),
        made(prose(limit=TEN), answer("one two three four five")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.without_evidence",
        made(PROSE, ITEM, answer("We helped 40 people.")),
        made(PROSE, ITEM, answer(f"We helped 40 people {LINK}.")),
        Level.SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.without_evidence",
        made(PROSE, answer(f"We helped 40 people {LINK}.")),
        made(prose(marking="information"), answer("We helped 40 people.")),
        Level.SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.bare_figure",
        made(PROSE, ITEM, answer(f"We helped 40 people {LINK}. Of them 71% stayed.")),
        made(PROSE, ITEM, answer(f"We helped 40 people {LINK}. Of them 71% stayed. {LINK}")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.bare_figure",
        made(PROSE, ITEM, answer(f"We helped people {LINK}. 30 of 40 stayed.")),
        made(PROSE, ITEM, answer(f"We helped people {LINK}. We will see that 75% stay.")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.phrases",
        made(PROSE, answer("Here We  aimed to help.")),
        made(PROSE, answer("“We aim to help,” they said.")),
        Level.SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.phrases",
        made(PROSE, answer("Our excellent service.")),
        made(PROSE, answer("Our excellent service, rated 4.8 of 5.")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.cross_references",
        made(PROSE, answer("Please see Appendix 2.")),
        made(PROSE, answer("Each step is set out here.")),
        Level.SHOULD,
        "answers[a1].text",
    ),
    Case(
        "answers.other_names",
        made(PROSE, answer("We know Northshire  Council."), opportunity__buyer__name="Westmere"),
        made(PROSE, answer("We know Northshire Council."), opportunity__buyer__name="Northshire"),
        Level.SHOULD,
        "answers[a1].text",
        replace(FACTS, other_buyers=frozenset({"Northshire Council"})),
    ),
    Case(
        "answers.other_names",
        made(PROSE, answer("In the East Vale."), Lot(id="l1", title="East Vale", bidding="no")),
        made(PROSE, answer("In the East Vale."), Lot(id="l1", title="East Vale", bidding="yes")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.asked_for",
        made(prose(text="Give your timescales."), answer("We do it well.")),
        made(prose(text="Give your timescales."), answer("We start in May.")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.need_first",
        made(PROSE, answer("Our charity was founded long ago.")),
        made(
            PROSE,
            answer("Many families here live with loneliness."),
            Need(id="n1", text="Loneliness among families"),
        ),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.need_first",
        made(prose(text="How will you help people?"), answer("We open a warm room.")),
        made(prose(text="What will the money be spent on?"), answer("We hire a warm room.")),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.without_evidence",
        made(PROSE, answer("We helped 40 people."), about__route="small_grant"),
        made(PROSE, ITEM, answer(f"We helped 40 people {LINK}."), about__route="small_grant"),
        Level.HINT,
        "answers[a1].text",
    ),
    Case(
        "answers.acronyms",
        made(PROSE, answer("The JSNA shows it.")),
        made(PROSE, answer("The joint strategic needs assessment (JSNA) shows it; the JSNA also.")),
        Level.HINT,
        "answers[a1].text",
    ),
)
