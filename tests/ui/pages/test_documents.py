from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY
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
