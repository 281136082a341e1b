"""Words whose consent does not hold: where a bid repeats them, and the bid without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
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
class Sought:
    """What finds somebody's words: a pattern, and what a text must have for it to be tried.

    shortest: the least letters. signs: in small letters, one of these.
    """

    pattern: re.Pattern[str]
    shortest: int
    signs: tuple[str, ...]

    def within(self, text: str, small: str) -> re.Match[str] | None:
        """Return where a text holds the words; small is the same text in small letters."""
        return self.pattern.search(text) if any(sign in small for sign in self.signs) else None


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
    sought = [(one, found) for one in held if (found := _sought(one.words)) is not None]
    wanted = tuple(one.words for one, _found in sought)
    shortest = min((found.shortest for _one, found in sought), default=0)
    for name, entity, path, text in _texts(bid, shortest):
        for at, start, end in _found_in(text, wanted):
            yield Repeat(_place(name, entity, path), text, start, end, sought[at][0])


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
    patterns = [found.pattern for one in held if (found := _sought(one.words)) is not None]
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


def _texts(bid: Bid, shortest: int) -> Iterator[tuple[str, Entity | None, str, str]]:
    """Yield every text long enough: its collection and entity ('' and None: the bid's own)."""
    for path, text in _own_texts(bid, shortest):
        yield "", None, path, text
    for name in shape_of(Bid).collections:
        if name == SPEAKERS:
            continue
        for one in getattr(bid, name):
            for path, text in _own_texts(one, shortest):
                if (name, path) != ("case_studies", "quotation"):
                    yield name, one, path, text


def _place(name: str, entity: Entity | None, path: str) -> Ref[Bid, Any]:
    steps = tuple(path.split("."))
    if entity is None:
        return Ref[Bid, Any](Bid, steps)
    place: Ref[Bid, Any] = Ref(Bid, (name,)).item(entity.id)
    return place.then(Ref(type(entity), steps))


def _own_texts(one: Frozen, shortest: int = FEWEST_WORDS + 1) -> Iterator[tuple[str, str]]:
    paths, values = _reader(type(one))
    if paths:
        for path, text in zip(paths, values(one), strict=False):
            if len(text) >= shortest:
                yield path, text


@cache
def _reader(kind: type[Frozen]) -> tuple[tuple[str, ...], Callable[[Frozen], tuple[str, ...]]]:
    """Return where a class keeps texts, and what reads all of them at once."""
    leaves = shape_of(kind).leaves.items()
    paths = tuple(path for path, leaf in leaves if leaf.annotation is str)
    # one more name makes the reader return a tuple, however few there are
    values = attrgetter(*paths, *(paths[:1] or ("__class__",)))
    return paths, values


@lru_cache(maxsize=8192)
def _found_in(text: str, quoted: tuple[str, ...]) -> tuple[tuple[int, int, int], ...]:
    """Return which words a text holds, and where; kept, as most texts stay as they are."""
    small = text.lower()
    wanted = ((at, _sought(words)) for at, words in enumerate(quoted))
    hits = ((at, one.within(text, small)) for at, one in wanted if one is not None)
    return tuple((at, hit.start(), hit.end()) for at, hit in hits if hit is not None)


def _plain(words: str) -> str:
    return " ".join(WORD.findall(words.casefold()))


@lru_cache(maxsize=1024)
def _sought(words: str) -> Sought | None:
    """Return what finds the words or a whole sentence of them, however they are set out."""
    pieces = [(words, FEWEST_WORDS)]
    pieces += [(sentence, FEWEST_OF_SENTENCE) for sentence in SENTENCE_END.split(words)]
    forms, lengths, signs = [], [], []
    for piece, fewest in pieces:
        found = WORD.findall(piece)
        if len(found) >= fewest:
            forms.append(BETWEEN.join(map(re.escape, found)))
            lengths.append(len(" ".join(found)))
            signs.append(max(found, key=len).lower())
    if not forms:
        return None
    either = "|".join(dict.fromkeys(forms))
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return Sought(pattern, min(lengths), tuple(dict.fromkeys(signs)))
