"""The forms around the opportunity that wait closed: where it stands, limits, our own notes."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import Choice, Day, Form, Line, Money, Paragraph
from bidkit.words import later

STANDS: Form[Bid] = Form(
    later("Where it stands"),
    (
        Choice(
            ref(Bid, lambda b: b.opportunity.notice.stage),
            later("How far the buyer is"),
            (
                ("pipeline", later("Thinking about it: years ahead")),
                ("engagement", later("Talking with possible bidders")),
                ("planned", later("Planned: a notice is to come")),
                ("tender", later("Open: bids are invited")),
                ("award", later("Decided")),
                ("other", later("Something else")),
            ),
            help=later("Once bids are invited, only the buyer’s own messages may be used."),
        ),
        Choice(
            ref(Bid, lambda b: b.opportunity.level),
            later("Bought for"),
            (
                ("neighbourhood", later("A neighbourhood")),
                ("district", later("A district")),
                ("county", later("A county")),
                ("region", later("A region")),
                ("national", later("The whole country")),
            ),
            width="half",
        ),
        Line(ref(Bid, lambda b: b.opportunity.area), later("Which area"), width="half"),
        Line(ref(Bid, lambda b: b.opportunity.service_area), later("Field of work"), width="half"),
        Choice(
            ref(Bid, lambda b: b.opportunity.tier),
            later("How they pay for it"),
            (
                ("partnership", later("A partnership agreement")),
                ("service agreement", later("A contract or service agreement")),
                ("grant", later("A grant")),
            ),
            help=later(
                "Partnership: planned and run together. Contract: you deliver what they specify. "
                "Grant: help with your own aims; ask for one where a contract does not fit."
            ),
        ),
        Line(ref(Bid, lambda b: b.opportunity.incumbent), later("Who does it now"), width="half"),
        Line(ref(Bid, lambda b: b.opportunity.reserved), later("Kept for"), width="half"),
    ),
    deeper=True,
)
COUNTS: Form[Bid] = Form(
    later("What the buyer counts"),
    (
        Paragraph(
            ref(Bid, lambda b: b.opportunity.buyers_number),
            later("The figure they answer for"),
            help=later("Such as attendance or admissions. Tie one of your results to it."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.opportunity.in_house_comparison),
            later("Compared with doing it themselves"),
            help=later("Like with like: their overheads, pensions and management too."),
        ),
        Money(
            ref(Bid, lambda b: b.opportunity.value_gross),
            later("Value with VAT"),
            help=later("Thresholds are counted with VAT."),
            width="half",
        ),
        Day(ref(Bid, lambda b: b.opportunity.period.latest_end_on), later("Latest possible end")),
        Paragraph(
            ref(Bid, lambda b: b.opportunity.period.reviews),
            later("Reviews and breaks on the way"),
            help=later("A long contract with reviews leaves room to improve."),
        ),
    ),
    deeper=True,
)
LIMITS: Form[Bid] = Form(
    later("Limits on the whole bid"),
    (
        Line(ref(Bid, lambda b: b.opportunity.font_rule), later("Letters and size they ask for")),
        Line(ref(Bid, lambda b: b.opportunity.language_rule), later("Languages they take")),
    ),
    deeper=True,
)
OURS: Form[Bid] = Form(
    later("Between us"),
    (
        Paragraph(
            ref(Bid, lambda b: b.about.win_theme),
            later("Why us, in one sentence"),
            help=later("Our strength beside what this buyer wants. Every answer should carry it."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.about.context_notes),
            later("What else matters"),
            help=later("Politics, people, history. Never printed."),
        ),
    ),
    deeper=True,
)
