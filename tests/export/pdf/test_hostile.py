"""Whatever somebody pastes or opens, a correct file comes out and nothing is fetched."""

from __future__ import annotations

import socket
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bidkit.errors import CancelledError, InputError
from bidkit.export.house_style import HouseStyle
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.fonts import FontLibrary
from bidkit.export.tree import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Item,
    ItemList,
    KeyFacts,
    PageBreak,
    Paragraph,
    Question,
    Quote,
    Row,
    Run,
    Section,
    Table,
    cell,
    paragraph,
    row,
    text,
)
from bidkit.progress import Progress
from tests.export.pdf.reading import Reading, conformance_faults
from tests.export.pdf.sample import photograph


def read(*blocks: Block, cover: Cover | None = None, style: HouseStyle | None = None) -> Reading:
    document = Document("A bid", blocks, cover=cover, style=style or HouseStyle())
    data = write_pdf(document)
    reading = Reading(data)
    assert reading.faults == []
    assert conformance_faults(data) == []
    assert all(0 < x < 595 and 0 < y < 842 for page in reading.pages for x, y in page.starts)
    return reading


def test_an_empty_document_is_one_page() -> None:
    assert len(Reading(write_pdf(Document(""))).pages) == 1
    assert len(read(cover=Cover()).pages) == 1
    assert len(read(PageBreak(), PageBreak()).pages) == 1


def test_control_characters_and_lone_surrogates_vanish() -> None:
    reading = read(paragraph("one\x00\x07two\ud800 three\u202e\ufeff\u2028four"))
    assert "onetwo three four" in reading.text


def test_welsh_and_symbols_keep_their_letters() -> None:
    words = "Ŵ ŵ Ŷ ŷ ẁ Ẃ ȳ £ € – ‘’ “” • ☐ ☑ ✓ ✗ → ≥ ² ½"
    for style in (HouseStyle(), HouseStyle(font="accessible")):
        assert words in read(paragraph(words), style=style).text


def test_letters_are_composed() -> None:
    assert "dŵr" in read(paragraph("dw\u0302r")).text


def test_emoji_without_a_shape_become_their_name() -> None:
    reading = read(paragraph("Well done \U0001f9d1\U0001f3fd\u200d\U0001f680 \U0001fae0!"))
    assert "Well done [adult][rocket] [melting face]!" in reading.text


def test_unprintable_characters_are_told() -> None:
    library = FontLibrary()
    assert library.unprintable("Croeso ŵ ✓") == frozenset()
    assert library.unprintable("Croeso שלום 中") == frozenset("שלום中")


def test_a_word_wider_than_the_page_is_broken_without_loss() -> None:
    address = "https://example.org/" + "very-long-part/" * 40 + "x" * 400
    reading = read(paragraph(address))
    assert address in reading.text.replace(" ", "")


def test_a_cell_taller_than_many_pages_goes_on() -> None:
    words = " ".join(f"word{at}" for at in range(9000))
    table = Table((Column(), Column()), (row("Short", words), row("Next", "end")), (row("A", "B"),))
    reading = read(table)
    assert len(reading.pages) > 5
    assert words in reading.text
    assert len(reading.root.all("TR")) == 3


def test_a_huge_word_in_a_cell() -> None:
    reading = read(Table((), (row("x" * 60_000, "b"),)))
    assert reading.text.count("x") == 60_000


def test_tables_of_every_odd_form_are_regular() -> None:
    odd = Table(
        (Column(), Column(), Column()),
        (
            Row((cell("a"),)),
            Row((cell("b"), cell("c"), cell("d"), cell("too many"))),
            Row((Cell((paragraph("tall"),), row_span=99), cell("wide", column_span=9))),
            Row(()),
        ),
    )
    reading = read(odd, Table((), ()), Table((Column(),), (), empty="Nothing here yet."))
    rows = reading.root.all("TR")
    assert len(rows) == 4
    assert "Nothing here yet." in reading.text
    assert "too many" not in reading.text


def test_forty_columns_still_fit() -> None:
    read(Table((), (row(*(f"column {at}" for at in range(40))),)))


def test_a_header_taller_than_the_page_is_not_repeated_for_ever() -> None:
    header = row("head " * 3000, "b")
    reading = read(Table((), tuple(row("x", str(at)) for at in range(5)), (header,)))
    assert reading.text.count("head") == 3000


def test_a_thousand_headings_are_placed_and_listed() -> None:
    sections = tuple(Section(f"Part {at}", number=str(at)) for at in range(1000))
    reading = read(Contents("Contents"), *sections)
    assert reading.text.count("Part 999") == 2
    assert len(reading.root.all("TOCI")) == 1000
    assert len(reading.root.all("H1")) == 1001


def test_headings_that_skip_are_put_right() -> None:
    reading = read(Section("One", (Heading(text("deep"), 5), Heading(text("deeper"), 6))))
    assert [e.tag for e in reading.root.below() if e.tag[0] == "H"] == ["H1", "H2", "H3"]


