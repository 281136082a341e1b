"""The lists of our organisation that wait closed: marks, money, registers and areas."""

from __future__ import annotations

from typing import Any

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import (
    ConnectedBody,
    FundingSource,
    Identifier,
    QualityMark,
    SelfAssessment,
)
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    FileChoice,
    Form,
    Line,
    Listing,
    Money,
    Paragraph,
)
from bidkit.ui.starters import StarterList
from bidkit.words import later

MARKS: Listing[QualityMark] = Listing(
    ref(Bid, lambda b: b.quality_marks),
    later("Quality marks"),
    (
        Column(later("Mark"), ref(QualityMark, lambda m: m.title), stretch=True),
        Column(later("Level"), ref(QualityMark, lambda m: m.level)),
        Column(later("Until"), ref(QualityMark, lambda m: m.expires_on)),
    ),
    (
        Form(
            later("This mark"),
            (
                Line(ref(QualityMark, lambda m: m.title), later("Mark")),
                Line(ref(QualityMark, lambda m: m.level), later("Level"), width="half"),
                Line(ref(QualityMark, lambda m: m.body), later("Given by")),
                Day(ref(QualityMark, lambda m: m.awarded_on), later("Given on"), width="half"),
                Day(ref(QualityMark, lambda m: m.expires_on), later("Until"), width="half"),
                FileChoice(ref(QualityMark, lambda m: m.attachment), later("Certificate")),
            ),
        ),
        Form(
            later("On the certificate"),
            (
                Line(ref(QualityMark, lambda m: m.number), later("Number"), width="half"),
                Line(
                    ref(QualityMark, lambda m: m.scope),
                    later("What it covers"),
                    help=later("Sites and services, as the certificate says"),
                ),
            ),
        ),
    ),
    new=lambda: QualityMark(id=new_id()),
    add=later("Add a mark"),
    called=lambda m: m.title,
    deeper=True,
)
FUNDING: Listing[FundingSource] = Listing(
    ref(Bid, lambda b: b.funding_sources),
    later("Where our money comes from"),
    (
        Column(later("Source"), ref(FundingSource, lambda f: f.title), stretch=True),
        Column(later("Kind"), ref(FundingSource, lambda f: f.kind)),
        Column(later("A year"), ref(FundingSource, lambda f: f.amount)),
    ),
    (
        Form(
            later("This source"),
            (
                Line(ref(FundingSource, lambda f: f.title), later("Source")),
                Choice(
                    ref(FundingSource, lambda f: f.kind),
                    later("Kind"),
                    (
                        ("contract", later("Contract")),
                        ("grant", later("Grant")),
                        ("donations", later("Donations")),
                        ("trading", later("Trading")),
                        ("other", later("Something else")),
                    ),
                ),
                Money(ref(FundingSource, lambda f: f.amount), later("A year")),
                Day(ref(FundingSource, lambda f: f.ends_on), later("Ends on")),
                Paragraph(ref(FundingSource, lambda f: f.note), later("Note")),
            ),
        ),
    ),
    new=lambda: FundingSource(id=new_id()),
    add=later("Add a source"),
    called=lambda f: f.title,
    deeper=True,
)
IDENTIFIERS: Listing[Identifier] = Listing(
    ref(Bid, lambda b: b.identifiers),
    later("Regulators and other numbers"),
    (
        Column(later("Register"), ref(Identifier, lambda i: i.scheme), stretch=True),
        Column(later("Number"), ref(Identifier, lambda i: i.number)),
        Column(later("Rating"), ref(Identifier, lambda i: i.rating)),
    ),
    (
        Form(
            later("This register"),
            (
                Line(ref(Identifier, lambda i: i.scheme), later("Register or regulator")),
                Line(ref(Identifier, lambda i: i.number), later("Number"), width="half"),
                Line(ref(Identifier, lambda i: i.rating), later("Rating"), width="half"),
                Day(ref(Identifier, lambda i: i.rated_on), later("Rated on")),
            ),
        ),
    ),
    new=lambda: Identifier(id=new_id()),
    add=later("Add a number"),
    called=lambda i: i.scheme,
    deeper=True,
)
CONNECTED: Listing[ConnectedBody] = Listing(
    ref(Bid, lambda b: b.connected_bodies),
    later("Connected organisations"),
    (
        Column(later("Name"), ref(ConnectedBody, lambda c: c.name), stretch=True),
        Column(later("How connected"), ref(ConnectedBody, lambda c: c.kind)),
    ),
    (
        Form(
            later("This organisation"),
            (
                Line(ref(ConnectedBody, lambda c: c.name), later("Name")),
                Line(ref(ConnectedBody, lambda c: c.number), later("Number"), width="half"),
                Line(ref(ConnectedBody, lambda c: c.kind), later("How connected")),
                Paragraph(ref(ConnectedBody, lambda c: c.address), later("Address")),
                Line(ref(ConnectedBody, lambda c: c.law), later("Law it is registered under")),
                Day(ref(ConnectedBody, lambda c: c.since), later("Since"), width="half"),
                Day(ref(ConnectedBody, lambda c: c.until), later("Until"), width="half"),
            ),
        ),
    ),
    new=lambda: ConnectedBody(id=new_id()),
    add=later("Add an organisation"),
    called=lambda c: c.name,
    deeper=True,
)
ASSESSMENT: Listing[SelfAssessment] = Listing(
    ref(Bid, lambda b: b.self_assessment),
    later("How well do we run?"),
    (
        Column(later("Area"), ref(SelfAssessment, lambda s: s.title), stretch=True),
        Column(later("0 to 2"), ref(SelfAssessment, lambda s: s.rating)),
    ),
    (
        Form(
            later("This area"),
            (
                Line(ref(SelfAssessment, lambda s: s.title), later("Area")),
                Count(
                    ref(SelfAssessment, lambda s: s.rating),
                    later("Where we are"),
                    help=later("0 not yet, 1 partly, 2 fully"),
                ),
                Paragraph(ref(SelfAssessment, lambda s: s.note), later("What is missing")),
            ),
        ),
    ),
    new=lambda: SelfAssessment(id=new_id()),
    add=later("Add an area"),
    called=lambda s: s.title,
    deeper=True,
)
LISTS: tuple[Listing[Any], ...] = (
    FUNDING,
    IDENTIFIERS,
    CONNECTED,
)
ELEVEN_AREAS = StarterList(
    "quality-marks",
    ("areas",),
    later("Start from the eleven areas"),
    later("Mark how well you run, area by area: 0 not yet, 1 partly, 2 fully."),
)
FIVE_SKILLS = StarterList(
    "bidding-skills",
    ("areas",),
    later("Add five skills of bidding"),
    later("For a clinic or a team: where are we strong, and what do we have to learn?"),
)
