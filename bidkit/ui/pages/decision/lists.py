"""The lists of the decision: gates, red flags, competitors, conversations, the buyer."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.decision import BuyerQuality, Gate, RedFlag
from bidkit.domain.opportunity import Competitor, Contact
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    Listing,
    Number,
    Paragraph,
    Tick,
    YesNo,
    YesNoUnknown,
)
from bidkit.ui.starters import StarterList
from bidkit.words import later

GATES: Listing[Gate] = Listing(
    ref(Bid, lambda b: b.gates),
    later("Gates"),
    (
        Column(later("Question"), ref(Gate, lambda g: g.question), stretch=True),
        Column(later("Answer"), ref(Gate, lambda g: g.answer)),
        Column(later("A no stops us"), ref(Gate, lambda g: g.stops)),
    ),
    (
        Form(
            later("This gate"),
            (
                Line(ref(Gate, lambda g: g.question), later("Question")),
                YesNoUnknown(ref(Gate, lambda g: g.answer), later("Answer")),
                Paragraph(ref(Gate, lambda g: g.reason), later("Because")),
                Tick(ref(Gate, lambda g: g.stops), later("A no here means we do not bid")),
            ),
        ),
    ),
    new=lambda: Gate(id=new_id()),
    add=later("Add a gate"),
    empty=later("Questions that must have a yes before it is worth bidding."),
    purpose=later("Not knowing is an answer: find out while questions may be asked."),
    called=lambda g: g.question,
)
SHORT_LISTS = {
    "nao": later("Auditors"),
    "gershon": later("Fair funding"),
    "template": later("Good contract"),
}
FLAGS: Listing[RedFlag] = Listing(
    ref(Bid, lambda b: b.red_flags),
    later("Warning signs in the contract"),
    (
        Column(later("Sign"), ref(RedFlag, lambda f: f.text), stretch=True),
        Column(later("List"), told=lambda _bid, f: str(SHORT_LISTS.get(f.group, ""))),
        Column(later("Found"), ref(RedFlag, lambda f: f.found)),
    ),
    (
        Form(
            later("This sign"),
            (
                Line(ref(RedFlag, lambda f: f.text), later("Sign")),
                YesNoUnknown(ref(RedFlag, lambda f: f.found), later("Found in this contract?")),
                Paragraph(ref(RedFlag, lambda f: f.note), later("What it says")),
                Choice(
                    ref(RedFlag, lambda f: f.group),
                    later("From which list"),
                    (
                        ("nao", later("Auditors’ four faults")),
                        ("gershon", later("Four points of fair funding")),
                        ("template", later("A good standard contract")),
                    ),
                ),
            ),
        ),
    ),
    new=lambda: RedFlag(id=new_id()),
    add=later("Add a sign"),
    called=lambda f: f.text,
    deeper=True,
)
COMPETITORS: Listing[Competitor] = Listing(
    ref(Bid, lambda b: b.competitors),
    later("Who else may bid"),
    (
        Column(later("Who"), ref(Competitor, lambda c: c.name), stretch=True),
        Column(later("Kind"), ref(Competitor, lambda c: c.kind)),
        Column(later("Our edge"), ref(Competitor, lambda c: c.our_edge), stretch=True),
    ),
    (
        Form(
            later("This bidder"),
            (
                Line(ref(Competitor, lambda c: c.name), later("Who")),
                Choice(
                    ref(Competitor, lambda c: c.kind),
                    later("Kind"),
                    (
                        ("charity", later("Charity")),
                        ("cic", later("Community interest company")),
                        ("private", later("Private firm")),
                        ("public", later("Public body")),
                        ("in-house", later("The buyer’s own team")),
                    ),
                ),
                Paragraph(ref(Competitor, lambda c: c.strengths), later("What they do well")),
                Paragraph(ref(Competitor, lambda c: c.our_edge), later("Our edge")),
                YesNoUnknown(
                    ref(Competitor, lambda c: c.possible_partner), later("A possible partner?")
                ),
                Number(ref(Competitor, lambda c: c.likely_price), later("Likely price")),
            ),
        ),
    ),
    new=lambda: Competitor(id=new_id()),
    add=later("Add a bidder"),
    called=lambda c: c.name,
    deeper=True,
)
CONTACTS: Listing[Contact] = Listing(
    ref(Bid, lambda b: b.contacts),
    later("What the buyer told us"),
    (
        Column(later("Who"), ref(Contact, lambda c: c.name), stretch=True),
        Column(later("When"), ref(Contact, lambda c: c.on)),
        Column(later("What we learned"), ref(Contact, lambda c: c.learned), stretch=True),
    ),
    (
        Form(
            later("This conversation"),
            (
                Line(ref(Contact, lambda c: c.name), later("Who")),
                Line(ref(Contact, lambda c: c.role), later("Their role")),
                Day(ref(Contact, lambda c: c.on), later("When")),
                Paragraph(ref(Contact, lambda c: c.learned), later("What we learned")),
                YesNo(ref(Contact, lambda c: c.first_names), later("On first-name terms?")),
            ),
        ),
    ),
    new=lambda: Contact(id=new_id()),
    add=later("Add a conversation"),
    purpose=later(
        "Once the notice is out, use only the portal’s messages: any other approach may put "
        "you out."
    ),
    called=lambda c: c.name,
    deeper=True,
)
BUYER: Listing[BuyerQuality] = Listing(
    ref(Bid, lambda b: b.buyer_quality),
    later("How good a buyer is this?"),
    (
        Column(later("A good buyer…"), ref(BuyerQuality, lambda q: q.text), stretch=True),
        Column(later("0 to 2"), ref(BuyerQuality, lambda q: q.rating)),
    ),
    (
        Form(
            later("This point"),
            (
                Line(ref(BuyerQuality, lambda q: q.text), later("A good buyer…")),
                Choice(
                    ref(BuyerQuality, lambda q: q.group),
                    later("From which list"),
                    (
                        ("principle", later("Eight principles")),
                        ("action", later("Fifteen actions")),
                    ),
                ),
                Count(
                    ref(BuyerQuality, lambda q: q.rating),
                    later("How this buyer does"),
                    help=later("0 not at all, 1 partly, 2 well"),
                ),
                Paragraph(ref(BuyerQuality, lambda q: q.note), later("What we saw")),
                Paragraph(ref(BuyerQuality, lambda q: q.our_help), later("How our bid helps")),
            ),
        ),
    ),
    new=lambda: BuyerQuality(id=new_id()),
    add=later("Add a point"),
    called=lambda q: q.text,
    deeper=True,
)
USUAL_GATES = StarterList(
    "gates",
    ("gates",),
    later("Start from the usual gates"),
    later("Questions that stop a bid before it costs you days."),
)
USUAL_FLAGS = StarterList(
    "red-flags",
    ("red_flags",),
    later("Start from the usual faults"),
    later("Faults of contracts and fair terms to look for in the papers."),
)
USUAL_BUYER = StarterList(
    "buyer-quality",
    ("buyer_quality",),
    later("Start from eight principles and fifteen actions"),
    later("What a good buyer does, to mark this one by."),
)
