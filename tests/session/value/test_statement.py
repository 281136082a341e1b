from datetime import date

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.value import FullValue, ValueItem
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.value.statement import claimed, draft_statement, put_draft

TODAY = date(2026, 11, 21)


def test_a_statement_is_drafted_in_the_order_a_panel_reads_it() -> None:
    words = draft_statement(load_example("harbour", TODAY))
    order = [
        "What the contract is for.",
        "What others gain from it.",
        "What people who use it say.",
        "What others say.",
        "Who gains in money.",
        "In the price:",
        "Offered on top:",
        "Not claimed:",
    ]
    places = [words.index(opening) for opening in order]
    assert places == sorted(places)
    assert "Adults in distress: 71% better after six months" in words


def test_costs_payers_and_what_is_only_listed_stay_out_of_the_draft() -> None:
    bid = load_example("harbour", TODAY)
    words = draft_statement(bid)
    assert "1,800" not in words
    assert "Donations" not in words
    assert "Nine of eleven staff" not in words


def test_nothing_claimed_gives_no_draft() -> None:
    item = ValueItem(id="v", quadrant="primary outcomes", statement="People sleep better")
    document = Document(Bid(value_items=(item,)))
    assert not claimed(item)
    assert not put_draft(document)
    assert document.undo_label == ""


@pytest.mark.requirement(101)
@pytest.mark.requirement(205)
def test_what_is_said_of_all_charities_is_never_claimed() -> None:
    bid = load_example("harbour", TODAY)
    item = bid.value_items[0]
    assert claimed(item)
    wide = item.model_copy(update={"statement": "Charities can reach 71% of people others cannot"})
    assert not claimed(wide)
    made = bid.model_copy(update={"value_items": (wide, *bid.value_items[1:])})
    assert "Charities can" not in draft_statement(made)


@pytest.mark.requirement(111)
def test_a_light_statement_takes_the_two_of_each_cell_that_matter_most() -> None:
    bid = load_example("harbour", TODAY)
    strong = bid.value_items[0]
    items = tuple(
        strong.model_copy(update={"id": name, "statement": name, "interest": interest})
        for name, interest in (("Alpha", 2), ("Beta", 2), ("Gamma", 3))
    )

    def drafted(*, light: bool) -> list[str]:
        value = bid.full_value.model_copy(update={"light": light})
        words = draft_statement(bid.model_copy(update={"value_items": items, "full_value": value}))
        return [name for name in ("Alpha", "Beta", "Gamma") if name in words]

    assert drafted(light=True) == ["Alpha", "Gamma"]
    assert drafted(light=False) == ["Alpha", "Beta", "Gamma"]


def test_a_draft_is_one_step_that_undo_takes_back() -> None:
    bid = load_example("harbour", TODAY)
    document = Document(bid.model_copy(update={"full_value": FullValue(statement="Ours")}))
    assert put_draft(document)
    assert document.bid.full_value.statement.startswith("What the contract is for.")
    document.undo()
    assert document.bid.full_value.statement == "Ours"
