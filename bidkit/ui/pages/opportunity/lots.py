"""The lots: which we bid for, in what order, what one may win, and what winning several takes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.figures.readings.lots import short_name_of_lot
from bidkit.figures.readings.scoring.lot_prices import (
    IfWon,
    if_won,
    income_of_latest_year,
    value_a_year,
)
from bidkit.figures.rounding import share_percent
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.forms.lists import ItemList, holds
from bidkit.ui.forms.spec import (
    Column,
    Count,
    Day,
    Form,
    Line,
    Listing,
    Money,
    Number,
    Paragraph,
    TagLine,
    YesNoUnknown,
)
from bidkit.ui.reading_card import ReadingCard, Sentence, Shown, Sight
from bidkit.words import later, tr

LIMITS = ("opportunity.lots_most_bids", "opportunity.lots_most_awards", "lot_plan")
LOTS: Listing[Lot] = Listing(
    ref(Bid, lambda b: b.lots),
    later("Lots"),
    (
        Column(later("No."), ref(Lot, lambda lot: lot.number)),
        Column(later("Title"), ref(Lot, lambda lot: lot.title), stretch=True),
        Column(later("Value"), ref(Lot, lambda lot: lot.value)),
        Column(later("Order"), ref(Lot, lambda lot: lot.preference)),
        Column(later("Are we bidding?"), ref(Lot, lambda lot: lot.bidding)),
    ),
    (
        Form(
            later("This lot"),
            (
                Line(ref(Lot, lambda lot: lot.number), later("Number"), width="half"),
                YesNoUnknown(ref(Lot, lambda lot: lot.bidding), later("Are we bidding for it?")),
                Line(ref(Lot, lambda lot: lot.title), later("Title")),
                Paragraph(ref(Lot, lambda lot: lot.description), later("What it covers")),
                TagLine(
                    ref(Lot, lambda lot: lot.places),
                    later("Its places"),
                    help=later("With commas between. Found where left in another lot’s answer."),
                ),
                Money(ref(Lot, lambda lot: lot.value), later("Value")),
                Count(
                    ref(Lot, lambda lot: lot.preference),
                    later("Our order of preference"),
                    help=later("1 is the lot we want most"),
                ),
            ),
        ),
        Form(
            later("This lot for us"),
            (
                Number(
                    ref(Lot, lambda lot: lot.hours_a_week),
                    later("Staff it takes"),
                    unit=later("hours a week"),
                ),
                Paragraph(
                    ref(Lot, lambda lot: lot.capacity_note),
                    later("Could we do it beside the others?"),
                ),
                Paragraph(
                    ref(Lot, lambda lot: lot.short_description),
                    later("What we offer in it, in short"),
                    help=later("In this lot’s own set it stands in place of the common one."),
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
PLAN: Form[Bid] = Form(
    later("If we win more than one"),
    (
        Count(
            ref(Bid, lambda b: b.opportunity.lots_most_bids),
            later("Most lots one may bid for"),
            width="half",
        ),
        Count(
            ref(Bid, lambda b: b.opportunity.lots_most_awards),
            later("Most lots one may win"),
            width="half",
        ),
        Number(
            ref(Bid, lambda b: b.lot_plan.hours_available),
            later("Staff we could have in all"),
            unit=later("hours a week"),
        ),
        Paragraph(ref(Bid, lambda b: b.lot_plan.order_reason), later("Why this order")),
        Paragraph(
            ref(Bid, lambda b: b.lot_plan.note),
            later("How we would manage all of them"),
            help=later("Who is in post, who would be taken on, and by when."),
        ),
    ),
)


def capacity(bid: Bid) -> Shown | None:
    """Return for each set of lots we may win the hours, the value a year and what it is of us."""
    found = if_won(bid)
    if not found:
        return None
    income = income_of_latest_year(bid)
    rows = [_row(bid, one, income) for one in found]
    headings = (tr("If we win"), tr("Hours a week"), tr("Value a year"), tr("Of our income"))
    return Shown(_sentences(bid, found), headings, rows)


def _row(bid: Bid, one: IfWon, income: Decimal | None) -> tuple[str, ...]:
    year = value_a_year(bid, one)
    share = share_percent(year, income) if year is not None and income else None
    return (
        " + ".join(short_name_of_lot(lot) for lot in one.lots),
        number_words(one.hours) or tr("not said"),
        money_words(year) or tr("not said"),
        percent_words(share, 0) if share is not None else tr("not known"),
    )


def _sentences(bid: Bid, found: tuple[IfWon, ...]) -> tuple[Sentence, ...]:
    at_hand, most = bid.lot_plan.hours_available, max(found, key=lambda one: len(one.lots))
    said: list[Sentence] = []
    limit = bid.opportunity.lots_most_awards
    if limit is not None and len(most.lots) == limit:
        said.append((tr("One bidder may win {n}.", n=limit), "muted"))
    if at_hand is None or most.hours is None:
        words = tr("Say the hours of each lot and how many you could have, and this compares them.")
        said.append((words, "muted"))
    elif most.hours > at_hand:
        over = number_words(most.hours - at_hand)
        said.append((tr("▲ Winning all of it takes {n} hours more than we have.", n=over), "warn"))
    else:
        said.append((tr("✓ We could staff all that we may win."), "good"))
    return tuple(said)


SIGHT = Sight(
    later("What it would take"),
    ("lots", "lot_plan", "lot_combinations", "opportunity", "price_lines", "costing", "accounts"),
    capacity,
)


class LotsSection(ItemList):
    """The list of lots, and under it the limits, our plan, and what winning several takes."""

    def __init__(self, desk: Desk, parent: Any = None) -> None:
        super().__init__(desk, LOTS, parent)
        self.add_below(FormCard(desk, PLAN, WHOLE_BID, self))
        self.add_below(ReadingCard(desk, SIGHT, self))


def held(place: Ref[Bid, Any]) -> bool:
    """Tell whether an address lies in the section of lots."""
    address = str(place)
    return holds(LOTS, place) or any(address.startswith(name) for name in LIMITS)
