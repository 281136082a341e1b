"""The cards of scoring: one criterion, our own mark, the price, scales, how the whole is marked."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.opportunity import Competitor, Lot
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Money,
    Number,
    Paragraph,
    Percent,
    Tick,
    YesNo,
)
from bidkit.words import later


def question_name(question: Question) -> str:
    """Return how a question is called in a choice."""
    return " ".join(part for part in (question.number, question.title or question.text) if part)


def lot_name(lot: Lot) -> str:
    """Return how a lot is called in a choice."""
    return " ".join(part for part in (lot.number, lot.title) if part)


def is_marked(criterion: Criterion) -> bool:
    """Tell whether a criterion is marked on a scale, unlike a price."""
    return criterion.kind not in ("price", "cost")


THIS: Form[Criterion] = Form(
    later("This criterion"),
    (
        Line(ref(Criterion, lambda c: c.number), later("Number"), width="half"),
        Line(ref(Criterion, lambda c: c.title), later("What is marked"), width="half"),
        Choice(
            ref(Criterion, lambda c: c.kind),
            later("Kind"),
            (
                ("quality", later("Quality")),
                ("price", later("Price")),
                ("social value", later("Social value")),
                ("cost", later("Cost over its life")),
            ),
        ),
        Percent(ref(Criterion, lambda c: c.weight), later("Weight")),
        LinkChoice(
            ref(Criterion, lambda c: c.scale),
            later("Scale"),
            to=ref(Bid, lambda b: b.scales),
            called=lambda scale: scale.title,
            shown_when=is_marked,
        ),
        Number(
            ref(Criterion, lambda c: c.threshold),
            later("Lowest mark they accept"),
            help=later("Below it the bid is out."),
            shown_when=is_marked,
        ),
        LinkSet(
            ref(Criterion, lambda c: c.questions),
            later("Marks the questions"),
            to=ref(Bid, lambda b: b.questions),
            called=question_name,
            shown_when=is_marked,
        ),
    ),
)
OURS: Form[Criterion] = Form(
    later("Our own mark"),
    (
        Number(
            ref(Criterion, lambda c: c.own_mark),
            later("The mark we would give ourselves"),
            help=later("As strict as the panel. Nobody outside sees it."),
        ),
        Paragraph(ref(Criterion, lambda c: c.own_reason), later("Because")),
        Paragraph(
            ref(Criterion, lambda c: c.how_exceed),
            later("How do we exceed what is asked?"),
            help=later("An outcome more, stronger proof, a risk taken away. Without it: met."),
        ),
    ),
)
MORE: Form[Criterion] = Form(
    later("More on this criterion"),
    (
        Paragraph(ref(Criterion, lambda c: c.description), later("What the buyer says of it")),
        Paragraph(ref(Criterion, lambda c: c.good_practice), later("What the best do here")),
        Line(
            ref(Criterion, lambda c: c.weight_as_published),
            later("Weight in the buyer's words"),
            width="half",
        ),
        Count(
            ref(Criterion, lambda c: c.words),
            later("Limit, if no question has one"),
            unit=later("words"),
        ),
        Tick(ref(Criterion, lambda c: c.weight_confirmed), later("The weight is certain")),
        LinkSet(
            ref(Criterion, lambda c: c.lots),
            later("Lots"),
            to=ref(Bid, lambda b: b.lots),
            called=lot_name,
            help=later("None chosen: all of them."),
        ),
    ),
)
WHOLE: Form[Bid] = Form(
    later("How the whole bid is marked"),
    (
        YesNo(
            ref(Bid, lambda b: b.scoring.published), later("Has the buyer published the criteria?")
        ),
        Paragraph(
            ref(Bid, lambda b: b.scoring.method),
            later("How they mark"),
            help=later("Who marks, what puts a bid out: in their words, with the page."),
        ),
        Number(
            ref(Bid, lambda b: b.scoring.threshold_total),
            later("Lowest total they accept"),
            unit=later("points"),
        ),
        Number(
            ref(Bid, lambda b: b.scoring.moderation_gap),
            later("Talk when marks differ by more than"),
            help=later("For our mock panel."),
        ),
        Paragraph(ref(Bid, lambda b: b.scoring.panel), later("Who sits on their panel")),
    ),
)
PRICE: Form[Bid] = Form(
    later("How the price is marked"),
    (
        Choice(
            ref(Bid, lambda b: b.scoring.price_formula),
            later("Formula"),
            (
                ("lowest_ratio", later("Lowest price ÷ our price")),
                ("linear_above_lowest", later("Less for each percent above the lowest")),
                ("mean_deviation", later("How far from the average")),
                ("optimal_price", later("How far from the best price")),
                ("benchmark", later("Against the buyer's estimate")),
                ("price_per_quality_point", later("Price ÷ quality points")),
                ("fixed_price", later("The price is fixed")),
            ),
            width="half",
        ),
        Money(
            ref(Bid, lambda b: b.scoring.lowest_rival),
            later("What if the lowest price is"),
            help=later("Nobody knows. Try a few."),
            shown_when=lambda bid: bid.scoring.price_formula != "fixed_price",
        ),
        Money(
            ref(Bid, lambda b: b.scoring.price_optimal),
            later("Best price they name"),
            shown_when=lambda bid: bid.scoring.price_formula == "optimal_price",
        ),
        Money(
            ref(Bid, lambda b: b.scoring.price_maximum),
            later("Price that earns nothing"),
            shown_when=lambda bid: bid.scoring.price_formula == "optimal_price",
        ),
    ),
)
LOT_RIVAL: Form[Lot] = Form(
    later("The price of this lot"),
    (
        Money(
            ref(Lot, lambda lot: lot.lowest_rival),
            later("What if the lowest price for it is"),
            help=later("Nobody knows. Try a few."),
        ),
    ),
)
RIVALS: Listing[Competitor] = Listing(
    ref(Bid, lambda b: b.competitors),
    later("Bids we expect"),
    (
        Column(later("Who"), ref(Competitor, lambda c: c.name), stretch=True),
        Column(later("Likely price"), ref(Competitor, lambda c: c.likely_price), figures=True),
        Column(later("Quality, of 100"), ref(Competitor, lambda c: c.likely_quality), figures=True),
    ),
    (
        Form(
            later("This bid"),
            (
                Line(ref(Competitor, lambda c: c.name), later("Who"), width="half"),
                Money(ref(Competitor, lambda c: c.likely_price), later("Likely price")),
                Percent(
                    ref(Competitor, lambda c: c.likely_quality),
                    later("Likely quality"),
                    help=later("Of the marks that are not for the price."),
                ),
                LinkChoice(
                    ref(Competitor, lambda c: c.lot),
                    later("For which lot"),
                    to=ref(Bid, lambda b: b.lots),
                    called=lot_name,
                    help=later("None chosen: for the whole. Add a bid for each lot."),
                ),
            ),
        ),
    ),
    new=lambda: Competitor(id=new_id()),
    add=later("Add a bid"),
    purpose=later("Only guesses, and for us alone. Give price and quality, and they are compared."),
    empty=later("Nobody named. The cheapest rival stands in for all."),
    called=lambda c: c.name,
)
SCALES: Listing[Scale] = Listing(
    ref(Bid, lambda b: b.scales),
    later("Scales"),
    (
        Column(later("Scale"), ref(Scale, lambda s: s.title), stretch=True),
        Column(later("Top mark"), ref(Scale, lambda s: s.most)),
        Column(later("Met"), ref(Scale, lambda s: s.met)),
    ),
    (
        Form(
            later("This scale"),
            (
                Line(ref(Scale, lambda s: s.title), later("Name"), width="half"),
                Number(ref(Scale, lambda s: s.most), later("Top mark")),
                Number(
                    ref(Scale, lambda s: s.met),
                    later("Mark for meeting what is asked"),
                    help=later("More is only for exceeding it."),
                ),
                Number(ref(Scale, lambda s: s.least), later("Lowest mark they accept")),
                Line(ref(Scale, lambda s: s.source), later("Where it stands")),
            ),
        ),
    ),
    new=lambda: Scale(id=new_id()),
    add=later("Add a scale of our own"),
    purpose=later("As the tender documents give them. Common ones are offered in the table."),
    empty=later("None yet. Choose a common one in the table's Scale column, or add one."),
    called=lambda s: s.title,
)
