"""The short lists of a small grant: need, what we do, what changes; the rest waits elsewhere."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Evidence, Indicator, Need, Outcome
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Column,
    Day,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Number,
    Paragraph,
)
from bidkit.ui.pages.evidence import changes, forms, proofs
from bidkit.words import later

NEEDS: Listing[Need] = Listing(
    forms.NEEDS.collection,
    later("The need"),
    forms.NEEDS.columns[1:],
    (
        Form(
            later("This need"),
            (
                Paragraph(
                    ref(Need, lambda n: n.text),
                    later("Who needs something, and what"),
                    help=later("One or two sentences, with a figure if you have one."),
                ),
                Line(ref(Need, lambda n: n.source), later("How do you know?"), width="half"),
                Day(ref(Need, lambda n: n.on), later("Of which day")),
            ),
        ),
    ),
    new=forms.NEEDS.new,
    add=later("Add a need"),
    empty=forms.NEEDS.empty,
    called=forms.NEEDS.called,
)
ACTIVITIES: Listing[Activity] = Listing(
    forms.ACTIVITIES.collection,
    later("What we do"),
    forms.ACTIVITIES.columns,
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
            ),
        ),
    ),
    new=forms.ACTIVITIES.new,
    add=later("Add an activity"),
    empty=forms.ACTIVITIES.empty,
    called=forms.ACTIVITIES.called,
    everywhere=True,
)
INDICATORS: Listing[Indicator] = Listing(
    changes.INDICATORS.collection,
    later("How it can be seen"),
    changes.INDICATORS.columns,
    (
        Form(
            later("This sign"),
            (
                Line(ref(Indicator, lambda i: i.text), later("What is counted or asked")),
                Number(ref(Indicator, lambda i: i.baseline), later("Before")),
                Number(ref(Indicator, lambda i: i.target), later("What we aim for")),
                Number(ref(Indicator, lambda i: i.result), later("Reached so far")),
                Line(ref(Indicator, lambda i: i.unit), later("In what"), width="half"),
            ),
        ),
    ),
    new=changes.INDICATORS.new,
    add=later("Add a sign"),
    empty=changes.INDICATORS.empty,
    called=changes.INDICATORS.called,
)
CHANGES: Listing[Outcome] = Listing(
    changes.OUTCOMES.collection,
    later("What changes"),
    changes.OUTCOMES.columns[:2],
    (
        Form(
            later("This change"),
            (
                Paragraph(
                    ref(Outcome, lambda o: o.text),
                    later("What is different for people"),
                    help=later("“People feel less alone”, not “we serve lunch”."),
                ),
                Line(ref(Outcome, lambda o: o.group), later("For whom"), width="half"),
                LinkSet(
                    ref(Outcome, lambda o: o.evidence),
                    later("What shows it"),
                    to=ref(Bid, lambda b: b.evidence),
                    called=changes.evidence_name,
                ),
            ),
        ),
    ),
    new=changes.OUTCOMES.new,
    add=later("Add a change"),
    empty=changes.OUTCOMES.empty,
    called=changes.OUTCOMES.called,
    inside=(INDICATORS,),
    everywhere=True,
)
KNOW: Listing[Evidence] = Listing(
    proofs.EVIDENCE.collection,
    later("How we know"),
    (*proofs.ITEM_COLUMNS[:2], Column(later("From whom"), ref(Evidence, lambda e: e.source))),
    (proofs.ITEM,),
    new=proofs.EVIDENCE.new,
    add=later("Add evidence"),
    empty=later("Who came, what they said, what others found: one line each."),
    called=proofs.EVIDENCE.called,
)
