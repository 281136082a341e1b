"""Reads a document again and again, looking only at the blocks that were touched since."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from bidkit.domain.prose import Prose, Table
from bidkit.domain.prose.canonical import cleaned, nest_cleaned
from bidkit.ui.prose.document.collecting import Placed, placed
from bidkit.ui.prose.document.listing import root_parts
from bidkit.ui.prose.document.places import Placement, placement_of

_TOUCHED = -1


class DocumentReader(QObject):
    """Returns the same prose as `from_document`; what an untouched block said is remembered.

    A block carries the number of what it said as its user state, which Qt drops with the block
    and this reader takes away as soon as the block is changed in any way.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._said: dict[int, Placed] = {}
        self._last = _TOUCHED
        document.contentsChange.connect(self._touch)

    def prose(self) -> Prose:
        """Return the canonical prose that the document now holds."""
        return Prose(nest_cleaned(line for part in self._parts() for line in part.lines))

    def placement(self, prose: Prose) -> Placement:
        """Return where the passages of the prose that the document now holds stand in it."""
        return placement_of(prose, self._document, list(self._parts()))

    def _parts(self) -> Iterator[Placed]:
        """Yield what each block and table says, cleaned, with its positions in the document."""
        kept: dict[int, Placed] = {}
        for part in root_parts(self._document):
            if isinstance(part, QTextTable):
                yield _cleaned(placed(part), 0)
                continue
            start = part.position()
            number = part.userState()
            said = self._said.get(number)
            if said is None or number in kept:
                self._last += 1
                number, said = self._last, _cleaned(placed(part), start)
                part.setUserState(number)
            kept[number] = said
            yield Placed(said.lines, tuple(start + offset for offset in said.positions))
        self._said = kept

    @Slot(int, int, int)
    def _touch(self, position: int, _removed: int, added: int) -> None:
        block: QTextBlock = self._document.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            block.setUserState(_TOUCHED)
            block = block.next()


def _cleaned(part: Placed, start: int) -> Placed:
    """Return what a block or table says in canonical form, its positions counted from a start."""
    if part.lines and isinstance(part.lines[0].block, Table):
        lines = tuple(clean for line in part.lines if (clean := cleaned(line)) is not None)
        return Placed(lines, part.positions)
    pairs = [
        (clean, position - start)
        for line, position in zip(part.lines, part.positions, strict=True)
        if (clean := cleaned(line)) is not None
    ]
    return Placed(tuple(line for line, _ in pairs), tuple(offset for _, offset in pairs))
