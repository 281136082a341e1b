"""The lists of the price: the schedule a buyer asks for, and the budget a fund asks for."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words
from bidkit.figures.readings.schedule import schedule_amount
from bidkit.importers.pasted_costs import read_costs
from bidkit.ui.forms.spec import (
    Column,
    Count,
    Form,
    Line,
    LinkChoice,
    Listing,
    Money,
    Number,
    YesNo,
)
from bidkit.words import later, tr

LOTS = ref(Bid, lambda b: b.lots)


def lot_name(lot: Lot) -> str:
    """Return how a lot is called in a choice."""
    return " ".join(part for part in (lot.number, lot.title) if part)


def price_words(_bid: Bid, line: PriceLine) -> str:
    """Return what a line of the schedule comes to."""
    return money_words(schedule_amount(line)) or tr("no amount")


def pasted_prices(text: str) -> tuple[tuple[PriceLine, ...], tuple[str, ...]]:
    """Return the lines of a schedule copied from a spreadsheet, and the names of rows left out."""
    found = read_costs(text)
    lines = tuple(
        PriceLine(
            id=one.id,
            title=one.title,
            year=one.year,
            quantity=one.quantity,
            rate=one.unit_cost,
            amount=one.amount,
        )
        for one in found.lines
    )
    return lines, found.left_out


BUDGET: Listing[PriceLine] = Listing(
    ref(Bid, lambda b: b.price_lines),
    later("The budget as the fund sees it"),
    (
        Column(later("Line"), ref(PriceLine, lambda p: p.title), stretch=True),
        Column(later("Amount"), told=price_words, figures=True),
    ),
    (
        Form(
            later("This line"),
            (
                Line(ref(PriceLine, lambda p: p.title), later("What for"), width="half"),
                Money(ref(PriceLine, lambda p: p.amount), later("Amount")),
            ),
        ),
    ),
    new=lambda: PriceLine(id=new_id()),
    add=later("Add a line"),
    purpose=later("Only if the fund asks for one. This is printed."),
    pasted=pasted_prices,
    empty=later("None: the amount alone is given."),
    called=lambda p: p.title,
)
SCHEDULE: Listing[PriceLine] = Listing(
    ref(Bid, lambda b: b.price_lines),
    later("Price schedule"),
    (
        Column(later("Line"), ref(PriceLine, lambda p: p.title), stretch=True),
        Column(later("Lot"), ref(PriceLine, lambda p: p.lot)),
        Column(later("Year"), ref(PriceLine, lambda p: p.year)),
        Column(later("Option"), ref(PriceLine, lambda p: p.option)),
        Column(later("Amount"), told=price_words, figures=True),
    ),
    (
        Form(
            later("This line"),
            (
                Line(ref(PriceLine, lambda p: p.title), later("As the buyer calls it")),
                Money(
                    ref(PriceLine, lambda p: p.amount),
                    later("Amount"),
                    help=later("Or how many, and the rate."),
                ),
                Number(
                    ref(PriceLine, lambda p: p.quantity),
                    later("How many"),
                    shown_when=lambda p: p.amount is None or p.quantity is not None,
                ),
                Money(
                    ref(PriceLine, lambda p: p.rate),
                    later("Rate"),
                    shown_when=lambda p: p.amount is None or p.rate is not None,
                ),
                Line(ref(PriceLine, lambda p: p.unit), later("Unit"), width="half"),
            ),
        ),
        Form(
            later("Where it belongs"),
            (
                Count(ref(PriceLine, lambda p: p.year), later("Year")),
                LinkChoice(ref(PriceLine, lambda p: p.lot), later("Lot"), to=LOTS, called=lot_name),
                YesNo(
                    ref(PriceLine, lambda p: p.option),
                    later("Is it an option?"),
                    help=later("Options do not count towards the price."),
                ),
            ),
        ),
    ),
    new=lambda: PriceLine(id=new_id()),
    add=later("Add a line"),
    purpose=later("As the buyer asks for it. This is printed."),
    pasted=pasted_prices,
    empty=later("No schedule asked for: the price alone is given."),
    called=lambda p: p.title,
)
