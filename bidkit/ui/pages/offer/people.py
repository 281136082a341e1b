"""The lists of people and risks: roles, transferring posts, the risk register."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.offer import Risk, StaffRole, TransferringPost
from bidkit.domain.refs import ref
from bidkit.errors import InputError
from bidkit.export.compose.charts import WEIGHTS
from bidkit.figures.risk import risk_score
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
    Number,
    Paragraph,
    Tick,
    YesNo,
)
from bidkit.ui.starters import StarterList
from bidkit.words import later, tr


def score_words(_bid: Bid, risk: Risk) -> str:
    """Return the score of a risk as a number and a word."""
    try:
        found = risk_score(risk.likelihood, risk.impact)
    except InputError:
        return tr("1 to 5, please")
    if found is None:
        return tr("not judged")
    return tr("{score} of 25, {weight}", score=found.score, weight=str(WEIGHTS[found.weight]))


ROLES: Listing[StaffRole] = Listing(
    ref(Bid, lambda b: b.roles),
    later("Roles"),
    (
        Column(later("Role"), ref(StaffRole, lambda r: r.title), stretch=True),
        Column(later("Hours a week"), ref(StaffRole, lambda r: r.hours_a_week)),
        Column(later("Reports to"), ref(StaffRole, lambda r: r.parent)),
        Column(later("Vetting"), ref(StaffRole, lambda r: r.vetting)),
    ),
    (
        Form(
            later("This role"),
            (
                Line(ref(StaffRole, lambda r: r.title), later("Role"), width="half"),
                LinkChoice(
                    ref(StaffRole, lambda r: r.parent),
                    later("Reports to"),
                    to=ref(Bid, lambda b: b.roles),
                    called=lambda role: role.title,
                ),
                Line(ref(StaffRole, lambda r: r.holder), later("Name, if known"), width="half"),
                Number(ref(StaffRole, lambda r: r.hours_a_week), later("Hours a week")),
                Paragraph(ref(StaffRole, lambda r: r.duties), later("What they do")),
                Paragraph(ref(StaffRole, lambda r: r.qualifications), later("What they must know")),
                YesNo(ref(StaffRole, lambda r: r.key_person), later("Would it fail without them?")),
            ),
        ),
        Form(
            later("Checks and cover"),
            (
                YesNo(
                    ref(StaffRole, lambda r: r.in_post),
                    later("In post today?"),
                    help=later("If not, the plan must say when they are found"),
                ),
                Line(
                    ref(StaffRole, lambda r: r.deputy),
                    later("Who stands in for them"),
                    width="half",
                ),
                Choice(
                    ref(StaffRole, lambda r: r.vetting),
                    later("DBS check"),
                    (
                        ("none", later("None")),
                        ("basic", later("Basic")),
                        ("standard", later("Standard")),
                        ("enhanced", later("Enhanced")),
                        ("enhanced barred", later("Enhanced with barred lists")),
                    ),
                ),
                LinkChoice(
                    ref(StaffRole, lambda r: r.partner),
                    later("Employed by the partner"),
                    to=ref(Bid, lambda b: b.partners),
                    called=lambda partner: partner.name,
                ),
            ),
        ),
    ),
    new=lambda: StaffRole(id=new_id()),
    add=later("Add a role"),
    empty=later("No role yet. Begin with whoever answers for the whole."),
    called=lambda r: r.title,
    everywhere=True,
)
TRANSFERRING: Listing[TransferringPost] = Listing(
    ref(Bid, lambda b: b.transferring),
    later("Posts that may transfer"),
    (
        Column(later("Role"), ref(TransferringPost, lambda p: p.role), stretch=True),
        Column(later("Hours a week"), ref(TransferringPost, lambda p: p.hours_a_week)),
        Column(later("Pay a year"), ref(TransferringPost, lambda p: p.pay)),
        Column(later("Since"), ref(TransferringPost, lambda p: p.started_on)),
    ),
    (
        Form(
            later("This post"),
            (
                Line(ref(TransferringPost, lambda p: p.role), later("Role")),
                Number(ref(TransferringPost, lambda p: p.hours_a_week), later("Hours a week")),
                Money(ref(TransferringPost, lambda p: p.pay), later("Pay a year")),
                Line(ref(TransferringPost, lambda p: p.pension), later("Pension"), width="half"),
                Day(ref(TransferringPost, lambda p: p.started_on), later("Employed since")),
            ),
        ),
    ),
    new=lambda: TransferringPost(id=new_id()),
    add=later("Add a post"),
    purpose=later("Without names. Confidential: never printed, never handed to a partner."),
    empty=later("No post listed."),
    called=lambda p: p.role,
)
RISKS: Listing[Risk] = Listing(
    ref(Bid, lambda b: b.risks),
    later("Risks"),
    (
        Column(later("What may happen"), ref(Risk, lambda r: r.title), stretch=True),
        Column(later("Score"), told=score_words),
        Column(later("Who watches it"), ref(Risk, lambda r: r.owner)),
    ),
    (
        Form(
            later("This risk"),
            (
                Line(ref(Risk, lambda r: r.title), later("What may happen")),
                Count(
                    ref(Risk, lambda r: r.likelihood),
                    later("How likely"),
                    help=later("1 hardly to 5 almost surely."),
                ),
                Count(
                    ref(Risk, lambda r: r.impact),
                    later("How bad"),
                    help=later("1 a nuisance to 5 the service stops."),
                ),
                Paragraph(ref(Risk, lambda r: r.cause), later("Why it may happen")),
                Paragraph(ref(Risk, lambda r: r.control), later("What we do about it")),
                Line(ref(Risk, lambda r: r.owner), later("Who watches it"), width="half"),
                Tick(ref(Risk, lambda r: r.show_buyer), later("Show it to the buyer")),
            ),
        ),
        Form(
            later("What is left, and who should carry it"),
            (
                Count(
                    ref(Risk, lambda r: r.likelihood_after),
                    later("How likely then"),
                    help=later("Once what we do is in place."),
                ),
                Count(ref(Risk, lambda r: r.impact_after), later("How bad then")),
                Line(
                    ref(Risk, lambda r: r.best_placed),
                    later("Best placed to carry it"),
                    width="half",
                    help=later("What only the buyer can steer should not be ours."),
                ),
                Money(
                    ref(Risk, lambda r: r.price),
                    later("What it costs us"),
                    help=later("What carrying it adds to our price."),
                ),
            ),
        ),
    ),
    new=lambda: Risk(id=new_id()),
    add=later("Add a risk"),
    empty=later("No risk yet. A bid without risks is not believed."),
    called=lambda r: r.title,
)
USUAL_RISKS = StarterList(
    "risk-starters",
    ("risks",),
    later("Start from common risks"),
    later("Each with a cause and a control. Change all of it to fit."),
)
