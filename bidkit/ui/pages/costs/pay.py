"""The fields behind what staff cost: a post, how we pay, and the dated figures we count with."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine, PayFigures
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Column,
    Count,
    Form,
    Line,
    Listing,
    Money,
    Number,
    Percent,
    YesNo,
)
from bidkit.words import later

STAFF_FORM: Form[CostLine] = Form(
    later("What a member of staff costs"),
    (
        Money(
            ref(CostLine, lambda c: c.salary),
            later("Full-time pay a year"),
            help=later("Before tax, as in the contract."),
        ),
        Number(
            ref(CostLine, lambda c: c.fte),
            later("Share of full time"),
            help=later("0.5 is half the week. Empty is all of it."),
            shown_when=lambda c: c.hours is None or c.fte is not None,
        ),
        Number(
            ref(CostLine, lambda c: c.hours),
            later("Or hours a week"),
            help=later("Of your full week, which stands under “How we pay”."),
            shown_when=lambda c: c.fte is None or c.hours is not None,
        ),
        Percent(
            ref(CostLine, lambda c: c.time_share),
            later("Of their time, for this work"),
            help=later("A manager may give 20%. Empty is all of it."),
        ),
        Number(
            ref(CostLine, lambda c: c.months),
            later("Months in its first year"),
            help=later("If the post begins late or ends early. Empty is twelve."),
        ),
        Percent(
            ref(CostLine, lambda c: c.pension_rate),
            later("Our pension contribution"),
            help=later("Empty takes the least the law asks for."),
        ),
    ),
)
PAY: Form[Bid] = Form(
    later("How we pay"),
    (
        Percent(
            ref(Bid, lambda b: b.costing.pay_rise),
            later("Pay rise each year"),
            help=later("Empty follows the rise of prices under Years."),
        ),
        Number(
            ref(Bid, lambda b: b.costing.full_time_hours),
            later("Hours of a full week"),
            help=later("Often 35 or 37."),
        ),
        Money(
            ref(Bid, lambda b: b.costing.allowance_free),
            later("Employment Allowance still free, a year"),
            help=later("Only what your other staff do not use up. Empty counts none."),
        ),
    ),
    deeper=True,
)
FIGURES: Listing[PayFigures] = Listing(
    ref(Bid, lambda b: b.pay_figures),
    later("Figures we count with"),
    (
        Column(later("From year"), ref(PayFigures, lambda p: p.from_year)),
        Column(later("Insurance"), ref(PayFigures, lambda p: p.insurance_rate)),
        Column(later("above"), ref(PayFigures, lambda p: p.insurance_from)),
        Column(later("Pension"), ref(PayFigures, lambda p: p.pension_rate)),
        Column(later("Where from"), ref(PayFigures, lambda p: p.source), stretch=True),
        Column(later("Checked"), ref(PayFigures, lambda p: p.checked)),
    ),
    (
        Form(
            later("These figures"),
            (
                Count(ref(PayFigures, lambda p: p.from_year), later("From year of the contract")),
                Percent(
                    ref(PayFigures, lambda p: p.insurance_rate),
                    later("Employer’s National Insurance"),
                ),
                Money(
                    ref(PayFigures, lambda p: p.insurance_from),
                    later("on yearly pay above"),
                ),
                Percent(
                    ref(PayFigures, lambda p: p.pension_rate), later("Least pension contribution")
                ),
                Money(ref(PayFigures, lambda p: p.pension_from), later("on yearly pay from")),
                Money(ref(PayFigures, lambda p: p.pension_to), later("to")),
                Money(
                    ref(PayFigures, lambda p: p.least_hourly),
                    later("Lowest lawful pay an hour, adults"),
                ),
            ),
        ),
        Form(
            later("Where they come from"),
            (
                Line(ref(PayFigures, lambda p: p.source), later("Source")),
                YesNo(
                    ref(PayFigures, lambda p: p.checked),
                    later("Compared with gov.uk?"),
                    help=later("They change each April. Correct what is different."),
                ),
            ),
        ),
    ),
    new=lambda: PayFigures(id=new_id()),
    add=later("Add a year’s figures"),
    purpose=later("Taken from the program’s dated figures; yours to check and correct."),
    empty=later("None yet. They come when the first post is worked out."),
    called=lambda p: p.source,
    deeper=True,
)
