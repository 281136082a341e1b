"""What a value given on the command line stands for in its field, and what the field takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from bidkit.domain.prose import read_prose, write_prose
from bidkit.domain.shape import Leaf
from bidkit.domain.typed import (
    UnreadableError,
    read_count,
    read_day,
    read_moment,
    read_money,
    read_number,
    read_tags,
)
from bidkit.errors import InputError
from bidkit.figures.dates.deadlines import uk_moment
from bidkit.words import tr

Reading = Callable[[str, date], Any]


def value_given(leaf: Leaf, text: str, today: date) -> Any:
    """Return the value a text stands for in this field; InputError says what the field takes."""
    if text == "":
        return leaf.default
    kind = _kind(leaf.annotation)
    reading = READINGS.get(kind)
    try:
        if reading is not None:
            return reading(text, today)
        if kind is str:
            return _text(leaf, text)
        if get_origin(kind) is Literal:
            return _choice(text, get_args(kind))
        if leaf.mark.elementwise:
            return read_tags(_text(leaf, text))
        return leaf.from_json(text)
    except (UnreadableError, ValueError) as error:
        raise InputError(
            tr("“{text}” cannot stand in {field}.", text=text[:80], field=leaf.path),
            str(error) if isinstance(error, UnreadableError) else _takes_json(kind),
            details=str(error),
        ) from error


def _kind(annotation: Any) -> Any:
    """Return what a field takes when it is not empty."""
    if get_origin(annotation) is UnionType or type(None) in get_args(annotation):
        return next(one for one in get_args(annotation) if one is not type(None))
    return annotation


def _text(leaf: Leaf, text: str) -> str:
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in text):
        raise UnreadableError(tr("Some characters could not be read. Give the text as UTF-8."))
    if leaf.mark.prose:
        return write_prose(read_prose(text))
    return text if leaf.mark.multiline else " ".join(text.splitlines())


def _choice(text: str, choices: tuple[str, ...]) -> str:
    wanted = text.strip().casefold()
    for choice in choices:
        if choice.casefold() == wanted:
            return choice
    known = ", ".join(f"“{choice}”" for choice in choices if choice)
    close = get_close_matches(wanted, choices, n=1)
    meant = tr("Did you mean “{choice}”?", choice=close[0]) + " " if close else ""
    raise UnreadableError(meant + tr("It takes one of: {choices}.", choices=known))


def _yes_no(text: str, _today: date) -> bool:
    known = {"yes": True, "true": True, "no": False, "false": False}
    answer = known.get(text.strip().casefold())
    if answer is None:
        raise UnreadableError(tr("It takes yes or no."))
    return answer


def _number(text: str, _today: date) -> Decimal | None:
    plain = text.strip().removesuffix("%")
    try:
        return read_number(plain)
    except UnreadableError:
        try:
            return read_money(plain)
        except UnreadableError:
            raise UnreadableError(
                tr("It takes a number or an amount, such as 12.5 or £184,200.")
            ) from None


def _count(text: str, _today: date) -> int | None:
    return read_count(text)


def _moment(text: str, today: date) -> datetime | None:
    """Read a moment with the zone it names, or else in UK time."""
    plain = text.strip()
    try:
        stated = datetime.fromisoformat(plain)
    except ValueError:
        return read_moment(plain, today)
    if stated.tzinfo is not None:
        return stated
    if ":" not in plain:
        raise UnreadableError(tr("Add the UK time, such as {day} 12:00.", day=plain))
    return uk_moment(stated.date(), stated.time())


READINGS: Mapping[Any, Reading] = {
    bool: _yes_no,
    datetime: _moment,
    date: read_day,
    Decimal: _number,
    int: _count,
}


def _takes_json(kind: Any) -> str:
    inner = get_args(kind)[0]
    if inner is str:
        return tr('It takes a list in JSON, such as ["one", "two"].')
    fields = ", ".join(getattr(inner, "model_fields", {}))
    return tr("It takes a list in JSON of things with these fields: {fields}.", fields=fields)
