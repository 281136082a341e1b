"""Questions a panel is likely to ask: our weakest marks, the buyer's worries, largest risks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bidkit.domain.base import keys_after, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.rounds import PanelQuestion
from bidkit.figures.readings.marks import children_of
from bidkit.session.document import Document, sorted_entries
from bidkit.words import tr

MOST_CRITERIA = 5
MOST_RISKS = 2
MOST_WORRIES = 3
PANEL = ref(Bid, lambda b: b.panel_questions)


def weakest(bid: Bid) -> tuple[str, ...]:
    """Return the criteria that are not full marks, those that lose most of the whole first.

    Criteria the panel itself marks come before the others.

    Formula: weight × (top mark − own mark) ÷ top mark. Criteria without a mark are left out.
    """
    parents = set(children_of(bid))
    scales = {one.id: one.most for one in bid.scales}
    lost: list[tuple[Decimal, int, str]] = []
    for at, one in enumerate(bid.criteria):
        most = scales.get(one.scale)
        if one.id in parents or one.own_mark is None or not most or one.kind == "price":
            continue
        gap = (one.weight or Decimal(0)) * (most - one.own_mark) / most
        if one.own_mark < most:
            lost.append((-gap, at, one.id))
    first = frozenset(bid.presentation.criteria)
    lost.sort(key=lambda one: (one[2] not in first, *one))
    return tuple(identity for _, _, identity in lost)


def likely_questions(bid: Bid) -> tuple[PanelQuestion, ...]:
    """Return questions not in the bid yet: weakest criteria, the buyer's worries, then risks."""
    made = [*_of_criteria(bid), *_of_worries(bid), *_of_risks(bid)]
    known = {one.question for one in bid.panel_questions}
    asked = {one.from_criterion for one in bid.panel_questions} - {""}
    return tuple(
        one for one in made if one.question not in known and one.from_criterion not in asked
    )


def add_likely(document: Document) -> int:
    """Put the likely questions after those in the bid as one step; return how many were new."""
    made = likely_questions(document.bid)
    last = max((one.order for one in document.bid.panel_questions), default="")
    placed = tuple(
        one.model_copy(update={"order": key})
        for one, key in zip(made, keys_after(last, len(made)), strict=True)
    )
    if made:
        document.edit(
            tr("Add likely questions"),
            lambda bid: PANEL.set(bid, sorted_entries((*bid.panel_questions, *placed))),
            place=PANEL,
        )
    return len(made)


def _of_criteria(bid: Bid) -> Iterator[PanelQuestion]:
    known = {one.id: one for one in bid.criteria}
    for identity in weakest(bid)[:MOST_CRITERIA]:
        one = known[identity]
        yield PanelQuestion(
            id=new_id(),
            question=tr("{title}: how can we be sure of it?", title=one.title),
            our_reply=one.how_exceed,
            from_criterion=one.id,
        )


def _of_worries(bid: Bid) -> Iterator[PanelQuestion]:
    worries = [one for one in bid.buyer_points if one.kind == "concern" and one.text.strip()]
    for one in worries[:MOST_WORRIES]:
        yield PanelQuestion(
            id=new_id(),
            question=tr(
                "What do you say to this worry: {worry}?", worry=one.text.strip().rstrip("?.")
            ),
            our_reply=one.our_reply,
        )


def _of_risks(bid: Bid) -> Iterator[PanelQuestion]:
    ranked = sorted(bid.risks, key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    for one in ranked[:MOST_RISKS]:
        if one.title and one.likelihood and one.impact:
            yield PanelQuestion(
                id=new_id(),
                question=tr("What will you do if this happens: {risk}?", risk=one.title),
                our_reply=one.control,
            )
