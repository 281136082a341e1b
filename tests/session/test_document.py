from decimal import Decimal

import pytest

from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.evidence import Activity, Need, Output
from bidkit.domain.questionnaire import Response, ResponseRow
from bidkit.domain.refs import ref
from bidkit.session.document import Changed, ChangedSinceError, Document

TITLE = ref(Bid, lambda bid: bid.about.title)
BUYER = ref(Bid, lambda bid: bid.opportunity.buyer.name)
LINES = ref(Bid, lambda bid: bid.cost_lines)
AMOUNT = ref(CostLine, lambda line: line.amount)


def test_typing_in_one_field_is_one_step_until_sealed() -> None:
    document = Document(EMPTY)
    for text in ("H", "Hu", "Hub"):
        document.set(TITLE, text)
    document.seal()
    document.set(TITLE, "Hubs")
    document.undo()
    assert document.get(TITLE) == "Hub"
    document.undo()
    assert document.get(TITLE) == ""
    document.redo()
    document.redo()
    assert document.get(TITLE) == "Hubs"


def test_a_change_elsewhere_starts_a_new_step() -> None:
    document = Document(EMPTY)
    document.set(TITLE, "Hubs")
    document.set(BUYER, "Northshire")
    document.undo()
    assert (document.get(TITLE), document.get(BUYER)) == ("Hubs", "")


def test_undo_keeps_what_others_wrote_elsewhere() -> None:
    document = Document(EMPTY)
    document.set(TITLE, "Hubs")
    document.take_in(BUYER.set(document.bid, "Northshire"))
    document.undo()
    assert (document.get(TITLE), document.get(BUYER)) == ("", "Northshire")


def test_undo_asks_where_others_wrote_since() -> None:
    document = Document(EMPTY)
    document.set(TITLE, "Hubs")
    document.take_in(TITLE.set(document.bid, "Wellbeing hubs"))
    with pytest.raises(ChangedSinceError) as refused:
        document.undo()
    assert refused.value.addresses == ("about.title",)
    assert document.get(TITLE) == "Wellbeing hubs"
    document.undo(force=True)
    assert document.get(TITLE) == ""


def test_removing_a_thing_takes_what_belongs_to_it_and_undo_brings_all_back() -> None:
    document = Document(EMPTY)
    need = document.add(ref(Bid, lambda bid: bid.needs), Need(id=new_id(), text="Isolation"))
    activity = document.add(
        ref(Bid, lambda bid: bid.activities), Activity(id=new_id(), parent=need.identity)
    )
    document.add(ref(Bid, lambda bid: bid.outputs), Output(id=new_id(), parent=activity.identity))
    whole = document.bid
    document.remove(need)
    assert not document.bid.needs
    assert not document.bid.activities
    assert not document.bid.outputs
    document.undo()
    assert document.bid == whole


def test_things_move_among_their_siblings() -> None:
    document = Document(EMPTY)
    places = [
        document.add(LINES, CostLine(id=new_id(), title=title)) for title in ("a", "b", "c", "d")
    ]
    document.move(places[3], -2)
    assert [line.title for line in document.bid.cost_lines] == ["a", "d", "b", "c"]
    document.move(places[0], 9)
    assert [line.title for line in document.bid.cost_lines] == ["d", "b", "c", "a"]
    document.undo()
    document.undo()
    assert [line.title for line in document.bid.cost_lines] == ["a", "b", "c", "d"]


def test_listeners_learn_what_differs_and_from_whom() -> None:
    document = Document(EMPTY)
    heard: list[Changed] = []
    stop = document.changed.connect(heard.append)
    line = document.add(LINES, CostLine(id=new_id()), origin="costs page")
    document.set(line.then(AMOUNT), Decimal("12.50"), origin="costs page")
    document.set(line.then(AMOUNT), Decimal("12.50"), origin="costs page")
    stop()
    document.set(TITLE, "unheard")
    assert [change.origin for change in heard] == ["costs page", "costs page"]
    assert heard[1].edits[0].address == f"cost_lines[{line.identity}].amount"
    assert heard[1].edits[0].new == '"12.50"'


def test_a_promised_thing_is_made_when_something_is_written_in_it() -> None:
    document = Document(EMPTY)
    place = document.promise(LINES, CostLine(id="line-1"))
    assert document.get(place.then(AMOUNT)) is None
    assert document.bid is EMPTY
    document.set(place.then(AMOUNT), None)
    assert document.bid is EMPTY
    document.set(place.then(AMOUNT), Decimal(7))
    assert [line.amount for line in document.bid.cost_lines] == [Decimal(7)]
    document.undo()
    assert document.bid == EMPTY


def test_what_is_added_to_a_promised_thing_makes_it_in_the_same_step() -> None:
    document = Document(EMPTY)
    responses, rows = ref(Bid, lambda bid: bid.responses), ref(Bid, lambda bid: bid.response_rows)
    document.promise(responses, Response(id="r", parent="q"))
    document.add(rows, ResponseRow(id="w", parent="r"))
    assert [one.id for one in document.bid.responses] == ["r"]
    document.undo()
    assert not document.bid.responses
    assert not document.bid.response_rows
