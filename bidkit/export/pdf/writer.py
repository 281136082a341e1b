"""From the document tree to the bytes of a PDF: set, place, draw, finish."""

from __future__ import annotations

from bidkit.export.pdf.builder import Builder, known_keys
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.finish import Drawn, finished
from bidkit.export.pdf.flow import Flow, Placed
from bidkit.export.pdf.fonts import FontLibrary
from bidkit.export.pdf.furniture import Furniture
from bidkit.export.pdf.setting import Typesetter
from bidkit.export.pdf.style import look_of
from bidkit.export.tree import Document
from bidkit.progress import Progress
from bidkit.words import tr

SPARE = 32.0
"""How far below the usual foot of a page its last line may stand, in points."""


def write_pdf(
    document: Document, progress: Progress | None = None, fonts: FontLibrary | None = None
) -> bytes:
    """Return a document as a tagged (PDF/UA-1), archival (PDF/A-2a) file.

    A font library may be passed again to make the next export quicker.
    """
    report = progress or Progress()
    look = look_of(document.style)
    library = fonts or FontLibrary(document.style.font)
    setter = Typesetter(look, library, frozenset(known_keys(document.blocks)))
    setting = tr("Setting the text")
    builder = Builder(setter, document.language, lambda share: report(share * 0.4, setting))
    flow = Flow(builder.document(document))
    report(0.4, tr("Breaking the pages"))
    pages: list[list[Placed]] = []
    while flow:
        pages.append(flow.fill(look.page.room, spare=SPARE))
    canvas = _drawn(document, setter, pages, report)
    report(0.8, tr("Writing the file"))
    data = canvas.finish()
    drawn = Drawn(data, document, builder.root, builder.entries, canvas.records, canvas.places)
    result = finished(drawn)
    report(1.0, tr("Done"))
    return result


def _drawn(
    document: Document, setter: Typesetter, pages: list[list[Placed]], report: Progress
) -> TaggedCanvas:
    """Draw every page; only now are all page numbers known, so one pass is enough."""
    page = setter.look.page
    canvas = TaggedCanvas((page.width, page.height))
    furniture = Furniture(setter, document)
    for number, placed in enumerate(pages, 1):
        for each in placed:
            canvas.numbers.setdefault(each.piece.key, number)
    total = max(len(pages), 1)
    for number in range(1, total + 1):
        report(0.4 + 0.4 * number / total, tr("Drawing page {number}", number=number))
        cover = number == 1 and document.cover is not None
        if not cover:
            furniture.under(canvas)
        for each in pages[number - 1] if pages else ():
            each.paint(canvas, page.left, page.height - page.top)
        furniture.over(canvas, number, total, cover=cover)
        canvas.next_page()
    return canvas
