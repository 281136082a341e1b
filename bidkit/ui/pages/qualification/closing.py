"""Until when the buyer takes questions, and how many of ours still wait to be sent."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import in_uk, moment_words
from bidkit.rules.moments import days_left, seconds_left
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Tone, Toned
from bidkit.words import tr

NEAR = 3


class QuestionsClose(Toned):
    """One line over the list of questions to the buyer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "muted", parent=parent)
        self._desk = desk
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.rounds is not after.rounds or before.clarifications is not after.clarifications:
            self._show()

    def _show(self) -> None:
        words, tone = self._words()
        self.tell(words, tone)

    def _words(self) -> tuple[str, Tone]:
        bid, now = self._desk.bid, self._desk.session.now()
        closing = sorted(
            in_uk(one.questions_close)
            for one in bid.rounds
            if one.questions_close is not None and one.sent_at is None
        )
        waiting = sum(
            one.ours != "no" and one.status in ("", "draft") for one in bid.clarifications
        )
        if not closing:
            return tr(
                "The buyer’s last day for questions is not known. Look in the papers."
            ), "muted"
        coming = [moment for moment in closing if seconds_left(moment, now) > 0]
        if not coming:
            when = moment_words(closing[-1])
            return tr("The time for questions is over: it ended {when}.", when=when), "muted"
        left = days_left(coming[0], now)
        said = tr("Questions close {when}: {left}.", when=moment_words(coming[0]), left=days(left))
        if waiting:
            said = tr("{said} Not sent yet: {n}.", said=said, n=waiting)
        return said, "warn" if waiting and left <= NEAR else "muted"


def days(left: int) -> str:
    """Return how long it is until then."""
    if left == 0:
        return tr("today")
    return tr("1 day left") if left == 1 else tr("{n} days left", n=left)
