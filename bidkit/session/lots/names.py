"""What another lot has left behind: names of its places, and findings that are only about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.rules.subjects.scoring.lots import names_by_lot
from bidkit.words import tr


def findings_for(bid: Bid, findings: tuple[Finding, ...], seen: Bid) -> tuple[Finding, ...]:
    """Return the findings whose places are still there in a lot's set; seen is that set."""
    return tuple(one for one in findings if one.place.exists(seen) or not one.place.exists(bid))


def names_left(bid: Bid, lot: str, document: object) -> tuple[str, ...]:
    """Return, in words, the names of other lots that stand in a lot's document."""
    text = "\n".join(_texts(document))
    found = []
    for other, called, names in names_by_lot(bid):
        for name in names if other != lot else ():
            words = r"\s+".join(re.escape(word) for word in name.split())
            if re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE):
                found.append(tr("“{name}” ({lot})", name=name, lot=called))
    return tuple(found)


def _texts(part: Any) -> Iterator[str]:
    """Yield every text of a composed document, whatever holds it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        runs = [one.text for one in part if isinstance(getattr(one, "text", None), str)]
        yield "".join(runs)
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
