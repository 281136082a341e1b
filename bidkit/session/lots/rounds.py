"""The rounds of a tender: what goes in at each handing in, and what must be right for it."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.questionnaire import Section
from bidkit.domain.refs import Ref
from bidkit.domain.rounds import Round
from bidkit.domain.stages import Stage
from bidkit.session.incoming.telling import ROUNDS as KINDS

WRITTEN = ("interest", "selection", "tender", "final", "grant", "")
EARLY = ("interest", "selection")
TENDER_PARTS = frozenset({"summary", "answers", "value", "price"})
OF_THE_TENDER = frozenset(
    {Stage.ANSWERS, Stage.CRITERIA, Stage.OFFER, Stage.VALUE, Stage.COSTS, Stage.EVIDENCE}
)


def written_rounds(bid: Bid) -> tuple[Round, ...]:
    """Return the rounds at which papers are handed in, the earliest first."""
    found = [one for one in bid.rounds if one.kind in WRITTEN]
    return tuple(sorted(found, key=lambda one: (one.deadline is None, str(one.deadline))))


def has_rounds(bid: Bid) -> bool:
    """Tell whether papers go in more than once, a selection first, so that one must be chosen."""
    rounds = written_rounds(bid)
    return len(rounds) > 1 and any(one.kind in EARLY for one in rounds)


def round_to_send(bid: Bid) -> Round | None:
    """Return the round that is to be handed in next; the last one where all were sent."""
    rounds = written_rounds(bid)
    waiting = [one for one in rounds if one.sent_at is None]
    return next(iter((*waiting, *rounds[-1:])), None)


def name_of_round(one: Round) -> str:
    """Return what a round is called."""
    kind = str(KINDS[one.kind]) if one.kind in KINDS else ""
    return one.title or kind or "?"


def for_round(bid: Bid, identity: str) -> Bid:
    """Return the bid as it is handed in at one round: its questions, its deadline, its way in.

    A section named for a round goes in at that round. Of the others those of pre-qualification
    go in with the selection questionnaire, where there is one, and all else with the tender.
    """
    chosen = next((one for one in bid.rounds if one.id == identity), None)
    if chosen is None or not has_rounds(bid):
        return bid
    within = {one.id: _goes_in(one, chosen) for one in bid.sections}
    questions = tuple(
        one for one in bid.questions if within.get(one.parent, chosen.kind not in EARLY)
    )
    offered = bid.opportunity
    if chosen.way_in:
        offered = offered.model_copy(update={"way_in": chosen.way_in})
    sections = tuple(one for one in bid.sections if within[one.id])
    update = {"questions": questions, "sections": sections, "rounds": (chosen,)}
    return bid.model_copy(update={**update, "opportunity": offered})


def parts_for_round(parts: frozenset[str], bid: Bid, identity: str) -> frozenset[str]:
    """Return the parts of a document that go in at one round: no price with a selection."""
    chosen = next((one for one in bid.rounds if one.id == identity), None)
    if chosen is None or not has_rounds(bid):
        return parts
    return parts - TENDER_PARTS if chosen.kind in EARLY else parts


def findings_for_round(findings: Iterable[Finding], bid: Bid, identity: str) -> tuple[Finding, ...]:
    """Return the findings that matter for one round; a selection does not wait for the tender."""
    chosen = next((one for one in bid.rounds if one.id == identity), None)
    if chosen is None or not has_rounds(bid):
        return tuple(findings)
    left = {one.id for one in for_round(bid, identity).questions}
    asked = {one.id for one in bid.questions}
    early = chosen.kind in EARLY
    return tuple(
        one
        for one in findings
        if not (early and one.stage in OF_THE_TENDER and _question_of(bid, one.place) is None)
        and ((of := _question_of(bid, one.place)) is None or of in left or of not in asked)
    )


def _goes_in(section: Section, chosen: Round) -> bool:
    if section.round:
        return section.round == chosen.id
    return (section.stage == "qualification") == (chosen.kind in EARLY)


def _question_of(bid: Bid, place: Ref[Bid, object]) -> str | None:
    """Return the question that a place belongs to, or None where it belongs to none."""
    parents = {
        one.id: one.parent
        for entries in (bid.parts, bid.answers, bid.responses, bid.response_rows)
        for one in entries
    }
    questions = {one.id for one in bid.questions}
    identity = place.identity
    for _ in range(4):
        if identity in questions:
            return identity
        if identity not in parents:
            return None
        identity = parents[identity]
    return None
