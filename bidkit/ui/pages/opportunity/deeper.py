"""The lists of the opportunity that wait closed: lots, conditions, what the buyer cares for."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import BuyerPoint, Condition, Lot
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
    Paragraph,
    YesNoUnknown,
)
from bidkit.words import later

LOTS: Listing[Lot] = Listing(
    ref(Bid, lambda b: b.lots),
    later("Lots"),
    (
        Column(later("No."), ref(Lot, lambda lot: lot.number)),
        Column(later("Title"), ref(Lot, lambda lot: lot.title), stretch=True),
        Column(later("Value"), ref(Lot, lambda lot: lot.value)),
        Column(later("Are we bidding?"), ref(Lot, lambda lot: lot.bidding)),
    ),
    (
        Form(
            later("This lot"),
            (
                Line(ref(Lot, lambda lot: lot.number), later("Number"), width="half"),
                Line(ref(Lot, lambda lot: lot.title), later("Title")),
                Paragraph(ref(Lot, lambda lot: lot.description), later("What it covers")),
                Money(ref(Lot, lambda lot: lot.value), later("Value")),
                YesNoUnknown(ref(Lot, lambda lot: lot.bidding), later("Are we bidding for it?")),
            ),
        ),
        Form(
            later("This lot for us"),
            (
                Count(
                    ref(Lot, lambda lot: lot.preference),
                    later("Our order of preference"),
                    help=later("1 is the lot we want most"),
                ),
                Paragraph(
                    ref(Lot, lambda lot: lot.capacity_note),
                    later("Could we do it beside the others?"),
                ),
                Money(ref(Lot, lambda lot: lot.value_gross), later("Value with VAT")),
                Day(ref(Lot, lambda lot: lot.starts_on), later("Starts")),
                Day(ref(Lot, lambda lot: lot.ends_on), later("Ends")),
                Line(ref(Lot, lambda lot: lot.renewal), later("May be extended by")),
            ),
        ),
    ),
    new=lambda: Lot(id=new_id()),
    add=later("Add a lot"),
    empty=later("No lots: the whole of it is one contract or grant."),
    called=lambda lot: lot.title,
    deeper=True,
)
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
