"""The lists of proof: items of evidence, and what people say with their consent."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import EVIDENCE_KINDS, Evidence, Testimonial
from bidkit.domain.refs import ref
from bidkit.domain.showing import percent_words
from bidkit.figures.readings.proof import replies_of
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    FileChoice,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Paragraph,
    Several,
    Tick,
    YesNo,
)
from bidkit.words import later

OUTCOMES = ref(Bid, lambda b: b.outcomes)


def replies_words(_bid: Bid, one: Evidence) -> str:
    """Return how many of those asked replied."""
    found = replies_of(one)
    return percent_words(found, 0) if found is not None else ""


ITEM: Form[Evidence] = Form(
    later("This item"),
    (
        Line(ref(Evidence, lambda e: e.title), later("What it is")),
        Line(
            ref(Evidence, lambda e: e.code),
            later("Its code"),
            help=later("Given by itself; answers refer to it."),
            width="half",
        ),
        Choice(
            ref(Evidence, lambda e: e.kind),
            later("Kind"),
            EVIDENCE_KINDS,
            width="half",
        ),
        Line(ref(Evidence, lambda e: e.source), later("From whom"), width="half"),
        Day(ref(Evidence, lambda e: e.on), later("Of which day")),
        Paragraph(
            ref(Evidence, lambda e: e.finding),
            later("What it shows"),
            help=later("One sentence with its figure."),
        ),
        Tick(ref(Evidence, lambda e: e.print_for_buyer), later("Print it in the list of evidence")),
    ),
)
NUMBERS: Form[Evidence] = Form(
    later("How it was found out"),
    (
        Count(ref(Evidence, lambda e: e.n), later("People behind the figure")),
        Line(ref(Evidence, lambda e: e.period), later("Period"), width="half"),
        Count(ref(Evidence, lambda e: e.asked), later("People asked")),
        Count(ref(Evidence, lambda e: e.replied), later("Of them replied")),
        Paragraph(ref(Evidence, lambda e: e.method), later("How it was done")),
        FileChoice(ref(Evidence, lambda e: e.attachment), later("The file")),
        Line(ref(Evidence, lambda e: e.url), later("Web address"), width="half"),
    ),
)
SERVES: Form[Evidence] = Form(
    later("What it serves"),
    (
        LinkSet(
            ref(Evidence, lambda e: e.outcomes),
            later("Proves the outcomes"),
            to=OUTCOMES,
            called=lambda outcome: outcome.text,
        ),
        LinkChoice(
            ref(Evidence, lambda e: e.partner),
            later("From the partner"),
            to=ref(Bid, lambda b: b.partners),
            called=lambda partner: partner.name,
        ),
        Day(ref(Evidence, lambda e: e.expires_on), later("Not to be used after")),
        Count(
            ref(Evidence, lambda e: e.strength),
            later("Strength"),
            help=later("0 told only to 5 proved anywhere."),
        ),
        Paragraph(ref(Evidence, lambda e: e.quotation), later("A sentence to quote")),
        Paragraph(ref(Evidence, lambda e: e.saving_link), later("What it saves, and whom")),
    ),
)
ITEM_COLUMNS: tuple[Column[Evidence], ...] = (
    Column(later("Code"), ref(Evidence, lambda e: e.code)),
    Column(later("What it is"), ref(Evidence, lambda e: e.title), stretch=True),
    Column(later("Kind"), ref(Evidence, lambda e: e.kind)),
    Column(later("People"), ref(Evidence, lambda e: e.n)),
    Column(later("Replied"), told=replies_words, figures=True),
)
EVIDENCE: Listing[Evidence] = Listing(
    ref(Bid, lambda b: b.evidence),
    later("Evidence"),
    ITEM_COLUMNS,
    (ITEM, NUMBERS, SERVES),
    new=lambda: Evidence(id=new_id()),
    add=later("Add evidence"),
    purpose=later("Everything you could show. Each item has a code; answers refer to it."),
    empty=later("Nothing yet. Your own records come first: how many, of whom, since when."),
    called=lambda e: e.title,
)
TESTIMONIALS: Listing[Testimonial] = Listing(
    ref(Bid, lambda b: b.testimonials),
    later("In people's own words"),
    (
        Column(later("Words"), ref(Testimonial, lambda t: t.quotation), stretch=True),
        Column(later("Who"), ref(Testimonial, lambda t: t.attribution)),
    ),
    (
        Form(
            later("These words"),
            (
                Paragraph(ref(Testimonial, lambda t: t.quotation), later("What they said")),
                Line(
                    ref(Testimonial, lambda t: t.attribution),
                    later("Printed under it"),
                    placeholder=later("A carer, 43"),
                    width="half",
                ),
                Choice(
                    ref(Testimonial, lambda t: t.identified),
                    later("How they are named"),
                    (
                        ("full name", later("Full name")),
                        ("first name", later("First name")),
                        ("changed name", later("Changed name")),
                        ("anonymous", later("No name")),
                    ),
                ),
                LinkChoice(
                    ref(Testimonial, lambda t: t.outcome),
                    later("Shows the outcome"),
                    to=OUTCOMES,
                    called=lambda outcome: outcome.text,
                ),
                Tick(ref(Testimonial, lambda t: t.include), later("Use it in this bid")),
            ),
        ),
        Form(
            later("Consent"),
            (
                YesNo(
                    ref(Testimonial, lambda t: t.consent),
                    later("Have they agreed in writing?"),
                    help=later("Without it these words never leave the program."),
                ),
                Several(
                    ref(Testimonial, lambda t: t.scope),
                    later("For what"),
                    (
                        ("bids", later("Bids")),
                        ("web", later("Website")),
                        ("print", later("Print")),
                        ("media", later("Press")),
                    ),
                ),
                Day(ref(Testimonial, lambda t: t.given_on), later("Given on")),
                Day(ref(Testimonial, lambda t: t.expires_on), later("Holds until")),
                YesNo(ref(Testimonial, lambda t: t.under_18), later("Under 18?")),
                Line(
                    ref(Testimonial, lambda t: t.guardian),
                    later("Guardian who agreed"),
                    width="half",
                    shown_when=lambda t: t.under_18 == "yes",
                ),
                Day(
                    ref(Testimonial, lambda t: t.withdrawn_on),
                    later("Taken back on"),
                    help=later("They may at any time. Then the words go."),
                ),
            ),
        ),
        Form(
            later("Who it is, and where the form lies"),
            (
                Line(ref(Testimonial, lambda t: t.subject), later("Who said it"), width="half"),
                Line(
                    ref(Testimonial, lambda t: t.stored_where),
                    later("Where the signed form lies"),
                    width="half",
                ),
                FileChoice(ref(Testimonial, lambda t: t.form_attachment), later("The form")),
            ),
        ),
    ),
    new=lambda: Testimonial(id=new_id()),
    add=later("Add words"),
    empty=later("Ask first: their words, how they are named, for what, how long."),
    called=lambda t: t.attribution,
)
