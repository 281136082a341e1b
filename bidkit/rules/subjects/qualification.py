"""What is wrong on the pre-qualification page: replies that fail, lack or need an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from bidkit.domain.bid import Bid
from bidkit.domain.filled import waits_for_a_look
from bidkit.domain.finding import Level, Status
from bidkit.domain.questionnaire import Response
from bidkit.domain.refs import Ref
from bidkit.domain.showing import day_words, money_words, number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.standing import yearly_value
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, asked_questions, empty_parts, is_answered, name_of
from bidkit.rules.challenges import challenges_to
from bidkit.rules.conditions import number_in
from bidkit.rules.engine import PieceRule, Remark
from bidkit.rules.facts import Facts
from bidkit.rules.judging import Judgement, is_waived, judge
from bidkit.rules.places import at
from bidkit.rules.routes import is_grant
from bidkit.words import tr

MONTHS = 12
TURNOVER = re.compile(r"\bturnover\b[^.?]{0,80}?£\s?(\d[\d,]*(?:\.\d+)?)", re.IGNORECASE)
PSQ = "Procurement Specific Questionnaire; Procurement Act 2023, section 22"


def place_of(asked: Asked, judgement: Judgement | None = None) -> Ref[Bid, Any]:
    """Return where a reply is given: the response judged, else the question."""
    identity = judgement.response if judgement is not None else ""
    response = next((one for one in asked.responses if one.id == identity), None)
    if response is None and len(asked.responses) == 1:
        response = asked.responses[0]
    if response is not None:
        return at(lambda b: b.responses, response)
    return at(lambda b: b.questions, asked.question)


def fails(asked: Asked, facts: Facts) -> Iterable[Remark]:
    """A reply that would put the bid out."""
    judgement = judge(asked, facts.today)
    if judgement.status is not Status.FAIL:
        return
    yield Remark(
        place_of(asked, judgement),
        Level.SHOULD,
        tr("{question}: as it stands, this reply fails.", question=name_of(asked.question)),
        _because(judgement),
        tr(
            "{ask} before bidding, correct it, or explain what you will have in place.",
            ask=asked.ask,
        )
        if asked.question.knock_out
        else tr("Correct the reply, or explain it."),
        stage=asked.stage,
    )


def at_risk(asked: Asked, facts: Facts) -> Iterable[Remark]:
    """A reply that the buyer may hold against us, without an explanation."""
    judgement = judge(asked, facts.today)
    if judgement.status is not Status.AT_RISK or empty_parts(asked):
        return
    response = next((one for one in asked.responses if one.id == judgement.response), None)
    explained = response is not None and bool(response.explanation.strip())
    yield Remark(
        place_of(asked, judgement),
        Level.HINT if explained else Level.SHOULD,
        tr("{question}: this reply is at risk.", question=name_of(asked.question)),
        _because(judgement),
        tr("Read your explanation once more with the buyer's eyes.")
        if explained
        else tr("Explain it: what happened, what you have done, how it is watched."),
        stage=asked.stage,
    )


def _because(judgement: Judgement) -> str:
    if not judgement.figure:
        return judgement.rule
    return tr("{rule} The reply is {figure}.", rule=judgement.rule, figure=judgement.figure).strip()


def missing(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A reply the buyer requires that is not there; prose and signatures have their own rules."""
    question = asked.question
    own_rule = question.kind in ("prose", "declaration", "information")
    if own_rule or question.required != "yes" or asked.applies is not True or is_waived(asked):
        return
    if not is_answered(asked):
        yield Remark(
            place_of(asked),
            Level.MUST,
            tr("{question} is not answered.", question=name_of(question)),
            tr("A reply is required; what comes in incomplete may be rejected unread."),
            tr("Reply, or write that it does not apply where that is allowed."),
            stage=asked.stage,
        )


