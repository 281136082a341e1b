"""Every rule of the program, in the order of the walk."""

from __future__ import annotations

from bidkit.rules.engine import AnyRule, Checker
from bidkit.rules.subjects import (
    agreements,
    answering,
    answers,
    deadlines,
    decision,
    documents,
    holdings,
    limits,
    opportunity,
    organisation,
    partners,
    qualification,
    wording,
)

RULES: tuple[AnyRule, ...] = (
    *opportunity.RULES,
    *deadlines.RULES,
    *documents.RULES,
    *decision.RULES,
    *organisation.RULES,
    *holdings.RULES,
    *partners.RULES,
    *agreements.RULES,
    *qualification.RULES,
    *answers.RULES,
    *limits.RULES,
    *wording.RULES,
    *answering.RULES,
)


def new_checker() -> Checker:
    """Return a checker of all rules that has seen nothing yet."""
    return Checker(RULES)
