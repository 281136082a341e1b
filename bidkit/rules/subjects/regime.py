"""What is odd about the rules that were chosen: they do not fit the day, the money, the rounds."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import day_words
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import (
    ACT_FROM,
    ACT_REGIMES,
    ASK_READS,
    SELECTION_REGIME_FROM,
    ask,
    is_call_off,
    is_grant,
)
from bidkit.words import tr


def rules_do_not_fit(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Rules that the procurement's own day or money speaks against; the papers decide."""
    offered = bid.opportunity
    begun, regime = offered.commenced_on, offered.regime
    why = ""
    if begun is not None:
        day = day_words(begun, weekday=False)
        if regime in ACT_REGIMES and begun < ACT_FROM:
            why = tr("It began on {day}; the Act of 2023 holds from 24 February 2025.", day=day)
        elif regime == "pcr2015" and begun >= ACT_FROM and not is_call_off(offered):
            why = tr("It began on {day}: only call-offs still follow the rules of 2015.", day=day)
        elif regime == "nhs_psr" and begun < SELECTION_REGIME_FROM:
            why = tr("It began on {day}; these rules hold from 1 January 2024.", day=day)
    if regime == "grant" and offered.funding == "contract":
        why = tr("The money is called a contract, the rules are those of a grant.")
    elif regime not in ("", "grant") and offered.funding == "grant":
        why = tr("The money is called a grant, the rules are those of a contract.")
    if why:
        yield Remark(
            here(lambda b: b.opportunity.regime),
            Level.HINT,
            tr("Are these the rules the papers name?"),
            why,
            tr("Look in the papers: what they name counts. Then change the rules or the day."),
        )


def selection_below_threshold(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A selection stage where the law knows none before tenders."""
    if bid.opportunity.regime != "pa23_below" or is_grant(bid):
        return
    for one in bid.rounds:
        if one.kind == "selection" and one.sent_at is None:
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.kind),
                Level.HINT,
                tr("A separate selection stage is unusual below the threshold."),
                tr("Suitability may be asked inside the tender; works are an exception."),
                tr("{ask} courteously why there is one, and answer it all the same.", ask=ask(bid)),
            )


HERE = Stage.OPPORTUNITY
RULES = (
    rule(
        rules_do_not_fit,
        HERE,
        "opportunity",
        "Procurement Act 2023 (Commencement No. 3 and Transitional and Saving Provisions) "
        "Regulations 2024",
        small_grant=False,
    ),
    rule(
        selection_below_threshold,
        HERE,
        ASK_READS,
        "Procurement Act 2023, section 85",
        small_grant=False,
    ),
)
