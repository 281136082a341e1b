"""Trustees get one page, whatever the bid holds, with what they need to decide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.base import Reader
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.decision import Gate, RedFlag
from bidkit.domain.edits import with_fields
from bidkit.domain.offer import Risk
from bidkit.export.compose.briefing import briefing
from bidkit.export.compose.options import Options
from bidkit.export.compose.product_sheet import product_sheet
from bidkit.export.compose.room import ROOMS
from bidkit.export.one_page import on_one_page
from bidkit.export.pdf.counting import page_count
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
FOR_US = Options(today=TODAY, reader=Reader.US)
HARBOUR = load_example("harbour", TODAY)
LONG = "Ynys Môn a’r cyffiniau: people who come in from the cold. " * 300


@pytest.mark.requirement(127)
def test_trustees_are_told_what_it_takes_and_what_it_means() -> None:
    printed = repr(briefing(HARBOUR, FOR_US))
    for said in (
        "£561,000",
        "£8,396.20",
        "96 needed, 118 at hand",
        "30% a year",
        "3.5 months",
        "Posts are not filled in time",
        "11 of 11 gates are answered with yes.",
        "Nobody has said who carries which risk.",
        "32 of 46",
        "Bid with partners.",
        "Trustees",
    ):
        assert said in printed, said


@pytest.mark.requirement(127)
@pytest.mark.parametrize("name", ["harbour", "small-grant"])
def test_it_is_one_page(name: str) -> None:
    bid = load_example(name, TODAY)
    assert page_count(on_one_page(lambda room: briefing(bid, FOR_US, room))) == 1


def endless() -> Bid:
    """Return a bid with far more words than a page holds."""
    fields = {
        "opportunity.title": "A contract of the Combined Authority",
        "opportunity.summary": LONG,
        "decision.mission_fit": LONG,
        "decision.independence": LONG,
        "decision.reason": LONG,
        "decision.chance_band": "low",
        "decision.chance_reasons": LONG,
        "decision.dependency_note": LONG,
        "organisation.name": "Harbour Mind",
        "organisation.mission": LONG,
        "organisation.what_we_do": LONG,
        "organisation.beneficiaries": LONG,
        "organisation.quality_systems": LONG,
        "gates": tuple(
            Gate(id=f"g{n}", question="Is it so?", answer="no", reason=LONG) for n in range(30)
        ),
        "red_flags": tuple(
            RedFlag(id=f"f{n}", text="It is short", found="yes", note=LONG) for n in range(30)
        ),
        "risks": tuple(
            Risk(id=f"r{n}", title="Late", likelihood=3, impact=3, control=LONG) for n in range(30)
        ),
    }
    bid: Bid = with_fields(EMPTY, fields)
    return bid


@pytest.mark.requirement(14, 127)
def test_endless_words_still_fit_on_one_page_each() -> None:
    bid = endless()
    buyer = Options(today=TODAY)
    assert page_count(on_one_page(lambda room: briefing(bid, FOR_US, room))) == 1
    assert page_count(on_one_page(lambda room: product_sheet(bid, buyer, room))) == 1
    assert " …" in repr(briefing(bid, FOR_US, ROOMS[3]))


def test_a_no_comes_before_a_yes_and_what_stops_before_all() -> None:
    gates = (
        Gate(id="a", question="First?", answer="yes"),
        Gate(id="b", question="Second?", answer="no"),
        Gate(id="c", question="Third?", answer="no", stops=True),
    )
    printed = repr(briefing(with_fields(EMPTY, {"gates": gates}), FOR_US, ROOMS[2]))
    assert printed.index("Third?") < printed.index("Second?")
    assert "First?" not in printed
    assert "1 of 3 gates are answered with yes." in printed


def test_nothing_decided_leaves_a_line_to_sign() -> None:
    assert "To be decided on: ____" in repr(briefing(EMPTY, FOR_US))


def test_the_expected_value_needs_a_typed_percentage() -> None:
    assert "Expected value" not in repr(briefing(HARBOUR, FOR_US))
    typed = with_fields(HARBOUR, {"decision.win_chance": Decimal(40)})
    printed = repr(briefing(typed, FOR_US))
    assert "Expected value" in printed
    assert "fair, 40%" in printed


def test_a_grant_is_told_in_the_words_of_a_fund() -> None:
    printed = repr(briefing(load_example("small-grant", TODAY), FOR_US))
    for said in ("Should we apply?", "Funder", "We ask for", "Left over"):
        assert said in printed
    for unsaid in ("Should we bid?", "'Buyer'", "'Price'", "'Margin'"):
        assert unsaid not in printed
