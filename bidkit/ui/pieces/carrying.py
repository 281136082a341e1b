"""Evidence on its way: what is carried while an item is dragged, and how it is read again."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

EVIDENCE_TYPE = "application/x-bidkit-evidence"


def carried_evidence(identity: str, name: str) -> QMimeData:
    """Return evidence as it is carried: its identity, and its name for other programs."""
    data = QMimeData()
    data.setData(EVIDENCE_TYPE, QByteArray(identity.encode()))
    data.setText(name)
    return data


def evidence_in(source: QMimeData) -> str:
    """Return the identity of the item of evidence that is carried, or ''."""
    if not source.hasFormat(EVIDENCE_TYPE):
        return ""
    return bytes(source.data(EVIDENCE_TYPE).data()).decode("utf-8", "replace")
