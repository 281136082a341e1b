"""The disk is full, the folder read-only, the file gone or another one: nothing typed is lost."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from bidkit.changes.ledger import Ledger
from bidkit.domain.bid import EMPTY
from bidkit.errors import FileError
from bidkit.storage import failures
from bidkit.storage.bidfile import BidFile
from bidkit.storage.replacing import replace_file
from bidkit.storage.safety_log import SafetyLog
from tests.storage.disks import Disk, on_disk
from tests.storage.making import HUBS, TITLE, filled_file, some_bid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann").path


def opened(path: Path, log: SafetyLog | None = None, author: str = "Ann") -> BidFile:
    file = BidFile.open(path, author=author)
    if log is not None:
        file.keep_log(log)
    file.load()
    return file


def write_title(file: BidFile, title: str) -> str:
    """Commit a title and return what stands afterwards."""
    return file.commit(file.current.bid, TITLE.set(file.current.bid, title)).bid.about.title


def title_in(path: Path) -> str:
    return BidFile.open(path).load().bid.about.title


@pytest.mark.parametrize("room", [0, 3_000, 9_000, 15_000])
def test_a_full_disk_loses_nothing(path: Path, room: int) -> None:
    file = opened(path)
    disk = Disk(room=room)
    with on_disk(disk, f"full{room}"):
        with pytest.raises(failures.DiskFullError, match="no room"):
            write_title(file, "Hubs")
        assert len(file.pending) == 1
        assert file.current.bid.about.title == "Hubs"
        disk.room = None
        assert file.flush().bid.about.title == "Hubs"
    assert not file.pending
    assert title_in(path) == "Hubs"


def test_a_full_disk_leaves_an_attachment_out_whole(path: Path) -> None:
    file = opened(path)
    with on_disk(Disk(room=300_000), "small"), pytest.raises(failures.DiskFullError):
        file.attach(bytes(1_000_000), "large.pdf")
    assert file.attachment_digests() == frozenset()
    assert write_title(file, "Hubs") == "Hubs"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be a person whom the system can refuse something, where tests run as one it cannot."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


def test_a_read_only_folder_is_said_at_once(tmp_path: Path, path: Path) -> None:
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    for parent in path.parents:
        if parent.stat().st_uid == os.getuid() and parent != tmp_path:
            parent.chmod(parent.stat().st_mode | 0o055)
    with as_nobody():
        file = BidFile.open(path)
        assert (file.read_only, file.load().bid) == (True, HUBS)
        with pytest.raises(failures.ReadOnlyFileError, match="cannot be written"):
            write_title(file, "Hubs")
        assert file.current.bid.about.title == "Hubs"
    tmp_path.chmod(0o755)
    saved = file.copy_to(tmp_path / "copy.bidkit")
    assert title_in(saved) == "Hubs"


def test_a_file_opened_to_read_is_not_written(path: Path) -> None:
    before = path.read_bytes()
    file = BidFile.open(path, read_only=True)
    file.load()
    with pytest.raises(failures.ReadOnlyFileError):
        file.write_draft("about.title", "x", "")
    assert path.read_bytes() == before


def test_a_stick_pulled_and_put_back(tmp_path: Path, path: Path) -> None:
    log = SafetyLog(tmp_path / "safety")
    file = opened(path, log)
    away = path.rename(tmp_path / "away")
    with pytest.raises(failures.MissingFileError, match="not there"):
        write_title(file, "Hubs")
    with pytest.raises(FileError):
        file.attach(b"x", "x.txt")
    copy = file.copy_to(tmp_path / "copy.bidkit")
    assert title_in(copy) == "Hubs"
    assert [change.header.field for change in file.pending] == ["about.title"]
    again = opened(away, log)
    assert again.current.bid.about.title == "Hubs"
    assert again.flush().written
    assert title_in(away) == "Hubs"
    away.rename(path)
    assert file.flush().written == ()
    assert not file.pending


def test_an_older_copy_brought_back_gets_the_missing_changes_again(
    tmp_path: Path, path: Path
) -> None:
    log = SafetyLog(tmp_path / "safety")
    file = opened(path, log)
    shutil.copyfile(path, tmp_path / "older")
    write_title(file, "Hubs for all")
    shutil.copyfile(tmp_path / "older", path)
    assert file.changed_on_disk()
    assert file.flush().bid.about.title == "Hubs for all"
    assert title_in(path) == "Hubs for all"
    shutil.copyfile(tmp_path / "older", path)
    later = opened(path, log, "Bob")
    assert later.current.bid.about.title == "Hubs for all"
    later.flush()
    assert title_in(path) == "Hubs for all"


def test_what_was_not_ours_is_put_back_too_from_memory(tmp_path: Path, path: Path) -> None:
    ann, bob = opened(path), opened(path, author="Bob")
    shutil.copyfile(path, tmp_path / "older")
    write_title(bob, "Bob's hubs")
    ann.flush()
    (tmp_path / "older").replace(path)
    ann.flush()
    assert title_in(path) == "Bob's hubs"


def test_another_file_in_its_place_is_not_written(tmp_path: Path, path: Path) -> None:
    file = opened(path)
    other = BidFile.create(tmp_path / "other.bidkit", EMPTY, author="Bob").path
    other.replace(path)
    before = path.read_bytes()
    with pytest.raises(failures.ReplacedFileError, match="Another file"):
        write_title(file, "Hubs")
    assert path.read_bytes() == before
    assert file.pending


def test_a_file_held_by_another_program_is_waited_for_then_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bidkit.storage.connection.BUSY_MILLISECONDS", 50)
    file = opened(path)
    other = apsw.Connection(str(path))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(failures.BusyFileError, match="in use"):
        write_title(file, "Hubs")
    other.execute("ROLLBACK")
    other.close()
    assert file.flush().bid.about.title == "Hubs"


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    one, two = opened(path), opened(path, author="Bob")
    for number in range(25):
        for file, name in ((one, "Ann"), (two, "Bob")):
            bid = file.current.bid
            entries = some_bid(0, 1, seed=number).evidence
            fresh = entries[0].model_copy(update={"id": f"{name}{number}"})
            file.commit(bid, bid.model_copy(update={"evidence": (*bid.evidence, fresh)}))
    found = {entry.id for entry in BidFile.open(path).load().bid.evidence}
    assert found == {f"{name}{number}" for name in ("Ann", "Bob") for number in range(25)}


def test_a_log_that_cannot_be_written_does_not_stop_the_file(tmp_path: Path, path: Path) -> None:
    (tmp_path / "safety").write_text("a file where a folder should be", encoding="utf-8")
    file = opened(path, SafetyLog(tmp_path / "safety"))
    assert write_title(file, "Hubs") == "Hubs"
    assert file.log_trouble is not None


def test_a_damaged_log_is_set_aside(tmp_path: Path, path: Path) -> None:
    log = SafetyLog(tmp_path / "safety")
    file = opened(path, log)
    log.path_of(file.copy_id).parent.mkdir()
    log.path_of(file.copy_id).write_bytes(b"not a log at all")
    write_title(file, "Hubs")
    assert file.log_trouble is None
    assert len(list((tmp_path / "safety").glob("*.unreadable"))) == 1
    assert [change.value for change in log.missing_from(file.copy_id, Ledger())] == ['"Hubs"']


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    file = filled_file(tmp_path / "hubs.bidkit")
    file.copy_to(tmp_path / "copy.bidkit")
    file.copy_to(tmp_path / "clean.bidkit", "clean")
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "clean.bidkit",
        "copy.bidkit",
        "hubs.bidkit",
    ]


def test_a_copy_cannot_be_made_where_nothing_can_be_written(path: Path) -> None:
    file = opened(path)
    with pytest.raises(FileError):
        file.copy_to(path / "below" / "copy.bidkit")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, failures.DiskFullError),
        (errno.EACCES, failures.ReadOnlyFileError),
        (errno.EROFS, failures.ReadOnlyFileError),
        (errno.EIO, FileError),
    ],
)
def test_what_the_system_refuses_is_said_in_words(number: int, kind: type[FileError]) -> None:
    error = failures.from_system(OSError(number, "refused"))
    assert isinstance(error, kind)
    assert error.what
    assert error.advice


def test_a_file_another_program_holds_is_replaced_in_the_end_or_put_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, finished = tmp_path / "bid.pdf", tmp_path / "finished"
    target.write_text("old", encoding="utf-8")
    refusals = [PermissionError()] * 3
    move = Path.replace

    def held(self: Path, place: Path) -> Path:
        if place == target and refusals:
            raise refusals.pop()
        return move(self, place)

    monkeypatch.setattr(Path, "replace", held)
    rests: list[float] = []
    finished.write_text("new", encoding="utf-8")
    assert replace_file(finished, target, rests.append) == target
    assert (target.read_text(encoding="utf-8"), len(rests)) == ("new", 3)
    refusals.extend([PermissionError()] * 99)
    finished.write_text("newer", encoding="utf-8")
    beside = replace_file(finished, target, rests.append)
    assert (beside.name, beside.read_text(encoding="utf-8")) == ("bid (2).pdf", "newer")
    assert target.read_text(encoding="utf-8") == "new"
