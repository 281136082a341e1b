"""The forms of the opportunity: what is offered, by whom, and how it must be handed in."""

from __future__ import annotations

from dataclasses import replace

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import WayIn
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.rules.routes import REGIMES
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    Listing,
    Moment,
    Money,
    Paragraph,
    TagLine,
    Text,
    Tick,
    YesNo,
    YesNoUnknown,
)
from bidkit.words import later

WAYS: tuple[tuple[WayIn, Text], ...] = (
    ("portal", later("Boxes on a portal")),
    ("buyer_form", later("Their own form")),
    ("own_document", later("A document of our own")),
    ("email", later("E-mail")),
    ("post", later("Post")),
)

WHAT: Form[Bid] = Form(
    later("What is offered"),
    (
        Line(ref(Bid, lambda b: b.opportunity.title), later("Title of the contract or grant")),
        Line(
            ref(Bid, lambda b: b.opportunity.reference),
            later("The buyer's reference"),
            width="half",
        ),
        Choice(
            ref(Bid, lambda b: b.opportunity.funding),
            later("Kind of money"),
            (("contract", later("Contract")), ("grant", later("Grant")), ("both", later("Both"))),
            width="half",
        ),
        Paragraph(
            ref(Bid, lambda b: b.opportunity.summary),
            later("What they want, in a few sentences"),
            help=later("As the notice says it; it reminds everyone who helps you."),
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.value),
            later("Value"),
            help=later("For the whole time, without VAT."),
            placeholder=later("£184,200"),
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.ceiling),
            later("Highest price they accept"),
            help=later("Only if they say so. A higher price is a must fix."),
            shown_when=lambda bid: bid.opportunity.funding != "grant",
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.grant_maximum),
            later("Most they give"),
            shown_when=lambda bid: bid.opportunity.funding in ("grant", "both"),
        ),
    ),
)
FUND: Form[Bid] = Form(
    later("The fund"),
    (
        Line(ref(Bid, lambda b: b.opportunity.title), later("Name of the fund or programme")),
        Paragraph(
            ref(Bid, lambda b: b.opportunity.summary), later("What they give money for, in short")
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.grant_maximum),
            later("Most they give"),
            placeholder=later("£2,000"),
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.reference),
            later("Their reference, if there is one"),
            width="half",
        ),
    ),
)
BUYER: Form[Bid] = Form(
    later("The buyer or funder"),
    (
        Line(ref(Bid, lambda b: b.opportunity.buyer.name), later("Name")),
        Choice(
            ref(Bid, lambda b: b.opportunity.buyer.kind),
            later("Kind"),
            (
                ("council", later("Council")),
                ("nhs", later("NHS body")),
                ("central", later("Central government")),
                ("police", later("Police or fire")),
                ("school", later("School or college")),
                ("housing", later("Housing association")),
                ("funder", later("Grant funder")),
                ("lead", later("Lead contractor")),
                ("other", later("Other")),
            ),
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.buyer.contact_name),
            later("Person to ask"),
            width="half",
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.buyer.contact_email),
            later("Their e-mail"),
            width="half",
        ),
        Line(ref(Bid, lambda b: b.opportunity.buyer.website), later("Website"), width="half"),
        Paragraph(
            ref(Bid, lambda b: b.opportunity.local_priority),
            later("What matters most to them here"),
        ),
    ),
)
FUNDER: Form[Bid] = replace(BUYER, title=later("Who gives the money"))
ROUNDS: Listing[Round] = Listing(
    ref(Bid, lambda b: b.rounds),
    later("Deadlines"),
    (
        Column(later("What is handed in"), ref(Round, lambda r: r.kind), stretch=True),
        Column(later("Questions close"), ref(Round, lambda r: r.questions_close)),
        Column(later("Deadline"), ref(Round, lambda r: r.deadline)),
    ),
    (
        Form(
            later("This deadline"),
            (
                Choice(
                    ref(Round, lambda r: r.kind),
                    later("What is handed in"),
                    (
                        ("interest", later("Expression of interest")),
                        ("selection", later("Selection questionnaire")),
                        ("tender", later("Tender")),
                        ("final", later("Final offer")),
                        ("presentation", later("Presentation")),
                        ("grant", later("Grant application")),
                    ),
                ),
                Line(ref(Round, lambda r: r.title), later("Name, if it needs one"), width="half"),
                Moment(
                    ref(Round, lambda r: r.questions_close),
                    later("Last moment for questions"),
                    placeholder=later("20 Nov 2026, 5 pm"),
                ),
                Moment(
                    ref(Round, lambda r: r.deadline),
                    later("Deadline"),
                    help=later("UK time. Type it like 4 Dec 2026, 12 noon."),
                    placeholder=later("4 Dec 2026, 12 noon"),
                ),
                Choice(ref(Round, lambda r: r.way_in), later("Way of handing in"), WAYS),
                Line(ref(Round, lambda r: r.where), later("Where to"), width="half"),
                YesNo(
                    ref(Round, lambda r: r.slot_tested),
                    later("Have we tried the upload?"),
                    help=later("Portals are slow on the last day. Try it two days before."),
                ),
            ),
        ),
    ),
    new=lambda: Round(id=new_id()),
    add=later("Add a deadline"),
    empty=later("No deadline yet. Add the day and the time of day from the notice."),
)
HANDING_IN: Form[Bid] = Form(
    later("How it is handed in"),
    (
        Choice(
            ref(Bid, lambda b: b.opportunity.way_in),
            later("They want"),
            WAYS,
            help=later("This decides which way out comes first when you hand in."),
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.portal_name),
            later("Portal"),
            width="half",
            shown_when=lambda bid: bid.opportunity.way_in == "portal",
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.portal_url),
            later("Its address"),
            width="half",
            shown_when=lambda bid: bid.opportunity.way_in == "portal",
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.form_name),
            later("Name of their form"),
            shown_when=lambda bid: bid.opportunity.way_in == "buyer_form",
        ),
        Count(
            ref(Bid, lambda b: b.opportunity.page_limit),
            later("Page limit"),
            unit=later("pages"),
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.file_naming),
            later("How files must be named"),
            width="half",
        ),
        Paragraph(ref(Bid, lambda b: b.opportunity.hand_in_notes), later("Other instructions")),
    ),
)
PERIOD: Form[Bid] = Form(
    later("When it runs"),
    (
        Day(ref(Bid, lambda b: b.opportunity.period.starts_on), later("Starts")),
        Day(ref(Bid, lambda b: b.opportunity.period.ends_on), later("Ends")),
        Count(
            ref(Bid, lambda b: b.opportunity.period.months), later("Length"), unit=later("months")
        ),
        Line(
            ref(Bid, lambda b: b.opportunity.period.extension),
            later("May be extended by"),
            width="half",
        ),
    ),
)
RULES: Form[Bid] = Form(
    later("Rules and openness"),
    (
        Choice(
            ref(Bid, lambda b: b.opportunity.regime),
            later("Under which rules"),
            tuple(REGIMES.items()),
        ),
        Line(ref(Bid, lambda b: b.opportunity.procedure), later("Procedure"), width="half"),
        Day(ref(Bid, lambda b: b.opportunity.commenced_on), later("Begun on")),
        TagLine(
            ref(Bid, lambda b: b.opportunity.cpv),
            later("Codes (CPV)"),
            help=later("With commas between."),
            width="half",
        ),
        YesNoUnknown(ref(Bid, lambda b: b.opportunity.sme_friendly), later("Suits small firms?")),
        YesNoUnknown(ref(Bid, lambda b: b.opportunity.vcse_friendly), later("Suits charities?")),
        Tick(
            ref(Bid, lambda b: b.opportunity.deadline_confirmed),
            later("We have checked the deadline against their own words"),
        ),
    ),
    deeper=True,
)
