"""What answers insert by name is drawn from the bid, printed where it stands, and can be copied."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.prose import Prose, read_prose, write_prose
from bidkit.domain.prose.linked import LINKED, READS, Linked, every_linked, linked
from bidkit.export import tree
from bidkit.export.compose import Options, compose
from bidkit.export.compose.inserted import as_prose, chart_block, rows_in_words, table_block
from bidkit.rules.subjects.insertions import inserted_in
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
OPTIONS = Options(today=TODAY)
HARBOUR = load_example("harbour", TODAY)


def block(bid: Bid, one: Linked) -> tree.Block | None:
    made = chart_block if one.kind == "chart" else table_block
    return made(bid, one.name, OPTIONS)


@pytest.mark.parametrize("one", LINKED, ids=lambda one: f"{one.kind}-{one.name}")
def test_each_name_is_drawn_from_a_bid_that_has_it(one: Linked) -> None:
    assert one.shows(HARBOUR)
    assert block(HARBOUR, one) is not None
    assert not one.shows(EMPTY)
    assert block(EMPTY, one) is None


def test_what_is_read_to_see_whether_it_shows_is_named() -> None:
    bare = HARBOUR.model_copy(update={name: getattr(EMPTY, name) for name in READS})
    assert not any(one.shows(bare) for one in every_linked(bare))


def test_the_results_of_each_measured_outcome_can_be_inserted() -> None:
    single = [one for one in every_linked(HARBOUR) if one.name.startswith("result:")]
    assert single
    assert all(block(HARBOUR, one) is not None for one in single)
    assert linked(HARBOUR, "chart", "result:gone") is None


def with_text(text: str) -> Bid:
    first = HARBOUR.answers[0].model_copy(update={"text": text})
    return HARBOUR.model_copy(update={"answers": (first, *HARBOUR.answers[1:])})


def blocks_under(block: object) -> list[object]:
    inside: list[object] = [block]
    for child in getattr(block, "blocks", ()):
        inside += blocks_under(child)
    return inside


def test_the_document_prints_it_where_it_stands() -> None:
    bid = with_text("Before.\n\n![chart](chart:mobilisation)\n\n![table](table:milestones)")
    document = compose(bid, Options(today=TODAY, parts=frozenset({"answers"})))
    every = [one for top in document.blocks for one in blocks_under(top)]
    charts = [one for one in every if isinstance(one, tree.Chart)]
    assert any("Getting ready" in one.picture.alt for one in charts)
    tables = [one for one in every if isinstance(one, tree.Table)]
    assert any(rows_in_words(one)[0] == ("What stands", "By", "Who") for one in tables)


def test_a_table_can_be_copied_in_as_words_that_are_counted() -> None:
    made = table_block(HARBOUR, "milestones", OPTIONS)
    assert isinstance(made, tree.Table)
    copied = as_prose(made)
    text = write_prose(Prose((copied,)))
    assert read_prose(text).blocks == (copied,)
    assert HARBOUR.milestones[0].title in text
    assert not inserted_in(text)
