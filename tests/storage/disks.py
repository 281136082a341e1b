"""Disks that misbehave, below SQLite: one that writes down every operation, one that fills up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest

SECTOR = 512
Bytes = Any


@dataclass(frozen=True)
class Operation:
    """One thing that was done to one file: create, write, truncate, sync, delete; or ack."""

    act: str
    name: str = ""
    offset: int = 0
    data: bytes = b""
    durable: bool = False


@dataclass
class Disk:
    """What a disk remembers, and how much room it has."""

    operations: list[Operation] = field(default_factory=list)
    room: int | None = None

    def spend(self, size: int) -> None:
        """Take room for a write, or be full."""
        if self.room is None:
            return
        if size > self.room:
            raise apsw.FullError("no room left")
        self.room -= size


class LoggedFile(apsw.VFSFile):
    """A file of the logging disk."""

    def __init__(self, base: str, name: Any, flags: list[int], disk: Disk) -> None:
        filename = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(filename).name if filename else ""
        self._disk = disk
        if filename and not Path(filename).exists():
            disk.operations.append(Operation("create", self._name))
        super().__init__(base, name, flags)

    def xWrite(self, data: Bytes, offset: int) -> None:
        self._disk.spend(len(data))
        self._disk.operations.append(Operation("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._disk.operations.append(Operation("truncate", self._name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._disk.operations.append(Operation("sync", self._name))


class LoggingDisk(apsw.VFS):
    """A way to the real disk that writes down what passes."""

    def __init__(self, name: str, disk: Disk, base: str = "") -> None:
        self._base = base
        self._disk = disk
        super().__init__(name, base)

    def xOpen(self, name: Any, flags: list[int]) -> LoggedFile:
        return LoggedFile(self._base, name, flags, self._disk)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, syncdir)
        self._disk.operations.append(Operation("delete", Path(name).name, durable=syncdir))


@contextmanager
def on_disk(disk: Disk, name: str = "watched", *, protected: bool = False) -> Iterator[None]:
    """Let every connection go through this disk while the block lasts."""
    base = "unix" if protected else ""
    watched = LoggingDisk(name, disk, base)
    vfs = f"multipleciphers-{name}" if protected else name
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apsw, "Connection", partial(apsw.Connection, vfs=vfs))
        yield
    watched.unregister()


class Wreck:
    """A disk after a power cut at some moment: what was synced is there, the rest may be."""

    def __init__(self, start: dict[str, bytes], operations: list[Operation]) -> None:
        self._start = start
        self._operations = operations

    def at(self, moment: int, chance: Random) -> dict[str, bytes]:
        """Return the files as they might be found, had the power gone at that moment."""
        files: dict[str, _Surviving] = {n: _Surviving(c) for n, c in self._start.items()}
        for operation in self._operations[:moment]:
            name = operation.name
            if operation.act == "create":
                lost = files.get(name)
                files[name] = _Surviving(b"", there=lost is not None and lost.lingers)
                files[name].doubtful = True
            elif operation.act == "delete":
                if operation.durable:
                    files.pop(name, None)
                elif name in files:
                    files[name].deleted = True
            elif operation.act == "sync" and name in files:
                files[name].settle()
            elif name in files:
                files[name].pending.append(operation)
        return {name: file.found(chance) for name, file in files.items() if file.survives(chance)}


class _Surviving:
    """One file: its synced content, and what may or may not have reached the disk since."""

    def __init__(self, content: bytes, *, there: bool = True) -> None:
        self._content = bytearray(content)
        self.pending: list[Operation] = []
        self.doubtful = False
        self.deleted = False
        self.lingers = there

    def settle(self) -> None:
        for operation in self.pending:
            _apply(self._content, operation)
        self.pending.clear()
        self.doubtful = False

    def survives(self, chance: Random) -> bool:
        if self.doubtful or self.deleted:
            return chance.random() < 0.5
        return True

    def found(self, chance: Random) -> bytes:
        content = bytearray(self._content)
        for operation in self.pending:
            fate = chance.random()
            if fate < 0.4:
                _apply(content, operation)
            elif fate < 0.6 and operation.act == "write":
                _tear(content, operation, chance)
        return bytes(content)


def _apply(content: bytearray, operation: Operation) -> None:
    if operation.act == "truncate":
        del content[operation.offset :]
        return
    end = operation.offset + len(operation.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[operation.offset : end] = operation.data


def _tear(content: bytearray, operation: Operation, chance: Random) -> None:
    """Let only some sectors of a write reach the disk."""
    for start in range(0, len(operation.data), SECTOR):
        if chance.random() < 0.5:
            piece = operation.data[start : start + SECTOR]
            _apply(content, Operation("write", operation.name, operation.offset + start, piece))
