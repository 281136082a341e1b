"""Whether an answer tells all three parts: what changed, what we did, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bidkit.domain.bid import Bid
from bidkit.domain.prose import WORDS_ONLY, plain_text, read_prose
from bidkit.domain.showing import number_words

LONG_WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 5
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class ThreeParts:
    """Which of the three parts an answer tells; None where the bid itself says nothing of one."""

    outcome: bool | None
    activity: bool | None
    output: bool | None


def three_parts(bid: Bid, text: str) -> ThreeParts:
    """Return which of the bid's outcomes, activities and outputs an answer speaks of.

    One is told where at least half of its long words stand in the answer, by their first five
    letters; an output also where its number does. It is a help to look again, not a judgement.
    Source of the three parts: From Policy to Practice, 2007.
    """
    plain = plain_text(read_prose(text), lambda _evidence: "", style=WORDS_ONLY)
    stems = _stems(plain)
    numbers = set(re.findall(r"\d[\d,.]*\d|\d", plain))
    outputs: bool | None = _told(stems, (one.text for one in bid.outputs))
    if outputs is False:
        counted = {number_words(one.quantity) for one in bid.outputs if one.quantity is not None}
        outputs = bool(counted & numbers)
    return ThreeParts(
        _told(stems, (one.text for one in bid.outcomes)),
        _told(stems, (one.text for one in bid.activities)),
        outputs,
    )


def _told(stems: frozenset[str], texts: Iterable[str]) -> bool | None:
    known = [wanted for text in texts if (wanted := _stems(text))]
    if not known:
        return None
    return any(len(wanted & stems) >= ENOUGH * len(wanted) for wanted in known)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.casefold()[:STEM] for word in LONG_WORD.findall(text))
