"""What stands on every page and is no part of the text: header, footer, the DRAFT mark."""

from __future__ import annotations

from bidkit.export.house_style import WHITE, mix
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.setting import Typesetter
from bidkit.export.pdf.text import Manner
from bidkit.export.tree import Document
from bidkit.words import tr

HEADER_DOWN = 48.0
FOOTER_UP = 36.0


class Furniture:
    """Draws header, footer and DRAFT mark of one document, all as artifacts."""

    def __init__(self, setter: Typesetter, document: Document) -> None:
        self._setter = setter
        self._document = document
        self._look = setter.look
        self._manner = setter.manner(self._look.furniture)
        self._strong = Manner(
            setter.fonts.face(bold=True), self._manner.size, self._look.colours.alert
        )

    def under(self, canvas: TaggedCanvas) -> None:
        """Draw the large pale DRAFT that lies under the text."""
        if not self._document.draft:
            return
        page = self._look.page
        colour = mix(self._look.colours.alert, WHITE, 0.055)
        word = self._setter.fonts.clean(tr("DRAFT"))
        manner = Manner(self._setter.fonts.face(bold=True), 150.0, colour)
        width = manner.width(word)
        canvas.turned(page.width / 2, page.height / 2, 52.0)
        canvas.words(-width / 2, -50.0, word, manner, None)
        canvas.straight()

    def over(self, canvas: TaggedCanvas, number: int, total: int, *, cover: bool) -> None:
        """Draw header and footer; a cover has only the DRAFT mark."""
        page = self._look.page
        top = page.height - HEADER_DOWN
        if self._document.draft:
            self._draft_mark(canvas, page.width - page.right, page.height - 30.0)
        if cover:
            return
        if self._document.style.show_header:
            self._header(canvas, top)
        if self._document.style.show_footer:
            self._footer(canvas, number, total)

    def _header(self, canvas: TaggedCanvas, y: float) -> None:
        page = self._look.page
        left = self._fitted(self._document.bidder, page.measure * 0.42)
        title = self._fitted(self._document.title, page.measure * 0.54)
        self._words(canvas, page.left, y, left)
        end = page.width - page.right
        self._words(canvas, end - self._manner.width(title), y, title)
        canvas.rule(page.left, y - 8.0, end, self._look.colours.line)

    def _footer(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        page = self._look.page
        words = self._document.style.footer
        if self._document.reader == "us":
            words = tr("For our own use: not to be handed in")
        elif self._document.reader == "partners":
            words = tr("Between the partners: not to be handed in")
        self._words(canvas, page.left, FOOTER_UP, self._fitted(words, page.measure * 0.7))
        count = self._setter.fonts.clean(tr("Page {number} of {total}", number=number, total=total))
        end = page.width - page.right
        self._words(canvas, end - self._manner.width(count), FOOTER_UP, count)

    def _draft_mark(self, canvas: TaggedCanvas, right: float, y: float) -> None:
        word = self._setter.fonts.clean(tr("DRAFT"))
        width = self._strong.width(word)
        colours = self._look.colours
        canvas.rectangle((right - width - 12, y - 5.0, width + 12, 15.5), colours.alert_tint)
        canvas.words(right - width - 6, y, word, self._strong, None)

    def _words(self, canvas: TaggedCanvas, x: float, y: float, words: str) -> None:
        for face, piece in self._setter.fonts.pieces(words):
            manner = Manner(face, self._manner.size, self._manner.colour)
            canvas.words(x, y, piece, manner, None)
            x += manner.width(piece)

    def _fitted(self, words: str, width: float) -> str:
        """Return words on one line, cut with an ellipsis where the room ends."""
        line = " ".join(self._setter.fonts.clean(words[:400]).split())
        if self._manner.width(line) <= width:
            return line
        while line and self._manner.width(line + "…") > width:
            line = line[:-1]
        return line.rstrip() + "…"
