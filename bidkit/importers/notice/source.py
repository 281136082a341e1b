"""A tolerant way through a release: wrong types read as absent, and what was used is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bidkit.importers.notice.repair import repaired, repaired_line

LARGEST_AMOUNT = Decimal(10) ** 12


class Source:
    """One place in a release; reading from it marks the path as used."""

    def __init__(self, node: Any, path: str = "", used: set[str] | None = None) -> None:
        self.node = node
        self.path = path
        self._used: set[str] = set() if used is None else used

    def __bool__(self) -> bool:
        """Tell whether anything stands here."""
        return self.node not in (None, {}, [], "")

    def at(self, *names: str) -> Source:
        """Return the place inside, by name; an absent one reads as empty."""
        node, path = self.node, self.path
        for name in names:
            node = node.get(name) if isinstance(node, dict) else None
            path = f"{path}.{name}" if path else name
        return Source(node, path, self._used)

    def each(self, *names: str) -> list[Source]:
        """Return the entries of a list inside; a single object counts as a list of one."""
        inner = self.at(*names)
        if isinstance(inner.node, dict):
            return [inner]
        if not isinstance(inner.node, list):
            return []
        return [Source(node, inner.path, self._used) for node in inner.node]

    def text(self, *names: str) -> str:
        """Return the text inside, repaired and in paragraphs; numbers read as text."""
        return repaired(self.raw(*names))

    def line(self, *names: str) -> str:
        """Return the text inside, repaired and on one line."""
        return repaired_line(self.raw(*names))

    def raw(self, *names: str) -> str:
        """Return the text inside exactly as published; '' when it is no text or number."""
        inner = self.at(*names)
        if isinstance(inner.node, str):
            inner.use()
            return inner.node
        if isinstance(inner.node, Decimal):
            inner.use()
            return f"{inner.node:f}"
        return ""

    def number(self, *names: str) -> Decimal | None:
        """Return the number inside (also one written as text), if it is one a notice can mean."""
        text = self.raw(*names).replace(",", "").strip().removeprefix("£").removesuffix("%")
        try:
            number = Decimal(text) if text else None
        except ArithmeticError:
            return None
        if number is None or not number.is_finite() or abs(number) > LARGEST_AMOUNT:
            return None
        return number

    def whole(self, *names: str) -> int | None:
        """Return the whole number inside, if there is one."""
        number = self.number(*names)
        return int(number) if number is not None and number == int(number) else None

    def flag(self, *names: str) -> bool | None:
        """Return the yes or no inside; None when it is not said."""
        inner = self.at(*names)
        if isinstance(inner.node, bool):
            inner.use()
            return inner.node
        return None

    def texts(self, *names: str) -> list[str]:
        """Return the texts of a list inside, each on one line."""
        return [line for entry in self.each(*names) if (line := entry.line())] or (
            [line] if (line := self.line(*names)) else []
        )

    def content(self) -> str:
        """Return everything that stands here as text, to see whether two places say the same."""
        return json.dumps(self.node, sort_keys=True, default=str)

    def use(self) -> None:
        """Mark this place as read."""
        self._used.add(self.path)

    def unused(self) -> Iterator[str]:
        """Yield the paths inside that hold something and were never read."""
        found: dict[str, None] = {}
        stack = [(self.node, self.path)]
        while stack:
            node, path = stack.pop()
            if path in self._used or node in (None, "", [], {}):
                continue
            if isinstance(node, dict):
                inner = [
                    (value, f"{path}.{name}" if path else name) for name, value in node.items()
                ]
                stack += reversed(inner)
            elif isinstance(node, list):
                stack += [(value, path) for value in reversed(node)]
            else:
                found[path] = None
        yield from found
