"""The word of warning once the notice is out: only the portal's messages now."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.rules.routes import notice_is_out
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Toned
from bidkit.words import tr


class PortalOnly(QWidget):
    """Stands beside names and talks while bids are invited; hidden before, and for grants."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        box = Box(desk.theme, self, ground="warn_soft", edge="warn")
        words = tr(
            "▲ The notice is out: use only the portal’s messages. Any other approach to the buyer "
            "may put you out."
        )
        box.body.addWidget(Toned(desk.theme, "warn", words, box))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(
            getattr(before, name) is not getattr(after, name)
            for name in ("opportunity", "rounds", "about")
        ):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        self.setVisible(notice_is_out(bid) is True and bid.after.outcome == "")
