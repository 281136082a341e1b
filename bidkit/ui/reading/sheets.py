"""One page of a PDF as a picture, drawn at the width there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

MOST_PIXELS = 40_000_000


class PdfSheets:
    """The pages of a PDF, opened once and drawn one at a time."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(data)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def picture(self, number: int, width: int) -> QImage:
        """Return a page (counted from 1) as a picture of about this width in pixels."""
        page = self._document[number - 1]
        try:
            wide, high = page.get_size()
            scale = max(width, 1) / max(wide, 1.0)
            if wide * high * scale * scale > MOST_PIXELS:
                scale = (MOST_PIXELS / max(wide * high, 1.0)) ** 0.5
            bitmap = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGBA")
        finally:
            page.close()
        raw = bitmap.tobytes()
        size = bitmap.size
        image = QImage(raw, size[0], size[1], 4 * size[0], QImage.Format.Format_RGBA8888)
        return image.copy()

    def close(self) -> None:
        """Let the file go."""
        self._document.close()


class Sheet(QLabel):
    """Shows one page; its words are in the text beside it, for those who cannot see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def show_picture(self, image: QImage, words: str) -> None:
        """Show a page and say which."""
        self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for the size of the page."""
        pixmap = self.pixmap()
        return pixmap.size() if not pixmap.isNull() else QSize(400, 560)
