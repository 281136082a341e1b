"""The words of tender documents: real PDF, Word and Excel files, and those that are none."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import datetime

import docx
import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from bidkit.errors import BidKitError, CancelledError, DamagedFileError, ForeignFileError
from bidkit.importers.documents_text import find_words, read_document
from bidkit.progress import Progress


def pdf(*pages: str) -> bytes:
    """Return a PDF with these words, a page each."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for words in pages:
        for line, text in enumerate(words.split("\n")):
            canvas.drawString(72, 720 - 16 * line, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def word() -> bytes:
    """Return a Word document with a heading, a paragraph and a table."""
    document = docx.Document()
    document.add_heading("Method statement", 1)
    document.add_paragraph("Question 1. How will you deliver? (500 words)")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Criterion", "Weight", "Quality", "60%")):
        table.cell(place // 2, place % 2).text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def book() -> bytes:
    """Return an Excel book of two sheets."""
    made = openpyxl.Workbook()
    first = made.worksheets[0]
    first.title = "Prices"
    first.append(["Year", "Price", "From"])
    first.append([1, 187000.0, datetime(2026, 4, 1)])  # noqa: DTZ001 - cells have no zone
    made.create_sheet("Notes").append(["All prices without VAT"])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_pdf_is_read_page_by_page() -> None:
    found = read_document(pdf("Instructions\nHand in by noon", "Award criteria"), "itt.pdf")
    assert found.kind == "pdf"
    assert [page.number for page in found.pages] == [1, 2]
    assert "Hand in by noon" in found.pages[0].text
    assert found.notes == ()


def test_a_scanned_pdf_says_that_it_has_no_words() -> None:
    assert "pictures" in read_document(pdf("", ""), "scan.pdf").notes[0]


def test_a_word_document_keeps_its_order_and_tables() -> None:
    text = read_document(word(), "questions.docx").text
    assert text.index("Method statement") < text.index("Question 1")
    assert "Criterion | Weight\nQuality | 60%" in text


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    found = read_document(book(), "prices.xlsx")
    assert [page.title for page in found.pages] == ["Prices", "Notes"]
    assert found.pages[0].text == "Year | Price | From\n1 | 187000 | 01/04/2026"


def test_plain_files() -> None:
    assert read_document("Café".encode("cp1252"), "a.txt").text == "Café"
    assert read_document(b'a,b\n1,"x, y"\n', "a.csv").text == "a | b\n1 | x, y"


def test_words_are_found_across_line_ends() -> None:
    found = read_document(pdf("Hand in\nby noon", "By noon again"), "itt.pdf")
    hits = find_words(found, "by  NOON")
    assert [hit.page for hit in hits] == [1, 2]
    first = found.pages[0].text[hits[0].start : hits[0].end]
    assert first.lower().split() == ["by", "noon"]
    assert find_words(found, "  ") == ()
    assert find_words(found, "a.c") == ()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"MZ\x90\x00", "setup.exe", ForeignFileError),
        (b"\x00\x01\x02", "a.txt", ForeignFileError),
        (b"%PDF-1.7 broken", "a.pdf", DamagedFileError),
        (b"PK\x03\x04broken", "a.docx", ForeignFileError),
        (word()[:2000], "cut.docx", BidKitError),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, name: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        read_document(data, name)


def test_a_damaged_word_document_is_told() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<broken")
    with pytest.raises(DamagedFileError, match="damaged"):
        read_document(file.getvalue(), "bad.docx")


def test_a_document_that_unpacks_to_too_much_is_not_opened() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "x")
        for number in range(20_001):
            packed.writestr(str(number), "")
    with pytest.raises(ForeignFileError, match="unpacks"):
        read_document(file.getvalue(), "bomb.docx")


def test_reading_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_document(pdf("a"), "a.pdf", progress)


def test_the_libraries_are_loaded_only_when_needed() -> None:
    code = (
        "import sys, bidkit.importers.documents_text;"
        "sys.exit(any(name in sys.modules for name in ('docx', 'openpyxl', 'pypdfium2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
