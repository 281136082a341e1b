"""Questions that do not apply to us: handed in as such, because a gap looks like an oversight."""

from __future__ import annotations

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Response
from bidkit.rules.asked import asked_questions
from bidkit.words import tr


def with_unasked_told(bid: Bid) -> Bid:
    """Return the bid as it leaves, with "Does not apply" for what another reply rules out.

    Parts of a questionnaire that are switched off stay out altogether.
    Source: portal guidance of published tenders.
    """
    off = {one.id for one in bid.sections if one.applies == "no"}
    out = {
        one.key
        for one in asked_questions(bid)
        if one.applies is False and one.question.show_if and one.question.parent not in off
    }
    if not out:
        return bid
    questions = tuple(
        one.model_copy(update={"kind": "text"}) if one.id in out else one for one in bid.questions
    )
    kept = [one for one in bid.responses if one.parent not in out]
    told = [
        Response(id=derived_id(one, "unasked"), parent=one, text=tr("Does not apply"))
        for one in sorted(out)
    ]
    return bid.model_copy(update={"questions": questions, "responses": (*kept, *told)})
