"""For whom a question must be answered: ourselves, and those whose exclusion becomes ours."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.domain.consortium import Partner, Partnership
from bidkit.domain.questionnaire import Question
from bidkit.words import Words, later

RELIED_ON = ("lead", "member", "associate", "guarantor")
NAMES: dict[str, Words] = {
    "": later("Ourselves"),
    "connected": later("Connected persons"),
    "associated": later("Those we rely on"),
    "subcontractors": later("Subcontractors"),
}
MEANINGS: dict[str, Words] = {
    "": later("Your organisation itself"),
    "connected": later("Trustees, directors, and whoever controls you or is controlled by you"),
    "associated": later("Partners whose figures, people or experience you rely on"),
    "subcontractors": later("Everybody you mean to give a part of the work to"),
}


def subjects_of(
    question: Question, partners: Sequence[Partner], partnership: Partnership
) -> tuple[str, ...]:
    """Return for whom a question needs a reply of its own; those this bid has none of are left out.

    Every organisation has connected persons. Source: Procurement Act 2023, sections 26 and 28.
    """
    relied = any(one.role in RELIED_ON or one.relied_on_for.strip() for one in partners)
    relied = relied or partnership.bidding_model == "consortium"
    handed = any(one.role == "subcontractor" for one in partners)
    handed = handed or partnership.bidding_model == "with subcontractors"
    there = {"associated": relied, "subcontractors": handed}
    match question.scope:
        case "all":
            wanted: tuple[str, ...] = ("", "connected", "associated", "subcontractors")
        case "member":
            wanted = ("", "associated")
        case "subcontractor":
            return ("subcontractors",)
        case _:
            return ("",)
    return tuple(one for one in wanted if there.get(one, True))
