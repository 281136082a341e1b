"""A buyer's questionnaire becomes questions with numbers, limits, weights and tables."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import difference
from bidkit.errors import BidKitError, InputError
from bidkit.importers import questions_docx, questions_xlsx
from bidkit.importers.base import take
from bidkit.importers.questionnaire import questions_in
from bidkit.importers.questionnaire.limits import kind_of, limit_in, weight_in


@pytest.mark.parametrize(
    ("text", "most", "unit"),
    [
        ("Maximum 500 words.", 500, "words"),
        ("(max. 1,500 words)", 1500, "words"),
        ("Your answer must be no more than 250 words", 250, "words"),
        ("Word limit: 750", 750, "words"),
        ("750 words max", 750, "words"),
        ("[500 words]? no: (500 words)", 500, "words"),
        ("limited to 4,000 characters including spaces", 4000, "characters"),
        ("up to 2000 characters (excluding spaces)", 2000, "characters without spaces"),
        ("Maximum two pages, no more than 2 A4 pages", 2, "pages"),
        ("not exceeding 3 sides", 3, "pages"),
        ("We employ 500 people", None, ""),
        ("in 2026 we had 40 volunteers", None, ""),
    ],
)
def test_limits_are_read(text: str, most: int | None, unit: str) -> None:
    limit = limit_in(text)
    assert (limit.most, limit.unit) == (most, unit)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Weighting: 20%", Decimal(20)),
        ("(12.5%)", Decimal("12.5")),
        ("Score 5 %", Decimal(5)),
        ("Attendance rose by 40% last year", None),
        ("Weighting 900%", None),
    ],
)
def test_weights_are_read(text: str, weight: Decimal | None) -> None:
    assert weight_in(text)[0] == weight


@pytest.mark.parametrize(
    ("text", "long", "kind"),
    [
        ("Do you hold public liability insurance?", False, "yes_no"),
        ("Are you registered? Yes / No", False, "yes_no"),
        ("Describe your approach", False, "prose"),
        ("Do you hold it, and how is it kept up?", False, "prose"),
        ("Date of registration", False, "date"),
        ("Registered address", False, "address"),
        ("Name of the bidder", False, "text"),
        ("Name three results", True, "prose"),
    ],
)
def test_kinds_are_recognised(text: str, long: bool, kind: str) -> None:
    assert kind_of(text, long=long) == kind


PASTED = """
Section 2: Quality
Please answer all questions in this section.
2.1 Describe how you will set up the service. (Maximum 500 words, weighting: 20%)
Your answer should cover:
- staffing
- premises
2.2 How will you measure outcomes?
Word limit: 300
Section 3: About you
Q1. Are you a registered charity?
Q2 What is your charity number?
"""


def test_pasted_text_becomes_questions() -> None:
    found = questions_in(PASTED, "ITT part B")
    bid = take(EMPTY, found)
    assert [(s.number, s.title) for s in bid.sections] == [("2", "Quality"), ("3", "About you")]
    assert bid.sections[0].guidance == "Please answer all questions in this section."
    first, second, charity, number = bid.questions
    assert (first.number, first.limit.most, first.kind) == ("2.1", 500, "prose")
    assert "- premises" in first.text
    assert (second.number, second.limit.most) == ("2.2", 300)
    assert (charity.number, charity.kind) == ("1", "yes_no")
    assert number.kind == "text"
    assert charity.parent == bid.sections[1].id
    (criterion,) = bid.criteria
    assert (criterion.weight, criterion.questions) == (Decimal(20), (first.id,))
    assert not criterion.weight_confirmed
    assert not any(question.confirmed for question in bid.questions)
    assert difference(bid, take(bid, found)) == ()


def word_questionnaire() -> bytes:
    """Return a questionnaire as buyers send it in Word."""
    document = docx.Document()
    document.add_heading("Method statements", 1)
    document.add_paragraph("Please answer in the boxes.")
    listed = document.add_table(rows=3, cols=5)
    rows = (
        ("Ref", "Question", "Word limit", "Weighting", "Bidder's response"),
        ("1.1", "Describe your staffing model.", "500", "15%", ""),
        ("1.2", "How will you keep people safe?", "max 250 words", "10", ""),
    )
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            listed.cell(at, place).text = text
    document.add_heading("Organisation", 1)
    form = document.add_table(rows=3, cols=2)
    for at, label in enumerate(
        ("Name of organisation", "Date of registration", "Member of a group?")
    ):
        form.cell(at, 0).text = label
    form.cell(2, 1).text = "Yes / No"
    document.add_paragraph("3.1 Please list three contracts of the last three years.")
    contracts = document.add_table(rows=4, cols=3)
    for place, title in enumerate(("Customer", "Value", "Dates")):
        contracts.cell(0, place).text = title
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def taken_from(data: bytes) -> Bid:
    """Return a bid with the questions of a Word document."""
    return take(EMPTY, questions_docx.read(data, "Form of tender", stage="qualification"))


def test_a_word_questionnaire_with_its_tables() -> None:
    bid = taken_from(word_questionnaire())
    found = [(q.number, q.kind, q.limit.most) for q in bid.questions]
    assert found == [
        ("1.1", "prose", 500),
        ("1.2", "prose", 250),
        ("", "text", None),
        ("", "date", None),
        ("", "yes_no", None),
        ("3.1", "table", None),
    ]
    assert [column.title for column in bid.questions[5].columns] == ["Customer", "Value", "Dates"]
    assert [c.weight for c in bid.criteria] == [Decimal(15), Decimal(10)]
    assert {section.stage for section in bid.sections} == {"qualification"}


def test_an_excel_questionnaire() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Quality"
    sheet.append(["Quality questions"])
    sheet.append(["No.", "Question", "Max words", "Weighting", "Response"])
    sheet.append([1.1, "Explain your approach to risk.", 400, 0.3, None])
    sheet.append([1.2, "Do you accept the terms?", None, None, "Yes / No"])
    file = io.BytesIO()
    book.save(file)
    assert questions_xlsx.recognises(file.getvalue())
    bid = take(EMPTY, questions_xlsx.read(file.getvalue(), "Prices"))
    found = [(q.number, q.kind, q.limit.most) for q in bid.questions]
    assert found == [("1.1", "prose", 400), ("1.2", "yes_no", None)]
    assert bid.criteria[0].weight == Decimal(30)


def test_each_door_knows_its_own(tmp_path: Path) -> None:
    data = word_questionnaire()
    path = tmp_path / "form.docx"
    path.write_bytes(data)
    assert questions_docx.recognises(path)
    assert not questions_xlsx.recognises(data)
    assert not questions_docx.recognises(tmp_path / "gone.docx")
    assert questions_docx.read(path).title == "form"


def test_without_questions_it_says_what_to_do() -> None:
    with pytest.raises(InputError) as refused:
        questions_in("Dear bidder\nthank you", "Letter")
    assert "by hand" in refused.value.advice
    with pytest.raises(BidKitError):
        questions_docx.read(b"PK\x03\x04nothing", "x")


@settings(max_examples=100)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(PASTED.splitlines()), st.text(max_size=60, alphabet="aQ1.?() %:-\t•")
        ),
        max_size=12,
    )
)
def test_any_text_gives_questions_or_a_sentence(lines: list[str]) -> None:
    try:
        found = questions_in("\n".join(lines), "x")
    except InputError:
        return
    bid = take(EMPTY, found)
    assert bid.questions
    assert difference(bid, take(bid, found)) == ()
