"""Words whose consent does not hold: where a bid repeats them, and the bid without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.consent import Consent, consent_of
from bidkit.domain.edits import with_fields
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.words import tr

FEWEST_WORDS = 3
FEWEST_OF_SENTENCE = 5
BETWEEN = r"(?:</?span\b[^>]*>|[\W_]){1,24}"
WORD = re.compile(r"[^\W_]+")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
SPEAKERS = "testimonials"


@dataclass(frozen=True)
class HeldBack:
    """Somebody's words that may not leave, who is said to have said them, and why not."""

    words: str
    who: str
    why: Consent


@dataclass(frozen=True)
class Repeat:
    """A field that repeats words that may not leave: where, which stretch of it, whose words."""

    place: Ref[Bid, Any]
    text: str
    start: int
    end: int
    held: HeldBack


def held_back(bid: Bid, today: date) -> tuple[HeldBack, ...]:
    """Return every quotation that may not leave on a day; what another consent frees is free."""
    free: list[str] = []
    held: list[HeldBack] = []
    known = {one.id: one for one in bid.testimonials}
    for one in bid.testimonials:
        state = consent_of(one, today)
        if state == "holds":
            free.append(_plain(one.quotation))
        elif one.quotation.strip():
            held.append(HeldBack(one.quotation, one.attribution, state))
    for story in bid.case_studies:
        speaker = known.get(story.testimonial)
        state = consent_of(speaker, today) if speaker is not None else "missing"
        if state == "holds":
            free.append(_plain(story.quotation))
        elif story.quotation.strip():
            held.append(HeldBack(story.quotation, story.title, state))
    return tuple(one for one in held if not any(_plain(one.words) in words for words in free))


def repeats(bid: Bid, today: date) -> Iterator[Repeat]:
    """Yield every field of the bid, but for where they are kept, that repeats held back words."""
    held = held_back(bid, today)
    if not held:
        return
    words = tuple(one.words for one in held)
    for place, text in _texts(bid):
        for number, start, end in _found_in(text, words):
            yield Repeat(place, text, start, end, held[number])


def without_held_back(bid: Bid, today: date) -> Bid:
    """Return the bid as it may leave: held back words are gone, wherever they are repeated.

    Whatever is written out for anybody is made of this, so that no way out has to remember it.
    """
    held = held_back(bid, today)
    speakers = tuple(one for one in bid.testimonials if consent_of(one, today) == "holds")
    if not held and len(speakers) == len(bid.testimonials):
        return bid
    free = {one.id for one in speakers}
    stories = tuple(
        one if one.testimonial in free else one.model_copy(update={"quotation": ""})
        for one in bid.case_studies
    )
    left: Bid = with_fields(bid, {SPEAKERS: speakers, "case_studies": stories})
    patterns = [found for one in held if (found := _pattern(one.words)) is not None]
    return _without(left, patterns) if patterns else left


def _without(bid: Bid, patterns: list[re.Pattern[str]]) -> Bid:
    shape = shape_of(Bid)
    changed: dict[str, Any] = _cleaned(bid, patterns)
    for name in shape.collections:
        if name == SPEAKERS:
            continue
        entries: tuple[Entity, ...] = getattr(bid, name)
        cleaned = tuple(_with(one, _cleaned(one, patterns)) for one in entries)
        if any(one is not other for one, other in zip(cleaned, entries, strict=True)):
            changed[name] = cleaned
    left: Bid = with_fields(bid, changed) if changed else bid
    return left


def _with(one: Entity, changed: dict[str, Any]) -> Entity:
    made: Entity = with_fields(one, changed) if changed else one
    return made


def _cleaned(one: Frozen, patterns: list[re.Pattern[str]]) -> dict[str, Any]:
    note = tr("(words left out: no consent)")
    changed: dict[str, Any] = {}
    for path, text in _own_texts(one):
        cleaned = text
        for pattern in patterns:
            cleaned = pattern.sub(note, cleaned)
        if cleaned != text:
            changed[path] = cleaned
    return changed


def _texts(bid: Bid) -> Iterator[tuple[Ref[Bid, Any], str]]:
    for path, text in _own_texts(bid):
        yield Ref[Bid, Any](Bid, tuple(path.split("."))), text
    for name in shape_of(Bid).collections:
        if name == SPEAKERS:
            continue
        for one in getattr(bid, name):
            for path, text in _own_texts(one):
                if (name, path) != ("case_studies", "quotation"):
                    place: Ref[Bid, Any] = Ref(Bid, (name,)).item(one.id)
                    yield place.then(Ref(type(one), tuple(path.split(".")))), text


def _own_texts(one: Frozen) -> Iterator[tuple[str, str]]:
    for path, leaf in shape_of(type(one)).leaves.items():
        if leaf.annotation is str:
            value: Any = one
            for name in path.split("."):
                value = getattr(value, name)
            if len(value) > FEWEST_WORDS:
                yield path, value


@lru_cache(maxsize=8192)
def _found_in(text: str, quotations: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return which quotations a text repeats, and where; a text that stays is read once."""
    made = []
    for number, words in enumerate(quotations):
        pattern = _pattern(words)
        found = pattern.search(text) if pattern is not None else None
        if found is not None:
            made.append((number, found.start(), found.end()))
    return tuple(made)


def _plain(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))


@lru_cache(maxsize=512)
def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds the words or a whole sentence of them, however they are set out."""
    pieces = [(words, FEWEST_WORDS)]
    pieces += [(sentence, FEWEST_OF_SENTENCE) for sentence in SENTENCE_END.split(words)]
    forms = []
    for piece, fewest in pieces:
        found = WORD.findall(piece)
        if len(found) >= fewest:
            forms.append(BETWEEN.join(map(re.escape, found)))
    if not forms:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(dict.fromkeys(forms))})(?!\w)", re.IGNORECASE)
