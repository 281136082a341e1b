"""Find a Tender notices: lots, weights, conditions, deadlines, amendments, awards."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.edits import difference
from bidkit.errors import InputError
from bidkit.importers import notice
from bidkit.importers.base import take
from tests.importers.reading import NOTICES, bid_from, bid_of, data_of, proposal, read_data, said

WRITTEN = sorted(path.stem for path in NOTICES.glob("find-tender-*.json"))
SUMMER = timezone(timedelta(hours=1))


@pytest.mark.parametrize("name", WRITTEN)
def test_taking_twice_is_taking_once(name: str) -> None:
    found = proposal(name)
    bid = take(EMPTY, found)
    assert difference(bid, take(bid, found)) == ()
    assert bid.opportunity.notice.source == "Find a Tender"


def test_two_lots_are_read_whole() -> None:
    bid = bid_from("find-tender-two-lots")
    assert [(lot.number, lot.title) for lot in bid.lots] == [("1", "North"), ("2", "South")]
    north, south = bid.lots
    assert (north.value, north.value_gross) == (Decimal(750_000), Decimal(900_000))
    assert north.renewal == "Up to two years, one year at a time."
    assert (south.vcse_friendly, south.sme_friendly) == ("no", "yes")
    assert bid.opportunity.lots_most_bids == 2
    assert bid.opportunity.lots_most_awards == 1
    assert bid.opportunity.value == Decimal(1_250_000)
    assert bid.opportunity.value_gross == Decimal(1_500_000)
    period = bid.opportunity.period
    assert (period.starts_on, period.ends_on) == (date(2026, 11, 1), date(2029, 10, 31))
    assert period.latest_end_on == date(2031, 10, 31)


@pytest.mark.requirement(27)
def test_criteria_that_all_lots_share_are_read_once_with_exact_weights() -> None:
    bid = bid_from("find-tender-two-lots")
    found = [(c.title, c.kind, c.weight, c.lots, c.weight_confirmed) for c in bid.criteria]
    assert found == [
        ("Quality", "quality", Decimal(60), (), True),
        ("Price", "price", Decimal(30), (), True),
        ("Social value", "social value", Decimal(10), (), True),
    ]
    assert bid.criteria[2].threshold == Decimal(2)
    assert bid.scoring.published == "yes"
    assert "three people" in bid.scoring.method


def test_rounds_conditions_documents_and_law() -> None:
    bid = bid_from("find-tender-two-lots")
    assert [r.kind for r in bid.rounds] == ["selection", "tender", "presentation"]
    selection, tender, _ = bid.rounds
    assert selection.shortlist == 5
    assert tender.deadline == datetime(2026, 7, 3, 12, 0, tzinfo=SUMMER)
    assert tender.deadline_as_published == "2026-07-03T12:00:00+01:00"
    assert tender.questions_close == datetime(2026, 6, 19, 17, 0, tzinfo=SUMMER)
    north, south = bid.lots
    assert [(c.kind, c.minimum, c.lots) for c in bid.conditions] == [
        ("economic", "1.0", ()),
        ("technical", "", (north.id,)),
        ("technical", "", (south.id,)),
    ]
    assert [(d.kind, d.lots) for d in bid.documents] == [
        ("specification", ()),
        ("contract", (south.id,)),
    ]
    assert bid.opportunity.regime == "pa23_light_touch"
    assert bid.opportunity.reserved.startswith("Small firms and voluntary")
    assert bid.opportunity.way_in == "portal"
    assert bid.opportunity.portal_name == "ProContract"
    assert bid.opportunity.cpv == ("85312310", "85312320", "85323000")
    assert bid.opportunity.area == "North East"
    assert bid.opportunity.notice.notice_type == "UK4"
    assert bid.opportunity.buyer.identifier == "GB-PPON PABC-1234-DEFG"
    assert bid.opportunity.summary.startswith("Northshire Council wants two hubs")
    assert "people can & will get help" in bid.opportunity.summary
    assert [point.kind for point in bid.buyer_points] == ["concern"]


def test_weights_of_all_kinds() -> None:
    bid = bid_from("find-tender-weights-of-all-kinds")
    east, west, south, island, coast, hills = (lot.id for lot in bid.lots)
    by_lot: dict[tuple[str, ...], list[Any]] = {}
    for criterion in bid.criteria:
        by_lot.setdefault(criterion.lots, []).append(criterion.weight)
    assert by_lot[(east,)] == [Decimal("35.5"), Decimal("24.5"), Decimal(40)]
    assert by_lot[(west,)] == [Decimal(60), Decimal(40)]
    assert by_lot[(south,)] == [None, None]
    assert by_lot[(island,)] == [Decimal(70), Decimal(30)]
    assert by_lot[tuple(sorted((coast, hills)))] == [Decimal(100)]
    rough = [c for c in bid.criteria if c.lots == (island,)]
    assert not any(c.weight_confirmed for c in rough)
    points = next(c for c in bid.criteria if c.lots == (west,))
    assert points.weight_as_published == "120 points of 200"
    assert bid.scoring.price_formula == "fixed_price"


def test_the_core_award_criteria_is_only_a_code_word() -> None:
    bid = bid_from("find-tender-weights-of-all-kinds")
    assert "Basis of award: ratedCriteria" in bid.scoring.method
    assert not any("rated" in criterion.title for criterion in bid.criteria)


def test_midnight_is_explained() -> None:
    found = proposal("find-tender-weights-of-all-kinds")
    assert "00:00 on Friday 10 July 2026" in said(found)
    assert "evening before" in said(found)


def test_lots_awarded_together_are_named() -> None:
    assert "Coast, Hills" in said(proposal("find-tender-weights-of-all-kinds"))


def test_older_notices_have_their_weights_in_words_to_be_confirmed() -> None:
    found = proposal("find-tender-older-form")
    bid = take(EMPTY, found)
    assert [(c.title, c.weight) for c in bid.criteria] == [
        ("Quality of support", Decimal(45)),
        ("Social value", Decimal(15)),
        ("Price", Decimal(40)),
    ]
    assert not any(c.weight_confirmed for c in bid.criteria)
    assert bid.opportunity.regime == "pcr2015"
    assert bid.opportunity.notice.stage == "tender"
    assert bid.lots == ()


def test_noon_in_the_text_against_two_in_the_data_counts_to_noon() -> None:
    found = proposal("find-tender-older-form")
    bid = take(EMPTY, found)
    assert bid.rounds[0].deadline == datetime(2024, 5, 10, 12, 0, tzinfo=SUMMER)
    assert "12:00 on Friday 10 May 2024" in said(found)
    assert "14:00 on Friday 10 May 2024" in said(found)


def test_a_planned_procurement_notice() -> None:
    found = proposal("find-tender-planned")
    bid = take(EMPTY, found)
    assert bid.opportunity.notice.stage == "planned"
    assert bid.rounds[0].opens_on == date(2026, 9, 1)
    assert bid.opportunity.regime == "pa23_light_touch"
    assert bid.opportunity.value == Decimal(2_400_000)
    assert bid.opportunity.period.months == 60
    assert "does not yet invite bids" in said(found)


def test_an_award_notice_gives_winner_and_standstill() -> None:
    bid = bid_from("find-tender-award")
    assert bid.after.winner == "Lantern Trust"
    assert bid.after.winner_price == Decimal(810_000)
    assert bid.after.award_notice_on == date(2026, 11, 2)
    assert bid.after.standstill_ends_on == date(2026, 11, 11)
    assert bid.after.outcome == ""


def test_a_record_holds_the_amendment_and_the_earlier_deadline() -> None:
    found = proposal("find-tender-record")
    bid = take(EMPTY, found)
    assert bid.opportunity.title == "Travel training (amended)"
    assert bid.opportunity.value == Decimal(95_000)
    assert bid.opportunity.regime == "pa23_below"
    assert bid.opportunity.commenced_on == date(2026, 4, 1)
    assert bid.rounds[0].deadline == datetime(2026, 5, 1, 12, 0, tzinfo=SUMMER)
    assert "Friday 1 May 2026 and 12:00 on Friday 8 May 2026" in said(found)
    assert bid.opportunity.notice.url.endswith("080955-2026")


def test_the_latest_release_of_a_package_wins() -> None:
    data = data_of("find-tender-two-lots")
    later = {
        "ocid": "ocds-h6vhtk-0f1a01",
        "id": "049999-2026",
        "date": "2026-06-01T09:00:00+01:00",
        "tag": ["tenderUpdate"],
        "tender": {
            "title": "Community Wellbeing Hubs (corrected)",
            "tenderPeriod": {"endDate": "2026-07-10T12:00:00+01:00"},
            "lots": [{"id": "2", "title": "Lot 2: South and East"}],
        },
    }
    data["releases"].insert(0, later)
    bid = bid_of(data)
    assert bid.opportunity.title == "Community Wellbeing Hubs (corrected)"
    assert [lot.title for lot in bid.lots] == ["North", "South and East"]
    assert bid.lots[1].value == Decimal(500_000)
    assert "2026-07-10" in bid.rounds[1].deadline_as_published
    assert bid.rounds[1].deadline == datetime(2026, 7, 3, 12, 0, tzinfo=SUMMER)


def test_a_health_notice_falls_under_its_own_rules() -> None:
    found = proposal("find-tender-health-services")
    bid = take(EMPTY, found)
    assert bid.opportunity.regime == "nhs_psr"
    assert bid.opportunity.buyer.identifier == "GB-PPON PNHS-0001-VALE"
    assert bid.opportunity.value == Decimal(1_000_000)
    assert bid.criteria == ()
    assert "no time" in said(found)


def test_weights_of_a_sentence_are_proposed_when_they_make_a_whole() -> None:
    data = data_of("find-tender-health-services")
    data["tender"]["description"] = (
        "Award: quality and innovation 60%, price 30%, social value 10%."
    )
    bid = bid_of(data)
    assert [(c.title, c.weight, c.kind) for c in bid.criteria] == [
        ("Quality and innovation", Decimal(60), "quality"),
        ("Price", Decimal(30), "price"),
        ("Social value", Decimal(10), "social value"),
    ]
    assert not any(c.weight_confirmed for c in bid.criteria)
    data["tender"]["description"] = "Evaluated on 70% quality and 30% price."
    assert [c.weight for c in bid_of(data).criteria] == [Decimal(70), Decimal(30)]


def test_forty_lots_are_all_read_in_their_order() -> None:
    data = data_of("find-tender-two-lots")
    first = data["releases"][0]["tender"]["lots"][0]
    lots = [{**first, "id": str(n), "title": f"Lot {n} - Ward {n}"} for n in range(1, 41)]
    data["releases"][0]["tender"]["lots"] = lots
    bid = bid_of(data)
    assert [lot.number for lot in bid.lots] == [str(n) for n in range(1, 41)]
    assert bid.lots[39].title == "Ward 40"
    assert len({lot.id for lot in bid.lots}) == 40
    assert len(bid.criteria) == 3
    assert [c.lots for c in bid.conditions] == [(), ()]


def test_several_opportunities_in_one_file_must_be_chosen_from() -> None:
    data = data_of("find-tender-two-lots")
    data["releases"].append(data_of("find-tender-award"))
    with pytest.raises(InputError) as refused:
        read_data(data)
    assert "Bereavement support" in refused.value.why
    raw = json.dumps(data).encode()
    assert [found.ocid for found in notice.contained(raw)] == [
        "ocds-h6vhtk-0f1a01",
        "ocds-h6vhtk-0f1a05",
    ]
    assert notice.read(raw, "ocds-h6vhtk-0f1a05").title == "Bereavement support"


def test_what_was_not_read_is_said() -> None:
    found = proposal("find-tender-two-lots")
    assert "More about the lots" in found.not_read
    data = data_of("find-tender-award")
    data["tender"]["somethingNew"] = {"inside": "unheard of"}
    assert "tender.somethingNew.inside" in read_data(data).not_read


def test_ours_stays_ours_when_a_notice_is_taken_again() -> None:
    found = proposal("find-tender-two-lots")
    bid = take(EMPTY, found)
    lot = bid.lots[0].model_copy(update={"bidding": "yes", "title": "Old name"})
    about = bid.about.model_copy(update={"title": "Our own name"})
    bid = bid.model_copy(update={"lots": (lot, bid.lots[1]), "about": about})
    again = take(bid, found)
    assert again.lots[0].bidding == "yes"
    assert again.lots[0].title == "North"
    assert again.about.title == "Our own name"


def test_days_several_buyers_and_placeholder_values() -> None:
    data = data_of("find-tender-older-form")
    data["tender"]["lots"][0]["value"]["amount"] = 0.01
    data["parties"].append({"id": "B9", "name": "NHS Westmoor", "roles": ["buyer"]})
    found = read_data(data)
    bid = take(EMPTY, found)
    assert bid.opportunity.period.months == 36
    assert bid.opportunity.value is None
    assert "also NHS Westmoor" in said(found)


def test_everywhere_in_the_world_is_the_united_kingdom() -> None:
    data = data_of("find-tender-health-services")
    places = ["Channel Islands", "Rest of the World", "United Kingdom"]
    addresses = [{"postalCode": "PR25 2LW"}, *({"countryName": name} for name in places)]
    data["tender"]["items"] = [{"id": "1", "deliveryAddresses": addresses}]
    assert bid_of(data).opportunity.area == "United Kingdom"
    addresses.append({"region": "UKD"})
    assert bid_of(data).opportunity.area == "North West"


def test_the_day_the_buyer_means_to_decide_goes_to_what_comes_after() -> None:
    found = proposal("find-tender-two-lots")
    (taken,) = (one for one in found.fields if str(one.ref) == "after.decision_expected_on")
    assert taken.value is not None
