"""Our organisation is kept in the library, refreshed from it, and read from registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.evidence import Evidence
from bidkit.domain.organisation import CaseStudy
from bidkit.domain.refs import parse_ref, ref
from bidkit.session.library.shelf import OurLibrary
from bidkit.storage.library import LibraryEntry
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.library import LibraryDialog
from bidkit.ui.dialogs.taking import TakeDialog
from bidkit.ui.pages.organisation import OrganisationPage
from bidkit.ui.pages.organisation.library import LibraryCard, labels
from bidkit.ui.pages.organisation.marks import KnownMarks
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
    assert person.sees("This bid says the same.")
    desk.document.set(NAME, "Harbour Minds")
    before = desk.bid
    assert card_of(person).acts.differences() == 1
    person.press("Refresh from our library")
    dialog = shown(card_of(person).acts.dialog, TakeDialog)
    assert dialog.sees("Full legal name")
    assert dialog.sees("Now: Harbour Minds")
    dialog.press("Put into the bid")
    assert desk.bid.organisation.name == "Harbour Mind"
    assert person.sees("It took them over on 25 Nov 2026.")
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


CASES = ref(Bid, lambda b: b.case_studies)


def test_three_lengths_are_counted_drafted_and_copied(person: Person, desk: Desk) -> None:
    story = CaseStudy(id="s", title="Quay", situation="Five months at home.", result="Back.")
    desk.document.add(CASES, story)
    person.press("What we have done")
    person.press("Go deeper: Case studies")
    assert person.sees("○ In 100 words: not written yet.")
    person.press("Draft the empty ones from the parts")
    assert person.sees("✓ In 100 words: 5 words.")
    person.press("Copy the 250 words")
    assert QApplication.clipboard().text() == "Five months at home. Back."
    person.type_in("case_studies[s].words_100", "word " * 103)
    person.leave()
    assert person.sees("● In 100 words: 103 words, 3 too many.")


@pytest.mark.requirement(95)
def test_the_eleven_areas_are_helped_and_added_up(person: Person, desk: Desk) -> None:
    person.press("How we are run")
    person.press("Go deeper: How well do we run?")
    person.press("Start from the eleven areas")
    assert person.sees("○ Nothing is marked yet.")
    assert person.sees("Trustees know their duties, are open about interests")
    first, second = desk.bid.self_assessment[:2]
    desk.document.set(parse_ref(Bid, f"self_assessment[{first.id}].rating"), 2)
    desk.document.set(parse_ref(Bid, f"self_assessment[{second.id}].rating"), 0)
    assert person.sees("▲ On the way: 2 of 4 for the 2 areas marked; 9 are open.")
    assert person.sees("Not yet: Planning.")
    person.press("Add five skills of bidding")
    assert person.sees("▲ On the way: 2 of 4 for the 2 areas marked; 9 are open.")


def test_usual_policies_and_insurances_are_offered(person: Person, desk: Desk) -> None:
    person.press("What we hold")
    person.press("Start from the usual policies")
    assert [one.title for one in desk.bid.policies][:2] == [
        "Safeguarding children",
        "Safeguarding adults",
    ]
    person.press("Start from the usual kinds")
    assert desk.bid.insurances[0].kind == "employers"


def test_a_known_mark_is_added_with_who_gives_it(person: Person, desk: Desk) -> None:
    person.press("What we hold")
    person.press("Go deeper: Quality marks")
    button = person.window.findChild(KnownMarks)
    assert isinstance(button, KnownMarks)
    menu = button.menu()
    menu.aboutToShow.emit()
    assert "Trusted Charity · Level 1" in [one.text() for one in menu.actions()]
    menu.actions()[0].trigger()
    (mark,) = desk.bid.quality_marks
    assert (mark.title, mark.level, mark.body) == (
        "Trusted Charity",
        "Level 1",
        "The Growth Company",
    )


def test_a_small_grant_meets_no_share_code(desk: Desk, put: Put) -> None:
    about = desk.bid.about.model_copy(update={"route": "small_grant"})
    desk.document.take_in(desk.bid.model_copy(update={"about": about}))
    assert not put(OrganisationPage(desk)).sees("Central digital platform")
    every = about.model_copy(update={"all_stages": True})
    desk.document.take_in(desk.bid.model_copy(update={"about": every}))
    assert put(OrganisationPage(desk)).sees("Central digital platform")
