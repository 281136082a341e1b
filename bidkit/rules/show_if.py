"""Whether a question is asked at all: conditions such as "D4.1 = yes" or "C3.6 empty"."""

from __future__ import annotations

import re
from typing import Protocol

STRUCTURED = re.compile(r"\s*(\S+?)\s*(!=|=)\s*(.*?)\s*")
EMPTY_CONDITION = re.compile(r"\s*(\S+)\s+(?:is\s+)?empty\s*")


class Finder(Protocol):
    """Finds the question a condition names, and what was replied to it."""

    def is_explained(self, key: str) -> bool:
        """Tell whether somebody said why there is no reply."""

    def replies(self, key: str) -> tuple[str, ...] | None:
        """Return the words replied, () while unanswered, None if there is no such question."""


def condition_holds(words: str, finder: Finder) -> bool | None:
    """Return whether a condition such as "D4.1 = yes" or "C3.6 empty" holds; None: not known."""
    if not words.strip():
        return True
    if empty := EMPTY_CONDITION.fullmatch(words):
        replies = finder.replies(empty[1])
        if not replies:
            return True if replies is None or finder.is_explained(empty[1]) else None
        return False
    found = STRUCTURED.fullmatch(words)
    replies = finder.replies(found[1]) if found else None
    if found is None or replies is None:
        return True
    if not replies:
        return None
    wanted = {one.strip().casefold() for one in found[3].split("|")}
    holds = any(one.casefold() in wanted for one in replies)
    return holds if found[2] == "=" else not holds
