"""Which stage shows which part of the bid, so that any address can be gone to."""

from __future__ import annotations

from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage

PARTS: dict[Stage, str] = {
    Stage.OPPORTUNITY: "about opportunity rounds lots conditions buyer_points",
    Stage.DOCUMENTS: "documents document_versions requirements amendments clarifications excerpts",
    Stage.DECISION: "decision contacts competitors gates red_flags buyer_quality",
    Stage.ORGANISATION: (
        "organisation identifiers people connected_bodies policies insurances quality_marks"
        " accounts funding_sources track_record case_studies referees self_assessment"
    ),
    Stage.PARTNERS: (
        "partnership partners partner_checks panel_members allocations agreement_points"
        " subcontract_tests"
    ),
    Stage.QUALIFICATION: "responses response_rows",
    Stage.CRITERIA: "scoring scales criteria",
    Stage.OFFER: "offer steps milestones roles transferring measures risks fits",
    Stage.EVIDENCE: (
        "case needs activities outputs outcomes indicators results evidence testimonials"
    ),
    Stage.VALUE: (
        "full_value social_return business_case value_items commitments social_measures"
        " return_lines social_clauses"
    ),
    Stage.COSTS: (
        "costing cost_lines projects drivers driver_shares overheads price_lines payments"
        " other_funding pay_figures"
    ),
    Stage.ANSWERS: "sections questions parts answers",
    Stage.REVIEW: "comments panel_marks moderated_marks tasks",
    Stage.HAND_IN: "appearance presentation instructions sign_offs panel_questions slides",
    Stage.AFTER: "after lessons marks_received",
}
STAGE_OF = {part: stage for stage, parts in PARTS.items() for part in parts.split()}
ASKED = ("sections", "questions", "parts", "answers")


def stage_of(bid: Bid, place: Ref[Bid, Any]) -> Stage | None:
    """Return the stage that shows an address, or None where no page does."""
    part = str(place.steps[0]) if place.steps else ""
    if part in ASKED and _asked_before_the_tender(bid, place.identity):
        return Stage.QUALIFICATION
    return STAGE_OF.get(part)


def _asked_before_the_tender(bid: Bid, identity: str) -> bool:
    parents = {entry.id: entry.parent for name in ASKED for entry in getattr(bid, name)}
    stages = {section.id: section.stage for section in bid.sections}
    seen = set[str]()
    while identity in parents and identity not in seen:
        seen.add(identity)
        if identity in stages:
            return stages[identity] == "qualification"
        identity = parents[identity]
    return False
