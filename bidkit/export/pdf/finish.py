"""The finished file: structure tree, links, bookmarks and metadata join the drawn pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from bidkit.export.pdf.canvas import PageRecord
from bidkit.export.pdf.contents import Entry
from bidkit.export.pdf.metadata import colour_profile, information, moment_of, xmp_packet
from bidkit.export.pdf.structure import LinkArea, Mark, Node
from bidkit.export.tree import Document
from bidkit.words import tr

CARRIAGE_RETURN = 13
MISREAD = b"\r\nendstream"
_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything known once the pages are drawn, for the finish to write down."""

    data: bytes
    document: Document
    root: Node
    entries: Sequence[Entry]
    records: Sequence[PageRecord]
    places: Mapping[str, tuple[int, float, float]]


def finished(drawn: Drawn) -> bytes:
    """Return the drawn pages as a tagged, archival file with links and bookmarks."""
    with pikepdf.open(BytesIO(drawn.data)) as pdf:
        _mend_fonts(pdf)
        _Structure(pdf, drawn).write()
        _outline(pdf, drawn)
        _describe(pdf, drawn.document)
        result = _saved(pdf, pikepdf.ObjectStreamMode.generate)
        if MISREAD in result:
            _calm_endings(pdf)
            result = _saved(pdf, pikepdf.ObjectStreamMode.disable)
    return result


def _saved(pdf: Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    buffer = BytesIO()
    pdf.save(
        buffer,
        min_version="1.7",
        deterministic_id=True,
        compress_streams=True,
        recompress_flate=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        object_stream_mode=mode,
    )
    return buffer.getvalue()


def _calm_endings(pdf: Pdf) -> None:
    """Let no stream, once compressed, end in a byte that some checkers take for half a line end.

    Compressed data ends with the low byte of its Adler-32 sum; 13 is a carriage return. A byte
    more at the end of a page, a font or a picture changes nothing but that sum.
    """
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get("/Type") not in (Name.ObjStm, Name.XRef):
            if "DCTDecode" in str(item.get("/Filter", "")):
                continue
            data = item.read_bytes()
            if zlib.adler32(data) & 0xFF == CARRIAGE_RETURN:
                plain = "/Length1" not in item and item.get("/Subtype") != Name.Image
                more = b"\n" if plain else b"\1"
                item.write(data + more)
                if "/Length1" in item:
                    item.Length1 = len(data) + 1


class _Structure:
    """Writes the structure tree, and the link annotations that hang on it."""

    def __init__(self, pdf: Pdf, drawn: Drawn) -> None:
        self._pdf = pdf
        self._drawn = drawn
        self._pages = [page.obj for page in pdf.pages]
        self._written: dict[Node, Object] = {}
        self._areas: dict[int, Object] = {}
        self._parents: list[Object] = []

    def write(self) -> None:
        """Write the tree below the catalogue and hang every page and link on it."""
        for page, record in zip(self._pages, self._drawn.records, strict=True):
            self._annotate(page, record)
        self._drawn.root.prune()
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self._element(self._drawn.root, top)
        top.K = Array([document])
        numbers: list[object] = []
        for index, (page, record) in enumerate(zip(self._pages, self._drawn.records, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            owners = Array([self._written[node] for node in record.marks])
            numbers += [index, self._pdf.make_indirect(owners)]
        for index, owner in enumerate(self._parents, len(self._pages)):
            numbers += [index, owner]
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages) + len(self._parents)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _annotate(self, page: Object, record: PageRecord) -> None:
        annotations = []
        for area in record.links:
            found = self._annotation(area, page)
            self._areas[id(area)] = found
            annotations.append(found)
        if annotations:
            page.Annots = Array(annotations)

    def _annotation(self, area: LinkArea, page: Object) -> Object:
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(each, 2) for each in area.box]),
            Border=Array([0, 0, 0]),
            F=4,
            P=page,
            Contents=String(_contents(area)),
        )
        if area.address:
            link.A = Dictionary(S=Name.URI, URI=String(area.address))
        else:
            link.Dest = destination(self._pages, self._drawn.places, area.target)
        return self._pdf.make_indirect(link)

    def _element(self, node: Node, parent: Object) -> Object:
        """Write a node and everything below it; deep trees are walked without recursion."""
        first = self._bare(node, parent)
        waiting = [(node, first)]
        while waiting:
            current, element = waiting.pop()
            self._written[current] = element
            kids = Array()
            for kid in current.kids:
                if isinstance(kid, Node):
                    below = self._bare(kid, element)
                    kids.append(below)
                    waiting.append((kid, below))
                elif isinstance(kid, Mark):
                    kids.append(self._mark(kid, element))
                else:
                    kids.append(self._reference(kid, element))
            if len(kids):
                element.K = kids
        return first

    def _bare(self, node: Node, parent: Object) -> Object:
        element = Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent)
        if node.alt:
            element.Alt = String(node.alt)
        if node.language:
            element.Lang = String(node.language)
        for owner, values in node.attributes:
            attribute = Dictionary(O=Name("/" + owner))
            for name, value in values.items():
                attribute["/" + name] = _value(value)
            element.A = attribute
        return self._pdf.make_indirect(element)

    def _mark(self, mark: Mark, element: Object) -> object:
        page = self._pages[mark.page]
        if "/Pg" not in element:
            element.Pg = page
            return mark.number
        if element.Pg.objgen == page.objgen:
            return mark.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.number)

    def _reference(self, area: LinkArea, element: Object) -> Object:
        annotation = self._areas[id(area)]
        annotation.StructParent = len(self._pages) + len(self._parents)
        self._parents.append(element)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._pages[area.page])


