"""A band over the page for what must not be missed; it stays until it is no longer so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.theme import GRID, Theme

Acts = Sequence[tuple[str, Callable[[], object]]]


class Banner(Box):
    """Words in a colour that warns, and what can be done about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, ground="warn_soft", edge="warn")
        self.body.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.words = Toned(theme, "warn", "", self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.words, 1)
        self.body.addLayout(self._row)
        self._buttons: list[Button] = []
        self.hide()

    def tell(self, words: str, acts: Acts = ()) -> None:
        """Say something and offer acts; '' takes the band away."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for label, act in acts:
            button = Button(label, self)
            button.clicked.connect(_quietly(act))
            self._row.addWidget(button)
            self._buttons.append(button)
        self.words.setText(f"▲ {words}" if words else "")
        self.setVisible(bool(words))


def _quietly(act: Callable[[], object]) -> Callable[[], None]:
    def called() -> None:
        act()

    return called
