"""What each stage is expected to hold: asked by the buyer, or opened by the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.rules.asked import Asked, asked_questions, by_parent, is_answered, targets_of
from bidkit.rules.judging import is_waived
from bidkit.rules.places import at, here


class Expected(NamedTuple):
    """One thing expected: the places that belong to it, and whether something stands there."""

    places: tuple[Ref[Bid, Any], ...]
    filled: bool


def expected(bid: Bid, stage: Stage) -> tuple[Expected, ...]:
    """Return what a stage is expected to hold, in order; () where nothing is asked yet."""
    return tuple(EXPECTED[stage](bid))


def _one(place: Ref[Bid, Any], filled: object) -> Expected:
    return Expected((place,), bool(filled))


def _is_small(bid: Bid) -> bool:
    return bid.about.route == "small_grant" and not bid.about.all_stages


def _nothing(_bid: Bid) -> Iterator[Expected]:
    yield from ()


def _opportunity(bid: Bid) -> Iterator[Expected]:
    asked = bid.opportunity
    known = any(one.deadline is not None or one.sent_at is not None for one in bid.rounds)
    yield _one(here(lambda b: b.opportunity.title), asked.title.strip())
    yield _one(here(lambda b: b.opportunity.buyer.name), asked.buyer.name.strip())
    yield _one(here(lambda b: b.opportunity.way_in), asked.way_in)
    yield _one(here(lambda b: b.rounds), known)
    if known:
        yield _one(here(lambda b: b.opportunity.deadline_confirmed), asked.deadline_confirmed)
    if bid.lots and not _is_small(bid):
        chosen = any(one.bidding == "yes" for one in bid.lots)
        yield _one(here(lambda b: b.lots), chosen)
    for one in bid.conditions:
        yield _one(at(lambda b: b.conditions, one), one.met in ("yes", "no"))


def _documents(bid: Bid) -> Iterator[Expected]:
    versions = by_parent(bid.document_versions)
    for document in bid.documents:
        own = versions.get(document.id, ())
        if not own:
            continue
        inside = (at(lambda b: b.document_versions, one) for one in own)
        places = (at(lambda b: b.documents, document), *inside)
        yield Expected(places, any(one.read_by_us == "yes" for one in own))
    for amendment in bid.amendments:
        yield _one(at(lambda b: b.amendments, amendment), amendment.read_by_us == "yes")
    for one in bid.requirements:
        if one.kind in ("", "must"):
            answered = one.our_offer.strip() or one.answered_in
            yield _one(at(lambda b: b.requirements, one), answered)


def _decision(bid: Bid) -> Iterator[Expected]:
    decided = bid.decision.choice not in ("", "undecided")
    yield _one(here(lambda b: b.decision.choice), decided)
    for one in bid.gates:
        yield _one(at(lambda b: b.gates, one), one.answer)


def _organisation(bid: Bid) -> Iterator[Expected]:
    us = bid.organisation
    yield _one(here(lambda b: b.organisation.name), us.name.strip())
    yield _one(here(lambda b: b.organisation.legal_form), us.legal_form)
    yield _one(here(lambda b: b.organisation.address), us.address.strip())
    if not _is_small(bid):
        yield _one(here(lambda b: b.organisation.mission), us.mission.strip())
    for policy in bid.policies:
        if policy.mandatory == "yes":
            yield _one(at(lambda b: b.policies, policy), policy.held == "yes")
    for one in bid.insurances:
        if one.limit_asked is not None:
            yield _one(at(lambda b: b.insurances, one), one.held)


def _partners(bid: Bid) -> Iterator[Expected]:
    why = bid.partnership
    if bid.partners or bid.about.route == "consortium":
        yield _one(here(lambda b: b.partnership.better_outcomes), why.better_outcomes.strip())
        said = why.what_makes_it_positive.strip()
        yield _one(here(lambda b: b.partnership.what_makes_it_positive), said)
    if not bid.partners and bid.about.route == "consortium":
        yield _one(here(lambda b: b.partners), filled=False)
    for one in bid.partners:
        whole = one.name.strip() and one.role and one.does.strip()
        yield _one(at(lambda b: b.partners, one), whole)


def _boxes(asked: Asked) -> Iterator[Expected]:
    """Yield what a question expects: each box to write in, or its one reply."""
    question = at(lambda b: b.questions, asked.question)
    if asked.question.kind == "prose":
        for number, box in enumerate(targets_of(asked)):
            places = tuple(at(lambda b: b.answers, one) for one in box.answers)
            filled = any(one.text.strip() for one in box.answers)
            if filled or asked.question.required == "yes":
                own = (question,) if number == 0 else ()
                yield Expected((box.place, *own, *places), filled)
        return
    answered = is_answered(asked)
    wanted = asked.question.required == "yes" and not is_waived(asked)
    if asked.question.kind != "information" and (answered or wanted):
        places = tuple(at(lambda b: b.responses, one) for one in asked.responses)
        yield Expected((question, *places), answered)


def _asked_in(bid: Bid, stage: Stage) -> Iterator[Expected]:
    for asked in asked_questions(bid):
        if asked.stage is stage and asked.applies is True:
            yield from _boxes(asked)


def _qualification(bid: Bid) -> Iterator[Expected]:
    yield from _asked_in(bid, Stage.QUALIFICATION)


def _answers(bid: Bid) -> Iterator[Expected]:
    yield from _asked_in(bid, Stage.ANSWERS)


def _criteria(bid: Bid) -> Iterator[Expected]:
    scored = any(one.marking == "scored" for one in bid.questions)
    if scored and not bid.criteria and bid.scoring.published != "no":
        yield _one(here(lambda b: b.criteria), filled=False)
    for one in bid.criteria:
        yield _one(at(lambda b: b.criteria, one), one.weight is not None)


def _offer(bid: Bid) -> Iterator[Expected]:
    offer = bid.offer
    short = offer.words_50.strip() or offer.words_100.strip() or offer.words_200.strip()
    yield _one(here(lambda b: b.offer.words_100), short)
    for point in bid.buyer_points:
        reply = point.our_reply.strip() or point.answered_in
        yield _one(at(lambda b: b.buyer_points, point), reply)
    for step in bid.steps:
        yield _one(at(lambda b: b.steps, step), step.title.strip())
    for role in bid.roles:
        yield _one(at(lambda b: b.roles, role), role.title.strip())
    for risk in bid.risks:
        yield _one(at(lambda b: b.risks, risk), risk.control.strip())


def _evidence(bid: Bid) -> Iterator[Expected]:
    yield _one(here(lambda b: b.needs), any(one.text.strip() for one in bid.needs))
    yield _one(here(lambda b: b.outcomes), any(one.text.strip() for one in bid.outcomes))
    measured = {one.parent for one in bid.indicators if one.text.strip() or one.tool.strip()}
    for outcome in bid.outcomes:
        yield _one(at(lambda b: b.outcomes, outcome), outcome.id in measured)
    for item in bid.evidence:
        yield _one(at(lambda b: b.evidence, item), item.title.strip())
    for one in bid.testimonials:
        if one.include:
            yield _one(at(lambda b: b.testimonials, one), one.quotation.strip())


def _value(bid: Bid) -> Iterator[Expected]:
    for item in bid.value_items:
        yield _one(at(lambda b: b.value_items, item), item.include)
    for one in bid.commitments:
        yield _one(at(lambda b: b.commitments, one), one.measure.strip() or one.outcome.strip())


def _costs(bid: Bid) -> Iterator[Expected]:
    yield _one(here(lambda b: b.cost_lines), bid.cost_lines)
    if bid.costing.price_wanted != "no":
        priced = bid.costing.price is not None or any(one.amount for one in bid.price_lines)
        yield _one(here(lambda b: b.costing.price), priced)
    if not _is_small(bid):
        yield _one(here(lambda b: b.costing.method), bid.costing.method)


def _review(bid: Bid) -> Iterator[Expected]:
    if any(one.text.strip() for one in bid.answers):
        outside = any(one.wrote_it == "no" for one in bid.panel_marks) or bool(bid.comments)
        yield _one(here(lambda b: b.panel_marks), outside)
    for one in bid.comments:
        if not one.reply_to:
            yield _one(at(lambda b: b.comments, one), one.status in ("done", "declined"))


def _hand_in(bid: Bid) -> Iterator[Expected]:
    for one in bid.instructions:
        if one.text.strip():
            yield _one(at(lambda b: b.instructions, one), one.done == "yes")
    if not _is_small(bid):
        agreed = any(one.name and one.on for one in bid.sign_offs)
        yield _one(here(lambda b: b.sign_offs), agreed)
    sent = any(one.sent_at is not None for one in bid.rounds)
    yield _one(here(lambda b: b.rounds), sent)


def _after(bid: Bid) -> Iterator[Expected]:
    sent = any(one.sent_at is not None for one in bid.rounds)
    if sent or bid.after.outcome:
        yield _one(here(lambda b: b.after.outcome), bid.after.outcome)
        asked = bid.after.feedback_asked_on is not None or bid.after.feedback.strip()
        yield _one(here(lambda b: b.after.feedback_asked_on), asked)


EXPECTED: dict[Stage, Callable[[Bid], Iterable[Expected]]] = {
    Stage.NEXT: _nothing,
    Stage.OPPORTUNITY: _opportunity,
    Stage.DOCUMENTS: _documents,
    Stage.DECISION: _decision,
    Stage.ORGANISATION: _organisation,
    Stage.PARTNERS: _partners,
    Stage.QUALIFICATION: _qualification,
    Stage.CRITERIA: _criteria,
    Stage.OFFER: _offer,
    Stage.EVIDENCE: _evidence,
    Stage.VALUE: _value,
    Stage.COSTS: _costs,
    Stage.ANSWERS: _answers,
    Stage.REVIEW: _review,
    Stage.HAND_IN: _hand_in,
    Stage.AFTER: _after,
}
