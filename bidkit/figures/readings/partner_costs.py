"""What partners cost us: their lines among our costs beside what is agreed with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.figures.readings.costs import Costs
from bidkit.figures.rounding import NOUGHT


@dataclass(frozen=True, slots=True)
class PartnerCost:
    """One partner over the whole contract, in pounds; what is not said is None.

    in_costs: its lines among our costs (None: it has none). paid, full_cost: as typed for it.
    """

    key: str
    name: str
    in_costs: Decimal | None
    paid: Decimal | None
    full_cost: Decimal | None

    @property
    def apart(self) -> Decimal:
        """How far our costs lie above what it is paid; 0 where one of them is not said."""
        if self.in_costs is None or self.paid is None:
            return NOUGHT
        return self.in_costs - self.paid


@dataclass(frozen=True, slots=True)
class PartnerCosts:
    """All partners, and what is ours alone; together they make the whole direct cost."""

    partners: tuple[PartnerCost, ...]
    ours: Decimal


def partner_costs(bid: Bid, costs: Costs) -> PartnerCosts:
    """Return what each partner's lines come to over all years, and what is ours alone.

    Formula: Σ the lines that name the partner; ours = direct cost − theirs. Units: pounds.
    """
    found = []
    for one in bid.partners:
        lines = [
            sum(amounts, NOUGHT)
            for line, amounts in zip(bid.cost_lines, costs.by_line, strict=True)
            if line.partner == one.id
        ]
        held = sum(lines, NOUGHT) if lines else None
        found.append(PartnerCost(one.id, one.name, held, one.price, one.full_cost))
    theirs = sum((one.in_costs or NOUGHT for one in found), NOUGHT)
    return PartnerCosts(tuple(found), costs.direct_total - theirs)


def uncosted(bid: Bid) -> tuple[Partner, ...]:
    """Return the partners who are paid something, and have no line among our costs."""
    costed = {line.partner for line in bid.cost_lines}
    return tuple(one for one in bid.partners if one.price and one.id not in costed)
