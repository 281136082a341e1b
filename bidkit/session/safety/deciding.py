"""Deciding between versions: each undecided place with its versions in words, and the decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bidkit.changes.change import DELETED
from bidkit.changes.conflict import Alternative, Conflict
from bidkit.changes.words import Same
from bidkit.domain.base import Money
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.shape import canonical
from bidkit.domain.showing import day_words, moment_words, money_words
from bidkit.session.safety.drafts import leaf_at
from bidkit.session.session import Session
from bidkit.words import tr

ISO_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)")
Spans = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Version:
    """One version: who wrote it when, its words with what differs marked, and its JSON."""

    author: str
    when: str
    spans: Spans
    value: str

    @property
    def words(self) -> str:
        """The words without marks."""
        return "".join(text for text, _ in self.spans)


@dataclass(frozen=True)
class Question:
    """One undecided place and its versions; free text can be put together or written anew."""

    place: str
    ref: Ref[Bid, Any]
    versions: tuple[Version, ...]
    free: bool
    deletion: bool

    @property
    def together(self) -> str:
        """All versions one under the other, as a start for one text of both."""
        return "\n\n".join(one.words for one in self.versions if one.words)


def questions_of(session: object) -> tuple[Question, ...]:
    """Return every place of an open file that waits for a decision."""
    if not isinstance(session, Session):
        return ()
    return tuple(_question(conflict) for conflict in session.loaded.conflicts)


def decide(session: Session, question: Question, value: str) -> bool:
    """Let one version stand, by its JSON, in place of all; tell whether it is in the file."""
    document, place = session.document, question.ref
    if question.deletion:
        if value == DELETED:
            document.remove(place, label=tr("Decide"))
    else:
        chosen = leaf_at(place).from_json(value)
        document.edit(tr("Decide"), lambda bid: place.set(bid, chosen), place=place)
    return session.commit(decided=(question.place,))


def decide_words(session: Session, question: Question, words: str) -> bool:
    """Let words written anew stand in place of all versions."""
    return decide(session, question, canonical(words))


def _question(conflict: Conflict) -> Question:
    deletion = conflict.kind == "deleted"
    versions = tuple(
        Version(
            one.author or tr("Somebody"),
            moment_words(datetime.fromisoformat(one.at)),
            _spans(conflict, number),
            one.value or DELETED,
        )
        for number, one in enumerate(conflict.alternatives)
    )
    place = conflict.ref
    free = not deletion and leaf_at(place).annotation is str and conflict.kind != "belonging"
    return Question(conflict.place, place, versions, free, deletion)


def _spans(conflict: Conflict, number: int) -> Spans:
    one = conflict.alternatives[number]
    pieces = conflict.pieces
    counts = {len(piece.options) for piece in pieces if not isinstance(piece, Same)}
    if not pieces or counts != {len(conflict.alternatives)}:
        return ((_told(conflict, one), False),)
    return tuple(
        (piece.text, False) if isinstance(piece, Same) else (piece.options[number], True)
        for piece in pieces
    )


def _told(conflict: Conflict, one: Alternative) -> str:
    if conflict.kind == "deleted":
        gone = one.value is None or one.value == DELETED
        return (
            tr("Taken out.") if gone else tr("Kept and changed: {words}", words=_words(one.plain))
        )
    if one.value is not None and leaf_at(conflict.ref).annotation == Money:
        return money_words(leaf_at(conflict.ref).from_json(one.value)) or tr("Nothing")
    return _words(one.plain)


def _words(plain: Any) -> str:
    if isinstance(plain, str) and ISO_DAY.fullmatch(plain):
        return day_words(date.fromisoformat(plain))
    if isinstance(plain, bool):
        return tr("yes") if plain else tr("no")
    if plain in (None, "", []):
        return tr("Nothing")
    if isinstance(plain, dict):
        return " · ".join(str(part) for part in plain.values() if isinstance(part, str) and part)
    if isinstance(plain, Sequence) and not isinstance(plain, str):
        return ", ".join(map(str, plain))
    return str(plain)
