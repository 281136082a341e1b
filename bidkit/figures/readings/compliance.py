"""The compliance matrix: every requirement with where it stands, our reply, and its state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bidkit.domain.bid import Bid
from bidkit.domain.documents import Requirement

State = Literal["open", "unwritten", "replied", "met", "exceeded", "partly", "not met"]
CLOSED: tuple[State, ...] = ("met", "exceeded")


@dataclass(frozen=True)
class Line:
    """One requirement: the buyer's words, where they stand, our reply, and how far it is.

    unwritten: the questions it is said to be answered in that hold no words yet.
    """

    id: str
    words: str
    document: str
    page: int | None
    strength: str
    reply: str
    answered_in: tuple[str, ...]
    unwritten: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Compliance:
    """All requirements, the strongest last word of each, and how many are in which state."""

    lines: tuple[Line, ...]

    def count(self, *states: State, strength: str = "") -> int:
        """Return how many lines are in one of these states, of all or of one strength."""
        return sum(
            one.state in states and strength in ("", one.strength or "must") for one in self.lines
        )

    @property
    def musts(self) -> int:
        """How many requirements are a must; one whose strength nobody said counts as one."""
        return sum(one.strength in ("", "must") for one in self.lines)


def compliance(bid: Bid) -> Compliance:
    """Return the matrix of a bid, in the order of the documents as they were marked.

    A requirement is open until somebody says what is offered or where it is answered; "unwritten"
    where every answer it points to is empty; else what was said of it: met, exceeded, partly or
    not met, and "replied" where nobody said. Replies found in the fit of requirement to offer
    count too. Source: Procurement Act 2023, section 19(2)(a): a tender that does not meet what is
    required cannot win.
    """
    return Compliance(tuple(_lines(bid)))


def _lines(bid: Bid) -> Iterator[Line]:
    documents = {one.id: one.title for one in bid.documents}
    fits = {one.requirement: one for one in bid.fits}
    names = {one.id: one.number or one.title or one.text[:40] for one in bid.questions}
    written = _written(bid)
    for one in bid.requirements:
        fit = fits.get(one.id)
        within = fit.answered_in if fit is not None else ()
        where = tuple(name for name in dict.fromkeys((*one.answered_in, *within)) if name in names)
        empty = tuple(name for name in where if name not in written)
        reply = one.our_offer or (fit.we_do if fit is not None else "")
        yield Line(
            one.id,
            one.quotation,
            documents.get(one.document, ""),
            one.page,
            one.kind,
            reply,
            tuple(names[name] for name in where),
            tuple(names[name] for name in empty),
            _state(one, reply, where, empty),
        )


def _state(one: Requirement, reply: str, where: tuple[str, ...], empty: tuple[str, ...]) -> State:
    if one.met == "not met":
        return "not met"
    if not reply.strip() and not where:
        return "open"
    if where and len(empty) == len(where):
        return "unwritten"
    return one.met or "replied"


def _written(bid: Bid) -> frozenset[str]:
    """Return the questions in which something is said."""
    owners = {part.id: part.parent for part in bid.parts}
    prose = {owners.get(one.parent, one.parent) for one in bid.answers if one.text.strip()}
    filled = {one.parent for one in bid.responses}
    return frozenset(prose | filled)
