"""Damaged files: noticed, explained, and salvaged into a new file without touching the old."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from bidkit.errors import BidKitError, DamagedFileError
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.repair import Salvaged, salvage
from bidkit.storage.safety_log import SafetyLog
from bidkit.storage.taking_in import check_whole
from tests.storage.making import PAGE, TITLE, filled_file, tamper

FILES = 8


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with text and attachments."""
    return filled_file(tmp_path_factory.mktemp("whole") / "hubs.bidkit", FILES).path.read_bytes()


def flip(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    spoilt[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def smear(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(PAGE, len(content) - 16)
    return content[:at] + chance.randbytes(16) + content[at + 16 :]


def blank(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(1, len(content) // PAGE) * PAGE
    return content[:at] + bytes(PAGE) + content[at + PAGE :]


def cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) // 3, len(content) - PAGE)]


def verdict(path: Path, key: Key | None = None) -> str:
    """Open a file and read all of it; say what was noticed, or that it is the same as ever."""
    try:
        BidFile.open(path, key=key).load()
        check_whole(path, key, lambda share, text: None)
    except BidKitError as error:
        return type(error).__name__
    return "whole"


def salvaged(tmp_path: Path, content: bytes, key: Key | None = None) -> Salvaged:
    (tmp_path / "damaged.bidkit").write_bytes(content)
    target = tmp_path / "salvaged.bidkit"
    target.unlink(missing_ok=True)
    found = salvage(tmp_path / "damaged.bidkit", target, key=key)
    assert (tmp_path / "damaged.bidkit").read_bytes() == content
    assert verdict(target) == "whole"
    return found


@pytest.mark.parametrize("spoil", [flip, smear, blank])
def test_spoilt_bytes_are_noticed_and_almost_everything_is_salvaged(
    tmp_path: Path, whole: bytes, spoil: object, thorough: bool
) -> None:
    chance = Random(5)
    seen: Counter[str] = Counter()
    changes = files = trials = 0
    for _ in range(150 if thorough else 12):
        content = spoil(whole, chance) if callable(spoil) else whole
        (tmp_path / "damaged.bidkit").write_bytes(content)
        told = verdict(tmp_path / "damaged.bidkit")
        seen[told] += 1
        found = salvaged(tmp_path, content)
        if told == "whole":
            assert found.complete
        trials += 1
        changes += found.changes
        files += found.attachments
    assert set(seen) <= {"DamagedFileError", "ForeignFileError", "whole"}
    assert seen["DamagedFileError"] >= trials * 0.7
    assert changes >= 0.9 * trials * 70
    assert files >= 0.8 * trials * FILES


def test_a_file_cut_short_gives_all_its_text(tmp_path: Path, whole: bytes, thorough: bool) -> None:
    chance = Random(6)
    for _ in range(50 if thorough else 8):
        content = cut(whole, chance)
        (tmp_path / "damaged.bidkit").write_bytes(content)
        assert verdict(tmp_path / "damaged.bidkit") == "DamagedFileError"
        found = salvaged(tmp_path, content)
        assert found.changes == found.changes_in_all
        assert not found.complete


def test_a_protected_file_cut_short_is_salvaged_with_its_password(tmp_path: Path) -> None:
    key = Key("plain green tea at noon")
    content = filled_file(tmp_path / "hubs.bidkit", FILES, key).path.read_bytes()
    short = content[: len(content) // 2]
    (tmp_path / "damaged.bidkit").write_bytes(short)
    found = salvage(tmp_path / "damaged.bidkit", tmp_path / "new.bidkit", key=key)
    assert found.changes == found.changes_in_all
    loaded = BidFile.open(tmp_path / "new.bidkit", key=key).load()
    assert loaded.bid.about.title == "Wellbeing hubs"


def test_what_the_log_has_fills_what_is_lost(tmp_path: Path) -> None:
    log = SafetyLog(tmp_path / "safety")
    file = filled_file(tmp_path / "hubs.bidkit", 1)
    file.keep_log(log)
    file.commit(file.current.bid, TITLE.set(file.current.bid, "Hubs for all"))
    tamper(
        file.path, "UPDATE change SET value = x'0022' WHERE seq IN (SELECT max(seq) FROM change)"
    )
    with pytest.raises(DamagedFileError):
        BidFile.open(file.path).load()
    bare = salvage(file.path, tmp_path / "bare.bidkit")
    assert (bare.without_value, bare.complete) == (1, False)
    assert BidFile.open(tmp_path / "bare.bidkit").load().left_out == ("about.title",)
    salvage(file.path, tmp_path / "new.bidkit", extra=log.all_of(file.copy_id))
    new = BidFile.open(tmp_path / "new.bidkit").load()
    assert new.bid.about.title == "Hubs for all"
    assert new.bid_id == file.bid_id
    assert new.copy_id != file.copy_id


@pytest.mark.parametrize("kind", ["made", "copied"])
@pytest.mark.parametrize("page", [bytes(PAGE), b"SQLite format 3\x00" + bytes(PAGE - 16)])
def test_a_file_without_its_first_page_is_salvaged_too(
    tmp_path: Path, page: bytes, kind: str
) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 2)
    path = file.path if kind == "made" else file.copy_to(tmp_path / "copy.bidkit")
    found = salvaged(tmp_path, page + path.read_bytes()[PAGE:])
    assert (found.changes, found.attachments) == (63, 2)


def test_salvage_never_writes_over_a_file(tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "damaged.bidkit").write_bytes(whole)
    (tmp_path / "mine.bidkit").write_bytes(b"mine")
    with pytest.raises(BidKitError, match="already a file"):
        salvage(tmp_path / "damaged.bidkit", tmp_path / "mine.bidkit")
    assert (tmp_path / "mine.bidkit").read_bytes() == b"mine"
