"""Awkward questionnaires are read as people read them, and hostile ones do no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.questionnaire import Question
from bidkit.errors import BidKitError, ForeignFileError
from bidkit.importers import questions_docx, questions_xlsx
from bidkit.importers.base import take
from bidkit.importers.questionnaire.limits import limit_in
from bidkit.importers.word_numbers import in_form
from tests.importers import awkward

Found = list[tuple[str, str, int | None]]


def read(fill: Callable[[Any], None]) -> Bid:
    """Read a Word document that was filled in."""
    return take(EMPTY, questions_docx.read(awkward.saved(fill), "Form", stage="qualification"))


def told(questions: tuple[Question, ...]) -> Found:
    """Return number, kind and limit of each."""
    return [(one.number, one.kind, one.limit.most) for one in questions]


def test_numbers_of_words_own_lists_are_worked_out() -> None:
    bid = read(awkward.numbered_by_word)
    assert told(bid.questions) == [
        ("4", "prose", 500),
        ("5", "yes_no", None),
        ("5(a)", "yes_no", None),
    ]
    assert [one.number for one in bid.parts] == ["(a)", "(b)"]


def test_merged_cells_make_sections_and_do_not_double_questions() -> None:
    bid = read(awkward.merged_cells)
    assert [(one.number, one.title) for one in bid.sections] == [("B", "Quality"), ("C", "People")]
    assert told(bid.questions) == [
        ("1.1", "prose", 400),
        ("", "prose", None),
        ("2.1", "prose", 200),
        ("2.2", "yes_no", None),
    ]


def test_a_frame_holds_questions_and_the_table_in_it_is_to_be_filled() -> None:
    listed, well = read(awkward.frames_in_frames).questions
    assert (listed.number, listed.kind) == ("6.1", "table")
    assert [column.title for column in listed.columns] == ["Customer", "Value", "Dates"]
    assert (well.number, well.limit.most) == ("6.2", 250)


def test_a_form_of_two_columns_with_words_where_the_reply_goes() -> None:
    bid = read(awkward.two_columns)
    assert told(bid.questions) == [
        ("1.1(a)", "text", None),
        ("1.1(b)", "address", None),
        ("1.1(c)", "date", None),
        ("1.1(d)", "yes_no", None),
        ("1.1(e)", "money", None),
    ]
    assert "Tick one box only" in bid.questions[3].text


def test_welsh_is_read_as_english_is() -> None:
    bid = read(awkward.in_welsh)
    assert [(one.number, one.title) for one in bid.sections] == [("2", "Ansawdd")]
    assert told(bid.questions) == [
        ("2.1", "prose", 500),
        ("2.2", "prose", 2000),
        ("2.3", "yes_no", None),
        ("3.1", "text", None),
    ]


@pytest.mark.parametrize(
    ("text", "most", "unit"),
    [
        ("Dim mwy na 250 o eiriau", 250, "words"),
        ("Terfyn geiriau: 750", 750, "words"),
        ("hyd at 2 dudalen", 2, "pages"),
        ("Mae 500 o bobl yn byw yma", None, ""),
    ],
)
def test_welsh_limits(text: str, most: int | None, unit: str) -> None:
    assert (limit_in(text).most, limit_in(text).unit) == (most, unit)


def test_controls_and_suggested_words_are_read_and_deleted_ones_are_not() -> None:
    first, second = read(awkward.controls).questions
    assert first.text == "Please describe your safeguarding."
    assert (second.text, second.kind) == ("How many people do you reach?", "number")


def test_a_sheet_keeps_its_numbers_and_hidden_lists_stay_hidden() -> None:
    bid = take(EMPTY, questions_xlsx.read(awkward.workbook(), "Form"))
    assert told(bid.questions) == [("1.1", "prose", 400), ("1.10", "prose", 250)]
    assert bid.questions[0].text == "Describe your approach.\nCover staffing."


def test_a_document_that_unpacks_to_too_much_is_not_opened() -> None:
    with pytest.raises(ForeignFileError, match="far more than it should"):
        questions_docx.read(awkward.bomb("word/document.xml", 100_000_000), "x")


def test_entities_that_grow_are_refused() -> None:
    with pytest.raises(BidKitError):
        questions_docx.read(awkward.laughs(awkward.saved(awkward.controls)), "x")


def test_tables_nested_without_end_are_left_unread() -> None:
    bid = take(EMPTY, questions_docx.read(awkward.deep(40), "x"))
    assert [one.number for one in bid.questions] == ["9.9"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
        (7, "decimalZero", "07"),
        (12, "decimal", "12"),
    ],
)
def test_lists_count_as_word_does(number: int, form: str, shown: str) -> None:
    assert in_form(number, form) == shown