def test_sections_sixty_deep_are_fine_and_lists_a_hundred_deep_refused() -> None:
    section = Section("inner")
    for at in range(59):
        section = Section(f"level {at}", (section,))
    assert read(section).text.count("level") == 59
    block: Block = paragraph("x")
    for _ in range(100):
        block = ItemList((Item((block,)),))
    with pytest.raises(InputError) as refusal:
        read(block)
    assert "60 deep" in refusal.value.why


def test_a_title_as_long_as_a_page_is_cut_on_the_cover() -> None:
    data = write_pdf(Document("very long title " * 300, cover=Cover("Tender"), bidder="B " * 2000))
    assert Reading(data).faults == []


def test_links_that_should_not_be_followed_are_only_words() -> None:
    addresses = ("javascript:alert(1)", "file:///etc/passwd", "//host/x", "ftp://x", "http://[", "")
    runs = tuple(Run(f"link{at} ", address=each) for at, each in enumerate(addresses))
    reading = read(Paragraph((*runs, Run("nowhere", target="missing"))))
    assert reading.root.all("Link") == []
    assert "link0 link1" in reading.text


def test_links_over_a_line_end_stay_one_element() -> None:
    words = "a link that is long enough to go over the end of its line " * 3
    reading = read(
        Paragraph((Run("See "), Run(words, address="https://example.org/é?q=1"), Run(".")))
    )
    (link,) = reading.root.all("Link")
    assert link.links >= 2
    assert " ".join(link.text.split()) == words.strip()


def test_pictures_are_limited_and_unreadable_ones_said() -> None:
    buffer = BytesIO()
    Image.new("P", (5000, 4000)).save(buffer, "PNG")
    reading = read(
        Figure(buffer.getvalue(), "A large empty picture"),
        Figure(b"not a picture", "A chart of results", "Figure 9"),
        Figure(photograph()[:2000], "cut off"),
        Figure(b"", ""),
    )
    assert len(reading.root.all("Figure")) == 1
    assert reading.text.count("could not be read") == 3
    (image,) = [o for o in reading.pdf.objects if _is_image(o)]
    assert int(image.Width) * int(image.Height) <= 4_000_000


def test_every_kind_of_picture_is_embedded() -> None:
    for mode, kind in (
        ("1", "PNG"),
        ("L", "PNG"),
        ("LA", "PNG"),
        ("P", "GIF"),
        ("RGBA", "PNG"),
        ("CMYK", "JPEG"),
        ("I;16", "PNG"),
        ("YCbCr", "JPEG"),
        ("RGB", "BMP"),
    ):
        buffer = BytesIO()
        Image.new(mode, (40, 30)).save(buffer, kind)
        reading = read(Figure(buffer.getvalue(), f"{mode} {kind}"))
        assert [each.alt for each in reading.root.all("Figure")] == [f"{mode} {kind}"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    reading = read(
        Paragraph((Run('<img src="http://example.org/x.png"/>'),)),
        Figure(b"http://example.org/x.png", "x"),
    )
    assert '<img src="http://example.org/x.png"/>' in reading.text


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        write_pdf(Document("x"), progress)


runs = st.builds(
    Run,
    st.text(max_size=80),
    bold=st.booleans(),
    italic=st.booleans(),
    code=st.booleans(),
    language=st.sampled_from(["", "cy"]),
    address=st.sampled_from(["", "https://example.org", "javascript:x"]),
    target=st.sampled_from(["", "here", "nowhere"]),
)
paragraphs = st.builds(Paragraph, st.lists(runs, max_size=5).map(tuple))
leaves: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    st.builds(Heading, st.lists(runs, max_size=2).map(tuple), st.integers(-1, 9)),
    st.just(PageBreak()),
    st.just(Contents("Contents")),
    st.just(KeyFacts(())),
)


def within(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=4).map(tuple)
    cells = st.builds(Cell, blocks, st.integers(0, 3), st.integers(0, 3), heading=st.booleans())
    rows = st.lists(st.builds(Row, st.lists(cells, max_size=4).map(tuple)), max_size=4).map(tuple)
    return st.one_of(
        st.builds(
            ItemList, st.lists(st.builds(Item, blocks), max_size=4).map(tuple), st.booleans()
        ),
        st.builds(Quote, blocks, st.text(max_size=20)),
        st.builds(Callout, blocks, st.text(max_size=20)),
        st.builds(Section, st.text(max_size=40), blocks, key=st.sampled_from(["", "here"])),
        st.builds(Question, st.lists(runs, max_size=2).map(tuple), blocks, st.text(max_size=9)),
        st.builds(Table, st.just(()), rows, rows, st.text(max_size=20)),
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.recursive(leaves, within, max_leaves=12), max_size=5).map(tuple))
def test_any_tree_gives_agreeing_tags(blocks: tuple[Block, ...]) -> None:
    data = write_pdf(Document("Any", blocks, cover=Cover("x")))
    reading = Reading(data)
    assert reading.faults == []
    assert all(0 < x < 595 and 0 < y < 842 for page in reading.pages for x, y in page.starts)
    assert conformance_faults(data) == []


def _is_image(item: object) -> bool:
    get = getattr(item, "get", None)
    return get is not None and str(get("/Subtype", "")) == "/Image"
