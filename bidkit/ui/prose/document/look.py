"""How prose looks on screen: formats made from the palette and the editor's font."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from bidkit.domain.prose import Alignment, Chart, Chip, Figure, LinkedTable, Surround, Text
from bidkit.ui.pieces.labels import plain_tip
from bidkit.ui.prose.document.formats import Own, set_around, set_marks, set_object

_SIZES = {1: 2, 2: 1}
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_SIDES: dict[Alignment, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_ROLES = (
    QPalette.ColorRole.Link,
    QPalette.ColorRole.Mid,
    QPalette.ColorRole.AlternateBase,
    QPalette.ColorRole.PlaceholderText,
)
INDENT = 28.0
"""How far lists and quotes are moved in, in pixels."""

MARGIN = 10.0
"""The air between the words and the edge, in pixels."""


class Look:
    """Makes the formats of blocks, words, lists and tables; it changes no meaning."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        self.palette = palette
        self.font = font
        self._gap = QFontMetricsF(font).height() * 0.6

    def same_as(self, other: Look) -> bool:
        """Tell whether another look makes the same formats."""
        return self.font == other.font and all(
            self.palette.color(role) == other.palette.color(role) for role in _ROLES
        )

    def block(
        self,
        around: tuple[Surround, ...] = (),
        *,
        opens: bool = False,
        level: int = 0,
        verbatim: bool = False,
    ) -> QTextBlockFormat:
        """Return the format of a root block: a paragraph, a heading or a verbatim passage."""
        given = QTextBlockFormat()
        set_around(given, around, opens=opens)
        given.setIndent(len(around))
        given.setBottomMargin(self._gap / 2 if around else self._gap)
        if level:
            given.setHeadingLevel(level)
            given.setTopMargin(self._gap / 2)
        if verbatim:
            given.setProperty(Own.VERBATIM, verbatim)
        if verbatim or any(one.kind == "quote" for one in around):
            given.setBackground(self.palette.brush(QPalette.ColorRole.AlternateBase))
        return given

    def cell(self, alignment: Alignment = "") -> QTextBlockFormat:
        """Return the format of a block inside a table."""
        given = QTextBlockFormat()
        if alignment:
            given.setProperty(Own.ALIGNMENT, alignment)
            given.setAlignment(_SIDES[alignment])
        return given

    def base(
        self, *, level: int = 0, verbatim: bool = False, header: bool = False
    ) -> QTextCharFormat:
        """Return the format of plain words in a block of this kind."""
        given = QTextCharFormat()
        if level:
            given.setProperty(QTextFormat.Property.FontSizeAdjustment, _SIZES.get(level, 0))
        if level or header:
            given.setFontWeight(QFont.Weight.DemiBold)
        if verbatim:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            given.setFontFamilies([fixed.family()])
        return given

    def marked(self, base: QTextCharFormat, run: Text) -> QTextCharFormat:
        """Return the format of words with the marks of a run, in a block with this base."""
        given = QTextCharFormat(base)
        set_marks(given, run)
        if run.bold:
            given.setFontWeight(QFont.Weight.Bold)
        if run.italic:
            given.setFontItalic(run.italic)
        if run.link:
            given.setForeground(self._link())
            given.setFontUnderline(bool(run.link))
            given.setToolTip(plain_tip(run.link))
        if run.language:
            given.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            given.setUnderlineColor(self.palette.color(QPalette.ColorRole.PlaceholderText))
        return given

    def thing(
        self, base: QTextCharFormat, thing: Chip | Figure | Chart | LinkedTable
    ) -> QTextCharFormat:
        """Return the format of an object character, in a block with this base."""
        given = QTextCharFormat(base)
        set_object(given, thing)
        return given

    def listing(self, around: tuple[Surround, ...]) -> QTextListFormat:
        """Return the format of the innermost list among what surrounds its items."""
        given = QTextListFormat()
        inner = around[-1]
        depth = sum(one.kind == inner.kind for one in around) - 1
        if inner.kind == "number":
            given.setStyle(QTextListFormat.Style.ListDecimal)
            given.setStart(inner.start)
        else:
            given.setStyle(_BULLETS[depth % len(_BULLETS)])
        given.setIndent(0)
        return given

    def table(self, columns: int, around: tuple[Surround, ...]) -> QTextTableFormat:
        """Return the format of a table with equal columns."""
        given = QTextTableFormat()
        set_around(given, around)
        given.setLeftMargin(len(around) * INDENT)
        given.setBorderCollapse(True)
        given.setBorder(1)
        given.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        given.setBorderBrush(self.palette.brush(QPalette.ColorRole.Mid))
        given.setCellPadding(4)
        given.setCellSpacing(0)
        given.setHeaderRowCount(1)
        given.setTopMargin(self._gap / 2)
        given.setBottomMargin(self._gap)
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
        given.setColumnWidthConstraints([share] * columns)
        given.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return given

    def _link(self) -> QBrush:
        return self.palette.brush(QPalette.ColorRole.Link)
