"""Our organisation is kept in the library, refreshed from it, and read from registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.session.library.shelf import OurLibrary
from bidkit.storage.library import LibraryEntry
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.library import LibraryDialog
from bidkit.ui.dialogs.taking import TakeDialog
from bidkit.ui.pages.organisation import OrganisationPage
from bidkit.ui.pages.organisation.library import LibraryCard, labels
from tests.drivers import Person
from tests.session.incoming import files_of_others as others
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession

NAME = ref(Bid, lambda b: b.organisation.name)
EVIDENCE = ref(Bid, lambda b: b.evidence)


@pytest.fixture
def person(desk: Desk, put: Put) -> Person:
    """Somebody in front of the page."""
    return put(OrganisationPage(desk))


@pytest.fixture
def library(paper: PaperSession) -> OurLibrary:
    return OurLibrary(paper.ports)


def card_of(person: Person) -> LibraryCard:
    found = person.window.findChild(LibraryCard)
    assert isinstance(found, LibraryCard)
    return found


def shown(dialog: QDialog | None, kind: type[QDialog]) -> Person:
    assert isinstance(dialog, kind)
    return Person(dialog)


def test_the_page_begins_at_the_name(person: Person) -> None:
    page = person.window
    assert isinstance(page, OrganisationPage)
    page.begin()
    assert page.focusWidget() is person.field("organisation.name")


def test_every_kept_field_has_the_words_of_its_form(paper: PaperSession) -> None:
    known = labels()
    assert known["organisation.name"] == "Full legal name"
    assert known["policies"]
    assert known["track_record.customer"]


@pytest.mark.requirement(11, 176)
def test_details_are_kept_and_come_back_on_request(
    person: Person, desk: Desk, library: OurLibrary
) -> None:
    assert person.sees("Nothing is kept yet.")
    person.press("Keep this as ours")
    assert library.ours() is None
    desk.document.set(NAME, "Harbour Mind")
    person.press("Keep this as ours")
    assert person.sees("Kept on 25 Nov 2026 by Ann.")
    desk.document.set(NAME, "Harbour Minds")
    before = desk.bid
    person.press("Refresh from our library")
    dialog = shown(card_of(person).acts.dialog, TakeDialog)
    assert dialog.sees("Full legal name")
    assert dialog.sees("Now: Harbour Minds")
    dialog.press("Put into the bid")
    assert desk.bid.organisation.name == "Harbour Mind"
    desk.document.undo()
    assert desk.bid == before


def test_keeping_again_shows_what_would_change(
    person: Person, desk: Desk, library: OurLibrary
) -> None:
    ours: Bid = with_fields(EMPTY, {"organisation.name": "Harbour Mind"})
    library.keep_ours(ours)
    desk.document.set(NAME, "Harbour Mind CIO")
    person.press("Keep this as ours")
    dialog = shown(card_of(person).acts.dialog, TakeDialog)
    assert dialog.sees("Now: Harbour Mind")
    dialog.press("Keep in our library")
    kept = library.ours()
    assert kept is not None
    assert kept.bid.organisation.name == "Harbour Mind CIO"


def test_evidence_is_kept_and_taken_into_another_bid(
    person: Person, desk: Desk, library: OurLibrary
) -> None:
    desk.document.add(EVIDENCE, Evidence(id="e1", title="Survey of 2026", finding="82% better"))
    person.press("Keep for next time")
    shown(card_of(person).acts.dialog, TakeDialog).press("Keep in our library")
    desk.document.undo()
    assert not desk.bid.evidence
    person.press("Look through our library")
    dialog = card_of(person).acts.dialog
    assert isinstance(dialog, LibraryDialog)
    dialog.line.setText("surv")
    assert dialog.words.toPlainText() == "82% better"
    Person(dialog).press("Use in this bid")
    assert [one.title for one in desk.bid.evidence] == ["Survey of 2026"]
    assert library.entries()[0].uses == 1


def test_an_entry_is_looked_at_removed_and_put_back(
    person: Person, library: OurLibrary, qtbot: QtBot
) -> None:
    library.put(LibraryEntry("answer", "How we keep people safe", "Every worker is checked."))
    person.press("Look through our library")
    dialog = card_of(person).acts.dialog
    assert isinstance(dialog, LibraryDialog)
    inside = Person(dialog)
    inside.press("Remove from the library")
    assert library.entries() == []
    inside.press("Put “How we keep people safe” back")
    assert [one.title for one in library.entries()] == ["How we keep people safe"]
    inside.press("Still right for another year")
    inside.press("Use in this bid")
    assert QApplication.clipboard().text() == "Every worker is checked."


@pytest.mark.requirement(20)
def test_grants_become_track_record(
    person: Person, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.document.set(NAME, "Harbour Mind")
    reading = card_of(person).reading
    reading.take_file(others.grants_table(tmp_path))
    qtbot.waitUntil(lambda: isinstance(reading.dialog, TakeDialog))
    shown(reading.dialog, TakeDialog).press("Put into the bid")
    (record,) = desk.bid.track_record
    assert (record.customer, record.service) == ("Example Foundation", "Walking group")
    desk.document.undo()
    assert not desk.bid.track_record


def test_the_register_fills_our_details(
    person: Person, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    number = ref(Bid, lambda b: b.organisation.charity_number)
    desk.document.set(number, "1999991")
    reading = card_of(person).reading
    reading.take_file(others.charity_table(tmp_path))
    qtbot.waitUntil(lambda: isinstance(reading.dialog, TakeDialog))
    shown(reading.dialog, TakeDialog).press("Put into the bid")
    assert desk.bid.organisation.name == "Harbour Mind"
    assert desk.bid.organisation.email == "hello@example.org"
