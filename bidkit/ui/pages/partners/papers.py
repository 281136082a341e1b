"""The card that writes the heads of terms for the partners."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.export.compose.heads_of_terms import held_back
from bidkit.progress import Progress
from bidkit.session.joining import heads_of_terms_pdf
from bidkit.ui.desk import Desk
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr


def terms_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card of the heads of terms; what is written says whether sums stand in it."""
    titles = (
        tr("Heads of terms"),
        tr("What you agree, for all partners to read. Sums only once confidentiality is dated."),
        tr("Save the heads of terms"),
    )

    def make(progress: Progress) -> Made:
        today = desk.session.today()
        kept = held_back(desk.bid, today)
        said = tr("Sums are left out.") if kept else tr("Sums stand in it.")
        return Made(heads_of_terms_pdf(desk.bid, today, progress), said)

    def kind() -> FileKind:
        title = desk.bid.opportunity.title or desk.bid.about.title
        return FileKind(tr("PDF documents"), "pdf", tr("Heads of terms {title}", title=title))

    return SaveCard(desk, titles, kind, make, parent)
