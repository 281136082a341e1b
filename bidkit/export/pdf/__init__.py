"""The PDF writer: draws the document tree as a tagged, archival PDF."""

from bidkit.export.pdf.writer import write_pdf

__all__ = ["write_pdf"]
