"""Our organisation: who we are, what we hold, what we have done; asked once, used in every bid."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    CONFIDENTIAL,
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    HeldNow,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    YesNo,
    blank,
)

LegalForm = Literal[
    "",
    "unincorporated association",
    "trust",
    "cio",
    "scio",
    "clg",
    "cic",
    "registered society",
    "ltd",
    "plc",
    "llp",
    "lp",
    "partnership",
    "other",
]


class ShareCode(Group):
    """The share code of the central digital platform and how fresh it is."""

    code: Annotated[str, CONFIDENTIAL] = ""
    obtained_on: date | None = None
    checked_on: date | None = None
    registered: YesNo = ""
    profile_changed_on: date | None = None


class Organisation(Group):
    """Us, as regulators, buyers and funders ask about us."""

    reader: ClassVar[Reader] = Reader.BUYER
    name: str = ""
    trading_name: str = ""
    legal_form: LegalForm = ""
    law: str = ""
    registered_on: date | None = None
    address: Paragraphs = ""
    postal_address: Paragraphs = ""
    website: str = ""
    email: str = ""
    phone: str = ""
    charity_number: str = ""
    scottish_charity_number: str = ""
    northern_ireland_charity_number: str = ""
    company_number: str = ""
    mutual_number: str = ""
    ukprn: str = ""
    ppon: str = ""
    vat_registered: YesNo = ""
    vat_number: str = ""
    sme: YesNo = ""
    vcse: YesNo = ""
    supported_employment: YesNo = ""
    public_service_mutual: YesNo = ""
    share_code: ShareCode = blank(ShareCode)
    mission: Paragraphs = ""
    objects: Paragraphs = ""
    beneficiaries: Paragraphs = ""
    area_of_benefit: str = ""
    what_we_do: Paragraphs = ""
    product_sheet: Paragraphs = ""
    values: Paragraphs = ""
    volunteers: Count = None
    staff_count: Count = None
    staff_fte: Number = None
    trustees_count: Count = None
    governance: Paragraphs = ""
    quality_systems: Paragraphs = ""
    user_involvement: Paragraphs = ""
    dissolution_clause: Annotated[YesNo, FOR_US] = ""
    bank_in_our_name: Annotated[YesNo, FOR_US] = ""
    two_signatories: Annotated[YesNo, FOR_US] = ""
    filings_current: Annotated[YesNo, FOR_US] = ""
    cash_forecast: Annotated[YesNo, FOR_US] = ""
    bank_letter: Annotated[YesNo, FOR_US] = ""
    refreshed_on: Annotated[date | None, FOR_US] = None


class Identifier(Entity):
    """A number a register knows us by, with the regulator's rating if there is one."""

    reader: ClassVar[Reader] = Reader.BUYER
    scheme: str = ""
    number: str = ""
    rating: str = ""
    rated_on: date | None = None


class Person(Entity):
    """A trustee, director, owner or key member of staff."""

    name: Annotated[str, PERSONAL] = ""
    role: str = ""
    kind: Literal["", "trustee", "director", "control", "staff", "signatory", "contact"] = ""
    born_on: Annotated[date | None, PERSONAL] = None
    nationality: Annotated[str, PERSONAL] = ""
    address: Annotated[Paragraphs, PERSONAL] = ""
    email: Annotated[str, PERSONAL] = ""
    phone: Annotated[str, PERSONAL] = ""
    control: str = ""
    since: date | None = None
    until: date | None = None
    related_to: Annotated[str, PERSONAL] = ""
    dbs_level: Literal["", "none", "basic", "standard", "enhanced", "enhanced barred"] = ""
    dbs_on: date | None = None
    regulated_activity: YesNo = ""


class ConnectedBody(Entity):
    """An organisation that controls us or that we control."""

    name: str = ""
    number: str = ""
    kind: str = ""
    address: Paragraphs = ""
    law: str = ""
    since: date | None = None
    until: date | None = None


