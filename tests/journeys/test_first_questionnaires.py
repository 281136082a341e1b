"""Somebody who has never done it goes through a questionnaire in the window, told by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.finding import Level
from bidkit.domain.questionnaire import Question
from bidkit.domain.stages import Stage
from bidkit.rules.judging import knock_outs
from bidkit.session.exports import export_pdf
from bidkit.session.files import open_bid
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.session.replies import response_place
from bidkit.session.session import Session
from bidkit.ui.application import make_application
from bidkit.ui.pages.qualification.board import Board
from bidkit.ui.pages.qualification.declaring import DeclareDialog
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.journeys.conftest import pdf_words

NEXT = "Next to do ›"
DONE = "Every question is answered and looked at."
MOST_STEPS = 60
TODAY = ports_here("Ann").today()
LAST_YEAR = f"{TODAY - timedelta(days=300):%d/%m/%Y}"
LAST_MONTH = f"{TODAY - timedelta(days=20):%d/%m/%Y}"


class Applicant(Person):
    """Somebody in front of the window who counts what must be decided."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.decisions = 0

    def press(self, words: str) -> None:
        """Press, and count it."""
        self.decisions += 1
        super().press(words)

    def choose(self, address: str, words: str) -> None:
        """Choose, and count it."""
        self.decisions += 1
        super().choose(address, words)

    def type_in(self, address: str, text: str) -> None:
        """Type, and count it."""
        self.decisions += 1
        super().type_in(address, text)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The window as somebody sees it who has never opened it before."""
    theme = Theme(make_application(), Choice.LIGHT)
    made = Window(theme, FrontDoor(ports_here("Ann"), folder=tmp_path), Preferences())
    qtbot.addWidget(made)
    made.begin(None)
    made.show()
    yield made
    made.close()


def begin(person: Applicant, window: Window, route: str) -> tuple[Workspace, Session]:
    """Start a blank bid of a kind and go to its questionnaire."""
    for words in ("Start a bid", "Nothing yet: start blank", route):
        person.press(words)
    space = window.workspace
    assert space is not None
    assert isinstance(space.session, Session)
    space.rail.chosen.emit(Stage.QUALIFICATION)
    return space, space.session


def walk(person: Applicant, space: Workspace, replies: dict[str, str]) -> list[str]:
    """Reply to whatever the page shows, and go on as long as it finds something to do."""
    board = space.findChild(Board)
    assert board is not None
    replied: list[str] = []
    for _step in range(MOST_STEPS):
        question = board.shown
        assert question is not None
        if replied and question.pack_item == replied[-1]:
            return replied
        reply(person, space, question, replies.get(question.pack_item, ""))
        replied.append(question.pack_item)
        person.leave()
        person.press(NEXT)
    raise AssertionError(f"the way does not end: {replied}")


def reply(person: Applicant, space: Workspace, question: Question, words: str) -> None:
    """Reply to one question by its kind."""
    place = response_place(space.desk.document, question)
    match question.kind:
        case "yes_no":
            person.choose(f"{place}.yes_no", words or "No")
        case "held":
            person.choose(f"{place}.held", "Yes, now")
        case "choice":
            person.choose(f"{place}.choice", words)
        case "several":
            person.press(words)
        case "file":
            person.type_in(f"{place}.file_note", words or f"{question.pack_item}.pdf")
        case "declaration":
            person.type_in(f"{place}.signed_by", "A. Chair")
            person.type_in(f"{place}.signed_on", LAST_MONTH)
        case "date":
            person.type_in(f"{place}.date", words or LAST_YEAR)
        case "money":
            person.type_in(f"{place}.money", words or "8000")
        case "number" | "percent":
            person.type_in(f"{place}.number", words or "4")
        case "table":
            fill_table(person, space, question, words)
        case _:
            person.type_in(f"{place}.text", words or "Harbour Mind")


def fill_table(person: Applicant, space: Workspace, question: Question, words: str) -> None:
    """List one line for each piece of the words."""
    place = response_place(space.desk.document, question)
    for line in words.split("; "):
        person.press("Add a row")
        row = [one for one in space.desk.bid.response_rows if one.parent == place.identity][-1]
        person.type_in(f"response_rows[{row.id}].first", line)


def is_clear(space: Workspace, session: Session) -> bool:
    """Tell whether no knock-out question is open or fails, by the rules themselves."""
    found = knock_outs(space.desk.bid, session.checks.facts())
    return not found.failing and not found.pending


@pytest.mark.requirement(24)
@pytest.mark.requirement(83)
@pytest.mark.requirement(175)
def test_a_first_time_charity_through_a_procurement_specific_questionnaire(window: Window) -> None:
    person = Applicant(window)
    space, session = begin(person, window, "A contract")
    assert person.sees("No questions yet. Add what this buyer asks.")
    person.press("Add: Procurement Specific Questionnaire")
    assert not is_clear(space, session)
    assert person.sees("that could are not answered")
    replied = walk(
        person,
        space,
        {
            "C1.2": "Yes",
            "C1.2p": "PABC-1234-DEFG",
            "C1.3": "alone",
            "C1.6": "AB12CD34",
            "C3.1": "Yes",
            "C3.6": "Northshire Council",
        },
    )
    assert "C2.4" not in replied
    assert is_clear(space, session)
    assert person.sees("✓ Nothing: no knock-out question is open.")
    assert person.decisions <= 34
    path = session.path
    assert window.close_bid()
    window.workspace = None
    words = pdf_words(export_pdf(open_bid(path, ports_here("Ann"), read_only=True)).data)
    for printed in ("Harbour Mind", "PABC-1234-DEFG", "Northshire Council", "Signed by A. Chair"):
        assert printed in words


@pytest.mark.requirement(176)
def test_what_we_said_of_ourselves_is_only_looked_at(window: Window) -> None:
    person = Applicant(window)
    space, session = begin(person, window, "A contract")
    space.go_to(Stage.ORGANISATION)
    for address, words in (
        ("organisation.name", "Harbour Mind"),
        ("organisation.ppon", "PABC-1234-DEFG"),
        ("organisation.share_code.code", "AB12CD34"),
    ):
        if person.sees_field(address):
            person.type_in(address, words)
    person.leave()
    space.go_to(Stage.QUALIFICATION)
    person.press("Add: Procurement Specific Questionnaire")
    board = space.findChild(Board)
    assert board is not None
    assert person.sees("From your organisation’s details. Read it against the question.")
    first = board.shown
    person.press("It is right")
    assert board.shown is not first
    checked = [one for one in space.desk.bid.responses if one.checked]
    assert [one.text for one in checked] == ["Harbour Mind"]
    assert session.check_now()


def test_the_grounds_are_read_once_and_answered_together(window: Window) -> None:
    person = Applicant(window)
    space, session = begin(person, window, "A contract")
    for identity in ("exclusion-grounds",):
        from bidkit.packs.catalogue import shipped
        from bidkit.session.fitting.regimes import add_packs

        add_packs(space.desk.document, [identity], session.bid_id, shipped())
    person.press("Read the list and answer it at once")
    dialog = window.findChild(DeclareDialog)
    assert dialog is not None
    Person(dialog).press("None applies: say no to all")
    assert is_clear(space, session)
    assert person.decisions <= 5


@pytest.mark.requirement(84)
def test_a_grant_applicant_through_due_diligence(window: Window) -> None:
    person = Applicant(window)
    space, session = begin(person, window, "A larger grant")
    replied = walk(
        person,
        space,
        {
            "J1a": "The Old School, Northshire",
            "J2w": "North East",
            "J3d": "Yes",
            "J3n": "Yes",
            "J3o": "Yes",
            "J4": "A. Chair; B. Treasurer; C. Secretary",
            "J5": "Yes",
            "J5s": "Yes",
            "J5d": LAST_MONTH,
            "J11": "Yes",
            "J13": "full cost recovery",
            "J14": "A. Chair; B. Treasurer",
        },
    )
    assert {"J3", "J4", "J5", "J5b", "J6", "J7"} <= set(replied)
    assert is_clear(space, session)
    assert person.sees("✓ Nothing: no knock-out question is open.")
    must = [one for one in session.check_now() if one.level is Level.MUST]
    assert not [one for one in must if one.stage == Stage.QUALIFICATION]
    assert person.decisions <= 53