def prefilled(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A reply taken from the organisation's details that nobody has looked at."""
    for one in asked.responses:
        if asked.applies is not False and waits_for_a_look(one, asked.rows):
            yield Remark(
                at(lambda b: b.responses, one),
                Level.HINT,
                tr(
                    "{question}: filled in from your details, not checked.",
                    question=name_of(asked.question),
                ),
                tr("The same words do not always answer what this buyer asks."),
                tr("Read it against the question and tick it."),
                stage=asked.stage,
            )


def expires(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Evidence that runs out before the contract starts."""
    start = asked.starts_on
    for one in asked.responses:
        if start is not None and one.evidence_expires_on and one.evidence_expires_on < start:
            yield Remark(
                at(lambda b: b.responses, one, lambda r: r.evidence_expires_on),
                Level.SHOULD,
                tr(
                    "{question}: the evidence runs out on {day}.",
                    question=name_of(asked.question),
                    day=day_words(one.evidence_expires_on, weekday=False),
                ),
                tr("The contract starts on {day}.", day=day_words(start, weekday=False)),
                tr("Say when it will be renewed, or give newer evidence."),
                stage=asked.stage,
            )


def challengeable(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A question that asks for what a buyer may not ask."""
    if asked.applies is False:
        return
    for one in challenges_to(asked.question, asked.regime):
        yield Remark(
            at(lambda b: b.questions, asked.question),
            Level.HINT,
            tr("{question}: you may ask about this.", question=name_of(asked.question)),
            str(one.why),
            tr("A clarification question is drafted for you; it names neither you nor your offer."),
            stage=asked.stage,
        )


def unclear(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A question marked as unclear."""
    if asked.question.unclear and asked.applies is not False:
        yield Remark(
            at(lambda b: b.questions, asked.question),
            Level.SHOULD,
            tr("{question} is marked as unclear.", question=name_of(asked.question)),
            tr("A bid that answers what somebody guessed was meant loses marks."),
            tr("{ask} before questions close, then take the mark off.", ask=asked.ask),
            stage=asked.stage,
        )


def unconfirmed(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A question read from a file that nobody has confirmed."""
    if not asked.question.confirmed:
        yield Remark(
            at(lambda b: b.questions, asked.question),
            Level.HINT,
            tr(
                "{question} comes from a question pack and is not confirmed.",
                question=name_of(asked.question),
            )
            if asked.question.pack
            else tr(
                "{question} was read from a document and is not confirmed.",
                question=name_of(asked.question),
            ),
            tr("This buyer may ask it in other words, or not at all.")
            if asked.question.pack
            else tr("Words, limits and numbers can be misread."),
            tr("Compare it with the buyer's document and confirm it."),
            stage=asked.stage,
        )


def self_cleaning(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Exclusion replies without the reasons buyers need to see."""
    for one in asked.responses:
        if _lacks_cleaning(one):
            yield Remark(
                at(lambda b: b.responses, one, lambda r: r.self_cleaning_changed),
                Level.SHOULD,
                tr("{question}: say what was put right.", question=name_of(asked.question)),
                tr("A buyer may only keep you in if you show it is ended and unlikely to return."),
                tr("Write what you paid or did, what you changed, and how it is watched."),
                stage=asked.stage,
            )


def _lacks_cleaning(one: Response) -> bool:
    declared = one.yes_no == "yes" and (one.ended != "" or one.likely_again != "")
    written = (one.self_cleaning_serious, one.self_cleaning_changed, one.self_cleaning_monitored)
    return declared and not all(text.strip() for text in written)


class Demanding(NamedTuple):
    """A question that names a turnover, and what this contract is worth a year."""

    key: str
    asked: Asked
    a_year: str


def questions_on_turnover(bid: Bid) -> Iterable[Demanding]:
    """Return the questions that name a sum of turnover, where the contract's value is known."""
    a_year = yearly_value(bid)
    if a_year is None or is_grant(bid):
        return
    for one in asked_questions(bid):
        if one.applies is not False and TURNOVER.search(one.question.text):
            yield Demanding(one.key, one, str(a_year))


def turnover_high(piece: Demanding, facts: Facts) -> Iterable[Remark]:
    """A turnover asked that is more times the yearly contract than is fair."""
    fair, found = facts.levels.turnover_multiple, TURNOVER.search(piece.asked.question.text)
    wanted = number_in(found[1]) if found is not None else None
    if fair is None or wanted is None:
        return
    limit = Decimal(piece.a_year) * fair
    if wanted > limit:
        yield Remark(
            at(lambda b: b.questions, piece.asked.question),
            Level.HINT,
            tr("{question}: the turnover asked is high.", question=name_of(piece.asked.question)),
            tr(
                "{wanted} is more than {times} times a year of this contract.",
                wanted=money_words(wanted),
                times=number_words(fair),
            ),
            tr(
                "{ask} whether it is proportionate, before you count yourself out.",
                ask=piece.asked.ask,
            ),
            stage=piece.asked.stage,
        )


def _rule(name: str, judge_piece: Any, source: str = "", *facts: str) -> PieceRule:
    return PieceRule(
        f"qualification.{name}",
        Stage.QUALIFICATION,
        questions.READS,
        questions.asked_questions,
        judge_piece,
        source,
        facts,
    )


RULES = (
    _rule("fails", fails, PSQ, "today"),
    _rule("at_risk", at_risk, PSQ, "today"),
    _rule("missing", missing, "Procurement Act 2023, section 19(2)(a)"),
    _rule("expires", expires, "The buyer's questionnaire"),
    _rule("self_cleaning", self_cleaning, "Procurement Act 2023, section 57"),
    _rule("challenge", challengeable, "Guidance: Conditions of participation, gov.uk"),
    PieceRule(
        "qualification.turnover_high",
        Stage.QUALIFICATION,
        questions.READS,
        questions_on_turnover,
        turnover_high,
        "Public Contracts Regulations 2015, regulation 58; good practice since",
        ("levels",),
    ),
    _rule("unclear", unclear, "From Policy to Practice, 2007: ask and negotiate"),
    _rule("unconfirmed", unconfirmed),
    _rule("prefilled", prefilled),
)
