"""The ledger: every header that is known, by name, by thing and by who wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from bidkit.changes.change import FORGET, STEP, VERSION, Header, Thing
from bidkit.changes.record import Record
from bidkit.changes.renames import TODAY, Names
from bidkit.changes.strand import Strand
from bidkit.changes.values import Values, plain

Frontier = Mapping[str, int]
SPECIAL = (FORGET, VERSION, STEP)


class Ledger:
    """A grow-only set of headers: adding is the only thing that can be done to it."""

    def __init__(self, headers: Iterable[Header] = (), names: Names = TODAY) -> None:
        self._names = names
        self._headers: dict[str, Header] = {}
        self._things: dict[Thing, Record] = {}
        self._special: dict[str, list[Header]] = {kind: [] for kind in SPECIAL}
        self._frontier: dict[str, int] = {}
        self.add(headers)

    def add(self, headers: Iterable[Header]) -> set[Thing]:
        """Take headers in and return the things they are about; known ones change nothing."""
        touched: set[Thing] = set()
        known, things, frontier = self._headers, self._things, self._frontier
        for header in headers:
            identity, kind, item, field, _, _, replica, number, _, _ = header
            if identity in known:
                continue
            known[identity] = header
            if number > frontier.get(replica, 0):
                frontier[replica] = number
            if kind in self._special:
                self._special[kind].append(header)
                continue
            current = header
            thing = (kind, item) if item else ("", field.partition("[")[0])
            if self._names:
                current = self._renamed(header)
                thing = thing_of(current)
            touched.add(thing)
            record = things.get(thing)
            if record is None:
                record = things[thing] = Record()
            record.add(current)
        return touched

    def __contains__(self, identity: str) -> bool:
        return identity in self._headers

    def __len__(self) -> int:
        return len(self._headers)

    def __iter__(self) -> Iterator[Header]:
        return iter(self._headers.values())

    def get(self, identity: str) -> Header | None:
        """Return the header of this name, if it is known."""
        return self._headers.get(identity)

    def of(self, thing: Thing) -> list[Header]:
        """Return everything that was written about one thing, under the names of today."""
        record = self._things.get(thing)
        return [] if record is None else record.headers

    def strand(self, thing: Thing, values: Values) -> Strand:
        """Return everything that was written about one thing, laid out."""
        return Strand(self._things.get(thing) or Record(), values, self._names)

    def thing_of(self, identity: str) -> Thing | None:
        """Return the thing a change is about, under the names of today; None if unknown."""
        header = self._headers.get(identity)
        return None if header is None else thing_of(self._renamed(header))

    @property
    def things(self) -> Iterable[Thing]:
        """Every thing that something was written about."""
        return self._things.keys()

    def special(self, kind: str) -> list[Header]:
        """Return the changes that are about the set itself: forgetting, versions, steps."""
        return self._special[kind]

    @property
    def forgotten(self) -> set[str]:
        """The names of the changes whose values must not be kept anywhere."""
        return {target for header in self._special[FORGET] for target in header.parents}

    @property
    def frontier(self) -> dict[str, int]:
        """How far each opening of a file has written: the moment this ledger stands for."""
        return dict(self._frontier)

    def moment_of(self, identity: str) -> dict[str, int]:
        """Return the moment just after a change came in here; this moment if it is unknown."""
        frontier: dict[str, int] = {}
        for header in self:
            if header.number > frontier.get(header.replica, 0):
                frontier[header.replica] = header.number
            if header.id == identity:
                break
        return frontier

    def upto(self, frontier: Frontier) -> Ledger:
        """Return the ledger as it was at that moment."""
        known = (one for one in self if one.number <= frontier.get(one.replica, 0))
        return Ledger(known, self._names)

    def _renamed(self, header: Header) -> Header:
        kind = self._names.collection(header.kind)
        return header._replace(kind=kind, field=self._names.field(kind, header.field))


def thing_of(header: Header) -> Thing:
    """Return the thing a header is about; each of the bid's own fields is a thing of its own."""
    if header.item:
        return (header.kind, header.item)
    return ("", header.field.partition("[")[0])


def element_field(path: str, element: str) -> str:
    """Return the name of the boolean field that says whether a set holds this element."""
    return f"{path}[{json.dumps(element, ensure_ascii=False)}]"


def split_field(field: str) -> tuple[str, str | None]:
    """Return the path of a field, and the element when it is about one of a set."""
    path, bracket, rest = field.partition("[")
    if not bracket:
        return path, None
    element = plain(rest[:-1])
    return (path, element) if isinstance(element, str) else (field, None)
