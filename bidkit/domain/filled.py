"""Replies filled in for us: how they are known from what somebody wrote or changed since."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.base import derived_id
from bidkit.domain.questionnaire import COLUMNS, Response, ResponseRow

SAYS = ("yes_no", "held", "choice", "several", "text", "number", "money", "date", "attachment")


def mark_of(response: Response, rows: Iterable[ResponseRow] = ()) -> str:
    """Return a mark of what a reply says, rows included: the same words, the same mark."""
    said = [str(getattr(response, name) or "") for name in SAYS]
    for row in rows:
        if row.parent == response.id:
            said += [str(getattr(row, name)) for name in COLUMNS]
    return derived_id(*said)


def is_as_filled(response: Response, rows: Iterable[ResponseRow] = ()) -> bool:
    """Tell whether a reply was filled in for us and nobody has changed it since."""
    return response.prefilled and response.filled_with in ("", mark_of(response, rows))


def waits_for_a_look(response: Response, rows: Iterable[ResponseRow] = ()) -> bool:
    """Tell whether a reply was filled in for us and nobody has looked at it."""
    return not response.checked and is_as_filled(response, rows)
