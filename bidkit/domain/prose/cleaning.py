"""Pasted plain text made into prose: signs become lists, damage is repaired, words stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bidkit.domain.prose.canonical import nest_lines
from bidkit.domain.prose.characters import clean_characters
from bidkit.domain.prose.limits import MAX_LENGTH, MAX_MARKS
from bidkit.domain.prose.lines import Around, Line, Surround
from bidkit.domain.prose.model import Leaf, Paragraph, Prose, Row, Table, Text, Verbatim

_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff]")
_WORD_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_BULLET = re.compile(r"(?:[•·▪▫‣◦●○■□➢►✓✔⁃∙][ \t\u00a0]*|[-–—*][ \t\u00a0]+|o\t\s*)(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', ")")
_WRAPPED_AT = 45


def clean_text(text: str) -> str:
    r"""Return pasted text composed (NFC), with \n line ends and without soft hyphens or controls.

    Typographic quotes, dashes and hard spaces stay; Word's private bullet signs become •, and
    joined letters from a PDF (ﬁ) become two.
    """
    text = _DROPPED.sub("", text.replace("\r\n", "\n"))
    text = _LIGATURE.sub(lambda found: _LIGATURES[found.group()], text)
    tabs_kept = "\t".join(clean_characters(part) for part in text.split("\t"))
    return unicodedata.normalize("NFC", _WORD_BULLETS.sub("•", tabs_kept))


def unwrapped(text: str) -> str:
    """Return text from a page without the breaks its width made; lists and paragraphs stay."""
    kept: list[str] = []
    before = ""
    for row in clean_text(text).split("\n"):
        words = row.strip()
        if kept and _is_wrapped(before, words) and not _BULLET.match(words):
            kept[-1] += f" {words}"
        else:
            kept.append(words)
        before = words
    return "\n".join(kept)


def prose_from_text(text: str) -> Prose:
    """Return pasted plain text as canonical prose: lists by their signs, tables by their tabs."""
    text = clean_text(text)
    if len(text) > MAX_LENGTH or text.count("\n") > MAX_MARKS:
        return Prose(nest_lines([Line((), opens=False, block=Verbatim(text))]))
    rows = text.split("\n")
    if table := _as_table(rows):
        return Prose(nest_lines([Line((), opens=False, block=table)]))
    return Prose(nest_lines(_lines(rows)))


def _as_table(rows: list[str]) -> Table | None:
    """Return a table where every row has the same number of tabs, as copied from a sheet."""
    filled = [row for row in rows if row.strip()]
    tabs = {row.count("\t") for row in filled}
    if len(filled) < 2 or len(tabs) != 1 or tabs == {0}:
        return None
    if any(_BULLET.match(row) or _NUMBER.match(row) for row in filled):
        return None
    header, *others = (_as_row(row) for row in filled)
    return Table(header, tuple(others))


def _as_row(row: str) -> Row:
    return tuple((Text(cell.strip()),) for cell in row.split("\t"))


@dataclass(slots=True)
class _Listing:
    """The list that the rows are in: how far each open level is indented, and its last number."""

    indents: list[int] = field(default_factory=list)
    kinds: list[Around] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def enter(self, indent: int, kind: Around, number: int) -> None:
        while self.indents and indent < self.indents[-1]:
            self.leave()
        if self.indents and indent == self.indents[-1] and self.kinds[-1] != kind:
            self.leave()
        if not self.indents or indent > self.indents[-1]:
            self.indents.append(indent)
            self.kinds.append(kind)
            self.numbers.append(number)
        self.numbers[-1] = number

    def leave(self) -> None:
        self.indents.pop()
        self.kinds.pop()
        self.numbers.pop()

    def continues(self, number: int) -> bool:
        return number == 1 or any(last + 1 == number for last in self.numbers)

    def around(self) -> tuple[Surround, ...]:
        return tuple(Surround(kind) for kind in self.kinds)


def _lines(rows: list[str]) -> Iterator[Line]:
    spaced = any(not row.strip() for row in rows)
    listing = _Listing()
    waiting: list[str] = []
    for row in [*rows, ""]:
        words = row.strip()
        item = _item(words, listing)
        if waiting and words and item is None and _continues(waiting[-1], words, spaced=spaced):
            waiting.append(words)
            continue
        if waiting:
            yield Line((), opens=False, block=_paragraph(waiting))
            waiting = []
        if item is not None:
            kind, number, rest = item
            listing.enter(_indent(row), kind, number)
            yield Line(listing.around(), opens=True, block=Paragraph((Text(rest),)))
        elif words:
            listing = _Listing()
            waiting = [words]


def _item(words: str, listing: _Listing) -> tuple[Around, int, str] | None:
    """Return the kind, number and words of a row that begins with a list sign."""
    if found := _BULLET.match(words):
        return "bullet", 0, words[found.end() :]
    if (found := _NUMBER.match(words)) and listing.continues(int(found[1])):
        return "number", int(found[1]), words[found.end() :]
    return None


def _indent(row: str) -> int:
    expanded = row.expandtabs(4)
    second_level = 4 if row.strip().startswith(("o\t", "◦")) else 0
    return max(second_level, len(expanded) - len(expanded.lstrip()))


def _continues(before: str, words: str, *, spaced: bool) -> bool:
    """Tell whether a row belongs to the paragraph of the row before it."""
    return spaced or _is_wrapped(before, words)


def _is_wrapped(before: str, words: str) -> bool:
    """Tell whether a long row was only broken because it was full, as in text from a PDF."""
    return len(before) >= _WRAPPED_AT and words[:1].islower() and not before.endswith(_SENTENCE_END)


def _paragraph(rows: list[str]) -> Leaf:
    text = rows[0]
    for before, row in pairwise(rows):
        text += (" " if _is_wrapped(before, row) else "\n") + row
    return Paragraph((Text(text),))
