"""Where in a TOML text something stands, found by its place in the data."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\- ]+?)\s*\]\]?\s*(?:#.*)?$")


def line_of(text: str, place: Sequence[int | str]) -> int:
    """Return the line number of a place such as ("sections", 0, "questions", 2, "kind").

    The nearest known line is given when the very field stands on none; 0 when nothing is known.
    """
    lines = text.splitlines()
    table, rest = _split(place)
    start = _header_line(lines, table)
    while start is None:
        names: list[int | str] = [table[-1][0]]
        table, rest = table[:-1], [*names, *rest]
        start = _header_line(lines, table)
    name = next((step for step in rest if isinstance(step, str)), "")
    return _key_line(lines, start, name) or start


def _split(place: Sequence[int | str]) -> tuple[list[tuple[str, int]], list[int | str]]:
    """Return the tables with their places in their lists, and what is left inside the last."""
    table: list[tuple[str, int]] = []
    position = 0
    while position + 1 < len(place):
        name, index = place[position], place[position + 1]
        if not isinstance(name, str) or not isinstance(index, int):
            break
        table.append((name, index))
        position += 2
    return table, list(place[position:])


def _header_line(lines: list[str], table: list[tuple[str, int]]) -> int | None:
    """Return the line number of the header of a table, or None; the file itself is line 0."""
    if not table:
        return 0
    counts: dict[str, int] = {}
    wanted = ".".join(name for name, _ in table)
    for number, line in enumerate(lines, start=1):
        match = _HEADER.match(line)
        if match is None or match[1] != "[[":
            continue
        name = match[2].replace(" ", "")
        for inner in [known for known in counts if known.startswith(name + ".")]:
            del counts[inner]
        counts[name] = counts.get(name, -1) + 1
        if name == wanted and _reached(counts, table):
            return number
    return None


def _reached(counts: dict[str, int], table: list[tuple[str, int]]) -> bool:
    path = ""
    for name, index in table:
        path = f"{path}.{name}" if path else name
        if counts.get(path) != index:
            return False
    return True


def _key_line(lines: list[str], start: int, name: str) -> int | None:
    """Return the line of a key after a header and before the next one."""
    if not name:
        return None
    key = re.compile(rf"^\s*[\"']?{re.escape(name)}[\"']?\s*[.=]")
    for number, line in enumerate(lines[start:], start=start + 1):
        if _HEADER.match(line):
            return None
        if key.match(line):
            return number
    return None
