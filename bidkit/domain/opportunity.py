"""The opportunity: what is offered, by whom, in which lots, and by which way of handing in."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    FOR_BUYER,
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    LotScope,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    YesNo,
    YesNoUnknown,
    blank,
)

Regime = Literal[
    "", "pa23_above", "pa23_light_touch", "pa23_below", "pcr2015", "nhs_psr", "scotland", "grant"
]
Route = Literal["", "small_grant", "larger_grant", "contract", "consortium"]
WayIn = Literal["", "portal", "buyer_form", "own_document", "email", "post"]


class About(Group):
    """What this bid is called here, and how much of the walk it shows."""

    title: Annotated[str, FOR_BUYER] = ""
    route: Route = ""
    all_stages: bool = False
    language: Literal["en-GB", "cy-GB"] = "en-GB"
    started_on: date | None = None
    win_theme: Paragraphs = ""
    context_notes: Paragraphs = ""


class Buyer(Group):
    """The body that buys or funds."""

    reader: ClassVar[Reader] = Reader.BUYER
    name: str = ""
    kind: Literal[
        "", "council", "nhs", "central", "police", "school", "housing", "funder", "lead", "other"
    ] = ""
    identifier: str = ""
    address: Paragraphs = ""
    website: str = ""
    contact_name: Annotated[str, FOR_US, PERSONAL] = ""
    contact_email: Annotated[str, FOR_US, PERSONAL] = ""
    contact_phone: Annotated[str, FOR_US, PERSONAL] = ""


class Period(Group):
    """When the contract or grant runs."""

    reader: ClassVar[Reader] = Reader.BUYER
    starts_on: date | None = None
    ends_on: date | None = None
    months: Count = None
    extension: str = ""
    latest_end_on: date | None = None
    reviews: Paragraphs = ""


class Notice(Group):
    """Where the notice came from, and what it said of itself."""

    reader: ClassVar[Reader] = Reader.US
    source: str = ""
    ocid: str = ""
    notice_id: str = ""
    notice_type: str = ""
    stage: Literal["", "pipeline", "engagement", "planned", "tender", "award", "other"] = ""
    published_on: date | None = None
    url: str = ""
    status: str = ""
    read_on: date | None = None
    not_read: Paragraphs = ""


class Opportunity(Group):
    """What the buyer wants, under which rules, for how much and how it is handed in."""

    title: Annotated[str, FOR_BUYER] = ""
    reference: Annotated[str, FOR_BUYER] = ""
    summary: Paragraphs = ""
    buyer: Buyer = blank(Buyer)
    regime: Regime = ""
    procedure: str = ""
    commenced_on: date | None = None
    funding: Literal["", "contract", "grant", "both"] = ""
    tier: Literal["", "partnership", "service agreement", "grant"] = ""
    value: Money = None
    value_gross: Money = None
    ceiling: Money = None
    grant_maximum: Money = None
    period: Period = blank(Period)
    notice: Notice = blank(Notice)
    cpv: Tags = ()
    area: str = ""
    service_area: str = ""
    level: Literal["", "neighbourhood", "district", "county", "region", "national"] = ""
    sme_friendly: YesNoUnknown = ""
    vcse_friendly: YesNoUnknown = ""
    reserved: str = ""
    way_in: WayIn = ""
    portal_name: str = ""
    portal_url: str = ""
    form_name: str = ""
    file_naming: str = ""
    hand_in_notes: Paragraphs = ""
    page_limit: Count = None
    font_rule: str = ""
    language_rule: str = ""
    lots_most_bids: Count = None
    lots_most_awards: Count = None
    local_priority: Paragraphs = ""
    buyers_number: Paragraphs = ""
    in_house_comparison: Paragraphs = ""
    incumbent: str = ""
    deadline_confirmed: bool = False


class Lot(Entity):
    """One part of the opportunity that can be bid for on its own."""

    reader: ClassVar[Reader] = Reader.BUYER
    number: str = ""
    title: str = ""
    description: Paragraphs = ""
    value: Annotated[Money, FOR_US] = None
    value_gross: Annotated[Money, FOR_US] = None
    starts_on: date | None = None
    ends_on: date | None = None
    renewal: str = ""
    bidding: Annotated[YesNoUnknown, FOR_US] = ""
    preference: Annotated[Count, FOR_US] = None
    capacity_note: Annotated[Paragraphs, FOR_US] = ""
    sme_friendly: Annotated[YesNoUnknown, FOR_US] = ""
    vcse_friendly: Annotated[YesNoUnknown, FOR_US] = ""
    places: Annotated[Tags, FOR_US] = ()
    short_description: Paragraphs = ""
    hours_a_week: Annotated[Number, FOR_US] = None
    lowest_rival: Annotated[Money, FOR_US] = None

    @property
    def called(self) -> str:
        """How people call it: its number and its title, as far as there are any."""
        return " ".join(piece.strip() for piece in (self.number, self.title) if piece.strip())


class LotPlan(Group):
    """What it would take of us to win more than one lot."""

    reader: ClassVar[Reader] = Reader.US
    hours_available: Number = None
    order_reason: Paragraphs = ""
    note: Paragraphs = ""


class LotCombination(Entity):
    """Several lots offered together: at a price of their own, or so many percent off."""

    reader: ClassVar[Reader] = Reader.BUYER
    lots: LotScope = ()
    price: Money = None
    discount: Number = None
    note: Paragraphs = ""
    hours_a_week: Annotated[Number, FOR_US] = None


class BuyerPoint(Entity):
    """One aim, output or concern of the buyer, and where the bid answers it."""

    kind: Literal["", "aim", "output", "concern"] = ""
    text: Paragraphs = ""
    our_reply: Paragraphs = ""
    answered_in: Tags = ()
    lots: LotScope = ()


class Condition(Entity):
    """A condition of taking part that the notice states, kept as the buyer wrote it."""

    reader: ClassVar[Reader] = Reader.BUYER
    kind: Literal["", "economic", "technical", "suitability", "other"] = ""
    text: Paragraphs = ""
    minimum: str = ""
    lots: LotScope = ()
    met: Annotated[YesNoUnknown, FOR_US] = ""
    how_met: Annotated[Paragraphs, FOR_US] = ""


class Contact(Entity):
    """One conversation with the buyer: who, when, what was learned."""

    name: Annotated[str, PERSONAL] = ""
    role: str = ""
    on: date | None = None
    learned: Paragraphs = ""
    first_names: YesNo = ""


class Competitor(Entity):
    """Somebody else who may bid, and our edge against them."""

    name: str = ""
    kind: Literal["", "charity", "cic", "private", "public", "in-house"] = ""
    strengths: Paragraphs = ""
    our_edge: Paragraphs = ""
    possible_partner: YesNoUnknown = ""
    likely_price: Number = None
    likely_quality: Number = None
    lot: str = ""
