"""The first links of the chain: needs, what we do, what it delivers, and the case in short."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Evidence, Need, Output
from bidkit.domain.refs import ref
from bidkit.domain.showing import number_words
from bidkit.figures.readings.proof import reach_words
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
)
from bidkit.ui.reading_card import Shown, Sight
from bidkit.words import later

EVIDENCE = ref(Bid, lambda b: b.evidence)
OUTPUTS = ref(Bid, lambda b: b.outputs)


def evidence_name(one: Evidence) -> str:
    """Return how an item of evidence is called in a choice."""
    return " · ".join(part for part in (one.code, one.title) if part)


def quantity_words(_bid: Bid, output: Output) -> str:
    """Return how much an output is, with its unit."""
    parts = (number_words(output.quantity), output.unit, output.per)
    return " ".join(part for part in parts if part)


CASE: Form[Bid] = Form(
    later("The case in short"),
    (
        Paragraph(
            ref(Bid, lambda b: b.case.change_sought),
            later("The change we want to see"),
            help=later("For whom, and what is different at the end."),
        ),
        Paragraph(ref(Bid, lambda b: b.case.impact), later("What lasts, and who else gains")),
        Paragraph(ref(Bid, lambda b: b.case.inputs), later("What it takes")),
        Paragraph(ref(Bid, lambda b: b.case.local_knowledge), later("What we know of the place")),
        Paragraph(ref(Bid, lambda b: b.case.quotable), later("What others would repeat about us")),
        Count(ref(Bid, lambda b: b.case.reached), later("People reached directly")),
        Count(
            ref(Bid, lambda b: b.case.reached_through),
            later("And through them"),
            help=later("Family, colleagues, neighbours: only if you know"),
        ),
    ),
)


def _reach(bid: Bid) -> Shown | None:
    words = reach_words(bid)
    return Shown(((words, "ink"),)) if words else None


REACH = Sight(later("Whom it reaches"), ("case",), _reach)
DEEPER_CASE: Form[Bid] = Form(CASE.title, CASE.fields, deeper=True)
NEEDS: Listing[Need] = Listing(
    ref(Bid, lambda b: b.needs),
    later("Needs"),
    (
        Column(later("Whose"), ref(Need, lambda n: n.whose)),
        Column(later("Need"), ref(Need, lambda n: n.text), stretch=True),
        Column(later("Source"), ref(Need, lambda n: n.source)),
    ),
    (
        Form(
            later("This need"),
            (
                Choice(
                    ref(Need, lambda n: n.whose),
                    later("Whose need is it?"),
                    (
                        ("beneficiary", later("The people we serve")),
                        ("community", later("The community")),
                        ("funder", later("The buyer or funder")),
                    ),
                ),
                Paragraph(
                    ref(Need, lambda n: n.text),
                    later("The need"),
                    help=later("One or two sentences with a figure. People first."),
                ),
                Line(
                    ref(Need, lambda n: n.source), later("Where the figure is from"), width="half"
                ),
                Day(ref(Need, lambda n: n.on), later("Of which day")),
                Line(ref(Need, lambda n: n.area), later("Where"), width="half"),
                Line(ref(Need, lambda n: n.population), later("How many people"), width="half"),
                Paragraph(ref(Need, lambda n: n.gap), later("What is missing today")),
            ),
        ),
        Form(
            later("What shows this need"),
            (
                LinkSet(
                    ref(Need, lambda n: n.evidence),
                    later("Evidence"),
                    to=EVIDENCE,
                    called=evidence_name,
                ),
            ),
        ),
    ),
    new=lambda: Need(id=new_id()),
    add=later("Add a need"),
    empty=later("Begin here: who is worse off than they should be, and how do you know?"),
    called=lambda n: n.text,
)
ACTIVITIES: Listing[Activity] = Listing(
    ref(Bid, lambda b: b.activities),
    later("What we do"),
    (
        Column(later("Activity"), ref(Activity, lambda a: a.text), stretch=True),
        Column(later("For the need"), ref(Activity, lambda a: a.parent)),
    ),
    (
        Form(
            later("This activity"),
            (
                Paragraph(ref(Activity, lambda a: a.text), later("What we do")),
                LinkChoice(
                    ref(Activity, lambda a: a.parent),
                    later("For which need"),
                    to=ref(Bid, lambda b: b.needs),
                    called=lambda need: need.text,
                    width="full",
                ),
                Paragraph(ref(Activity, lambda a: a.inputs), later("What it takes")),
                Paragraph(
                    ref(Activity, lambda a: a.good_practice),
                    later("Why we do it this way"),
                    help=later("Guidance, research, or what you learned."),
                ),
            ),
        ),
    ),
    new=lambda: Activity(id=new_id()),
    add=later("Add an activity"),
    empty=later("What do you do about it? One line for each thing you do."),
    called=lambda a: a.text,
    everywhere=True,
)
OUTPUT_LIST: Listing[Output] = Listing(
    OUTPUTS,
    later("What it delivers"),
    (
        Column(later("Output"), ref(Output, lambda o: o.text), stretch=True),
        Column(later("How many"), told=quantity_words, figures=True),
    ),
    (
        Form(
            later("This output"),
            (
                Line(
                    ref(Output, lambda o: o.text),
                    later("What is delivered"),
                    help=later("What you can count: sessions, places, visits."),
                ),
                LinkChoice(
                    ref(Output, lambda o: o.parent),
                    later("By which activity"),
                    to=ref(Bid, lambda b: b.activities),
                    called=lambda activity: activity.text,
                    width="full",
                ),
                Number(ref(Output, lambda o: o.quantity), later("How many")),
                Line(ref(Output, lambda o: o.unit), later("Of what"), width="half"),
                Line(
                    ref(Output, lambda o: o.per),
                    later("How often"),
                    placeholder=later("a year"),
                    width="half",
                ),
            ),
        ),
    ),
    new=lambda: Output(id=new_id()),
    add=later("Add an output"),
    empty=later("What comes of it that can be counted?"),
    called=lambda o: o.text,
    everywhere=True,
)
DEEPER_OUTPUTS: Listing[Output] = Listing(
    OUTPUT_LIST.collection,
    OUTPUT_LIST.title,
    OUTPUT_LIST.columns,
    OUTPUT_LIST.forms,
    new=OUTPUT_LIST.new,
    add=OUTPUT_LIST.add,
    empty=OUTPUT_LIST.empty,
    called=OUTPUT_LIST.called,
    everywhere=True,
    deeper=True,
)
