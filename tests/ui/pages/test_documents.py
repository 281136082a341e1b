from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY
from bidkit.domain.questionnaire import Limit, Question
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
    page.reader.mark("instruction")
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
    person.press("Show what changed")
    qtbot.waitUntil(lambda: "[+ and date +]" in page.reader.text.toPlainText())
