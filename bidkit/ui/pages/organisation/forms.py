"""The forms of our organisation: names, numbers, purpose, size, registers."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import LegalForm
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Count,
    Day,
    Form,
    Line,
    Number,
    Paragraph,
    Text,
    YesNo,
)
from bidkit.words import later

LEGAL_FORMS: tuple[tuple[LegalForm, Text], ...] = (
    ("unincorporated association", later("Unincorporated association")),
    ("trust", later("Trust")),
    ("cio", later("Charitable incorporated organisation")),
    ("scio", later("Scottish charitable incorporated organisation")),
    ("clg", later("Company limited by guarantee")),
    ("cic", later("Community interest company")),
    ("registered society", later("Registered society")),
    ("ltd", later("Private limited company")),
    ("plc", later("Public limited company")),
    ("llp", later("Limited liability partnership")),
    ("lp", later("Limited partnership")),
    ("partnership", later("Partnership")),
    ("other", later("Something else")),
)
NAMES: Form[Bid] = Form(
    later("Name and address"),
    (
        Line(
            ref(Bid, lambda b: b.organisation.name),
            later("Full legal name"),
            help=later("Exactly as the regulator writes it. Buyers and funders compare."),
            required=True,
        ),
        Line(ref(Bid, lambda b: b.organisation.trading_name), later("Name people know us by")),
        Choice(ref(Bid, lambda b: b.organisation.legal_form), later("Legal form"), LEGAL_FORMS),
        Paragraph(ref(Bid, lambda b: b.organisation.address), later("Registered address")),
        Line(ref(Bid, lambda b: b.organisation.email), later("E-mail"), width="half"),
        Line(ref(Bid, lambda b: b.organisation.phone), later("Telephone"), width="half"),
        Line(ref(Bid, lambda b: b.organisation.website), later("Website")),
    ),
)
NUMBERS: Form[Bid] = Form(
    later("Registration"),
    (
        Line(
            ref(Bid, lambda b: b.organisation.charity_number),
            later("Charity number"),
            help=later("England and Wales"),
            width="half",
        ),
        Line(
            ref(Bid, lambda b: b.organisation.company_number),
            later("Company number"),
            help=later("Eight characters"),
            width="half",
        ),
        Day(ref(Bid, lambda b: b.organisation.registered_on), later("Registered on")),
        Line(
            ref(Bid, lambda b: b.organisation.ppon),
            later("PPON"),
            help=later("The supplier number of the central digital platform"),
            width="half",
        ),
        YesNo(ref(Bid, lambda b: b.organisation.vat_registered), later("Registered for VAT?")),
        Line(
            ref(Bid, lambda b: b.organisation.vat_number),
            later("VAT number"),
            width="half",
            shown_when=lambda b: b.organisation.vat_registered == "yes",
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.vcse),
            later("Are we a voluntary or community organisation or social enterprise?"),
            help=later("Not part of the state, driven by values, and reinvesting what we earn"),
        ),
    ),
)
PURPOSE: Form[Bid] = Form(
    later("What we are here for"),
    (
        Paragraph(
            ref(Bid, lambda b: b.organisation.mission),
            later("Our mission"),
            help=later("In fifty words or so"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.organisation.objects),
            later("Objects"),
            help=later("From the governing document"),
        ),
        Paragraph(ref(Bid, lambda b: b.organisation.beneficiaries), later("Whom we help")),
        Line(ref(Bid, lambda b: b.organisation.area_of_benefit), later("Where")),
        Paragraph(ref(Bid, lambda b: b.organisation.what_we_do), later("What we do")),
    ),
)
SIZE: Form[Bid] = Form(
    later("People and governance"),
    (
        Count(ref(Bid, lambda b: b.organisation.trustees_count), later("Trustees or committee")),
        Count(ref(Bid, lambda b: b.organisation.staff_count), later("Paid staff")),
        Number(ref(Bid, lambda b: b.organisation.staff_fte), later("Full-time equivalents")),
        Count(ref(Bid, lambda b: b.organisation.volunteers), later("Volunteers")),
        Paragraph(ref(Bid, lambda b: b.organisation.governance), later("How we are governed")),
    ),
)
REGISTERS: Form[Bid] = Form(
    later("Other registers"),
    (
        Line(ref(Bid, lambda b: b.organisation.scottish_charity_number), later("Scotland")),
        Line(
            ref(Bid, lambda b: b.organisation.northern_ireland_charity_number),
            later("Northern Ireland"),
        ),
        Line(ref(Bid, lambda b: b.organisation.mutual_number), later("Mutuals register")),
        Line(ref(Bid, lambda b: b.organisation.ukprn), later("UKPRN"), width="half"),
        Line(ref(Bid, lambda b: b.organisation.law), later("Law we are registered under")),
        YesNo(ref(Bid, lambda b: b.organisation.sme), later("A small or medium enterprise?")),
        Paragraph(ref(Bid, lambda b: b.organisation.postal_address), later("Postal address")),
    ),
    deeper=True,
)
SHARE_CODE: Form[Bid] = Form(
    later("Central digital platform"),
    (
        YesNo(
            ref(Bid, lambda b: b.organisation.share_code.registered), later("Are we registered?")
        ),
        Line(
            ref(Bid, lambda b: b.organisation.share_code.code),
            later("Share code"),
            help=later("Eight characters. Never printed unless a question asks for it."),
            width="half",
        ),
        Day(ref(Bid, lambda b: b.organisation.share_code.obtained_on), later("Obtained on")),
        Day(ref(Bid, lambda b: b.organisation.share_code.checked_on), later("Last checked on")),
        Day(
            ref(Bid, lambda b: b.organisation.share_code.profile_changed_on),
            later("Our details there last changed on"),
        ),
    ),
    purpose=later("Changed anything there since you got the code? Get a new one."),
    deeper=True,
)
RUNNING: Form[Bid] = Form(
    later("How we run"),
    (
        Paragraph(
            ref(Bid, lambda b: b.organisation.quality_systems),
            later("Quality systems"),
            help=later("What keeps the work consistent and good"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.organisation.user_involvement),
            later("How users have a say"),
        ),
        Paragraph(
            ref(Bid, lambda b: b.organisation.product_sheet),
            later("Our service on one page"),
            help=later("Who we are and what we do, as a leaflet would say it"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.dissolution_clause),
            later("Does the governing document say where assets go if we close?"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.bank_in_our_name),
            later("Is there a bank account in our name?"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.two_signatories),
            later("Do two unrelated people sign?"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.filings_current),
            later("Are our filings up to date?"),
        ),
    ),
    deeper=True,
)
VALUES: Form[Bid] = Form(
    later("What we stand for"),
    (
        Paragraph(
            ref(Bid, lambda b: b.organisation.values),
            later("Our values, as people notice them"),
            help=later("Engagement, flexibility, led by what people need: with an example each"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.supported_employment),
            later("A supported employment provider?"),
            help=later("At least 30% of the people who work here are disabled or disadvantaged"),
        ),
        YesNo(
            ref(Bid, lambda b: b.organisation.public_service_mutual),
            later("A public service mutual?"),
        ),
    ),
    deeper=True,
)
