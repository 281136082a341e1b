"""The card that writes one page for trustees, so that they can decide."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.errors import InputError
from bidkit.progress import Progress
from bidkit.session.exports import briefing_pdf
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def briefing_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card of the trustees' briefing."""
    titles = (
        tr("Briefing for trustees"),
        tr("One page: what it is, what it takes, gates, risks and the proposed decision."),
        tr("Save the briefing"),
    )

    def make(progress: Progress) -> Made:
        if not isinstance(desk.session, Session):
            raise InputError(tr("This bid is not in a file."))
        return Made(briefing_pdf(desk.session, progress))

    def kind() -> FileKind:
        title = desk.bid.opportunity.title or desk.bid.about.title
        return FileKind(tr("PDF documents"), "pdf", tr("Briefing {title}", title=title))

    return SaveCard(desk, titles, kind, make, parent)
