"""From our prose model to document blocks, with evidence chips, figures, charts and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bidkit.domain.bid import Bid
from bidkit.domain.prose import model as prose
from bidkit.domain.prose.reading import read_prose
from bidkit.export import tree
from bidkit.words import tr

ALIGN: dict[prose.Alignment, tree.Align] = {
    "": "left",
    "left": "left",
    "center": "centre",
    "right": "right",
}


@dataclass(frozen=True)
class Writer:
    """Turns stored prose into blocks of one document."""

    bid: Bid
    picture: Callable[[str], bytes]
    chart: Callable[[str], tree.Block | None]
    table: Callable[[str], tree.Block | None]
    register: frozenset[str] = frozenset()

    def blocks(self, text: str) -> tree.Blocks:
        """Return the blocks of a canonical CommonMark text."""
        return self._blocks(read_prose(text).blocks)

    def _blocks(self, blocks: tuple[prose.Block, ...]) -> tree.Blocks:
        return tuple(made for block in blocks if (made := self._block(block)) is not None)

    def _block(self, block: prose.Block) -> tree.Block | None:
        match block:
            case prose.Paragraph():
                return tree.Paragraph(self._runs(block.runs), language=_language(block.runs))
            case prose.Heading():
                return tree.Heading(self._runs(block.runs), level=block.level)
            case prose.BulletList():
                return tree.ItemList(self._items(block.items))
            case prose.NumberedList():
                return tree.ItemList(self._items(block.items), ordered=True, start=block.start)
            case prose.Quote():
                return tree.Quote(self._blocks(block.blocks))
            case prose.Table():
                return self._table(block)
            case prose.Figure():
                return self._figure(block)
            case prose.Chart():
                return self.chart(block.chart)
            case prose.LinkedTable():
                return self.table(block.table)
            case prose.Verbatim():
                return tree.Paragraph(tree.text(block.source))

    def _items(self, items: tuple[prose.Item, ...]) -> tuple[tree.Item, ...]:
        return tuple(tree.Item(self._blocks(item.blocks)) for item in items)

    def _table(self, table: prose.Table) -> tree.Table:
        known = table.alignments
        columns = tuple(
            tree.Column(align=ALIGN[known[at]] if at < len(known) else "left")
            for at in range(len(table.header))
        )
        header = (self._row(table.header),) if any(table.header) else ()
        return tree.Table(columns, tuple(self._row(row) for row in table.rows), header)

    def _row(self, cells: prose.Row) -> tree.Row:
        return tree.Row(tuple(tree.Cell((tree.Paragraph(self._runs(runs)),)) for runs in cells))

    def _figure(self, figure: prose.Figure) -> tree.Block | None:
        found = next((one for one in self.bid.attachments if one.id == figure.attachment), None)
        data = self.picture(found.digest) if found is not None else b""
        if not data:
            return tree.Callout((tree.paragraph(figure.alt),), tr("A picture is missing here"))
        return tree.Figure(data, figure.alt or (found.name if found else ""))

    def _runs(self, runs: prose.Runs) -> tree.Runs:
        return tuple(made for run in runs if (made := self._run(run)) is not None)

    def _run(self, run: prose.Run) -> tree.Run | None:
        match run:
            case prose.Text():
                return tree.Run(
                    run.text, run.bold, run.italic, language=run.language, address=run.link
                )
            case prose.Break():
                return tree.Run("\n")
            case prose.Chip():
                return self._chip(run.evidence)

    def _chip(self, identity: str) -> tree.Run | None:
        label = evidence_label(self.bid, identity)
        if not label:
            return None
        target = f"evidence-{identity}" if identity in self.register else ""
        return tree.Run(f"[{label}]", evidence=True, target=target)


def evidence_label(bid: Bid, identity: str) -> str:
    """Return how an evidence chip prints: "E4 · JSNA 2025"; '' when the item is gone."""
    item = next((one for one in bid.evidence if one.id == identity), None)
    if item is None:
        return ""
    return " · ".join(part for part in (item.code, item.source or item.title) if part)


def plain_blocks(text: str) -> tree.Blocks:
    """Return plain multi-line text as paragraphs; single line ends stay line breaks."""
    pieces = [piece.strip() for piece in text.replace("\r\n", "\n").split("\n\n")]
    return tuple(tree.paragraph(piece) for piece in pieces if piece)


def labelled(label: str, text: str) -> tree.Blocks:
    """Return a small heading and its text, nothing where there is no text."""
    blocks = plain_blocks(text)
    return (tree.Heading(tree.text(label)), *blocks) if blocks else ()


def _language(runs: prose.Runs) -> str:
    return prose.language_of(runs)
