"""The cards of costs and price: overheads, price, tax, years, what is offered."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.export.compose.money import is_grant
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

OVERHEAD: Form[Bid] = Form(
    later("Running the organisation"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.method),
            later("How its share is worked out"),
            (
                ("one rate", later("One percentage on top of the costs above")),
                ("one driver", later("One measure for all")),
                ("drivers", later("Each overhead by its own measure")),
            ),
            help=later("Begin with a percentage. The measures stand under Go deeper."),
        ),
        Percent(
            ref(Bid, lambda b: b.costing.overhead_rate),
            later("Percentage"),
            help=later("Last year's overheads ÷ last year's direct costs. Some funders say 10%."),
            shown_when=lambda bid: bid.costing.method in ("", "one rate"),
        ),
        Money(
            ref(Bid, lambda b: b.costing.running_total),
            later("Running costs in the last accounts"),
            help=later("Rent, payroll, management and the like, for the whole organisation."),
            shown_when=lambda bid: bid.costing.method in ("", "one rate"),
        ),
        Tick(
            ref(Bid, lambda b: b.costing.two_pass),
            later("Share the centre's own rooms and computers out first"),
            shown_when=lambda bid: bid.costing.method == "drivers",
        ),
        Money(
            ref(Bid, lambda b: b.costing.accounts_total),
            later("All spending in the last accounts"),
            help=later("To show where the percentage comes from, or that nothing is left out."),
        ),
    ),
    purpose=later("Rent, payroll, insurance, management: part of the true cost of this work."),
)
RATE: Form[Bid] = Form(
    later("Running the organisation"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.method),
            later("Count a share of it?"),
            (
                ("one rate", later("Yes, a percentage on top")),
                ("one driver", later("By one measure")),
                ("drivers", later("By several measures")),
            ),
        ),
        Percent(ref(Bid, lambda b: b.costing.overhead_rate), later("Percentage")),
    ),
    purpose=later("A small share for rent, insurance and accounts; most funders accept it."),
)
ASK: Form[Bid] = Form(
    later("What we ask for"),
    (
        Money(ref(Bid, lambda b: b.costing.price), later("From this fund")),
        Paragraph(
            ref(Bid, lambda b: b.costing.price_note),
            later("How we worked it out"),
            help=later("Quotations you have, pay per hour, miles: a sentence each."),
        ),
    ),
)
PRICE: Form[Bid] = Form(
    later("Price"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.margin_kind),
            later("Margin"),
            (
                ("margin", later("A share of the price")),
                ("mark-up", later("On top of full cost")),
            ),
            help=later("It pays for what goes wrong and builds reserves."),
            width="half",
            shown_when=lambda bid: not is_grant(bid),
        ),
        Percent(
            ref(Bid, lambda b: b.costing.margin),
            later("How much"),
            shown_when=lambda bid: not is_grant(bid),
        ),
        Money(ref(Bid, lambda b: b.costing.price), later("Price, or what we ask for")),
        Choice(
            ref(Bid, lambda b: b.costing.price_basis),
            later("The price is"),
            (
                ("total", later("For the whole time")),
                ("a year", later("A year")),
                ("a unit", later("For each unit")),
            ),
            width="half",
        ),
        Number(ref(Bid, lambda b: b.costing.units), later("How many units")),
        Line(
            ref(Bid, lambda b: b.costing.unit_name),
            later("One unit is"),
            placeholder=later("person helped"),
            width="half",
        ),
        YesNo(ref(Bid, lambda b: b.costing.price_wanted), later("Does the buyer want a price?")),
    ),
)
PRICE_WORDS: Form[Bid] = Form(
    later("Beside the price"),
    (
        Paragraph(ref(Bid, lambda b: b.costing.price_note), later("What the price assumes")),
        Choice(
            ref(Bid, lambda b: b.costing.vat_treatment),
            later("VAT"),
            (
                ("grant", later("A grant: outside VAT")),
                ("taxable", later("VAT is added")),
                ("exempt", later("Exempt")),
                ("unsure", later("We are not sure")),
            ),
            help=later("Where none is added, VAT on what you buy is a cost. Ask your accountant."),
        ),
        Money(
            ref(Bid, lambda b: b.costing.irrecoverable_vat),
            later("VAT we cannot get back"),
            help=later("A year."),
            shown_when=lambda bid: bid.costing.vat_treatment in ("grant", "exempt", "unsure"),
        ),
        Paragraph(ref(Bid, lambda b: b.costing.vat_note), later("What we say about VAT")),
        Paragraph(ref(Bid, lambda b: b.costing.payment_terms), later("When they pay")),
        Money(
            ref(Bid, lambda b: b.costing.monitoring_cost),
            later("Cost of measuring results, a year"),
            help=later("Part of the costs; buyers often ask for it."),
        ),
    ),
)
YEARS: Form[Bid] = Form(
    later("Years"),
    (
        Count(ref(Bid, lambda b: b.costing.years), later("How many"), unit=later("years")),
        Day(ref(Bid, lambda b: b.costing.first_year_starts_on), later("The first begins on")),
        Percent(
            ref(Bid, lambda b: b.costing.inflation),
            later("Costs rise each year"),
            help=later("Pay and prices; your own figure."),
        ),
        Percent(
            ref(Bid, lambda b: b.costing.efficiency),
            later("We save each year"),
            help=later("Only what is true: it comes off the costs of later years."),
        ),
        Choice(
            ref(Bid, lambda b: b.costing.efficiency_kind),
            later("What is more efficient"),
            (
                ("more people", later("More people for the same money")),
                ("more time", later("More time with people, less with paper")),
                ("shared", later("Rooms, systems or staff shared with others")),
                ("prevention", later("Less need later, because help comes early")),
                ("price", later("A lower price")),
            ),
        ),
        Paragraph(
            ref(Bid, lambda b: b.costing.efficiency_note),
            later("How we become more efficient"),
            help=later("Printed with the price. Saving is more than cutting."),
        ),
    ),
)
OFFERED: Form[Bid] = Form(
    later("If the buyer names the price"),
    (
        Money(
            ref(Bid, lambda b: b.costing.offer),
            later("What they offer"),
            help=later("For the whole time."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.costing.core_cost_gap),
            later("Who pays the rest"),
            help=later("Gifts and volunteers should not pay for a public service unseen."),
        ),
    ),
    deeper=True,
)
LOW: Form[Bid] = Form(
    later("If the price looks very low, or is compared"),
    (
        Paragraph(
            ref(Bid, lambda b: b.costing.low_price_explanation),
            later("Why it can be done for this"),
            help=later("A buyer must ask before turning a low price down. Have the answer ready."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.costing.like_for_like),
            later("Beside their own service"),
            help=later(
                "What their figure may leave out: pensions, rooms, management, cover. Compare like "
                "with like."
            ),
        ),
        Line(ref(Bid, lambda b: b.costing.agreed_by), later("Trustees who agreed the price")),
    ),
    deeper=True,
)
PAID: Form[Bid] = Form(
    later("How they pay"),
    (
        Choice(
            ref(Bid, lambda b: b.costing.paid_every),
            later("Each"),
            (
                ("month", later("Month")),
                ("quarter", later("Quarter")),
                ("half year", later("Half-year")),
                ("year", later("Year")),
            ),
            width="half",
        ),
        Choice(
            ref(Bid, lambda b: b.costing.paid_when),
            later("When"),
            (("in advance", later("In advance")), ("in arrears", later("In arrears"))),
            width="half",
        ),
        Count(
            ref(Bid, lambda b: b.costing.paid_after),
            later("How much later the money comes"),
            unit=later("months"),
        ),
        Money(
            ref(Bid, lambda b: b.costing.opening_cash),
            later("In hand at the start"),
            help=later("What you can really use for this, not all that is in the bank."),
        ),
    ),
    purpose=later("Costs and price are spread over the months of the contract."),
)
RESULTS: Form[Bid] = Form(
    later("Payment by results"),
    (
        Percent(
            ref(Bid, lambda b: b.costing.results_share),
            later("Part of the price paid only for results"),
        ),
        Percent(
            ref(Bid, lambda b: b.costing.results_reached),
            later("How many of them we expect to reach"),
            help=later("Look at what you reached before. Empty is all."),
            shown_when=lambda bid: bool(bid.costing.results_share),
        ),
        Count(
            ref(Bid, lambda b: b.costing.results_after),
            later("Paid so much later"),
            unit=later("months"),
            shown_when=lambda bid: bool(bid.costing.results_share),
        ),
    ),
)
