from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import parse_ref, ref
from bidkit.errors import PasswordError
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from tests.storage.disks import Disk, on_disk
from tests.storage.making import filled_file

TITLE = ref(Bid, lambda bid: bid.about.title)
HUBS = TITLE.set(EMPTY, "Wellbeing hubs")


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    bid = HUBS.model_copy(update={"evidence": (Evidence(id="e1", title="Survey"),)})
    made = BidFile.create(tmp_path / "hubs.bidkit", bid, author="Ann")
    loaded = BidFile.open(tmp_path / "hubs.bidkit").load()
    assert loaded.bid == bid
    assert (loaded.copy_id, loaded.bid_id) == (made.copy_id, made.bid_id)
    blame = loaded.provenance.of("about.title")
    assert blame is not None
    assert blame.author == "Ann"


def test_a_commit_that_meets_nobody_gives_the_same_bid_back(tmp_path: Path) -> None:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    after = TITLE.set(file.current.bid, "Hubs")
    assert file.commit(file.current.bid, after).bid is after
    assert not file.changed_on_disk()


def test_two_windows_see_what_each_other_wrote(tmp_path: Path) -> None:
    path = tmp_path / "hubs.bidkit"
    BidFile.create(path, HUBS, author="Ann")
    ann, bob = BidFile.open(path, author="Ann"), BidFile.open(path, author="Bob")
    one, two = ann.load(), bob.load()
    ann.commit(one.bid, TITLE.set(one.bid, "New wellbeing hubs"))
    assert bob.changed_on_disk()
    merged = bob.commit(two.bid, TITLE.set(two.bid, "Wellbeing hubs for all"))
    assert merged.bid.about.title == "New wellbeing hubs for all"
    assert (merged.taken, merged.conflicts) == (1, ())
    assert ann.flush().bid == merged.bid


def test_a_draft_is_kept_until_it_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "hubs.bidkit"
    file = BidFile.create(path, HUBS, author="Ann")
    file.write_draft("about.title", "Wellbeing hubs fo", "Wellbeing hubs")
    draft = BidFile.open(path).load().drafts[0]
    assert (draft.place, draft.value, draft.ours) == ("about.title", "Wellbeing hubs fo", False)
    file.clear_draft("about.title")
    assert not BidFile.open(path).load().drafts


def test_a_named_version_can_be_gone_back_to(tmp_path: Path) -> None:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    version = file.name_version("Before the trustees").versions[0]
    file.commit(file.current.bid, TITLE.set(file.current.bid, "Hubs"))
    assert file.bid_at(version) == HUBS
    assert version.title == "Before the trustees"


def test_a_protected_file_opens_with_its_password_only(tmp_path: Path) -> None:
    path = tmp_path / "hubs.bidkit"
    BidFile.create(path, HUBS, author="Ann", key=Key("plain green tea at noon"))
    assert b"Wellbeing" not in path.read_bytes()
    assert BidFile.open(path, key=Key("plain green tea at noon")).load().bid == HUBS
    with pytest.raises(PasswordError):
        BidFile.open(path)
    with pytest.raises(PasswordError):
        BidFile.open(path, key=Key("coffee"))


def test_a_commit_writes_little_whatever_the_files_size(tmp_path: Path) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 20)
    bid = file.current.bid
    disk = Disk()
    with on_disk(disk):
        file.commit(bid, parse_ref(Bid, "answers[a7].text").set(bid, "word " * 250))
    written = sum(len(one.data) for one in disk.operations if one.act == "write")
    assert file.path.stat().st_size > 4_000_000
    assert 4_096 < written < 60_000
