"""Reads a document again and again, looking only at the blocks that were touched since."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from bidkit.domain.prose import Line, Prose
from bidkit.domain.prose.canonical import cleaned, nest_cleaned
from bidkit.ui.prose.document.collecting import placed_block, placed_table
from bidkit.ui.prose.document.listing import root_parts

_TOUCHED = -1


class DocumentReader(QObject):
    """Returns the same prose as `from_document`; what an untouched block said is remembered.

    A block carries the number of what it said as its user state, which Qt drops with the block
    and this reader takes away as soon as the block is changed in any way.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._said: dict[int, tuple[Line, ...]] = {}
        self._last = _TOUCHED
        document.contentsChange.connect(self._touch)

    def prose(self) -> Prose:
        """Return the canonical prose that the document now holds."""
        kept: dict[int, tuple[Line, ...]] = {}
        prose = Prose(nest_cleaned(line for part in self._lines(kept) for line in part))
        self._said = kept
        return prose

    def _lines(self, kept: dict[int, tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
        for part in root_parts(self._document):
            if isinstance(part, QTextTable):
                yield _cleaned(placed_table(part).lines)
                continue
            number = part.userState()
            lines = self._said.get(number)
            if lines is None or number in kept:
                self._last += 1
                number, lines = self._last, _cleaned(placed_block(part).lines)
                part.setUserState(number)
            kept[number] = lines
            yield lines

    @Slot(int, int, int)
    def _touch(self, position: int, _removed: int, added: int) -> None:
        block: QTextBlock = self._document.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            block.setUserState(_TOUCHED)
            block = block.next()


def _cleaned(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(clean for line in lines if (clean := cleaned(line)) is not None)
