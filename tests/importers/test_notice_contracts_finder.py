"""Genuine Contracts Finder notices: what a person cares about is read rightly."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.edits import difference
from bidkit.importers import notice
from bidkit.importers.base import take
from tests.importers.reading import NOTICES, bid_from, proposal, said

GENUINE = sorted(path.stem for path in NOTICES.glob("contracts-finder-*.json"))


def test_all_genuine_notices_are_here() -> None:
    assert len(GENUINE) == 12


@pytest.mark.parametrize("name", GENUINE)
def test_every_genuine_notice_is_read_and_taken(name: str) -> None:
    assert notice.recognises(NOTICES / f"{name}.json")
    found = proposal(name)
    bid = take(EMPTY, found)
    assert bid.opportunity.title
    assert bid.opportunity.buyer.name
    assert bid.opportunity.notice.source == "Contracts Finder"
    assert bid.opportunity.notice.ocid.startswith("ocds-b5fd17-")
    assert bid.opportunity.notice.url.startswith("https://www.contractsfinder.service.gov.uk/")
    assert bid.opportunity.cpv
    assert bid.opportunity.area
    assert found.read
    assert "rnrn" not in bid.opportunity.summary
    assert difference(bid, take(bid, found)) == ()


def test_apprenticeships_damage_is_repaired() -> None:
    bid = bid_from("contracts-finder-apprenticeship-programme")
    summary = bid.opportunity.summary
    assert "• Children, Young People and Families Manager Level 5 - (ST0087)\n" in summary
    assert "£120,00 (one hundred" in summary
    assert "below link\nto apply" in summary
    assert "https://in-tendhost.co.uk/nnc\nPlease note" in summary
    assert bid.opportunity.buyer.address.splitlines()[2] == "NN16 8TL"
    assert bid.opportunity.period.months == 48
    assert bid.opportunity.vcse_friendly == "no"
    assert bid.opportunity.portal_name == "In-tend"
    assert bid.rounds[0].deadline == datetime(2025, 2, 13, 12, 0, tzinfo=UTC)


def test_children_looked_after_has_value_and_portal() -> None:
    found = proposal("contracts-finder-children-looked-after")
    bid = take(EMPTY, found)
    assert bid.opportunity.value == Decimal(118_000_000)
    assert bid.opportunity.regime == "pcr2015"
    assert bid.opportunity.commenced_on == date(2025, 1, 16)
    assert bid.opportunity.way_in == "portal"
    assert bid.opportunity.portal_name == "ProContract"
    assert [document.title for document in bid.documents] == ["Advert"]
    unsure = {part.key for part in found.unsure}
    assert "opportunity.regime" in unsure
    assert f"rounds[{bid.rounds[0].id}]" in unsure


def test_a_deadline_in_the_text_that_agrees_raises_no_doubt() -> None:
    found = proposal("contracts-finder-domestic-abuse-adults")
    assert "more than one deadline" not in said(found)
    assert "£140,000 to £150,000" in said(found)
    bid = take(EMPTY, found)
    assert bid.opportunity.value == Decimal(150_000)
    assert bid.rounds[0].deadline == datetime(2025, 2, 14, 14, 0, tzinfo=UTC)


@pytest.mark.requirement(41)
def test_an_amended_deadline_counts_to_the_earlier_and_names_both() -> None:
    found = proposal("contracts-finder-sexual-violence-support-amendment")
    words = said(found)
    assert "12:00 on Friday 24 January 2025" in words
    assert "12:00 on Tuesday 28 January 2025" in words
    bid = take(EMPTY, found)
    assert bid.rounds[0].deadline == datetime(2025, 1, 24, 12, 0, tzinfo=UTC)
    assert "28 January 2025" in bid.rounds[0].deadline_as_published
    assert bid.opportunity.deadline_confirmed is False
    assert bid.opportunity.value == Decimal(65_387_492)
    assert bid.opportunity.vcse_friendly == "yes"


def test_start_dates_in_the_text_are_no_deadlines() -> None:
    found = proposal("contracts-finder-tenancy-sustainment")
    assert "more than one deadline" not in said(found)
    bid = take(EMPTY, found)
    assert bid.rounds[0].deadline == datetime(2025, 2, 20, 12, 0, tzinfo=UTC)
    assert "The Council's full requirements" in bid.opportunity.summary
    assert bid.opportunity.portal_url.startswith("https://in-tendhost.co.uk/sesharedservices")


def test_a_quotation_by_email_is_seen() -> None:
    bid = bid_from("contracts-finder-recreation-ground")
    assert bid.opportunity.regime == "pa23_below"
    assert bid.opportunity.way_in == "email"
    assert bid.opportunity.value == Decimal(10_000)
    assert bid.opportunity.area == "TA12 6AF"


def test_a_restricted_procedure_warns_of_rounds() -> None:
    assert "in rounds" in said(proposal("contracts-finder-school-catering"))


def test_a_planned_notice_invites_no_bid_and_guesses_no_law() -> None:
    found = proposal("contracts-finder-victim-services-planning")
    bid = take(EMPTY, found)
    assert bid.opportunity.notice.stage == "planned"
    assert bid.rounds[0].opens_on == date(2025, 7, 23)
    assert bid.rounds[0].deadline is None
    assert bid.opportunity.commenced_on is None
    assert bid.opportunity.regime != "pcr2015"
    assert "does not yet invite bids" in said(found)
    assert "The buyer's budget by year" in found.not_read


def test_early_engagement_is_a_round_of_its_own() -> None:
    bid = bid_from("contracts-finder-intermediate-care-rfi")
    assert bid.opportunity.notice.stage == "engagement"
    assert [(r.kind, r.title) for r in bid.rounds] == [("interest", "Engagement end date")]
    assert bid.opportunity.buyer.kind == "nhs"
    assert bid.opportunity.regime == "nhs_psr"


def test_award_notices_tell_who_won_and_open_no_round() -> None:
    found = proposal("contracts-finder-domestic-abuse-award-update")
    bid = take(EMPTY, found)
    assert bid.rounds == ()
    assert bid.after.winner == "Independent Domestic Abuse Services (IDAS)"
    assert bid.after.winner_price == Decimal(5_097_111)
    assert bid.opportunity.incumbent == bid.after.winner
    assert "EU SUPPLY LIMITED" in said(found)
    assert "\n- Learn effective skills" in bid.opportunity.summary
    many = bid_from("contracts-finder-day-opportunities-award")
    assert many.opportunity.incumbent == "17 suppliers"
    assert many.after.winner_price is None


@pytest.mark.parametrize("name", GENUINE)
def test_contact_details_are_not_taken_when_not_chosen(name: str) -> None:
    found = proposal(name)
    chosen = [key for key in found.keys if "contact" not in key]
    bid = take(EMPTY, found, chosen)
    assert bid.opportunity.buyer.contact_email == ""
    assert bid.opportunity.buyer.name
