"""The lists of costs and price: cost lines, price schedule, payments, other funding."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.costs import COST_KINDS, CostLine, OtherFunding, Payment
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words
from bidkit.figures.readings.cash import expected_amount
from bidkit.figures.readings.costs import line_amount
from bidkit.importers.pasted_costs import read_costs
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Money,
    Number,
    Paragraph,
    Percent,
    Tick,
)
from bidkit.ui.pages.costs.price_lists import LOTS, lot_name
from bidkit.ui.starters import StarterList
from bidkit.words import later, tr

PARTNERS = ref(Bid, lambda b: b.partners)


def amount_words(bid: Bid, line: CostLine) -> str:
    """Return what a line costs in a year."""
    return money_words(line_amount(bid, line)) or tr("no amount")


def year_words(_bid: Bid, line: CostLine) -> str:
    """Return in which years a line falls."""
    if line.year is not None:
        return tr("year {n} only", n=line.year)
    return tr("every year") if line.every_year else tr("year 1 only")


def payment_words(_bid: Bid, payment: Payment) -> str:
    """Return what a payment is counted as, with its direction as a sign."""
    if payment.amount is None or not payment.direction:
        return tr("not counted")
    amount = expected_amount(payment)
    return money_words(amount if payment.direction == "in" else -amount)


def pasted_costs(text: str) -> tuple[tuple[CostLine, ...], tuple[str, ...]]:
    """Return the costs in rows copied from a spreadsheet, and the names of rows left out."""
    found = read_costs(text)
    return found.lines, found.left_out


COSTS_FORM: Form[CostLine] = Form(
    later("This cost"),
    (
        Line(ref(CostLine, lambda c: c.title), later("What for"), width="half"),
        Choice(
            ref(CostLine, lambda c: c.kind),
            later("Kind"),
            COST_KINDS,
            width="half",
        ),
        Money(
            ref(CostLine, lambda c: c.amount),
            later("Amount a year"),
            help=later("Or how many, and what one costs."),
        ),
        Number(
            ref(CostLine, lambda c: c.quantity),
            later("How many"),
            help=later("How many posts, sessions, miles, hours."),
            shown_when=lambda c: c.amount is None,
        ),
        Money(
            ref(CostLine, lambda c: c.unit_cost),
            later("What one costs"),
            shown_when=lambda c: c.amount is None and not (c.kind == "staff" and c.salary),
        ),
        Paragraph(ref(CostLine, lambda c: c.note), later("How we know")),
    ),
)
WHEN_FORM: Form[CostLine] = Form(
    later("When, and whose"),
    (
        Tick(
            ref(CostLine, lambda c: c.every_year),
            later("It comes every year"),
            shown_when=lambda c: c.year is None,
        ),
        Count(ref(CostLine, lambda c: c.year), later("Or only in year")),
        LinkChoice(
            ref(CostLine, lambda c: c.partner),
            later("Spent by the partner"),
            to=PARTNERS,
            called=lambda partner: partner.name,
        ),
        LinkSet(
            ref(CostLine, lambda c: c.lots),
            later("Lots"),
            to=LOTS,
            called=lot_name,
            help=later("None chosen: shared by all."),
        ),
    ),
)
COST_COLUMNS: tuple[Column[CostLine], ...] = (
    Column(later("What for"), ref(CostLine, lambda c: c.title), stretch=True),
    Column(later("Kind"), ref(CostLine, lambda c: c.kind)),
    Column(later("Years"), told=year_words),
    Column(later("A year"), told=amount_words, figures=True),
)
LINES: Listing[CostLine] = Listing(
    ref(Bid, lambda b: b.cost_lines),
    later("What it costs"),
    COST_COLUMNS,
    (COSTS_FORM, WHEN_FORM),
    new=lambda: CostLine(id=new_id()),
    add=later("Add a cost"),
    purpose=later("Everything this work alone needs. For us; a buyer sees only the price."),
    pasted=pasted_costs,
    empty=later("Nothing yet. Begin with the people: who, how many hours, what they cost."),
    called=lambda c: c.title,
)
FEW_LINES: Listing[CostLine] = Listing(
    ref(Bid, lambda b: b.cost_lines),
    later("What it costs"),
    (COST_COLUMNS[0], COST_COLUMNS[1], Column(later("Amount"), told=amount_words, figures=True)),
    (COSTS_FORM,),
    new=lambda: CostLine(id=new_id()),
    add=later("Add a cost"),
    pasted=pasted_costs,
    empty=later("Nothing yet. Rent of the room, materials, a sessional worker: one line each."),
    called=lambda c: c.title,
)
USUAL_COSTS = StarterList(
    "cost-starters",
    ("cost_lines",),
    later("Start from the usual costs"),
    later("Twelve that most services have, and those that are forgotten. Take out what you lack."),
)
FUNDING: Listing[OtherFunding] = Listing(
    ref(Bid, lambda b: b.other_funding),
    later("Other money for the same work"),
    (
        Column(later("From"), ref(OtherFunding, lambda f: f.source), stretch=True),
        Column(later("How sure"), ref(OtherFunding, lambda f: f.status)),
        Column(later("Amount"), ref(OtherFunding, lambda f: f.amount)),
    ),
    (
        Form(
            later("This money"),
            (
                Line(ref(OtherFunding, lambda f: f.source), later("From"), width="half"),
                Money(ref(OtherFunding, lambda f: f.amount), later("Amount")),
                Choice(
                    ref(OtherFunding, lambda f: f.status),
                    later("How sure"),
                    (
                        ("sought", later("Asked for")),
                        ("secured", later("Certain")),
                        ("in kind", later("In kind")),
                    ),
                ),
                Paragraph(ref(OtherFunding, lambda f: f.note), later("Note")),
            ),
        ),
    ),
    new=lambda: OtherFunding(id=new_id()),
    add=later("Add money"),
    empty=later("None. Say so if it is asked."),
    called=lambda f: f.source,
    deeper=True,
)
PAYMENTS: Listing[Payment] = Listing(
    ref(Bid, lambda b: b.payments),
    later("Other payments"),
    (
        Column(later("What"), ref(Payment, lambda p: p.title), stretch=True),
        Column(later("When"), ref(Payment, lambda p: p.on)),
        Column(later("Counted as"), told=payment_words, figures=True),
    ),
    (
        Form(
            later("This payment"),
            (
                Line(ref(Payment, lambda p: p.title), later("What"), width="half"),
                Choice(
                    ref(Payment, lambda p: p.direction),
                    later("Which way"),
                    (("in", later("To us")), ("out", later("From us"))),
                    width="half",
                ),
                Day(ref(Payment, lambda p: p.on), later("When")),
                Money(ref(Payment, lambda p: p.amount), later("Amount")),
                Line(
                    ref(Payment, lambda p: p.depends_on),
                    later("Depends on the result"),
                    width="half",
                    help=later("Where you are paid only if it is reached."),
                ),
                Percent(
                    ref(Payment, lambda p: p.expected),
                    later("How sure is it?"),
                    help=later("Empty counts as certain."),
                ),
            ),
        ),
    ),
    new=lambda: Payment(id=new_id()),
    add=later("Add a payment"),
    empty=later("None. Only what comes on top of the plan: a loan, a payment at the start."),
    called=lambda p: p.title,
)
