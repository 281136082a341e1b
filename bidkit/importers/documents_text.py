"""The words of a tender document, page by page: PDF, Word, Excel and plain text.

Documents come from strangers: sizes, pages and unpacked sizes are limited, nothing is executed,
and what cannot be read is said instead of guessed. The libraries are loaded when they are first
needed, because the program must start without them.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError

from bidkit.errors import DamagedFileError, ForeignFileError, PasswordError
from bidkit.progress import Progress
from bidkit.words import tr

LARGEST = 200_000_000
LARGEST_UNPACKED = 600_000_000
MOST_PAGES = 3_000
MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_LETTERS = 20_000_000
AROUND = 60


@dataclass(frozen=True)
class TextPage:
    """The words of one page, sheet or whole text, with the name people find it by."""

    number: int
    text: str
    title: str = ""


@dataclass(frozen=True)
class DocumentText:
    """The words of a document and what could not be read of it."""

    kind: str
    pages: tuple[TextPage, ...]
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words, pages apart by an empty line."""
        return "\n\n".join(page.text for page in self.pages)


@dataclass(frozen=True)
class Hit:
    """Where words were found: page, place in its text, and the words around."""

    page: int
    start: int
    end: int
    around: str


def read_document(data: bytes, name: str, progress: Progress | None = None) -> DocumentText:
    """Return the words of a document; ForeignFileError when its kind is not known here."""
    if len(data) > LARGEST:
        raise ForeignFileError(
            tr("“{name}” is too large to be read here.", name=name),
            advice=tr("Open it in another program."),
        )
    tell = progress or Progress()
    reader = _reader_of(data, name)
    try:
        return reader(data, tell)
    except (ValueError, KeyError, OSError, ParseError, SyntaxError, zipfile.BadZipFile) as error:
        raise DamagedFileError(
            tr("“{name}” cannot be read.", name=name),
            tr("It is damaged, or not what its name says."),
            tr("Download it once more, or open it in another program."),
            str(error),
        ) from error


def find_words(document: DocumentText, words: str, most: int = 500) -> tuple[Hit, ...]:
    """Return where words stand, whatever their letter case and the white space between them."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
    found: list[Hit] = []
    for page in document.pages:
        for match in pattern.finditer(page.text):
            if len(found) >= most:
                return tuple(found)
            around = page.text[max(0, match.start() - AROUND) : match.end() + AROUND]
            found.append(Hit(page.number, match.start(), match.end(), " ".join(around.split())))
    return tuple(found)


def _reader_of(data: bytes, name: str) -> Callable[[bytes, Progress], DocumentText]:
    """Return how to read a document, by what it begins with and what it holds."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf
    if data.startswith(b"PK\x03\x04"):
        inside = packed_names(data)
        if "word/document.xml" in inside:
            return _word
        if "xl/workbook.xml" in inside:
            return _sheets
    ending = PurePath(name).suffix.lower()
    if ending == ".csv":
        return _csv
    if ending in (".txt", ".md") and b"\x00" not in data[:4096]:
        return _plain
    raise ForeignFileError(
        tr("“{name}” is a kind of file that is not read here.", name=name),
        tr("The words of PDF, .docx, .xlsx, .csv and .txt files can be read."),
        tr("It is kept in the bid all the same; open it in another program."),
    )


def packed_names(data: bytes) -> set[str]:
    """Return the names inside a packed document, refused when it unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except zipfile.BadZipFile:
        return set()
    if len(entries) > 20_000 or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise ForeignFileError(
            tr("This document unpacks to far more than it should."),
            tr("It may have been made to do harm, so it was not opened."),
        )
    return {entry.filename for entry in entries}


def refuse_bombs(data: bytes, largest: int) -> None:
    """Refuse a packed document one part of which unpacks to more than this, before reading it."""
    packed_names(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            sizes = [one.file_size for one in packed.infolist() if one.filename.endswith(".xml")]
    except zipfile.BadZipFile:
        return
    if max(sizes, default=0) > largest:
        raise ForeignFileError(
            tr("This document unpacks to far more than it should."),
            tr("It may have been made to do harm, so it was not opened."),
        )


def _pdf(data: bytes, progress: Progress) -> DocumentText:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise PasswordError(
                tr("This PDF is protected by a password."),
                advice=tr("Ask for one without, or open it in another program."),
            ) from error
        raise ValueError(str(error)) from error
    pages: list[TextPage] = []
    try:
        count = min(len(document), MOST_PAGES)
        for number in range(1, count + 1):
            progress(number / count)
            pages.append(TextPage(number, _pdf_page(document, number - 1)))
        notes = _pdf_notes(pages, len(document))
    finally:
        document.close()
    return DocumentText("pdf", tuple(pages), notes)


def _pdf_page(document: Any, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    try:
        text = str(text_page.get_text_range())
    finally:
        text_page.close()
        page.close()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-")
    return text.replace("\u0002", "").strip()


def _pdf_notes(pages: list[TextPage], count: int) -> tuple[str, ...]:
    notes = []
    if count > len(pages):
        notes.append(tr("Only the first {n} pages were read.", n=len(pages)))
    if pages and not any(page.text for page in pages):
        notes.append(tr("The pages are pictures: there are no words to read or search."))
    return tuple(notes)


def _word(data: bytes, _progress: Progress) -> DocumentText:
    import docx

    document = docx.Document(io.BytesIO(data))
    lines = _limited(_blocks(document.iter_inner_content()))
    return DocumentText("docx", (TextPage(1, "\n".join(lines).strip()),))


def _blocks(blocks: Iterable[Any]) -> Iterator[str]:
    """Yield paragraphs, and tables row by row, in the document's order."""
    for block in blocks:
        rows = getattr(block, "rows", None)
        if rows is None:
            yield str(block.text)
            continue
        for row in rows:
            cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
            yield " | ".join(cell.replace("\n", " ") for cell in cells)
        yield ""


def _sheets(data: bytes, progress: Progress) -> DocumentText:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    pages: list[TextPage] = []
    try:
        for number, sheet in enumerate(book.worksheets, start=1):
            progress(number / len(book.worksheets))
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            lines = _limited(_row(row) for row in rows)
            text = "\n".join(line for line in lines if line)
            pages.append(TextPage(number, text, str(sheet.title)))
    finally:
        book.close()
    return DocumentText("xlsx", tuple(pages))


def _row(cells: Iterable[object]) -> str:
    return " | ".join(text for cell in cells if (text := _cell(cell)))


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return (
            f"{cell:%d/%m/%Y}"
            if cell.time().isoformat() == "00:00:00"
            else f"{cell:%d/%m/%Y %H:%M}"
        )
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _csv(data: bytes, _progress: Progress) -> DocumentText:
    rows = csv.reader(io.StringIO(_decoded(data)))
    text = "\n".join(_limited(" | ".join(cell.strip() for cell in row) for row in rows))
    return DocumentText("csv", (TextPage(1, text),))


def _plain(data: bytes, _progress: Progress) -> DocumentText:
    return DocumentText("text", (TextPage(1, _decoded(data)[:MOST_LETTERS].strip()),))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _limited(lines: Iterable[str]) -> list[str]:
    """Return lines until a document has more letters than anybody reads."""
    kept: list[str] = []
    letters = 0
    for line in lines:
        letters += len(line)
        if letters > MOST_LETTERS or len(kept) >= MOST_ROWS * 5:
            break
        kept.append(line)
    return kept
