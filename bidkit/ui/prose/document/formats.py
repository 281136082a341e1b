"""What prose means inside a QTextDocument: the properties that carry it, apart from all looks.

A root block says what surrounds it (AROUND), whether it opens a list item (OPENS) and what it is
(heading level, VERBATIM). Its characters say their marks; an object character is a chip, figure,
chart or linked table. Weight, colour and Qt's own lists are only how this is shown.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextFormat

from bidkit.domain.prose import Chart, Chip, Figure, LinkedTable, Surround, Text
from bidkit.domain.prose.lines import Around

OBJECT = "\ufffc"
"""The character that stands for an object."""

LINE = "\u2028"
"""Qt's line break inside a block."""

_OWN = int(QTextFormat.Property.UserProperty)


class Own(IntEnum):
    """The numbers of our properties."""

    AROUND = _OWN + 1
    OPENS = _OWN + 2
    VERBATIM = _OWN + 3
    ALIGNMENT = _OWN + 4
    BOLD = _OWN + 11
    ITALIC = _OWN + 12
    LANGUAGE = _OWN + 13
    LINK = _OWN + 14
    CHIP = _OWN + 21
    FIGURE = _OWN + 22
    ALT = _OWN + 23
    CHART = _OWN + 24
    LINKED_TABLE = _OWN + 25


class ObjectKind(IntEnum):
    """The numbers of our kinds of object characters."""

    CHIP = int(QTextFormat.ObjectTypes.UserObject) + 1
    PICTURE = int(QTextFormat.ObjectTypes.UserObject) + 2


_LETTERS: dict[Around, str] = {"bullet": "b", "number": "n", "quote": "q"}
_KINDS: dict[str, Around] = {letter: kind for kind, letter in _LETTERS.items()}


def write_around(around: tuple[Surround, ...]) -> str:
    """Return what surrounds a line as a property can hold it, such as "q n3"."""
    return " ".join(
        _LETTERS[one.kind] + (str(one.start) if one.kind == "number" else "") for one in around
    )


def read_around(written: str) -> tuple[Surround, ...]:
    """Return what `write_around` wrote."""
    return tuple(
        Surround(_KINDS[part[0]], int(part[1:]) if len(part) > 1 else 1) for part in written.split()
    )


def around_of(given: QTextFormat) -> tuple[Surround, ...]:
    """Return what surrounds a block or a table of this format."""
    written = given.stringProperty(Own.AROUND)
    return read_around(written) if written else ()


def set_around(given: QTextFormat, around: tuple[Surround, ...], *, opens: bool = False) -> None:
    """Note in a format what surrounds its block and whether it opens a list item."""
    if around:
        given.setProperty(Own.AROUND, write_around(around))
    else:
        given.clearProperty(Own.AROUND)
    opens = opens and bool(around) and around[-1].kind != "quote"
    given.setProperty(Own.OPENS, opens)


def is_verbatim(given: QTextBlockFormat) -> bool:
    """Tell whether a block is a passage kept as it came."""
    return given.boolProperty(Own.VERBATIM)


def set_marks(given: QTextCharFormat, run: Text) -> None:
    """Note the marks of a run in a character format."""
    for name, held in ((Own.BOLD, run.bold), (Own.ITALIC, run.italic)):
        if held:
            given.setProperty(name, held)
        else:
            given.clearProperty(name)
    for name, value in ((Own.LANGUAGE, run.language), (Own.LINK, run.link)):
        if value:
            given.setProperty(name, value)
        else:
            given.clearProperty(name)


def with_marks(given: QTextFormat, text: str) -> Text:
    """Return words with the marks that a character format notes."""
    return Text(
        text,
        given.boolProperty(Own.BOLD),
        given.boolProperty(Own.ITALIC),
        given.stringProperty(Own.LINK),
        given.stringProperty(Own.LANGUAGE),
    )


def set_object(given: QTextCharFormat, thing: Chip | Figure | Chart | LinkedTable) -> None:
    """Note in a character format what its object character stands for."""
    given.setObjectType(ObjectKind.CHIP if isinstance(thing, Chip) else ObjectKind.PICTURE)
    match thing:
        case Chip(evidence):
            given.setProperty(Own.CHIP, evidence)
        case Figure(attachment, alt):
            given.setProperty(Own.FIGURE, attachment)
            given.setProperty(Own.ALT, alt)
        case Chart(chart):
            given.setProperty(Own.CHART, chart)
        case LinkedTable(table):
            given.setProperty(Own.LINKED_TABLE, table)


def object_of(given: QTextFormat) -> Chip | Figure | Chart | LinkedTable | None:
    """Return what an object character of this format stands for."""
    if evidence := given.stringProperty(Own.CHIP):
        return Chip(evidence)
    if attachment := given.stringProperty(Own.FIGURE):
        return Figure(attachment, given.stringProperty(Own.ALT))
    if chart := given.stringProperty(Own.CHART):
        return Chart(chart)
    if table := given.stringProperty(Own.LINKED_TABLE):
        return LinkedTable(table)
    return None
