"""Rescuing a damaged file: what can still be read of it, counted, and put into a new file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bidkit.changes.ledger import Ledger
from bidkit.progress import Progress
from bidkit.storage import failures, paths
from bidkit.storage.repair import Salvaged, copy_of, salvage
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.safety_log import SafetyLog
from bidkit.words import tr


class Rescue:
    """What could be read of one damaged file, kept aside until it is put somewhere."""

    def __init__(self, damaged: Path) -> None:
        self.damaged = damaged
        self._folder = tempfile.TemporaryDirectory(prefix="bidkit-")

    def read(self, progress: Progress | None = None) -> Salvaged:
        """Read what can be read, and what the safety log still has; the file is only read."""
        copy = copy_of(self.damaged)
        log = SafetyLog(paths.safety_folder())
        extra = log.missing_from(copy, Ledger()) if copy else ()
        aside = Path(self._folder.name) / "rescued.bidkit"
        return salvage(self.damaged, aside, extra=extra, progress=progress)

    def put(self, salvaged: Salvaged, target: Path) -> Path:
        """Put what was read into a new file; FileError where there is one already."""
        if target.exists():
            raise failures.name_taken(target.name)
        with beside(target.absolute()) as finished:
            finished.write_bytes(salvaged.path.read_bytes())
            return replace_file(finished, target.absolute())

    def proposed(self) -> Path:
        """Return a free name beside the damaged file."""
        stem, at = tr("{name} (rescued)", name=self.damaged.stem), 1
        place = self.damaged.with_name(f"{stem}.bidkit")
        while place.exists():
            at += 1
            place = self.damaged.with_name(f"{stem} {at}.bidkit")
        return place

    def close(self) -> None:
        """Throw away what was kept aside."""
        self._folder.cleanup()


def told(found: Salvaged) -> tuple[str, ...]:
    """Return in words what could be read."""
    lines = [
        tr("{n} of {all} changes", n=found.changes, all=found.changes_in_all),
        tr("{n} of {all} attachments", n=found.attachments, all=found.attachments_in_all),
    ]
    if found.without_value:
        lines.append(tr("{n} changes without their words", n=found.without_value))
    if found.from_log:
        lines.append(tr("{n} more changes from this computer’s safety log", n=found.from_log))
    return tuple(lines)
