"""After the decision: promises listed, marks compared, the next bid planned, bids counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.after import AfterPage
from bidkit.ui.pages.after.compared import ComparedCard
from bidkit.ui.pages.after.next_bid import NextBidCard, TrackCard
from bidkit.ui.pages.after.promises import PromisesCard
from bidkit.ui.theme import Theme
from tests.drivers import Person
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_promises_of_the_answers_become_entries_of_the_register(harbour: Desk, put: Put) -> None:
    card = PromisesCard(harbour)
    person = put(card)
    before = harbour.bid
    person.press("Look for promises")
    assert card.dialog is not None
    asked = Person(card.dialog)
    asked.press("Tick none")
    card.dialog.list.tick_all(on=True)
    asked.press("Put into the register")
    made = harbour.bid.commitments[len(before.commitments) :]
    answers = {one.id for one in harbour.bid.answers}
    assert made
    assert all(one.from_answer in answers for one in made)
    person.press("Look for promises")
    assert person.sees("Every promise found is in the register already")
    harbour.document.undo()
    assert harbour.bid == before


def test_marks_received_are_drawn_beside_our_own(harbour: Desk, put: Put) -> None:
    card = ComparedCard(harbour)
    person = put(card)
    assert person.sees("Enter the marks you were given below")
    person.press("Add a row for each criterion")
    row = harbour.bid.marks_received[0].model_copy(update={"ours": Decimal(2)})
    rows = (row, *harbour.bid.marks_received[1:])
    harbour.document.edit("Mark", lambda bid: bid.model_copy(update={"marks_received": rows}))
    assert person.sees("▼ 1.1 Service model: 2 fewer than we expected")


def test_the_next_bid_is_planned_from_the_contracts_end(harbour: Desk, put: Put) -> None:
    card = NextBidCard(harbour)
    person = put(card)
    assert person.sees("Suggested start")
    before = len(harbour.bid.tasks)
    person.press("Make the plan")
    assert len(harbour.bid.tasks) == before + 5
    assert person.sees("Work on the next bid starts on")


def test_the_bids_of_the_folder_are_counted(
    theme: Theme, qtbot: QtBot, tmp_path: Path, put: Put
) -> None:
    won = EMPTY.model_copy(update={"after": EMPTY.after.model_copy(update={"outcome": "won"})})
    create_bid(tmp_path / "earlier.bidkit", won, Ports("Ann")).close()
    session = create_bid(tmp_path / "now.bidkit", EMPTY, Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    desk = Desk(session, notices, theme, Binder(session, root), Jobs(notices, root))
    person = put(TrackCard(desk))
    person.press("Count them")
    qtbot.waitUntil(lambda: person.sees("1 won, 0 not won, 0 waiting."))
    assert person.sees("100% of the 1 that were decided were won.")


def test_the_page_shows_all_of_it(harbour: Desk, put: Put) -> None:
    person = put(AfterPage(harbour))
    for words in ("Promises in your answers", "Marks beside our own", "Start the next bid"):
        assert person.sees(words)
