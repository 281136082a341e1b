"""The card that writes the dates of the bid for any calendar program."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.progress import Progress
from bidkit.session.afterwards.dates import dates_file
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def calendar_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card of the calendar file: every deadline and day, each with its reminders."""
    titles = (
        tr("Dates for your calendar"),
        tr(
            "Deadlines, questions, presentation, award, standstill, start, promises and the next "
            "bid, with reminders. Saving again later updates them."
        ),
        tr("Save the dates"),
    )

    def make(_progress: Progress) -> Made:
        session = desk.session
        return Made(dates_file(desk.bid, session.now(), session.bid_id))

    def kind() -> FileKind:
        title = desk.bid.opportunity.title or desk.bid.about.title or tr("Bid")
        return FileKind(tr("Calendar files"), "ics", title)

    return SaveCard(desk, titles, kind, make, parent)
