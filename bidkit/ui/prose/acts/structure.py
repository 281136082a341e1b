"""Headings, lists and quotes: what surrounds the blocks of a selection, changed by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from bidkit.domain.prose import MAX_DEPTH, Surround
from bidkit.domain.prose.lines import Around
from bidkit.ui.prose.acts.formatting import restyle
from bidkit.ui.prose.document.formats import Own, around_of, is_verbatim, set_around
from bidkit.ui.prose.document.listing import root_parts, settle_lists
from bidkit.ui.prose.document.look import INDENT, Look


@dataclass(frozen=True, slots=True)
class Place:
    """A block or table outside tables, what surrounds it, and whether it opens a list item."""

    part: QTextBlock | QTextTable
    around: tuple[Surround, ...]
    opens: bool

    @property
    def depth(self) -> int:
        """How many lists and quotes surround it."""
        return len(self.around)


def place_of(part: QTextBlock | QTextTable) -> Place:
    """Return a block or table with what its format says of it."""
    given = part.format() if isinstance(part, QTextTable) else part.blockFormat()
    return Place(part, around_of(given), given.boolProperty(Own.OPENS))


def places_in(cursor: QTextCursor) -> list[Place]:
    """Return the blocks and tables outside tables that a cursor touches."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found: list[Place] = []
    for part in root_parts(cursor.document()):
        first, last = _reach(part)
        if first > end:
            break
        if last >= start:
            found.append(place_of(part))
    return found


def _reach(part: QTextBlock | QTextTable) -> tuple[int, int]:
    if isinstance(part, QTextTable):
        return part.firstPosition(), part.lastPosition()
    return part.position(), part.position() + part.length() - 1


def in_list(cursor: QTextCursor) -> bool:
    """Tell whether the cursor stands in a list, outside tables."""
    around = around_of(cursor.block().blockFormat())
    return cursor.currentTable() is None and any(one.kind != "quote" for one in around)


def set_heading(cursor: QTextCursor, look: Look, level: int) -> None:
    """Make the selected blocks headings of a level, or paragraphs again with level 0."""
    for place in places_in(cursor):
        if isinstance(place.part, QTextBlock) and not is_verbatim(place.part.blockFormat()):
            _set_block(place.part, look, place.around, opens=place.opens, level=level)
            restyle(place.part, look)


def toggle_heading(cursor: QTextCursor, look: Look, level: int) -> None:
    """Make the selected blocks headings of a level, or paragraphs if they are so already."""
    now = cursor.block().blockFormat().headingLevel()
    set_heading(cursor, look, 0 if now == level else level)


def toggle_list(cursor: QTextCursor, look: Look, kind: Around) -> None:
    """Make the selected blocks items of a list, or take them out of it if they all are."""
    places = places_in(cursor)
    inside = all(place.around and place.around[-1].kind == kind for place in places)
    for place in places:
        inner = place.around[-1].kind if place.around else "quote"
        if inside:
            _surround(place, look, place.around[:-1], opens=place.opens)
        elif inner == "quote":
            _surround(place, look, (*place.around, Surround(kind)), opens=True)
        else:
            _surround(place, look, (*place.around[:-1], Surround(kind)), opens=place.opens)
    settle_lists(cursor.document(), look)


def toggle_quote(cursor: QTextCursor, look: Look) -> None:
    """Put the selected blocks into a quote, or take them out of it if they all are in one."""
    places = places_in(cursor)
    inside = all(any(one.kind == "quote" for one in place.around) for place in places)
    for place in places:
        around = tuple(one for one in place.around if one.kind != "quote")
        if not inside:
            around = (Surround("quote"), *place.around)
        _surround(place, look, around, opens=place.opens)
    settle_lists(cursor.document(), look)


def indent(cursor: QTextCursor, look: Look) -> bool:
    """Put the selected items one list deeper, with all under them; tell whether any could go."""
    moved = False
    for place in _heads(cursor):
        if place.around[-1].kind == "quote" or place.depth >= MAX_DEPTH:
            continue
        if not _has_item_before(cursor.document(), place):
            continue
        deeper = (*place.around, Surround(place.around[-1].kind))
        for under in _under(cursor.document(), place):
            rest = under.around[place.depth :]
            _surround(under, look, (*deeper, *rest)[:MAX_DEPTH], opens=under.opens)
        _surround(place, look, deeper, opens=True)
        moved = True
    if moved:
        settle_lists(cursor.document(), look)
    return moved


def outdent(cursor: QTextCursor, look: Look) -> bool:
    """Take the selected blocks out of their innermost list or quote, with all under them."""
    moved = False
    for place in _heads(cursor):
        inner = place.depth - 1
        for under in _under(cursor.document(), place):
            around = under.around[:inner] + under.around[inner + 1 :]
            _surround(under, look, around, opens=under.opens)
        _surround(place, look, place.around[:inner], opens=place.opens or inner > 0)
        moved = True
    if moved:
        settle_lists(cursor.document(), look)
    return moved


def _heads(cursor: QTextCursor) -> list[Place]:
    """Return the selected surrounded places that do not already move with one before them."""
    heads: list[Place] = []
    for place in places_in(cursor):
        if not place.around:
            continue
        if heads and (place.depth > heads[-1].depth or not place.opens):
            continue
        heads.append(place)
    return heads


def _under(document: QTextDocument, head: Place) -> list[Place]:
    """Return what belongs to an item: its further blocks and the lists inside it."""
    if not head.opens:
        return []
    found: list[Place] = []
    begun = False
    for part in root_parts(document):
        if begun:
            place = place_of(part)
            if place.depth < head.depth or (place.depth == head.depth and place.opens):
                break
            found.append(place)
        elif isinstance(part, QTextBlock) and part == head.part:
            begun = True
    return found


def _has_item_before(document: QTextDocument, head: Place) -> bool:
    before: Place | None = None
    for part in root_parts(document):
        if isinstance(part, QTextBlock) and part == head.part:
            break
        before = place_of(part)
    if before is None or before.depth < head.depth:
        return False
    kinds = [one.kind for one in head.around]
    return [one.kind for one in before.around[: head.depth]] == kinds


def _surround(place: Place, look: Look, around: Iterable[Surround], *, opens: bool) -> None:
    around = tuple(around)
    if isinstance(place.part, QTextTable):
        given = place.part.format()
        set_around(given, around)
        given.setLeftMargin(len(around) * INDENT)
        place.part.setFormat(given)
    else:
        level = place.part.blockFormat().headingLevel()
        _set_block(place.part, look, around, opens=opens, level=level)


def _set_block(
    block: QTextBlock, look: Look, around: tuple[Surround, ...], *, opens: bool, level: int
) -> None:
    now = block.blockFormat()
    given = look.block(around, opens=opens, level=level, verbatim=is_verbatim(now))
    given.setObjectIndex(now.objectIndex())
    QTextCursor(block).setBlockFormat(given)


def set_plain(cursor: QTextCursor, look: Look) -> None:
    """Make the block of a cursor a plain paragraph outside everything."""
    cursor.setBlockFormat(look.block())
    restyle(cursor.block(), look)
