from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Amendment
from bidkit.domain.questionnaire import Question, Section
from bidkit.domain.refs import parse_ref
from bidkit.domain.rounds import Round
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.ports import Ports
from bidkit.ui.calendar import calendar_card
from bidkit.ui.desk import Desk
from bidkit.ui.forms.binding import Binder
from bidkit.ui.jobs import Jobs
from bidkit.ui.notices import Notices
from bidkit.ui.pages.hand_in import HandInPage
from bidkit.ui.pages.hand_in.amendments import AmendmentsCard
from bidkit.ui.pages.hand_in.presenting import RehearsalCard
from bidkit.ui.pages.hand_in.ways_out import pdf_card
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


def test_a_grant_is_handed_to_a_funder(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    person = put(HandInPage(desk))
    assert person.sees("Export PDF for the funder")
    assert not person.sees("buyer")


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


def test_the_presentation_is_drafted_and_asked_before_anything_is_replaced(
    harbour: Desk, put: Put
) -> None:
    person = put(HandInPage(harbour))
    person.press("Presentation and interview")
    assert person.sees("The parts take 10 of 15 minutes: 5 left.")
    person.press("Draft an outline")
    box = harbour.notices.box
    assert box is not None
    next(one for one in box.buttons() if one.text() == "Leave it").click()
    assert len(harbour.bid.slides) == 2
    person.press("Draft an outline")
    box = harbour.notices.box
    assert box is not None
    next(one for one in box.buttons() if one.text() == "Add the draft after it").click()
    assert len(harbour.bid.slides) > 2
    person.press("Add likely questions")
    assert len(harbour.bid.panel_questions) > 1


def test_a_rehearsal_is_started_turned_and_stopped(harbour: Desk, put: Put) -> None:
    minutes = iter(range(0, 600, 4))

    def clock() -> datetime:
        return datetime(2026, 11, 21, 10, tzinfo=UTC) + timedelta(minutes=next(minutes))

    card = RehearsalCard(harbour, clock)
    person = put(card)
    person.press("Start")
    assert person.sees("Part 1 of 2: The door")
    person.press("Next part")
    assert person.sees("Part 2 of 2: What changes")
    person.press("Stop")
    assert person.sees("You took")
    assert person.sees("The door: 8 min 00 s, 5 min 00 s planned")
    card.hide()


def test_amendments_are_read_from_here(harbour: Desk, put: Put) -> None:
    unread = tuple(one.model_copy(update={"read_by_us": ""}) for one in harbour.bid.amendments)
    more = (*unread, Amendment(id="am", order="z", title="Question 1.2 changed"))
    harbour.document.edit("Amend", lambda bid: bid.model_copy(update={"amendments": more}))
    card = AmendmentsCard(harbour)
    person = put(card)
    assert person.sees(f"▲ {len(more)} of {len(more)} amendments are not read yet.")
    for _ in more:
        person.press("Read")
    assert person.sees(f"✓ All amendments are read ({len(more)}).")
    harbour.document.undo()
    assert person.sees("amendments are not read yet.")


def test_a_lot_is_chosen_and_its_boxes_are_shown(harbour: Desk, put: Put) -> None:
    page = HandInPage(harbour)
    person = put(page)
    copied = "Copy 1.7 Reaching the northern villages"

    def names() -> set[str]:
        buttons = page.findChildren(QPushButton)
        return {one.accessibleName() for one in buttons if one.isVisible()}

    person.choose("hand-in-lot", "Lot 2: Northern villages hub")
    assert page.sets.lot == "hm-lot2"
    person.choose("hand-in-lot", "Lot 1: Harbour ward hub")
    first, second = harbour.bid.lots
    without = (first, second.model_copy(update={"bidding": "no"}))
    harbour.document.edit("Lots", lambda bid: bid.model_copy(update={"lots": without}))
    assert person.sees("Left out: Lot 2: Northern villages hub")
    assert "Copy 1.6 Involving people" in names()
    assert copied not in names()


@pytest.mark.requirement(32)
def test_a_rehearsal_goes_on_counting_when_somebody_comes_back(harbour: Desk, put: Put) -> None:
    now = [datetime(2026, 11, 25, 10, tzinfo=UTC)]
    card = RehearsalCard(harbour, lambda: now[0])
    person = put(card)
    person.press("Start")
    card.hide()
    now[0] += timedelta(minutes=4)
    card.show()
    assert person.sees("4 min 00 s")
    assert card._beat.isActive()


def test_what_the_panel_marks_can_be_named(harbour: Desk, put: Put) -> None:
    page = HandInPage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "presentation.share_of_marks"))
    person.type_in("presentation.share_of_marks", "10")
    person.leave()
    assert harbour.bid.presentation.share_of_marks == 10


def two_rounds(desk: Desk) -> None:
    due = datetime(2030, 11, 6, 17, tzinfo=UTC)
    update = {
        "rounds": (
            Round(id="sq", order="a", kind="selection", deadline=due, way_in="email"),
            Round(id="t", order="b", kind="tender", deadline=due + timedelta(days=30)),
        ),
        "sections": (
            Section(id="s1", order="a", title="Selection", stage="qualification"),
            Section(id="s2", order="b", title="Quality"),
        ),
        "questions": (
            Question(id="q1", order="a", parent="s1", number="C1", kind="text", text="Name?"),
            Question(id="q2", order="b", parent="s2", number="1.1", text="How?"),
        ),
    }
    desk.document.edit("Rounds", lambda bid: bid.model_copy(update=update))


def test_each_round_has_its_own_boxes_and_the_next_comes_when_one_is_sent(
    desk: Desk, put: Put
) -> None:
    two_rounds(desk)
    page = HandInPage(desk)
    person = put(page)
    assert page.rounds.round == "sq"
    assert person.sees("C1")
    assert not person.sees("1.1")
    sent = desk.bid.rounds[0].model_copy(update={"sent_at": datetime(2030, 11, 5, tzinfo=UTC)})
    rounds = (sent, desk.bid.rounds[1])
    desk.document.edit("Sent", lambda bid: bid.model_copy(update={"rounds": rounds}))
    assert page.rounds.round == "t"
    assert person.sees("1.1")
    assert not person.sees("C1")


def test_one_round_alone_needs_no_choice(harbour: Desk, put: Put) -> None:
    page = HandInPage(harbour)
    put(page)
    assert not page.rounds.isVisible()
    assert page.rounds.round == ""


@pytest.mark.requirement(31)
def test_what_changed_after_it_was_agreed_is_told_and_can_be_agreed_again(
    theme: Theme, qtbot: QtBot, tmp_path: Path, put: Put
) -> None:
    session = create_bid(tmp_path / "h.bidkit", load_example("harbour", TODAY), Ports("Ann"))
    root = QWidget()
    qtbot.addWidget(root)
    notices = Notices(root)
    desk = Desk(session, notices, theme, Binder(session, root), Jobs(notices, root))
    person = put(HandInPage(desk))
    session.document.set(parse_ref(Bid, "sign_offs[hm-so1].on"), TODAY)
    session.check_now()
    assert not person.sees("Agreed, and changed since")
    session.document.set(parse_ref(Bid, "costing.price"), Decimal(540_000))
    session.check_now()
    assert person.sees("▲ Ines Marlowe agreed on Sat 21 Nov 2026; the price has changed since.")
    person.press("Agreed again today")
    session.check_now()
    assert not person.sees("Agreed, and changed since")
    session.close()
