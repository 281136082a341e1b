"""The power goes at any moment: what was said to be saved is there, and every file opens."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError
from bidkit.storage import connection
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.taking_in import check_whole
from tests.storage.disks import Disk, Operation, Wreck, on_disk

TITLE = ref(Bid, lambda bid: bid.about.title)
BUYER = ref(Bid, lambda bid: bid.opportunity.buyer.name)
COMMITS = 8


def write_on(
    disk: Disk, path: Path, key: Key | None = None
) -> tuple[dict[str, bytes], list[Operation]]:
    """Make a file, then commit to it on the watched disk, noting what was acknowledged."""
    file = BidFile.create(path, EMPTY, author="Ann", key=key)
    file.commit(EMPTY, EMPTY.model_copy(update={"evidence": (Evidence(id="e1"),)}))
    start = {path.name: path.read_bytes()}
    with on_disk(disk, protected=key is not None):
        for number in range(1, COMMITS + 1):
            file.attach(bytes([number]) * 30_000, "file.pdf")
            bid = BUYER.set(TITLE.set(file.current.bid, str(number)), str(number))
            file.commit(file.current.bid, bid)
            disk.operations.append(Operation("ack", offset=number))
    return start, disk.operations


def outcome(
    folder: Path, files: dict[str, bytes], promised: int, name: str, key: Key | None
) -> str:
    """Put a wreck on the disk, open it and say what became of it."""
    folder.mkdir()
    for called, content in files.items():
        (folder / called).write_bytes(content)
    path = folder / name
    try:
        bid = BidFile.open(path, key=key).load().bid
        check_whole(path, key, lambda share, text: None)
    except BidKitError as error:
        return f"unreadable: {error}"
    title = TITLE.get(bid)
    if title != BUYER.get(bid):
        return "half a commit"
    return "lost" if int(title or "0") < promised else "good"


def outcomes(tmp_path: Path, states: int, key: Key | None = None) -> list[str]:
    """Cut the power at many moments and return what became of the file each time."""
    path = tmp_path / "hubs.bidkit"
    start, operations = write_on(Disk(), path, key)
    wreck = Wreck(start, operations)
    chance = Random(7)
    found: list[str] = []
    for state in range(states):
        moment = chance.randrange(len(operations) + 1)
        acknowledged = [one.offset for one in operations[:moment] if one.act == "ack"]
        files = wreck.at(moment, chance)
        promised = max(acknowledged, default=0)
        found.append(outcome(tmp_path / str(state), files, promised, path.name, key))
    return found


def test_nothing_promised_is_lost_and_every_state_opens(tmp_path: Path, thorough: bool) -> None:
    assert set(outcomes(tmp_path, 2_000 if thorough else 300)) == {"good"}


def test_a_protected_file_is_as_safe(tmp_path: Path, thorough: bool) -> None:
    key = Key("plain green tea at noon")
    assert set(outcomes(tmp_path, 300 if thorough else 60, key)) == {"good"}


def test_the_model_notices_writing_without_syncing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = ("journal_mode=DELETE", "synchronous=OFF", "locking_mode=NORMAL")
    monkeypatch.setattr(connection, "DURABLE", careless)
    found = outcomes(tmp_path, 100)
    assert sum(1 for one in found if one != "good") > 20


def test_the_model_notices_a_commit_that_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weaker = ("journal_mode=DELETE", "synchronous=FULL", "locking_mode=NORMAL")
    monkeypatch.setattr(connection, "DURABLE", weaker)
    found = outcomes(tmp_path, 400)
    assert "lost" in found
    assert set(found) <= {"lost", "good"}
