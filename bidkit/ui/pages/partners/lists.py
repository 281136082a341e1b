"""The lists of the partnership: partners with fit and terms, agreement, subcontractor's test."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import AgreementPoint, Partner, SubcontractTest
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    Listing,
    Money,
    Number,
    Paragraph,
    Percent,
    Tick,
    YesNo,
    YesNoUnknown,
)
from bidkit.ui.starters import StarterList
from bidkit.words import later

FIT_HELP = later("0 no, 1 partly, 2 yes")
PARTNERS: Listing[Partner] = Listing(
    ref(Bid, lambda b: b.partners),
    later("Partners"),
    (
        Column(later("Name"), ref(Partner, lambda p: p.name), stretch=True),
        Column(later("Role"), ref(Partner, lambda p: p.role)),
        Column(later("Share"), ref(Partner, lambda p: p.share)),
        Column(later("Checks"), ref(Partner, lambda p: p.due_diligence)),
    ),
    (
        Form(
            later("This partner"),
            (
                Line(ref(Partner, lambda p: p.name), later("Name")),
                Choice(
                    ref(Partner, lambda p: p.role),
                    later("Role"),
                    (
                        ("lead", later("Lead")),
                        ("member", later("Member")),
                        ("associate", later("Associate, working towards membership")),
                        ("subcontractor", later("Subcontractor")),
                        ("guarantor", later("Guarantor")),
                    ),
                ),
                Paragraph(ref(Partner, lambda p: p.does), later("What they do in this bid")),
                Paragraph(
                    ref(Partner, lambda p: p.strength),
                    later("Why they are the right ones for it"),
                ),
                Percent(ref(Partner, lambda p: p.share), later("Share of the work")),
                Line(ref(Partner, lambda p: p.ppon), later("PPON"), width="half"),
                Line(
                    ref(Partner, lambda p: p.relied_on_for),
                    later("Condition we rely on them for"),
                ),
            ),
        ),
        Form(
            later("Checks on them"),
            (
                Choice(
                    ref(Partner, lambda p: p.due_diligence),
                    later("Our checks"),
                    (
                        ("not started", later("Not started")),
                        ("in hand", later("In hand")),
                        ("done", later("Done")),
                    ),
                ),
                YesNoUnknown(ref(Partner, lambda p: p.excluded), later("Any exclusion ground?")),
                YesNoUnknown(ref(Partner, lambda p: p.debarred), later("On the debarment list?")),
                YesNoUnknown(ref(Partner, lambda p: p.in_rival_bid), later("In a rival bid too?")),
                Day(
                    ref(Partner, lambda p: p.confidentiality_on),
                    later("Confidentiality agreed on"),
                    help=later("No price is shared before this day"),
                ),
                Number(ref(Partner, lambda p: p.known_years), later("Years we have known them")),
                Paragraph(ref(Partner, lambda p: p.past_work), later("What we did together")),
            ),
        ),
        Form(
            later("How well we fit"),
            (
                Count(ref(Partner, lambda p: p.trust), later("Trust"), help=FIT_HELP),
                Count(ref(Partner, lambda p: p.adds_value), later("Adds what we lack")),
                Count(ref(Partner, lambda p: p.not_competing), later("Does not compete with us")),
                Count(ref(Partner, lambda p: p.culture), later("Culture")),
                Count(ref(Partner, lambda p: p.capacity), later("Capacity")),
                Count(ref(Partner, lambda p: p.personalities), later("People get on")),
                Paragraph(ref(Partner, lambda p: p.overlap), later("Where we overlap")),
            ),
        ),
        Form(
            later("Money and targets"),
            (
                Money(ref(Partner, lambda p: p.full_cost), later("Their full cost")),
                Money(ref(Partner, lambda p: p.price), later("What they are paid")),
                Paragraph(
                    ref(Partner, lambda p: p.paid_only_if),
                    later("Paid only if"),
                    help=later("A payment that hangs on somebody else’s work has sunk partners"),
                ),
                Number(ref(Partner, lambda p: p.target), later("Their target")),
                Number(ref(Partner, lambda p: p.past_result), later("What they reached before")),
                Day(ref(Partner, lambda p: p.signed_off_on), later("They agreed their part on")),
            ),
        ),
        Form(
            later("Who they are"),
            (
                Choice(
                    ref(Partner, lambda p: p.kind),
                    later("Kind"),
                    (
                        ("vcse", later("Voluntary, community or social enterprise")),
                        ("sme", later("Small or medium firm")),
                        ("public", later("Public body")),
                        ("private", later("Larger firm")),
                        ("other", later("Something else")),
                    ),
                ),
                Line(ref(Partner, lambda p: p.charity_number), later("Charity number")),
                Line(ref(Partner, lambda p: p.company_number), later("Company number")),
                Line(ref(Partner, lambda p: p.contact_name), later("Contact")),
                Line(ref(Partner, lambda p: p.contact_email), later("E-mail")),
            ),
        ),
        Form(
            later("Membership"),
            (
                Choice(
                    ref(Partner, lambda p: p.tier),
                    later("Level"),
                    (
                        ("full", later("Full: meets every standard")),
                        ("associate", later("Associate: working towards them")),
                    ),
                ),
                Paragraph(
                    ref(Partner, lambda p: p.tier_evidence),
                    later("What shows that level"),
                    help=later("Quality mark, policies, inspection: with its date"),
                ),
                Line(ref(Partner, lambda p: p.cluster), later("Group or area")),
                Paragraph(
                    ref(Partner, lambda p: p.due_diligence_note),
                    later("What looking into them showed"),
                ),
            ),
        ),
    ),
    new=lambda: Partner(id=new_id()),
    add=later("Add a partner"),
    empty=later("Put yourselves first, as lead or member, then everybody who delivers with you."),
    purpose=later("Shares add up to 100% of the work."),
    called=lambda p: p.name,
)
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
    deeper=True,
)
USUAL_POINTS = StarterList(
    "agreement",
    ("agreement_points", "subcontract_tests", "risks"),
    later("Start from the usual points"),
    later("What partners settle in writing, the test for subcontractors, and four risks."),
)
