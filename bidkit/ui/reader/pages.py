"""The pages of a PDF as pictures, drawn when they are looked at; the only use of pypdfium2 here."""

from __future__ import annotations

from collections import OrderedDict

import pypdfium2
from PySide6.QtGui import QImage

from bidkit.errors import FileError
from bidkit.words import tr

KEPT = 12


class PdfPages:
    """One PDF in memory: how many pages, how large, and each as a picture."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
            self._sizes: list[tuple[float, float]] = [
                self._document.get_page_size(number) for number in range(len(self._document))
            ]
        except pypdfium2.PdfiumError as error:
            raise FileError(
                tr("This PDF cannot be shown."),
                advice=tr("It may be damaged or protected. Open it in another program."),
                details=str(error),
            ) from error
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def size(self, number: int) -> tuple[float, float]:
        """Return a page's width and height in points."""
        return self._sizes[number]

    def picture(self, number: int, width: int) -> QImage:
        """Return a page as a picture so many pixels wide; the last few are kept."""
        key = (number, width)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        page = self._document[number]
        scale = width / max(self._sizes[number][0], 1.0)
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        ).copy()
        page.close()
        self._pictures[key] = image
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        return image

    def words(self, number: int) -> str:
        """Return the text of a page, for searching, reading out and marking."""
        page = self._document[number]
        text_page = page.get_textpage()
        text: str = text_page.get_text_bounded()
        text_page.close()
        page.close()
        return text

    def close(self) -> None:
        """Let the document go."""
        self._document.close()
