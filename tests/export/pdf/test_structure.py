"""The tags: reading order, agreement of tree and pages, what each element is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from bidkit.export.pdf import write_pdf
from bidkit.export.tree import (
    Callout,
    Cell,
    Document,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Question,
    Quote,
    Row,
    Section,
    StatementGrid,
    Table,
)
from tests.export.pdf.reading import Reading
from tests.export.pdf.sample import sample


def source(block: object) -> Iterator[str]:
    """Yield every text of a tree in reading order."""
    match block:
        case Section():
            yield f"{block.number} {block.title}".strip()
        case Callout():
            yield block.title
        case Question():
            yield "".join(run.text for run in block.words)
        case Paragraph() | Heading():
            yield "".join(run.text for run in block.runs)
        case Table():
            yield block.caption
    for each in inside(block):
        yield from source(each)


def inside(block: object) -> Iterable[object]:
    """Return what stands in a block, in reading order."""
    match block:
        case Document() | Section() | Question() | Quote() | Callout() | Item() | Cell():
            return block.blocks
        case ItemList():
            return block.items
        case Table():
            return (*block.header, *block.rows)
        case Row():
            return block.cells
        case StatementGrid():
            return [each for line in block.cells for statement in line for each in statement]
    return ()


@pytest.fixture(scope="module")
def whole() -> Reading:
    return Reading(write_pdf(sample()))


def test_marks_tree_and_parents_agree(whole: Reading) -> None:
    assert whole.faults == []


def test_text_in_tag_order_is_the_source_word_for_word(whole: Reading) -> None:
    read, at, count = whole.text, 0, 0
    for words in source(sample()):
        wanted = " ".join(words.split())
        found = read.find(wanted, at)
        assert found >= 0, f"not found in order: {wanted[:90]!r} after {read[at : at + 90]!r}"
        at = found + len(wanted)
        count += bool(wanted)
    assert count > 300


def test_headings_never_skip_a_level(whole: Reading) -> None:
    levels = [int(e.tag[1]) for e in whole.root.below() if e.tag in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lists_labels_come_before_their_text(whole: Reading) -> None:
    lists = whole.root.all("L")
    assert lists
    for each in whole.root.all("LI"):
        assert [kid.tag for kid in each.kids if not isinstance(kid, str)] == ["Lbl", "LBody"]
    nested = [e for e in whole.root.all("LBody") if e.all("L")]
    assert nested


def test_tables_name_their_headers_and_repeat_them_as_artifacts(whole: Reading) -> None:
    scopes = {str(each.attributes.get("Scope")) for each in whole.root.all("TH")}
    assert scopes == {"/Column", "/Row"}
    register = whole.root.all("Table")[-2]
    assert len(register.all("THead")[0].all("TR")) == 1
    again = [page for page in whole.pages if "What it shows" in page.artifacts]
    assert len(again) >= 2


def test_spans_are_told(whole: Reading) -> None:
    spans = [each.attributes for each in whole.root.below() if each.tag in {"TH", "TD"}]
    assert any(int(str(a.get("ColSpan", 1))) == 2 for a in spans)
    assert any(int(str(a.get("RowSpan", 1))) == 2 for a in spans)


def test_links_hold_their_words_and_lead_somewhere(whole: Reading) -> None:
    links = whole.root.all("Link")
    assert all(link.links and link.text.strip() for link in links)
    assert "our practice guide" in {link.text.strip() for link in links}
    addresses = {
        str(link.A.URI)
        for page in whole.pdf.pages
        for link in page.obj.get("/Annots", [])
        if "/A" in link
    }
    assert addresses == {"https://harbour-mind.example/guide"}


def test_language_is_told_for_the_document_and_each_passage(whole: Reading) -> None:
    assert str(whole.pdf.Root.Lang) == "en-GB"
    welsh = [each.text for each in whole.root.below() if each.language == "cy"]
    assert welsh
    assert all("drws agored i bawb, ŵ a ŷ" in " ".join(each.split()) for each in welsh)


def test_figures_have_words(whole: Reading) -> None:
    figures = whole.root.all("Figure")
    assert len(figures) == 4
    assert all(each.alt and "BBox" in each.attributes for each in figures)


def test_header_and_footer_are_artifacts(whole: Reading) -> None:
    last = len(whole.pages)
    assert f"Page 3 of {last}" in whole.pages[2].artifacts
    assert not any("Page 1 of" in words for words in whole.pages[0].artifacts)
    assert "Page 3 of" not in whole.text
