"""A tender document is read beside an answer, in the real window over a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.refs import ref
from bidkit.domain.stages import Stage
from bidkit.export.compose import Options, compose
from bidkit.export.pdf import write_pdf
from bidkit.session.examples import load_example
from bidkit.session.marking.making import make_into
from bidkit.session.marking.words import Marked
from bidkit.session.opening import FrontDoor
from bidkit.session.papers import take_file
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.session.session import Session
from bidkit.ui.pages.answers import AnswersPage
from bidkit.ui.reading.beside import BesideWindow
from bidkit.ui.theme import Theme
from bidkit.ui.window import Window
from tests.drivers import Person

QUESTIONS = ref(Bid, lambda b: b.questions)
MARKED = "How will you keep people safe? (250 words)"
DOCUMENTS = ref(Bid, lambda b: b.documents)
ASKED = Question(id="q1", number="1", kind="prose", text="How will you run it?", limit=Limit())


@pytest.fixture
def window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    """The window with a bid that asks one question, at Answers."""
    made = Window(theme, FrontDoor(ports_here("Ann"), folder=tmp_path), Preferences())
    made.begin()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    person = Person(made)
    person.press("Start a bid")
    person.press("Nothing yet: start blank")
    person.press("A small grant")
    session_of(made).document.add(QUESTIONS, ASKED)
    go_to_answers(made)
    yield made
    made.close()


def go_to_answers(window: Window) -> None:
    assert window.workspace is not None
    window.workspace.go_to(Stage.ANSWERS)


def session_of(window: Window) -> Session:
    session = window.session
    assert isinstance(session, Session)
    return session


def page_of(window: Window) -> AnswersPage:
    pages = window.findChildren(AnswersPage)
    assert len(pages) == 1
    return pages[0]


def beside(window: Window) -> BesideWindow:
    found = page_of(window).beside.window
    assert found is not None
    return found


def pack(window: Window) -> None:
    """Keep a PDF of several pages and a short text in the open bid."""
    today = date(2026, 11, 21)
    pdf = write_pdf(compose(load_example("small-grant", today), Options(today=today)))
    take_file(session_of(window), pdf, "Specification.pdf")
    take_file(
        session_of(window), f"Sign the form of tender.\n\n{MARKED}".encode(), "Instructions.txt"
    )


def test_there_is_no_button_before_there_is_a_file(window: Window) -> None:
    button = page_of(window).beside.button
    assert not button.isVisible()
    page_of(window).beside.open()
    assert page_of(window).beside.window is None
    pack(window)
    assert button.isVisible()


def test_one_reads_and_writes_side_by_side(window: Window) -> None:
    pack(window)
    person = Person(window)
    person.press("Documents")
    reader = beside(window)
    assert reader.isVisible()
    assert not reader.isModal()
    assert reader.isWindow()
    assert [reader.chooser.itemText(at) for at in range(2)] == ["Specification", "Instructions"]
    text = page_of(window).desk_of.field.text
    text.setFocus()
    QTest.keyClicks(text, "With two leaders.")
    assert window.save_all()
    assert session_of(window).document.bid.answers[0].text == "With two leaders."
    assert reader.isVisible()


def test_the_document_and_its_page_are_remembered(window: Window) -> None:
    pack(window)
    person = Person(window)
    person.press("Documents")
    reader = beside(window)
    Person(reader).press("Page ›")
    assert reader.reader.page == 2
    QTest.keyClick(reader.chooser, Qt.Key.Key_Down)
    assert "Sign the form" in reader.reader.text.toPlainText()
    QTest.keyClick(reader.chooser, Qt.Key.Key_Up)
    assert reader.reader.page == 2
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not reader.isVisible()
    person.press("Documents")
    assert reader.isVisible()
    assert (reader.chooser.currentText(), reader.reader.page) == ("Specification", 2)


def test_it_opens_by_the_keyboard_at_the_words_of_the_question(
    window: Window, qtbot: QtBot
) -> None:
    pack(window)
    version = session_of(window).document.bid.document_versions[1]
    made = make_into(session_of(window), "question", Marked(MARKED, 1, version.id, version.parent))
    assert made.place is not None
    assert page_of(window).show_place(made.place)
    window.activateWindow()
    page_of(window).desk_of.field.text.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(
        page_of(window).desk_of.field.text,
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    reader = beside(window)
    assert reader.isVisible()
    assert reader.chooser.currentText() == "Instructions"
    assert reader.reader.text.textCursor().selectedText() == MARKED


def test_it_goes_with_the_last_file_and_with_the_bid(window: Window) -> None:
    pack(window)
    Person(window).press("Documents")
    reader = beside(window)
    for one in session_of(window).document.bid.documents:
        session_of(window).document.remove(DOCUMENTS.item(one.id))
    assert not reader.isVisible()
    assert not page_of(window).beside.button.isVisible()
    session_of(window).document.undo()
    Person(window).press("Documents")
    assert reader.isVisible()
    window.back_to_start()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, BesideWindow)]


def test_it_goes_with_the_window(window: Window) -> None:
    pack(window)
    Person(window).press("Documents")
    reader = beside(window)
    window.close()
    assert not reader.isVisible()
