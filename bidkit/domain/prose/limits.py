"""How much is laid out: beyond these limits a text is kept whole as one verbatim passage."""

from __future__ import annotations

MAX_LENGTH = 1_500_000
"""Longer texts are kept whole (characters)."""

MAX_MARKS = 60_000
"""Texts with more signs than this that could be marks are kept whole: nobody typed them."""

MAX_CELLS = 20_000
"""Texts whose tables have more cells in all are kept whole: a short text can ask for many."""

_MARKS = "[*_`<&\\|>\n"


def signs_in(text: str) -> int:
    """Return how many signs of a text could be marks; a text that is too long has too many."""
    if len(text) > MAX_LENGTH:
        return MAX_MARKS + 1
    return sum(text.count(mark) for mark in _MARKS)
