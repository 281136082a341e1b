"""A table collected from pasted HTML, its merged cells taken apart."""

from __future__ import annotations

from bidkit.domain.prose.model import Break, Run, Runs, Table

_MAX_SPAN = 50
_MAX_COLUMNS = 200
_MAX_CELLS = 20_000


class PastedTable:
    """Collects rows and cells as the tags come, and fills what merged cells cover with nothing."""

    def __init__(self) -> None:
        self._rows: list[list[list[Run]]] = []
        self._covered: dict[int, int] = {}
        self._writing = 0
        self._cells = 0

    def open(self, tag: str, given: dict[str, str]) -> None:
        """Begin a row or a cell; other tags mean nothing here."""
        if tag == "tr":
            self._start_row()
        elif tag in ("td", "th"):
            if not self._rows:
                self._start_row()
            self._cover_from_above()
            row = self._rows[-1]
            below = _span(given.get("rowspan", "")) - 1
            across = _span(given.get("colspan", ""))
            if len(row) + across > _MAX_COLUMNS or self._cells + across > _MAX_CELLS:
                return
            for column in range(len(row), len(row) + across):
                row.append([])
                if below:
                    self._covered[column] = below
            self._cells += across
            self._writing = len(row) - across

    def add(self, runs: Runs) -> None:
        """Add words to the cell that is open; a second paragraph begins a new line."""
        if not self._rows:
            self._start_row()
        row = self._rows[-1]
        if not row:
            row.append([])
            self._writing = 0
        cell = row[self._writing]
        cell.extend((Break(), *runs) if cell else runs)

    def finish(self) -> Table:
        """Return the table; its first row is its header. A monstrous one raises OverflowError."""
        self._cover_from_above()
        if len(self._rows) * max(map(len, self._rows), default=0) > _MAX_CELLS:
            raise OverflowError("a table of more cells than anybody pastes")
        rows = [tuple(tuple(cell) for cell in row) for row in self._rows] or [()]
        return Table(rows[0], tuple(rows[1:]))

    def _start_row(self) -> None:
        if self._rows:
            self._cover_from_above()
        self._rows.append([])
        self._writing = 0

    def _cover_from_above(self) -> None:
        """Put empty cells where cells of earlier rows reach down."""
        row = self._rows[-1] if self._rows else []
        while self._covered.get(len(row), 0) and self._cells < _MAX_CELLS:
            self._covered[len(row)] -= 1
            self._cells += 1
            row.append([])


def small_number(written: str) -> int:
    """Return a number of up to three digits, or 1 for anything else."""
    return int(written) if written.isdecimal() and len(written) <= 3 else 1


def _span(written: str) -> int:
    return min(max(small_number(written), 1), _MAX_SPAN)
