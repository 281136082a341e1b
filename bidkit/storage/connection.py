"""The only door to SQLite: short, limited, careful sessions with one file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

import apsw

from bidkit.errors import BidKitError, FileError
from bidkit.storage import failures
from bidkit.storage.key import SALT_BYTES, Key
from bidkit.words import tr

Row = tuple[Any, ...]

MAGIC = b"SQLite format 3\x00"
BUSY_MILLISECONDS = 2_500
STEPS_BETWEEN_LOOKS = 20_000
LIMITS = {
    apsw.SQLITE_LIMIT_LENGTH: 20_000_000,
    apsw.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    apsw.SQLITE_LIMIT_COLUMN: 64,
    apsw.SQLITE_LIMIT_EXPR_DEPTH: 40,
    apsw.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    apsw.SQLITE_LIMIT_VDBE_OP: 50_000,
    apsw.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    apsw.SQLITE_LIMIT_ATTACHED: 0,
}
SWITCHES = {
    apsw.SQLITE_DBCONFIG_DEFENSIVE: 1,
    apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_VIEW: 0,
    apsw.SQLITE_DBCONFIG_DQS_DML: 0,
    apsw.SQLITE_DBCONFIG_DQS_DDL: 0,
    apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: 0,
}
DURABLE = ("journal_mode=DELETE", "synchronous=EXTRA", "locking_mode=NORMAL", "secure_delete=ON")


class Access(Enum):
    """What a session may do with its file."""

    READ = apsw.SQLITE_OPEN_READONLY
    WRITE = apsw.SQLITE_OPEN_READWRITE
    CREATE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE


class Database:
    """One open session; every failure leaves it as a typed error in plain words."""

    def __init__(self, connection: apsw.Connection, path: Path, *, protected: bool) -> None:
        self._connection = connection
        self._path = path
        self.protected = protected

    def rows(self, statement: str, *values: Any) -> list[Row]:
        """Return all rows a statement gives."""
        with self.told():
            return self._connection.execute(statement, values).fetchall()

    def each(self, statement: str, *values: Any) -> Iterator[Row]:
        """Give rows one by one, so that large ones are not all in memory at once."""
        with self.told():
            yield from self._connection.execute(statement, values)

    def run(self, statement: str, *values: Any) -> None:
        """Carry out a statement that gives nothing back."""
        with self.told():
            self._connection.execute(statement, values).fetchall()

    def run_many(self, statement: str, rows: Iterable[Row]) -> None:
        """Carry out a statement once for every row."""
        with self.told():
            self._connection.executemany(statement, rows)

    def number(self, pragma: str) -> int:
        """Return the whole number a pragma stands at."""
        value = self.rows(f"PRAGMA {pragma}")[0][0]
        return value if isinstance(value, int) else 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write everything or nothing: a transaction that has the file to itself."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def copy_into(self, target: Path, parameters: str = "") -> None:
        """Write a compact copy of everything into a new file (VACUUM INTO)."""
        with self.told():
            self._connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 1)
            try:
                self._connection.execute("VACUUM INTO ?", (f"{target.as_uri()}{parameters}",))
            finally:
                self._connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except apsw.Error:
                return

    @contextmanager
    def told(self) -> Iterator[None]:
        """Let every error of SQLite leave as a typed one in plain words."""
        try:
            yield
        except apsw.Error as error:
            raise explained(error, self._path, protected=self.protected) from error
        except UnicodeDecodeError as error:
            raise failures.damaged(str(error)) from error


@contextmanager
def connected(
    path: Path, access: Access, key: Key | None = None, *, seconds: float | None = None
) -> Iterator[Database]:
    """Open a file for a moment with every safe setting, and close it whatever happens."""
    connection = _open(path, access)
    try:
        database = Database(connection, path, protected=key is not None)
        with database.told():
            _limit(connection, seconds)
            if key is not None:
                database.protected = _unlock(connection, key, new=access is Access.CREATE)
        if access is not Access.READ:
            for setting in DURABLE:
                database.run(f"PRAGMA {setting}")
        yield database
    finally:
        connection.close(force=True)


def first_bytes(path: Path) -> bytes:
    """Return the first 16 bytes of a file, by way of SQLite.

    Closing a file that was opened past SQLite would take away the locks that another session of
    this process holds on it.
    """
    connection = _open(path, Access.READ)
    try:
        return _first_bytes(connection)
    finally:
        connection.close(force=True)


def _first_bytes(connection: apsw.Connection) -> bytes:
    _, found = connection.read("main", 0, 0, SALT_BYTES)
    return found


def _open(path: Path, access: Access) -> apsw.Connection:
    try:
        return apsw.Connection(str(path), flags=access.value | apsw.SQLITE_OPEN_URI)
    except apsw.Error as error:
        if access is Access.CREATE and path.parent.is_dir():
            raise failures.read_only(f"{error} ({path.name})") from error
        raise explained(error, path, protected=False) from error


def _unlock(connection: apsw.Connection, key: Key, *, new: bool) -> bool:
    """Give the key to a protected or new file; tell whether the file is protected."""
    salt = b"" if new else _first_bytes(connection)
    if salt == MAGIC:
        return False
    for pragma in key.pragmas(salt):
        connection.execute(pragma)
    return True


def _limit(connection: apsw.Connection, seconds: float | None) -> None:
    for limit, most in LIMITS.items():
        connection.limit(limit, most)
    for switch, value in SWITCHES.items():
        connection.config(switch, value)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    if seconds is not None:
        connection.set_progress_handler(_deadline(seconds), STEPS_BETWEEN_LOOKS)
    connection.execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0")


def _deadline(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def explained(error: Exception, path: Path, *, protected: bool = False) -> BidKitError:
    """Return what an error of SQLite means for a person."""
    details = f"{type(error).__name__}: {error} ({path.name})"
    if isinstance(error, apsw.NotADBError):
        if protected:
            return failures.password_wrong(details)
        return failures.foreign(tr("Its content is of another kind."), details)
    if isinstance(error, apsw.ReadOnlyError):
        if getattr(error, "extendedresult", 0) == apsw.SQLITE_READONLY_DBMOVED:
            return failures.replaced(details)
        return failures.read_only(details)
    if isinstance(error, apsw.CantOpenError | apsw.PermissionsError):
        return _not_opened(path, details)
    for kind, answer in _ANSWERS:
        if isinstance(error, kind):
            return answer(details)
    return FileError(tr("The bid file cannot be used."), details=details)


def _not_opened(path: Path, details: str) -> BidKitError:
    try:
        there = path.is_file()
    except OSError:
        there = False
    return failures.read_only(details) if there else failures.missing(details)


_ANSWERS: tuple[tuple[type[apsw.Error], Callable[[str], BidKitError]], ...] = (
    (apsw.FullError, failures.disk_full),
    (apsw.BusyError, failures.busy),
    (apsw.LockedError, failures.busy),
    (apsw.InterruptError, lambda _: failures.too_slow()),
    (apsw.CorruptError, failures.damaged),
    (apsw.TooBigError, failures.unsafe),
    (apsw.IOError, failures.disk_trouble),
)
