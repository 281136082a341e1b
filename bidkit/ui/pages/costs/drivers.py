"""The lists of full cost recovery: our projects, what overheads follow, and the overheads."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.costs import Driver, Overhead, Project
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Form,
    Line,
    LinkChoice,
    Listing,
    Money,
    Paragraph,
    Tick,
)
from bidkit.words import later

PROJECTS: Listing[Project] = Listing(
    ref(Bid, lambda b: b.projects),
    later("1. All our projects"),
    (
        Column(later("Project"), ref(Project, lambda p: p.title), stretch=True),
        Column(later("This bid"), ref(Project, lambda p: p.this_bid)),
        Column(later("The centre"), ref(Project, lambda p: p.central)),
        Column(later("Direct cost a year"), ref(Project, lambda p: p.direct_cost)),
    ),
    (
        Form(
            later("This project"),
            (
                Line(ref(Project, lambda p: p.title), later("Project"), width="half"),
                Money(
                    ref(Project, lambda p: p.direct_cost),
                    later("Direct cost a year"),
                    shown_when=lambda p: not p.this_bid and not p.central,
                ),
                Tick(
                    ref(Project, lambda p: p.this_bid),
                    later("It is this bid: its costs are the lines above"),
                ),
                Tick(
                    ref(Project, lambda p: p.central),
                    later("It is the centre, which uses rooms and computers itself"),
                ),
            ),
        ),
    ),
    new=lambda: Project(id=new_id()),
    add=later("Add a project"),
    empty=later("Add this bid, each of your other projects, and the centre."),
    called=lambda p: p.title,
)
DRIVERS: Listing[Driver] = Listing(
    ref(Bid, lambda b: b.drivers),
    later("2. What overheads follow"),
    (
        Column(later("Measure"), ref(Driver, lambda d: d.title), stretch=True),
        Column(later("Unit"), ref(Driver, lambda d: d.unit)),
    ),
    (
        Form(
            later("This measure"),
            (
                Line(
                    ref(Driver, lambda d: d.title),
                    later("Measure"),
                    placeholder=later("Floor space"),
                    width="half",
                ),
                Line(
                    ref(Driver, lambda d: d.unit),
                    later("Unit"),
                    placeholder=later("m²"),
                    width="half",
                ),
            ),
        ),
    ),
    new=lambda: Driver(id=new_id()),
    add=later("Add a measure"),
    purpose=later("Floor space for rent, staff for payroll, managers' time for management."),
    empty=later("No measure: overheads follow direct spending."),
    called=lambda d: d.title,
)
OVERHEADS: Listing[Overhead] = Listing(
    ref(Bid, lambda b: b.overheads),
    later("4. Costs of the centre"),
    (
        Column(later("Cost"), ref(Overhead, lambda o: o.title), stretch=True),
        Column(later("Follows"), ref(Overhead, lambda o: o.driver)),
        Column(later("A year"), ref(Overhead, lambda o: o.amount)),
    ),
    (
        Form(
            later("This overhead"),
            (
                Line(ref(Overhead, lambda o: o.title), later("Cost"), width="half"),
                Money(ref(Overhead, lambda o: o.amount), later("A year")),
                Choice(
                    ref(Overhead, lambda o: o.kind),
                    later("Kind"),
                    (
                        ("premises", later("Premises")),
                        ("management", later("Management")),
                        ("governance", later("Governance")),
                        ("it", later("IT and staff administration")),
                        ("fundraising", later("Fundraising and communication")),
                        ("other", later("Other")),
                    ),
                    help=later("Management and governance are what the centre's own team costs."),
                ),
                LinkChoice(
                    ref(Overhead, lambda o: o.driver),
                    later("Follows"),
                    to=ref(Bid, lambda b: b.drivers),
                    called=lambda driver: driver.title,
                ),
                Paragraph(ref(Overhead, lambda o: o.note), later("Why that is fair")),
            ),
        ),
    ),
    new=lambda: Overhead(id=new_id()),
    add=later("Add an overhead"),
    empty=later("Rent, payroll, IT, management, fundraising: from last year's accounts."),
    called=lambda o: o.title,
)
