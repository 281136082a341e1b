"""Counting plain text by a rule that has a name, so that a count can always be explained."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.figures.rounding import to_whole_up

LINE_ENDS = re.compile(r"\r\n|\r")
HYPHENS = re.compile(r"[-‐‑‒–—/]+")
BETWEEN_HYPHENS = re.compile(r"[^\s\-‐‑‒–—/]+")
LONE_HYPHENS = re.compile(r"(?<!\S)[-‐‑‒–—/]+(?!\S)")
PORTAL_LINE = 2
"""What a line break counts in a web form: carriage return and line feed."""


class CountRule(StrEnum):
    """How a limit is counted.

    words: whatever stands between white space, as Word counts; "well-being" is one word.
    words_hyphens: the same, but hyphens, dashes and slashes divide; "well-being" is two words.
    characters: every character but line breaks, as Word counts with spaces.
    characters_no_spaces: every character that is not white space.
    portal: as web forms count: every character, a line break as two, rare signs as two.
    """

    WORDS = "words"
    WORDS_HYPHENS = "words_hyphens"
    CHARACTERS = "characters"
    CHARACTERS_NO_SPACES = "characters_no_spaces"
    PORTAL = "portal"


@dataclass(frozen=True, slots=True)
class Counts:
    """All counts of one text."""

    words: int
    words_hyphens: int
    characters: int
    characters_no_spaces: int
    portal: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit and the rule it is counted by."""

    most: int
    rule: CountRule = CountRule.WORDS


@dataclass(frozen=True, slots=True)
class AgainstLimit:
    """A text against its limit; left is below nought where it is over."""

    used: int
    left: int

    @property
    def over(self) -> bool:
        """Tell whether the text is longer than allowed."""
        return self.left < 0


def count(text: str, rule: CountRule) -> int:
    """Return how long a text is by the rule. Line breaks of any system count alike."""
    return COUNTERS[rule](_plain(text))


def counts(text: str) -> Counts:
    """Return how long a text is by every rule."""
    plain = _plain(text)
    return Counts(*(COUNTERS[rule](plain) for rule in CountRule))


def against(text: str, limit: Limit) -> AgainstLimit:
    """Return a text against its limit. Formula: left = limit − count."""
    used = count(text, limit.rule)
    return AgainstLimit(used, limit.most - used)


def shared(texts: tuple[str, ...], limit: Limit) -> AgainstLimit:
    """Return several parts against the limit they share. Formula: left = limit − Σ counts."""
    used = sum(count(text, limit.rule) for text in texts)
    return AgainstLimit(used, limit.most - used)


def fits_until(text: str, limit: Limit) -> int:
    """Return how many characters of the text, from its start, stand within the limit.

    By words it ends after the last word allowed, otherwise after the last character. The whole
    length where nothing is over, so that what follows it can be marked as not read.
    """
    if not against(text, limit).over:
        return len(text)
    if limit.rule in (CountRule.WORDS, CountRule.WORDS_HYPHENS):
        return _word_end(text, limit)
    low, high = 0, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        if against(text[:middle], limit).over:
            high = middle
        else:
            low = middle
    return low


def pages(words: int, words_on_page: int) -> Decimal:
    """Return about how many pages so many words fill, in quarters rounded up.

    Formula: words ÷ words on a page. The words on a page depend on the buyer's font and size, so
    they are an estimate passed in. Nought for nothing; a page takes at least one word.
    """
    quarters = Decimal(4 * max(0, words)) / max(1, words_on_page)
    return Decimal(to_whole_up(quarters)) / 4


def _plain(text: str) -> str:
    return LINE_ENDS.sub("\n", text)


def _words(text: str) -> int:
    return len(text.split())


def _words_hyphens(text: str) -> int:
    return len(BETWEEN_HYPHENS.findall(text)) + len(LONE_HYPHENS.findall(text))


def _parts(word: str) -> int:
    return max(1, sum(1 for part in HYPHENS.split(word) if part))


def _characters(text: str) -> int:
    return len(text) - text.count("\n")


def _characters_no_spaces(text: str) -> int:
    return sum(map(len, text.split()))


def _portal(text: str) -> int:
    signs = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return signs + text.count("\n") * (PORTAL_LINE - 1)


def _word_end(text: str, limit: Limit) -> int:
    used = end = 0
    for word in re.finditer(r"\S+", text):
        parts = _parts(word.group()) if limit.rule is CountRule.WORDS_HYPHENS else 1
        if used + parts > limit.most:
            break
        used += parts
        end = word.end()
    return end


COUNTERS: dict[CountRule, Callable[[str], int]] = {
    CountRule.WORDS: _words,
    CountRule.WORDS_HYPHENS: _words_hyphens,
    CountRule.CHARACTERS: _characters,
    CountRule.CHARACTERS_NO_SPACES: _characters_no_spaces,
    CountRule.PORTAL: _portal,
}
