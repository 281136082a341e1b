"""Making and opening bid files: the lock, the safety log, and what a crash left behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bidkit.domain.bid import Bid
from bidkit.errors import BidKitError, DamagedFileError
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from bidkit.storage import paths
from bidkit.storage.backups import Backups, Reason
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.lock import FileLock
from bidkit.storage.safety_log import SafetyLog


def create_bid(
    path: Path, bid: Bid, ports: Ports, *, key: Key | None = None, bid_id: str = ""
) -> Session:
    """Make a new file that holds a bid, under its identity if it has one already, and open it."""
    path.absolute().parent.mkdir(parents=True, exist_ok=True)
    file = BidFile.create(path, bid, author=ports.author, key=key, bid_id=bid_id, clock=ports.clock)
    return _opened(file, ports, key)


def open_bid(
    path: Path, ports: Ports, *, read_only: bool = False, key: Key | None = None
) -> Session:
    """Open a bid file; every reason why it cannot be read is a typed error in plain words."""
    try:
        file = BidFile.open(
            path, key=key, read_only=read_only, author=ports.author, clock=ports.clock
        )
        return _opened(file, ports, key)
    except DamagedFileError as error:
        error.file = path
        raise


def _opened(file: BidFile, ports: Ports, key: Key | None) -> Session:
    if file.read_only:
        return Session(file, file.load(), ports)
    file.keep_log(SafetyLog(paths.safety_folder(), key))
    lock = FileLock(file.path, person=ports.author, machine=ports.machine, clock=ports.clock)
    others = lock.take(file.replica)
    loaded = file.load()
    back_up(file, ports, "daily", key)
    return Session(file, loaded, ports, lock=lock, others=others)


def back_up(file: BidFile, ports: Ports, reason: Reason, key: Key | None = None) -> bool:
    """Back a file up on this computer: daily once a day, else at once; tell whether it was made.

    A disk that is full or a folder that cannot be written never stops the work on the bid.
    """
    backups = Backups(paths.backups_folder())
    if reason == "daily" and not backups.is_due(file.bid_id, ports.now()):
        return False
    with suppress(BidKitError, OSError):
        backups.make(file.path, ports.now(), reason, key)
        return True
    return False
