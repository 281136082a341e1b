"""Two lots in the window: one answer shared, one varied, and a clean set handed in for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bidkit.domain.stages import Stage
from bidkit.session.lots.handing import HandedSet
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.ui.application import make_application
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.answers import AnswersPage
from bidkit.ui.pages.hand_in import HandInPage
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.journeys.conftest import pdf_words

LOTS = (("1", "Riverside", "Quay Street"), ("2", "Hill farms", "Bryn Mawr"))
SHARED = "A volunteer rings everybody the day before."
FIRST = "We open six days a week on Quay Street."
SECOND = "A van calls at Bryn Mawr on Tuesdays."
PRICES = ("61000", "42000")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The window, with nothing open."""
    theme = Theme(make_application(), Choice.LIGHT)
    made = Window(theme, FrontDoor(ports_here("Ann"), folder=tmp_path), Preferences())
    qtbot.addWidget(made)
    made.begin(None)
    made.resize(1280, 900)
    made.show()
    yield made
    made.close()


class Bidder(Person):
    """Ann, who walks through the stages of one bid."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        for words in ("Start a bid", "Nothing yet: start blank", "A contract"):
            self.press(words)
        assert window.workspace is not None
        self.space = window.workspace

    @property
    def bid(self) -> Any:
        """The bid as it is now."""
        return self.space.desk.bid

    def go(self, stage: Stage) -> Any:
        """Go to a stage; return its page."""
        self.leave()
        self.space.go_to(stage)
        pages: list[Any] = [AnswersPage, HandInPage]
        found = (one for kind in pages for one in self.window.findChildren(kind))
        return next((one for one in found if one.isVisible()), None)

    def add(self, words: str, collection: str) -> str:
        """Add a thing to the list of a collection; return where it is."""
        lists = self.window.findChildren(ItemList)
        shown = (one for one in lists if str(one.listing.collection) == collection)
        Person(next(one for one in shown if one.isVisible())).press(words)
        return f"{collection}[{getattr(self.bid, collection)[-1].id}]"

    def write(self, words: str) -> None:
        """Write an answer where one writes, over what stands there."""
        editor = next(one for one in self.window.findChildren(ProseEditor) if one.isVisible())
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, words)
        self.leave()


def name_the_lots(ann: Bidder) -> None:
    """Say what is bought, in which lots, and that we bid for both."""
    ann.go(Stage.OPPORTUNITY)
    ann.type_in("opportunity.title", "Befriending in two districts")
    ann.press("Go deeper: Lots")
    for number, title, places in LOTS:
        lot = ann.add("Add a lot", "lots")
        ann.type_in(f"{lot}.number", number)
        ann.type_in(f"{lot}.title", title)
        ann.type_in(f"{lot}.places", places)
        ann.leave()
        ann.choose(f"{lot}.bidding", "Yes")


def copy_the_questions(ann: Bidder) -> None:
    """Copy the buyer's two questions."""
    ann.go(Stage.QUALIFICATION)
    ann.press("Go deeper: Change the questions")
    for number, name in (("1", "Keeping in touch"), ("2", "Being there")):
        question = ann.add("Add a question", "questions")
        ann.type_in(f"{question}.number", number)
        ann.type_in(f"{question}.title", name)
        ann.leave()
        ann.choose(f"{question}.kind", "Written answer")


def answer_shared_and_varied(ann: Bidder) -> None:
    """Answer the first for both lots, the second for each in words of its own."""
    page = ann.go(Stage.ANSWERS)
    ann.write(SHARED)
    ann.press("2 ›")
    ann.write(FIRST)
    page.lots.fill()
    page.lots.menu.actions()[-1].trigger()
    assert ann.sees("Being there (lot 2)")
    ann.write(f"{SECOND} Nobody has to come to Quay Street.")


def price_each_lot(ann: Bidder) -> None:
    """Give each lot a line of the price schedule."""
    ann.go(Stage.COSTS)
    ann.press("Price")
    for (number, title, _places), price in zip(LOTS, PRICES, strict=True):
        line = ann.add("Add a line", "price_lines")
        ann.type_in(f"{line}.title", f"Lot {number} a year")
        ann.type_in(f"{line}.amount", price)
        ann.leave()
        ann.choose(f"{line}.lot", f"{number} {title}")
    assert ann.sees("Lot 1 + Lot 2")
    assert ann.sees("£103,000")


def sets_written(ann: Bidder, page: HandInPage, folder: Path, qtbot: QtBot) -> list[HandedSet]:
    """Write a set for each lot; return what was written."""
    with qtbot.waitSignal(page.sets.written, timeout=60_000) as written:
        page.sets.write_sets(folder)
    qtbot.waitUntil(lambda: ann.space.desk.jobs.running is None)
    assert written.args is not None
    return list(written.args[0])


def test_two_lots_leave_as_two_clean_sets(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    ann = Bidder(window)
    name_the_lots(ann)
    copy_the_questions(ann)
    answer_shared_and_varied(ann)
    price_each_lot(ann)
    folder = tmp_path / "to hand in"
    folder.mkdir()

    page = ann.go(Stage.HAND_IN)
    first, second = sets_written(ann, page, folder, qtbot)
    assert not first.other_lots
    assert second.other_lots == ("“Quay Street” (Lot 1)",)
    assert ann.sees("Another lot is named in it: “Quay Street” (Lot 1).")
    named = [one for one in ann.space.session.check_now() if one.rule == "answers.other_lot_named"]
    assert [one.what for one in named] == ["Question 2 names Quay Street, which is Lot 1."]
    ann.leave()
    ann.space.take_there(named[0].place)
    ann.write(SECOND)

    page = ann.go(Stage.HAND_IN)
    ann.choose("hand-in-lot", "Lot 2: Hill farms")
    assert ann.sees("Shared with other lots: 1. In its own words: 2.")
    first, second = sets_written(ann, page, folder, qtbot)
    assert not second.other_lots
    words = [pdf_words(one.files[0]) for one in (first, second)]
    for own, other, here in ((0, 1, FIRST), (1, 0, SECOND)):
        assert SHARED in words[own]
        assert here in words[own]
        assert f"£{int(PRICES[own]):,}" in words[own]
        for left in (*LOTS[other][1:], f"£{int(PRICES[other]):,}", "£103,000"):
            assert left not in words[own]
    assert {one.name for one in folder.iterdir()} == {
        "Befriending in two districts - Lot 1.pdf",
        "Befriending in two districts - Lot 2.pdf",
    }
