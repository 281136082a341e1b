"""The lists of what we have done: track record, case studies, and who can speak for us."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.organisation import CaseStudy, Referee, TrackRecord
from bidkit.domain.refs import ref
from bidkit.session.library.stories import tellings_of
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    Form,
    Line,
    LinkChoice,
    Listing,
    Money,
    Paragraph,
    Tick,
    YesNo,
)
from bidkit.words import later, tr


def lengths_words(case: CaseStudy) -> str:
    """Return which lengths of a case study are written."""
    written = [str(one.most) for one in tellings_of(case) if one.text]
    return tr("{lengths} words", lengths=", ".join(written)) if written else tr("none yet")


TRACK_RECORD: Listing[TrackRecord] = Listing(
    ref(Bid, lambda b: b.track_record),
    later("Track record"),
    (
        Column(later("For whom"), ref(TrackRecord, lambda r: r.customer), stretch=True),
        Column(later("Service"), ref(TrackRecord, lambda r: r.service), stretch=True),
        Column(later("Until"), ref(TrackRecord, lambda r: r.ends_on)),
        Column(later("Value"), ref(TrackRecord, lambda r: r.value)),
    ),
    (
        Form(
            later("This contract or grant"),
            (
                Line(ref(TrackRecord, lambda r: r.customer), later("For whom")),
                Line(ref(TrackRecord, lambda r: r.service), later("Service")),
                Choice(
                    ref(TrackRecord, lambda r: r.kind),
                    later("Kind"),
                    (
                        ("contract", later("Contract")),
                        ("grant", later("Grant")),
                        ("pilot", later("Pilot")),
                        ("subcontract", later("Subcontract")),
                    ),
                ),
                Day(ref(TrackRecord, lambda r: r.starts_on), later("From"), width="half"),
                Day(ref(TrackRecord, lambda r: r.ends_on), later("Until"), width="half"),
                Money(ref(TrackRecord, lambda r: r.value), later("Value")),
                Paragraph(
                    ref(TrackRecord, lambda r: r.result),
                    later("What came of it"),
                    help=later("A number and a date say more than an adjective"),
                ),
            ),
        ),
        Form(
            later("Who can confirm it"),
            (
                Paragraph(ref(TrackRecord, lambda r: r.description), later("What we did")),
                Line(ref(TrackRecord, lambda r: r.contact_name), later("Contact")),
                Line(ref(TrackRecord, lambda r: r.contact_email), later("E-mail")),
                Line(
                    ref(TrackRecord, lambda r: r.grant_identifier),
                    later("The funder’s number for it"),
                ),
                Count(
                    ref(TrackRecord, lambda r: r.own_rating),
                    later("How well it went"),
                    help=later("0 badly to 5 very well; for us only"),
                ),
            ),
        ),
    ),
    new=lambda: TrackRecord(id=new_id()),
    add=later("Add a contract or grant"),
    empty=later("Contracts, grants and pilots you have delivered go here. One is a start."),
    purpose=later("Nothing helps more than having done it before."),
    called=lambda r: r.customer or r.service,
)
CASES: Listing[CaseStudy] = Listing(
    ref(Bid, lambda b: b.case_studies),
    later("Case studies"),
    (
        Column(later("Title"), ref(CaseStudy, lambda c: c.title), stretch=True),
        Column(later("For whom"), ref(CaseStudy, lambda c: c.buyer)),
        Column(later("Lengths"), told=lambda _bid, c: lengths_words(c)),
    ),
    (
        Form(
            later("This case"),
            (
                Line(ref(CaseStudy, lambda c: c.title), later("Title")),
                Paragraph(ref(CaseStudy, lambda c: c.situation), later("Situation")),
                Paragraph(ref(CaseStudy, lambda c: c.what_we_did), later("What we did")),
                Paragraph(ref(CaseStudy, lambda c: c.result), later("Result")),
                Paragraph(ref(CaseStudy, lambda c: c.quotation), later("In their words")),
            ),
        ),
        Form(
            later("For whom, when, how much"),
            (
                Line(ref(CaseStudy, lambda c: c.buyer), later("For whom")),
                Day(ref(CaseStudy, lambda c: c.starts_on), later("From"), width="half"),
                Day(ref(CaseStudy, lambda c: c.ends_on), later("Until"), width="half"),
                Money(ref(CaseStudy, lambda c: c.value), later("Value")),
                LinkChoice(
                    ref(CaseStudy, lambda c: c.testimonial),
                    later("Whose words they are"),
                    to=ref(Bid, lambda b: b.testimonials),
                    called=lambda one: one.attribution or one.quotation,
                    help=later("Without consent on “Evidence of outcomes” they never leave"),
                ),
                Tick(
                    ref(CaseStudy, lambda c: c.include),
                    later("Print it among the case studies at the end"),
                ),
            ),
        ),
        Form(
            later("Ready to paste"),
            (
                Paragraph(ref(CaseStudy, lambda c: c.words_100), later("In 100 words")),
                Paragraph(ref(CaseStudy, lambda c: c.words_250), later("In 250 words")),
                Paragraph(ref(CaseStudy, lambda c: c.words_500), later("In 500 words")),
            ),
        ),
    ),
    new=lambda: CaseStudy(id=new_id()),
    add=later("Add a case study"),
    called=lambda c: c.title,
    deeper=True,
)
REFEREES: Listing[Referee] = Listing(
    ref(Bid, lambda b: b.referees),
    later("Referees"),
    (
        Column(later("Name"), ref(Referee, lambda r: r.name), stretch=True),
        Column(later("Organisation"), ref(Referee, lambda r: r.organisation), stretch=True),
        Column(later("Told about this bid"), ref(Referee, lambda r: r.told_about_bid)),
    ),
    (
        Form(
            later("This referee"),
            (
                Line(ref(Referee, lambda r: r.name), later("Name")),
                Line(ref(Referee, lambda r: r.organisation), later("Organisation")),
                Line(ref(Referee, lambda r: r.email), later("E-mail"), width="half"),
                Line(ref(Referee, lambda r: r.phone), later("Telephone"), width="half"),
                Line(ref(Referee, lambda r: r.for_service), later("Knows us from")),
                YesNo(ref(Referee, lambda r: r.permission), later("Did they agree to be named?")),
                YesNo(ref(Referee, lambda r: r.told_about_bid), later("Told about this bid?")),
            ),
        ),
    ),
    new=lambda: Referee(id=new_id()),
    add=later("Add a referee"),
    called=lambda r: r.name,
    deeper=True,
)
