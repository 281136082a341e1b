"""What it is worth leaves with its assumptions, its range and its sources, where it is wanted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import BusinessCase
from bidkit.domain.value import ReturnLine, SocialClause, SocialReturn
from bidkit.export import tree
from bidkit.export.compose import Options, compose
from bidkit.export.compose.inserted import rows_in_words
from bidkit.export.compose.worth import business_case_table, clauses, return_table
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
BUYER = Options(today=TODAY)
T_SROI = ReturnLine(
    id="r",
    title="Crisis avoided",
    quantity=Decimal(100),
    proxy=Decimal(1500),
    measure="Board paper",
    deadweight=Decimal(20),
    displacement=Decimal(5),
    attribution=Decimal(25),
    drop_off=Decimal(10),
    years=3,
)


def rows(blocks: tree.Blocks) -> tuple[tuple[str, ...], ...]:
    (table,) = blocks
    assert isinstance(table, tree.Table)
    return rows_in_words(table)


def test_a_return_prints_its_lines_its_ratio_and_its_range() -> None:
    bid = Bid(
        return_lines=(T_SROI, ReturnLine(id="s", title="Not counted yet")),
        social_return=SocialReturn(inputs=Decimal(60000), discount_rate=Decimal("3.5")),
    )
    _, line, worth, inputs, ratio, span = rows(return_table(bid, BUYER))
    assert line[:3] == ("Crisis avoided", "100", "£1,500")
    assert line[3] == "anyway 20%, moved 5%, others 25%, wears off 10%"
    assert line[4:] == ("Board paper", "£216,906.39")
    assert worth == ("Worth today, at 3.5% a year", "", "", "", "", "£216,906.39")
    assert inputs[-1] == "£60,000"
    assert ratio[-1] == "3.62 : 1"
    assert span[-1] == "2.71 : 1 to 4.82 : 1"
    assert return_table(Bid(), BUYER) == ()


def test_without_a_rate_of_its_own_the_dated_one_counts() -> None:
    bid = Bid(return_lines=(T_SROI,), social_return=SocialReturn(inputs=Decimal(60000)))
    assert rows(return_table(bid, BUYER))[2][0] == "Worth today, at 3.5% a year"


@pytest.mark.requirement(148)
def test_the_business_case_says_from_how_many_it_pays_for_itself() -> None:
    case = BusinessCase(
        programme_cost=Decimal(24000),
        avoided_per_case=Decimal(60000),
        case_name="year in care",
        personal_cost="Childhoods away from home.",
        cohesion="Families know each other.",
    )
    told = {row[0]: row[1] for row in rows(business_case_table(Bid(business_case=case)))}
    assert told["It pays for itself if"] == (
        "£24,000 pays for itself if it prevents 0.4 × year in care, at £60,000 each."
    )
    assert told["One year in care costs"] == "£60,000"
    assert told["Neighbours and belonging"] == "Families know each other."
    assert "Wellbeing" not in told
    assert business_case_table(Bid()) == ()


@pytest.mark.requirement(166)
def test_only_clauses_we_propose_are_printed() -> None:
    kept = SocialClause(id="k", title="Jobs", text="The provider will advertise.", include="yes")
    idea = kept.model_copy(update={"id": "i", "text": "Only an idea", "include": ""})
    printed = repr(clauses(Bid(social_clauses=(kept, idea))))
    assert "The provider will advertise." in printed
    assert "Only an idea" not in printed
    assert clauses(Bid(social_clauses=(idea,))) == ()


def test_our_copy_holds_it_all_and_the_buyer_s_only_what_an_answer_inserts() -> None:
    bid = load_example("harbour", TODAY)
    ours = repr(compose(bid, replace(BUYER, reader=Reader.US)))
    for words in ("For each £1 put in", "It pays for itself if", "Values and their sources"):
        assert words in ours
    assert "For each £1 put in" not in repr(compose(bid, BUYER))
    first = bid.answers[0].model_copy(update={"text": "Before.\n\n![table](table:return)"})
    inserting = bid.model_copy(update={"answers": (first, *bid.answers[1:])})
    assert "For each £1 put in" in repr(compose(inserting, BUYER))
