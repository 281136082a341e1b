"""An amendment three days before the deadline: seen, carried over, read, and only then sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.domain.stages import Stage
from bidkit.importers import questions_docx
from bidkit.importers.base import take
from bidkit.session.exports import export_pdf
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.session.preferences import Preferences
from bidkit.session.session import Session
from bidkit.ui.application import make_application
from bidkit.ui.pages.documents import DocumentsPage
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.journeys.conftest import Clock, pdf_words

THREE_DAYS_BEFORE = datetime(2026, 12, 7, 9, tzinfo=UTC)
DEADLINE = datetime(2026, 12, 10, 12, tzinfo=UTC)
FIRST = (
    "Tenders must be submitted by 10 December 2026 at 12:00.",
    "1.1 Describe how you keep people safe at home. (60 words)",
    "1.2 How do you train and support volunteers? (60 words)",
)
SECOND = (
    "Tenders must be submitted by 14 December 2026 at 12:00.",
    "1.1 Describe how you keep people safe at home and in hospital. (8 words)",
    "1.2 How do you train and support volunteers? (60 words)",
)
LETTER = "Amendment 2\nThe provider must open one hub on Saturdays."
SAFE = "Two trained people make every first visit together, and ring the office after."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Window]:
    """The window three days before the deadline, with a contract begun."""
    clock.at = THREE_DAYS_BEFORE
    theme = Theme(make_application(), Choice.LIGHT)
    door = FrontDoor(Ports("Ann", "pc-1", clock), folder=tmp_path)
    made = Window(theme, door, Preferences())
    qtbot.addWidget(made)
    made.begin(None)
    made.show_bid(door.begin("contract"))
    made.show()
    yield made
    made.close()


def form(path: Path, lines: tuple[str, ...]) -> Path:
    """Write the buyer's form as a Word document."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def written(session: Session, folder: Path) -> None:
    """Let the questions of the form be in the bid, each with an answer within its limit."""
    document = session.document.bid.documents[0].id
    asked = questions_docx.read(form(folder / "Form.docx", FIRST), "Form", document=document)

    def change(bid: Bid) -> Bid:
        bid = take(bid, asked)
        answers = tuple(
            Answer(id=f"a{one.number}", parent=one.id, order=f"a{n}", text=SAFE)
            for n, one in enumerate(bid.questions)
        )
        rounds = (Round(id="t", kind="tender", title="Tender", deadline=DEADLINE),)
        return bid.model_copy(update={"answers": answers, "rounds": rounds})

    session.document.edit("Write the answers", change)


def must_fix(session: Session) -> set[str]:
    """Return which rules stop the bid."""
    return {one.rule for one in session.check_now() if one.level is Level.MUST}


def documents_page(space: Workspace) -> DocumentsPage:
    """Go to the tender documents."""
    space.go_to(Stage.DOCUMENTS)
    return next(one for one in space.findChildren(DocumentsPage) if one.isVisible())


@pytest.mark.requirement(41)
@pytest.mark.requirement(84)
def test_an_amendment_three_days_before_the_deadline(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    space = window.workspace
    assert space is not None
    session = space.session
    assert isinstance(session, Session)
    person = Person(window)
    page = documents_page(space)
    page.take([form(tmp_path / "Form.docx", FIRST)])
    written(session, tmp_path)
    assert not must_fix(session) & STOPS
    assert person.sees("3 days left")

    page.versions.take(form(tmp_path / "Form.docx", SECOND))
    qtbot.waitUntil(lambda: page.versions.dialog is not None)
    dialog = page.versions.dialog
    assert dialog is not None
    labels = Person(dialog).words_in_sight()
    for said in ("Question 1.1: the words", "Question 1.1: the limit", "the deadline"):
        assert said in labels
    Person(dialog).press("Take them in")
    bid = session.document.bid
    first = bid.questions[0]
    assert [one.text for one in bid.answers] == [SAFE, SAFE]
    assert (first.limit.most, bid.rounds[0].deadline) == (8, datetime(2026, 12, 14, 12, tzinfo=UTC))
    assert not bid.opportunity.deadline_confirmed
    assert person.sees("7 days left")
    at_first = {one.rule for one in session.check_now() if one.place.identity in (first.id, "a1.1")}
    assert {"documents.question_changed", "answers.over_limit"} <= at_first

    page.take([letter(tmp_path)])
    page.reader.text.selectAll()
    person.press("Requirement")
    assert session.document.bid.requirements[0].page == 1
    assert must_fix(session) >= STOPS
    assert export_pdf(session).draft_reasons
    assert "Draft" in pdf_words(export_pdf(session).data)

    space.go_to(Stage.HAND_IN)
    assert person.sees("amendments are not read yet")
    while person.sees("amendments are not read yet"):
        person.press("Read")
    session.document.set(ANSWER, "Two people make every first visit together.")
    assert not must_fix(session) & STOPS
    assert person.sees("All amendments are read")
    assert window.save_all()


def letter(folder: Path) -> Path:
    """Write the buyer's letter."""
    path = folder / "Amendment 2.txt"
    path.write_text(LETTER)
    return path


ANSWER = ref(Bid, lambda bid: bid.answers).item("a1.1").then(ref(Answer, lambda one: one.text))
STOPS = {"documents.amendment_unread", "answers.over_limit"}
