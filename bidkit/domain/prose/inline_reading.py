"""Inline tokens of CommonMark -> runs, and pictures that stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from bidkit.domain.prose.characters import clean_language, clean_link
from bidkit.domain.prose.escaping import read_name
from bidkit.domain.prose.model import Break, Chart, Chip, Figure, LinkedTable, Run, Text, Verbatim
from bidkit.domain.prose.verbatim import unknown_picture

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Picture: TypeAlias = Figure | Chart | LinkedTable | Verbatim

EVIDENCE = "evidence:"

_SPAN_OPEN = re.compile(r"""<span lang=(?:"([A-Za-z0-9-]*)"|'([A-Za-z0-9-]*)')>""")
_SPAN_CLOSE = "</span>"


def language_rule(state: StateInline, silent: bool) -> bool:
    """Recognise the only HTML that prose has: a span with a language."""
    if state.src[state.pos] != "<":
        return False
    if state.src.startswith(_SPAN_CLOSE, state.pos):
        source, language = _SPAN_CLOSE, ""
    elif found := _SPAN_OPEN.match(state.src, state.pos):
        source, language = found.group(), clean_language(found[1] or found[2] or "")
        if not language:
            return False
    else:
        return False
    if not silent:
        token = state.push("language", "span", 0)
        token.content, token.info = source, language
    state.pos += len(source)
    return True


def _evidence(address: str) -> str:
    return read_name(address.removeprefix(EVIDENCE)) if address.startswith(EVIDENCE) else ""


@dataclass(slots=True)
class _Marks:
    """The marks that hold at one place of the line."""

    bold: int = 0
    italic: int = 0
    link: str = ""
    unkept: str = ""
    in_chip: bool = False
    languages: list[str] = field(default_factory=list)

    def text(self, text: str) -> Text:
        language = self.languages[-1] if self.languages else ""
        return Text(text, self.bold > 0, self.italic > 0, self.link, language)


def read_inline(tokens: Iterable[Token], *, lift: bool = False) -> list[Run | Picture]:
    """Return the runs of these tokens; with `lift`, pictures of the bid stand between them.

    A picture from the web becomes a link to it, since nothing is ever fetched.
    """
    tokens = list(tokens)
    unmatched = _unmatched_spans(tokens)
    marks = _Marks()
    found: list[Run | Picture] = []
    for number, token in enumerate(tokens):
        if token.type == "language" and number not in unmatched:
            if token.info:
                marks.languages.append(token.info)
            else:
                marks.languages.pop()
        elif not _mark(token, marks, found) and not marks.in_chip:
            found.extend(_content(token, marks, lift=lift))
    return found


def _unmatched_spans(tokens: list[Token]) -> set[int]:
    """Return the places of language spans that are never closed or were never opened."""
    unmatched: set[int] = set()
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if token.type == "language":
            if token.info:
                opened.append(number)
            elif opened:
                opened.pop()
            else:
                unmatched.add(number)
    return unmatched.union(opened)


def _mark(token: Token, marks: _Marks, found: list[Run | Picture]) -> bool:
    """Follow a token that opens or closes a mark; tell whether it was one."""
    match token.type:
        case "strong_open" | "strong_close":
            marks.bold += token.nesting
        case "em_open" | "em_close":
            marks.italic += token.nesting
        case "link_open":
            _open_link(str(token.attrs.get("href", "")), marks, found)
        case "link_close":
            marks.link, marks.in_chip = "", False
            if marks.unkept:
                found.append(marks.text(f"]({marks.unkept})"))
                marks.unkept = ""
        case _:
            return False
    return True


def _open_link(address: str, marks: _Marks, found: list[Run | Picture]) -> None:
    """Begin a link; an address that cannot be kept as one stays in sight as words."""
    if name := _evidence(address):
        found.append(Chip(name))
        marks.in_chip = True
    elif link := clean_link(address):
        marks.link = link
    elif address:
        found.append(marks.text("["))
        marks.unkept = address


def _content(token: Token, marks: _Marks, *, lift: bool) -> list[Run | Picture]:
    match token.type:
        case "hardbreak":
            return [Break()]
        case "softbreak":
            return [marks.text(" ")]
        case "code_inline":
            return [marks.text(f"{token.markup}{token.content}{token.markup}")]
        case "image":
            return [_picture(token, marks, lift=lift)]
        case _:
            return [marks.text(token.content)]


def _picture(token: Token, marks: _Marks, *, lift: bool) -> Run | Picture:
    address = str(token.attrs.get("src", ""))
    alt = _spoken(token.children or [])
    kind, _, name = address.partition(":")
    if lift:
        match kind:
            case "attachment" if read_name(name):
                return Figure(read_name(name), alt)
            case "chart" if read_name(name):
                return Chart(read_name(name))
            case "table" if read_name(name):
                return LinkedTable(read_name(name))
        if source := unknown_picture(alt, address):
            return Verbatim(source)
    words = marks.text(alt or address)
    if not marks.link and (link := clean_link(address)):
        return Text(words.text, words.bold, words.italic, link, words.language)
    if clean_link(address):
        return words
    return marks.text(f"![{alt}]({address})")


def _spoken(tokens: Iterable[Token]) -> str:
    """Return the plain words of the tokens inside a picture's description."""
    words: list[str] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.children:
            words.append(_spoken(token.children))
        else:
            words.append(token.content)
    return "".join(words)
