"""Files of every kind are told apart, shown line by line, and taken as one step."""

from datetime import date
from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Route
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError, FileError, InputError
from bidkit.session.document import Document
from bidkit.session.incoming.files import (
    Wanted,
    candidates_in,
    proposal_from,
    questions_from_text,
    stage_of,
)
from bidkit.session.incoming.offers import offers_of, take_into
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from tests.session.incoming import files_of_others as others

TITLE = ref(Bid, lambda bid: bid.opportunity.title)


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    return FrontDoor(Ports("Ann"), folder=tmp_path / "bids")


def test_a_notice_is_shown_before_it_is_taken_and_its_deadline_read_back(door: FrontDoor) -> None:
    reading = door.read(others.TWO_LOTS)
    assert reading.deadlines
    assert any(not one.sure for one in reading.offers)
    session = door.begin("contract", reading.take("contract", None))
    bid = session.document.bid
    assert bid.opportunity.title == bid.about.title == reading.title
    assert len(bid.lots) == 2
    door.close(session)


@pytest.mark.parametrize("route", ["contract", "consortium"])
def test_what_is_left_unticked_stays_out(door: FrontDoor, route: Route) -> None:
    reading = door.read(others.TWO_LOTS)
    lines = [one for one in reading.offers if str(TITLE) not in one.keys]
    bid = reading.take(route, [key for one in lines for key in one.keys]).bid
    assert bid.opportunity.title == ""
    assert bid.opportunity.buyer.name
    assert bid.about.route == route


def test_a_file_with_several_opportunities_asks_which(door: FrontDoor, tmp_path: Path) -> None:
    path = others.two_notices(tmp_path)
    candidates = door.candidates(path)
    assert len(candidates) == 2
    with pytest.raises(InputError, match="2 opportunities"):
        door.read(path)
    reading = door.read(path, candidates[1].key)
    assert reading.title == candidates[1].title
    assert door.candidates(others.TWO_LOTS) == ()


def test_a_list_of_notices_asks_which_too(tmp_path: Path) -> None:
    path = others.contracts_list(tmp_path)
    found = candidates_in(path)
    assert [one.title for one in found] == ["Day centre", "Youth work"]
    assert found[0].remark == "Northshire Council · closes Fri 4 Dec 2026"
    proposal = proposal_from(path, Wanted("REF-1"))
    assert proposal.value_of("opportunity.buyer.name") == "Southshire Council"


@pytest.mark.requirement(41)
def test_a_questionnaire_in_word_becomes_questions_with_limits(
    door: FrontDoor, tmp_path: Path
) -> None:
    reading = door.read(others.word_questions(tmp_path))
    assert [one.new for one in reading.offers] == [
        "1.1 Describe your staffing model. (Maximum 400 words) · 400 words",
        "1.2 How will you keep people safe? (max 250 words) · 250 words",
    ]
    bid = reading.take("contract", None).bid
    assert [(one.number, one.limit.most) for one in bid.questions] == [("1.1", 400), ("1.2", 250)]
    assert bid.sections[0].stage == "tender"
    assert not any(one.confirmed for one in bid.questions)


def test_a_selection_questionnaire_belongs_to_pre_qualification(tmp_path: Path) -> None:
    proposal = proposal_from(others.excel_questions(tmp_path))
    assert {one.stage for one in proposal.of("sections")} == {"qualification"}
    assert [one.kind for one in proposal.of("questions")] == ["yes_no", "prose"]
    assert stage_of("PSQ - Annex 2") == "qualification"
    assert stage_of("Lot 1 method statements") == "tender"


def test_pasted_questions_are_read(door: FrontDoor) -> None:
    reading = door.read_text(others.PASTED)
    bid = reading.take("contract", None).bid
    assert [one.limit.most for one in bid.questions] == [500, 300]
    with pytest.raises(InputError, match="nothing to read"):
        door.read_text("  \n")


def test_a_section_comes_with_its_questions_and_not_alone(tmp_path: Path) -> None:
    proposal = questions_from_text(others.PASTED)
    document = Document(EMPTY)
    offers = offers_of(proposal, EMPTY)
    assert not any(one.key.startswith("sections") for one in offers)
    first = next(one.key for one in offers if one.key.startswith("questions"))
    take_into(document, proposal, {first}, "Read")
    assert len(document.bid.sections) == len(document.bid.questions) == 1
    assert document.bid.questions[0].parent == document.bid.sections[0].id


