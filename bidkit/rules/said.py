"""What weak phrases say of plain text outside answers: the case, the value, the promises."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.rules.engine import Remark
from bidkit.rules.facts import Phrase
from bidkit.rules.phrases import weak_phrases
from bidkit.rules.reading import Line, Reading
from bidkit.words import tr

SECTOR_WIDE = re.compile(
    r"\b(?:the (?:voluntary|third|charity|community|not-for-profit|vcse|social enterprise) sector|"
    r"(?:charities|social enterprises|voluntary organisations|third sector organisations|vcos|"
    r"vcses) (?:are|can|have|do|reach|offer|bring|provide|deliver|know|work|understand))\b",
    re.IGNORECASE,
)


def speaks_of_sector(text: str) -> bool:
    """Tell whether a text claims something of all charities instead of us."""
    return SECTOR_WIDE.search(text) is not None


def weak_words(
    place: Ref[Bid, Any], text: str, phrases: tuple[Phrase, ...], *, worst_only: bool = False
) -> Iterable[Remark]:
    """Yield a remark on each weak phrase of a text; what is said of the sector has its own.

    worst_only: speak only of phrases that sound like unproved claims, such as "we aim".
    """
    if not text.strip():
        return
    lines = tuple(Line(line) for line in text.splitlines() if line.strip())
    about_all = SECTOR_WIDE.search(text)
    for hit in weak_phrases(Reading(lines, ()), phrases):
        worst = hit.phrase.weight == "error"
        if (about_all and hit.words in about_all.group()) or (worst_only and not worst):
            continue
        better = hit.phrase.better or tr("a number, a name or a rating")
        yield Remark(
            place,
            Level.SHOULD if worst else Level.HINT,
            tr("“{words}” proves nothing by itself.", words=hit.words),
            tr("It reads as a claim that nothing proves.")
            if worst
            else tr("Adjectives without figures lose trust."),
            tr("Better: {better}", better=better),
            hit.span,
        )
