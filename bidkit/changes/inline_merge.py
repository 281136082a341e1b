"""Merge versions of the words of one block, with their marks, links and evidence chips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bidkit.changes.align import Agreed, Token, merge_tokens
from bidkit.changes.words import Choice, Piece, Same, join_pieces
from bidkit.domain.prose import Break, Chip, Run, Runs, Text

PARTS = re.compile(r"(\S*)(\s*)")
NO_MARKS = (False, False, "", "")
Fragment = tuple[Any, ...]


def merge_runs(base: Runs, sides: Sequence[Runs]) -> tuple[Runs, tuple[Piece, ...]]:
    """Return the merged words of a block, and the same as pieces for showing.

    Where versions only mark the same words differently, the one with most marks is taken.
    """
    taken: list[Token] = []
    pieces: list[Piece] = []
    for stretch in merge_tokens(tokens_of(base), [tokens_of(side) for side in sides]):
        if isinstance(stretch, Agreed):
            taken.extend(stretch.tokens)
            pieces.append(Same(plain(stretch.tokens)))
            continue
        options = tuple(plain(tokens) for tokens in stretch.options)
        changed = [one for one in stretch.options if one != stretch.was]
        if len({plain(one) for one in changed}) == 1:
            taken.extend(max(changed, key=_marked))
            pieces.append(Same(plain(changed[0])))
        else:
            taken.extend(changed[0])
            pieces.append(Choice(plain(stretch.was), options))
    return runs_of(taken), join_pieces(pieces)


def tokens_of(runs: Runs) -> list[Token]:
    """Return the words of a block, each with its marks and the blank after it.

    A word without marks is its text; any other is the tuple of its fragments.
    """
    tokens: list[Token] = []
    word: list[Fragment] = []
    for run in runs:
        match run:
            case Text(text, bold, italic, link, language):
                marks = (bold, italic, link, language)
                for part, blank in PARTS.findall(text):
                    if part:
                        word.append((part, *marks))
                    if blank:
                        _close(tokens, word, blank)
            case Chip(evidence):
                word.append((evidence,))
            case Break():
                _close(tokens, word, "\n")
    _close(tokens, word, "")
    return tokens


def _close(tokens: list[Token], word: list[Fragment], blank: str) -> None:
    """End the word that was begun, or lengthen the blank after the last one."""
    if word:
        alone = len(word) == 1 and word[0][1:] == NO_MARKS
        tokens.append((word[0][0] if alone else tuple(word), blank))
        word.clear()
    elif tokens and blank:
        tokens[-1] = (tokens[-1][0], tokens[-1][1] + blank)


def runs_of(tokens: Sequence[Token]) -> Runs:
    """Return the block's runs again; a blank carries the marks its neighbours share."""
    runs: list[Run] = []
    text: list[str] = []
    marks: tuple[Any, ...] = NO_MARKS
    for number, (word, blank) in enumerate(tokens):
        for fragment in fragments(word):
            if len(fragment) == 1 or fragment[1:] != marks:
                _flush(runs, text, marks)
                marks = fragment[1:] if len(fragment) > 1 else NO_MARKS
            if len(fragment) == 1:
                runs.append(Chip(fragment[0]))
            else:
                text.append(fragment[0])
        if number + 1 == len(tokens):
            break
        following = fragments(tokens[number + 1][0])[0]
        if "\n" in blank:
            _flush(runs, text, marks)
            runs.append(Break())
        elif following[1:] == marks:
            text.append(blank or " ")
        else:
            _flush(runs, text, marks)
            runs.append(Text(blank or " "))
    _flush(runs, text, marks)
    return tuple(runs)


def _flush(runs: list[Run], text: list[str], marks: tuple[Any, ...]) -> None:
    if text:
        runs.append(Text("".join(text), *marks))
        text.clear()


def fragments(word: object) -> tuple[Fragment, ...]:
    """Return a word as its fragments, each with marks of its own."""
    return word if isinstance(word, tuple) else ((word, *NO_MARKS),)


def plain(tokens: Iterable[Token]) -> str:
    """Return tokens as words without their marks; a chip as its evidence's name in brackets."""
    return "".join([f"{_spelt(word)}{blank or ' '}" for word, blank in tokens])


def plain_runs(runs: Runs) -> str:
    """Return runs as words without their marks."""
    parts: list[str] = []
    for run in runs:
        match run:
            case Text(text):
                parts.append(text)
            case Chip(evidence):
                parts.append(f"[{evidence}]")
            case Break():
                parts.append("\n")
    return "".join(parts)


def _spelt(word: object) -> str:
    if isinstance(word, str):
        return word
    return "".join(one[0] if len(one) > 1 else f"[{one[0]}]" for one in fragments(word))


def _marked(tokens: Iterable[Token]) -> tuple[int, str]:
    known = list(tokens)
    every = [fragment for word, _ in known for fragment in fragments(word)]
    return sum(1 for fragment in every for mark in fragment[1:] if mark), repr(known)
