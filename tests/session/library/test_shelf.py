"""The library keeps who we are and what we can use again; bids copy from it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import CaseStudy, Insurance, Person, Policy, Referee, TrackRecord
from bidkit.domain.refs import ref
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.incoming.offers import offers_of, take_into
from bidkit.session.library.profile import LISTS, bid_of, profile_of
from bidkit.session.library.shelf import OurLibrary, profile_proposal
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.storage import paths

NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
ANN = Ports("Ann", "pc-1", lambda: NOW)
HARBOUR = load_example("harbour", NOW.date())
NAME = ref(Bid, lambda bid: bid.organisation.name)


@pytest.fixture
def library() -> OurLibrary:
    return OurLibrary(ANN)


def test_an_empty_library_is_no_trouble(library: OurLibrary) -> None:
    assert library.ours() is None
    assert library.entries() == []
    assert library.filled(EMPTY) == EMPTY
    assert not paths.library_file().exists()


def test_what_is_kept_comes_back_whole_but_for_what_is_of_one_bid() -> None:
    kept = bid_of(profile_of(HARBOUR))
    for name in LISTS:
        assert len(getattr(kept, name)) == len(getattr(HARBOUR, name)), name
    assert kept.organisation.name == HARBOUR.organisation.name
    assert kept.organisation.share_code == HARBOUR.organisation.share_code
    assert [one.value for one in kept.track_record] == [one.value for one in HARBOUR.track_record]
    assert profile_of(kept) == profile_of(HARBOUR)
    assert kept.opportunity == EMPTY.opportunity


def test_files_and_marks_of_one_bid_are_not_kept() -> None:
    bid: Bid = with_fields(
        EMPTY,
        {
            "policies": (Policy(id="p1", title="Safeguarding", held="yes", attachment="a1"),),
            "referees": (Referee(id="r1", name="Sam", permission="yes", told_about_bid="yes"),),
            "insurances": (Insurance(id="i1", kind="public", held="now"),),
            "people": (Person(id="n1", name="Sam", born_on=date(1980, 5, 1)),),
            "case_studies": (CaseStudy(id="c1", title="Walks", include=True),),
            "organisation.refreshed_on": date(2026, 1, 1),
        },
    )
    kept = bid_of(profile_of(bid))
    assert kept.policies[0].attachment == ""
    assert (kept.referees[0].permission, kept.referees[0].told_about_bid) == ("yes", "")
    assert not kept.case_studies[0].include
    assert (kept.people[0].name, kept.people[0].born_on) == ("Sam", None)
    assert kept.organisation.refreshed_on is None


def test_a_profile_of_a_newer_program_is_read_as_far_as_it_is_understood() -> None:
    kept = bid_of(
        {
            "organisation": {"name": "Harbour Mind", "shoe_size": 9, "volunteers": "many"},
            "policies": [{"id": "p1", "title": "Safeguarding", "colour": "red"}, "rubbish", {}],
            "people": [{"id": "n1", "kind": "astronaut"}],
            "spaceships": [{"id": "s1"}],
        }
    )
    assert kept.organisation.name == "Harbour Mind"
    assert kept.organisation.volunteers is None
    assert [one.title for one in kept.policies] == ["Safeguarding"]
    assert kept.people == ()


@pytest.mark.requirement(11, 171, 176)
def test_a_new_bid_begins_with_what_the_library_knows(library: OurLibrary, tmp_path: Path) -> None:
    library.keep_ours(HARBOUR)
    door = FrontDoor(ANN, folder=tmp_path)
    session = door.begin("larger_grant")
    bid = session.document.bid
    assert bid.organisation.name == HARBOUR.organisation.name
    assert len(bid.track_record) == len(HARBOUR.track_record)
    assert bid.organisation.refreshed_on == NOW.date()
    assert any(one.prefilled for one in bid.responses)
    door.close(session)


def test_an_example_is_left_as_it_is(library: OurLibrary, tmp_path: Path) -> None:
    ours: Bid = with_fields(EMPTY, {"organisation.name": "North Quay Trust"})
    library.keep_ours(ours)
    door = FrontDoor(ANN, folder=tmp_path)
    session = door.example("harbour")
    assert session.document.bid.organisation.name == HARBOUR.organisation.name
    door.close(session)


def test_what_a_new_bid_says_itself_goes_before_the_library(library: OurLibrary) -> None:
    library.keep_ours(HARBOUR)
    filled = library.filled(NAME.set(EMPTY, "Harbour Mind CIO"))
    assert filled.organisation.name == "Harbour Mind CIO"
    assert filled.organisation.mission == HARBOUR.organisation.mission


def test_the_same_policy_from_a_pack_and_from_the_library_is_one(library: OurLibrary) -> None:
    with_packs = apply_pack(EMPTY, shipped().pack("policies"), "bid-1")
    first = with_packs.policies[0]
    dated = first.model_copy(update={"id": "ours", "held": "yes", "review_on": date(2027, 5, 1)})
    ours: Bid = with_fields(EMPTY, {"organisation.name": "Us", "policies": (dated,)})
    library.keep_ours(ours)
    filled = library.filled(with_packs)
    assert len(filled.policies) == len(with_packs.policies)
    assert filled.policies[0].id == first.id
    assert filled.policies[0].review_on == date(2027, 5, 1)


@pytest.mark.requirement(176)
def test_refreshing_shows_old_and_new_field_by_field_and_is_one_step(library: OurLibrary) -> None:
    record = TrackRecord(id="t1", customer="Northshire", service="Walks")
    bid: Bid = with_fields(EMPTY, {"organisation.name": "Old name", "track_record": (record,)})
    longer = record.model_copy(update={"result": "82% finished"})
    kept: Bid = with_fields(
        bid,
        {
            "organisation.name": "New name",
            "organisation.volunteers": 40,
            "track_record": (longer, TrackRecord(id="t2", customer="Southshire")),
        },
    )
    library.keep_ours(kept)
    labels = {"organisation.name": "Full legal name", "track_record.result": "Result"}
    proposal = library.refresh(bid, labels)
    offers = {one.key: one for one in offers_of(proposal, bid)}
    assert set(offers) == {
        "organisation.name",
        "organisation.volunteers",
        "track_record[t1].result",
        "track_record[t2]",
    }
    name = offers["organisation.name"]
    assert (name.label, name.old, name.new) == ("Full legal name", "Old name", "New name")
    assert offers["track_record[t1].result"].new == "Northshire, Walks: 82% finished"
    document = Document(bid)
    take_into(document, proposal, {"organisation.name", "track_record[t2]"}, "Refresh")
    assert document.bid.organisation.name == "New name"
    assert document.bid.organisation.volunteers is None
    assert len(document.bid.track_record) == 2
    document.undo()
    assert document.bid == bid


def test_keeping_shows_what_would_change_in_the_library(library: OurLibrary) -> None:
    library.keep_ours(HARBOUR)
    changed = NAME.set(HARBOUR, "Harbour Mind CIO")
    ours = library.ours()
    assert ours is not None
    proposal = profile_proposal(bid_of(profile_of(changed)), ours.bid, {})
    (line,) = offers_of(proposal, ours.bid)
    assert (line.old, line.new) == (HARBOUR.organisation.name, "Harbour Mind CIO")


def test_what_is_kept_has_an_owner_and_a_day_to_look_again(library: OurLibrary) -> None:
    library.keep_ours(HARBOUR)
    kept = library.ours()
    assert kept is not None
    assert (kept.owner, kept.kept_on) == ("Ann", date(2026, 11, 21))
    assert kept.review_on == date(2027, 11, 21)
    assert not kept.due(date(2027, 11, 20))
    assert kept.due(date(2027, 11, 21))
    later = OurLibrary(Ports("Bob", "pc-2", lambda: datetime(2027, 12, 1, 9, tzinfo=UTC)))
    assert [one.id for one in later.due()] == ["organisation"]
    later.look_again(later.due()[0])
    assert later.due() == ()
    again = later.ours()
    assert again is not None
    assert again.owner == "Bob"
    assert again.bid.organisation.name == HARBOUR.organisation.name


def test_a_damaged_library_never_stops_a_new_bid(tmp_path: Path) -> None:
    path = paths.library_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"SQLite format 3\x00 but nothing behind it")
    door = FrontDoor(ANN, folder=tmp_path)
    session = door.begin("contract")
    assert session.document.bid.about.route == "contract"
    door.close(session)
