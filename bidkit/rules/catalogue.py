"""Every rule of the program, in the order of the walk."""

from __future__ import annotations

from bidkit.rules.engine import AnyRule, Checker
from bidkit.rules.subjects import (
    after,
    answering,
    answers,
    asking,
    consent,
    deadlines,
    decision,
    delivery,
    documents,
    evidence,
    hand_in,
    holdings,
    insertions,
    limits,
    links,
    offer,
    opportunity,
    organisation,
    presenting,
    qualification,
    regime,
    review,
    value,
    wording,
)
from bidkit.rules.subjects.handing_in import signing
from bidkit.rules.subjects.money import costs, joint, lines, price, staff
from bidkit.rules.subjects.scoring import criteria, lots, marks
from bidkit.rules.subjects.together import agreements, fit, joint_bids, partners

RULES: tuple[AnyRule, ...] = (
    *opportunity.RULES,
    *regime.RULES,
    *lots.RULES,
    *deadlines.RULES,
    *documents.RULES,
    *asking.RULES,
    *decision.RULES,
    *organisation.RULES,
    *holdings.RULES,
    *partners.RULES,
    *fit.RULES,
    *agreements.RULES,
    *joint_bids.RULES,
    *qualification.RULES,
    *criteria.RULES,
    *marks.RULES,
    *offer.RULES,
    *delivery.RULES,
    *evidence.RULES,
    *links.RULES,
    *consent.RULES,
    *value.RULES,
    *price.RULES,
    *costs.RULES,
    *staff.RULES,
    *joint.RULES,
    *lines.RULES,
    *answers.RULES,
    *limits.RULES,
    *wording.RULES,
    *answering.RULES,
    *insertions.RULES,
    *review.RULES,
    *hand_in.RULES,
    *signing.RULES,
    *presenting.RULES,
    *after.RULES,
)


def new_checker() -> Checker:
    """Return a checker of all rules that has seen nothing yet."""
    return Checker(RULES)
