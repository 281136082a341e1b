"""A body without accounts shows its standing by a forecast and a letter from its bank."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear
from bidkit.domain.refs import ref
from bidkit.figures.standing import Grade, Status
from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.standing import standing_here
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification import PAGE
from tests.rules.making import TODAY, made
from tests.ui.conftest import Put

FORECAST = "organisation.cash_forecast"
LETTER = "organisation.bank_letter"


@pytest.mark.parametrize(
    ("forecast", "letter", "status", "grade"),
    [
        ("yes", "yes", Status.PASS, Grade.LOW),
        ("yes", "no", Status.AT_RISK, Grade.MEDIUM),
        ("no", "no", Status.FAIL, Grade.HIGH),
        ("yes", "", Status.UNKNOWN, Grade.UNKNOWN),
    ],
)
def test_what_stands_in_place_of_accounts_is_graded(
    forecast: str, letter: str, status: Status, grade: Grade
) -> None:
    bid = made(organisation__cash_forecast=forecast, organisation__bank_letter=letter)
    standing = standing_here(bid, shipped(), TODAY)
    assert standing.instead is not None
    assert (standing.instead.status, standing.grade) == (status, grade)
    known = bid.model_copy(update={"accounts": (AccountsYear(id="y1"),)})
    assert standing_here(known, shipped(), TODAY).instead is None


def test_it_is_asked_only_where_there_are_no_accounts(desk: Desk, put: Put) -> None:
    page = PAGE(desk)
    person = put(page)
    person.press("Go deeper: Our accounts as buyers test them")
    assert person.sees("Answer both: a new body can show its standing without accounts.")
    person.choose(FORECAST, "Yes")
    person.choose(LETTER, "No")
    assert person.sees("▲ One of the two is there: get the other before you bid.")
    person.choose(LETTER, "Yes")
    assert person.sees("✓ Both are there: they can stand in place of accounts.")
    assert (desk.bid.organisation.cash_forecast, desk.bid.organisation.bank_letter) == (
        "yes",
        "yes",
    )
    desk.document.add(ref(Bid, lambda b: b.accounts), AccountsYear(id="y1"))
    assert not person.sees("Both are there")


def test_a_finding_can_lead_there(desk: Desk, put: Put) -> None:
    page = PAGE(desk)
    person = put(page)
    page.show_place(ref(Bid, lambda b: b.organisation.bank_letter))
    assert person.sees_field(LETTER)
