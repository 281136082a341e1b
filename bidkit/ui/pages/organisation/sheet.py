"""The card that writes one page on who we are and what we do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.errors import InputError
from bidkit.progress import Progress
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def sheet_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card of our product sheet."""
    titles = (
        tr("Who we are and what we do"),
        tr("One page to leave with a buyer: what we do, for whom, with what result."),
        tr("Save the page"),
    )

    def make(progress: Progress) -> Made:
        from bidkit.session.exports import product_sheet_pdf

        if not isinstance(desk.session, Session):
            raise InputError(tr("This bid is not in a file."))
        return Made(product_sheet_pdf(desk.session, progress))

    def kind() -> FileKind:
        name = desk.bid.organisation.trading_name or desk.bid.organisation.name
        return FileKind(tr("PDF documents"), "pdf", tr("{name} on one page", name=name))

    return SaveCard(desk, titles, kind, make, parent)
