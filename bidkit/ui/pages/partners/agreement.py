"""The lists around the partnership: agreement, flow-down, decision panel, subcontractor's test."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import AgreementPoint, Allocation, PanelMember, SubcontractTest
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import Choice, Column, Day, Form, Line, Listing, Paragraph, Tick, YesNo
from bidkit.ui.starters import StarterList
from bidkit.words import later

AGREEMENT: Listing[AgreementPoint] = Listing(
    ref(Bid, lambda b: b.agreement_points),
    later("The agreement"),
    (
        Column(later("What it must settle"), ref(AgreementPoint, lambda a: a.text), stretch=True),
        Column(later("Settled"), ref(AgreementPoint, lambda a: a.settled)),
        Column(later("Must have"), ref(AgreementPoint, lambda a: a.mandatory)),
    ),
    (
        Form(
            later("This point"),
            (
                Line(ref(AgreementPoint, lambda a: a.text), later("What it must settle")),
                YesNo(ref(AgreementPoint, lambda a: a.settled), later("Settled?")),
                Paragraph(ref(AgreementPoint, lambda a: a.note), later("How")),
                Tick(
                    ref(AgreementPoint, lambda a: a.mandatory),
                    later("Do not sign without it"),
                ),
            ),
        ),
    ),
    new=lambda: AgreementPoint(id=new_id()),
    add=later("Add a point"),
    empty=later("What partners must agree in writing: money, exit, data, targets, disputes."),
    called=lambda a: a.text,
    where=lambda a: a.kind != "flow-down",
)
FLOW_DOWN: Listing[AgreementPoint] = Listing(
    ref(Bid, lambda b: b.agreement_points),
    later("What the main contract asks of everybody"),
    (
        Column(later("Line"), ref(AgreementPoint, lambda a: a.text), stretch=True),
        Column(later("In their contract"), ref(AgreementPoint, lambda a: a.settled)),
    ),
    (
        Form(
            later("This line"),
            (
                Line(ref(AgreementPoint, lambda a: a.text), later("Line of the main contract")),
                YesNo(ref(AgreementPoint, lambda a: a.settled), later("In their contract?")),
                Paragraph(ref(AgreementPoint, lambda a: a.note), later("How, or why not")),
            ),
        ),
    ),
    new=lambda: AgreementPoint(id=new_id(), kind="flow-down"),
    add=later("Add a line"),
    empty=later("What binds the lead must bind the others too: quality, data, payment, insurance."),
    purpose=later("Say no where a line does not apply to a partner’s part."),
    called=lambda a: a.text,
    where=lambda a: a.kind == "flow-down",
    deeper=True,
)
PANEL: Listing[PanelMember] = Listing(
    ref(Bid, lambda b: b.panel_members),
    later("Decision panel"),
    (
        Column(later("Name"), ref(PanelMember, lambda m: m.name), stretch=True),
        Column(later("From"), ref(PanelMember, lambda m: m.comes_from)),
        Column(later("Independent"), ref(PanelMember, lambda m: m.independent)),
    ),
    (
        Form(
            later("This member"),
            (
                Line(ref(PanelMember, lambda m: m.name), later("Name"), width="half"),
                Line(ref(PanelMember, lambda m: m.comes_from), later("From"), width="half"),
                YesNo(
                    ref(PanelMember, lambda m: m.independent),
                    later("Independent?"),
                    help=later("Neither delivers nor tenders for any of the work"),
                ),
                Paragraph(ref(PanelMember, lambda m: m.interests), later("Interests declared")),
            ),
        ),
    ),
    new=lambda: PanelMember(id=new_id()),
    add=later("Add a member"),
    empty=later("People who do not tender for the work share it out among those who do."),
    called=lambda m: m.name,
    deeper=True,
)
ALLOCATIONS: Listing[Allocation] = Listing(
    ref(Bid, lambda b: b.allocations),
    later("What the panel decided"),
    (
        Column(later("On"), ref(Allocation, lambda a: a.on)),
        Column(later("About"), ref(Allocation, lambda a: a.about), stretch=True),
        Column(later("Stood back"), ref(Allocation, lambda a: a.stood_back)),
    ),
    (
        Form(
            later("This decision"),
            (
                Day(ref(Allocation, lambda a: a.on), later("On")),
                Line(ref(Allocation, lambda a: a.about), later("Which work")),
                Paragraph(ref(Allocation, lambda a: a.decided), later("Who gets it")),
                Paragraph(ref(Allocation, lambda a: a.grounds), later("On what grounds")),
                Line(ref(Allocation, lambda a: a.stood_back), later("Who stood back, and why")),
            ),
        ),
    ),
    new=lambda: Allocation(id=new_id()),
    add=later("Add a decision"),
    empty=later("No decision written down yet."),
    called=lambda a: a.about,
    deeper=True,
)
TESTS: Listing[SubcontractTest] = Listing(
    ref(Bid, lambda b: b.subcontract_tests),
    later("Before we sign as a subcontractor"),
    (
        Column(later("Effect on"), ref(SubcontractTest, lambda t: t.text), stretch=True),
        Column(later("It is"), ref(SubcontractTest, lambda t: t.answer)),
    ),
    (
        Form(
            later("This box"),
            (
                Line(ref(SubcontractTest, lambda t: t.text), later("Effect on")),
                Choice(
                    ref(SubcontractTest, lambda t: t.answer),
                    later("It is"),
                    (
                        ("good", later("Good")),
                        ("acceptable", later("Acceptable")),
                        ("poor", later("Poor")),
                    ),
                ),
                Paragraph(ref(SubcontractTest, lambda t: t.note), later("Because")),
            ),
        ),
    ),
    new=lambda: SubcontractTest(id=new_id()),
    add=later("Add a box"),
    called=lambda t: t.text,
    empty=later("The usual five boxes are a button away."),
)
USUAL_POINTS = StarterList(
    "agreement",
    ("agreement_points",),
    later("Start from the usual points"),
    later("What partners settle in writing before they bid."),
)
USUAL_LINES = StarterList(
    "agreement",
    ("flow_down",),
    later("Start from the usual lines"),
    later("What a lead passes on to those who work for it."),
)
USUAL_TESTS = StarterList(
    "agreement",
    ("subcontract_tests",),
    later("Start from the five boxes"),
    later("Margin, delivery, the rest of your work, overheads, balance."),
)
USUAL_RISKS = StarterList(
    "agreement",
    ("risks",),
    later("Add four risks of consortia"),
    later("They go into the register under “Our offer”, each with a control."),
)