def destination(
    pages: Sequence[Object], places: Mapping[str, tuple[int, float, float]], key: str
) -> Object:
    """Return where a key leads: its page and height, or the first page for an unknown one."""
    page, _, top = places.get(key, (0, 0.0, 842.0))
    return Array([pages[page], Name.XYZ, None, round(top + 8, 2), None])


def _contents(area: LinkArea) -> str:
    """Return what a link says to those who cannot see it."""
    if area.address:
        return tr("{words}: {address}", words=area.words, address=area.address)
    return tr("Go to {words}", words=area.words)


def _value(value: object) -> object:
    if isinstance(value, str):
        return Name("/" + value)
    if isinstance(value, list):
        return Array(value)
    return value


def _outline(pdf: Pdf, drawn: Drawn) -> None:
    """Write the bookmarks: sections and questions, nested, the first level open."""
    pages = [page.obj for page in pdf.pages]
    with pdf.open_outline() as outline:
        above: list[pikepdf.OutlineItem] = []
        for entry in drawn.entries:
            title = " ".join(entry.words.split())
            title = title if len(title) <= 120 else title[:118].rstrip() + "…"
            target = destination(pages, drawn.places, entry.key)
            item = pikepdf.OutlineItem(title or tr("Untitled"), Array(target))
            item.is_closed = True
            del above[entry.level - 1 :]
            (above[-1].children if above else outline.root).append(item)
            above.append(item)


def _mend_fonts(pdf: Pdf) -> None:
    """Write each font's way from codes to text so that it names only real characters."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font and "/ToUnicode" in item:
            stream = item.ToUnicode
            stream.write(_mended(stream.read_bytes()))


def _mended(cmap: bytes) -> bytes:
    pairs = [(code, int(value, 16)) for code, value in _CODE.findall(cmap)]
    pairs = [(code, value) for code, value in pairs if value >= 32]
    head, _, _ = cmap.partition(b"endcodespacerange")
    lines = [head + b"endcodespacerange"]
    for at in range(0, len(pairs), 100):
        block = pairs[at : at + 100]
        lines.append(b"%d beginbfchar" % len(block))
        for code, value in block:
            lines.append(b"<%s> <%s>" % (code, chr(value).encode("utf-16-be").hex().encode()))
        lines.append(b"endbfchar")
    lines += [b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end"]
    return b"\n".join(lines)


def _describe(pdf: Pdf, document: Document) -> None:
    moment = moment_of(document)
    root = pdf.Root
    root.Lang = String(document.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines if "/Outlines" in root else Name.UseNone
    packet = pdf.make_stream(xmp_packet(document, moment))
    packet.Type = Name.Metadata
    packet.Subtype = Name.XML
    root.Metadata = packet
    profile = pdf.make_stream(colour_profile())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])
    for name in list(pdf.docinfo.keys()):
        del pdf.docinfo[name]
    for name, value in information(document, moment).items():
        pdf.docinfo[name] = String(value)
