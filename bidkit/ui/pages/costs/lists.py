"""The lists of costs and price: lines, other money, price schedule, drivers, payments."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.costs import (
    CostLine,
    Driver,
    DriverShare,
    OtherFunding,
    Overhead,
    Payment,
    PriceLine,
    Project,
)
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words
from bidkit.figures.readings.costs import line_amount
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
    YesNo,
)
from bidkit.words import later


def partner_name(partner: Partner) -> str:
    """Return how a partner is called."""
    return partner.name


def lot_name(lot: Lot) -> str:
    """Return how a lot is called."""
    return " ".join(piece for piece in (lot.number, lot.title) if piece)


def project_name(project: Project) -> str:
    """Return how a project is called."""
    return project.title


def driver_name(driver: Driver) -> str:
    """Return how a measure is called."""
    return driver.title


def project_of(bid: Bid, share: DriverShare) -> str:
    """Return which project uses this much."""
    return next((one.title for one in bid.projects if one.id == share.project), "")


def a_year(_bid: Bid, line: CostLine) -> str:
    """Return what a line costs in a year."""
    return money_words(line_amount(line))


LINES: Listing[CostLine] = Listing(
    ref(Bid, lambda b: b.cost_lines),
    later("What it costs"),
    (
        Column(later("Cost"), ref(CostLine, lambda c: c.title), stretch=True),
        Column(later("Kind"), ref(CostLine, lambda c: c.kind)),
        Column(later("A year"), told=a_year),
    ),
    (
        Form(
            later("This cost"),
            (
                Line(ref(CostLine, lambda c: c.title), later("Cost")),
                Choice(
                    ref(CostLine, lambda c: c.kind),
                    later("Kind"),
                    (
                        ("staff", later("Staff")),
                        ("volunteers", later("Volunteers’ costs")),
                        ("premises", later("Rooms")),
                        ("activity", later("Activities")),
                        ("travel", later("Travel")),
                        ("equipment", later("Equipment")),
                        ("training", later("Training")),
                        ("partner", later("Partner")),
                        ("monitoring", later("Measuring and reporting")),
                        ("other", later("Something else")),
                    ),
                ),
                Money(
                    ref(CostLine, lambda c: c.amount),
                    later("Amount a year"),
                    help=later("Or give a number and a price below"),
                ),
                Number(ref(CostLine, lambda c: c.quantity), later("How many")),
                Money(ref(CostLine, lambda c: c.unit_cost), later("Each costs")),
                Tick(ref(CostLine, lambda c: c.every_year), later("It comes back every year")),
                Paragraph(ref(CostLine, lambda c: c.note), later("How we know")),
            ),
        ),
        Form(
            later("Who and where"),
            (
                Count(ref(CostLine, lambda c: c.year), later("Only in year")),
                LinkChoice(
                    ref(CostLine, lambda c: c.partner),
                    later("Partner"),
                    to=ref(Bid, lambda b: b.partners),
                    called=partner_name,
                ),
                LinkSet(
                    ref(CostLine, lambda c: c.lots),
                    later("Lots"),
                    to=ref(Bid, lambda b: b.lots),
                    called=lot_name,
                ),
                Money(ref(CostLine, lambda c: c.salary), later("Full-time salary")),
                Number(ref(CostLine, lambda c: c.fte), later("Full-time equivalents")),
                Percent(ref(CostLine, lambda c: c.pension_rate), later("Employer’s pension")),
            ),
        ),
    ),
    new=lambda: CostLine(id=new_id()),
    add=later("Add a cost"),
    empty=later("People, rooms, travel, food: everything this work needs and nothing else does."),
    called=lambda c: c.title,
)
OTHER: Listing[OtherFunding] = Listing(
    ref(Bid, lambda b: b.other_funding),
    later("Other money for the same work"),
    (
        Column(later("From"), ref(OtherFunding, lambda f: f.source), stretch=True),
        Column(later("State"), ref(OtherFunding, lambda f: f.status)),
        Column(later("Amount"), ref(OtherFunding, lambda f: f.amount)),
    ),
    (
        Form(
            later("This money"),
            (
                Line(ref(OtherFunding, lambda f: f.source), later("From")),
                Money(ref(OtherFunding, lambda f: f.amount), later("Amount")),
                Choice(
                    ref(OtherFunding, lambda f: f.status),
                    later("State"),
                    (
                        ("sought", later("Asked for")),
                        ("secured", later("Secured")),
                        ("in kind", later("In kind")),
                    ),
                ),
                Paragraph(ref(OtherFunding, lambda f: f.note), later("Note")),
            ),
        ),
    ),
    new=lambda: OtherFunding(id=new_id()),
    add=later("Add money"),
    called=lambda f: f.source,
    deeper=True,
)
SCHEDULE: Listing[PriceLine] = Listing(
    ref(Bid, lambda b: b.price_lines),
    later("Price schedule"),
    (
        Column(later("Item"), ref(PriceLine, lambda p: p.title), stretch=True),
        Column(later("Quantity"), ref(PriceLine, lambda p: p.quantity)),
        Column(later("Rate"), ref(PriceLine, lambda p: p.rate)),
        Column(later("Amount"), ref(PriceLine, lambda p: p.amount)),
    ),
    (
        Form(
            later("This line"),
            (
                Line(ref(PriceLine, lambda p: p.title), later("Item")),
                Number(ref(PriceLine, lambda p: p.quantity), later("Quantity")),
                Line(ref(PriceLine, lambda p: p.unit), later("Unit"), width="half"),
                Money(ref(PriceLine, lambda p: p.rate), later("Rate")),
                Money(ref(PriceLine, lambda p: p.amount), later("Amount")),
                Count(ref(PriceLine, lambda p: p.year), later("Year")),
                LinkChoice(
                    ref(PriceLine, lambda p: p.lot),
                    later("Lot"),
                    to=ref(Bid, lambda b: b.lots),
                    called=lot_name,
                ),
            ),
        ),
        Form(
            later("Option"),
            (
                YesNo(
                    ref(PriceLine, lambda p: p.option),
                    later("Is it an option, not part of the price?"),
                ),
            ),
        ),
    ),
    new=lambda: PriceLine(id=new_id()),
    add=later("Add a line"),
    empty=later("If the buyer asks for a price by year, lot or unit, list it here."),
    called=lambda p: p.title,
)
PROJECTS: Listing[Project] = Listing(
    ref(Bid, lambda b: b.projects),
    later("All our projects"),
    (
        Column(later("Project"), ref(Project, lambda p: p.title), stretch=True),
        Column(later("This bid"), ref(Project, lambda p: p.this_bid)),
        Column(later("Direct cost"), ref(Project, lambda p: p.direct_cost)),
    ),
    (
        Form(
            later("This project"),
            (
                Line(ref(Project, lambda p: p.title), later("Project")),
                Money(
                    ref(Project, lambda p: p.direct_cost),
                    later("Direct cost a year"),
                    help=later("For this bid it comes from the costs above"),
                ),
                Tick(ref(Project, lambda p: p.this_bid), later("It is this bid")),
                Tick(ref(Project, lambda p: p.central), later("It is the centre itself")),
            ),
        ),
    ),
    new=lambda: Project(id=new_id()),
    add=later("Add a project"),
    called=project_name,
    deeper=True,
)
SHARES: Listing[DriverShare] = Listing(
    ref(Bid, lambda b: b.driver_shares),
    later("How much each uses"),
    (
        Column(later("Project"), told=project_of, stretch=True),
        Column(later("Uses"), ref(DriverShare, lambda s: s.amount)),
    ),
    (
        Form(
            later("This share"),
            (
                LinkChoice(
                    ref(DriverShare, lambda s: s.project),
                    later("Project"),
                    to=ref(Bid, lambda b: b.projects),
                    called=project_name,
                ),
                Number(ref(DriverShare, lambda s: s.amount), later("Uses")),
            ),
        ),
    ),
    new=lambda: DriverShare(id=new_id()),
    add=later("Add a share"),
)
DRIVERS: Listing[Driver] = Listing(
    ref(Bid, lambda b: b.drivers),
    later("Measures the running costs follow"),
    (
        Column(later("Measure"), ref(Driver, lambda d: d.title), stretch=True),
        Column(later("Counted in"), ref(Driver, lambda d: d.unit)),
    ),
    (
        Form(
            later("This measure"),
            (
                Line(ref(Driver, lambda d: d.title), later("Measure")),
                Line(ref(Driver, lambda d: d.unit), later("Counted in"), width="half"),
            ),
        ),
    ),
    new=lambda: Driver(id=new_id()),
    add=later("Add a measure"),
    called=driver_name,
    inside=(SHARES,),
    deeper=True,
)
OVERHEADS: Listing[Overhead] = Listing(
    ref(Bid, lambda b: b.overheads),
    later("Running costs of the whole organisation"),
    (
        Column(later("Cost"), ref(Overhead, lambda o: o.title), stretch=True),
        Column(later("A year"), ref(Overhead, lambda o: o.amount)),
    ),
    (
        Form(
            later("This running cost"),
            (
                Line(ref(Overhead, lambda o: o.title), later("Cost")),
                Money(ref(Overhead, lambda o: o.amount), later("A year")),
                Choice(
                    ref(Overhead, lambda o: o.kind),
                    later("Kind"),
                    (
                        ("premises", later("Rooms")),
                        ("management", later("Management")),
                        ("governance", later("Governance")),
                        ("it", later("IT and staff services")),
                        ("fundraising", later("Fundraising")),
                        ("other", later("Something else")),
                    ),
                ),
                LinkChoice(
                    ref(Overhead, lambda o: o.driver),
                    later("It follows"),
                    to=ref(Bid, lambda b: b.drivers),
                    called=driver_name,
                ),
                Paragraph(ref(Overhead, lambda o: o.note), later("Note")),
            ),
        ),
    ),
    new=lambda: Overhead(id=new_id()),
    add=later("Add a running cost"),
    called=lambda o: o.title,
    deeper=True,
)
PAYMENTS: Listing[Payment] = Listing(
    ref(Bid, lambda b: b.payments),
    later("Money in and out, month by month"),
    (
        Column(later("What"), ref(Payment, lambda p: p.title), stretch=True),
        Column(later("On"), ref(Payment, lambda p: p.on)),
        Column(later("In or out"), ref(Payment, lambda p: p.direction)),
        Column(later("Amount"), ref(Payment, lambda p: p.amount)),
    ),
    (
        Form(
            later("This payment"),
            (
                Line(ref(Payment, lambda p: p.title), later("What")),
                Choice(
                    ref(Payment, lambda p: p.direction),
                    later("In or out"),
                    (("in", later("Money in")), ("out", later("Money out"))),
                ),
                Money(ref(Payment, lambda p: p.amount), later("Amount")),
                Day(ref(Payment, lambda p: p.on), later("On")),
                Line(
                    ref(Payment, lambda p: p.depends_on),
                    later("Only if"),
                    help=later("The result it is paid for, if any"),
                ),
                Percent(ref(Payment, lambda p: p.expected), later("How likely")),
            ),
        ),
    ),
    new=lambda: Payment(id=new_id()),
    add=later("Add a payment"),
    called=lambda p: p.title,
    deeper=True,
)
