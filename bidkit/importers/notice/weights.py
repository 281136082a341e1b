"""Weights as notices write them: exact numbers, rough ones, points, ranks, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bidkit.importers.notice.source import Source
from bidkit.words import tr

HUNDRED = Decimal(100)
_ALONE = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|per ?cent)?\s*\.?\s*$", re.IGNORECASE)
_INSIDE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|per ?cent)", re.IGNORECASE)
_NAME_FIRST = re.compile(
    r"([A-Z][A-Za-z&/,' ]{2,60}?)\s*(?:[-–—:=(]|is|of|at|weighting|weighted)*\s*"
    r"(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    r"(\d{1,3}(?:\.\d{1,4})?)\s*(?:%|per ?cent)\s*(?:[-–—:=]|for|on|of|the)*\s*"
    r"([A-Z][A-Za-z&/' ]{2,60}?)(?=\s*(?:,|;|\.|\)|\n|$|\band\b|\d))",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:and|plus|with|the|of|on|is|are|be|criteria|award)\b\s*", re.IGNORECASE)
_NAMES = re.compile(
    r"quality|price|cost|social value|technical|commercial|financ|interview|presentation"
    r"|method|experience|deliver|value for money|environment|sustainab",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Weight:
    """One weight as published and as a number; not exact ones are to be confirmed."""

    number: Decimal | None
    as_published: str
    exact: bool = True
    points: bool = False


def stated_weight(criterion: Source) -> Weight | None:
    """Return the weight a criterion states in numbers, or None."""
    for number in criterion.each("numbers"):
        kind, value = number.line("weight"), number.number("number")
        if not kind or value is None or value < 0:
            continue
        if kind.startswith("percentage") and value <= HUNDRED:
            return Weight(value, f"{value:f}%", exact=kind.endswith("Exact"))
        if kind.startswith("decimal") and value <= 1:
            exact = kind.endswith("Exact")
            return Weight(_plain(value * HUNDRED), f"{value:f}", exact=exact)
        if kind.startswith("points"):
            words = tr("{number} points", number=f"{value:f}")
            return Weight(value, words, exact=kind.endswith("Exact"), points=True)
        if kind == "order":
            return Weight(None, tr("{number} in order of importance", number=f"{value:f}"))
    return None


def weight_in_words(text: str, *, alone: bool = False) -> Weight | None:
    """Return the one weight a text names, to be confirmed; None when it names none or several."""
    single = _ALONE.match(text)
    found = [single[1]] if single else ([] if alone else _INSIDE.findall(text))
    if len(set(found)) != 1:
        return None
    number = _plain(Decimal(found[0]))
    if number > HUNDRED:
        return None
    return Weight(number, " ".join(text.split())[:200], exact=False)


def only_a_weight(text: str) -> bool:
    """Tell whether a text holds nothing but a weight."""
    return _ALONE.match(text) is not None


def threshold_of(criterion: Source) -> Decimal | None:
    """Return the least score a criterion asks for, if it states one."""
    for number in criterion.each("numbers"):
        if number.line("threshold") == "minimumScore":
            return number.number("number")
    return None


def fixed_price(criterion: Source) -> bool:
    """Tell whether a criterion fixes the price, so that only quality decides."""
    return any(number.line("fixed") for number in criterion.each("numbers"))


def weights_in_prose(text: str) -> tuple[tuple[str, Decimal], ...]:
    """Return named weights of a passage when they add up to exactly 100; else nothing."""
    for pattern, name_at, number_at in ((_NAME_FIRST, 1, 2), (_NUMBER_FIRST, 2, 1)):
        pairs: dict[str, Decimal] = {}
        for match in pattern.finditer(text):
            name = _tidy(match[name_at])
            if name and _NAMES.search(name):
                pairs.setdefault(name, Decimal(match[number_at]))
        if len(pairs) > 1 and sum(pairs.values(), Decimal(0)) == HUNDRED:
            return tuple(pairs.items())
    return ()


def as_percent(weights: list[Weight]) -> list[Weight]:
    """Return weights given in points as shares of 100; those not exact are to be confirmed."""
    points = [weight.number for weight in weights if weight.points and weight.number]
    total = sum(points, Decimal(0))
    if not points or len(points) != len(weights) or total == HUNDRED:
        return weights
    return [_share(weight, total) for weight in weights]


def _share(weight: Weight, total: Decimal) -> Weight:
    number = (weight.number or Decimal(0)) * HUNDRED / total
    rounded = number.quantize(Decimal("0.01"))
    words = tr("{points} of {total}", points=weight.as_published, total=f"{total:f}")
    return Weight(_plain(rounded), words, exact=weight.exact and rounded == number)


def _plain(number: Decimal) -> Decimal:
    """Return the same number without idle noughts after the point, and never as 4E+1."""
    return Decimal(f"{number.normalize():f}")


def _tidy(name: str) -> str:
    """Return the bare name of a criterion out of the words before or after its number."""
    plain = _LEADING.sub("", name.strip())
    plain = _LEADING.sub("", re.split(r"[,;:(]| (?:is|are|of|at|as|be) ", plain)[-1].strip())
    plain = plain.strip(" -–")[:80]
    return plain.capitalize() if plain.islower() else plain
