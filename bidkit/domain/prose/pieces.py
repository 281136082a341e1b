"""The pieces of a stored text that can be read each alone, so that an edit reads only its own."""

from __future__ import annotations

import re

NOT_PLAIN = re.compile(r"[ \t]|[-+*][ \t\n]|[-+*]$|\d{1,9}[.)]|[>#|=_]|[-*]{2}[-*\s]")
FENCES = ("```", "~~~")


def passages_of(text: str) -> tuple[str, ...]:
    """Return the pieces of a text that read alike alone and together.

    A paragraph that begins like one stands alone; lists, quotes and tables stay with what is near
    them, and a text with a fenced passage is one piece. So a long answer is read again only where
    it was changed.
    """
    if any(fence in text for fence in FENCES):
        return (text,)
    passages: list[str] = []
    open_before = False
    for piece in re.split(r"\n(?:[ \t]*\n)+", text):
        plain = NOT_PLAIN.match(piece) is None
        if passages and open_before and not plain:
            passages[-1] += f"\n\n{piece}"
        elif piece.strip():
            passages.append(piece)
        open_before = not plain
    return tuple(passages)
