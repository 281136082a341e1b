"""A note beside the file that says who has it open: for people, never for safety."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

QUIET = timedelta(minutes=10)
REFRESH = timedelta(minutes=1)
MOST_BYTES = 100_000


@dataclass(frozen=True)
class Holder:
    """Somebody who has the file open: who, where, since when, and when last heard of."""

    replica: str
    person: str
    machine: str
    since: datetime
    seen: datetime
    process: int = 0
    born: str = ""


@cache
def holders() -> TypeAdapter[list[Holder]]:
    """Return what checks a note that somebody else may have written."""
    return TypeAdapter(list[Holder])


class FileLock:
    """Writes ourselves into the note beside a file, and reads who else stands in it.

    A holder on this machine is gone when its process is; one on another machine when nothing
    was heard of it for ten minutes. Where the folder cannot be written there is no note.
    """

    def __init__(
        self, path: Path, *, person: str, machine: str, clock: Callable[[], datetime]
    ) -> None:
        self._path = lock_path(path)
        self._person = person
        self._machine = machine
        self._clock = clock
        self._mine: Holder | None = None

    def take(self, replica: str) -> tuple[Holder, ...]:
        """Write ourselves in, drop the stale, and return who else has the file open."""
        at = self._clock()
        process = os.getpid()
        born = process_mark(process) or ""
        self._mine = Holder(replica, self._person, self._machine, at, at, process, born)
        return self._write()

    def others(self) -> tuple[Holder, ...]:
        """Return who else has the file open now."""
        mine = "" if self._mine is None else self._mine.replica
        return tuple(one for one in self._read() if one.replica != mine and self._is_there(one))

    def refresh(self) -> None:
        """Say that we are still here; cheap to call often."""
        at = self._clock()
        if self._mine is not None and at - self._mine.seen >= REFRESH:
            self._mine = replace(self._mine, seen=at)
            self._write()

    def release(self) -> None:
        """Take ourselves out, and remove the note when nobody is left."""
        others = self.others()
        self._mine = None
        self._put(others)

    def _write(self) -> tuple[Holder, ...]:
        others = self.others()
        self._put(others if self._mine is None else (*others, self._mine))
        return others

    def _put(self, everyone: tuple[Holder, ...]) -> None:
        try:
            if everyone:
                self._path.write_text(_as_text(everyone), encoding="utf-8")
            else:
                self._path.unlink(missing_ok=True)
        except OSError:
            return

    def _read(self) -> list[Holder]:
        try:
            if self._path.stat().st_size > MOST_BYTES:
                return []
            return holders().validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return []

    def _is_there(self, holder: Holder) -> bool:
        if holder.machine == self._machine and holder.process:
            mark = process_mark(holder.process)
            return mark is not None and (not holder.born or mark in ("", holder.born))
        seen = holder.seen if holder.seen.tzinfo else holder.seen.replace(tzinfo=UTC)
        return self._clock() - seen < QUIET


def lock_path(path: Path) -> Path:
    """Return where the note about a file lies."""
    return path.with_name(f".~lock.{path.name}#")


def process_mark(process: int) -> str | None:
    """Return what tells one process from a later one of the same number; None when it is gone."""
    if sys.platform == "win32":
        return "" if _runs_on_windows(process) else None
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        return stat.rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return "" if _answers(process) else None


def _answers(process: int) -> bool:
    if sys.platform == "linux":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    query, inherit, still_active = 0x1000, 0, 259
    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(query, inherit, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return bool(known) and code.value == still_active


def _as_text(holders: Iterable[Holder]) -> str:
    rows = [asdict(one) for one in holders]
    return json.dumps(rows, default=datetime.isoformat, ensure_ascii=False, indent=1)
