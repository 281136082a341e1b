"""Finding weak phrases in our own words: not in quotations, not beside a figure that excuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bidkit.domain.finding import Span
from bidkit.rules.facts import Phrase
from bidkit.rules.reading import Reading, sentence_around, span_at

FIGURE = re.compile(r"\d")
DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b20\d\d\b|\d{1,2}/\d{1,2}",
    re.IGNORECASE,
)
EXCUSES = {"figure": FIGURE, "date": DATE}
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hit:
    """A weak phrase as it stands in a text, where it first stands, and how often."""

    phrase: Phrase
    words: str
    span: Span
    times: int = 1


class Matcher:
    """A phrase list made ready: which words may begin a phrase, and the pattern of all."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self._phrases = phrases
        self._starts: set[str] = set()
        self._prefixes: tuple[str, ...] = ()
        named = []
        for number, phrase in enumerate(phrases):
            forms = [form for form in phrase.forms if WORD.search(form)]
            for form in forms:
                self._note_start(form)
            if forms:
                named.append(f"(?P<p{number}>{'|'.join(map(_pattern, forms))})")
        self._all = re.compile(f"(?:{'|'.join(named)})(?!\\w)", re.IGNORECASE) if named else None

    def hits(self, line: str) -> Iterator[tuple[Phrase, int, int]]:
        """Yield each phrase in a line with where it stands; none overlaps another."""
        reached = 0
        for word in WORD.finditer(line):
            if self._all is None or word.start() < reached or not self._may_start(word.group()):
                continue
            found = self._all.match(line, word.start())
            if found is not None:
                reached = found.end()
                yield self._phrases[int((found.lastgroup or "p0")[1:])], found.start(), reached

    def _note_start(self, form: str) -> None:
        start = re.match(r"[\w*]*", form.strip().casefold())
        first = start.group() if start else ""
        if first and "*" not in first:
            self._starts.add(first)
        else:
            self._prefixes += (first.partition("*")[0],)

    def _may_start(self, word: str) -> bool:
        plain = word.casefold()
        return plain in self._starts or plain.startswith(self._prefixes)


@lru_cache(maxsize=8)
def matcher_of(phrases: tuple[Phrase, ...]) -> Matcher:
    """Return the matcher of a phrase list, made once."""
    return Matcher(phrases)


def weak_phrases(reading: Reading, phrases: tuple[Phrase, ...]) -> tuple[Hit, ...]:
    """Return each weak phrase of a text once, in the order in which they first stand."""
    found: dict[str, Hit] = {}
    matcher = matcher_of(phrases)
    for line in reading.own:
        for phrase, start, end in _hits_in(line, matcher):
            earlier = found.get(phrase.key)
            if earlier is None:
                found[phrase.key] = Hit(phrase, line[start:end], span_at(line, start, end))
            else:
                found[phrase.key] = Hit(phrase, earlier.words, earlier.span, earlier.times + 1)
    return tuple(found.values())


@lru_cache(maxsize=4096)
def _hits_in(line: str, matcher: Matcher) -> tuple[tuple[Phrase, int, int], ...]:
    return tuple(hit for hit in matcher.hits(line) if not _excused(line, *hit))


def _excused(line: str, phrase: Phrase, start: int, end: int) -> bool:
    excuse = EXCUSES.get(phrase.unless)
    return excuse is not None and excuse.search(sentence_around(line, start, end)) is not None


def _pattern(form: str) -> str:
    """Return a pattern of one form: any white space between words, * for any letters."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in form.split())
    return r"\s+".join(words).replace("'", "['’]")
