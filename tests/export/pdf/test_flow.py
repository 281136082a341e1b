"""Pages: headings stay with their text, lines in twos, tables under their headers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.boxes import Beside, RuleBox, Stack, TextBox
from bidkit.export.pdf.builder import Builder
from bidkit.export.pdf.flow import Flow, Piece, place_all, stacked_height
from bidkit.export.pdf.fonts import FontLibrary
from bidkit.export.pdf.setting import Typesetter
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.style import look_of
from bidkit.export.tree import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    KeyFacts,
    PageBreak,
    Row,
    Section,
    Table,
    paragraph,
    row,
    text,
)
from tests.export.pdf.reading import Reading
from tests.export.pdf.sample import prose, sample


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    document = Document("x")
    return Typesetter(look_of(document.style), FontLibrary())


def rule(height: float, *, keep: bool = False, before: float = 0.0, after: float = 0.0) -> Piece:
    return Piece(RuleBox(100.0, "line", height), before, after, keep=keep)


def test_the_larger_of_two_spaces_counts_and_none_at_the_top() -> None:
    pieces = [rule(10, before=30, after=8), rule(10, before=20, after=4), rule(10, before=2)]
    assert stacked_height(pieces) == 10 + 20 + 10 + 4 + 10
    assert [placed.down for placed in place_all(pieces)] == [0, 30, 44]


def test_what_must_stay_together_goes_over_together() -> None:
    flow = Flow([rule(60), rule(20, keep=True), rule(10, keep=True), rule(30)])
    assert len(flow.fill(100)) == 1
    assert [placed.down for placed in flow.fill(100)] == [0, 20, 30]
    assert not flow


def test_a_chain_longer_than_a_page_still_ends() -> None:
    flow = Flow([rule(20, keep=True) for _ in range(50)])
    pages = 0
    while flow:
        assert flow.fill(100)
        pages += 1
    assert pages <= 13


def test_something_taller_than_the_page_is_placed_alone() -> None:
    flow = Flow([rule(10), rule(500), rule(10)])
    assert [len(flow.fill(100)) for _ in range(3)] == [1, 1, 1]


def test_no_page_is_begun_for_one_line_that_the_margin_can_take() -> None:
    flow = Flow([rule(80), rule(30), Piece(RuleBox(1, "line", 10), new_page=True)])
    assert [len(flow.fill(100, spare=12)), len(flow.fill(100, spare=12))] == [2, 1]
    flow = Flow([rule(80), rule(33)])
    assert len(flow.fill(100, spare=12)) == 1
    flow = Flow([rule(80), rule(30), rule(30)])
    assert len(flow.fill(100, spare=12)) == 1


def test_a_sentence_that_leads_to_a_list_stays_with_it(setter: Typesetter) -> None:
    builder = Builder(setter, "en-GB")
    leading, plain = builder.document(Document("", (paragraph("We will:"), paragraph("Done."))))
    assert (leading.keep, plain.keep) == (True, False)


def test_a_new_page_is_begun_where_it_is_asked() -> None:
    pieces = [rule(10), Piece(RuleBox(1, "line", 10), new_page=True)]
    flow = Flow(pieces)
    assert [len(flow.fill(100)), len(flow.fill(100))] == [1, 1]


def test_paragraphs_leave_and_take_two_lines_at_least(setter: Typesetter) -> None:
    box = setter.text(prose(0, 4), setter.look.body, 300, None)
    count = len(box.lines)
    for room in range(0, int(box.height), 4):
        parts = box.split(room)
        if parts is None:
            assert room < box.leading * 2
            continue
        first, second = parts
        assert isinstance(first, TextBox)
        assert isinstance(second, TextBox)
        assert len(first.lines) >= 2
        assert len(second.lines) >= 2
        assert len(first.lines) + len(second.lines) == count
        assert first.height <= room + 0.01


def test_stacks_and_columns_divide_without_loss(setter: Typesetter) -> None:
    def body(at: int) -> Stack:
        style = setter.look.body
        boxes = [setter.text(prose(at + each, 3), style, 180, None) for each in range(3)]
        return Stack([Piece(box, after=8) for box in boxes], 180)

    beside = Beside(((0.0, body(0)), (200.0, body(4))))
    parts = beside.split(beside.height / 2)
    assert parts is not None
    assert parts[0].height <= beside.height / 2 + 0.01
    assert parts[0].height + parts[1].height >= beside.height - 0.01


def test_no_heading_is_the_last_thing_on_a_page() -> None:
    blocks: list[Block] = []
    for at in range(60):
        blocks.append(Heading(text(f"Heading {at}")))
        blocks.append(paragraph(prose(at, 2 + at % 5)))
    reading = Reading(write_pdf(Document("x", (Section("One", tuple(blocks)),))))
    owners = [page.marks for page in reading.pages]
    for marks in owners[:-1]:
        assert not marks[max(marks)].startswith("Heading")


def test_a_heading_stays_with_the_facts_under_it() -> None:
    facts = tuple(Fact(f"Kind {at}", text("Our own records")) for at in range(7))
    blocks: list[Block] = []
    for at in range(20):
        blocks += [
            Heading(text(f"Heading {at}")),
            KeyFacts(facts),
            paragraph(prose(at, 1 + at % 4)),
        ]
    reading = Reading(write_pdf(Document("x", (Section("One", tuple(blocks)),))))
    for page in reading.pages[:-1]:
        assert not page.marks[max(page.marks)].startswith("Heading")


def test_text_keeps_inside_the_margins() -> None:
    reading = Reading(write_pdf(sample(1)))
    for page in reading.pages[1:]:
        assert all(87 < x < 516 and 35 < y < 800 for x, y in page.starts)


def test_a_page_break_begins_a_page_once() -> None:
    blocks = (paragraph("one"), PageBreak(), PageBreak(), paragraph("two"), PageBreak())
    reading = Reading(write_pdf(Document("x", blocks)))
    assert len(reading.pages) == 2


def test_rows_stay_whole_and_a_total_is_not_left_alone() -> None:
    rows = [row(f"Line {at}", f"£{at}") for at in range(27)]
    table = Table((Column(), Column(align="right")), (*rows, row("Total", "£351", total=True)))
    for before in range(6):
        blocks: tuple[Block, ...] = (*(paragraph("x") for _ in range(before)), table)
        reading = Reading(write_pdf(Document("", blocks)))
        for page in reading.pages:
            words = [each.strip() for each in page.marks.values()]
            if "Total" in words:
                assert any(each.startswith("Line") for each in words)


def test_a_spanning_cell_goes_on_with_its_rows() -> None:
    spanning = Cell((paragraph("Both"),), row_span=40, heading=True)
    rows = (Row((spanning, *row("1").cells)), *(row(f"{at}") for at in range(2, 41)))
    reading = Reading(
        write_pdf(Document("", (Table((Column(), Column()), rows, (row("a", "b"),)),)))
    )
    assert reading.faults == []
    assert len(reading.pages) == 2
    assert reading.text.count("Both") == 1
    assert [f"{at}" in reading.text for at in range(1, 41)] == [True] * 40


def test_columns_take_what_they_are_given_and_words_stay_whole() -> None:
    table = Table(
        (Column(0.05), Column(0.95)),
        (row("Safeguarding", "x"),),
        (row("Impact", "What we do about it"),),
    )
    reading = Reading(write_pdf(Document("", (table,))))
    marks = [mark for page in reading.pages for mark in page.marks.values()]
    assert "Safeguarding" in marks
    assert "Impact" in marks


def test_the_builder_lists_what_contents_and_bookmarks_name(setter: Typesetter) -> None:
    builder = Builder(setter, "en-GB")
    builder.document(sample(1))
    levels = [entry.level for entry in builder.entries]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert isinstance(builder.root, Node)
    assert {entry.title for entry in builder.entries} >= {"Summary", "Who we are", "Price"}
