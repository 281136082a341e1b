"""Forms for tests: one with every kind of field, and a list with a list inside it."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Evidence, Need, Output
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    FileChoice,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Money,
    Number,
    Paragraph,
    Several,
    TagLine,
    Tick,
    YesNo,
    YesNoUnknown,
)
from bidkit.words import later

BUYER: Form[Bid] = Form(
    later("The buyer"),
    (
        Line(ref(Bid, lambda b: b.opportunity.buyer.name), later("Name"), required=True),
        Paragraph(ref(Bid, lambda b: b.opportunity.buyer.address), later("Address")),
        Line(
            ref(Bid, lambda b: b.opportunity.buyer.contact_name),
            later("Contact"),
            help=later("Whom to ask."),
        ),
        Money(ref(Bid, lambda b: b.opportunity.value), later("Value")),
        Day(ref(Bid, lambda b: b.opportunity.period.starts_on), later("Starts")),
        Choice(
            ref(Bid, lambda b: b.opportunity.funding),
            later("Kind of money"),
            (("contract", later("Contract")), ("grant", later("Grant")), ("both", later("Both"))),
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.grant_maximum),
            later("Most that is granted"),
            shown_when=lambda bid: bid.opportunity.funding == "grant",
        ),
    ),
)
MORE: Form[Bid] = Form(
    later("More"),
    (
        YesNoUnknown(ref(Bid, lambda b: b.opportunity.sme_friendly), later("For small firms")),
        Tick(ref(Bid, lambda b: b.opportunity.deadline_confirmed), later("Deadline confirmed")),
        TagLine(ref(Bid, lambda b: b.opportunity.cpv), later("Codes")),
        Count(ref(Bid, lambda b: b.opportunity.page_limit), later("Pages"), unit=later("pages")),
    ),
    deeper=True,
)
EVIDENCE: Listing[Evidence] = Listing(
    ref(Bid, lambda b: b.evidence),
    later("Evidence"),
    (
        Column(later("Title"), ref(Evidence, lambda e: e.title), stretch=True),
        Column(later("Number"), ref(Evidence, lambda e: e.n)),
    ),
    (
        Form(
            later("This item"),
            (
                Line(ref(Evidence, lambda e: e.title), later("Title")),
                Count(ref(Evidence, lambda e: e.n), later("Number")),
                FileChoice(ref(Evidence, lambda e: e.attachment), later("File")),
                Several(
                    ref(Evidence, lambda e: e.bond),
                    later("Principles"),
                    (("voice", later("Voice")), ("appropriateness", later("Fit"))),
                ),
                LinkSet(
                    ref(Evidence, lambda e: e.outcomes),
                    later("Outcomes"),
                    ref(Bid, lambda b: b.outcomes),
                    lambda outcome: outcome.text,
                ),
                LinkChoice(
                    ref(Evidence, lambda e: e.partner),
                    later("From"),
                    ref(Bid, lambda b: b.partners),
                    lambda partner: partner.name,
                ),
            ),
        ),
    ),
    new=lambda: Evidence(id=new_id()),
    add=later("Add evidence"),
    empty=later("What proves your claims stands here."),
)
OUTPUTS: Listing[Output] = Listing(
    ref(Bid, lambda b: b.outputs),
    later("Outputs"),
    (Column(later("Output"), ref(Output, lambda o: o.text), stretch=True),),
    (
        Form(
            later("Output"),
            (
                Line(ref(Output, lambda o: o.text), later("Text")),
                Number(ref(Output, lambda o: o.quantity), later("How many")),
            ),
        ),
    ),
    new=lambda: Output(id=new_id()),
    add=later("Add an output"),
)
ACTIVITIES: Listing[Activity] = Listing(
    ref(Bid, lambda b: b.activities),
    later("Activities"),
    (Column(later("Activity"), ref(Activity, lambda a: a.text), stretch=True),),
    (Form(later("Activity"), (Paragraph(ref(Activity, lambda a: a.text), later("What")),)),),
    new=lambda: Activity(id=new_id()),
    add=later("Add an activity"),
    inside=(OUTPUTS,),
)
NEEDS: Listing[Need] = Listing(
    ref(Bid, lambda b: b.needs),
    later("Needs"),
    (Column(later("Need"), ref(Need, lambda n: n.text), stretch=True),),
    (Form(later("Need"), (Line(ref(Need, lambda n: n.source), later("Source")),)),),
    new=lambda: Need(id=new_id()),
)
RED = YesNo(ref(Bid, lambda b: b.organisation.sme), later("Small"))
