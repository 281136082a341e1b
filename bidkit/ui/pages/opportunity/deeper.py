"""The lists of the opportunity that wait closed: conditions, what the buyer cares for."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import BuyerPoint, Condition
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Form,
    Line,
    Listing,
    Paragraph,
    YesNoUnknown,
)
from bidkit.words import later

CONDITIONS: Listing[Condition] = Listing(
    ref(Bid, lambda b: b.conditions),
    later("Conditions of taking part"),
    (
        Column(later("Condition"), ref(Condition, lambda c: c.text), stretch=True),
        Column(later("Do we meet it?"), ref(Condition, lambda c: c.met)),
    ),
    (
        Form(
            later("This condition"),
            (
                Paragraph(ref(Condition, lambda c: c.text), later("What they ask")),
                Line(ref(Condition, lambda c: c.minimum), later("Least they accept")),
                YesNoUnknown(ref(Condition, lambda c: c.met), later("Do we meet it?")),
                Paragraph(ref(Condition, lambda c: c.how_met), later("How, or what is missing")),
            ),
        ),
    ),
    new=lambda: Condition(id=new_id()),
    add=later("Add a condition"),
    deeper=True,
)
POINTS: Listing[BuyerPoint] = Listing(
    ref(Bid, lambda b: b.buyer_points),
    later("What the buyer is worried about or hopes for"),
    (
        Column(later("Point"), ref(BuyerPoint, lambda p: p.text), stretch=True),
        Column(later("Kind"), ref(BuyerPoint, lambda p: p.kind)),
    ),
    (
        Form(
            later("This point"),
            (
                Choice(
                    ref(BuyerPoint, lambda p: p.kind),
                    later("Kind"),
                    (
                        ("aim", later("An aim")),
                        ("output", later("Something delivered")),
                        ("concern", later("A worry")),
                    ),
                ),
                Paragraph(ref(BuyerPoint, lambda p: p.text), later("In their words")),
                Paragraph(ref(BuyerPoint, lambda p: p.our_reply), later("Our reply")),
            ),
        ),
    ),
    new=lambda: BuyerPoint(id=new_id()),
    add=later("Add a point"),
    deeper=True,
)
