from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.hand_in import HandInPage
from bidkit.ui.pages.hand_in.ways_out import calendar_card, pdf_card
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_a_box_of_the_portal_is_copied_as_plain_text(harbour: Desk, put: Put) -> None:
    page = HandInPage(harbour)
    put(page)
    buttons = {one.accessibleName(): one for one in page.findChildren(QPushButton)}
    buttons["Copy 1.6 Involving people"].click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("A forum of fourteen people")
    assert "[E2 · annual review]" in text


def test_instructions_are_ticked_off(harbour: Desk, put: Put) -> None:
    page = HandInPage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "instructions[hm-in3].done"))
    person.choose("instructions[hm-in3].done", "Yes")
    assert harbour.bid.instructions[2].done == "yes"


def test_the_pdf_is_written_in_the_background(
    theme: Theme, qtbot: QtBot, tmp_path: Path, put: Put
) -> None:
    session = create_bid(tmp_path / "h.bidkit", load_example("harbour", TODAY), Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    desk = Desk(session, notices, theme, Binder(session, root), Jobs(notices, root))
    card = pdf_card(desk, Reader.BUYER, root)
    dates = calendar_card(desk, root)
    put(root)
    with qtbot.waitSignal(card.written, timeout=20000):
        card.write(tmp_path / "bid.pdf")
    assert (tmp_path / "bid.pdf").read_bytes().startswith(b"%PDF-")
    qtbot.waitUntil(lambda: desk.jobs.running is None)
    with qtbot.waitSignal(dates.written, timeout=20000):
        dates.write(tmp_path / "bid.ics")
    assert b"SUMMARY:Deadline" in (tmp_path / "bid.ics").read_bytes()
