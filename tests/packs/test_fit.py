"""Packs put into a bid: once, twice, beside our own edits, with replies filled in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import difference, with_fields
from bidkit.domain.organisation import AccountsYear, Insurance, Person, Policy, TrackRecord
from bidkit.domain.questionnaire import Response
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack, with_scale
from bidkit.packs.prefill import prefill

PACKS = shipped()


def known() -> Bid:
    """Return a bid of which our organisation is known."""
    bid: Bid = with_fields(
        EMPTY,
        {
            "organisation.name": "Harbour Mind",
            "organisation.legal_form": "cio",
            "organisation.vat_registered": "no",
            "organisation.registered_on": date(2011, 5, 3),
            "organisation.ppon": "PHAR-1234-MIND",
            "insurances": (
                Insurance(
                    id="i1",
                    kind="public",
                    held="now",
                    limit=Decimal(5_000_000),
                    expires_on=date(2027, 3, 31),
                ),
            ),
            "policies": (
                Policy(id="p1", key="equality", title="Equality", approved_on=date(2025, 2, 1)),
            ),
            "accounts": (
                AccountsYear(id="a1", year_end=date(2025, 3, 31), income=Decimal(170_000)),
                AccountsYear(id="a2", year_end=date(2026, 3, 31), income=Decimal(180_000)),
            ),
            "track_record": (
                TrackRecord(
                    id="t1",
                    order="1",
                    customer="Northshire Council",
                    service="Drop-in",
                    value=Decimal(84_000),
                    starts_on=date(2023, 4, 1),
                    contact_name="Somebody Private",
                ),
            ),
            "people": (Person(id="x", name="A. Trustee", role="Chair"),),
        },
    )
    return bid


@pytest.mark.parametrize("identity", PACKS.ids)
def test_twice_is_once(identity: str) -> None:
    pack = PACKS.pack(identity)
    bid = apply_pack(EMPTY, pack, "bid-1")
    assert apply_pack(bid, pack, "bid-1") == bid


def test_two_copies_make_the_same_things() -> None:
    pack = PACKS.pack("exclusion-grounds")
    one, two = apply_pack(EMPTY, pack, "bid-1"), apply_pack(EMPTY, pack, "bid-1")
    assert difference(one, two) == ()
    assert apply_pack(EMPTY, pack, "bid-2").questions[0].id != one.questions[0].id


def test_our_own_edits_stay() -> None:
    pack = PACKS.pack("procurement-specific-questionnaire")
    bid = apply_pack(EMPTY, pack)
    first = bid.questions[0].model_copy(update={"text": "What the buyer really asks"})
    bid = bid.model_copy(update={"questions": (first, *bid.questions[1:])})
    assert apply_pack(bid, pack) == bid


def test_questions_keep_their_order_section_and_pack() -> None:
    bid = apply_pack(EMPTY, PACKS.pack("procurement-specific-questionnaire"))
    bid = apply_pack(bid, PACKS.pack("small-grant"))
    titles = [section.title for section in bid.sections]
    assert titles[0] == "Part 1: Who is bidding"
    assert titles[-1] == "Your application"
    first = bid.questions[0]
    assert (first.pack_item, first.number) == ("C1.1", "1")
    assert first.parent == bid.sections[0].id
    assert first.pack == "procurement-specific-questionnaire"
    numbers = [question.pack_item for question in bid.questions[-6:]]
    assert numbers == ["S1", "S2", "S3", "S4", "S5", "S6"]


def test_parts_and_limits_are_carried() -> None:
    bid = apply_pack(EMPTY, PACKS.pack("policy-modules"))
    areas = next(question for question in bid.questions if question.pack_item == "D2.2")
    assert areas.limit.most == 900
    assert len([part for part in bid.parts if part.parent == areas.id]) == 6
    carbon = next(section for section in bid.sections if section.title == "Carbon reduction")
    assert carbon.applies == "no"


def test_lists_do_not_double_what_is_there() -> None:
    bid = apply_pack(known(), PACKS.pack("insurance"))
    assert [one.id for one in bid.insurances if one.kind == "public"] == ["i1"]
    bid = apply_pack(bid, PACKS.pack("policies"))
    assert [one.id for one in bid.policies if one.key == "equality"] == ["p1"]
    assert len(bid.policies) == 25


@pytest.mark.requirement(11)
@pytest.mark.requirement(176)
def test_replies_are_filled_in_and_marked() -> None:
    bid = apply_pack(known(), PACKS.pack("core-information"))
    item = {question.pack_item: question.id for question in bid.questions}
    given = {response.parent: response for response in bid.responses}
    assert given[item["A1.1"]].text == "Harbour Mind"
    assert given[item["A1.4"]].yes_no == "no"
    assert given[item["A1.7"]].choice == "cio"
    assert given[item["A1.8d"]].date == date(2011, 5, 3)
    assert all(response.prefilled and not response.checked for response in bid.responses)
    assert item["A1.3"] not in given


@pytest.mark.requirement(153)
@pytest.mark.parametrize("said", ["yes", "no"])
def test_what_kind_of_body_we_are_is_said_once_and_told_to_the_buyer(said: str) -> None:
    bid: Bid = with_fields(EMPTY, {"organisation.vcse": said})
    bid = apply_pack(bid, PACKS.pack("core-information"))
    asked = next(one for one in bid.questions if one.pack_item == "A1.5v")
    (reply,) = (one for one in bid.responses if one.parent == asked.id)
    assert reply.yes_no == said
    assert "Not part of government" in asked.help


def test_the_latest_accounts_and_named_lines_are_used() -> None:
    bid = apply_pack(known(), PACKS.pack("financial-standing"))
    bid = apply_pack(bid, PACKS.pack("insurance"))
    item = {question.pack_item: question.id for question in bid.questions}
    given = {response.parent: response for response in bid.responses}
    assert given[item["E.turnover"]].money == Decimal(180_000)
    assert given[item["F.public"]].held == "now"
    assert given[item["F.public.limit"]].money == Decimal(5_000_000)
    assert given[item["F.public.until"]].date == date(2027, 3, 31)
    assert item["F.employers"] not in given


def test_tables_are_filled_without_personal_data() -> None:
    bid = apply_pack(known(), PACKS.pack("procurement-specific-questionnaire"))
    experience = next(q for q in bid.questions if q.pack_item == "C3.6")
    response = next(r for r in bid.responses if r.parent == experience.id)
    (row,) = [row for row in bid.response_rows if row.parent == response.id]
    assert (row.first, row.second, row.third) == ("Northshire Council", "Drop-in", "1 Apr 2023")
    assert row.fifth == "£84,000"
    assert "Somebody Private" not in repr(bid.response_rows)
    assert "A. Trustee" not in repr(bid.response_rows)


def test_what_somebody_wrote_or_checked_is_never_overwritten() -> None:
    bid = apply_pack(known(), PACKS.pack("core-information"), fill=False)
    assert bid.responses == ()
    name = next(q for q in bid.questions if q.pack_item == "A1.1")
    vat = next(q for q in bid.questions if q.pack_item == "A1.4")
    ours = Response(id=new_id(), parent=name.id, text="Harbour Mind CIO")
    checked = Response(id=new_id(), parent=vat.id, yes_no="no", prefilled=True, checked=True)
    bid = bid.model_copy(update={"responses": (ours, checked)})
    bid = with_fields(bid, {"organisation.vat_registered": "yes"})
    filled = prefill(bid, refresh=True)
    given = {response.parent: response for response in filled.responses}
    assert given[name.id] == ours
    assert given[vat.id] == checked


def test_refreshing_renews_what_nobody_checked() -> None:
    bid = apply_pack(known(), PACKS.pack("core-information"))
    renamed = with_fields(bid, {"organisation.name": "Harbour Mind CIO"})
    assert prefill(renamed) == renamed
    changed = difference(renamed, prefill(renamed, refresh=True))
    renewed = {(edit.field, edit.new) for edit in changed if edit.field != "filled_with"}
    assert renewed == {("text", '"Harbour Mind CIO"')}
    assert prefill(bid, refresh=True) == bid


def test_a_scale_is_added_once() -> None:
    line = PACKS.scale("uk_0_5")
    assert line is not None
    bid = with_scale(EMPTY, line, "b")
    assert with_scale(bid, line, "other") == bid
    (scale,) = bid.scales
    assert scale.met == Decimal(3)
    assert [level.label for level in scale.levels][-1] == "Excellent"
