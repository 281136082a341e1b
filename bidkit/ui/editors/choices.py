"""Editors of choices: a drop-down, a row of options, several ticks, one tick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bidkit.ui.editors.editor import Editor
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.ticks import RoundOption, TickBox

Options = Sequence[tuple[str, str]]
MOST_IN_A_ROW = 4
LONGEST_IN_A_ROW = 26


class Chooser(QComboBox):
    """A drop-down that a turn of the wheel does not change by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def sizeHint(self) -> QSize:
        """Be as high as a line of text beside it."""
        hint = super().sizeHint()
        return QSize(hint.width() + 16, self.fontMetrics().height() + 13)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a flat box like that of a line, with an arrow."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        edge = QPalette.ColorRole.LinkVisited if focus else QPalette.ColorRole.Midlight
        painter.setPen(QPen(palette.color(edge), 2 if focus else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        inset = 1.0 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        area = self.rect().adjusted(8, 0, -24, 0)
        side = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, side)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1.5))
        painter.translate(self.width() - 14, self.height() / 2 - 2)
        painter.drawPolyline([QPointF(-4, 0), QPointF(0, 4), QPointF(4, 0)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceEditor(Editor):
    """One of many options in a drop-down; a value that is none of them is kept and shown."""

    def __init__(
        self, options: Options, parent: QWidget | None = None, *, chooser: Chooser | None = None
    ) -> None:
        super().__init__(parent)
        self.chooser = chooser or Chooser()
        for value, words in options:
            self.chooser.addItem(words, value)
        self._known = len(options)
        self.chooser.activated.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chooser)

    @property
    def focus_widget(self) -> QWidget:
        """The drop-down."""
        return self.chooser

    def show_value(self, value: Any) -> None:
        """Show an option; one that is not offered stands at the end under its own name."""
        while self.chooser.count() > self._known:
            self.chooser.removeItem(self._known)
        at = self.chooser.findData(value)
        if at < 0 and value:
            self.chooser.addItem(str(value), value)
            at = self._known
        self.chooser.setCurrentIndex(at)

    def value(self) -> Any:
        """Return the chosen option."""
        found = self.chooser.currentData()
        return "" if found is None else found

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class RowEditor(Editor):
    """One of a few options, all in sight; pressing the chosen one again takes the choice back."""

    def __init__(
        self, options: Options, parent: QWidget | None = None, *, empty: bool = True
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty = empty
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [value for value, _ in options]
        row = FlowLayout(self, gap=16)
        for number, (_, words) in enumerate(options):
            button = RoundOption(words, self)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self._last = -1

    @property
    def buttons(self) -> list[QRadioButton]:
        """The options, in order."""
        return [one for one in self._group.buttons() if isinstance(one, QRadioButton)]

    @property
    def focus_widget(self) -> QWidget:
        """The row itself carries the address; the keyboard goes to the chosen option."""
        return self

    def show_value(self, value: Any) -> None:
        """Choose an option, or none."""
        chosen = self._values.index(value) if value in self._values else -1
        self._group.setExclusive(False)
        for number, button in enumerate(self.buttons):
            button.setChecked(number == chosen)
        self._group.setExclusive(True)
        self._last = chosen
        self.setFocusProxy(self.buttons[max(chosen, 0)])

    def value(self) -> Any:
        """Return the chosen option, or ''."""
        return self._values[self._last] if self._last >= 0 else ""

    @Slot(int)
    def _clicked(self, number: int) -> None:
        again = number == self._last and self._empty
        self.show_value("" if again else self._values[number])
        self.edited.emit()


class SeveralEditor(Editor):
    """Any number of fixed options; a value that is none of them is kept."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._others: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for value, words in options:
            box = TickBox(words, self)
            box.clicked.connect(self._tell)
            self._boxes[value] = box
            column.addWidget(box)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def show_value(self, value: Any) -> None:
        """Tick what is in the value."""
        self._others = tuple(one for one in value if one not in self._boxes)
        for name, box in self._boxes.items():
            box.setChecked(name in value)

    def value(self) -> Any:
        """Return the ticked options, in order of the alphabet."""
        ticked = [name for name, box in self._boxes.items() if box.isChecked()]
        return tuple(sorted({*ticked, *self._others}))

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class TickEditor(Editor):
    """Something that is so or not, with its words beside the box."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = TickBox(words, self)
        self.box.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)

    @property
    def focus_widget(self) -> QWidget:
        """The box."""
        return self.box

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(value))

    def value(self) -> Any:
        """Tell whether it is ticked."""
        return self.box.isChecked()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


def choice_editor(options: Options, none: str | None, parent: QWidget | None = None) -> Editor:
    """Return a row where all options fit into sight, else a drop-down; none = words for ''."""
    few = len(options) <= MOST_IN_A_ROW and all(
        len(words) <= LONGEST_IN_A_ROW for _, words in options
    )
    if few:
        return RowEditor(options, parent, empty=none is not None)
    return ChoiceEditor([("", none), *options] if none is not None else options, parent)
