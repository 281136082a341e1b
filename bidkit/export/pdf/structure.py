"""The structure tree: what each piece of the pages is, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

KEPT = ("TR", "TH", "TD")
"""Rows and cells stay even when they are empty: a table without them would be irregular."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content: its page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class LinkArea:
    """A rectangle on a page that can be pressed: where it leads and what it says."""

    page: int
    box: tuple[float, float, float, float]
    node: Node
    address: str = ""
    target: str = ""
    words: str = ""


Kid = Union["Node", Mark, LinkArea]


@dataclass(slots=True, eq=False)
class Node:
    """One element of the structure tree; what it holds joins it in reading order.

    A node joins its parent at once, an inline one (link, language) when it is first drawn.
    """

    tag: str
    parent: Node | None = None
    alt: str = ""
    language: str = ""
    inline: bool = False
    attributes: tuple[tuple[str, dict[str, object]], ...] = ()
    kids: list[Kid] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None and not self.inline:
            self.parent.kids.append(self)

    def join(self) -> None:
        """Take an inline node into its parent, the first time it is drawn."""
        if self.inline and not self.kids and self.parent is not None:
            self.parent.kids.append(self)

    def child(self, tag: str, **details: str) -> Node:
        """Return a new node at the end of this one."""
        return Node(tag, self, alt=details.get("alt", ""), language=details.get("language", ""))

    def prune(self) -> bool:
        """Leave out every node below that nothing was drawn for; tell whether anything stays."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.tag in KEPT


def heading_tag(level: int) -> str:
    """Return the tag of a heading, H1 to H6."""
    return f"H{min(max(level, 1), 6)}"
