"""What happens when the program itself is wrong: what is typed is saved, then one dialog."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion

import bidkit
from bidkit.errors import BidKitError
from bidkit.ui.notices import Notices
from bidkit.words import tr


class Faults:
    """Catches what nobody expected; saves first, speaks once, and lets the person go on."""

    def __init__(self, notices: Notices, save: Callable[[], bool]) -> None:
        self._notices = notices
        self._save = save
        self._speaking = False

    def watch(self) -> None:
        """Take every exception that nobody else takes, from now on."""
        sys.excepthook = self.caught

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Save what is typed, then show the fault; a refusal is shown as what it is."""
        if isinstance(error, BidKitError):
            self._notices.refuse(error)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if self._speaking or not issubclass(kind, Exception):
            return
        self._speaking = True
        try:
            sentence = self._sentence()
            self._notices.confess(sentence, f"{about_here()}\n\n{details}")
        finally:
            self._speaking = False

    def _sentence(self) -> str:
        try:
            safe = self._save()
        except Exception as error:  # noqa: BLE001 - a second fault must not hide the first
            sys.stderr.write("".join(traceback.format_exception(error)))
            safe = False
        if safe:
            return tr("Everything you typed is saved. You can go on, or close and start again.")
        return tr("Save a copy now (File, Save a copy), then close BidKit and start it again.")


def about_here() -> str:
    """Return the versions that matter when somebody looks for the fault."""
    return "\n".join(
        (
            f"BidKit {bidkit.__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()}",
        )
    )