def test_taking_is_one_step_and_taking_again_offers_nothing(tmp_path: Path) -> None:
    proposal = proposal_from(others.TWO_LOTS)
    document = Document(EMPTY)
    take_into(document, proposal, proposal.keys, "Read a notice")
    assert document.bid.lots
    assert offers_of(proposal, document.bid) == ()
    assert document.undo_label == "Read a notice"
    document.undo()
    assert document.bid == EMPTY


def test_what_stands_there_now_is_shown_beside_what_is_offered() -> None:
    bid = TITLE.set(EMPTY, "Hubs")
    found = offers_of(proposal_from(others.TWO_LOTS), bid)
    offers = {key: one for one in found for key in one.keys}
    assert offers[str(TITLE)].old == "Hubs"
    assert offers["opportunity.buyer.name"].old == ""


def test_a_guess_never_writes_over_something_unasked() -> None:
    proposal = proposal_from(others.TWO_LOTS)
    guessed = next(one for one in proposal.fields if not one.sure)
    fresh = {one.key: one for one in offers_of(proposal, EMPTY)}
    assert fresh[guessed.key].ticked
    filled = guessed.ref.set(EMPTY, _other(guessed.value))
    again = {one.key: one for one in offers_of(proposal, filled)}
    assert again[guessed.key].old
    assert not again[guessed.key].ticked


def _other(value: object) -> object:
    return {"council": "nhs", "contract": "grant"}.get(str(value), date(2020, 1, 1))


def test_values_of_one_kind_are_one_line() -> None:
    offers = {one.label: one for one in offers_of(proposal_from(others.TWO_LOTS), EMPTY)}
    assert offers["Title"].keys == ("about.title", "opportunity.title")
    assert offers["Title"].new == "Community Wellbeing Hubs"


@pytest.mark.requirement(20)
def test_grants_to_us_become_track_record_and_others_do_not(tmp_path: Path) -> None:
    ours: Bid = with_fields(EMPTY, {"organisation.charity_number": "1999991"})
    proposal = proposal_from(others.grants_table(tmp_path), Wanted(bid=ours))
    assert [one.service for one in proposal.of("track_record")] == ["Walking group"]
    with pytest.raises(InputError, match="None of the 2 grants"):
        proposal_from(others.grants_table(tmp_path), Wanted("Nobody"))
    with pytest.raises(InputError, match="whose grants"):
        proposal_from(others.grants_table(tmp_path))


def test_lists_saved_as_workbooks_are_lists_and_no_questionnaires(tmp_path: Path) -> None:
    ours = with_fields(EMPTY, {"organisation.name": "Harbour Mind"})
    grants = others.resaved_in_excel(others.grants_table(tmp_path))
    (record,) = proposal_from(grants, Wanted(bid=ours)).of("track_record")
    assert record.service == "Walking group"
    notices = others.resaved_in_excel(others.contracts_list(tmp_path))
    assert [one.title for one in candidates_in(notices)] == ["Day centre", "Youth work"]
    assert proposal_from(others.excel_questions(tmp_path)).of("questions")


def test_the_charity_register_knows_us_by_our_number(tmp_path: Path) -> None:
    ours: Bid = with_fields(EMPTY, {"organisation.charity_number": "1999991"})
    proposal = proposal_from(others.charity_table(tmp_path), Wanted(bid=ours))
    assert proposal.value_of("organisation.name") == "Harbour Mind"
    with pytest.raises(InputError, match="Which charity"):
        proposal_from(others.charity_table(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bid.bidkit", b"SQLite format 3\x00", "Open a bid"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "docx"),
        ("notes.json", b"[1, 2]", "OCDS"),
        ("broken.json", b"{", "OCDS"),
        ("picture.png", b"\x89PNG", "Copy the buyer"),
        ("empty.docx", b"", "Copy the buyer"),
        ("text.txt", b"Nothing is asked here.", "No questions were found"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_can(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BidKitError, match=said):
        proposal_from(path)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not there any more"):
        proposal_from(tmp_path / "gone.json")
