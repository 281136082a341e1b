"""Questionnaires as buyers really send them: merged cells, frames in frames, automatic numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LIST = """<w:abstractNum {ns} w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Q%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>"""


def saved(fill: Callable[[Any], None]) -> bytes:
    """Return a Word document that was filled in."""
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def numbered_by_word(document: Any) -> None:
    """Questions whose numbers stand only in Word's list: Q4., (a), (b), Q5."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(LIST.format(ns=nsdecls("w"))))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="770"><w:abstractNumId w:val="77"/></w:num>')
    )
    for depth, text in (
        (0, "How will you set up the service? (Maximum 500 words)"),
        (1, "Describe your staffing."),
        (1, "Describe your premises."),
        (0, "Do you accept the terms?"),
        (1, "Have you read the annex?"),
    ):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="770"/></w:numPr>'
            )
        )


def merged_cells(document: Any) -> None:
    """A table with a title across, a section row between, a number over two rows."""
    table = document.add_table(rows=7, cols=4)
    rows = (
        ("Part B: Quality", "", "", ""),
        ("No.", "Question", "Max words", "Response"),
        ("1.1", "Describe your method.", "400", ""),
        ("", "Show how it was used before.", "", ""),
        ("Part C: People", "", "", ""),
        ("2.1", "Who will manage the contract?", "200", ""),
        ("2.2", "Are all staff checked?", "", "Yes / No"),
    )
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    for at in (0, 4):
        table.cell(at, 0).merge(table.cell(at, 3))
    table.cell(2, 0).merge(table.cell(3, 0))


def frames_in_frames(document: Any) -> None:
    """A frame of one cell that holds a question, and a table to fill in inside it."""
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "6.1 Please list your contracts of the last three years."
    inner = frame.add_table(rows=3, cols=3)
    for place, title in enumerate(("Customer", "Value", "Dates")):
        inner.cell(0, place).text = title
    frame.add_paragraph("6.2 How do you know they went well? (up to 250 words)")


def two_columns(document: Any) -> None:
    """A form of labels and room, with placeholders and a row of guidance."""
    rows = (
        ("1.1(a) Full name of the bidder", ""),
        ("1.1(b) Registered address", "Click or tap here to enter text."),
        ("1.1(c) Date of registration", "DD/MM/YYYY"),
        ("1.1(d) Are you a charity?", "Yes ☐ No ☐"),
        ("Note", "Tick one box only for each of these."),
        ("1.1(e) Turnover", "£"),
    )
    table = document.add_table(rows=len(rows), cols=2)
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text


def in_welsh(document: Any) -> None:
    """The same things asked in Welsh."""
    document.add_paragraph("Adran 2: Ansawdd")
    document.add_paragraph("2.1 Disgrifiwch eich dull gweithio. (Uchafswm o 500 o eiriau)")
    document.add_paragraph("2.2 Sut fyddwch chi’n mesur canlyniadau? Hyd at 2,000 o nodau")
    document.add_paragraph("2.3 A oes gennych yswiriant? Oes / Nac oes")
    table = document.add_table(rows=2, cols=3)
    for at, row in enumerate(
        (("Rhif", "Cwestiwn", "Ymateb"), ("3.1", "Beth yw eich rhif elusen?", ""))
    ):
        for place, text in enumerate(row):
            table.cell(at, place).text = text


def controls(document: Any) -> None:
    """Questions inside a content control, words put in by a reviewer, words taken out."""
    ns = nsdecls("w")
    inside = "4.1 Please describe your safeguarding."
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>{inside}</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    document.element.body.insert(
        1,
        parse_xml(
            f"<w:p {ns}><w:r><w:t xml:space='preserve'>4.2 How many people </w:t></w:r>"
            "<w:del w:id='1' w:author='A'><w:r><w:delText>did you hurt</w:delText></w:r></w:del>"
            "<w:ins w:id='2' w:author='A'><w:r><w:t>do you reach?</w:t></w:r></w:ins></w:p>"
        ),
    )


def workbook() -> bytes:
    """A workbook with a hidden list, numbers such as 1.10, and a merged title."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Quality"
    sheet.append(["Method statements", None, None, None])
    sheet.merge_cells("A1:D1")
    sheet.append(["Ref", "Question", "Word limit", "Your response"])
    for number, text, most in (
        (1.1, "Describe your approach.\nCover staffing.", 400),
        (1.10, "How will you keep people safe?", 250),
    ):
        sheet.append([number, text, most, None])
        sheet.cell(sheet.max_row, 1).number_format = "0.00" if text.startswith("How") else "0.0"
    hidden = book.create_sheet("Lists")
    hidden.append(["Which of these is a secret question?"])
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bomb(name: str, size: int) -> bytes:
    """Return a packed document one part of which unpacks to a huge file."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    return file.getvalue()


def laughs(data: bytes) -> bytes:
    """Return a Word document whose text is entities that grow when they are opened."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{levels}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>1.1 How many? &l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            new.writestr(one, body if one == "word/document.xml" else old.read(one))
    return made.getvalue()


def deep(depth: int) -> bytes:
    """Return a Word document with tables inside tables inside tables."""

    def fill(document: Any) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        document.add_paragraph("9.9 Is this still read?")
        for _ in range(depth):
            cell = cell.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "1.1 How deep is this?"

    return saved(fill)
