"""The lists of our offer: the buyer's points, steps, milestones, and what we must fit."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.offer import DeliveryStep, Fit, Milestone, PerformanceMeasure
from bidkit.domain.opportunity import BuyerPoint, Lot
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Day,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Paragraph,
)
from bidkit.words import later, tr

LOTS = ref(Bid, lambda b: b.lots)


def lot_name(lot: Lot) -> str:
    """Return how a lot is called in a choice."""
    return " ".join(part for part in (lot.number, lot.title) if part)


def question_name(question: Question) -> str:
    """Return how a question is called in a choice."""
    return " ".join(part for part in (question.number, question.title or question.text) if part)


def answered(_bid: Bid, point: BuyerPoint) -> str:
    """Tell whether a point has a reply."""
    return tr("answered") if point.our_reply.strip() else tr("no reply yet")


POINTS: Listing[BuyerPoint] = Listing(
    ref(Bid, lambda b: b.buyer_points),
    later("What the buyer wants and worries about"),
    (
        Column(later("Kind"), ref(BuyerPoint, lambda p: p.kind)),
        Column(later("In their words"), ref(BuyerPoint, lambda p: p.text), stretch=True),
        Column(later("Our reply"), told=answered),
    ),
    (
        Form(
            later("This point"),
            (
                Choice(
                    ref(BuyerPoint, lambda p: p.kind),
                    later("Kind"),
                    (
                        ("aim", later("An aim")),
                        ("output", later("Something delivered")),
                        ("concern", later("A worry")),
                    ),
                ),
                Paragraph(ref(BuyerPoint, lambda p: p.text), later("In their words")),
                Paragraph(
                    ref(BuyerPoint, lambda p: p.our_reply),
                    later("Our reply"),
                    help=later("Start with the answer, then how, then the proof."),
                ),
                LinkSet(
                    ref(BuyerPoint, lambda p: p.answered_in),
                    later("Said in the answers to"),
                    to=ref(Bid, lambda b: b.questions),
                    called=question_name,
                ),
                LinkSet(
                    ref(BuyerPoint, lambda p: p.lots),
                    later("Lots"),
                    to=LOTS,
                    called=lot_name,
                    help=later("None chosen: all of them."),
                ),
            ),
        ),
    ),
    new=lambda: BuyerPoint(id=new_id()),
    add=later("Add a point"),
    purpose=later("Every aim, output and worry gets a reply; most bids leave the worries out."),
    empty=later("Nothing yet. Read the specification and note each aim and each worry."),
)
STEPS: Listing[DeliveryStep] = Listing(
    ref(Bid, lambda b: b.steps),
    later("Steps"),
    (
        Column(later("Step"), ref(DeliveryStep, lambda s: s.title), stretch=True),
        Column(later("Starts"), ref(DeliveryStep, lambda s: s.starts_on)),
        Column(later("Ends"), ref(DeliveryStep, lambda s: s.ends_on)),
        Column(later("Who"), ref(DeliveryStep, lambda s: s.owner)),
    ),
    (
        Form(
            later("This step"),
            (
                Line(ref(DeliveryStep, lambda s: s.title), later("What happens"), width="half"),
                Choice(
                    ref(DeliveryStep, lambda s: s.phase),
                    later("When in the contract"),
                    (
                        ("mobilisation", later("Getting ready")),
                        ("delivery", later("Doing it")),
                        ("exit", later("Handing over")),
                    ),
                    width="half",
                ),
                Paragraph(ref(DeliveryStep, lambda s: s.description), later("How")),
                Day(ref(DeliveryStep, lambda s: s.starts_on), later("Starts")),
                Day(ref(DeliveryStep, lambda s: s.ends_on), later("Ends")),
                Line(ref(DeliveryStep, lambda s: s.owner), later("Who does it"), width="half"),
                Line(
                    ref(DeliveryStep, lambda s: s.output),
                    later("What stands at the end"),
                    width="half",
                ),
            ),
        ),
        Form(
            later("Lots of this step"),
            (
                LinkSet(
                    ref(DeliveryStep, lambda s: s.lots),
                    later("Lots"),
                    to=LOTS,
                    called=lot_name,
                    help=later("None chosen: all of them."),
                ),
            ),
        ),
    ),
    new=lambda: DeliveryStep(id=new_id()),
    add=later("Add a step"),
    empty=later("No step yet. Begin with the first thing that happens after the award."),
    called=lambda s: s.title,
)
MILESTONES: Listing[Milestone] = Listing(
    ref(Bid, lambda b: b.milestones),
    later("Milestones"),
    (
        Column(later("What stands"), ref(Milestone, lambda m: m.title), stretch=True),
        Column(later("By"), ref(Milestone, lambda m: m.on)),
        Column(later("Who"), ref(Milestone, lambda m: m.owner)),
    ),
    (
        Form(
            later("This milestone"),
            (
                Line(ref(Milestone, lambda m: m.title), later("What stands by then")),
                Day(ref(Milestone, lambda m: m.on), later("By")),
                Line(ref(Milestone, lambda m: m.owner), later("Who answers for it"), width="half"),
                LinkChoice(
                    ref(Milestone, lambda m: m.step),
                    later("Belongs to the step"),
                    to=ref(Bid, lambda b: b.steps),
                    called=lambda step: step.title,
                ),
            ),
        ),
    ),
    new=lambda: Milestone(id=new_id()),
    add=later("Add a milestone"),
    empty=later("No milestone yet. The first day of the service is one."),
    called=lambda m: m.title,
)
MEASURES: Listing[PerformanceMeasure] = Listing(
    ref(Bid, lambda b: b.measures),
    later("Performance measures"),
    (
        Column(later("Measure"), ref(PerformanceMeasure, lambda m: m.title), stretch=True),
        Column(later("Target"), ref(PerformanceMeasure, lambda m: m.target)),
        Column(later("How often"), ref(PerformanceMeasure, lambda m: m.frequency)),
    ),
    (
        Form(
            later("This measure"),
            (
                Line(ref(PerformanceMeasure, lambda m: m.title), later("What is measured")),
                Line(ref(PerformanceMeasure, lambda m: m.target), later("Target"), width="half"),
                Line(
                    ref(PerformanceMeasure, lambda m: m.frequency), later("How often"), width="half"
                ),
                Paragraph(ref(PerformanceMeasure, lambda m: m.method), later("How")),
                Line(ref(PerformanceMeasure, lambda m: m.owner), later("Who"), width="half"),
                LinkChoice(
                    ref(PerformanceMeasure, lambda m: m.outcome),
                    later("Shows the outcome"),
                    to=ref(Bid, lambda b: b.outcomes),
                    called=lambda outcome: outcome.text,
                ),
                LinkSet(
                    ref(PerformanceMeasure, lambda m: m.lots),
                    later("Lots"),
                    to=LOTS,
                    called=lot_name,
                    help=later("None chosen: all of them."),
                ),
            ),
        ),
    ),
    new=lambda: PerformanceMeasure(id=new_id()),
    add=later("Add a measure"),
    empty=later("No measure yet. Few and honest ones are kept; many are not."),
    called=lambda m: m.title,
)
FITS: Listing[Fit] = Listing(
    ref(Bid, lambda b: b.fits),
    later("How what they require fits what we do"),
    (
        Column(later("They require"), ref(Fit, lambda f: f.requirement), stretch=True),
        Column(later("What we change"), ref(Fit, lambda f: f.action)),
    ),
    (
        Form(
            later("This requirement"),
            (
                LinkChoice(
                    ref(Fit, lambda f: f.requirement),
                    later("They require"),
                    to=ref(Bid, lambda b: b.requirements),
                    called=lambda requirement: requirement.quotation,
                    help=later("From the requirements marked in the tender documents."),
                    width="full",
                ),
                Paragraph(ref(Fit, lambda f: f.we_do), later("We do already")),
                Paragraph(ref(Fit, lambda f: f.gap), later("What is missing")),
                Paragraph(ref(Fit, lambda f: f.action), later("What we change, by when")),
                LinkSet(
                    ref(Fit, lambda f: f.answered_in),
                    later("Said in the answers to"),
                    to=ref(Bid, lambda b: b.questions),
                    called=question_name,
                ),
            ),
        ),
    ),
    new=lambda: Fit(id=new_id()),
    add=later("Add a requirement"),
    empty=later("Go through the specification line by line; it takes an evening and saves three."),
    deeper=True,
)
