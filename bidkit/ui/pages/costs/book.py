"""Costs and price as a workbook: all of it for us, the price schedule alone for a buyer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.domain.base import Reader
from bidkit.progress import Progress
from bidkit.session.exports import money_workbook
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def book_card(desk: Desk, reader: Reader, parent: QWidget) -> SaveCard:
    """Return the card that writes the workbook for one reader."""
    ours = reader is Reader.US
    titles = (
        tr("Workbook for us") if ours else tr("Price schedule for the buyer"),
        tr("Every cost by year, overheads, schedule, margin. Sums are formulas.")
        if ours
        else tr("Only the schedule, nothing that stands behind it."),
        tr("Save for Excel, for us") if ours else tr("Save for Excel, for the buyer"),
    )

    def make(_progress: Progress) -> Made:
        return Made(money_workbook(desk.bid, desk.session.today(), reader))

    def kind() -> FileKind:
        title = desk.bid.opportunity.title or desk.bid.about.title or tr("Bid")
        name = (
            tr("{title} costs (for us)", title=title) if ours else tr("{title} prices", title=title)
        )
        return FileKind(tr("Excel workbooks"), "xlsx", name)

    return SaveCard(desk, titles, kind, make, parent)
