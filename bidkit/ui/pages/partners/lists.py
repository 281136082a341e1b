"""The lists of partners: who they are, how far we looked into them, what each is paid."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner, PartnerCheck
from bidkit.domain.refs import ref
from bidkit.figures.readings.partnership import fit_of
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
    Percent,
    YesNoUnknown,
)
from bidkit.words import later, tr

COLLECTION = ref(Bid, lambda b: b.partners)
FIT_HELP = later("0 no, 1 partly, 2 yes")


def fit_words(_bid: Bid, partner: Partner) -> str:
    """Return the points of a partner's fit: "9 of 12"."""
    fit = fit_of(partner)
    if not fit.judged:
        return tr("not judged")
    return tr("{points} of {most}", points=fit.points, most=fit.most)


PARTNERS: Listing[Partner] = Listing(
    COLLECTION,
    later("Partners"),
    (
        Column(later("Name"), ref(Partner, lambda p: p.name), stretch=True),
        Column(later("Role"), ref(Partner, lambda p: p.role)),
        Column(later("Share"), ref(Partner, lambda p: p.share)),
    ),
    (
        Form(
            later("This partner"),
            (
                Line(ref(Partner, lambda p: p.name), later("Name")),
                Choice(
                    ref(Partner, lambda p: p.role),
                    later("Role"),
                    (
                        ("lead", later("Lead")),
                        ("member", later("Member")),
                        ("associate", later("Associate, working towards membership")),
                        ("subcontractor", later("Subcontractor")),
                        ("guarantor", later("Guarantor")),
                    ),
                ),
                Paragraph(ref(Partner, lambda p: p.does), later("What they do in this bid")),
                Paragraph(
                    ref(Partner, lambda p: p.strength),
                    later("Why they are the right ones for it"),
                ),
                Percent(ref(Partner, lambda p: p.share), later("Share of the work")),
                Line(ref(Partner, lambda p: p.ppon), later("PPON"), width="half"),
                Line(
                    ref(Partner, lambda p: p.relied_on_for),
                    later("Condition we rely on them for"),
                ),
            ),
        ),
        Form(
            later("Who they are"),
            (
                Choice(
                    ref(Partner, lambda p: p.kind),
                    later("Kind"),
                    (
                        ("vcse", later("Voluntary, community or social enterprise")),
                        ("sme", later("Small or medium firm")),
                        ("public", later("Public body")),
                        ("private", later("Larger firm")),
                        ("other", later("Something else")),
                    ),
                ),
                Line(ref(Partner, lambda p: p.charity_number), later("Charity number")),
                Line(ref(Partner, lambda p: p.company_number), later("Company number")),
                Line(
                    ref(Partner, lambda p: p.share_code),
                    later("Share code"),
                    help=later("Their newest one from the Central Digital Platform"),
                    width="half",
                ),
                Day(ref(Partner, lambda p: p.share_code_on), later("Given on")),
                Line(ref(Partner, lambda p: p.contact_name), later("Contact")),
                Line(ref(Partner, lambda p: p.contact_email), later("E-mail")),
            ),
        ),
        Form(
            later("Membership"),
            (
                Choice(
                    ref(Partner, lambda p: p.tier),
                    later("Level"),
                    (
                        ("full", later("Full: meets every standard")),
                        ("associate", later("Associate: working towards them")),
                    ),
                ),
                Paragraph(
                    ref(Partner, lambda p: p.tier_evidence),
                    later("What shows that level"),
                    help=later("Quality mark, policies, inspection: with its date"),
                ),
                Line(ref(Partner, lambda p: p.cluster), later("Group or area")),
            ),
        ),
    ),
    new=lambda: Partner(id=new_id()),
    add=later("Add a partner"),
    empty=later("Put yourselves first, as lead or member, then everybody who delivers with you."),
    purpose=later("Shares add up to 100% of the work."),
    called=lambda p: p.name,
)
LOOKED_INTO: Listing[Partner] = Listing(
    COLLECTION,
    later("Partner by partner"),
    (
        Column(later("Name"), ref(Partner, lambda p: p.name), stretch=True),
        Column(later("Our checks"), ref(Partner, lambda p: p.due_diligence)),
        Column(later("Rival bid"), ref(Partner, lambda p: p.in_rival_bid)),
        Column(later("Fit"), told=fit_words),
    ),
    (
        Form(
            later("Checks on them"),
            (
                Choice(
                    ref(Partner, lambda p: p.due_diligence),
                    later("Our checks"),
                    (
                        ("not started", later("Not started")),
                        ("in hand", later("In hand")),
                        ("done", later("Done")),
                    ),
                ),
                YesNoUnknown(ref(Partner, lambda p: p.excluded), later("Any exclusion ground?")),
                YesNoUnknown(ref(Partner, lambda p: p.debarred), later("On the debarment list?")),
                YesNoUnknown(ref(Partner, lambda p: p.in_rival_bid), later("In a rival bid too?")),
                Day(
                    ref(Partner, lambda p: p.confidentiality_on),
                    later("Confidentiality agreed on"),
                    help=later("No price is shared before this day"),
                ),
                Number(ref(Partner, lambda p: p.known_years), later("Years we have known them")),
                Paragraph(ref(Partner, lambda p: p.past_work), later("What we did together")),
            ),
        ),
        Form(
            later("What we found"),
            (
                Paragraph(
                    ref(Partner, lambda p: p.due_diligence_note),
                    later("What looking into them showed"),
                ),
            ),
        ),
        Form(
            later("How well we fit"),
            (
                Count(ref(Partner, lambda p: p.trust), later("Trust"), help=FIT_HELP),
                Count(ref(Partner, lambda p: p.adds_value), later("Adds what we lack")),
                Count(ref(Partner, lambda p: p.not_competing), later("Does not compete with us")),
                Count(ref(Partner, lambda p: p.culture), later("Culture")),
                Count(ref(Partner, lambda p: p.capacity), later("Capacity")),
                Count(ref(Partner, lambda p: p.personalities), later("People get on")),
                Paragraph(ref(Partner, lambda p: p.overlap), later("Where we overlap")),
            ),
        ),
    ),
    new=lambda: Partner(id=new_id()),
    add=later("Add a partner"),
    empty=later("No partner yet. Add them under “Partners”."),
    called=lambda p: p.name,
)
PAID: Listing[Partner] = Listing(
    COLLECTION,
    later("What each is paid"),
    (
        Column(later("Name"), ref(Partner, lambda p: p.name), stretch=True),
        Column(later("Full cost"), ref(Partner, lambda p: p.full_cost)),
        Column(later("Paid"), ref(Partner, lambda p: p.price)),
        Column(later("Target"), ref(Partner, lambda p: p.target)),
    ),
    (
        Form(
            later("Money"),
            (
                Money(
                    ref(Partner, lambda p: p.full_cost),
                    later("Their full cost"),
                    help=later("Over the whole contract"),
                ),
                Money(
                    ref(Partner, lambda p: p.price),
                    later("What they are paid"),
                    help=later("Over the whole contract"),
                ),
                Paragraph(
                    ref(Partner, lambda p: p.paid_only_if),
                    later("Paid only if"),
                    help=later("A payment that hangs on somebody else’s work has sunk partners"),
                ),
                Paragraph(
                    ref(Partner, lambda p: p.remedy),
                    later("And if it does not happen"),
                    help=later("Part payment, a minimum, or a way to act"),
                ),
                Choice(
                    ref(Partner, lambda p: p.vat),
                    later("VAT on what they are paid"),
                    (
                        ("charges", later("They charge it")),
                        ("exempt", later("Exempt supply")),
                        ("not registered", later("They are not registered")),
                        ("unknown", later("We do not know")),
                    ),
                ),
            ),
        ),
        Form(
            later("Targets"),
            (
                Number(
                    ref(Partner, lambda p: p.planned_volume),
                    later("How much of the work they do"),
                    help=later("People, places or sessions: the members’ money is shared by it"),
                ),
                Number(ref(Partner, lambda p: p.target), later("Their target")),
                Number(ref(Partner, lambda p: p.past_result), later("What they reached before")),
                Day(ref(Partner, lambda p: p.signed_off_on), later("They agreed their part on")),
            ),
        ),
    ),
    new=lambda: Partner(id=new_id()),
    add=later("Add a partner"),
    purpose=later("Confidential. No price is shared before confidentiality is agreed."),
    empty=later("No partner yet. Add them under “Partners”."),
    called=lambda p: p.name,
)
CHECKS: Listing[PartnerCheck] = Listing(
    ref(Bid, lambda b: b.partner_checks),
    later("Papers and answers"),
    (
        Column(later("Partner"), ref(PartnerCheck, lambda c: c.parent)),
        Column(later("What we asked for"), ref(PartnerCheck, lambda c: c.text), stretch=True),
        Column(later("Came on"), ref(PartnerCheck, lambda c: c.received_on)),
        Column(later("It is"), ref(PartnerCheck, lambda c: c.shows)),
    ),
    (
        Form(
            later("This paper"),
            (
                LinkChoice(
                    ref(PartnerCheck, lambda c: c.parent),
                    later("From"),
                    to=COLLECTION,
                    called=lambda partner: partner.name,
                ),
                Line(ref(PartnerCheck, lambda c: c.text), later("What we asked for")),
                Day(ref(PartnerCheck, lambda c: c.asked_on), later("Asked on")),
                Day(ref(PartnerCheck, lambda c: c.received_on), later("Came on")),
                Day(ref(PartnerCheck, lambda c: c.expires_on), later("Runs out on")),
                Choice(
                    ref(PartnerCheck, lambda c: c.shows),
                    later("It is"),
                    (
                        ("good", later("Good")),
                        ("question", later("To be asked about")),
                        ("poor", later("Poor")),
                    ),
                ),
                Paragraph(ref(PartnerCheck, lambda c: c.note), later("What it shows")),
            ),
        ),
    ),
    new=lambda: PartnerCheck(id=new_id()),
    add=later("Add a paper"),
    empty=later("Nothing asked for yet. Begin with the usual papers, then look at what comes."),
    called=lambda c: c.text,
    everywhere=True,
)
