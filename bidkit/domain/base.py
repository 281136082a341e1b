"""The ground of every noun: values, groups, entities, and the marks their fields carry.

Modules of nouns do not postpone their annotations: each would be compiled once more at the start.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, ClassVar, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict

G = TypeVar("G", bound="Frozen")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Reader(StrEnum):
    """For whom a field may be printed."""

    BUYER = "buyer"
    US = "us"


@dataclass(frozen=True)
class Mark:
    """What is known of one field besides its type: who may read it, and how it is kept."""

    reader: Reader | None = None
    personal: bool = False
    confidential: bool = False
    prose: bool = False
    elementwise: bool = False
    multiline: bool = False


FOR_BUYER = Mark(reader=Reader.BUYER)
FOR_US = Mark(reader=Reader.US)
PERSONAL = Mark(personal=True)
CONFIDENTIAL = Mark(reader=Reader.US, confidential=True)

Paragraphs = Annotated[str, Mark(multiline=True)]
Prose = Annotated[str, Mark(prose=True, multiline=True)]
Tags = Annotated[tuple[str, ...], Mark(elementwise=True)]
Money = Decimal | None
Number = Decimal | None
Count = int | None
YesNo = Literal["", "yes", "no"]
YesNoUnknown = Literal["", "yes", "no", "unknown"]
HeldNow = Literal["", "now", "by award", "no"]
LotScope = Tags


class Frozen(BaseModel):
    """A value that never changes; the next one is made from it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    reader: ClassVar[Reader] = Reader.US


class Value(Frozen):
    """A small thing kept whole: a period, a level of a scale."""


class Group(Frozen):
    """Fields that belong together and are always there, each stored on its own."""


class Entity(Frozen):
    """A thing with an identity of its own; what it belongs to and its place are plain fields."""

    id: str
    parent: str = ""
    order: str = ""


def blank(kind: type[G], **known: object) -> G:
    """Return a thing as it is before anything is written in it; nothing is checked or copied.

    Calling the class would build its checker first, which costs more than the start can spare.
    """
    fields = {name: info.default for name, info in kind.model_fields.items()}
    return cast("G", kind.model_construct(set(known), **(fields | known)))


def new_id() -> str:
    """Return an identity that no other thing has, in any copy of any bid."""
    return secrets.token_hex(8)


def derived_id(*origin: str) -> str:
    """Return the identity of an item that comes from a pack or notice: the same each time."""
    return sha256("\x1f".join(origin).encode()).hexdigest()[:16]


def key_between(before: str, after: str) -> str:
    """Return an order key that sorts between two others ('' = no limit on that side)."""
    prefix = ""
    position = 0
    while True:
        low = DIGITS.index(before[position]) if position < len(before) else 0
        bounded = bool(after) and after[:position] == prefix
        high = DIGITS.index(after[position]) if bounded and position < len(after) else len(DIGITS)
        if high - low > 1:
            return prefix + DIGITS[(low + high) // 2]
        prefix += DIGITS[low]
        position += 1


def keys_after(last: str, count: int) -> Iterable[str]:
    """Yield order keys that sort after the last one, in rising order."""
    for _ in range(count):
        last = key_after(last)
        yield last


def key_after(last: str) -> str:
    """Return a short order key that sorts after the last one, growing slowly at the end."""
    for position, digit in enumerate(last):
        if digit != DIGITS[-1]:
            return last[:position] + DIGITS[DIGITS.index(digit) + 1]
    return last + DIGITS[1]
