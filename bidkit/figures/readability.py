"""How easily a text reads: an estimated reading age, and the sentences that are too long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[-*•])")
SHORT_FORMS = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|Prof|St|No|vs|approx)\.$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöûü]+")
SILENT_ENDS = ("es", "ed")
SCHOOL_STARTS = 5


@dataclass(frozen=True, slots=True)
class Readability:
    """Sentences, words and syllables of a text, and the age at which it is read with ease."""

    sentences: int
    words: int
    syllables: int
    reading_age: int


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence with more words than is easily read, and where it stands in the text."""

    start: int
    end: int
    words: int


def readability(text: str) -> Readability | None:
    """Return the reading age of an English text; None for a text without words.

    Formula: Flesch and Kincaid's grade, 0.39 × words ÷ sentences + 11.8 × syllables ÷ words −
    15.59, plus 5 for the age at which school starts; syllables are groups of vowels without a
    silent ending. Rounding: to the nearest year, from 5 to 25. An estimate: under a hundred words
    it says little. Source: Kincaid and others, 1975.
    """
    sentences = [found for found in _sentences(text) if WORD.search(text, *found)]
    words = WORD.findall(text)
    if not words:
        return None
    syllables_ = sum(map(syllables, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables_ / len(words) - 15.59
    age = max(SCHOOL_STARTS, min(25, round(grade + SCHOOL_STARTS)))
    return Readability(len(sentences), len(words), syllables_, age)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one.

    Formula: groups of vowels, less one for a silent ending -e, -es or -ed.
    """
    plain = word.casefold()
    groups = len(VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ie", "ye")):
        groups -= 1
    elif plain.endswith(SILENT_ENDS) and len(plain) > 4:
        hissing = plain.endswith(("ses", "zes", "xes", "ches", "shes", "ces", "ges"))
        sounded = plain.endswith(("ted", "ded", "ied", "ies", "les", "eed")) or hissing
        groups -= not sounded
    return max(1, groups)


def long_sentences(text: str, most_words: int = 30) -> tuple[LongSentence, ...]:
    """Return the sentences with more words than that, in order."""
    found = []
    for start, end in _sentences(text):
        words = len(WORD.findall(text, start, end))
        if words > most_words:
            found.append(LongSentence(start, end, words))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        if SHORT_FORMS.search(text, start, end.end()):
            continue
        spans.append((start, end.end()))
        start = end.end()
    spans.append((start, len(text)))
    trimmed = ((low + _space_before(text[low:high]), high) for low, high in spans)
    return [(low, high) for low, high in trimmed if text[low:high].strip()]


def _space_before(text: str) -> int:
    return len(text) - len(text.lstrip())