class Policy(Entity):
    """A policy we hold: when it was agreed, when it is looked at again, and the file."""

    reader: ClassVar[Reader] = Reader.BUYER
    key: Annotated[str, FOR_US] = ""
    title: str = ""
    held: YesNo = ""
    approved_on: date | None = None
    approved_by: str = ""
    review_on: date | None = None
    training: Paragraphs = ""
    mandatory: Annotated[YesNo, FOR_US] = ""
    attachment: str = ""


class Insurance(Entity):
    """One insurance: what is held, what is asked, when it runs out."""

    reader: ClassVar[Reader] = Reader.BUYER
    kind: Literal[
        "",
        "employers",
        "public",
        "professional",
        "abuse",
        "cyber",
        "trustee",
        "product",
        "medical",
        "motor",
        "buildings",
        "other",
    ] = ""
    held: HeldNow = ""
    insurer: str = ""
    policy_number: Annotated[str, FOR_US] = ""
    limit: Money = None
    limit_asked: Annotated[Money, FOR_US] = None
    basis: Literal["", "each and every", "aggregate"] = ""
    expires_on: date | None = None
    exclusions: Annotated[Paragraphs, FOR_US] = ""
    premium_quote: Annotated[Money, CONFIDENTIAL] = None
    attachment: str = ""


class QualityMark(Entity):
    """A quality mark, accreditation or trade assurance."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    level: str = ""
    body: str = ""
    number: str = ""
    awarded_on: date | None = None
    expires_on: date | None = None
    scope: str = ""
    attachment: str = ""


class AccountsYear(Entity):
    """One year's accounts, in the figures buyers test."""

    reader: ClassVar[Reader] = Reader.US
    year_end: date | None = None
    audited: YesNo = ""
    income: Money = None
    spending: Money = None
    free_reserves: Money = None
    current_assets: Money = None
    stock: Money = None
    creditors_within_year: Money = None
    total_assets: Money = None
    total_liabilities: Money = None
    operating_surplus: Money = None
    going_concern_doubt: YesNo = ""
    credit_score: Count = None
    attachment: str = ""


class FundingSource(Entity):
    """One income stream and what share of the whole it is."""

    title: str = ""
    kind: Literal["", "contract", "grant", "donations", "trading", "other"] = ""
    amount: Money = None
    ends_on: date | None = None
    note: Paragraphs = ""


class TrackRecord(Entity):
    """One contract or grant delivered: for whom, what, when, how much, with what result."""

    reader: ClassVar[Reader] = Reader.BUYER
    customer: str = ""
    service: str = ""
    kind: Literal["", "contract", "grant", "pilot", "subcontract"] = ""
    starts_on: date | None = None
    ends_on: date | None = None
    value: Money = None
    description: Paragraphs = ""
    result: Paragraphs = ""
    contact_name: Annotated[str, PERSONAL] = ""
    contact_email: Annotated[str, PERSONAL] = ""
    own_rating: Annotated[Count, FOR_US] = None
    grant_identifier: Annotated[str, FOR_US] = ""


class CaseStudy(Entity):
    """A case study: situation, what we did, result, a quotation; in three lengths."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    situation: Paragraphs = ""
    what_we_did: Paragraphs = ""
    result: Paragraphs = ""
    quotation: Paragraphs = ""
    testimonial: Annotated[str, FOR_US] = ""
    buyer: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    value: Money = None
    words_100: Paragraphs = ""
    words_250: Paragraphs = ""
    words_500: Paragraphs = ""
    include: Annotated[bool, FOR_US] = False


class Referee(Entity):
    """Somebody who will speak for us, if they said we may ask."""

    reader: ClassVar[Reader] = Reader.BUYER
    name: Annotated[str, PERSONAL] = ""
    organisation: str = ""
    email: Annotated[str, PERSONAL] = ""
    phone: Annotated[str, PERSONAL] = ""
    permission: Annotated[YesNo, FOR_US] = ""
    told_about_bid: Annotated[YesNo, FOR_US] = ""
    for_service: str = ""


class SelfAssessment(Entity):
    """One area of running an organisation, or one skill of bidding, marked by ourselves."""

    key: str = ""
    title: str = ""
    rating: Count = None
    note: Paragraphs = ""
    tags: Tags = ()
