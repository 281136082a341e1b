"""The forms of full value: an item in two steps, the statement, social value, its worth."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.domain.value import ValueItem
from bidkit.ui.forms.spec import (
    Choice,
    Count,
    Form,
    Line,
    LinkSet,
    Money,
    Paragraph,
    Percent,
    Several,
    Tick,
    YesNo,
)
from bidkit.words import later


def evidence_name(one: Evidence) -> str:
    """Return how an item of evidence is called."""
    return " ".join(piece for piece in (one.code, one.title) if piece)


AUDIENCES = (
    ("commissioner", later("The commissioner")),
    ("funder", later("A funder")),
    ("internal", later("We ourselves")),
    ("other", later("Somebody else")),
)
LIST: Form[ValueItem] = Form(
    later("Step one: what it is, and for whom"),
    (
        Line(
            ref(ValueItem, lambda v: v.stakeholder),
            later("For whom"),
            placeholder=later("carers, volunteers, GPs nearby"),
            width="half",
        ),
        Paragraph(
            ref(ValueItem, lambda v: v.statement),
            later("What happens for them"),
            help=later("About your organisation, with a number: not about charities at large"),
        ),
        Choice(
            ref(ValueItem, lambda v: v.meaning),
            later("What kind of added value it is"),
            (
                ("unfunded extras", later("Extras nobody pays for")),
                ("soft outcomes", later("Soft outcomes, such as confidence")),
                ("extra money", later("Money from elsewhere")),
                ("reinvestment", later("Surplus put back into the service")),
                ("passion", later("Purpose, and what follows from it")),
                ("prevention", later("Something prevented")),
                ("social benefits", later("Volunteering, neighbours, belonging")),
                ("reach", later("Reaching people others do not")),
            ),
            none=later("None of these"),
        ),
        Line(
            ref(ValueItem, lambda v: v.compared_with),
            later("Compared with"),
            help=later("Added to what? Other providers, the council’s own service, the average"),
        ),
        Choice(
            ref(ValueItem, lambda v: v.quadrant),
            later("Cell"),
            (
                ("primary outcomes", later("Primary Outcomes")),
                ("secondary outcomes", later("Secondary Outcomes")),
                ("primary satisfaction", later("Primary Satisfaction")),
                ("secondary satisfaction", later("Secondary Satisfaction")),
            ),
        ),
    ),
)
WEIGH: Form[ValueItem] = Form(
    later("Step two: who cares, and is it proved?"),
    (
        Several(
            ref(ValueItem, lambda v: v.audiences),
            later("Who wants to hear of it"),
            AUDIENCES,
        ),
        Count(
            ref(ValueItem, lambda v: v.interest),
            later("How much they care"),
            help=later("0 not at all, 1 a little, 2 clearly, 3 very much"),
            unit=later("of 3"),
        ),
        Count(
            ref(ValueItem, lambda v: v.relevance),
            later("How relevant it is to what is asked"),
            help=later("0 not at all, 1 a little, 2 clearly, 3 it is asked for"),
            unit=later("of 3"),
        ),
        Line(
            ref(ValueItem, lambda v: v.relevance_to),
            later("Relevant to"),
            help=later("The line of the specification or the local priority"),
        ),
        LinkSet(
            ref(ValueItem, lambda v: v.evidence),
            later("Shown by"),
            to=ref(Bid, lambda b: b.evidence),
            called=evidence_name,
        ),
        YesNo(
            ref(ValueItem, lambda v: v.include),
            later("Claim it?"),
            help=later("It is claimed from 2 and 2 on, with evidence, unless you say no"),
        ),
    ),
    purpose=later("Only for what named people care about: proving everything costs too much."),
)
PAY: Form[ValueItem] = Form(
    later("Step two: contract and money"),
    (
        YesNo(ref(ValueItem, lambda v: v.in_contract), later("Is it in the contract?")),
        Choice(
            ref(ValueItem, lambda v: v.paid_for),
            later("Is it in the price?"),
            (("yes", later("Yes")), ("part", later("In part")), ("no", later("No"))),
            none=later("Not answered"),
        ),
        YesNo(ref(ValueItem, lambda v: v.commitment), later("Do we commit to it?")),
        Money(ref(ValueItem, lambda v: v.cost), later("What it costs us a year")),
        Line(
            ref(ValueItem, lambda v: v.who_pays),
            later("Who pays for what the price does not"),
        ),
    ),
)
STATEMENT: Form[Bid] = Form(
    later("The statement"),
    (
        Paragraph(
            ref(Bid, lambda b: b.full_value.cost_and_benefit),
            later("What it costs, and who gains in money"),
            help=later("Which budget is spared: name it, for the draft takes it in"),
        ),
        Paragraph(ref(Bid, lambda b: b.full_value.statement), later("Statement of full value")),
        Tick(
            ref(Bid, lambda b: b.full_value.light),
            later("A light statement is enough"),
            help=later("The draft takes the two of each cell that matter most; untick it for all"),
        ),
    ),
)
SOCIAL: Form[Bid] = Form(
    later("Social value"),
    (
        Choice(
            ref(Bid, lambda b: b.full_value.social_model),
            later("The model the papers name"),
            (
                ("ppn026", later("PPN 026: good jobs, skills")),
                ("ppn002", later("PPN 002: five missions")),
                ("ppn0620", later("PPN 06/20: five themes")),
                ("own", later("The buyer’s own")),
                ("none", later("None")),
            ),
            none=later("Not known yet"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.full_value.social_method),
            later("How we keep our promises"),
            help=later("Method and plan: what, when, who, how it is measured and reported"),
        ),
    ),
)
RETURN: Form[Bid] = Form(
    later("Behind the social return"),
    (
        Money(
            ref(Bid, lambda b: b.social_return.inputs),
            later("What is put in"),
            help=later("Everything it costs, whoever pays"),
        ),
        Percent(
            ref(Bid, lambda b: b.social_return.discount_rate),
            later("Discount rate a year"),
            help=later("Left empty, the Treasury’s usual rate counts"),
        ),
        Tick(
            ref(Bid, lambda b: b.social_return.discount_first_year),
            later("Discount the first year too"),
        ),
        Paragraph(ref(Bid, lambda b: b.social_return.note), later("What we assumed, and why")),
    ),
)
CASE: Form[Bid] = Form(
    later("Business case"),
    (
        Money(ref(Bid, lambda b: b.business_case.programme_cost), later("The programme costs")),
        Money(
            ref(Bid, lambda b: b.business_case.avoided_per_case),
            later("One case costs the buyer"),
        ),
        Line(
            ref(Bid, lambda b: b.business_case.case_name),
            later("A case is"),
            placeholder=later("a year in care"),
            width="half",
        ),
        Paragraph(
            ref(Bid, lambda b: b.business_case.personal_cost),
            later("What it costs people themselves"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.business_case.cohesion), later("What it does for neighbours")
        ),
        Paragraph(ref(Bid, lambda b: b.business_case.wellbeing), later("For wellbeing")),
        Paragraph(
            ref(Bid, lambda b: b.business_case.regeneration), later("For the place and its jobs")
        ),
    ),
)
