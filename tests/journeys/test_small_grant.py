"""A small grant in the window: the first answer soon, the whole form, and no word of tenders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.session.exports import export_pdf
from bidkit.session.files import open_bid
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.session.session import Session
from bidkit.ui.application import make_application
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.journeys.conftest import pdf_words

DECISIONS = 10
QUESTIONS = 6
TENDER_WORDS = re.compile(r"\bweight|\bdriver|social return|\bSROI\b|\bTUPE\b|\blots?\b", re.I)


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


def begin(person: Person) -> list[str]:
    """Start a blank bid for a small grant; return what had to be decided."""
    decisions = ["Start a bid", "Nothing yet: start blank", "A small grant"]
    for words in decisions:
        person.press(words)
    return decisions


def text_in_sight(window: Window) -> ProseEditor:
    """Return the text one writes an answer in."""
    return next(one for one in window.findChildren(ProseEditor) if one.isVisible())


def test_the_first_answer_takes_at_most_ten_decisions(window: Window) -> None:
    decisions = begin(Person(window))
    space = window.workspace
    assert space is not None
    row = next(at for at, stage in enumerate(space.rail.stages) if stage is Stage.ANSWERS)
    assert row >= 0
    space.rail.chosen.emit(Stage.ANSWERS)
    decisions.append("Answers")
    QTest.keyClicks(text_in_sight(window), "We open a warm room.")
    decisions.append("write")
    assert window.save_all()
    assert [one.text for one in space.desk.bid.answers] == ["We open a warm room."]
    assert len(decisions) <= DECISIONS


def test_a_whole_small_grant_without_a_word_of_tenders(window: Window, qtbot: QtBot) -> None:
    person = Person(window)
    begin(person)
    space = window.workspace
    assert space is not None
    assert isinstance(space.session, Session)
    met: list[str] = []
    for stage in space.walk.stages():
        space.go_to(stage)
        FILL.get(stage, nothing)(person, window)
        person.leave()
        space.session.check_now()
        for tab in range(3):
            space.show_tab(tab)
            met += [f"{stage}: {words}" for words in words_met(window)]
    assert not [words for words in met if TENDER_WORDS.search(words)]
    assert window.save_all()
    must = [one for one in space.session.check_now() if one.level is Level.MUST]
    assert not must
    assert space.session.completeness(Stage.ANSWERS).done == QUESTIONS
    path = space.session.path
    assert window.close_bid()
    window.workspace = None
    again = open_bid(path, ports_here("Ann"), read_only=True)
    made = export_pdf(again)
    words = pdf_words(made.data)
    assert not made.draft_reasons
    for printed in ("Warm rooms fund", "Harbour Mind", *(answer(n) for n in range(QUESTIONS))):
        assert printed in words


def answer(number: int) -> str:
    """Return what is answered to a question."""
    return f"Answer {number}: twelve people came each week last winter."


def nothing(_person: Person, _window: Window) -> None:
    """Only look."""


def fill_the_fund(person: Person, window: Window) -> None:
    """Say what is applied for."""
    person.type_in("opportunity.title", "Warm rooms fund")
    person.type_in("opportunity.buyer.name", "Northshire Community Fund")
    person.leave()


def fill_ourselves(person: Person, window: Window) -> None:
    """Say who we are."""
    person.type_in("organisation.name", "Harbour Mind")


def write_answers(person: Person, window: Window) -> None:
    """Answer all six questions, going on with the keyboard."""
    for number in range(QUESTIONS):
        editor = text_in_sight(window)
        editor.setFocus()
        QTest.keyClicks(editor, answer(number))
        person.leave()
        if number + 1 < QUESTIONS:
            person.press(f"{number + 2} ›")


FILL = {
    Stage.OPPORTUNITY: fill_the_fund,
    Stage.ORGANISATION: fill_ourselves,
    Stage.ANSWERS: write_answers,
}


def words_met(window: Window) -> Iterator[str]:
    """Yield every word in sight: labels, buttons, options, examples in fields, tips and names."""
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QLineEdit | QPlainTextEdit | QTextEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
    yield from (action.text() for action in window.actions_by_name.values())
