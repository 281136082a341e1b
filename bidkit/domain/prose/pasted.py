"""Pasted HTML (Word, a browser, a sheet) made into prose: structure and words, nothing else.

No picture is fetched, no style is kept but bold and italic, and hidden text stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from bidkit.domain.prose.canonical import canonical_runs, nest_lines
from bidkit.domain.prose.cleaning import clean_text
from bidkit.domain.prose.lines import Around, Line, Surround
from bidkit.domain.prose.model import Break, Heading, Leaf, Paragraph, Prose, Run, Text
from bidkit.domain.prose.pasted_table import PastedTable, small_number

MAX_HTML = 1_000_000
"""Longer HTML is not looked into; its plain text is taken instead."""

_MAX_OPEN = 200
_BEGIN, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_DEEPEST = 20
_DEEPEST_TABLE = 4
_SPACES = re.compile(r"[ \t\n\r\f]+")
_WORD_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_WEIGHT = re.compile(r"font-weight:\s*([a-z0-9]+)")
_SLANT = re.compile(r"font-style:\s*([a-z]+)")
_HEADING = re.compile(r"h([1-6])")
_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "col", "wbr", "area", "source", "embed"}
)
_HIDDEN = frozenset(
    {"script", "style", "head", "title", "template", "svg", "math", "object", "select", "xml"}
)
_BLOCKS = frozenset(
    "p div section article header footer main aside address pre center dl dt dd ul ol li hr "
    "blockquote figure figcaption caption h1 h2 h3 h4 h5 h6 table tbody thead tr td th".split()
)
_PLAIN = Text("")
_LISTS: dict[str, Around] = {"ul": "bullet", "ol": "number", "blockquote": "quote"}


def prose_from_html(html: str) -> Prose | None:
    """Return pasted HTML as canonical prose, or None where it cannot be looked into."""
    begin, end = html.find(_BEGIN), html.rfind(_END)
    fragment = html[begin + len(_BEGIN) : end] if 0 <= begin < end else html
    if len(fragment) > MAX_HTML:
        return None
    reader = _Reader()
    try:
        reader.feed(fragment)
        reader.close()
        return Prose(nest_lines(reader.finish()))
    except (AssertionError, OverflowError):  # a declaration the parser refuses, a huge table
        return None


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element and what holds inside it."""

    tag: str = ""
    marks: Text = _PLAIN
    hidden: bool = False
    sign: bool = False
    raw: bool = False


