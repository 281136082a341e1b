"""Long work beside the window: a bar and Cancel after 400 ms, results on the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bidkit.errors import BidKitError
from bidkit.progress import Progress
from bidkit.ui.notices import Notices
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.words import tr

T = TypeVar("T")
PATIENCE = 400
PARTS = 1000


class Job(QObject):
    """One piece of work in a thread of its own; its signals arrive on the main thread."""

    told = Signal(float, str)
    done = Signal(object)
    refused = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[Progress], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.progress = Progress(self.told.emit)
        self.thread_of_work = threading.Thread(target=self._run, name="bidkit-job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self.thread_of_work.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self.progress.cancel()

    def _run(self) -> None:
        try:
            result = self._work(self.progress)
        except Exception as error:  # noqa: BLE001 - it is raised again on the main thread
            self.refused.emit(error)
        else:
            self.done.emit(result)
        self.ended.emit()


class JobDialog(QDialog):
    """A bar, a sentence and Cancel; it appears when the work takes longer than 400 ms."""

    def __init__(self, words: str, job: Job, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._job = job
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, PARTS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._told = Quiet("", self)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        column = QVBoxLayout(self)
        column.addWidget(Words(words, self))
        column.addWidget(self._bar)
        column.addWidget(self._told)
        column.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        job.told.connect(self.tell)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.open)
        self._patience.start()
        job.ended.connect(self.put_away)

    def reject(self) -> None:
        """Escape and Cancel ask the work to stop; the dialog goes when it has."""
        self._told.setText(tr("Stopping…"))
        self._job.cancel()

    @Slot(float, str)
    def tell(self, share: float, words: str) -> None:
        """Show how far the work is."""
        self._bar.setValue(round(share * PARTS))
        self._told.setText(words)

    @Slot()
    def put_away(self) -> None:
        """Go: the work has ended."""
        self._patience.stop()
        self.hide()
        self.deleteLater()


class Jobs(QObject):
    """Runs long work for a window, one piece at a time."""

    def __init__(self, notices: Notices, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._notices = notices
        self._window = window
        self.running: Job | None = None

    def run(
        self, words: str, work: Callable[[Progress], T], done: Callable[[T], object]
    ) -> Job | None:
        """Begin a piece of work; done gets its result on the main thread, refusals are shown."""
        if self.running is not None:
            self._notices.say(tr("One thing at a time: something is still being worked on."))
            return None
        job = Job(work, self)
        self.running = job
        job.done.connect(done)
        job.refused.connect(self._refused)
        job.ended.connect(self._ended)
        self._dialog = JobDialog(words, job, self._window)
        job.start()
        return job

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if isinstance(error, BidKitError):
            self._notices.refuse(error)
            return
        raise error

    @Slot()
    def _ended(self) -> None:
        job, self.running = self.running, None
        if job is not None:
            job.thread_of_work.join()
            job.deleteLater()
