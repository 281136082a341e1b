"""How long a text is by the rule of its limit, and that rule in words."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.domain.questionnaire import Limit
from bidkit.figures.counting import CountRule, count
from bidkit.words import tr


@dataclass(frozen=True)
class Length:
    """What a text counts against a limit, both in the limit's unit."""

    used: int
    most: int

    @property
    def over(self) -> int:
        """How many too many, nought where it fits."""
        return max(0, self.used - self.most)


def count_rule(limit: Limit) -> CountRule | None:
    """Return the rule a limit is counted by; None where it has none that counts words."""
    match limit.unit:
        case "words":
            split = limit.rule == "hyphens split"
            return CountRule.WORDS_HYPHENS if split else CountRule.WORDS
        case "characters":
            return CountRule.CHARACTERS if limit.rule == "word" else CountRule.PORTAL
        case "characters without spaces":
            return CountRule.CHARACTERS_NO_SPACES
        case _:
            return None


def length_of(texts: tuple[str, ...], limit: Limit, title: str = "") -> Length | None:
    """Return the length of texts that share a limit; None where the limit cannot be counted.

    Formula: the sum of the counts of the texts (and of the title where it counts too).
    """
    rule = count_rule(limit)
    if rule is None or limit.most is None or limit.most <= 0:
        return None
    counted = (*texts, title) if limit.includes_title else texts
    return Length(sum(count(text, rule) for text in counted), limit.most)


def length_words(length: Length, limit: Limit) -> str:
    """Return a length beside its limit: "612 of 500 words"."""
    return tr("{used} of {most} {unit}", used=length.used, most=length.most, unit=unit_words(limit))


def unit_words(limit: Limit) -> str:
    """Return the unit of a limit in words."""
    if limit.unit == "words":
        return tr("words")
    if limit.unit == "characters":
        return tr("characters")
    return tr("characters without spaces") if limit.unit else ""


def rule_words(limit: Limit) -> str:
    """Return how a limit is counted, as a sentence."""
    return {
        CountRule.WORDS: tr("Counted as Word counts: a hyphenated word is one."),
        CountRule.WORDS_HYPHENS: tr("Counted with hyphenated words as two."),
        CountRule.CHARACTERS: tr("Counted as Word counts characters with spaces."),
        CountRule.PORTAL: tr("Counted as web forms count: a line break is two characters."),
        CountRule.CHARACTERS_NO_SPACES: tr("Counted without spaces and line breaks."),
        None: "",
    }[count_rule(limit)]
