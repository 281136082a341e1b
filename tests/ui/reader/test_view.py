"""A PDF can be read in the program, page by page."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from bidkit.errors import FileError
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.preview import Preview
from bidkit.ui.reader.pages import PdfPages
from bidkit.ui.reader.view import PdfView
from tests.drivers import Person
from tests.ui.conftest import Put


@pytest.fixture(scope="module")
def paper_of_five() -> bytes:
    """Five empty pages of A4."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(5):
        document.new_page(595, 842)
    kept = BytesIO()
    document.save(kept)
    document.close()
    return kept.getvalue()


def test_pages_become_pictures(paper_of_five: bytes) -> None:
    pages = PdfPages(paper_of_five)
    picture = pages.picture(0, 300)
    assert len(pages) == 5
    assert picture.width() == 300
    assert picture.height() in (424, 425)
    assert picture.pixelColor(10, 10).lightness() == 255
    assert pages.words(0) == ""
    pages.close()


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(FileError, match="cannot be shown"):
        PdfPages(b"Dear all")


def test_the_view_goes_to_pages(desk: Desk, put: Put, paper_of_five: bytes) -> None:
    view = PdfView(desk.theme)
    put(view)
    view.show_bytes(paper_of_five)
    view.go_to_page(3)
    assert view.page == 3
    assert view.accessibleName() == "Page 3 of 5"
    Person(view).keys("+")
    assert view.page_count == 5
    view.clear()
    assert view.page_count == 0


def test_the_preview_shows_what_leaves(desk: Desk, put: Put, paper_of_five: bytes) -> None:
    dialog = Preview(desk.theme, paper_of_five, "For the buyer", None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    person = put(dialog)
    assert person.sees("Page 1 of 5")
    assert person.sees("For the buyer")
    person.press("Larger")
    person.press("Close")
