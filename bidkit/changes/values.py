"""The values of changes: read when they are asked for, and then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic_core import from_json

from bidkit.changes.change import Change


def plain(text: str | None) -> Any:
    """Return canonical JSON as plain data; None for nothing and for what is no JSON."""
    try:
        return None if text is None else from_json(text, allow_inf_nan=False)
    except ValueError:
        return None


More = Callable[[list[str]], Mapping[str, str | None]]


class Values:
    """Gives the canonical JSON a change holds, or None when its value is left out."""

    def __init__(self, more: More | None = None) -> None:
        self._known: dict[str, str | None] = {}
        self._more = more

    def read_with(self, more: More | None) -> None:
        """Read what is not known yet in this way from now on (None: it cannot be read now)."""
        self._more = more

    def remember(self, changes: Iterable[Change]) -> None:
        """Take the values of changes that are at hand."""
        for change in changes:
            if change.value is not None or change.header.id not in self._known:
                self._known[change.header.id] = change.value

    def forget(self, identities: Iterable[str]) -> None:
        """Give no value for these changes from now on."""
        self._known.update(dict.fromkeys(identities))

    def fetch(self, identities: Iterable[str]) -> None:
        """Read many values in one go."""
        missing = [identity for identity in identities if identity not in self._known]
        if missing and self._more is not None:
            found = self._more(missing)
            self._known.update((identity, found.get(identity)) for identity in missing)

    def __call__(self, identity: str) -> str | None:
        """Return the value of one change, reading it if need be."""
        if identity not in self._known:
            self.fetch([identity])
        return self._known.get(identity)
