"""The lists of change: outcomes, the indicators that show them, and what was measured."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence, Indicator, Outcome, Result
from bidkit.domain.refs import ref
from bidkit.domain.showing import percent_words
from bidkit.figures.readings.proof import achieved_of
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
    Number,
    Paragraph,
    YesNo,
)
from bidkit.words import later, tr

EVIDENCE = ref(Bid, lambda b: b.evidence)


def evidence_name(one: Evidence) -> str:
    """Return how an item of evidence is called in a choice."""
    return " · ".join(part for part in (one.code, one.title) if part)


def achieved_words(_bid: Bid, indicator: Indicator) -> str:
    """Return how much of the intended change came about."""
    found = achieved_of(indicator)
    return percent_words(found, 0) if found is not None else "–"


def strength_words(_bid: Bid, outcome: Outcome) -> str:
    """Return the strength of evidence of an outcome."""
    if outcome.strength is None:
        return tr("not judged")
    return tr("{n} of 5", n=outcome.strength)


RESULTS: Listing[Result] = Listing(
    ref(Bid, lambda b: b.results),
    later("Measured over time"),
    (
        Column(later("Day"), ref(Result, lambda r: r.on), stretch=True),
        Column(later("Value"), ref(Result, lambda r: r.value)),
        Column(later("People"), ref(Result, lambda r: r.n)),
    ),
    (
        Form(
            later("This measurement"),
            (
                Day(ref(Result, lambda r: r.on), later("Measured on")),
                Number(ref(Result, lambda r: r.value), later("Value")),
                Count(ref(Result, lambda r: r.n), later("Of how many people")),
                Line(ref(Result, lambda r: r.note), later("Note"), width="half"),
            ),
        ),
    ),
    new=lambda: Result(id=new_id()),
    add=later("Add a measurement"),
    empty=later("Two or more make a line in a chart."),
)
INDICATORS: Listing[Indicator] = Listing(
    ref(Bid, lambda b: b.indicators),
    later("How the change is seen"),
    (
        Column(later("Indicator"), ref(Indicator, lambda i: i.text), stretch=True),
        Column(later("Before"), ref(Indicator, lambda i: i.baseline)),
        Column(later("Target"), ref(Indicator, lambda i: i.target)),
        Column(later("Result"), ref(Indicator, lambda i: i.result)),
        Column(later("Achieved"), told=achieved_words, figures=True),
    ),
    (
        Form(
            later("This indicator"),
            (
                Line(ref(Indicator, lambda i: i.text), later("What is counted or asked")),
                Line(ref(Indicator, lambda i: i.tool), later("With which tool"), width="half"),
                Line(ref(Indicator, lambda i: i.unit), later("In what"), width="half"),
                Number(ref(Indicator, lambda i: i.baseline), later("Before")),
                Number(ref(Indicator, lambda i: i.target), later("Target")),
                Number(ref(Indicator, lambda i: i.result), later("Result")),
                Line(ref(Indicator, lambda i: i.frequency), later("How often"), width="half"),
            ),
        ),
        Form(
            later("When, and of how many"),
            (
                Day(ref(Indicator, lambda i: i.baseline_on), later("Before: measured on")),
                Count(ref(Indicator, lambda i: i.baseline_n), later("Before: people")),
                Day(ref(Indicator, lambda i: i.target_on), later("Target: by")),
                Day(ref(Indicator, lambda i: i.result_on), later("Result: measured on")),
                Count(ref(Indicator, lambda i: i.result_n), later("Result: people")),
                Count(ref(Indicator, lambda i: i.started), later("How many started")),
                Count(
                    ref(Indicator, lambda i: i.achieved),
                    later("How many of them achieved it"),
                ),
            ),
        ),
    ),
    new=lambda: Indicator(id=new_id()),
    add=later("Add an indicator"),
    empty=later("How would somebody see the change? Choose one thing to count or ask."),
    called=lambda i: i.text,
    inside=(RESULTS,),
)
OUTCOME: Form[Outcome] = Form(
    later("This outcome"),
    (
        Paragraph(
            ref(Outcome, lambda o: o.text),
            later("What is different for people"),
            help=later("“People feel safer”, not “we run a group”."),
        ),
        Line(ref(Outcome, lambda o: o.group), later("For whom"), width="half"),
        LinkChoice(
            ref(Outcome, lambda o: o.parent),
            later("Comes from"),
            to=ref(Bid, lambda b: b.outputs),
            called=lambda output: output.text,
        ),
        Choice(
            ref(Outcome, lambda o: o.kind),
            later("Kind of change"),
            (
                ("hard", later("Can be counted")),
                ("soft", later("Can be felt")),
                ("distance travelled", later("A way towards it")),
            ),
        ),
        Choice(
            ref(Outcome, lambda o: o.term),
            later("When"),
            (
                ("short", later("Weeks")),
                ("medium", later("Months")),
                ("long", later("Years")),
            ),
            width="half",
        ),
        Choice(
            ref(Outcome, lambda o: o.rank),
            later("In the contract?"),
            (("primary", later("Main")), ("secondary", later("Beside it"))),
            width="half",
        ),
        Line(
            ref(Outcome, lambda o: o.buyer_target),
            later("Which target of the buyer's it meets"),
        ),
    ),
)
BEHIND: Form[Outcome] = Form(
    later("What stands behind it"),
    (
        Paragraph(
            ref(Outcome, lambda o: o.theory),
            later("Why it should work"),
        ),
        Paragraph(
            ref(Outcome, lambda o: o.comparison),
            later("Compared with whom"),
            help=later("Similar people who did not take part."),
        ),
        YesNo(ref(Outcome, lambda o: o.replicated), later("Did somebody independent find it too?")),
        YesNo(
            ref(Outcome, lambda o: o.written_down),
            later("Could others do it from your manual, with the same results?"),
            shown_when=lambda o: o.replicated == "yes",
        ),
        LinkSet(
            ref(Outcome, lambda o: o.evidence),
            later("Evidence"),
            to=EVIDENCE,
            called=evidence_name,
        ),
        Count(
            ref(Outcome, lambda o: o.strength),
            later("Strength of evidence"),
            help=later("0 told only to 5 proved anywhere."),
        ),
        Paragraph(ref(Outcome, lambda o: o.strength_reason), later("Because")),
    ),
)
SAVES: Form[Outcome] = Form(
    later("What it saves"),
    (
        Paragraph(ref(Outcome, lambda o: o.saving), later("What it saves, and whom")),
        LinkChoice(
            ref(Outcome, lambda o: o.unit_value),
            later("What one costs when it does not happen"),
            to=ref(Bid, lambda b: b.social_measures),
            called=lambda measure: measure.title,
            help=later("From your own values with their sources, under Full value."),
            width="full",
        ),
    ),
)
OUTCOMES: Listing[Outcome] = Listing(
    ref(Bid, lambda b: b.outcomes),
    later("What changes"),
    (
        Column(later("Outcome"), ref(Outcome, lambda o: o.text), stretch=True),
        Column(later("For whom"), ref(Outcome, lambda o: o.group)),
        Column(later("Evidence"), told=strength_words),
    ),
    (OUTCOME,),
    new=lambda: Outcome(id=new_id()),
    add=later("Add an outcome"),
    empty=later("What is different for people afterwards? Who, what, by when."),
    called=lambda o: o.text,
    inside=(INDICATORS,),
    everywhere=True,
)
