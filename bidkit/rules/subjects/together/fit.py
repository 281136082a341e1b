"""Whether partners fit: the marks we gave them, their standing as members, and who decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.figures.readings.partnership import fit_of
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import later, tr

PARTNERS = here(lambda b: b.partners)
NEED_A_PANEL = 2
WEAK = {
    "culture": later("culture"),
    "personalities": later("how people get on"),
    "capacity": later("capacity"),
}


def fit_weak(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner whose culture, people or capacity we ourselves marked with nought."""
    for one in _others(bid):
        noughts = fit_of(one).noughts
        weak = [name for name in WEAK if name in noughts]
        if not weak:
            continue
        yield Remark(
            _mark(one, weak[0]),
            Level.SHOULD,
            tr(
                "{name} may not fit: {areas}.",
                name=one.name or tr("A partner"),
                areas=", ".join(str(WEAK[name]) for name in weak),
            ),
            tr("Consortia break on culture and people, seldom on the contract."),
            tr("Talk about it before you sign; too little capacity can be met by somebody larger."),
        )


def fit_unknown(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner nobody has marked at all."""
    for one in _others(bid):
        if one.name.strip() and not fit_of(one).judged:
            yield Remark(
                _mark(one, "trust"),
                Level.HINT,
                tr("How well does {name} fit?", name=one.name),
                tr("Joining up is not right for everybody."),
                tr("Mark trust, culture, capacity and the rest from 0 to 2, each of you alone."),
            )


def tier_unproved(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A member said to meet the least quality, or to work towards it, with nothing to show."""
    for one in _others(bid):
        if one.tier and not one.tier_evidence.strip():
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.tier_evidence),
                Level.HINT,
                tr("What shows the level of {name}?", name=one.name or tr("this partner")),
                tr("Full members meet the least quality; associates work towards it."),
                tr("Name the mark, the inspection or the plan with its date."),
            )


def no_decision_panel(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Several partners share the work out, and nobody outside the bid decides between them."""
    if bid.partnership.bidding_model != "consortium" or len(_others(bid)) < NEED_A_PANEL:
        return
    if not bid.partnership.decision_panel.strip() and not bid.panel_members:
        yield Remark(
            here(lambda b: b.partnership.decision_panel),
            Level.HINT,
            tr("Who decides which partner does what?"),
            tr("Members who bid for the work cannot well decide on it."),
            tr("Name a panel of people who do not tender, or say how you plan it together."),
        )


def _others(bid: Bid) -> tuple[Partner, ...]:
    return tuple(one for one in bid.partners if one.role != "lead")


def _mark(one: Partner, name: str) -> Ref[Bid, Any]:
    return PARTNERS.item(one.id).then(Ref(Partner, (name,)))


HERE = Stage.PARTNERS
LESSONS = "Consortium delivery, From Policy to Practice, 2007"
RULES = (
    rule(fit_weak, HERE, "partners", LESSONS),
    rule(fit_unknown, HERE, "partners", LESSONS),
    rule(tier_unproved, HERE, "partners", LESSONS),
    rule(no_decision_panel, HERE, "partners partnership panel_members", LESSONS),
)
