"""Every file is PDF/UA-1 and PDF/A-2a, embeds its fonts, and says only what it should."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from bidkit.export.house_style import HouseStyle
from bidkit.export.pdf import write_pdf
from bidkit.export.tree import About, Cover, Document, paragraph
from tests.export.pdf.reading import Reading, conformance_faults
from tests.export.pdf.sample import logo, sample

STYLES = (
    HouseStyle(),
    HouseStyle(font="accessible", primary="#ffd400", logo=logo(), footer="Charity 1234567"),
    HouseStyle(show_header=False, show_footer=False),
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("draft", [False, True])
def test_the_whole_bid_conforms(style: HouseStyle, draft: bool) -> None:
    assert conformance_faults(write_pdf(sample(1, draft=draft, style=style))) == []


def test_fonts_are_embedded_and_no_other_is_named() -> None:
    reading = Reading(write_pdf(sample(1)))
    fonts = [o for o in reading.pdf.objects if _is(o, "/Type", "/Font")]
    assert fonts
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert all("SourceSans3" in str(font.BaseFont) for font in fonts)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_pdf(sample(1)) == write_pdf(sample(1))


def test_properties_say_the_same_as_the_metadata() -> None:
    created = datetime(2026, 11, 21, 9, 30, 5, 999, tzinfo=UTC)
    about = About("Harbour & Mind", "A <tender>", ("one", "two"), created)
    data = write_pdf(Document("Hubs & more\n<now>", (paragraph("x"),), about=about))
    pdf = Reading(data).pdf
    assert str(pdf.docinfo["/Title"]) == "Hubs & more <now>"
    with pdf.open_metadata() as told:
        assert told["dc:title"] == "Hubs & more <now>"
        assert told["dc:creator"] == ["Harbour & Mind"]
        assert told["dc:description"] == "A <tender>"
        assert told["xmp:CreateDate"] == "2026-11-21T09:30:05+00:00"
        assert told["pdfuaid:part"] == "1"
        assert told["pdfaid:conformance"] == "A"
    assert conformance_faults(data) == []


def test_it_says_nothing_of_the_machine() -> None:
    data = write_pdf(Document("Plain", (paragraph("x"),)))
    pdf = Reading(data).pdf
    assert set(map(str, pdf.docinfo)) == {
        "/Title",
        "/Creator",
        "/Producer",
        "/CreationDate",
        "/ModDate",
    }
    assert b"ReportLab" not in data
    assert b"ReportLab" not in bytes(pdf.Root.Metadata.read_bytes())


def test_bookmarks_nest_and_lead_to_their_pages() -> None:
    reading = Reading(write_pdf(sample(1)))
    with reading.pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[:3] == ["Contents", "1 Summary", "2 Method and quality"]
        assert [item.title for item in outline.root[1].children] == [
            "1.1 Who we are",
            "1.2 What we promise",
        ]
    assert str(reading.pdf.Root.PageMode) == "/UseOutlines"


def test_contents_name_the_page_each_part_stands_on() -> None:
    reading = Reading(write_pdf(sample(1)))
    index = {page.obj.objgen: at for at, page in enumerate(reading.pdf.pages, 1)}
    for item in reading.root.all("TOCI"):
        words = item.text.split()
        assert words[-1].isdigit()
    links = [
        link for link in reading.pdf.pages[1].obj.Annots if str(link.Contents).startswith("Go to")
    ]
    numbers = [int(item.text.split()[-1]) for item in reading.root.all("TOCI")]
    assert [index[link.Dest[0].objgen] for link in links] == numbers


def test_draft_stands_on_every_page_and_is_said_once() -> None:
    reading = Reading(write_pdf(sample(1, draft=True)))
    assert all("DRAFT" in page.artifacts for page in reading.pages)
    assert "DRAFT: some things" in reading.text
    clean = Reading(write_pdf(sample(1)))
    assert not any("DRAFT" in page.artifacts for page in clean.pages)


def test_our_own_copy_says_that_it_is_not_to_be_handed_in() -> None:
    ours = replace(sample(1), reader="us")
    reading = Reading(write_pdf(ours))
    assert all(
        "For our own use: not to be handed in" in page.artifacts for page in reading.pages[1:]
    )


def test_files_whose_streams_end_in_a_carriage_return_conform_too() -> None:
    found = 0
    for at in range(120):
        data = write_pdf(Document(f"Number {at}", (paragraph("word " * at),), cover=Cover("x")))
        found += conformance_faults(data) != []
    assert found == 0


def _is(item: object, key: str, value: str) -> bool:
    return isinstance(item, pikepdf.Dictionary) and str(item.get(key, "")) == value
