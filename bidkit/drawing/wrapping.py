"""Words made to fit: broken into lines, or cut with an ellipsis."""

from __future__ import annotations

from collections.abc import Callable

ELLIPSIS = "…"

Measure = Callable[[str], float]
"""Returns the width of a line of words."""


def fit(text: str, width: float, measure: Measure) -> str:
    """Return the words in one line, cut with an ellipsis where they are too wide."""
    line = " ".join(text.split())
    if measure(line) <= width:
        return line
    return _cut(line, width, measure)


def wrap(text: str, width: float, measure: Measure, most: int = 0) -> tuple[str, ...]:
    """Return the words in lines no wider than that; none for no words.

    Words too wide for a line are broken inside, behind a hyphen where one is near. With `most`
    lines the last one ends in an ellipsis where words are left over.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        if most and len(lines) > most:
            break
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *broken, line = _broken(word, width, measure, most)
        lines.extend(broken)
    if line:
        lines.append(line)
    if most and len(lines) > most:
        rest = f"{lines[most - 1]} {lines[most]}"
        return (*lines[: most - 1], _cut(rest, width, measure))
    return tuple(lines)


def _broken(word: str, width: float, measure: Measure, most: int) -> list[str]:
    if measure(word) <= width:
        return [word]
    pieces: list[str] = []
    rest = word
    while rest and not (most and len(pieces) > most):
        taken = max(1, _fitting(rest, width, measure))
        hyphen = rest.rfind("-", 1, taken) if taken < len(rest) else -1
        taken = hyphen + 1 if hyphen > 0 else taken
        pieces.append(rest[:taken])
        rest = rest[taken:]
    return pieces


def _cut(line: str, width: float, measure: Measure) -> str:
    if measure(ELLIPSIS) > width:
        return ""
    kept = _fitting(line, width, lambda part: measure(part.rstrip() + ELLIPSIS))
    return line[:kept].rstrip() + ELLIPSIS


def _fitting(text: str, width: float, measure: Measure) -> int:
    low, high = 0, min(len(text), 2000)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
