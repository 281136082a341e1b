"""The card that writes a paper on needs, for a buyer who has not written its notice yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.errors import InputError
from bidkit.progress import Progress
from bidkit.rules.routes import notice_is_out
from bidkit.session.exports import needs_pdf
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def needs_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card of the paper on needs; after the notice it says to keep it for next time."""
    early = tr(
        "Needs, what has worked and what could be asked for: for a buyer who still plans. Nothing "
        "of your offer or price is in it."
    )
    late = tr("The notice is out: do not send this to the buyer now. Keep it for the next time.")
    titles = (
        tr("Help the buyer see the need"),
        late if notice_is_out(desk.bid) else early,
        tr("Save the paper"),
    )

    def make(progress: Progress) -> Made:
        if not isinstance(desk.session, Session):
            raise InputError(tr("This bid is not in a file."))
        return Made(needs_pdf(desk.session, progress))

    def kind() -> FileKind:
        area = desk.bid.opportunity.area or desk.bid.organisation.name
        return FileKind(tr("PDF documents"), "pdf", tr("Needs {area}", area=area))

    return SaveCard(desk, titles, kind, make, parent)
