"""What is wrong with what staff cost: pay below the law, figures nobody checked, hours amiss."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words
from bidkit.domain.stages import Stage
from bidkit.errors import InputError
from bidkit.figures.readings.staff import hourly_pay, post_line_years, worked_out
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at
from bidkit.words import tr


def post_amiss(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A post whose hours, months or shares do not make sense, so that it counts as nothing."""
    for one in bid.cost_lines:
        if not worked_out(bid, one):
            continue
        try:
            post_line_years(bid, one, 1)
        except InputError as error:
            yield Remark(
                at(lambda b: b.cost_lines, one, lambda c: c.fte),
                Level.SHOULD,
                error.what,
                tr("Until then the post counts as nothing."),
                error.advice,
            )


def pay_below_law(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A post paid less an hour than the law allows to adults."""
    known = sorted(bid.pay_figures, key=lambda one: one.from_year or 1)
    least = next((one.least_hourly for one in known if one.least_hourly is not None), None)
    for one in bid.cost_lines:
        hourly = hourly_pay(one, bid.costing.full_time_hours) if one.kind == "staff" else None
        if least is not None and hourly is not None and hourly < least:
            yield Remark(
                at(lambda b: b.cost_lines, one, lambda c: c.salary),
                Level.SHOULD,
                tr("The pay of “{title}” may be below the law.", title=one.title),
                tr(
                    "It comes to {hourly} an hour; adults must get {least}.",
                    hourly=money_words(hourly),
                    least=money_words(least),
                ),
                tr("Raise it, or correct the pay, the full week or the figure."),
            )


def figures_unchecked(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Figures for insurance and pension that nobody compared with gov.uk."""
    if not any(worked_out(bid, one) for one in bid.cost_lines):
        return
    for one in bid.pay_figures:
        if one.checked != "yes":
            yield Remark(
                at(lambda b: b.pay_figures, one, lambda p: p.checked),
                Level.HINT,
                tr("Are the figures for National Insurance and pension right?"),
                tr("They change each April, and a wrong one stands in every year of the price."),
                tr("Compare them with gov.uk, and say that you did."),
            )


HERE = Stage.COSTS
RATES = "HM Revenue and Customs; The Pensions Regulator"
READS = "cost_lines pay_figures costing"
RULES = (
    rule(post_amiss, HERE, READS, RATES),
    rule(pay_below_law, HERE, READS, "National Minimum Wage Act 1998"),
    rule(figures_unchecked, HERE, READS, RATES),
)
