"""Every rule of the program, in the order of the walk."""

from __future__ import annotations

from bidkit.rules import answering, answers, limits, qualification, wording
from bidkit.rules.engine import AnyRule, Checker

RULES: tuple[AnyRule, ...] = (
    *qualification.RULES,
    *answers.RULES,
    *limits.RULES,
    *wording.RULES,
    *answering.RULES,
)


def new_checker() -> Checker:
    """Return a checker of all rules that has seen nothing yet."""
    return Checker(RULES)
