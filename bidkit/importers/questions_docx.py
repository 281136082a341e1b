"""A buyer's questionnaire in a Word document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bidkit.domain.questionnaire import Stage
from bidkit.errors import DamagedFileError
from bidkit.importers.base import Proposal
from bidkit.importers.documents_text import packed_names
from bidkit.importers.questionnaire import Block, Grid, Line, propose_questions
from bidkit.words import tr

MOST_ROWS = 2_000


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is a Word document; never raises."""
    try:
        data = given if isinstance(given, bytes) else given.read_bytes()
    except OSError:
        return False
    return data.startswith(b"PK\x03\x04") and "word/document.xml" in packed_names(data)


def read(
    given: Path | bytes, title: str = "", *, stage: Stage = "tender", document: str = ""
) -> Proposal:
    """Return the questions of a Word document, to be confirmed."""
    data = given if isinstance(given, bytes) else given.read_bytes()
    named = title or (given.stem if isinstance(given, Path) else tr("Questionnaire"))
    return propose_questions(blocks_of(data), named, stage=stage, document=document)


def blocks_of(data: bytes) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a Word document in their order."""
    import docx

    packed_names(data)
    try:
        document = docx.Document(io.BytesIO(data))
        return tuple(_blocks(document.iter_inner_content()))
    except (ValueError, KeyError, SyntaxError, zipfile.BadZipFile) as error:
        raise DamagedFileError(
            tr("This Word document cannot be read."),
            tr("It is damaged, or protected by a password."),
            tr("Save it once more as .docx, or copy its text and paste it."),
            str(error),
        ) from error


def _blocks(content: Any) -> Iterator[Block]:
    numbers: dict[str, int] = {}
    for block in content:
        rows = getattr(block, "rows", None)
        if rows is None:
            yield _line(block, numbers)
            continue
        grid = []
        for row in list(rows)[:MOST_ROWS]:
            grid.append(tuple(_unmerged(row.cells)))
        yield Grid(tuple(grid))


def _line(paragraph: Any, numbers: dict[str, int]) -> Line:
    """Return a paragraph; one of an automatic list gets the number Word would show."""
    style = str(getattr(paragraph.style, "name", "") or "")
    text = " ".join(str(paragraph.text).split())
    level = style.removeprefix("Heading ") if style.startswith("Heading ") else ""
    heading = int(level) if level.isdigit() else 1 if style == "Title" else 0
    if style.startswith("List Number") and text:
        numbers[style] = numbers.get(style, 0) + 1
        text = f"{numbers[style]}. {text}"
    return Line(text, heading)


def _unmerged(cells: Any) -> Iterator[str]:
    """Yield the words of each cell; one that spans several columns counts once."""
    last: Any = None
    for cell in cells:
        if cell._tc is not last:  # noqa: SLF001 - the only way to tell a merged cell
            yield str(cell.text).strip()
        last = cell._tc  # noqa: SLF001 - the only way to tell a merged cell
