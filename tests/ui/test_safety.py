"""The window when something went wrong with files: versions to decide, copies, damage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid, open_bid
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.session.preferences import Preferences
from bidkit.session.session import Session
from bidkit.ui.dialogs.deciding import DecideDialog
from bidkit.ui.dialogs.rescue import RescueDialog
from bidkit.ui.theme import Theme
from bidkit.ui.window import Window
from tests.drivers import Person

TODAY = date(2026, 11, 21)
SUMMARY = ref(Bid, lambda bid: bid.opportunity.summary)
ANN, BOB = Ports("Ann", "pc-1"), Ports("Bob", "pc-2")


@pytest.fixture
def window(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(theme, FrontDoor(ANN, folder=tmp_path), Preferences())
    made.begin()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def met(tmp_path: Path) -> Path:
    """A file in which Ann and Bob wrote different words at the same place."""
    path = tmp_path / "bid.bidkit"
    bob = create_bid(path, SUMMARY.set(Bid(), "Fifty carers."), BOB)
    ann = open_bid(path, ANN)
    write(bob, "Sixty carers.")
    write(ann, "Ninety carers.")
    bob.commit()
    ann.commit()
    bob.release()
    ann.release()
    return path


def write(session: Session, words: str) -> None:
    session.document.set(SUMMARY, words)
    session.document.seal()


def open_dialog(window: Window) -> Person:
    dialog = window.findChild(DecideDialog)
    assert dialog is not None
    return Person(dialog)


def test_places_to_decide_are_told_and_decided_side_by_side(window: Window, met: Path) -> None:
    window.open_path(met)
    person = Person(window)
    assert person.sees("Two versions met in one place")
    person.press("Decide…")
    asked = open_dialog(window)
    assert asked.sees("1 place to decide")
    assert asked.sees("Ann")
    assert asked.sees("Bob")
    assert asked.sees("Opportunity · summary")
    asked.press("Write anew")
    box = asked.window
    assert isinstance(box, DecideDialog)
    next(iter(box.boxes.values())).editor.setPlainText("Sixty to ninety carers.")
    asked.press("Use what I wrote")
    assert asked.sees("Everything is decided")
    asked.press("Close")
    assert window.session is not None
    assert window.session.document.get(SUMMARY) == "Sixty to ninety carers."
    assert not person.sees("Two versions met")


def test_take_me_there_opens_the_versions_of_an_undecided_place(window: Window, met: Path) -> None:
    window.open_path(met)
    assert window.workspace is not None
    window.workspace.take_there(SUMMARY)
    assert open_dialog(window).sees("1 place to decide")


def test_a_second_copy_is_offered_and_taken_in(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "bid.bidkit"
    create_bid(path, load_example("small-grant", TODAY), ANN).close()
    copy = tmp_path / "bid (Bob's conflicted copy 2026-11-21).bidkit"
    copy.write_bytes(path.read_bytes())
    bob = open_bid(copy, BOB)
    write(bob, "Bob wrote this elsewhere.")
    bob.close()
    window.open_path(path)
    person = Person(window)
    assert person.sees("a second copy of it with other changes")
    person.press("Take in")
    assert window.session is not None
    assert window.session.document.get(SUMMARY) == "Bob wrote this elsewhere."
    assert not person.sees("a second copy of it")


def test_a_damaged_file_opens_its_recovery_screen(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bid.bidkit"
    create_bid(path, load_example("harbour", TODAY), ANN).close()
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 8192 * 4096)
    window.open_path(path)
    dialog = window.findChild(RescueDialog)
    assert isinstance(dialog, RescueDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    assert "changes" in dialog.told.text()
    dialog.write(tmp_path / "new.bidkit")
    assert window.session is not None
    assert window.session.document.bid.about.title == "Community Wellbeing Hubs"


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "This file is empty."), (b"Dear all, " * 500, "This is not a BidKit file.")],
)
def test_what_is_no_bid_is_refused_in_a_sentence(
    window: Window, tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "letter.bidkit"
    path.write_bytes(data)
    window.open_path(path)
    box = window.notices.box
    assert box is not None
    assert box.text() == words
    box.close()
    assert path.read_bytes() == data
