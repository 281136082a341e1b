from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.documents import Clarification, Requirement
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.export.compose import Options, compose
from bidkit.export.pdf import write_pdf
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.documents import DocumentsPage
from bidkit.ui.theme import Theme
from tests.drivers import Person
from tests.ui.conftest import Put


@pytest.fixture
def filed(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Desk:
    session = create_bid(tmp_path / "bid.bidkit", EMPTY, Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    return Desk(session, notices, theme, Binder(session, root), Jobs(notices, root))


def pack(folder: Path) -> list[Path]:
    today = date(2026, 11, 21)
    pdf = folder / "Specification.pdf"
    pdf.write_bytes(write_pdf(compose(load_example("small-grant", today), Options(today=today))))
    text = folder / "Instructions.txt"
    text.write_text("Sign the form of tender.\nName each file after its question.")
    return [pdf, text]


def test_dropped_files_are_kept_and_read(filed: Desk, put: Put, tmp_path: Path) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    page.take(pack(tmp_path))
    assert [one.title for one in filed.bid.documents] == ["Specification", "Instructions"]
    assert person.sees("Instructions.txt")
    assert "Sign the form" in page.reader.text.toPlainText()
    session = filed.session
    assert isinstance(session, Session)
    kept = session.attachment_bytes(filed.bid.document_versions[0].attachment)
    assert kept.startswith(b"%PDF-")


def test_marked_words_become_an_instruction_with_its_page(
    filed: Desk, put: Put, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    page.take(pack(tmp_path)[1:])
    cursor = page.reader.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.reader.text.setTextCursor(cursor)
    person.press("Instruction")
    made = filed.bid.instructions[0]
    assert (made.text, made.page, made.source) == ("Sign the form of tender.", 1, "Instructions")
    assert filed.bid.excerpts[0].target == made.id
    page.reader.bar.mark("instruction")
    assert len(filed.bid.instructions) == 1


def test_a_search_goes_to_the_page(filed: Desk, put: Put, tmp_path: Path) -> None:
    page = DocumentsPage(filed)
    put(page)
    page.take(pack(tmp_path)[:1])
    page.reader._search.setText("minibus")
    page.reader._find()
    assert page.reader.text.textCursor().selectedText().lower() == "minibus"


def test_a_file_that_is_no_document_says_so_and_stays(
    filed: Desk, put: Put, tmp_path: Path
) -> None:
    odd = tmp_path / "picture.xyz"
    odd.write_bytes(b"\x00\x01\x02" * 100)
    page = DocumentsPage(filed)
    put(page)
    page.take([odd])
    assert len(filed.bid.documents) == 1
    assert page.reader._told.text()


def answered(filed: Desk, page: DocumentsPage, folder: Path) -> str:
    """Let a form be in the bid with one question and its answer; return the question's id."""
    first = folder / "Form.txt"
    first.write_text(
        "Part A\n1.1 Describe how you keep people safe. (500 words)\n"
        "Tenders must arrive by 4 December 2026 at 12:00."
    )
    page.take([first])
    document = filed.bid.documents[0]
    question = Question(
        id="safe",
        number="1.1",
        text="Describe how you keep people safe.",
        limit=Limit(most=500, unit="words"),
        source_document=document.id,
    )
    update = {
        "questions": (question,),
        "answers": (Answer(id="a", parent="safe", text="Two people on every visit."),),
        "rounds": (Round(id="r", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC)),),
    }
    filed.document.edit("Questions", lambda bid: bid.model_copy(update=update))
    return question.id


def test_a_new_version_is_compared_and_taken_in_as_one_step(
    filed: Desk, put: Put, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    question = answered(filed, page, tmp_path)
    second = tmp_path / "Form v2.txt"
    second.write_text(
        "Part A\n1.1 Describe how you keep people safe. (400 words)\n"
        "Tenders must arrive by 11 December 2026 at 12:00."
    )
    page.versions.take(second)
    qtbot.waitUntil(lambda: page.versions.dialog is not None)
    assert [one.label for one in filed.bid.document_versions] == ["Version 1", "Version 2"]
    shown = page.reader.text.toPlainText()
    assert "[− 4 −]" in shown
    assert "[+ 11 +]" in shown
    assert person.sees("words added [+ underlined +]")
    before = filed.bid
    dialog = page.versions.dialog
    assert dialog is not None
    assert {f"{question}.limit", "rounds[r].deadline"} <= dialog.list.chosen
    Person(dialog).press("Take them in")
    assert filed.bid.questions[0].limit.most == 400
    assert filed.bid.answers == before.answers
    assert any(question in one.touches for one in filed.bid.amendments)
    filed.document.undo()
    assert filed.bid == before


def test_the_words_as_they_are_come_back(
    filed: Desk, put: Put, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    first = tmp_path / "Rules.txt"
    first.write_text("Sign it.")
    page.take([first])
    first.write_text("Sign and date it.")
    page.versions.take(first)
    qtbot.waitUntil(lambda: "[+" in page.reader.text.toPlainText())
    person.press("Show what changed")
    assert page.reader.text.toPlainText() == "Sign and date it."
    qtbot.waitUntil(lambda: filed.jobs.running is None)
    person.press("Show what changed")
    qtbot.waitUntil(lambda: "[+ and date +]" in page.reader.text.toPlainText())


def mark_all(page: DocumentsPage) -> None:
    page.reader.text.selectAll()


def test_marked_words_become_a_question_with_its_limit_and_lead_back(
    filed: Desk, put: Put, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    form = tmp_path / "Form.txt"
    form.write_text("1.2 Describe how you train volunteers. (Max 300 words)")
    page.take([form])
    mark_all(page)
    person.press("Question")
    question = filed.bid.questions[0]
    assert (question.number, question.limit.most, question.source_page) == ("1.2", 300, 1)
    assert person.sees("question 1.2, 300 words")
    page.take(pack(tmp_path)[1:])
    person.press("Go deeper: What was marked in it")
    assert person.sees("Nothing was marked in this document yet.")
    page._choose(question.source_document)
    person.press("Show it in the document")
    assert "train volunteers" in page.reader.text.textCursor().selectedText()


def test_a_requirement_leads_back_to_its_words(filed: Desk, put: Put, tmp_path: Path) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    page.take(pack(tmp_path)[1:])
    cursor = page.reader.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    page.reader.text.setTextCursor(cursor)
    person.press("Requirement")
    page.reader.text.moveCursor(QTextCursor.MoveOperation.End)
    person.press("Show it in its document")
    assert page.reader.text.textCursor().selectedText() == "Sign the form of tender."


def test_a_marked_date_is_kept_as_the_one_that_is_chosen(
    filed: Desk, put: Put, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    letter = tmp_path / "Letter.txt"
    letter.write_text("Tenders must be submitted by 12 noon on 11 December 2026.")
    page.take([letter])
    mark_all(page)
    person.press("Date")
    dialog = page.reader.bar.dialog
    assert dialog is not None
    asking = Person(dialog)
    assert asking.sees("Fri 11 Dec 2026, 12 noon")
    assert dialog.choosers[0].currentText() == "A deadline of its own"
    asking.press("Keep it")
    assert filed.bid.rounds[0].deadline == datetime(2026, 12, 11, 12, tzinfo=UTC)


def test_a_pasted_message_becomes_a_paper_and_a_requirement(filed: Desk, put: Put) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    person.press("Paste a block of words")
    dialog = page.dialog
    assert dialog is not None
    dialog.text.setPlainText("The hub must open on Saturdays.\nKind regards")
    dialog.title.setText("Portal message 4")
    cursor = dialog.text.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    Person(dialog).press("Requirement")
    Person(dialog).press("Requirement")
    assert [one.title for one in filed.bid.documents] == ["Portal message 4"]
    made = filed.bid.requirements
    assert [one.quotation for one in made] == ["The hub must open on Saturdays."]
    assert made[0].document == filed.bid.documents[0].id
    Person(dialog).press("Done")
    assert "Kind regards" in page.reader.text.toPlainText()


def test_a_block_from_a_page_that_cannot_be_read_keeps_document_and_page(
    filed: Desk, put: Put, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    page.take(pack(tmp_path)[:1])
    person.press("Paste a block of words")
    dialog = page.dialog
    assert dialog is not None
    assert dialog.source.currentData() == filed.bid.documents[0].id
    dialog.text.setPlainText("1.1 What is your plan? (200 words)")
    dialog.page.setValue(7)
    Person(dialog).press("Question")
    question = filed.bid.questions[0]
    assert (question.source_document, question.source_page) == (filed.bid.documents[0].id, 7)
    assert len(filed.bid.documents) == 1


def test_the_matrix_counts_what_is_open_and_is_saved_as_a_table(
    filed: Desk, put: Put, qtbot: QtBot, tmp_path: Path
) -> None:
    page = DocumentsPage(filed)
    person = put(page)
    assert not page.matrix.isVisible()
    needs = (
        Requirement(id="a", order="a", quotation="=Open on Saturdays", page=4),
        Requirement(id="b", order="b", quotation="Report", our_offer="We do", met="met"),
        Requirement(id="c", order="c", quotation="Train", answered_in=("q",), met="met"),
    )
    update = {"requirements": needs, "questions": (Question(id="q", number="2.1"),)}
    filed.document.edit("Needs", lambda bid: bid.model_copy(update=update))
    assert person.sees("1 of 3 not replied to, 1 whose answer is not written")
    target = tmp_path / "matrix.csv"
    with qtbot.waitSignal(page.matrix.written):
        page.matrix.write(target)
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("1,'=Open on Saturdays,,4,")
    assert lines[3].endswith("2.1,Answer to be written")


def test_a_question_to_the_buyer_can_be_gone_to_here(filed: Desk, put: Put) -> None:
    page = DocumentsPage(filed)
    put(page)
    asked = Clarification(id="c", question="Please could you say which form?")
    filed.document.edit("Ask", lambda bid: bid.model_copy(update={"clarifications": (asked,)}))
    assert page.show_place(ref(Bid, lambda b: b.clarifications).item("c"))
