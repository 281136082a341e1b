"""Every word on screen passes through here: gettext without Qt, lazy until shown."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from typing import Protocol


class Catalogue(Protocol):
    """Something that turns an English text into the reader's language."""

    def gettext(self, message: str) -> str:
        """Return the translation of a message, or the message itself."""


class Translator:
    """Holds the catalogue in use, so that a language can be chosen once at the start."""

    def __init__(self) -> None:
        self._catalogue: Catalogue = gettext.NullTranslations()

    def use(self, catalogue: Catalogue) -> None:
        """Render every text from now on with this catalogue."""
        self._catalogue = catalogue

    def render(self, message: str, values: Mapping[str, object]) -> str:
        """Return the message in the reader's language with its values filled in."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text


translator = Translator()


class Words:
    """An English text and its values, rendered only when somebody reads it."""

    __slots__ = ("_message", "_values")

    def __init__(self, message: str, values: Mapping[str, object]) -> None:
        self._message = message
        self._values = values

    def __str__(self) -> str:
        return translator.render(self._message, self._values)

    def __repr__(self) -> str:
        return f"tr({self._message!r})"

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


def tr(message: str, **values: object) -> str:
    """Return an English text in the reader's language, with {names} filled in from values."""
    return translator.render(message, values)


def later(message: str, **values: object) -> Words:
    """Promise a text now (in a module-level table) and render it when it is read with str()."""
    return Words(message, values)
