"""Reads a PDF as a screen reader does: by its structure tree and marked content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from page import SafetyLimits, ValidationProfile, validate_pdf_bytes
from pikepdf import Array, Dictionary, Name, Object

PAINTING = {"Tj", "TJ", "f", "f*", "F", "S", "s", "B", "b", "Do", "sh"}


@dataclass
class Element:
    """One structure element with what it holds, in order."""

    tag: str
    kids: list[Element | str] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    links: int = 0
    attributes: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All text below, in tag order."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def below(self) -> Iterator[Element]:
        """Yield this element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.below()

    def all(self, tag: str) -> list[Element]:
        """Return all elements of a tag, in order."""
        return [each for each in self.below() if each.tag == tag]


@dataclass
class Page:
    """What stands on one page: the text of each mark, the artifacts, where lines begin, faults."""

    marks: dict[int, str] = field(default_factory=dict)
    artifacts: list[str] = field(default_factory=list)
    starts: list[tuple[float, float]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def say(self, text: str, mark: int | None) -> None:
        """Take in words drawn under a mark, or under none."""
        if mark is None:
            self.artifacts.append(text)
        else:
            self.marks[mark] += text


class Reading:
    """A PDF read back: its element tree, its pages, and every fault of the marking."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = [_read_page(page) for page in self.pdf.pages]
        self.faults = [f"page {at}: {f}" for at, p in enumerate(self.pages) for f in p.faults]
        self._index = {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}
        self._seen: dict[tuple[int, int], tuple[int, int]] = {}
        self._order: list[list[int]] = [[] for _ in self.pages]
        top = self.pdf.Root.StructTreeRoot
        self.root = self._element(top.K[0])
        self._check_parents(top)

    @property
    def text(self) -> str:
        """The text of the whole document in tag order, with single spaces."""
        parts: list[str] = []
        _gather(self.root, parts)
        return " ".join("".join(parts).split())

    def _element(self, item: Object) -> Element:
        element = Element(str(item.S)[1:], language=str(item.get("/Lang", "")))
        element.alt = str(item.get("/Alt", ""))
        if "/A" in item:
            element.attributes = {str(k)[1:]: v for k, v in item.A.items()}
        kids = item.get("/K", Array())
        for kid in list(kids) if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                self._mark(element, item, item.Pg, kid)
            elif kid.get("/Type") == Name.MCR:
                self._mark(element, item, kid.Pg, int(kid.MCID))
            elif kid.get("/Type") == Name.OBJR:
                element.links += 1
            else:
                if kid.P.objgen != item.objgen:
                    self.faults.append("an element does not point back to its parent")
                element.kids.append(self._element(kid))
        return element

    def _mark(self, element: Element, item: Object, page: Object, number: int) -> None:
        at = self._index[page.objgen]
        if (at, number) in self._seen:
            self.faults.append(f"page {at}: mark {number} is used twice")
        self._seen[at, number] = item.objgen
        self._order[at].append(number)
        element.kids.append(self.pages[at].marks.get(number, ""))

    def _check_parents(self, top: Object) -> None:
        numbers = top.ParentTree.Nums
        tree = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for at, page in enumerate(self.pdf.pages):
            owners = tree[int(page.obj.StructParents)]
            if len(owners) != len(self.pages[at].marks):
                self.faults.append(f"page {at}: {len(owners)} owners for other marks")
            for number, owner in enumerate(owners):
                if self._seen.get((at, number)) != owner.objgen:
                    self.faults.append(f"page {at}: mark {number} and its owner disagree")
            if self._order[at] != sorted(self._order[at]):
                self.faults.append(f"page {at}: tag order is not drawing order")
            for link in page.obj.get("/Annots", Array()):
                owner = tree[int(link.StructParent)]
                if str(owner.S) != "/Link" or "/Contents" not in link:
                    self.faults.append(f"page {at}: a link without its element or words")


def conformance_faults(data: bytes) -> list[str]:
    """Return what a checker finds against PDF/UA-1 and PDF/A-2a."""
    found = []
    for profile in (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A):
        report = validate_pdf_bytes(data, profile=profile, limits=SafetyLimits.unlimited())
        found += [f"{each.rule_id}: {each.message}" for each in report.failures]
    return found


def _gather(element: Element, parts: list[str]) -> None:
    if element.tag not in {"Link", "Span", "Code", "Reference"}:
        parts.append("\n")
    for kid in element.kids:
        if isinstance(kid, str):
            parts.append(kid)
        else:
            _gather(kid, parts)
    if element.tag in {"Lbl", "Reference"}:
        parts.append("\n")


def _read_page(page: pikepdf.Page) -> Page:
    found = Page()
    maps = _maps(page)
    current: dict[str, str] = {}
    inside: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "Tf":
            current = maps[str(operands[0])]
        elif name == "Tm":
            found.starts.append((float(operands[4]), float(operands[5])))
        elif name in {"BDC", "BMC"}:
            if inside:
                found.faults.append("marks stand inside each other")
            number = None
            if name == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
                number = int(operands[1].MCID)
                found.marks[number] = ""
            inside.append(number)
        elif name == "EMC":
            inside.pop()
        elif name in PAINTING:
            if not inside:
                found.faults.append(f"{name} paints without a mark")
            if name == "Tj" and inside:
                text = "".join(current[f"{code:02X}"] for code in bytes(operands[0]))
                found.say(text, inside[-1])
    if list(found.marks) != list(range(len(found.marks))):
        found.faults.append("marks are not numbered in drawing order")
    return found


def _maps(page: pikepdf.Page) -> dict[str, dict[str, str]]:
    found = {}
    for name, font in page.Resources.get("/Font", Dictionary()).items():
        pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9a-f]+)>", font.ToUnicode.read_bytes())
        found[name] = {
            code.decode(): bytes.fromhex(value.decode()).decode("utf-16-be")
            for code, value in pairs
        }
    return found
