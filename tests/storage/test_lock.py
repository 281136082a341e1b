from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bidkit.storage.lock import FileLock, lock_path, process_mark


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 10, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


def lock_for(path: Path, person: str, machine: str, clock: Clock) -> FileLock:
    return FileLock(path, person=person, machine=machine, clock=clock)


def test_the_second_person_is_told_who_has_it_open(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "hubs.bidkit"
    ann, bob = lock_for(path, "Ann", "PC7", clock), lock_for(path, "Bob", "PC9", clock)
    assert ann.take("r1") == ()
    clock.at += timedelta(minutes=1)
    holder = bob.take("r2")[0]
    assert (holder.person, holder.machine, holder.since.minute) == ("Ann", "PC7", 2)
    assert [one.person for one in ann.others()] == ["Bob"]
    ann.release()
    assert bob.others() == ()
    bob.release()
    assert not lock_path(path).exists()


def test_the_note_lies_hidden_beside_the_file(tmp_path: Path, clock: Clock) -> None:
    lock_for(tmp_path / "hubs.bidkit", "Ann", "PC7", clock).take("r1")
    assert [one.name for one in tmp_path.iterdir()] == [".~lock.hubs.bidkit#"]


def test_somebody_unheard_of_on_another_machine_is_gone(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "hubs.bidkit"
    ann, bob = lock_for(path, "Ann", "PC7", clock), lock_for(path, "Bob", "PC9", clock)
    ann.take("r1")
    clock.at += timedelta(minutes=9)
    ann.refresh()
    clock.at += timedelta(minutes=9)
    assert [one.person for one in bob.take("r2")] == ["Ann"]
    clock.at += timedelta(minutes=2)
    assert bob.others() == ()


def test_a_killed_session_on_this_machine_is_gone_at_once(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "hubs.bidkit"
    program = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC;"
        "from bidkit.storage.lock import FileLock;"
        "lock = FileLock(Path(sys.argv[1]), person='Ann', machine='PC7',"
        " clock=lambda: datetime(2026, 3, 2, 10, 2, tzinfo=UTC)); lock.take('r1');"
        "os._exit(9)"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", program, str(path)], cwd=root, check=False)
    assert lock_path(path).exists()
    assert lock_for(path, "Bob", "PC7", clock).take("r2") == ()


def test_this_process_is_alive_and_no_process_is_not() -> None:
    assert process_mark(os.getpid()) is not None
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    assert process_mark(done.pid) is None


@pytest.mark.parametrize("content", [b"", b"junk", b'{"a": 1}', b"[" * 5000, b" " * 200_000])
def test_a_damaged_note_is_no_note(tmp_path: Path, clock: Clock, content: bytes) -> None:
    path = tmp_path / "hubs.bidkit"
    lock_path(path).write_bytes(content)
    lock = lock_for(path, "Ann", "PC7", clock)
    assert lock.take("r1") == ()
    assert json.loads(lock_path(path).read_text(encoding="utf-8"))[0]["person"] == "Ann"


def test_where_nothing_can_be_written_there_is_no_note(tmp_path: Path, clock: Clock) -> None:
    lock = lock_for(tmp_path / "gone" / "hubs.bidkit", "Ann", "PC7", clock)
    assert lock.take("r1") == ()
    lock.refresh()
    lock.release()
