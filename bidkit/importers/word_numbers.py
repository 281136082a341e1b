"""The numbers Word shows before paragraphs of its automatic lists, worked out as it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
MOST_LEVELS = 9
ROMAN = (
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts, its pattern ("%1.%2"), where it begins."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass
class WordNumbers:
    """Counts through a document; each paragraph asks for its number once, in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Any, styles: Any) -> WordNumbers:
        """Return the lists of a document from its numbering and its styles; either may be None."""
        made = cls()
        for one in _all(numbering, "abstractNum"):
            identity = one.get(f"{W}abstractNumId", "")
            made.levels[identity] = {
                int(level.get(f"{W}ilvl", "0")): _level(level) for level in one.findall(f"{W}lvl")
            }
        for one in _all(numbering, "num"):
            made.lists[one.get(f"{W}numId", "")] = _value(one, "abstractNumId")
        for style in _all(styles, "style"):
            found = _of_list(style.find(f"{W}pPr"))
            if found is not None:
                made.styles[style.get(f"{W}styleId", "")] = found
        return made

    def next_for(self, paragraph: Any) -> str:
        """Return the number Word shows before this paragraph; '' for none, "•" for a bullet."""
        properties = paragraph.find(f"{W}pPr")
        found = _of_list(properties)
        if found is None and properties is not None:
            found = self.styles.get(_value(properties, "pStyle"))
        if found is None or found[0] == "0":
            return ""
        key = self.lists.get(found[0], "")
        levels = self.levels.get(key, {})
        depth = min(max(found[1], 0), MOST_LEVELS - 1)
        level = levels.get(depth, Level())
        if level.form in ("bullet", "none"):
            return "•" if level.form == "bullet" else ""
        counts = self.counts.setdefault(key or found[0], [0] * MOST_LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (MOST_LEVELS - depth - 1)
        return _shown(level, levels, counts)


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else list(root.iter(f"{W}{name}"))


def _value(parent: Any, name: str) -> str:
    found = parent.find(f"{W}{name}")
    return "" if found is None else str(found.get(VAL, ""))


def _level(level: Any) -> Level:
    start = _value(level, "start")
    return Level(
        _value(level, "numFmt") or "decimal",
        _value(level, "lvlText"),
        int(start) if start.isdecimal() else 1,
    )


def _of_list(properties: Any) -> tuple[str, int] | None:
    numbered = None if properties is None else properties.find(f"{W}numPr")
    if numbered is None:
        return None
    identity, depth = _value(numbered, "numId"), _value(numbered, "ilvl")
    return (identity, int(depth) if depth.isdecimal() else 0) if identity else None


def _shown(level: Level, levels: dict[int, Level], counts: list[int]) -> str:
    shown = level.pattern
    for place in range(MOST_LEVELS):
        form = levels.get(place, Level()).form
        start = levels.get(place, Level()).start
        shown = shown.replace(f"%{place + 1}", in_form(counts[place] or start, form))
    return shown.strip()


def in_form(number: int, form: str) -> str:
    """Return a number as a list counts it: 3, c, C, iii or III."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and number < 400:
        left, words = number, ""
        for worth, letters in ROMAN:
            words += letters * (left // worth)
            left %= worth
        return words if form == "lowerRoman" else words.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
