"""Qt's lists, kept as the blocks say: they number and indent, and mean nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from bidkit.domain.prose.lines import Around
from bidkit.ui.prose.document.formats import Own, around_of
from bidkit.ui.prose.document.look import Look


def root_parts(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """Yield the blocks and tables of a document that stand outside tables, in order."""
    place: QTextFrame.iterator = document.rootFrame().begin()
    while not place.atEnd():
        frame = place.currentFrame()
        if isinstance(frame, QTextTable):
            yield frame
        elif frame is None:
            yield place.currentBlock()
        place += 1


def settle_lists(document: QTextDocument, look: Look) -> None:
    """Put every block that opens an item into the list its surroundings say, and no other."""
    stack: list[tuple[Around, QTextList | None]] = []
    for part in root_parts(document):
        given = part.format() if isinstance(part, QTextTable) else part.blockFormat()
        around = around_of(given)
        if isinstance(part, QTextTable) or part.length() > 1 or given.boolProperty(Own.OPENS):
            shared = 0
            for (kind, _), one in zip(stack, around, strict=False):
                if kind != one.kind:
                    break
                shared += 1
            stack = stack[:shared] + [(one.kind, None) for one in around[shared:]]
        if isinstance(part, QTextTable):
            continue
        if given.boolProperty(Own.OPENS) and around:
            kind, listing = stack[-1]
            stack[-1] = (kind, _joined(part, listing, look))
        elif part.textList() is not None:
            _leave(part)


def _joined(block: QTextBlock, listing: QTextList | None, look: Look) -> QTextList:
    """Return the list that the block is now in: the given one, or one of its own."""
    now = block.textList()
    if listing is None:
        if now is not None and now.item(0) == block and now.format() == _wanted(block, look):
            return now
        return QTextCursor(block).createList(_wanted(block, look))
    if now is None or now.objectIndex() != listing.objectIndex():
        listing.add(block)
    return listing


def _wanted(block: QTextBlock, look: Look) -> QTextListFormat:
    return look.listing(around_of(block.blockFormat()))


def _leave(block: QTextBlock) -> None:
    given = block.blockFormat()
    given.setObjectIndex(-1)
    QTextCursor(block).setBlockFormat(given)
