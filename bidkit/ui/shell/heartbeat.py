"""What happens beside the typing: the session's second hand, and the rules in small slices."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from bidkit.ui.open_bid import OpenBid

SECOND = 1000
REST = 120
SLICE_SECONDS = 0.004


class Heartbeat(QObject):
    """Ticks once a second, and lets the rules look again when the typing rests for a moment."""

    def __init__(self, session: OpenBid, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._second = QTimer(self)
        self._second.setInterval(SECOND)
        self._second.timeout.connect(session.tick)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._begin)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._step)

    def start(self) -> None:
        """Begin to beat, with a first look at everything."""
        self._second.start()
        self._rest.start()

    @Slot()
    def look_again(self) -> None:
        """Something changed: look again when the typing rests."""
        self._slices.stop()
        self._rest.start()

    @Slot()
    def _begin(self) -> None:
        self._session.checks.start()
        self._slices.start()

    @Slot()
    def _step(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._session.checks.step():
            if perf_counter() > end:
                return
        self._slices.stop()
