"""Finding weak phrases in our own words: not in quotations, not beside a figure that excuses."""

from __future__ import annotations

import re
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


@dataclass(frozen=True)
class Hit:
    """A weak phrase as it stands in a text, where it first stands, and how often."""

    phrase: Phrase
    words: str
    span: Span
    times: int = 1


def weak_phrases(reading: Reading, phrases: tuple[Phrase, ...]) -> tuple[Hit, ...]:
    """Return each weak phrase of a text once, in the order in which they first stand."""
    found: dict[str, Hit] = {}
    pattern = _pattern(phrases)
    if pattern is None:
        return ()
    for line in reading.own:
        for hit in pattern.finditer(line):
            phrase = phrases[int((hit.lastgroup or "p0")[1:])]
            if _excused(phrase, line, hit):
                continue
            earlier = found.get(phrase.key)
            if earlier is None:
                span = span_at(line, hit.start(), hit.end())
                found[phrase.key] = Hit(phrase, hit.group(), span)
            else:
                times = earlier.times + 1
                found[phrase.key] = Hit(phrase, earlier.words, earlier.span, times)
    return tuple(found.values())


def _excused(phrase: Phrase, line: str, hit: re.Match[str]) -> bool:
    excuse = EXCUSES.get(phrase.unless)
    if excuse is None:
        return False
    return excuse.search(sentence_around(line, hit.start(), hit.end())) is not None


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[Phrase, ...]) -> re.Pattern[str] | None:
    named = (
        f"(?P<p{at}>{'|'.join(_form(form) for form in phrase.forms if form.strip())})"
        for at, phrase in enumerate(phrases)
        if any(form.strip() for form in phrase.forms)
    )
    joined = "|".join(named)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None


def _form(form: str) -> str:
    """Return a pattern of one form: any white space between words, * for any letters."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in form.split())
    return r"\s+".join(words).replace("'", "['’]")
