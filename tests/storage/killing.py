"""Writes to a file until it is killed, again and again: run as a program by the test of kills.

Every commit writes one number at two places and attaches a file; the number is told to the
parent once the commit has returned. After each kill the parent opens the file and looks.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from threading import Event

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError
from bidkit.storage.bidfile import BidFile
from bidkit.storage.cipher import change_password
from bidkit.storage.key import Key
from bidkit.storage.taking_in import check_whole

TITLE = ref(Bid, lambda bid: bid.about.title)
BUYER = ref(Bid, lambda bid: bid.opportunity.buyer.name)
KEYS = (Key("one"), Key("two"))
LONGEST = 0.06

Work = Callable[[str, Connection], None]


def commit_for_ever(place: str, told: Connection) -> None:
    """Commit rising numbers and tell each one that is safe."""
    file = BidFile.open(Path(place), author="Ann")
    bid = file.load().bid
    number = int(TITLE.get(bid) or "0")
    while True:
        number += 1
        file.attach(number.to_bytes(4, "big") * 100_000, "file.pdf")
        after = BUYER.set(TITLE.set(file.current.bid, str(number)), str(number))
        file.commit(file.current.bid, after)
        told.send(number)


def change_passwords_for_ever(place: str, told: Connection) -> None:
    """Change the password back and forth."""
    at = 0 if opens(Path(place), KEYS[0]) else 1
    told.send(0)
    while True:
        change_password(Path(place), KEYS[at], KEYS[1 - at])
        at = 1 - at
        told.send(at)


def opens(path: Path, key: Key | None) -> bool:
    """Tell whether a file opens with this key."""
    try:
        BidFile.open(path, key=key).load()
    except BidKitError:
        return False
    return True


def kill_once(work: Work, path: Path, chance: Random) -> tuple[int, bool]:
    """Start the work, kill it at some moment; return the last number told, and if it was cut."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=work, args=(str(path), sending))
    process.start()
    last = receiving.recv()
    Event().wait(chance.random() * LONGEST)
    process.kill()
    process.join()
    sending.close()
    try:
        while receiving.poll():
            last = receiving.recv()
    except EOFError:
        pass
    unfinished = list(path.parent.glob(f"*{path.name}*"))
    return last, len(unfinished) > 1


def after_commit(path: Path, last: int) -> str:
    """Return what became of the file: nothing told may be missing, no commit may be half."""
    try:
        bid = BidFile.open(path).load().bid
        check_whole(path, None, lambda share, text: None)
    except BidKitError as error:
        return f"unreadable: {error}"
    if TITLE.get(bid) != BUYER.get(bid):
        return "half a commit"
    return "good" if int(TITLE.get(bid)) >= last else "lost"


def after_password(path: Path, last: int) -> str:
    """Return whether the file opens with exactly one of the two passwords."""
    return "good" if opens(path, KEYS[0]) != opens(path, KEYS[1]) else "locked out"


def main(folder: str, kills: int, subject: str) -> None:
    """Kill so many times and print how often each outcome was seen."""
    path = Path(folder) / "hubs.bidkit"
    protected = subject == "password"
    BidFile.create(path, EMPTY, author="Ann", key=KEYS[0] if protected else None)
    chance = Random(kills)
    seen: Counter[str] = Counter()
    work = change_passwords_for_ever if protected else commit_for_ever
    for _ in range(kills):
        last, cut = kill_once(work, path, chance)
        seen[after_password(path, last) if protected else after_commit(path, last)] += 1
        seen["cut while writing"] += cut
        for left in path.parent.glob(f".~{path.name}*"):
            left.unlink()
    for outcome, count in sorted(seen.items()):
        sys.stdout.write(f"{outcome}={count}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
