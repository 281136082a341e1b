"""Starting from a file, and reading one into an open bid: shown, ticked, one step of undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.choosing import ChoiceList, ChooseDialog
from bidkit.ui.dialogs.offers import OfferList
from bidkit.ui.dialogs.reading_in import PasteDialog, ReadIn
from bidkit.ui.dialogs.taking import TakeDialog
from bidkit.ui.first_steps import PasteView
from bidkit.ui.notices import Notices
from bidkit.ui.pages.opportunity import OpportunityPage
from bidkit.ui.pages.qualification import QualificationPage
from bidkit.ui.start import StartScreen
from bidkit.ui.theme import Theme
from tests.drivers import Person
from tests.session.incoming import files_of_others as others
from tests.ui.conftest import Put
from tests.ui.paper import PaperOpening, PaperSession

TITLE = ref(Bid, lambda b: b.opportunity.title)


class Started:
    """The start screen and the bids it opened."""

    def __init__(self, theme: Theme, put: Put) -> None:
        self.notices = Notices()
        self.screen = StartScreen(PaperOpening(), self.notices, theme)
        self.person = put(self.screen)
        self.opened: list[PaperSession] = []
        self.screen.opened.connect(self.opened.append)

    @property
    def bid(self) -> Bid:
        """The bid that was opened last."""
        return self.opened[-1].document.bid


@pytest.fixture
def started(theme: Theme, put: Put) -> Started:
    return Started(theme, put)


@pytest.fixture
def reader(desk: Desk, put: Put) -> ReadIn:
    page = QWidget()
    put(page)
    return ReadIn(desk, page)


def dialog_of(reader: ReadIn, kind: type[QWidget], qtbot: QtBot) -> Person:
    qtbot.waitUntil(lambda: isinstance(reader.dialog, kind))
    assert reader.dialog is not None
    return Person(reader.dialog)


def test_a_notice_starts_a_bid_with_what_stays_ticked(started: Started) -> None:
    started.screen.start_new()
    started.screen.take_source(others.TWO_LOTS)
    person = started.person
    assert person.sees("Please check the deadline")
    assert person.sees("Tender: Fri 3 Jul 2026, 12 noon")
    person.press("Use what is ticked")
    person.press("A contract")
    assert started.bid.opportunity.title == "Community Wellbeing Hubs"
    assert started.bid.rounds


def test_an_unticked_line_stays_out_of_the_new_bid(started: Started) -> None:
    started.screen.take_source(others.TWO_LOTS)
    offers = next(one for one in started.screen.findChildren(OfferList) if one.isVisible())
    offers.tick_all(on=False)
    offers.tick("opportunity.reference").setChecked(True)
    started.person.press("Use what is ticked")
    started.person.press("A contract")
    assert started.bid.opportunity.reference == "NCC-2026-114"
    assert started.bid.opportunity.title == ""
    assert not started.bid.rounds


def test_one_of_several_opportunities_is_chosen(started: Started, tmp_path: Path) -> None:
    started.screen.take_source(others.contracts_list(tmp_path))
    person = started.person
    choice = started.screen.findChild(ChoiceList)
    assert isinstance(choice, ChoiceList)
    choice.line.setText("youth")
    assert person.sees("1 of 2 fit.")
    choice.line.setFocus()
    person.keys("Return")
    person.press("Use what is ticked")
    person.press("A contract")
    assert started.bid.opportunity.buyer.name == "Southshire Council"


def test_pasted_questions_start_a_bid(started: Started) -> None:
    started.screen.start_new()
    person = started.person
    person.press("Questions you can copy")
    person.press("Find the questions")
    box = started.notices.box
    assert box is not None
    assert "nothing to read" in box.text()
    box.close()
    field = started.screen.findChild(PasteView)
    assert isinstance(field, PasteView)
    field.text.setPlainText(others.PASTED)
    person.press("Find the questions")
    person.press("Use what is ticked")
    person.press("A larger grant")
    assert [one.limit.most for one in started.bid.questions][-2:] == [500, 300]


def test_an_unknown_file_says_what_can_be_read(started: Started, tmp_path: Path) -> None:
    path = tmp_path / "holiday.png"
    path.write_bytes(b"\x89PNG")
    started.screen.take_source(path)
    box = started.notices.box
    assert box is not None
    assert box.text() == "BidKit cannot tell what “holiday.png” is."
    box.close()


def test_a_notice_is_read_into_an_open_bid_as_one_step(
    reader: ReadIn, paper: PaperSession, qtbot: QtBot
) -> None:
    paper.document.set(TITLE, "Hubs")
    before = paper.document.bid
    reader.take_file(others.TWO_LOTS)
    person = dialog_of(reader, TakeDialog, qtbot)
    assert person.sees("Now: Hubs")
    person.press("Put into the bid")
    assert paper.document.bid.opportunity.title == "Community Wellbeing Hubs"
    assert len(paper.document.bid.lots) == 2
    paper.document.undo()
    assert paper.document.bid == before


def test_reading_the_same_again_says_that_all_is_there(
    reader: ReadIn, desk: Desk, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.notices.said.connect(said.append)
    reader.take_file(others.TWO_LOTS)
    dialog_of(reader, TakeDialog, qtbot).press("Put into the bid")
    reader.dialog = None
    qtbot.waitUntil(lambda: desk.jobs.running is None)
    reader.take_file(others.TWO_LOTS)
    qtbot.waitUntil(lambda: "All of “Community Wellbeing Hubs” is in the bid." in said)
    assert reader.dialog is None


def test_a_file_with_several_asks_first(
    reader: ReadIn, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    reader.take_file(others.two_notices(tmp_path))
    person = dialog_of(reader, ChooseDialog, qtbot)
    qtbot.waitUntil(lambda: desk.jobs.running is None)
    person.press("Use this one")
    dialog_of(reader, TakeDialog, qtbot).press("Put into the bid")
    assert desk.bid.opportunity.title


def test_nothing_ticked_cannot_be_put_in(reader: ReadIn, tmp_path: Path, qtbot: QtBot) -> None:
    reader.take_file(others.word_questions(tmp_path))
    person = dialog_of(reader, TakeDialog, qtbot)
    assert person.sees("2 ticked")
    person.press("Tick none")
    assert isinstance(reader.dialog, TakeDialog)
    assert not reader.dialog.use.isEnabled()
    person.press("Cancel")


def test_pasted_questions_go_into_the_open_bid(
    reader: ReadIn, paper: PaperSession, qtbot: QtBot
) -> None:
    reader.paste()
    dialog = reader.dialog
    assert isinstance(dialog, PasteDialog)
    dialog.view.text.setPlainText(others.PASTED)
    Person(dialog).press("Find the questions")
    dialog_of(reader, TakeDialog, qtbot).press("Put into the bid")
    assert [one.number for one in paper.document.bid.questions] == ["2.1", "2.2"]


@pytest.mark.parametrize("page", [OpportunityPage, QualificationPage])
def test_the_pages_offer_to_read(page: type[OpportunityPage], desk: Desk, put: Put) -> None:
    assert "Read " in put(page(desk)).words_in_sight()
