"""Put a finished file in another's place, patiently, and never lose either."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex
from threading import Event

from bidkit.storage import failures

FORSAKEN = 24 * 60 * 60
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def replace_file(
    finished: Path, target: Path, pause: Callable[[float], None] | None = None
) -> Path:
    """Move a finished file over a target and return where it is now.

    While another program holds the target (as Windows allows) this tries again, and then puts
    the file beside it under a new name.
    """
    rest = pause or wait
    sync_file(finished)
    for seconds in (*PAUSES, None):
        try:
            finished.replace(target)
        except PermissionError as error:
            if seconds is None:
                return _beside(finished, target, error)
            rest(seconds)
        else:
            sync_folder(target.parent)
            return target
    return target


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a hidden name in the target's folder, to finish a file under; tidy it away after."""
    unfinished = target.with_name(f".~{target.name}.{token_hex(4)}")
    try:
        yield unfinished
    except OSError as error:
        raise failures.from_system(error) from error
    finally:
        for path in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def tidy_beside(target: Path) -> None:
    """Remove what work on this file left unfinished more than a day ago."""
    for path in target.parent.glob(f".~{escape(target.name)}.{'[0-9a-f]' * 8}*"):
        try:
            if time.time() - path.stat().st_mtime > FORSAKEN:
                path.unlink()
        except OSError:
            continue


def wait(seconds: float) -> None:
    """Let another program finish what it is doing with a file."""
    Event().wait(seconds)


def sync_file(path: Path) -> None:
    """Make sure that what was written is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure that a rename is on the disk, where the system lets us."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def free_name(target: Path) -> Path:
    """Return a name beside the target that nothing has yet: "Bid (2).bidkit"."""
    number = 2
    while True:
        candidate = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def _beside(finished: Path, target: Path, error: PermissionError) -> Path:
    candidate = free_name(target)
    try:
        finished.replace(candidate)
    except OSError:
        raise failures.read_only(str(error)) from error
    sync_folder(candidate.parent)
    return candidate
