"""Two versions of a document, word by word: what was added, what was taken out, on which page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby
from typing import Literal, NamedTuple

from bidkit.importers.documents_text import DocumentText
from bidkit.words import tr

Kind = Literal["same", "added", "removed"]
MOST_WORDS_APART = 6_000
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Piece:
    """A stretch of words that stayed, came or went."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class PageCompared:
    """One page of the newer version with what was taken out standing where it stood."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything differs on this page."""
        return any(one.kind != "same" for one in self.pieces)


@dataclass(frozen=True)
class Exchange:
    """Lines of the older version and the lines that stand in their place now."""

    older: str
    newer: str
    page: int


@dataclass(frozen=True)
class Comparison:
    """All pages of the newer version compared with the older one."""

    pages: tuple[PageCompared, ...] = ()
    exchanges: tuple[Exchange, ...] = ()

    @cached_property
    def changed_pages(self) -> tuple[int, ...]:
        """The numbers of the pages on which something differs."""
        return tuple(one.page for one in self.pages if one.changed)

    def count(self, kind: Kind) -> int:
        """Return how many words stayed, came or went."""
        every = (piece for page in self.pages for piece in page.pieces)
        return sum(len(piece.text.split()) for piece in every if piece.kind == kind)


class _Token(NamedTuple):
    word: str
    blank: str
    page: int


class _Line(NamedTuple):
    words: tuple[str, ...]
    tokens: tuple[_Token, ...]


def compare_documents(older: DocumentText, newer: DocumentText) -> Comparison:
    """Return what changed between two versions; no word of either is lost."""
    before, after = _lines(older), _lines(newer)
    found: list[tuple[Kind, _Token]] = []
    exchanges: list[Exchange] = []
    matcher = SequenceMatcher(
        None, [one.words for one in before], [one.words for one in after], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        gone = [token for line in before[start:end] for token in line.tokens]
        come = [token for line in after[new_start:new_end] for token in line.tokens]
        if tag == "equal":
            found += [("same", token) for token in come]
            continue
        found += _words_apart(gone, come)
        page = come[0].page if come else _page_after(after, new_start)
        exchanges.append(Exchange(_text(gone).strip(), _text(come).strip(), page))
    return Comparison(_pages(found, newer), tuple(exchanges))


def compare_words(older: str, newer: str) -> tuple[Piece, ...]:
    """Return one text compared with another, word by word."""
    gone, come = _tokens(older, 1), _tokens(newer, 1)
    return _joined(_words_apart(gone, come))


def marked(pieces: Sequence[Piece]) -> str:
    """Return a compared text as plain words: what came and went stands in named brackets."""
    words = []
    for piece in pieces:
        text = " ".join(piece.text.split())
        if piece.kind == "added":
            text = tr("[added: {words}]", words=text)
        elif piece.kind == "removed":
            text = tr("[taken out: {words}]", words=text)
        words.append(text)
    return " ".join(words)


def _words_apart(gone: Sequence[_Token], come: Sequence[_Token]) -> Iterator[tuple[Kind, _Token]]:
    """Yield the words of a changed stretch; one too long to compare is shown as exchanged."""
    if len(gone) + len(come) > MOST_WORDS_APART:
        yield from _sentences_apart(gone, come)
        return
    matcher = SequenceMatcher(
        None, [one.word for one in gone], [one.word for one in come], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from (("same", token) for token in come[new_start:new_end])
        else:
            yield from (("removed", token) for token in gone[start:end])
            yield from (("added", token) for token in come[new_start:new_end])


def _sentences_apart(
    gone: Sequence[_Token], come: Sequence[_Token]
) -> Iterator[tuple[Kind, _Token]]:
    """Compare a long stretch sentence by sentence, as one whose lines were broken anew."""
    before, after = _sentences(gone), _sentences(come)
    matcher = SequenceMatcher(
        None, [one.words for one in before], [one.words for one in after], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        old = [token for one in before[start:end] for token in one.tokens]
        new = [token for one in after[new_start:new_end] for token in one.tokens]
        if tag == "equal":
            yield from (("same", token) for token in new)
        elif len(old) + len(new) > MOST_WORDS_APART:
            yield from (("removed", token) for token in old)
            yield from (("added", token) for token in new)
        else:
            yield from _words_apart(old, new)


def _sentences(tokens: Sequence[_Token]) -> list[_Line]:
    found: list[_Line] = []
    open_one: list[_Token] = []
    for token in tokens:
        open_one.append(token)
        if token.word[-1] in ".?!:;":
            found.append(_line(open_one))
            open_one = []
    return [*found, _line(open_one)] if open_one else found


def _line(tokens: Sequence[_Token]) -> _Line:
    return _Line(tuple(one.word for one in tokens), tuple(tokens))


def _pages(found: Sequence[tuple[Kind, _Token]], newer: DocumentText) -> tuple[PageCompared, ...]:
    """Gather words by the page of the newer version; what went stands before what follows it."""
    placed: dict[int, list[tuple[Kind, _Token]]] = {one.number: [] for one in newer.pages}
    page = next(iter(placed), 1)
    for kind, token in found:
        page = token.page if kind != "removed" else page
        placed.setdefault(page, []).append((kind, token))
    return tuple(PageCompared(number, _joined(tokens)) for number, tokens in placed.items())


def _joined(
    found: Sequence[tuple[Kind, _Token]] | Iterator[tuple[Kind, _Token]],
) -> tuple[Piece, ...]:
    return tuple(
        Piece(kind, _text([token for _, token in group]))
        for kind, group in groupby(found, key=lambda one: one[0])
    )


def _page_after(lines: Sequence[_Line], at: int) -> int:
    near = lines[at : at + 1] or lines[-1:]
    return near[0].tokens[0].page if near else 1


def _lines(document: DocumentText) -> list[_Line]:
    lines = []
    for page in document.pages:
        for line in page.text.splitlines():
            tokens = tuple(_tokens(line, page.number))
            if tokens:
                lines.append(_line(tokens))
    return lines


def _tokens(text: str, page: int) -> list[_Token]:
    """Return the words of a text; the last of each line is followed by the line's end."""
    tokens = []
    for line in text.splitlines():
        words = _WORD.findall(line)
        ends = [" "] * (len(words) - 1) + ["\n"]
        tokens += [_Token(word, end, page) for word, end in zip(words, ends, strict=False)]
    return tokens


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(f"{one.word}{one.blank}" for one in tokens)
