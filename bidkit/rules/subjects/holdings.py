"""What is wrong with what we hold: policies, insurance and quality marks out of date or missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.organisation import CaseStudy, Policy
from bidkit.domain.showing import day_words, money_words
from bidkit.domain.stages import Stage
from bidkit.figures.counting import CountRule, count
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import months_before
from bidkit.rules.places import at
from bidkit.words import later, tr

KINDS = {
    "employers": later("Employers' liability"),
    "public": later("Public liability"),
    "professional": later("Professional indemnity"),
    "abuse": later("Abuse cover"),
    "cyber": later("Cyber cover"),
    "trustee": later("Trustee indemnity"),
    "product": later("Product liability"),
    "medical": later("Medical malpractice"),
    "motor": later("Motor insurance"),
    "buildings": later("Buildings insurance"),
}


def _review_day(policy: Policy) -> date | None:
    return policy.review_on


def _approval_day(policy: Policy) -> date | None:
    return policy.approved_on


def policy_old(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A policy past its review, or older than buyers accept."""
    months = facts.levels.policy_months
    for one in bid.policies:
        late = one.review_on is not None and one.review_on < facts.today
        old = (
            months is not None
            and one.approved_on is not None
            and one.approved_on < months_before(facts.today, months)
        )
        if one.held == "no" or not (late or old):
            continue
        asked = one.mandatory == "yes"
        field = _review_day if late else _approval_day
        yield Remark(
            at(lambda b: b.policies, one, field),
            Level.SHOULD if asked else Level.HINT,
            tr("The policy “{title}” is due for review.", title=one.title),
            tr("Its review was due on {day}.", day=day_words(one.review_on, weekday=False))
            if late
            else tr("It was agreed on {day}.", day=day_words(one.approved_on, weekday=False)),
            tr("Have the trustees look at it and date it."),
        )


def policy_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A policy this buyer requires that we do not hold."""
    for one in bid.policies:
        if one.mandatory == "yes" and one.held != "yes":
            yield Remark(
                at(lambda b: b.policies, one, lambda p: p.held),
                Level.SHOULD if one.held == "no" else Level.HINT,
                tr("A policy is required: {title}.", title=one.title),
                tr("Without it a reply may fail."),
                tr("Adopt one that fits your size, or say you hold it."),
            )


def insurance_expires(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Cover that runs out before the contract starts."""
    start = bid.opportunity.period.starts_on
    for one in bid.insurances:
        if start is not None and one.expires_on is not None and one.expires_on < start:
            yield Remark(
                at(lambda b: b.insurances, one, lambda i: i.expires_on),
                Level.SHOULD,
                tr("{kind} runs out before the contract starts.", kind=_kind(one.kind)),
                tr(
                    "It ends on {end}; the contract starts on {start}.",
                    end=day_words(one.expires_on, weekday=False),
                    start=day_words(start, weekday=False),
                ),
                tr("Plan the renewal, and say so where you are asked."),
            )


def insurance_low(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Less cover than is asked, or none."""
    for one in bid.insurances:
        if one.limit_asked is None:
            continue
        low = one.limit is not None and one.limit < one.limit_asked
        if low or one.held == "no":
            yield Remark(
                at(lambda b: b.insurances, one, lambda i: i.limit),
                Level.SHOULD if one.held == "no" else Level.HINT,
                tr(
                    "{kind}: {asked} is asked.",
                    kind=_kind(one.kind),
                    asked=money_words(one.limit_asked),
                ),
                tr("You hold {limit}.", limit=money_words(one.limit) or tr("none")),
                tr(
                    "Get a quotation, commit to have it by award, and put the premium in the price."
                ),
            )


def _kind(kind: str) -> str:
    return str(KINDS.get(kind, later("This insurance")))


def mark_expires(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A quality mark that runs out before the contract starts."""
    start = bid.opportunity.period.starts_on
    for one in bid.quality_marks:
        if start is not None and one.expires_on is not None and one.expires_on < start:
            yield Remark(
                at(lambda b: b.quality_marks, one, lambda m: m.expires_on),
                Level.HINT,
                tr("“{title}” runs out before the contract starts.", title=one.title),
                tr("It ends on {day}.", day=day_words(one.expires_on, weekday=False)),
                tr("Say when it will be renewed."),
            )


def case_long(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A version of a case study with more words than its name says."""
    for one in bid.case_studies:
        for most, field in LENGTHS:
            words = count(field(one), CountRule.WORDS)
            if words > most:
                yield Remark(
                    at(lambda b: b.case_studies, one, field),
                    Level.HINT,
                    tr("“{title}” in {n} words is too long.", title=one.title, n=most),
                    tr("It has {count} words.", count=words),
                    tr("Cut what the reader can do without; keep the result."),
                )


def _in_100(case: CaseStudy) -> str:
    return case.words_100


def _in_250(case: CaseStudy) -> str:
    return case.words_250


def _in_500(case: CaseStudy) -> str:
    return case.words_500


LENGTHS = ((100, _in_100), (250, _in_250), (500, _in_500))
HERE = Stage.ORGANISATION
ASKED = "Standard questions of buyers and funders"
RULES = (
    rule(policy_missing, HERE, "policies", ASKED),
    rule(policy_old, HERE, "policies", ASKED, "today levels"),
    rule(insurance_expires, HERE, "insurances opportunity", ASKED),
    rule(insurance_low, HERE, "insurances", ASKED),
    rule(case_long, HERE, "case_studies", "Limits of questionnaires", small_grant=False),
    rule(mark_expires, HERE, "quality_marks opportunity", ASKED),
)
