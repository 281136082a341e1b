"""After the decision: promises listed, marks compared, the next bid planned, bids counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.refs import ref
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.after import AfterPage
from bidkit.ui.pages.after.compared import ComparedCard
from bidkit.ui.pages.after.letter import LetterCard
from bidkit.ui.pages.after.next_bid import NextBidCard, TrackCard
from bidkit.ui.pages.after.promises import PromisesCard, register_card
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
    harbour.document.set(ref(Bid, lambda b: b.after.rebid_on), None)
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


def test_offers_of_a_bid_that_is_won_are_taken_on(harbour: Desk, put: Put) -> None:
    person = put(PromisesCard(harbour))
    assert not person.sees("mark")
    harbour.document.set(ref(Bid, lambda b: b.after.outcome), "won")
    offered = len([one for one in harbour.bid.commitments if one.status == "offered"])
    person.press(f"We won: mark {offered} offers as promised")
    assert all(one.status == "promised" for one in harbour.bid.commitments)
    assert not person.sees("We won")


def test_gaps_to_the_winner_become_lessons(harbour: Desk, put: Put) -> None:
    person = put(ComparedCard(harbour))
    person.press("Add a row for each criterion")
    mark = {"most": Decimal(5), "ours": Decimal(2), "winner": Decimal(4)}
    row = harbour.bid.marks_received[0].model_copy(update=mark)
    rows = (row, *harbour.bid.marks_received[1:])
    harbour.document.edit("Mark", lambda bid: bid.model_copy(update={"marks_received": rows}))
    assert person.sees("With their weights: 6 of 15 points.")
    before = len(harbour.bid.lessons)
    person.press("Make lessons of it")
    assert len(harbour.bid.lessons) == before + 1


def test_a_letter_never_drafted_is_drafted_when_it_is_copied(harbour: Desk, put: Put) -> None:
    person = put(LetterCard(harbour))
    person.press("Copy it")
    letter = harbour.bid.after.thanks_letter
    assert "Thank you" in letter
    assert QGuiApplication.clipboard().text() == letter
    person.press("It is sent")
    assert harbour.bid.after.feedback_asked_on == harbour.session.today()


def test_drafting_anew_can_be_undone(harbour: Desk, put: Put) -> None:
    place = ref(Bid, lambda b: b.after.thanks_letter)
    person = put(LetterCard(harbour))
    harbour.document.set(place, "Our own words.")
    harbour.document.seal()
    person.press("Draft the letter")
    assert harbour.bid.after.thanks_letter != "Our own words."
    harbour.document.undo()
    assert harbour.bid.after.thanks_letter == "Our own words."


def test_letter_and_register_are_written_to_files(
    theme: Theme, qtbot: QtBot, tmp_path: Path, put: Put
) -> None:
    session = create_bid(tmp_path / "now.bidkit", load_example("harbour", TODAY), Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    desk = Desk(session, notices, theme, Binder(session, root), Jobs(notices, root))
    card = LetterCard(desk)
    put(card)
    card.write(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF-")
    register = register_card(desk, root)
    with qtbot.waitSignal(register.written):
        register.write(tmp_path / "promises.pdf")
    assert (tmp_path / "promises.pdf").read_bytes().startswith(b"%PDF-")


def test_only_what_counts_is_shown(harbour: Desk, put: Put) -> None:
    person = put(AfterPage(harbour))
    assert person.sees("Is there one?")
    assert not person.sees("The main reason")
    assert not person.sees("We objected in writing on")
    harbour.document.set(ref(Bid, lambda b: b.after.outcome), "lost")
    harbour.document.set(ref(Bid, lambda b: b.opportunity.regime), "nhs_psr")
    assert person.sees("The main reason")
    assert person.sees("We objected in writing on")
    harbour.document.set(ref(Bid, lambda b: b.opportunity.regime), "grant")
    assert not person.sees("Is there one?")


def test_the_page_shows_all_of_it(harbour: Desk, put: Put) -> None:
    person = put(AfterPage(harbour))
    for part, words in (
        ("Feedback", "Marks beside our own"),
        ("Promises", "Promises in your answers"),
        ("Next time", "Start the next bid"),
    ):
        assert not person.sees(words)
        person.press(part)
        assert person.sees(words)
