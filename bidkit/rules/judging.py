"""How a reply stands: pass, fails, at risk, not answered or does not apply, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question, Response, ResponseRow, Rule
from bidkit.domain.showing import day_words, money_words, number_words
from bidkit.rules.asked import (
    Asked,
    asked_questions,
    empty_parts,
    is_answered,
    words_of_parts,
)
from bidkit.rules.conditions import Case, counts, holds
from bidkit.rules.facts import Facts
from bidkit.rules.replied import reply_of
from bidkit.rules.routes import REGIMES
from bidkit.rules.scopes import NAMES
from bidkit.words import tr


@dataclass(frozen=True)
class Judgement:
    """How one reply stands, the rule that says so in words, the figure it rests on."""

    status: Status
    rule: str = ""
    figure: str = ""
    question: str = ""
    response: str = ""
    knock_out: bool = False
    required: bool = True


@dataclass(frozen=True)
class KnockOuts:
    """What would put the bid out, and what could while it is not answered."""

    failing: tuple[Judgement, ...]
    pending: tuple[Judgement, ...]


SEVERITY = (Status.FAIL, Status.UNKNOWN, Status.AT_RISK, Status.PASS, Status.NOT_APPLICABLE)


def status_of(
    question: Question, responses: Sequence[Response], bid: Bid, facts: Facts
) -> Judgement:
    """Return how these responses to a question stand; unanswered is never a pass or a fail."""
    for asked in asked_questions(bid):
        if asked.key == question.id:
            known = {one.id for one in responses}
            rows = tuple(row for row in asked.rows if row.parent in known)
            own = asked._replace(question=question, responses=tuple(responses), rows=rows)
            return judge(own, facts.today)
    lone = Bid().model_copy(
        update={
            "questions": (question,),
            "responses": tuple(responses),
            "response_rows": bid.response_rows,
            "opportunity": bid.opportunity,
            "about": bid.about,
        }
    )
    return judge(asked_questions(lone)[0], facts.today)


def statuses(bid: Bid, facts: Facts) -> dict[str, Judgement]:
    """Return how every question stands, by its id."""
    return {one.key: judge(one, facts.today) for one in asked_questions(bid)}


def knock_outs(bid: Bid, facts: Facts) -> KnockOuts:
    """Return everything that would fail, and every unanswered question that could knock us out."""
    judged = [judge(one, facts.today) for one in asked_questions(bid)]
    return KnockOuts(
        tuple(one for one in judged if one.status is Status.FAIL),
        tuple(one for one in judged if is_pending(one)),
    )


def is_pending(judgement: Judgement) -> bool:
    """Tell whether an unanswered question that must be answered could knock the bid out."""
    could = judgement.knock_out and judgement.required
    return could and judgement.status is Status.UNKNOWN


def judge(asked: Asked, today: date) -> Judgement:
    """Return how a question stands: the worst of its responses."""
    question = asked.question
    if asked.applies is False:
        return _said(asked, Status.NOT_APPLICABLE, tr("This question is not asked of this bid."))
    if not is_answered(asked):
        if is_waived(asked):
            return _said(asked, Status.NOT_APPLICABLE, _elsewhere(question.rules[0]))
        waiting = _unanswered(asked, today)
        return waiting if asked.applies else _depending(waiting, question)
    judged = [_judge_one(asked, one, today) for one in asked.responses or (None,)]
    worst = _worst(judged)
    if question.kind in ("information", "prose") and not question.rules:
        return _said(asked, Status.PASS if question.kind == "prose" else Status.NOT_APPLICABLE)
    return worst


def is_waived(asked: Asked) -> bool:
    """Tell whether the law asks a question only under other rules than those of this bid."""
    rules = asked.question.rules
    return bool(rules) and all(counts(rule, asked) is False for rule in rules)


def _is_knock_out(asked: Asked) -> bool:
    """Tell whether a reply could put this bid out: some rule that can fail counts here."""
    failing = [rule for rule in asked.question.rules if rule.effect != "flag"]
    here = not failing or any(counts(rule, asked) is not False for rule in failing)
    return asked.question.knock_out and here


def _worst(judged: Iterable[Judgement]) -> Judgement:
    return min(judged, key=lambda one: SEVERITY.index(one.status))


def _depending(waiting: Judgement, question: Question) -> Judgement:
    """Return how a question stands of which nobody knows yet whether it is asked at all."""
    if waiting.status is not Status.UNKNOWN:
        return waiting
    words = tr("Whether it is asked depends on: {condition}.", condition=question.show_if)
    return replace(waiting, rule=words, required=False)


def _unanswered(asked: Asked, today: date) -> Judgement:
    """Return what fails already although somebody has no reply yet, else for whom it is wanting."""
    kind = asked.question.kind
    given = [one for one in asked.responses if reply_of(one, kind) not in (None, "", ())]
    if empty := empty_parts(asked):
        known = Status.UNKNOWN if asked.question.required == "yes" else Status.AT_RISK
        return _said(asked, known, tr("Still empty: {parts}.", parts=words_of_parts(empty)))
    if not given or kind in ("prose", "table", "information"):
        return _said(asked, Status.UNKNOWN, tr("Nothing is replied yet."))
    worst = _worst(_judge_one(asked, one, today) for one in given)
    if worst.status is Status.FAIL or not asked.silent:
        return worst
    names = ", ".join(str(NAMES.get(one, one)) for one in asked.silent)
    return _said(asked, Status.UNKNOWN, tr("Still to be answered for: {names}.", names=names))


def _said(asked: Asked, status: Status, rule: str = "") -> Judgement:
    question = asked.question
    wanted = question.required != "no"
    could = _is_knock_out(asked)
    return Judgement(status, rule, "", question.id, knock_out=could, required=wanted)


def _judge_one(asked: Asked, response: Response | None, today: date) -> Judgement:
    rows = tuple(row for row in asked.rows if response is None or row.parent == response.id)
    case = Case(asked, response, rows, today)
    failed = flagged = unknown = unsaid = spared = None
    for rule in asked.question.rules:
        held, counted = holds(rule, case), counts(rule, asked)
        bites = held is not None and held is not (rule.effect == "pass")
        if counted is not True:
            unsaid = unsaid or (rule if bites and counted is None else None)
            spared = spared or (rule if bites and counted is False else None)
        elif held is None:
            unknown = unknown or rule
        elif bites:
            flagged = flagged or (rule if rule.effect == "flag" else None)
            failed = failed or (rule if rule.effect != "flag" else None)
    status, rule_said = _verdict(failed, flagged, unknown)
    words = words_of(rule_said) if rule_said else ""
    if status is Status.UNKNOWN:
        words = tr("A figure or a day is missing. {rule}", rule=words)
    if status is Status.FAIL and (_cleaned(response) or _explained(failed, response, rows)):
        status = Status.AT_RISK
    elif status is Status.PASS and unsaid is not None:
        status, words = Status.AT_RISK, _undecided(unsaid)
    elif status is Status.PASS and spared is not None:
        status, words = Status.NOT_APPLICABLE, _elsewhere(spared)
    return Judgement(
        status,
        words,
        figure_of(asked.question, response, rows),
        asked.question.id,
        response.id if response else "",
        _is_knock_out(asked),
        asked.question.required != "no",
    )


def _elsewhere(rule: Rule) -> str:
    """Return why a rule does not apply here: under which rules it does."""
    return tr(
        "The law asks this only under: {regimes}. Reply if this buyer asks it all the same.",
        regimes=_regime_words(rule),
    )


def _undecided(rule: Rule) -> str:
    """Return what a rule would say, and that nobody has said yet whether it counts here."""
    return tr(
        "{rule} This counts only under: {regimes}. Choose the rules at the opportunity first.",
        rule=words_of(rule),
        regimes=_regime_words(rule),
    )


def _regime_words(rule: Rule) -> str:
    return "; ".join(str(REGIMES[one]) for one in rule.regimes if one)


def _verdict(
    failed: Rule | None, flagged: Rule | None, unknown: Rule | None
) -> tuple[Status, Rule | None]:
    if failed is not None:
        return Status.FAIL, failed
    if unknown is not None and unknown.effect != "flag":
        return Status.UNKNOWN, unknown
    if flagged is not None:
        return Status.AT_RISK, flagged
    return Status.PASS, None


def _cleaned(response: Response | None) -> bool:
    """Tell whether the circumstances ended and are not likely again: then it is for the buyer."""
    return response is not None and response.ended == "yes" and response.likely_again == "no"


def _explained(failed: Rule | None, response: Response | None, rows: Sequence[object]) -> bool:
    """Tell whether nothing is listed but a reason is given: then it is for the buyer to weigh."""
    lacking = failed is not None and failed.when in ("empty", "fewer rows than")
    return lacking and not rows and response is not None and bool(response.explanation.strip())


def words_of(rule: Rule) -> str:
    """Return a rule in words: its own, else ones made from what it holds."""
    return rule.words or _made_words(rule)


def in_full(rule: Rule) -> str:
    """Return a rule as people read it before they reply: when it bites, then its own words."""
    said = f"{_made_words(rule)} {rule.words}".strip()
    if not rule.regimes:
        return said
    return tr("{rule} Counts only under: {regimes}.", rule=said, regimes=_regime_words(rule))


def _made_words(rule: Rule) -> str:
    effect = {
        "fail": tr("Fails"),
        "flag": tr("Needs an explanation"),
        "pass": tr("Passes only"),
    }[rule.effect]
    condition = {
        "is": tr("if the reply is “{value}”", value=rule.value),
        "is not": tr("if the reply is not “{value}”", value=rule.value),
        "empty": tr("if something is left empty"),
        "below": tr("below {value}", value=rule.value),
        "above": tr("above {value}", value=rule.value),
        "before contract start": tr("if it runs out before the contract starts"),
        "older than months": tr("if it is older than {value} months", value=rule.value),
        "sum is not": tr("if the sum is not {value}", value=rule.value),
        "fewer rows than": tr("if there are fewer than {value} entries", value=rule.value),
        "before deadline": tr("if it runs out before the deadline"),
        "older than days": tr("if it is older than {value} days", value=rule.value),
        "younger than months": tr("if it is younger than {value} months", value=rule.value),
        "alike": tr("if two entries say the same"),
        "none of": tr("if an entry says yes to nothing"),
        "all below": tr("if every entry is below {value}", value=rule.value),
        "all above": tr("if every entry is above {value}", value=rule.value),
        "over lot limit": tr("if there are more lots than one may bid for"),
    }[rule.when]
    return f"{effect} {condition}."


def figure_of(question: Question, response: Response | None, rows: Iterable[ResponseRow]) -> str:
    """Return what was replied, as the figure or word that a judgement rests on."""
    if question.kind == "table":
        count = len(tuple(rows))
        return tr("1 entry") if count == 1 else tr("{n} entries", n=count)
    reply = reply_of(response, question.kind)
    if isinstance(reply, Decimal):
        return money_words(reply) if question.kind == "money" else number_words(reply)
    if isinstance(reply, date):
        return day_words(reply)
    if isinstance(reply, tuple):
        return ", ".join(map(str, reply))
    return "" if question.kind in ("prose", "address") else str(reply or "")
