"""The charts and tables an answer inserts by name, and what in the bid they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.stages import Stage
from bidkit.words import Words, later

Kind = Literal["chart", "table"]
RESULT = "result:"


@dataclass(frozen=True)
class Linked:
    """One chart or table: its name in an answer, what it is called, where it is filled in.

    shows: tells whether the bid holds anything of it yet.
    """

    kind: Kind
    name: str
    title: Words | str
    stage: Stage
    shows: Callable[[Bid], bool]


LINKED: tuple[Linked, ...] = (
    Linked(
        "chart",
        "timetable",
        later("Delivery timetable"),
        Stage.OFFER,
        lambda bid: bool(bid.steps or bid.milestones),
    ),
    Linked(
        "chart",
        "mobilisation",
        later("Plan for getting ready"),
        Stage.OFFER,
        lambda bid: any(one.phase == "mobilisation" for one in bid.steps),
    ),
    Linked("chart", "team", later("Staffing chart"), Stage.OFFER, lambda bid: bool(bid.roles)),
    Linked(
        "chart",
        "partnership",
        later("Who leads and who delivers"),
        Stage.PARTNERS,
        lambda bid: bool(bid.partners),
    ),
    Linked(
        "chart",
        "chain",
        later("From need to outcome"),
        Stage.EVIDENCE,
        lambda bid: bool(bid.activities or bid.outcomes),
    ),
    Linked(
        "chart",
        "results",
        later("Outcomes and results"),
        Stage.EVIDENCE,
        lambda bid: any(
            value is not None
            for one in bid.indicators
            for value in (one.baseline, one.target, one.result)
        ),
    ),
    Linked(
        "chart",
        "risks",
        later("Risks by how likely and how bad"),
        Stage.OFFER,
        lambda bid: any(one.show_buyer for one in bid.risks),
    ),
    Linked("table", "steps", later("Steps"), Stage.OFFER, lambda bid: bool(bid.steps)),
    Linked(
        "table", "milestones", later("Milestones"), Stage.OFFER, lambda bid: bool(bid.milestones)
    ),
    Linked(
        "table", "roles", later("Roles, hours and checks"), Stage.OFFER, lambda bid: bool(bid.roles)
    ),
    Linked(
        "table",
        "measures",
        later("Performance measures"),
        Stage.OFFER,
        lambda bid: bool(bid.measures),
    ),
    Linked(
        "table",
        "risks",
        later("Risk register"),
        Stage.OFFER,
        lambda bid: any(one.show_buyer for one in bid.risks),
    ),
    Linked(
        "table",
        "partners",
        later("Partners and their shares"),
        Stage.PARTNERS,
        lambda bid: bool(bid.partners),
    ),
    Linked("table", "outcomes", later("Outcomes"), Stage.EVIDENCE, lambda bid: bool(bid.outcomes)),
    Linked(
        "table",
        "promises",
        later("What we promise"),
        Stage.VALUE,
        lambda bid: any(
            one.status != "idea" and (one.outcome or one.mission or not one.from_answer)
            for one in bid.commitments
        ),
    ),
    Linked(
        "table",
        "return",
        later("Social return"),
        Stage.VALUE,
        lambda bid: any(
            one.quantity is not None and (one.proxy is not None or one.unit_value)
            for one in bid.return_lines
        ),
    ),
    Linked(
        "table",
        "values",
        later("Values and their sources"),
        Stage.VALUE,
        lambda bid: any(one.value is not None for one in bid.social_measures),
    ),
    Linked(
        "table",
        "case",
        later("Business case"),
        Stage.VALUE,
        lambda bid: bid.business_case != EMPTY.business_case,
    ),
    Linked(
        "table", "prices", later("Price schedule"), Stage.COSTS, lambda bid: bool(bid.price_lines)
    ),
)
READS = (
    "steps",
    "milestones",
    "roles",
    "partners",
    "activities",
    "outcomes",
    "indicators",
    "results",
    "measures",
    "risks",
    "price_lines",
    "commitments",
    "return_lines",
    "social_measures",
    "business_case",
)


def every_linked(bid: Bid) -> Iterator[Linked]:
    """Return everything an answer can insert, the results of each measured outcome among it."""
    for one in LINKED:
        yield one
        if one.name == "results":
            yield from _of_outcomes(bid)


def linked(bid: Bid, kind: Kind, name: str) -> Linked | None:
    """Return what a name in an answer stands for; None where nothing has that name."""
    return next((one for one in every_linked(bid) if (one.kind, one.name) == (kind, name)), None)


def _of_outcomes(bid: Bid) -> Iterator[Linked]:
    parents = {one.id: one.parent for one in bid.indicators}
    counted: dict[str, int] = {}
    for result in bid.results:
        if result.on is not None and result.value is not None:
            counted[result.parent] = counted.get(result.parent, 0) + 1
    measured = {parents[each] for each, n in counted.items() if n > 1 and each in parents}
    for one in bid.outcomes:
        if one.id in measured:
            yield Linked("chart", f"{RESULT}{one.id}", one.text, Stage.EVIDENCE, lambda _bid: True)
