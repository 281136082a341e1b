from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bidkit.changes.ledger import Ledger
from bidkit.storage.bidfile import BidFile, now
from bidkit.storage.key import Key
from bidkit.storage.safety_log import SafetyLog
from tests.storage.making import HUBS, TITLE


@pytest.fixture
def log(tmp_path: Path) -> SafetyLog:
    return SafetyLog(tmp_path / "safety")


def logged(file: BidFile, log: SafetyLog) -> list[str | None]:
    return [change.value for change in log.missing_from(file.copy_id, Ledger())]


def test_every_change_of_ours_is_kept_once(tmp_path: Path, log: SafetyLog) -> None:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    file.keep_log(log)
    written = file.commit(HUBS, TITLE.set(HUBS, "Hubs")).written
    assert logged(file, log) == ['"Hubs"']
    log.record(file._meta, written)
    assert logged(file, log) == ['"Hubs"']
    assert log.missing_from("another", Ledger()) == ()


def test_the_log_has_the_password_of_its_bid(tmp_path: Path) -> None:
    one, two = Key("one"), Key("two")
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann", key=one)
    log = SafetyLog(tmp_path / "safety", one)
    file.keep_log(log)
    file.commit(HUBS, TITLE.set(HUBS, "Very secret words"))
    assert b"secret" not in log.path_of(file.copy_id).read_bytes()
    log.change_password(file.copy_id, two)
    assert logged(file, log) == ['"Very secret words"']
    assert logged(file, SafetyLog(tmp_path / "safety", one)) == []
    file.commit(file.current.bid, TITLE.set(HUBS, "More"))
    assert logged(file, SafetyLog(tmp_path / "safety", two)) == ['"Very secret words"', '"More"']


def test_what_is_old_is_let_go(tmp_path: Path, log: SafetyLog) -> None:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    file.keep_log(log)
    file.commit(HUBS, TITLE.set(HUBS, "Hubs"))
    log.thin(file.copy_id, now() - timedelta(days=1))
    assert logged(file, log) == ['"Hubs"']
    log.thin(file.copy_id, now() + timedelta(days=1))
    assert logged(file, log) == []
    log.thin("another", now())
