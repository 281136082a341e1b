"""How a field's value reads in a table: the same words as in its editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.showing import (
    day_words,
    moment_words,
    money_words,
    number_words,
    percent_words,
)
from bidkit.ui.forms import spec
from bidkit.words import tr

LONGEST = 120


def words_of(field: spec.Field[Any] | None, value: Any, bid: Bid) -> str:
    """Return a value in words, as its field would show it; without a field by its type."""
    if isinstance(field, spec.Choice | spec.Several):
        names = {option: str(words) for option, words in field.options}
        values = value if isinstance(value, tuple) else (value,)
        return ", ".join(names.get(one, str(one)) for one in values)
    if isinstance(field, spec.LinkChoice | spec.LinkSet):
        return _linked(field, value, bid)
    if isinstance(field, spec.FileChoice):
        return next((one.name for one in bid.attachments if one.id == value), "")
    if isinstance(field, spec.Money):
        return money_words(value)
    if isinstance(field, spec.Percent):
        return percent_words(value)
    if isinstance(field, spec.YesNo | spec.YesNoUnknown):
        return {"yes": tr("Yes"), "no": tr("No"), "unknown": tr("not known")}.get(value, "")
    return by_type(value)


def by_type(value: Any) -> str:
    """Return a value in words by its type alone; long text is shortened to one line."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, Decimal | int):
        return number_words(value)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    if value is None:
        return ""
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _linked(field: Any, value: Any, bid: Bid) -> str:
    called: Callable[[Any], str] = field.called
    names = {entry.id: called(entry) for entry in field.to.get(bid)}
    values: Sequence[str] = value if isinstance(value, tuple) else (value,)
    return ", ".join(names[one] for one in values if one in names)
