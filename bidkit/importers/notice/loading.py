"""From a file somebody sent to plain data: encoding, size, and hostile JSON are settled here."""

from __future__ import annotations

import codecs
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from bidkit.errors import FileError, ForeignFileError
from bidkit.words import tr

LARGEST = 30_000_000
LONGEST_NUMBER = 40
LARGEST_EXPONENT = 30
DEEPEST = 60


def bytes_of(given: Path | bytes) -> bytes:
    """Return the bytes of a file, at most LARGEST of them; FileError when it cannot be read."""
    if isinstance(given, bytes):
        return _small_enough(given)
    try:
        with given.open("rb") as file:
            return _small_enough(file.read(LARGEST + 1))
    except OSError as error:
        raise FileError(
            tr("“{name}” cannot be opened.", name=given.name),
            advice=tr("Check that the file is still there and that you may read it."),
            details=str(error),
        ) from error


def text_of(raw: bytes) -> str:
    """Return the text: UTF-8 (with or without a mark), UTF-16 with one, else Windows-1252."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "".join(_western(byte) for byte in raw)


def data_of(raw: bytes) -> Any:
    """Return the JSON value of a file; ForeignFileError when it is none or is built to harm."""
    try:
        data = json.loads(
            text_of(raw),
            object_pairs_hook=_object,
            parse_float=_number,
            parse_int=_number,
            parse_constant=_no_number,
        )
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise ForeignFileError(
            tr("This file is not a notice that BidKit can read."),
            tr("It is not written as JSON."),
            tr("Save the notice from the website as JSON (OCDS) and open that file."),
            str(error),
        ) from error
    if _deeper_than(data, DEEPEST):
        raise _too_deep()
    return data


def _western(byte: int) -> str:
    """Return the Windows-1252 character of a byte, or the Latin-1 one where there is none."""
    raw = bytes((byte,))
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _small_enough(raw: bytes) -> bytes:
    if len(raw) > LARGEST:
        raise ForeignFileError(
            tr("This file is too large for a notice."),
            tr("Notices are far smaller than {n} MB.", n=LARGEST // 1_000_000),
            tr("Download the one notice you need and open that."),
        )
    return raw


def _number(text: str) -> Decimal | None:
    """Return a number; one beyond all size stands for "no limit", as the portals write it."""
    if len(text) > LONGEST_NUMBER:
        raise ForeignFileError(
            tr("This file holds a number that no notice would hold."),
            details=text[:LONGEST_NUMBER],
        )
    number = Decimal(text)
    return number if abs(number.adjusted()) <= LARGEST_EXPONENT else None


def _no_number(_text: str) -> None:
    """Read Infinity and NaN, which portals write where there is no limit, as nothing said."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object; a name given twice with two meanings is refused, not guessed."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            raise ForeignFileError(
                tr("This file says two different things about “{name}”.", name=name[:60]),
                tr("BidKit cannot know which of them is meant."),
                tr("Download the notice again from the website that published it."),
            )
        found[name] = value
    return found


def _deeper_than(data: Any, most: int) -> bool:
    level = [data]
    for _ in range(most):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True


def _too_deep() -> ForeignFileError:
    return ForeignFileError(
        tr("This file is nested more deeply than any notice."),
        tr("It may have been made to do harm, so it was not read further."),
        tr("Download the notice again from the website that published it."),
    )
