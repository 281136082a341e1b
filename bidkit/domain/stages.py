"""The stages of the walk, in their five groups, and which of them each route shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bidkit.words import Words, later


class Stage(StrEnum):
    """One page of the walk; the value is its name in addresses and tests."""

    NEXT = "next"
    OPPORTUNITY = "opportunity"
    DOCUMENTS = "documents"
    DECISION = "decision"
    ORGANISATION = "organisation"
    PARTNERS = "partners"
    QUALIFICATION = "qualification"
    CRITERIA = "criteria"
    OFFER = "offer"
    EVIDENCE = "evidence"
    VALUE = "value"
    COSTS = "costs"
    ANSWERS = "answers"
    REVIEW = "review"
    HAND_IN = "hand_in"
    AFTER = "after"


@dataclass(frozen=True)
class StageGroup:
    """A heading of the rail and the stages under it."""

    title: Words
    stages: tuple[Stage, ...]


GROUPS = (
    StageGroup(later("Understand"), (Stage.OPPORTUNITY, Stage.DOCUMENTS, Stage.DECISION)),
    StageGroup(later("Qualify"), (Stage.ORGANISATION, Stage.PARTNERS, Stage.QUALIFICATION)),
    StageGroup(
        later("Make the case"),
        (Stage.CRITERIA, Stage.OFFER, Stage.EVIDENCE, Stage.VALUE, Stage.COSTS),
    ),
    StageGroup(later("Write"), (Stage.ANSWERS,)),
    StageGroup(later("Finish"), (Stage.REVIEW, Stage.HAND_IN, Stage.AFTER)),
)
TITLES = {
    Stage.NEXT: later("What next?"),
    Stage.OPPORTUNITY: later("Opportunity"),
    Stage.DOCUMENTS: later("Tender documents"),
    Stage.DECISION: later("Should we bid?"),
    Stage.ORGANISATION: later("Our organisation"),
    Stage.PARTNERS: later("Partners"),
    Stage.QUALIFICATION: later("Pre-qualification"),
    Stage.CRITERIA: later("Scoring criteria"),
    Stage.OFFER: later("Our offer"),
    Stage.EVIDENCE: later("Evidence of outcomes"),
    Stage.VALUE: later("Full value"),
    Stage.COSTS: later("Costs and price"),
    Stage.ANSWERS: later("Answers"),
    Stage.REVIEW: later("Review and mark"),
    Stage.HAND_IN: later("Check and hand in"),
    Stage.AFTER: later("After the decision"),
}
SMALL_GRANT_TITLES = {
    Stage.OPPORTUNITY: later("The fund"),
    Stage.ORGANISATION: later("Our organisation"),
    Stage.EVIDENCE: later("The need and the change"),
    Stage.COSTS: later("What it costs"),
    Stage.ANSWERS: later("Answers"),
    Stage.HAND_IN: later("Check and send"),
}
LARGER_GRANT_HIDDEN = frozenset({Stage.CRITERIA, Stage.PARTNERS})


def stages_of(route: str, *, all_stages: bool) -> tuple[Stage, ...]:
    """Return the stages a route walks, in order, without the Next page."""
    everything = tuple(stage for group in GROUPS for stage in group.stages)
    if all_stages:
        return everything
    if route == "small_grant":
        return tuple(SMALL_GRANT_TITLES)
    if route == "larger_grant":
        return tuple(stage for stage in everything if stage not in LARGER_GRANT_HIDDEN)
    if route == "contract":
        return tuple(stage for stage in everything if stage is not Stage.PARTNERS)
    return everything


def title_of(stage: Stage, route: str, *, all_stages: bool) -> str:
    """Return the name of a stage as this route calls it."""
    if route == "small_grant" and not all_stages and stage in SMALL_GRANT_TITLES:
        return str(SMALL_GRANT_TITLES[stage])
    return str(TITLES[stage])
