"""A buyer's questionnaire in a Word document."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from bidkit.domain.questionnaire import Stage
from bidkit.errors import DamagedFileError
from bidkit.importers.base import Proposal
from bidkit.importers.documents_text import packed_names, refuse_bombs
from bidkit.importers.questionnaire import Block, propose_questions
from bidkit.importers.sheets import UNREADABLE
from bidkit.importers.word_blocks import WordReader
from bidkit.importers.word_numbers import WordNumbers
from bidkit.words import tr

LARGEST_PART = 80_000_000


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

    refuse_bombs(data, LARGEST_PART)
    try:
        document = docx.Document(io.BytesIO(data))
        reader = WordReader(_numbers(document), _headings(document))
        return tuple(reader.blocks(document.element.body))
    except UNREADABLE as error:
        raise DamagedFileError(
            tr("This Word document cannot be read."),
            tr("It is damaged, or protected by a password."),
            tr("Save it once more as .docx, or copy its text and paste it."),
            str(error),
        ) from error


def _numbers(document: Any) -> WordNumbers:
    """Return the automatic lists of a document; one without any has none."""
    related = document.part.rels.values()
    parts = [one.target_part for one in related if one.reltype.endswith("/numbering")]
    numbering = getattr(parts[0], "element", None) if parts else None
    return WordNumbers.of(numbering, document.styles.element)


def _headings(document: Any) -> dict[str, int]:
    """Return how high a heading each style is, by its identity."""
    found: dict[str, int] = {}
    for style in document.styles:
        name = str(style.name or "").casefold()
        level = name.removeprefix("heading ")
        if name.startswith("heading ") and level.isdecimal():
            found[style.style_id] = int(level)
        elif name == "title":
            found[style.style_id] = 1
    return found
