"""The forms of the decision: what was decided, is there time, can we afford to win."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Day,
    Form,
    Line,
    Money,
    Number,
    Paragraph,
    Percent,
    YesNo,
)
from bidkit.words import later

DECISION: Form[Bid] = Form(
    later("Our decision"),
    (
        Choice(
            ref(Bid, lambda b: b.decision.choice),
            later("Do we bid?"),
            (
                ("bid", later("Yes, we bid")),
                ("bid with partners", later("Yes, with partners")),
                ("do not bid", later("No")),
                ("undecided", later("Not decided yet")),
            ),
        ),
        Paragraph(
            ref(Bid, lambda b: b.decision.reason),
            later("Why"),
            help=later("A no with a reason is good work too"),
        ),
        Day(ref(Bid, lambda b: b.decision.decided_on), later("Decided on"), width="half"),
        Line(ref(Bid, lambda b: b.decision.decided_by), later("Decided by"), width="half"),
        Line(ref(Bid, lambda b: b.decision.trustee_minute), later("Trustees’ minute")),
    ),
)
FIT: Form[Bid] = Form(
    later("Does it fit us?"),
    (
        Paragraph(ref(Bid, lambda b: b.decision.mission_fit), later("How it serves our purpose")),
        Paragraph(
            ref(Bid, lambda b: b.decision.usp),
            later("What only we can bring"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.decision.usp_reason),
            later("How we can show that"),
            help=later("A reason or a figure, not an adjective"),
        ),
        Paragraph(ref(Bid, lambda b: b.decision.strengths), later("Strengths to build on")),
        Paragraph(
            ref(Bid, lambda b: b.decision.for_the_buyer), later("What is in it for the buyer")
        ),
        Paragraph(
            ref(Bid, lambda b: b.decision.independence),
            later("Our independence"),
            help=later("Would anything in the contract stop us from speaking up?"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.decision.legal_power_advice),
            later("Advice on our powers"),
            help=later("What the governing document allows, and who says so"),
        ),
    ),
)
TIME: Form[Bid] = Form(
    later("Is there time?"),
    (
        Number(
            ref(Bid, lambda b: b.decision.hours_available),
            later("Hours we have"),
            unit=later("hours"),
            help=later("Until the deadline, all of us together"),
        ),
        Number(
            ref(Bid, lambda b: b.decision.hours_a_week),
            later("Or hours a week"),
            unit=later("hours"),
            help=later("Counted up to the deadline while the field before is empty"),
        ),
        Number(
            ref(Bid, lambda b: b.decision.hours_needed),
            later("Hours we think it takes"),
            unit=later("hours"),
            help=later("Leave it empty to work from the word limits"),
        ),
        Number(
            ref(Bid, lambda b: b.decision.words_per_hour),
            later("Finished words an hour"),
            unit=later("words"),
        ),
        Money(ref(Bid, lambda b: b.decision.hourly_cost), later("What an hour costs us")),
        Money(ref(Bid, lambda b: b.decision.other_bid_cost), later("Other costs of bidding")),
    ),
)
CHANCE: Form[Bid] = Form(
    later("What are our chances?"),
    (
        Choice(
            ref(Bid, lambda b: b.decision.chance_band),
            later("Chance of winning"),
            (("low", later("Low")), ("fair", later("Fair")), ("good", later("Good"))),
        ),
        Paragraph(ref(Bid, lambda b: b.decision.chance_reasons), later("Because")),
    ),
)
EXPECTED: Form[Bid] = Form(
    later("What is it worth to try?"),
    (
        Percent(
            ref(Bid, lambda b: b.decision.win_chance),
            later("Chance as a percentage"),
            help=later("Only if you want the expected value worked out"),
        ),
        Money(
            ref(Bid, lambda b: b.decision.surplus_if_won),
            later("Surplus if we win"),
            help=later("What is left after full cost, not the whole price"),
        ),
    ),
    purpose=later(
        "The chance of the surplus, less what bidding costs. It stands under What it takes."
    ),
    deeper=True,
)
AFFORD: Form[Bid] = Form(
    later("Can we afford to win?"),
    (
        Money(
            ref(Bid, lambda b: b.decision.cash_needed),
            later("Cash needed before we are paid"),
            help=later("Leave it empty to work from the payments on “Costs and price”"),
        ),
        Money(ref(Bid, lambda b: b.decision.cash_available), later("Cash we have for it")),
        Paragraph(
            ref(Bid, lambda b: b.decision.working_capital_note), later("How we bridge the gap")
        ),
        Paragraph(
            ref(Bid, lambda b: b.decision.dependency_note),
            later("If this contract ends, what then?"),
        ),
    ),
)
PILOT: Form[Bid] = Form(
    later("Another way in"),
    (
        YesNo(ref(Bid, lambda b: b.decision.pilot_first), later("Would a pilot come first?")),
        YesNo(ref(Bid, lambda b: b.decision.free_trial), later("Offer a free trial?")),
        Money(
            ref(Bid, lambda b: b.decision.free_trial_cost),
            later("The most it may cost us"),
            shown_when=lambda b: b.decision.free_trial == "yes",
        ),
        Paragraph(ref(Bid, lambda b: b.decision.efficiency), later("How we save the buyer money")),
    ),
    deeper=True,
)
