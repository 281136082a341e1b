"""The forms of the partnership: how we bid, why together, in which structure, on what advice."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Count,
    Day,
    Form,
    Line,
    Money,
    Paragraph,
    Percent,
    YesNo,
)
from bidkit.words import later

HOW: Form[Bid] = Form(
    later("How we bid"),
    (
        Choice(
            ref(Bid, lambda b: b.partnership.bidding_model),
            later("We bid"),
            (
                ("alone", later("Alone")),
                ("with subcontractors", later("Alone, with subcontractors")),
                ("consortium", later("As a group")),
                ("as subcontractor", later("As somebody’s subcontractor")),
            ),
        ),
        Choice(
            ref(Bid, lambda b: b.partnership.structure),
            later("Structure"),
            (
                ("lead_within", later("One of us leads and the others are its subcontractors")),
                ("lead_external", later("A managing agent leads and does not deliver")),
                ("new_entity", later("A new body that we set up together")),
                ("hub_spoke", later("A hub we own, paid by a share of each contract")),
            ),
            help=later(
                "A lead is quick to set up but carries the risk; a new body has no record yet"
            ),
        ),
        Choice(
            ref(Bid, lambda b: b.partnership.relationship),
            later("We are today"),
            (
                ("networking", later("Acquainted")),
                ("joint project", later("Working on something together")),
                ("shared service", later("Sharing a service")),
                ("alliance", later("In an alliance")),
                ("merger", later("On the way to one organisation")),
            ),
        ),
    ),
)
WHY: Form[Bid] = Form(
    later("Two questions first"),
    (
        Paragraph(
            ref(Bid, lambda b: b.partnership.better_outcomes),
            later("Will it be better for the people we serve?"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.partnership.what_makes_it_positive),
            later("What makes this partnership work?"),
        ),
        Paragraph(ref(Bid, lambda b: b.partnership.why_now), later("Why now, why these?")),
        Paragraph(
            ref(Bid, lambda b: b.partnership.advantage),
            later("What the buyer gains"),
            help=later("Printed in the bid"),
        ),
    ),
)
RUNNING: Form[Bid] = Form(
    later("How it is run"),
    (
        Paragraph(ref(Bid, lambda b: b.partnership.governance), later("How we decide together")),
        Line(ref(Bid, lambda b: b.partnership.single_contact), later("The buyer’s one contact")),
        Choice(
            ref(Bid, lambda b: b.partnership.liability),
            later("Who answers for it"),
            (
                ("lead only", later("The lead alone")),
                ("several", later("Each for its own part")),
                ("joint and several", later("All for everything")),
            ),
        ),
        Day(ref(Bid, lambda b: b.partnership.agreement_signed_on), later("Agreement signed on")),
        Line(ref(Bid, lambda b: b.partnership.facilitator), later("Facilitator")),
    ),
)
MONEY: Form[Bid] = Form(
    later("The centre’s share"),
    (
        Percent(
            ref(Bid, lambda b: b.partnership.top_slice),
            later("Share the lead or centre keeps"),
        ),
        Money(
            ref(Bid, lambda b: b.partnership.hub_cost), later("What the centre costs, all years")
        ),
    ),
    help=later("Taken from each contract before the members share the rest"),
)
ADVICE: Form[Bid] = Form(
    later("Advice taken"),
    (
        Line(ref(Bid, lambda b: b.partnership.advice_legal), later("Legal, from"), width="half"),
        Day(ref(Bid, lambda b: b.partnership.advice_legal_on), later("On"), width="half"),
        Line(ref(Bid, lambda b: b.partnership.advice_vat), later("VAT, from"), width="half"),
        Day(ref(Bid, lambda b: b.partnership.advice_vat_on), later("On"), width="half"),
        Line(ref(Bid, lambda b: b.partnership.advice_tupe), later("Staff transfer, from")),
        Day(ref(Bid, lambda b: b.partnership.advice_tupe_on), later("On")),
    ),
    deeper=True,
)
TOGETHER: Form[Bid] = Form(
    later("Planning together"),
    (
        Paragraph(
            ref(Bid, lambda b: b.partnership.decision_panel),
            later("Decision panel"),
            help=later("People who do not deliver share out the work"),
        ),
        YesNo(
            ref(Bid, lambda b: b.partnership.led_by_sector),
            later("Do voluntary bodies lead it?"),
            help=later("A partnership others built around you is harder to steer"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.partnership.readiness),
            later("Are we ready to work like this?"),
            help=later(
                "Work is earned, not shared out as of right; enough of us, and not too many"
            ),
        ),
        Paragraph(ref(Bid, lambda b: b.partnership.strategic_plan), later("Three-year plan")),
        Paragraph(
            ref(Bid, lambda b: b.partnership.log),
            later("Log"),
            help=later("Who met, what was said, what was promised"),
        ),
    ),
    deeper=True,
)
PRIME: Form[Bid] = Form(
    later("The one we would work for"),
    (
        Line(ref(Bid, lambda b: b.partnership.prime), later("Main contractor"), width="half"),
        Count(
            ref(Bid, lambda b: b.partnership.prime_pays_in_days),
            later("They pay after"),
            unit=later("days"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.partnership.prime_quality),
            later("What quality they ask, and how they check it"),
            help=later("No more than the buyer asks of them for this part"),
        ),
    ),
)
