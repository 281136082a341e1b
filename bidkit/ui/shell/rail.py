"""The rail: the stages in their groups, each with a ring for how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.stages import GROUPS, Stage, stages_of, title_of
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.icons import icon_image
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.rings import paint_ring
from bidkit.ui.theme import GRID, Theme, scaled
from bidkit.words import tr

ENTRY = Qt.ItemDataRole.UserRole
WORDS_WIDTH = 34
ALL_STAGES = ref(Bid, lambda b: b.about.all_stages)


@dataclass(frozen=True)
class Entry:
    """One line of the rail: a heading, or a stage with its share and what is to fix."""

    words: str
    stage: Stage | None = None
    share: float = 0.0
    told: str = ""


class Rail(QWidget):
    """A flat list of stages; chosen tells which one a person went to."""

    chosen = Signal(Stage)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.narrow = False
        self.list = QListWidget(self)
        self.list.setItemDelegate(RailPainter(desk.theme, self))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Stages"))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.all = Button(tr("Show all stages"), self, quiet=True)
        self.all.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.all)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.list.setObjectName("rail")
        desk.theme.dress(self.list)
        self._stages: tuple[Stage, ...] = ()
        self._fill()
        desk.binder.bid_changed.connect(self._bid_changed)
        desk.theme.changed.connect(self.list.viewport().update)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that are shown, in order, with the Next page first."""
        return self._stages

    def show_stage(self, stage: Stage) -> None:
        """Mark a stage as the one that is open."""
        for row in range(self.list.count()):
            entry: Entry = self.list.item(row).data(ENTRY)
            if entry.stage is stage:
                self.list.setCurrentRow(row)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or the names."""
        self.narrow = narrow
        self.all.setVisible(not narrow and self._shortened())
        self.list.doItemsLayout()

    def wanted_width(self, *, narrow: bool) -> int:
        """Return how wide the rail is with or without names."""
        metrics = self.fontMetrics()
        if narrow:
            return metrics.height() * 2 + 2 * GRID
        strong = QFontMetrics(scaled(self.font(), 1.0, strong=True))
        widest = max((strong.horizontalAdvance(words) for words in self._names()), default=0)
        beside = metrics.height() + 5 * GRID
        return max(metrics.averageCharWidth() * WORDS_WIDTH, widest + beside)

    def _names(self) -> list[str]:
        entries = [self.list.item(row).data(ENTRY) for row in range(self.list.count())]
        return [entry.words for entry in entries]

    @Slot()
    def tell_shares(self) -> None:
        """Read again how far each stage is."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            entry: Entry = item.data(ENTRY)
            if entry.stage is not None:
                self._describe(item, self._entry(entry.stage))

    def _bid_changed(self, change: Changed) -> None:
        if change.before.about is not change.after.about:
            self._fill()

    def _fill(self) -> None:
        current = self.list.currentItem()
        chosen: Entry | None = current.data(ENTRY) if current is not None else None
        about = self._desk.bid.about
        walked = stages_of(about.route, all_stages=about.all_stages)
        self._stages = (Stage.NEXT, *walked)
        self.list.clear()
        self._add(self._entry(Stage.NEXT))
        for group in GROUPS:
            inside = [stage for stage in group.stages if stage in walked]
            if inside and len(walked) > 8:
                self._add(Entry(str(group.title)))
            for stage in inside:
                self._add(self._entry(stage))
        self.all.setVisible(self._shortened() and not self.narrow)
        if chosen is not None and chosen.stage is not None:
            self.show_stage(chosen.stage)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(self.list)
        if entry.stage is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._describe(item, entry)

    def _describe(self, item: QListWidgetItem, entry: Entry) -> None:
        item.setData(ENTRY, entry)
        item.setText(entry.words)
        item.setToolTip(entry.words if entry.stage is not None and self.narrow else "")
        spoken = f"{entry.words}, {entry.told}" if entry.told else entry.words
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _entry(self, stage: Stage) -> Entry:
        about = self._desk.bid.about
        words = title_of(stage, about.route, all_stages=about.all_stages)
        if stage is Stage.NEXT:
            return Entry(words, stage)
        share = self._desk.session.completeness(stage)
        told = share.words
        if share.open:
            told = tr("{done}, {count} to fix", done=share.words, count=share.open)
        return Entry(words, stage, float(share.share), told)

    def _shortened(self) -> bool:
        return len(self._stages) < len(Stage)

    @Slot()
    def _show_all(self) -> None:
        self._desk.document.set(ALL_STAGES, value=True, label=tr("Show all stages"))

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        if entry.stage is not None:
            self.chosen.emit(entry.stage)


class RailPainter(QStyledItemDelegate):
    """Paints the lines of the rail from the theme."""

    def __init__(self, theme: Theme, rail: Rail) -> None:
        super().__init__(rail)
        self._theme = theme
        self._rail = rail

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Headings are lower than stages; where it is narrow they are only a gap."""
        entry: Entry = index.data(ENTRY)
        high = option.fontMetrics.height()
        if entry.stage is None:
            return QSize(0, GRID if self._rail.narrow else high + GRID)
        return QSize(0, high + GRID + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        if entry.stage is None:
            self._paint_heading(painter, option, entry)
        else:
            self._paint_stage(painter, option, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        if self._rail.narrow:
            return
        font = scaled(self._rail.font(), 0.84, strong=True)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 106)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        area = area_of(option).adjusted(2 * GRID, 0, -GRID, -2)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom.value, entry.words.upper())

    def _paint_stage(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        area = area_of(option)
        state = state_of(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._theme.colour("accent_soft" if chosen else "line"))
        if chosen:
            painter.fillRect(
                QRect(area.x(), area.y(), 3, area.height()), self._theme.colour("accent")
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("focus"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        size = self._rail.fontMetrics().height()
        if self._rail.narrow:
            tone = "accent" if chosen else "ink"
            image = icon_image(str(entry.stage), self._theme.colour(tone), size)
            at = (area.width() - size) // 2
            painter.drawPixmap(area.x() + at, area.y() + (area.height() - size) // 2, image)
            return
        painter.setFont(scaled(self._rail.font(), 1.0, strong=chosen))
        painter.setPen(self._theme.colour("ink"))
        text = area.adjusted(2 * GRID, 0, -size - 2 * GRID, 0)
        words = painter.fontMetrics().elidedText(
            entry.words, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter.value, words)
        if entry.stage is not Stage.NEXT:
            ring = QRectF(0, 0, size, size)
            ring.moveCenter(QRectF(area).center())
            ring.moveRight(area.right() - 12)
            paint_ring(painter, ring, entry.share, self._theme)


def area_of(option: QStyleOptionViewItem) -> QRect:
    """Return the rectangle of a line."""
    return QRect(option.rect)


def state_of(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    """Return the state of a line."""
    return QStyle.StateFlag(option.state)
