"""The lists of full value: promises, clauses, measures of one's own, lines of a social return."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words, number_words
from bidkit.domain.value import Commitment, ReturnLine, SocialClause, SocialMeasure
from bidkit.figures.readings.value import worth_of, worth_of_line
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
    Money,
    Number,
    Paragraph,
    Percent,
    YesNo,
)
from bidkit.ui.pages.value.forms import evidence_name
from bidkit.words import later


def promised(_bid: Bid, one: Commitment) -> str:
    """Return how much is promised, with its unit."""
    return " ".join(piece for piece in (number_words(one.quantity), one.unit) if piece)


def line_worth(bid: Bid, one: ReturnLine) -> str:
    """Return what each of a line is worth."""
    return money_words(worth_of_line(bid, one))


def worth_now(_bid: Bid, one: SocialMeasure) -> str:
    """Return what one is worth in the prices it is brought to."""
    return money_words(worth_of(one))


COMMITMENTS: Listing[Commitment] = Listing(
    ref(Bid, lambda b: b.commitments),
    later("What we promise"),
    (
        Column(later("Promise"), ref(Commitment, lambda c: c.measure), stretch=True),
        Column(later("How much"), told=promised),
        Column(later("By"), ref(Commitment, lambda c: c.due_on)),
        Column(later("Who"), ref(Commitment, lambda c: c.owner)),
    ),
    (
        Form(
            later("This promise"),
            (
                Line(ref(Commitment, lambda c: c.mission), later("Mission or theme"), width="half"),
                Line(ref(Commitment, lambda c: c.outcome), later("Outcome"), width="half"),
                Line(
                    ref(Commitment, lambda c: c.measure),
                    later("Promise"),
                    help=later("What is counted: each may become a duty of the contract"),
                ),
                Number(ref(Commitment, lambda c: c.quantity), later("How much")),
                Line(ref(Commitment, lambda c: c.unit), later("Counted in"), width="half"),
                Day(ref(Commitment, lambda c: c.due_on), later("By")),
                Line(ref(Commitment, lambda c: c.owner), later("Who keeps it"), width="half"),
            ),
        ),
        Form(
            later("How it is measured and kept"),
            (
                Line(ref(Commitment, lambda c: c.baseline), later("Today"), width="half"),
                Line(ref(Commitment, lambda c: c.target), later("Target"), width="half"),
                Line(
                    ref(Commitment, lambda c: c.frequency),
                    later("Reported how often"),
                    width="half",
                ),
                Choice(
                    ref(Commitment, lambda c: c.status),
                    later("State"),
                    (
                        ("idea", later("An idea")),
                        ("offered", later("Offered")),
                        ("promised", later("Promised")),
                        ("kept", later("Kept")),
                        ("missed", later("Missed")),
                    ),
                ),
                Paragraph(ref(Commitment, lambda c: c.method), later("Steps to keep it")),
                LinkSet(
                    ref(Commitment, lambda c: c.evidence),
                    later("Shown by"),
                    to=ref(Bid, lambda b: b.evidence),
                    called=evidence_name,
                ),
            ),
        ),
    ),
    new=lambda: Commitment(id=new_id()),
    add=later("Add a promise"),
    empty=later("Nothing is promised yet. Promise little, exactly, and only what can be counted."),
    called=lambda c: c.measure,
)
CLAUSES: Listing[SocialClause] = Listing(
    ref(Bid, lambda b: b.social_clauses),
    later("Clauses we propose"),
    (
        Column(later("Clause"), ref(SocialClause, lambda c: c.title), stretch=True),
        Column(later("For"), ref(SocialClause, lambda c: c.outcome)),
        Column(later("Proposed"), ref(SocialClause, lambda c: c.include)),
    ),
    (
        Form(
            later("This clause"),
            (
                Line(ref(SocialClause, lambda c: c.title), later("Clause")),
                Paragraph(ref(SocialClause, lambda c: c.text), later("In our own words")),
                Line(ref(SocialClause, lambda c: c.outcome), later("For which outcome")),
                Paragraph(
                    ref(SocialClause, lambda c: c.barriers),
                    later("What may stand in its way, and our reply"),
                ),
                YesNo(ref(SocialClause, lambda c: c.include), later("Propose it?")),
            ),
        ),
    ),
    new=lambda: SocialClause(id=new_id()),
    add=later("Add a clause"),
    empty=later("Before the papers are out, a buyer may take up a clause you propose."),
    called=lambda c: c.title,
    deeper=True,
)
MEASURES: Listing[SocialMeasure] = Listing(
    ref(Bid, lambda b: b.social_measures),
    later("Values of our own, with their sources"),
    (
        Column(later("What"), ref(SocialMeasure, lambda m: m.title), stretch=True),
        Column(later("Worth"), told=worth_now, figures=True),
        Column(later("Source"), ref(SocialMeasure, lambda m: m.source)),
    ),
    (
        Form(
            later("This value"),
            (
                Line(ref(SocialMeasure, lambda m: m.title), later("What")),
                Line(ref(SocialMeasure, lambda m: m.unit), later("For one"), width="half"),
                Money(ref(SocialMeasure, lambda m: m.value), later("Worth")),
                Count(ref(SocialMeasure, lambda m: m.price_year), later("In prices of")),
                Choice(
                    ref(SocialMeasure, lambda m: m.kind),
                    later("Kind"),
                    (
                        ("fiscal", later("Money a public body saves")),
                        ("economic", later("Worth to the economy")),
                        ("social", later("Worth to people")),
                    ),
                ),
                Line(ref(SocialMeasure, lambda m: m.bearing), later("Who bears the cost today")),
            ),
        ),
        Form(
            later("Brought to the prices of another year"),
            (
                Count(ref(SocialMeasure, lambda m: m.to_year), later("To the prices of")),
                Number(ref(SocialMeasure, lambda m: m.index_then), later("Index of its own year")),
                Number(ref(SocialMeasure, lambda m: m.index_now), later("Index of that year")),
            ),
            purpose=later("Take both from the GDP deflator as the Treasury publishes it."),
        ),
        Form(
            later("Where it comes from"),
            (
                Line(ref(SocialMeasure, lambda m: m.source), later("Source")),
                Line(ref(SocialMeasure, lambda m: m.url), later("Web address")),
                Day(ref(SocialMeasure, lambda m: m.read_on), later("Read on")),
            ),
        ),
    ),
    new=lambda: SocialMeasure(id=new_id()),
    add=later("Add a value"),
    empty=later("BidKit ships no values: enter the ones you may use, with where they come from."),
    called=lambda m: m.title,
    deeper=True,
)
RETURNS: Listing[ReturnLine] = Listing(
    ref(Bid, lambda b: b.return_lines),
    later("What changes, and what it is worth"),
    (
        Column(later("Change"), ref(ReturnLine, lambda r: r.title), stretch=True),
        Column(later("How many"), ref(ReturnLine, lambda r: r.quantity)),
        Column(later("Each worth"), told=line_worth, figures=True),
    ),
    (
        Form(
            later("This change"),
            (
                Line(ref(ReturnLine, lambda r: r.title), later("Change")),
                Number(ref(ReturnLine, lambda r: r.quantity), later("How many a year")),
                Money(ref(ReturnLine, lambda r: r.proxy), later("Each worth")),
                LinkChoice(
                    ref(ReturnLine, lambda r: r.unit_value),
                    later("Or take it from your own values"),
                    to=ref(Bid, lambda b: b.social_measures),
                    called=lambda measure: measure.title,
                ),
                Line(ref(ReturnLine, lambda r: r.measure), later("Where that value comes from")),
                Count(ref(ReturnLine, lambda r: r.years), later("Lasts"), unit=later("years")),
            ),
        ),
        Form(
            later("What is taken off it"),
            (
                Percent(
                    ref(ReturnLine, lambda r: r.deadweight), later("Would have happened anyway")
                ),
                Percent(
                    ref(ReturnLine, lambda r: r.displacement), later("Only moved from elsewhere")
                ),
                Percent(ref(ReturnLine, lambda r: r.attribution), later("Due to others")),
                Percent(ref(ReturnLine, lambda r: r.drop_off), later("Wears off each year")),
            ),
            purpose=later("Be hard on yourself here: this is what makes the figure believed."),
        ),
    ),
    new=lambda: ReturnLine(id=new_id()),
    add=later("Add a change"),
    empty=later("Begin with the one change you can count best."),
    called=lambda r: r.title,
)
