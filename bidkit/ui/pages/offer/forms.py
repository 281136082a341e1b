"""The cards of our offer: in short, how we do it, with whom, how well, how it begins and ends."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Day,
    Form,
    Line,
    Money,
    Paragraph,
    YesNoUnknown,
)
from bidkit.words import later

SHORT: Form[Bid] = Form(
    later("What we offer, in short"),
    (
        Paragraph(ref(Bid, lambda b: b.offer.words_50), later("In 50 words")),
        Paragraph(ref(Bid, lambda b: b.offer.words_100), later("In 100 words")),
        Paragraph(ref(Bid, lambda b: b.offer.words_200), later("In 200 words")),
    ),
    purpose=later("Who is helped, what you do, what changes. Start with the change."),
)
METHOD: Form[Bid] = Form(
    later("How we do it"),
    (
        Paragraph(
            ref(Bid, lambda b: b.offer.method),
            later("The method in a few sentences"),
            help=later("What somebody meets from the first day to the last."),
        ),
        Paragraph(ref(Bid, lambda b: b.offer.user_journey), later("One person's way through it")),
        Paragraph(
            ref(Bid, lambda b: b.offer.access_and_choice),
            later("Access and choice"),
            help=later("Who might not get in, and what you do about it."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.offer.other_ways),
            later("Other ways we could do it"),
            help=later(
                "What each changes in price and results. Offer one only if the papers allow it."
            ),
        ),
    ),
)
PEOPLE: Form[Bid] = Form(
    later("Who answers for it"),
    (
        Line(
            ref(Bid, lambda b: b.offer.contract_manager),
            later("Contract manager"),
            help=later("The one person the buyer rings."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.offer.capacity),
            later("Can we do it beside all else?"),
            help=later("For us: what stops, who is taken on, by when."),
        ),
    ),
)
INVOLVING: Form[Bid] = Form(
    later("Involving people"),
    (
        Paragraph(
            ref(Bid, lambda b: b.offer.co_production_users),
            later("People who use it"),
            help=later("What they decide, and what changed because of them."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.offer.co_production_community), later("The wider community")
        ),
        Paragraph(ref(Bid, lambda b: b.offer.co_production_staff), later("Staff and volunteers")),
        Paragraph(
            ref(Bid, lambda b: b.offer.co_production_buyer),
            later("The buyer’s own people"),
            help=later("What you worked out with them before the notice, where all could join in."),
        ),
    ),
)
QUALITY: Form[Bid] = Form(
    later("How we know it is good"),
    (
        Paragraph(ref(Bid, lambda b: b.offer.quality_assurance), later("Keeping it good")),
        Paragraph(
            ref(Bid, lambda b: b.offer.monitoring),
            later("Measuring and reporting"),
            help=later("What is counted, how often, who sees it, what happens then."),
        ),
    ),
)
NEW: Form[Bid] = Form(
    later("What is new about it"),
    (
        Choice(
            ref(Bid, lambda b: b.offer.innovation_kind),
            later("Kind"),
            (
                ("organisational improvement", later("We work better ourselves")),
                ("existing services", later("A service that exists gets better")),
                ("service interfaces", later("Services fit together better")),
                ("new services", later("Something that was not there before")),
            ),
        ),
        Paragraph(
            ref(Bid, lambda b: b.offer.innovation),
            later("What is new, and what it changes"),
            help=later("New to this buyer is enough. Say how you know it works."),
        ),
    ),
    deeper=True,
)
START: Form[Bid] = Form(
    later("Start and end"),
    (
        Paragraph(
            ref(Bid, lambda b: b.offer.mobilisation),
            later("From award to the first day"),
            help=later("People, places, data, referrals: what must stand, week by week."),
        ),
        Paragraph(
            ref(Bid, lambda b: b.offer.exit_plan),
            later("At the end"),
            help=later("How people, records and staff pass on safely."),
        ),
    ),
)
TUPE: Form[Bid] = Form(
    later("Staff who may transfer to us (TUPE)"),
    (
        YesNoUnknown(ref(Bid, lambda b: b.offer.tupe.applies), later("Does it apply?")),
        Line(
            ref(Bid, lambda b: b.offer.tupe.incumbent),
            later("Who employs them now"),
            width="half",
        ),
        Day(ref(Bid, lambda b: b.offer.tupe.asked_on), later("We asked for the list on")),
        Day(ref(Bid, lambda b: b.offer.tupe.received_on), later("It came on")),
        Money(ref(Bid, lambda b: b.offer.tupe.cost_in_price), later("Cost in our price")),
        Line(
            ref(Bid, lambda b: b.offer.tupe.pension_scheme), later("Pension scheme"), width="half"
        ),
        Line(ref(Bid, lambda b: b.offer.tupe.advice_from), later("Advice from"), width="half"),
    ),
    purpose=later("Confidential: never printed, never handed to a partner."),
)
ASSUMED: Form[Bid] = Form(
    later("What we assume about transferring staff"),
    (Paragraph(ref(Bid, lambda b: b.offer.tupe.assumptions), later("Assumptions")),),
    purpose=later("Confidential: never printed."),
)
