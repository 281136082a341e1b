"""Marked or pasted words become things of the bid, each with its document and page."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import Organisation
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.errors import BidKitError
from bidkit.session.files import create_bid
from bidkit.session.marking.dates import NEW, TASK, dates_from
from bidkit.session.marking.kept import kept_words, words_behind
from bidkit.session.marking.making import make_dates, make_into
from bidkit.session.marking.words import Marked
from bidkit.session.papers import add_document, add_pasted, files_below, take_file
from bidkit.session.ports import Ports
from bidkit.session.session import Session

TODAY = date(2026, 11, 27)
STARTS_ON = ref(Bid, lambda b: b.opportunity.period.starts_on)
DEADLINE = datetime(2026, 12, 4, 12, tzinfo=UTC)
ROUNDS = (
    Round(id="sq", kind="selection", title="Selection", order="a", sent_at=DEADLINE),
    Round(id="t", kind="tender", title="Tender", order="b", deadline=DEADLINE),
)
OURS = Organisation(name="Harbour Minds", trading_name="HM")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    bid: Bid = EMPTY.model_copy(update={"rounds": ROUNDS, "organisation": OURS})
    bid = with_fields(bid, {"opportunity.deadline_confirmed": True})
    return create_bid(tmp_path / "bid.bidkit", bid, Ports("Ann"))


def marked(session: Session, words: str, page: int = 3) -> Marked:
    if not session.document.bid.documents:
        path = session.path.with_name("Instructions.txt")
        path.write_text("Instructions")
        add_document(session, path)
    version = session.document.bid.document_versions[0]
    return Marked(words, page, version.id, version.parent)


def test_a_question_keeps_number_limit_weight_document_and_page(session: Session) -> None:
    words = (
        "2.3 Describe how you would keep people safe while they wait for their first\n"
        "conversation, and how you would know. (maximum 750 words) [15%]"
    )
    here = marked(session, words)
    made = make_into(session, "question", here)
    question = session.document.bid.questions[0]
    assert (question.number, question.limit.most, question.limit.unit) == ("2.3", 750, "words")
    assert (question.source_document, question.source_page) == (here.document, 3)
    assert "first conversation" in question.text
    assert question.kind == "prose"
    criterion = session.document.bid.criteria[0]
    assert criterion.weight == 15
    assert criterion.questions == (question.id,)
    assert "2.3" in made.words
    assert "750 words" in made.words
    assert made.place is not None
    assert made.place.identity == question.id
    session.document.undo()
    assert not session.document.bid.questions
    assert not session.document.bid.excerpts


def test_a_block_of_several_questions_becomes_all_of_them(session: Session) -> None:
    block = (
        "Part B: Quality\n"
        "1.1 How do you train volunteers? (300 words)\n"
        "1.2 Explain how your drivers are vetted. Up to 1,500 characters excluding spaces.\n"
    )
    make_into(session, "question", marked(session, block))
    asked = session.document.bid.questions
    assert [one.number for one in asked] == ["1.1", "1.2"]
    assert [one.limit.most for one in asked] == [300, 1500]
    assert asked[1].limit.unit == "characters without spaces"
    assert [one.title for one in session.document.bid.sections] == ["Quality"]
    assert {one.source_page for one in asked} == {3}


def test_words_without_any_sign_of_a_question_are_one_all_the_same(session: Session) -> None:
    make_into(session, "question", marked(session, "Safeguarding statement"))
    question = session.document.bid.questions[0]
    assert (question.text, question.kind, question.limit.most) == (
        "Safeguarding statement",
        "prose",
        None,
    )


def test_the_same_question_is_not_asked_twice(session: Session) -> None:
    words = "1.1 How do you train volunteers? (300 words)"
    make_into(session, "question", marked(session, words))
    made = make_into(session, "question", marked(session, words, page=9))
    assert len(session.document.bid.questions) == 1
    assert made.place is not None
    assert made.place.identity == session.document.bid.questions[0].id


def test_another_question_of_the_same_number_is_pointed_out(session: Session) -> None:
    make_into(session, "question", marked(session, "1.1 How do you train volunteers?"))
    made = make_into(session, "question", marked(session, "1.1 What does your service cost?"))
    assert len(session.document.bid.questions) == 2
    assert "1.1 is here already in other words" in made.words


def test_a_requirement_keeps_the_words_without_the_breaks_of_the_page(session: Session) -> None:
    make_into(
        session,
        "requirement",
        marked(session, "The provider shall offer a first conversation on the\nday of asking."),
    )
    one = session.document.bid.requirements[0]
    assert one.quotation == "The provider shall offer a first conversation on the day of asking."
    assert (one.page, one.kind) == (3, "must")
    behind = words_behind(session.document.bid, one.id)
    assert behind is not None
    assert behind.version is not None
    assert behind.excerpt.quotation.splitlines()[1] == "day of asking."


@pytest.mark.requirement(25)
def test_a_drafted_question_is_courteous_and_names_only_the_buyers_words(session: Session) -> None:
    make_into(session, "clarification", marked(session, "Providers must attend the hub weekly."))
    draft = session.document.bid.clarifications[0]
    assert draft.status == "draft"
    assert "“Providers must attend the hub weekly.”" in draft.question
    assert "Instructions, page 3" in draft.question
    assert "Please could you" in draft.question
    assert "Thank you" in draft.question
    assert "Harbour" not in draft.question


def test_a_date_is_offered_for_the_round_it_speaks_of_and_must_be_confirmed_anew(
    session: Session,
) -> None:
    words = (
        "Clarification questions must reach us by 1 December 2026 at 5pm. "
        "Tenders must be submitted by 12 noon on Friday 11 December 2026."
    )
    here = marked(session, words)
    found = dates_from(session.document.bid, here, TODAY)
    assert [one.likely for one in found] == ["rounds[t].questions_close", "rounds[t].deadline"]
    made = make_dates(session, here, found, {at: one.likely for at, one in enumerate(found)})
    bid = session.document.bid
    tender = next(one for one in bid.rounds if one.id == "t")
    assert tender.deadline == datetime(2026, 12, 11, 12, tzinfo=UTC)
    assert tender.questions_close == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert "Friday 11 December" in tender.deadline_as_published
    assert not bid.opportunity.deadline_confirmed
    assert len(made.places) == 2
    kept = kept_words(bid)
    assert [one.excerpt.made_into for one in kept] == ["date", "date"]
    assert all(one.place is not None and one.excerpt.page == 3 for one in kept)
    session.document.undo()
    assert session.document.bid.opportunity.deadline_confirmed


def test_a_date_that_is_none_of_ours_becomes_a_deadline_of_its_own_or_a_task(
    session: Session,
) -> None:
    here = marked(session, "A site visit takes place on 2 December 2026.")
    found = dates_from(session.document.bid, here, TODAY)
    assert found[0].likely == ""
    assert "noon" in found[0].note
    make_dates(session, here, found, {0: TASK})
    assert session.document.bid.tasks[0].due_on == date(2026, 12, 2)
    make_dates(session, here, found, {0: NEW})
    assert session.document.bid.rounds[-1].deadline == datetime(2026, 12, 2, 12, tzinfo=UTC)
    make_dates(session, here, found, {0: NEW})
    assert len(session.document.bid.rounds) == 3


def test_a_weekday_that_does_not_fit_is_said(session: Session) -> None:
    here = marked(session, "Closing: Monday 4 December 2026")
    found = dates_from(session.document.bid, here, TODAY)
    assert "day of the week" in found[0].note


@pytest.mark.parametrize("words", ["by the end of next week", "Section 3 may be left empty."])
def test_words_without_a_date_give_none(session: Session, words: str) -> None:
    assert dates_from(session.document.bid, marked(session, words), TODAY) == ()


def test_a_date_without_a_year_is_offered_with_the_year_that_was_assumed(session: Session) -> None:
    here = marked(session, "Tenders must be submitted by 12 noon on Friday 11 December.")
    found = dates_from(session.document.bid, here, TODAY)
    assert [one.likely for one in found] == ["rounds[t].deadline"]
    assert "2026 is assumed" in found[0].note
    assert "day of the week" not in found[0].note
    make_dates(session, here, found, {0: found[0].likely})
    tender = next(one for one in session.document.bid.rounds if one.id == "t")
    assert tender.deadline == datetime(2026, 12, 11, 12, tzinfo=UTC)
    assert not session.document.bid.opportunity.deadline_confirmed


def test_a_year_is_assumed_from_the_dates_the_tender_has(session: Session) -> None:
    here = marked(session, "The service begins on 1 April.")
    document = session.document
    assert "2027 is assumed" in dates_from(document.bid, here, TODAY)[0].note
    document.set(STARTS_ON, date(2028, 4, 3))
    assert "2028 is assumed" in dates_from(document.bid, here, TODAY)[0].note


def test_pasted_words_are_kept_as_a_paper_of_their_own(session: Session) -> None:
    here = add_pasted(session, "Dear bidders,\nthe deadline is 9 December 2026.", "E-mail 3/12")
    bid = session.document.bid
    assert [one.title for one in bid.documents] == ["E-mail 3/12"]
    assert bid.attachments[0].name == "E-mail 3-12.txt"
    assert session.attachment_bytes(bid.document_versions[0].attachment).startswith(b"Dear")
    make_into(session, "requirement", here)
    assert session.document.bid.requirements[0].document == here.document


def pack_of(folder: Path) -> Path:
    pack = folder / "Pack"
    (pack / "Forms").mkdir(parents=True)
    (pack / "Specification.txt").write_text("Be kind.")
    (pack / "Forms" / "Form.txt").write_text("Sign here.")
    (pack / ".hidden").write_text("no")
    with zipfile.ZipFile(pack / "More.zip", "w") as packed:
        packed.writestr("Annex/Contract.txt", "Clause 1")
        packed.writestr("__MACOSX/._Contract.txt", "junk")
        packed.writestr("../../Escape.txt", "Kept under its own name only")
    return pack


def test_a_whole_pack_is_taken_from_a_folder_and_a_zip(session: Session, tmp_path: Path) -> None:
    taken = [take_file(session, *way()) for way in files_below([pack_of(tmp_path)])]
    titles = [one.title for one in session.document.bid.documents]
    assert sorted(titles) == ["Contract", "Escape", "Form", "Specification"]
    again = [take_file(session, *way()) for way in files_below([tmp_path / "Pack"])]
    assert all(one.is_known for one in again)
    assert len(session.document.bid.document_versions) == len(taken)
    assert not (tmp_path / "Escape.txt").exists()


def test_a_file_of_the_same_name_is_a_new_version(session: Session, tmp_path: Path) -> None:
    first = take_file(session, b"Be kind.", "Specification.txt")
    second = take_file(session, b"Be very kind.", "specification.TXT")
    assert second.is_new_version
    assert second.document == first.document
    labels = [one.label for one in session.document.bid.document_versions]
    assert labels == ["Version 1", "Version 2"]


def test_a_damaged_zip_says_so_and_the_rest_is_taken(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 nonsense")
    (tmp_path / "b.txt").write_text("Good")
    ways = list(files_below([tmp_path / "a.zip", tmp_path / "b.txt"]))
    with pytest.raises(BidKitError, match="cannot be unpacked"):
        ways[0]()
    assert ways[1]() == (tmp_path / "b.txt", "b.txt")