class _Reader(HTMLParser):
    """Follows the tags and collects flat lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Element()]
        self._lines: list[Line] = []
        self._runs: list[Run] = []
        self._around: list[Surround] = []
        self._opens = False
        self._heading = 0
        self._sign = ""
        self._word_level = 0
        self._supports_lists = True
        self._tables: list[PastedTable] = []

    def finish(self) -> list[Line]:
        """Return everything collected, including what was never closed."""
        self._end_block()
        while self._tables:
            self._end_table()
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: a block ends the one before it, a mark holds until its end."""
        given = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._start_block(tag, given)
        elif tag == "br":
            self._runs.append(Break())
        if tag not in _VOID and len(self._open) < _MAX_OPEN:
            self._open.append(_entered(self._open[-1], tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of this kind and all inside it."""
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass
        if tag in _BLOCKS:
            self._stop_block(tag)

    def handle_data(self, data: str) -> None:
        """Collect words, unless they are hidden or only a list's sign."""
        element = self._open[-1]
        if element.hidden:
            return
        if element.sign or not self._supports_lists:
            self._sign += data.strip()
            return
        text = clean_text(data) if element.raw else clean_text(_SPACES.sub(" ", data))
        self._runs.append(replace(element.marks, text=text))

    def handle_comment(self, data: str) -> None:
        """Follow Word's note of where it wrote a list's sign as text."""
        self._follow(data)

    def unknown_decl(self, data: str) -> None:
        """Follow Word's note of where it wrote a list's sign as text."""
        self._follow(data)

    def _follow(self, note: str) -> None:
        if "supportLists" in note:
            self._supports_lists = False
        elif "endif" in note:
            self._supports_lists = True

    def _start_block(self, tag: str, given: dict[str, str]) -> None:
        self._end_block()
        if tag in _LISTS:
            if len(self._around) < _DEEPEST:
                start = small_number(given.get("start", ""))
                self._around.append(Surround(_LISTS[tag], start))
        elif tag == "li":
            if not self._around:
                self._around.append(Surround("bullet"))
            self._opens = True
        elif found := _HEADING.fullmatch(tag):
            self._heading = int(found[1])
        elif tag == "table":
            if len(self._tables) < _DEEPEST_TABLE:
                self._tables.append(PastedTable())
        elif self._tables:
            self._tables[-1].open(tag, given)
        if level := _WORD_LEVEL.search(given.get("style", "")):
            self._word_level = int(level[1])

    def _stop_block(self, tag: str) -> None:
        self._end_block()
        if tag in _LISTS and self._around:
            self._around.pop()
        elif _HEADING.fullmatch(tag):
            self._heading = 0
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag == "li":
            self._opens = False
        self._word_level, self._sign = 0, ""

    def _end_block(self) -> None:
        """Turn the runs collected so far into a paragraph, a heading or part of a cell."""
        runs, self._runs = canonical_runs(_collapsed(self._runs)), []
        if not runs:
            return
        if self._tables:
            self._tables[-1].add(runs)
            return
        leaf: Leaf = Heading(self._heading, runs) if self._heading else Paragraph(runs)
        around, opens = tuple(self._around), self._opens
        if self._word_level:
            kind: Around = "number" if self._sign[:1].isdigit() else "bullet"
            around, opens = (Surround(kind),) * self._word_level, True
        self._lines.append(Line(around, opens=opens, block=leaf))
        self._opens = False

    def _end_table(self) -> None:
        table = self._tables.pop().finish()
        if self._tables:
            for row in (table.header, *table.rows):
                self._tables[-1].add(tuple(run for cell in row for run in (*cell, Text(" "))))
        else:
            self._lines.append(Line(tuple(self._around), opens=self._opens, block=table))
            self._opens = False


def _entered(outer: _Element, tag: str, given: dict[str, str]) -> _Element:
    """Return an element with the marks it inherits and those of its own tag and style."""
    style = given.get("style", "").lower()
    marks = outer.marks
    if tag in ("b", "strong"):
        marks = replace(marks, bold=True)
    if tag in ("i", "em", "cite"):
        marks = replace(marks, italic=True)
    if weight := _WEIGHT.search(style):
        heavy = weight[1] in ("bold", "bolder") or (weight[1].isdecimal() and int(weight[1]) >= 600)
        marks = replace(marks, bold=heavy)
    if slant := _SLANT.search(style):
        marks = replace(marks, italic=slant[1] in ("italic", "oblique"))
    if tag == "a":
        marks = replace(marks, link=given.get("href", ""))
    if language := given.get("lang", ""):
        # Word marks every English word as English, which says nothing.
        marks = replace(marks, language="" if language.lower().startswith("en") else language)
    hidden = outer.hidden or tag in _HIDDEN or re.search(r"display:\s*none", style) is not None
    sign = outer.sign or re.search(r"mso-list:\s*ignore", style) is not None
    return _Element(tag, marks, hidden, sign, outer.raw or tag == "pre")


def _collapsed(runs: list[Run]) -> tuple[Run, ...]:
    """Return runs in which space ends at a space, as a browser shows them."""
    kept: list[Run] = []
    after_space = True
    for run in runs:
        if isinstance(run, Text):
            text = run.text.lstrip(" ") if after_space else run.text
            if text:
                kept.append(replace(run, text=text))
                after_space = text.endswith(" ")
        else:
            kept.append(run)
            after_space = isinstance(run, Break)
    return tuple(kept)
