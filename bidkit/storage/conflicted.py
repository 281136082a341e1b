"""Notice the second copies that sync programs leave beside a file when two people wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bidkit.errors import BidKitError
from bidkit.storage.key import Key
from bidkit.storage.taking_in import foreign_file

MOST_LOOKED_AT = 50
Origin = Literal["Dropbox", "OneDrive", "Nextcloud", "Syncthing", "copy"]
NAMES: tuple[tuple[Origin, re.Pattern[str]], ...] = (
    ("Syncthing", re.compile(r"^\.sync-conflict-\d{8}-\d{6}(-\w+)?$")),
    ("Nextcloud", re.compile(r"^ \(conflicted copy .*\)$", re.IGNORECASE)),
    ("Dropbox", re.compile(r"^ \(.*conflicted copy.*\)$", re.IGNORECASE)),
    ("OneDrive", re.compile(r"^-[^\\/]{1,63}$")),
    ("copy", re.compile(r"^( \(\d{1,3}\)| \d{1,3}| \(conflict.*\)|_conf\(\d+\))$", re.IGNORECASE)),
)


@dataclass(frozen=True)
class ConflictedCopy:
    """A file beside ours that grew out of the very same copy."""

    path: Path
    origin: Origin


def origin_of(name: str, stem: str, suffix: str = ".bidkit") -> Origin | None:
    """Return which program names a second copy of a file like this; None if none does."""
    if not name.startswith(stem) or not name.endswith(suffix):
        return None
    rest = name[len(stem) : len(name) - len(suffix)]
    return next((origin for origin, pattern in NAMES if pattern.match(rest)), None)


def find_conflicted(path: Path, copy_id: str, key: Key | None = None) -> tuple[ConflictedCopy, ...]:
    """Return the second copies beside a file: named like one, and holding the same copy."""
    try:
        beside = sorted(one for one in path.parent.iterdir() if one.suffix == path.suffix)
    except OSError:
        return ()
    named = [
        ConflictedCopy(one, origin)
        for one in beside
        if one.name != path.name
        and (origin := origin_of(one.name, path.stem, path.suffix)) is not None
    ]
    return tuple(one for one in named[:MOST_LOOKED_AT] if _copy_id(one.path, key) == copy_id)


def _copy_id(path: Path, key: Key | None) -> str:
    try:
        with foreign_file(path, key) as (_, meta):
            return meta.copy_id
    except BidKitError:
        return ""
