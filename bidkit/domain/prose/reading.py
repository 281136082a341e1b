"""CommonMark -> blocks: the only door to the Markdown parser, opened at the first reading.

Any text reads. HTML other than a span with a language is words; what nests too deep or is too
long to be laid out is kept whole as one verbatim passage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bidkit.domain.prose.canonical import canonical
from bidkit.domain.prose.inline_reading import (
    Picture,
    language_rule,
    read_inline,
)
from bidkit.domain.prose.limits import MAX_CELLS, MAX_MARKS, signs_in
from bidkit.domain.prose.model import (
    Alignment,
    Block,
    Break,
    BulletList,
    Chip,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    Text,
    Verbatim,
)
from bidkit.domain.prose.verbatim import RULE, fence
from bidkit.domain.prose.writing import write_canonical

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MAX_NESTING = 40
_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


@lru_cache(maxsize=256)
def read_prose(text: str) -> Prose:
    """Return the canonical prose that a CommonMark text holds; any text can be read."""
    if not text.strip():
        return Prose()
    if known := _written_lately(text):
        return known[0]
    signs = signs_in(text)
    tokens = None if signs > MAX_MARKS else _tokens(text)
    if tokens is not None:
        prose = canonical(Prose(tuple(_read_blocks(tokens))))
        # Written anew a text may hold more signs; what is kept whole must not change with that.
        if signs < MAX_MARKS // 20 or signs_in(write_canonical(prose)) <= MAX_MARKS:
            return prose
    return canonical(Prose((Verbatim(text),)))


def remember_written(text: str, prose: Prose) -> None:
    """Spare the next reading of a text that was just written from this canonical prose.

    Both ways are exact, so this changes no result, only the time it takes.
    """
    if signs_in(text) <= MAX_MARKS:
        _written_lately(text)[:] = [prose]


@lru_cache(maxsize=8)
def _written_lately(text: str) -> list[Prose]:  # noqa: ARG001 - the text is the key
    """Return the place where the prose of a text may be kept."""
    return []


def _tokens(text: str) -> list[Token] | None:
    """Return the parser's tokens, or None where it would have to leave something out."""
    try:
        tokens = _parser().parse(text)
    except RecursionError:
        return None
    too_deep = any(token.level >= _MAX_NESTING - 1 for token in tokens)
    cells = sum(token.type == "td_open" for token in tokens)
    return None if too_deep or cells > MAX_CELLS else tokens


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING, "html": False})
    # Addresses are taken as they stand and judged by `clean_link`, not by the parser.
    vars(parser).update(validateLink=bool, normalizeLink=str, normalizeLinkText=str)
    parser.enable("table").disable(["reference", "html_block", "html_inline"])
    parser.inline.ruler.before("autolink", "language", language_rule)
    return parser


@dataclass(slots=True)
class _Frame:
    """A list, item, quote or table that is being read."""

    token: Token | None
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cells: list[Runs] = field(default_factory=list)
    alignments: list[Alignment] = field(default_factory=list)


def _read_blocks(tokens: list[Token]) -> list[Block]:
    frames = [_Frame(None)]
    holder: Token | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open" | "list_item_open":
                frames.append(_Frame(token))
            case "blockquote_open" | "table_open":
                frames.append(_Frame(token))
            case "bullet_list_close" | "ordered_list_close" | "list_item_close":
                _close(frames)
            case "blockquote_close" | "table_close":
                _close(frames)
            case "tr_close":
                frames[-1].rows.append(tuple(frames[-1].cells))
                frames[-1].cells.clear()
            case "paragraph_open" | "heading_open" | "th_open" | "td_open":
                holder = token
            case "inline":
                _hold(holder, token, frames[-1])
            case "fence" | "code_block":
                frames[-1].blocks.append(Verbatim(_fenced(token)))
            case "hr":
                frames[-1].blocks.append(Verbatim(RULE))
    return frames[0].blocks


def _fenced(token: Token) -> str:
    content = token.content
    if content and not content.endswith("\n"):
        content += "\n"
    return fence(content, token.info)


def _close(frames: list[_Frame]) -> None:
    frame = frames.pop()
    outer = frames[-1]
    match frame.token.type if frame.token else "":
        case "list_item_open":
            outer.items.append(Item(tuple(frame.blocks)))
        case "bullet_list_open":
            outer.blocks.append(BulletList(tuple(frame.items)))
        case "ordered_list_open":
            start = frame.token.attrs.get("start", 1) if frame.token else 1
            outer.blocks.append(NumberedList(tuple(frame.items), int(start)))
        case "blockquote_open":
            outer.blocks.append(Quote(tuple(frame.blocks)))
        case "table_open":
            header, *rows = frame.rows
            outer.blocks.append(Table(header, tuple(rows), tuple(frame.alignments)))


def _hold(holder: Token | None, inline: Token, frame: _Frame) -> None:
    """Put the words of one inline token into the paragraph, heading or cell that holds them."""
    kind = holder.type if holder else ""
    children = inline.children or []
    if holder and kind == "heading_open":
        frame.blocks.append(Heading(int(holder.tag[1:]), _runs(read_inline(children))))
    elif holder and kind in ("th_open", "td_open"):
        if kind == "th_open":
            frame.alignments.append(_ALIGNMENTS.get(str(holder.attrs.get("style", "")), ""))
        frame.cells.append(_runs(read_inline(children)))
    else:
        frame.blocks.extend(_paragraphs(read_inline(children, lift=True)))


def _runs(found: list[Run | Picture]) -> Runs:
    return tuple(run for run in found if isinstance(run, Text | Chip | Break))


def _paragraphs(found: list[Run | Picture]) -> Iterator[Block]:
    """Yield what was read as paragraphs with each picture between them as a block of its own."""
    waiting: list[Run] = []
    for run in found:
        if isinstance(run, Text | Chip | Break):
            waiting.append(run)
        else:
            yield Paragraph(tuple(waiting))
            yield run
            waiting.clear()
    yield Paragraph(tuple(waiting))
