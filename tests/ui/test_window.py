"""The window can be walked, undone in, searched, resized and closed, by keyboard alone too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import ref
from bidkit.domain.stages import Stage
from bidkit.errors import FileError
from bidkit.session.examples import load_example
from bidkit.session.preferences import Preferences
from bidkit.session.recent import RecentBid
from bidkit.ui.dialogs.go_to import GoTo
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import GRID, Theme, scaled
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.ui.paper import PaperOpening, PaperSession

TITLE = ref(Bid, lambda b: b.opportunity.title)


@pytest.fixture
def opening() -> PaperOpening:
    """Where bids come from."""
    return PaperOpening()


@pytest.fixture
def window(theme: Theme, opening: PaperOpening, qtbot: QtBot) -> Window:
    """The window, with the start screen."""
    made = Window(theme, opening, Preferences())
    made.begin()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def space(window: Window) -> Workspace:
    """The window with an empty bid open."""
    window.show_bid(PaperSession())
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def person(window: Window) -> Person:
    """Somebody in front of it."""
    return Person(window)


def paper_of(space: Workspace) -> PaperSession:
    assert isinstance(space.session, PaperSession)
    return space.session


def test_the_walk_goes_by_back_and_next(space: Workspace, person: Person) -> None:
    been: list[Stage] = []
    space.walk.arrived.connect(been.append)
    person.press("Opportunity ›")
    person.press("‹ What next?")
    person.keys("Ctrl+PgDown")
    person.keys("Ctrl+PgUp")
    assert been == [Stage.OPPORTUNITY, Stage.NEXT, Stage.OPPORTUNITY, Stage.NEXT]


def test_pages_are_built_at_the_first_visit(space: Workspace) -> None:
    assert set(space.walk.pages) == {Stage.NEXT}
    space.go_to(Stage.OPPORTUNITY)
    page = space.walk.page
    space.go_to(Stage.NEXT)
    space.go_to(Stage.OPPORTUNITY)
    assert space.walk.page is page


def test_the_top_bar_says_which_bid_and_that_it_is_safe(
    space: Workspace, person: Person, window: Window
) -> None:
    assert person.sees("A bid without a name yet")
    space.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Hubs")
    person.type_in("opportunity.buyer.name", "Northshire")
    assert space.topbar.title.text() == "Hubs"
    assert space.topbar.about.text() == "Northshire"
    assert window.windowTitle() == "Hubs – BidKit"
    assert person.sees("✓ Saved 10:42")
    assert person.sees("No deadline yet")


def test_undo_goes_to_the_place_and_says_what(space: Workspace, person: Person) -> None:
    space.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Hubs")
    space.go_to(Stage.NEXT)
    person.keys("Ctrl+Z")
    assert space.walk.stage is Stage.OPPORTUNITY
    assert paper_of(space).document.bid.opportunity.title == ""
    assert person.sees("Undone: Title of the contract or grant")
    person.keys("Ctrl+Y")
    assert person.read("opportunity.title") == "Hubs"
    assert person.sees("Brought back: Title of the contract or grant")


def test_undo_in_a_field_is_the_window_s(space: Workspace, person: Person) -> None:
    space.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Hubs")
    person.leave()
    person.type_in("opportunity.reference", "CW-1")
    person.keys("Ctrl+Z")
    assert person.read("opportunity.reference") == ""
    assert person.read("opportunity.title") == "Hubs"


def test_findings_are_listed_and_lead_there(space: Workspace, person: Person) -> None:
    place = ref(Bid, lambda b: b.opportunity.ceiling)
    paper_of(space).lay_down(
        Finding("x", "opportunity", Level.MUST, place, "The ceiling is odd.", "It is too low.")
    )
    assert person.sees("● The ceiling is odd.")
    space.go_to(Stage.OPPORTUNITY)
    assert space.panel.tabs.tabText(0) == "To fix  1"
    person.press("Take me there")
    assert person.window.focusWidget() is person.field("opportunity.ceiling")
    space.go_to(Stage.DECISION)
    assert person.sees("On other pages")
    person.keys("F8")
    assert space.walk.stage is Stage.OPPORTUNITY


def test_the_rail_speaks(space: Workspace) -> None:
    paper_of(space).lay_down(Finding("x", "opportunity", Level.MUST, TITLE, "No title."))
    from PySide6.QtCore import Qt

    rail = space.rail.list
    spoken = [
        rail.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rail.count())
    ]
    assert "Opportunity, 0 of 1 done, 1 to fix" in spoken
    assert isinstance(rail, QListWidget)


def test_anything_can_be_gone_to_by_name(space: Workspace, person: Person, qtbot: QtBot) -> None:
    person.keys("Ctrl+G")
    dialog = space.findChild(GoTo)
    assert isinstance(dialog, GoTo)
    dialog.line.setText("oppor")
    Person(dialog).keys("Return")
    assert space.walk.stage is Stage.OPPORTUNITY


def test_the_panel_becomes_a_drawer_and_the_rail_icons(
    space: Workspace, window: Window, person: Person
) -> None:
    window.resize(1280, 720)
    assert not space.frame.drawer
    assert space.panel.isVisible()
    window.resize(1000, 600)
    assert space.frame.drawer
    assert not space.panel.isVisible()
    person.keys("F9")
    assert space.panel.isVisible()
    space.go_to(Stage.OPPORTUNITY)
    assert not space.panel.isVisible()
    window.resize(800, 600)
    assert space.rail.narrow
    assert space.rail.width() < 80
    window.resize(1280, 720)
    assert not space.rail.narrow


def test_the_route_decides_the_stages(space: Workspace, person: Person) -> None:
    document = paper_of(space).document
    space.go_to(Stage.OPPORTUNITY)
    assert person.sees("Go deeper: Lots")
    document.set(ref(Bid, lambda b: b.about.route), "small_grant")
    assert len(space.rail.stages) == 7
    assert space.walk.stage is Stage.OPPORTUNITY
    assert person.sees("Name of the fund or programme")
    assert not person.sees("Go deeper: Lots")
    person.press("Show all stages")
    assert len(space.rail.stages) == 16
    assert person.sees("Go deeper: Lots")


def test_no_stage_is_cut_off_in_the_rail(space: Workspace) -> None:
    space.desk.document.set(ref(Bid, lambda b: b.about.route), "small_grant")
    rail = space.frame.rail
    strong = QFontMetrics(scaled(rail.font(), 1.0, strong=True))
    longest = strong.horizontalAdvance("The need and the change")
    assert rail.wanted_width(narrow=False) >= longest + rail.fontMetrics().height() + 4 * GRID


def test_what_is_typed_is_put_in_before_closing(
    window: Window, space: Workspace, person: Person, opening: PaperOpening
) -> None:
    space.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Hubs")
    session = paper_of(space)
    window.close()
    assert session.left == ["opportunity.title"]
    assert opening.closed == [session]


def test_a_bid_that_is_not_safe_keeps_the_window_open(
    window: Window, space: Workspace, opening: PaperOpening
) -> None:
    opening.refuses = FileError("Not everything is in the file.", "The stick was pulled.")
    window.close()
    assert window.isVisible()
    box = window.notices.box
    assert box is not None
    assert box.text() == "Not everything is in the file."
    opening.refuses = None
    Person(box).press("Stay here")
    assert window.isVisible()


def test_a_contract_about_to_end_is_named_on_the_start_screen(
    theme: Theme, opening: PaperOpening, qtbot: QtBot
) -> None:
    opening.again.append(RecentBid(Path("hubs.bidkit"), "Hubs", "Since Sun 1 Apr 2029"))
    made = Window(theme, opening, Preferences())
    made.begin()
    qtbot.addWidget(made)
    made.show()
    person = Person(made)
    assert person.sees("Time to start the next bid")
    person.press("Hubs")
    assert made.workspace is not None


def test_the_start_screen_offers_three_choices(window: Window, person: Person) -> None:
    for words in ("Start a bid", "Open a bid", "Look at a finished example"):
        assert person.sees(words)
    person.press("Start a bid")
    person.press("Nothing yet: start blank")
    person.press("A small grant")
    assert window.workspace is not None
    assert window.workspace.desk.bid.about.route == "small_grant"


def test_a_refused_file_leaves_what_is_open(
    window: Window, space: Workspace, opening: PaperOpening
) -> None:
    opening.refuses = FileError("This is not a bid.")
    window.open_path(Path("x.bidkit"))
    assert window.workspace is space
    assert window.notices.box is not None
    window.notices.box.close()
    opening.refuses = None


def test_a_version_can_be_named(window: Window, space: Workspace, person: Person) -> None:
    from PySide6.QtWidgets import QInputDialog

    person.keys("Ctrl+S")
    dialog = window.findChild(QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("Before the trustees")
    dialog.accept()
    assert paper_of(space).versions == ["Before the trustees"]


def test_a_page_can_be_walked_by_keyboard_alone(space: Workspace, person: Person) -> None:
    space.go_to(Stage.OPPORTUNITY)
    person.field("opportunity.title").setFocus()
    reached: list[str] = []
    for _ in range(120):
        person.keys("Tab")
        now = QApplication.focusWidget()
        assert now is not None
        reached.append(now.objectName())
    wanted = ["opportunity.reference", "opportunity.value", "opportunity.buyer.name"]
    assert [one for one in reached if one in wanted][:3] == wanted
    assert "opportunity.hand_in_notes" in reached


def test_evidence_is_found_and_linked_from_the_answer_by_keys_alone(
    space: Workspace, person: Person
) -> None:
    document = space.desk.document
    document.take_in(load_example("harbour", date(2026, 11, 21)))
    space.go_to(Stage.ANSWERS)
    text = page_text(space)
    text.setFocus()
    person.keys("Ctrl+Shift+E")
    assert space.panel.tabs.currentIndex() == 2
    assert QApplication.focusWidget() is space.panel.evidence.search
    space.panel.evidence.search.setText("E11")
    person.keys("Down")
    assert QApplication.focusWidget() is space.panel.evidence.list
    person.keys("Return")
    space.leave()
    assert QApplication.focusWidget() is text
    assert any("(evidence:hm-e11)" in one.text for one in document.bid.answers)


def page_text(space: Workspace) -> ProseEditor:
    page = space.walk.page
    assert page is not None
    return next(iter(page.findChildren(ProseEditor)))
