"""The forms of costs and price: years, one simple overhead, price, VAT, what lies behind."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Count,
    Day,
    Form,
    Line,
    Money,
    Number,
    Paragraph,
    Percent,
    Tick,
    YesNo,
)
from bidkit.words import later


def contract(bid: Bid) -> bool:
    """Tell whether this is more than a small grant."""
    return bid.about.route != "small_grant" or bid.about.all_stages


def by_rate(bid: Bid) -> bool:
    """Tell whether overheads are one rate."""
    return bid.costing.method == "one rate"


PRICE: Form[Bid] = Form(
    later("What we ask for"),
    (
        Money(ref(Bid, lambda b: b.costing.price), later("Price"), required=True),
        Choice(
            ref(Bid, lambda b: b.costing.price_basis),
            later("It is for"),
            (
                ("total", later("All of it")),
                ("a year", later("A year")),
                ("a unit", later("A unit")),
            ),
            shown_when=contract,
        ),
        Number(
            ref(Bid, lambda b: b.costing.units),
            later("Units in all"),
            shown_when=contract,
        ),
        Line(
            ref(Bid, lambda b: b.costing.unit_name),
            later("A unit is"),
            placeholder=later("a person helped"),
            width="half",
            shown_when=contract,
        ),
        Paragraph(
            ref(Bid, lambda b: b.costing.price_note),
            later("Note to the price"),
            help=later("Printed beside it"),
        ),
        YesNo(
            ref(Bid, lambda b: b.costing.price_wanted),
            later("Does the buyer want the price in this document?"),
            shown_when=contract,
        ),
    ),
)
OVERHEAD: Form[Bid] = Form(
    later("Our share of the running costs"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.method),
            later("How we work it out"),
            (
                ("one rate", later("One rate on the direct costs")),
                ("one driver", later("One measure for all, such as staff")),
                ("drivers", later("A measure for each cost (Go deeper)")),
            ),
            none=later("Not yet"),
        ),
        Percent(
            ref(Bid, lambda b: b.costing.overhead_rate),
            later("Rate"),
            help=later("Some funders accept 10%; show how you reached yours"),
            shown_when=by_rate,
        ),
    ),
    purpose=later("Rent, management, IT: nobody else pays for them. Leave them out, and you do."),
)
YEARS: Form[Bid] = Form(
    later("Years"),
    (
        Count(ref(Bid, lambda b: b.costing.years), later("Years")),
        Day(ref(Bid, lambda b: b.costing.first_year_starts_on), later("The first begins on")),
        Percent(ref(Bid, lambda b: b.costing.inflation), later("Inflation a year")),
        Percent(
            ref(Bid, lambda b: b.costing.efficiency),
            later("Saving a year"),
            help=later("Public buyers often expect 3%"),
        ),
    ),
)
MARGIN: Form[Bid] = Form(
    later("Margin"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.margin_kind),
            later("We add"),
            (
                ("margin", later("A margin: a share of the price")),
                ("mark-up", later("A mark-up: a share of the cost")),
            ),
            none=later("Nothing"),
        ),
        Percent(ref(Bid, lambda b: b.costing.margin), later("How much")),
    ),
    purpose=later("It is about margins, not turnover."),
)
VAT: Form[Bid] = Form(
    later("VAT"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.vat_treatment),
            later("This is"),
            (
                ("grant", later("A grant, outside VAT")),
                ("taxable", later("A taxable supply")),
                ("exempt", later("An exempt supply")),
                ("unsure", later("Not sure: ask")),
            ),
            help=later("What it is called does not decide it"),
        ),
        Money(
            ref(Bid, lambda b: b.costing.irrecoverable_vat),
            later("VAT we cannot get back"),
        ),
        Paragraph(ref(Bid, lambda b: b.costing.vat_note), later("Note on VAT")),
    ),
)
OFFERED: Form[Bid] = Form(
    later("An offer on the table"),
    (
        Money(ref(Bid, lambda b: b.costing.offer), later("They offer")),
        Paragraph(
            ref(Bid, lambda b: b.costing.core_cost_gap),
            later("Who pays for the gap"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.costing.low_price_explanation),
            later("If the price may look too low"),
            help=later("A buyer must hear your explanation before it sets a low price aside"),
        ),
    ),
    deeper=True,
)
BEHIND: Form[Bid] = Form(
    later("Behind the figures"),
    (
        Tick(
            ref(Bid, lambda b: b.costing.two_pass),
            later("Share the centre’s own use of rooms and IT first"),
        ),
        Money(
            ref(Bid, lambda b: b.costing.accounts_total),
            later("Total of the accounts"),
            help=later("All projects at full cost should come to it"),
        ),
        Money(ref(Bid, lambda b: b.costing.monitoring_cost), later("What reporting costs")),
        Paragraph(ref(Bid, lambda b: b.costing.payment_terms), later("When we are paid")),
        Money(ref(Bid, lambda b: b.costing.opening_cash), later("Cash at the start")),
        Line(ref(Bid, lambda b: b.costing.agreed_by), later("Price agreed by")),
    ),
    deeper=True,
)
