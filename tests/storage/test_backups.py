from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bidkit.errors import BidKitError
from bidkit.storage.backups import Backups, back_up_quietly
from bidkit.storage.bidfile import BidFile
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.key import Key
from bidkit.storage.migrations import migrate
from bidkit.storage.taking_in import check_whole
from tests.storage.making import HUBS, TITLE, filled_file

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", kept=3)


def test_a_backup_holds_everything(tmp_path: Path, backups: Backups) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 3)
    made = backups.make(file.path, START, "daily")
    assert (made.reason, made.at, made.bid_id) == ("daily", START, file.bid_id)
    restored = BidFile.open(backups.restore(made, tmp_path / "restored.bidkit"))
    loaded = restored.load()
    assert loaded.bid == file.current.bid
    assert (loaded.bid_id, loaded.copy_id == file.copy_id) == (file.bid_id, False)
    for entry in loaded.bid.attachments:
        assert restored.attachment_bytes(entry.digest) == file.attachment_bytes(entry.digest)
    check_whole(restored.path, None, lambda share, text: None)


def test_attachments_are_kept_once(tmp_path: Path, backups: Backups) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 5)
    first = backups.make(file.path, START, "daily")
    size = backups.size()
    backups.make(file.path, START + timedelta(days=1), "merge")
    assert first.size < 200_000
    assert backups.size() - size == pytest.approx(first.size, abs=20_000)


def test_one_is_due_each_day_and_the_oldest_go(tmp_path: Path, backups: Backups) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 1)
    assert backups.is_due(file.bid_id, START)
    for day in range(5):
        backups.make(file.path, START + timedelta(days=day), "daily")
    kept = backups.of(file.bid_id)
    assert [one.at.day for one in kept] == [6, 5, 4]
    assert not backups.is_due(file.bid_id, kept[0].at + timedelta(hours=3))
    assert backups.is_due(file.bid_id, kept[0].at + timedelta(days=1))


def test_all_together_stay_under_the_limit(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups", most_bytes=1)
    file = filled_file(tmp_path / "hubs.bidkit", 1)
    for day in range(3):
        backups.make(file.path, START + timedelta(days=day), "daily")
    assert [one.at.day for one in backups.of(file.bid_id)] == [4]


def test_backups_have_the_password_of_their_bid(tmp_path: Path, backups: Backups) -> None:
    one, two = Key("one"), Key("two")
    file = filled_file(tmp_path / "hubs.bidkit", 1, one)
    made = backups.make(file.path, START, "password", one)
    assert b"SQLite" not in made.path.read_bytes()[:16]
    backups.change_password(file.bid_id, one, two)
    restored = BidFile.open(backups.restore(made, tmp_path / "new.bidkit", two), key=two)
    assert restored.load().bid == file.current.bid
    with pytest.raises(BidKitError):
        backups.restore(made, tmp_path / "other.bidkit", one)


def test_what_is_forgotten_leaves_the_backups(tmp_path: Path, backups: Backups) -> None:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    written = file.commit(HUBS, TITLE.set(HUBS, "Very secret words")).written
    made = backups.make(file.path, START, "daily")
    assert b"Very secret" in made.path.read_bytes()
    backups.forget(file.bid_id, [change.header.id for change in written])
    assert b"Very secret" not in made.path.read_bytes()


def test_trouble_with_backups_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where a folder should be", encoding="utf-8")
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    assert back_up_quietly(Backups(tmp_path / "backups"), file.path, START, "daily")


def rename_scope(database: Database) -> None:
    database.run("UPDATE meta SET name = 'reach' WHERE name = 'scope'")


def test_a_migration_keeps_a_copy_and_is_all_or_nothing(tmp_path: Path) -> None:
    path = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann").path
    assert migrate(path) is None
    kept = migrate(path, steps={1: rename_scope}, target=2)
    assert kept == tmp_path / "hubs (before upgrade).bidkit"
    assert BidFile.open(kept).load().bid == HUBS
    with connected(path, Access.READ) as database:
        assert database.number("user_version") == 2
    again = migrate(kept, steps={1: rename_scope}, target=2)
    assert again == tmp_path / "hubs (before upgrade) (before upgrade).bidkit"


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann").path
    with pytest.raises(BidKitError, match="trial version"):
        migrate(path, steps={1: rename_scope}, target=3)
    assert BidFile.open(path).load().bid == HUBS
