"""Short sessions with one file: each checks that it is still the file that was opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bidkit.errors import FileError
from bidkit.storage import failures
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.key import Key
from bidkit.storage.replacing import tidy_beside
from bidkit.storage.tables.meta import Meta, read_meta
from bidkit.storage.tables.schema import (
    VERSION,
    check_inside,
    check_outside,
    check_pages,
    cut_short,
)

READING_SECONDS = 60.0


class Sessions:
    """Opens one file for a moment at a time; nothing stays open between two moments."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path.absolute()
        self.key = key
        self.refusal: FileError | None = None
        self._copy_id = ""
        self._stamp: tuple[int, ...] = ()

    def begin(self, *, read_only: bool) -> Meta:
        """Look at a file for the first time: refuse what is not a bid, learn who it is."""
        check_outside(self.path, self.key)
        tidy_beside(self.path)
        if read_only or not (_writable(self.path) and _writable(self.path.parent)):
            self.refusal = failures.read_only(self.path.name)
        unclean = cut_short(self.path)
        with self._connected(Access.WRITE if self.refusal is None else Access.READ) as database:
            if check_inside(database) > VERSION:
                self.refusal = failures.newer()
            if unclean:
                check_pages(database)
            meta = read_meta(database)
        self.belongs_to(meta)
        return meta

    def belongs_to(self, meta: Meta) -> None:
        """Accept only this copy of the bid from now on."""
        self._copy_id = meta.copy_id

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Open the file to read it; where we may write, what a crash left is put right first."""
        access = Access.WRITE if self.refusal is None else Access.READ
        with self._session(access) as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Open the file to read and write it; refuse when it must not be written."""
        if self.refusal is not None:
            raise self.refusal
        with self._session(Access.WRITE) as database:
            yield database

    @property
    def changed(self) -> bool:
        """Whether the file looks otherwise than at the end of our last session."""
        return self._stamp != self._look()

    @contextmanager
    def _session(self, access: Access) -> Iterator[Database]:
        with self._connected(access) as database:
            check_inside(database)
            if read_meta(database).copy_id != self._copy_id:
                raise failures.replaced(self.path.name)
            yield database
        self._stamp = self._look()

    @contextmanager
    def _connected(self, access: Access) -> Iterator[Database]:
        if self.path.is_dir():
            raise failures.is_a_folder(self.path.name)
        if not self.path.is_file():
            raise failures.missing(self.path.name)
        with connected(self.path, access, self.key, seconds=READING_SECONDS) as database:
            yield database

    def _look(self) -> tuple[int, ...]:
        try:
            seen = self.path.stat()
        except OSError:
            return ()
        return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
