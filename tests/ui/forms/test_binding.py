"""A field shows what stands in the bid and writes what is typed, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import ref
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard, card_of_bid
from tests.drivers import Person
from tests.ui.conftest import Put
from tests.ui.forms.samples import BUYER, MORE
from tests.ui.paper import PaperSession

NAME = ref(Bid, lambda b: b.opportunity.buyer.name)
VALUE = ref(Bid, lambda b: b.opportunity.value)


@pytest.fixture
def person(desk: Desk, put: Put) -> Person:
    """Somebody in front of two cards."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(card_of_bid(desk, BUYER))
    column.addWidget(card_of_bid(desk, MORE))
    return put(window)


def test_what_is_typed_is_in_the_bid(person: Person, paper: PaperSession) -> None:
    person.type_in("opportunity.buyer.name", "Northshire")
    person.type_in("opportunity.value", "184200")
    person.type_in("opportunity.period.starts_on", "1/4/27")
    person.type_in("opportunity.cpv", "85000000, 80000000")
    person.choose("opportunity.sme_friendly", "We do not know")
    person.choose("opportunity.funding", "Contract")
    person.press("Deadline confirmed")
    opportunity = paper.document.bid.opportunity
    assert opportunity.buyer.name == "Northshire"
    assert opportunity.value == Decimal(184200)
    assert opportunity.period.starts_on == date(2027, 4, 1)
    assert opportunity.cpv == ("80000000", "85000000")
    assert opportunity.sme_friendly == "unknown"
    assert opportunity.funding == "contract"
    assert opportunity.deadline_confirmed


def test_what_is_written_elsewhere_is_shown(person: Person, paper: PaperSession) -> None:
    paper.document.set(NAME, "Southshire")
    paper.document.set(VALUE, Decimal("12.5"))
    assert person.read("opportunity.buyer.name") == "Southshire"
    assert person.read("opportunity.value") == "£12.50"


def test_leaving_a_field_tidies_and_tells_the_session(person: Person, paper: PaperSession) -> None:
    person.type_in("opportunity.value", "184200")
    assert person.read("opportunity.value") == "184200"
    person.leave()
    assert person.read("opportunity.value") == "£184,200"
    assert paper.left == ["opportunity.value"]


def test_passing_through_a_field_changes_nothing(person: Person, paper: PaperSession) -> None:
    before = paper.document.bid
    for _ in range(30):
        person.keys("Tab")
    assert paper.document.bid is before
    assert not paper.left


def test_text_that_is_no_value_stays_and_is_explained(person: Person, paper: PaperSession) -> None:
    person.type_in("opportunity.value", "12 apples")
    person.leave()
    assert person.read("opportunity.value") == "12 apples"
    assert person.sees("This is not an amount of money. Type it like £184,200.")
    assert paper.document.bid.opportunity.value == Decimal(12)
    assert paper.typed["opportunity.value"] == "12 apples"
    person.type_in("opportunity.value", "12")
    assert not person.sees("This is not an amount of money")


def test_undo_belongs_to_the_document(person: Person, paper: PaperSession) -> None:
    person.type_in("opportunity.buyer.name", "North")
    person.leave()
    person.type_in("opportunity.buyer.name", "South")
    person.keys("Ctrl+Z")
    assert person.read("opportunity.buyer.name") == "South"
    paper.document.undo()
    assert person.read("opportunity.buyer.name") == "North"
    assert paper.document.redo_label == "Name"


def test_undo_of_another_field_keeps_unread_text(person: Person, paper: PaperSession) -> None:
    person.type_in("opportunity.buyer.name", "North")
    person.leave()
    person.type_in("opportunity.value", "a lot")
    person.leave()
    paper.document.undo()
    assert person.read("opportunity.value") == "a lot"


def test_findings_stand_under_their_field(person: Person, paper: PaperSession) -> None:
    finding = Finding("buyer", "opportunity", Level.MUST, NAME, "The buyer has no name.")
    paper.lay_down(finding)
    assert person.sees("● The buyer has no name.")
    field = person.field("opportunity.buyer.name")
    assert "must fix: The buyer has no name." in field.accessibleDescription()
    paper.lay_down()
    assert not person.sees("● The buyer has no name.")


def test_fields_are_named_for_those_who_cannot_see_them(person: Person) -> None:
    field = person.field("opportunity.buyer.contact_name")
    assert field.accessibleName() == "Contact"
    assert "personal" in field.accessibleDescription()
    assert "Whom to ask." in field.accessibleDescription()
    assert person.sees("they ask for this")


def test_a_field_shows_when_it_counts(person: Person) -> None:
    assert not person.sees_field("opportunity.grant_maximum")
    person.choose("opportunity.funding", "Grant")
    assert person.sees_field("opportunity.grant_maximum")
    person.choose("opportunity.funding", "Grant")
    assert person.read("opportunity.funding") == ""
    assert not person.sees_field("opportunity.grant_maximum")


def test_unread_text_is_there_when_its_card_is_built_anew(
    person: Person, desk: Desk, put: Put
) -> None:
    person.type_in("opportunity.value", "a lot")
    person.window.hide()
    other = put(card_of_bid(desk, BUYER))
    assert other.read("opportunity.value") == "a lot"
    assert other.sees("This is not an amount of money")


def test_a_card_narrows_to_one_column(desk: Desk, put: Put, qtbot: QtBot) -> None:
    card: FormCard[Bid] = card_of_bid(desk, BUYER)
    person = put(card)

    def top(address: str) -> int:
        field = person.field(address)
        return field.mapTo(card, field.rect().center()).y()

    assert abs(top("opportunity.value") - top("opportunity.period.starts_on")) < 10
    card.resize(400, 900)
    qtbot.waitUntil(lambda: top("opportunity.value") < top("opportunity.period.starts_on") - 10)
