"""Copies of a bid: made, taken in, cleaned, forgotten from, looked back in, and protected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import parse_ref
from bidkit.errors import BidKitError, DamagedFileError, FileError, InputError, PasswordError
from bidkit.storage import failures
from bidkit.storage.bidfile import BidFile
from bidkit.storage.cipher import change_password
from bidkit.storage.conflicted import find_conflicted, origin_of
from bidkit.storage.key import Key
from bidkit.storage.safety_log import SafetyLog
from bidkit.storage.tables.meta import Scope
from tests.storage.making import HUBS, TITLE, filled_file, tamper

SECRET = "The coach saved my life"


def ticking() -> Iterator[datetime]:
    """Give moments a minute apart."""
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    while True:
        at += timedelta(minutes=1)
        yield at


@pytest.fixture
def file(tmp_path: Path) -> BidFile:
    clock = ticking()
    return BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann", clock=lambda: next(clock))


def write(file: BidFile, place: str, value: object, label: str = "") -> Bid:
    """Write one field and return the bid."""
    bid = file.current.bid
    return file.commit(bid, parse_ref(Bid, place).set(bid, value), label=label).bid


def add(file: BidFile, collection: str, *entries: object) -> Bid:
    """Add things to a collection and return the bid."""
    bid = file.current.bid
    after = bid.model_copy(update={collection: (*getattr(bid, collection), *entries)})
    return file.commit(bid, after).bid


def test_a_copy_is_the_same_bid_with_an_identity_of_its_own(tmp_path: Path, file: BidFile) -> None:
    kept = file.attach(b"report", "report.pdf")
    add(file, "attachments", kept)
    file.write_draft("about.title", "Wellb", "Wellbeing hubs")
    copy = BidFile.open(file.copy_to(tmp_path / "copy.bidkit"))
    loaded = copy.load()
    assert loaded.bid == file.current.bid
    assert (copy.bid_id == file.bid_id, copy.copy_id == file.copy_id) == (True, False)
    assert (loaded.scope, loaded.drafts) == (Scope.WHOLE, ())
    assert copy.attachment_bytes(kept.digest) == b"report"


def test_what_a_copy_wrote_is_taken_in_once(tmp_path: Path, file: BidFile) -> None:
    copy = BidFile.open(file.copy_to(tmp_path / "copy.bidkit"), author="Bob")
    copy.load()
    kept = copy.attach(b"plan", "plan.pdf")
    add(copy, "attachments", kept)
    write(copy, "about.title", "New wellbeing hubs")
    before = copy.path.read_bytes()
    write(file, "about.title", "Wellbeing hubs for all")
    taken = file.take_in(copy.path)
    assert (taken.taken, taken.bid.about.title) == (2, "New wellbeing hubs for all")
    assert file.attachment_bytes(kept.digest) == b"plan"
    assert file.take_in(copy.path).taken == 0
    assert copy.path.read_bytes() == before
    assert copy.take_in(file.path).bid == taken.bid


def test_different_bids_do_not_merge(tmp_path: Path, file: BidFile) -> None:
    other = BidFile.create(tmp_path / "other.bidkit", EMPTY, author="Bob")
    with pytest.raises(FileError, match="different bids"):
        file.take_in(other.path)
    assert file.current.bid == HUBS


def test_a_copy_made_as_the_same_bid_merges(tmp_path: Path, file: BidFile) -> None:
    other = BidFile.create(tmp_path / "b.bidkit", EMPTY, author="Bob", bid_id=file.bid_id)
    write(other, "opportunity.buyer.name", "Northshire")
    assert file.take_in(other.path).bid.opportunity.buyer.name == "Northshire"


def test_a_clean_copy_carries_nothing_written_over(tmp_path: Path, file: BidFile) -> None:
    dropped = file.attach(SECRET.encode() * 100, "old.txt")
    add(file, "attachments", dropped)
    add(file, "evidence", Evidence(id="e1", title=SECRET, finding="Kept", outcomes=("o1", "o2")))
    add(file, "evidence", Evidence(id="e2", title="Stays", finding="As it is"))
    write(file, "evidence[e1].title", "Survey")
    write(file, "evidence[e1].outcomes", ("o2",))
    write(file, "about.win_theme", SECRET)
    write(file, "about.win_theme", "Local")
    file.commit(file.current.bid, file.current.bid.model_copy(update={"attachments": ()}))
    whole = file.copy_to(tmp_path / "whole.bidkit").read_bytes()
    clean = BidFile.open(file.copy_to(tmp_path / "clean.bidkit", "clean"), author="Bob")
    loaded = clean.load()
    assert loaded.bid == file.current.bid
    assert (loaded.scope, loaded.conflicts, loaded.left_out) == (Scope.CLEAN, (), ())
    assert SECRET.encode() in whole
    assert SECRET.encode() not in clean.path.read_bytes()
    assert clean.attachment_digests() == frozenset()
    write(clean, "evidence[e1].finding", "Kept by most")
    write(file, "evidence[e2].title", "Changed here")
    merged = file.take_in(clean.path)
    assert merged.bid.evidence[0].finding == "Kept by most"
    assert merged.bid.evidence[1].title == "Changed here"
    assert not merged.conflicts


def test_forgetting_is_for_ever_and_travels(tmp_path: Path, file: BidFile) -> None:
    log = SafetyLog(tmp_path / "safety")
    file.keep_log(log)
    add(file, "testimonials", proof.Testimonial(id="t1", quotation=SECRET))
    older = file.copy_to(tmp_path / "older.bidkit")
    partner = BidFile.open(file.copy_to(tmp_path / "partner.bidkit"), author="Bob")
    partner.load()
    file.commit(file.current.bid, file.current.bid.model_copy(update={"testimonials": ()}))
    file.forget("testimonials[t1]")
    for place in (file.path, log.path_of(file.copy_id)):
        assert SECRET.encode() not in place.read_bytes()
    file.take_in(older)
    assert SECRET.encode() not in file.path.read_bytes()
    partner.take_in(file.path)
    assert SECRET.encode() not in partner.path.read_bytes()
    assert not partner.current.bid.testimonials
    with pytest.raises(InputError):
        file.forget("testimonials[t1].quotation")


def test_a_value_left_out_comes_with_a_copy_that_has_it(tmp_path: Path, file: BidFile) -> None:
    whole = file.copy_to(tmp_path / "whole.bidkit")
    tamper(file.path, "UPDATE change SET salt = NULL, value = NULL")
    bare = BidFile.open(file.path)
    loaded = bare.load()
    assert (loaded.left_out, loaded.bid.about.title) == (("about.title",), "")
    assert bare.take_in(whole).bid.about.title == "Wellbeing hubs"
    assert BidFile.open(file.path).load().left_out == ()


def test_history_says_who_changed_what(file: BidFile) -> None:
    add(file, "evidence", Evidence(id="e1", title="Survey"))
    write(file, "evidence[e1].title", "Survey of 2026")
    before = file.current.bid
    after = TITLE.set(before, "Hubs").model_copy(update={"evidence": ()})
    file.commit(before, after, label="Import")
    file.name_version("Draft 1")
    lines = [(one.act, one.place, one.old, one.new, one.label) for one in file.history()]
    assert lines == [
        ("version", "", "", "Draft 1", ""),
        ("deleted", "evidence[e1]", "Survey of 2026", "", "Import"),
        ("set", "about.title", "Wellbeing hubs", "Hubs", "Import"),
        ("set", "evidence[e1].title", "Survey", "Survey of 2026", ""),
        ("added", "evidence[e1]", "", "Survey", ""),
        ("set", "about.title", "", "Wellbeing hubs", ""),
    ]
    there = file.history("evidence[e1]")
    assert [one.act for one in there] == ["deleted", "set", "added"]
    assert file.bid_at(file.moment_of(there[1].change)).evidence[0].title == "Survey of 2026"
    assert file.bid_at(file.moment_of(there[2].change)).evidence[0].title == "Survey"


def test_attachments_are_kept_once_and_checked(tmp_path: Path, file: BidFile) -> None:
    path = tmp_path / "Ann's plan.pdf"
    path.write_bytes(b"x" * 2_500_000)
    one, two = file.attach(path), file.attach(path.read_bytes(), "../../etc/plan.pdf")
    assert (one.digest, one.size, one.media_type) == (two.digest, 2_500_000, "application/pdf")
    assert (one.name, two.name) == ("Ann's plan.pdf", "plan.pdf")
    assert file.attachment_bytes(one.digest) == path.read_bytes()
    empty = file.attach(b"", "empty.txt")
    assert file.attachment_bytes(empty.digest) == b""
    tamper(file.path, "UPDATE chunk SET body = zeroblob(10) WHERE number = 1")
    with pytest.raises(DamagedFileError, match="damaged"):
        file.attachment_bytes(one.digest)
    with pytest.raises(FileError, match="not in this copy"):
        file.attachment_bytes("00" * 32)
    with pytest.raises(FileError, match="cannot be read"):
        file.attach(tmp_path / "gone.pdf")


def test_a_password_is_set_changed_and_taken_off(tmp_path: Path) -> None:
    file = filled_file(tmp_path / "hubs.bidkit", 2)
    plain = BidFile.open(file.path).load()
    one, two = Key("plain green tea at noon"), Key("café au lait at five")
    for old, new in ((None, one), (one, two), (two, None)):
        change_password(file.path, old, new)
        loaded = BidFile.open(file.path, key=new).load()
        assert (loaded.bid, loaded.copy_id) == (plain.bid, plain.copy_id)
        if new is not None:
            with pytest.raises(PasswordError):
                BidFile.open(file.path, key=old or Key("wrong"))
    assert repr(one) == "Key(…)"


def test_a_password_reads_the_same_however_it_was_typed(tmp_path: Path) -> None:
    BidFile.create(tmp_path / "a.bidkit", HUBS, author="Ann", key=Key("cafe\u0301"))
    assert BidFile.open(tmp_path / "a.bidkit", key=Key("caf\u00e9")).load().bid == HUBS


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("hubs (Ann's conflicted copy 2026-03-02).bidkit", "Dropbox"),
        ("hubs-ANNS-LAPTOP.bidkit", "OneDrive"),
        ("hubs (conflicted copy 2026-03-02 101010).bidkit", "Nextcloud"),
        ("hubs.sync-conflict-20260302-101010-ABCDEFG.bidkit", "Syncthing"),
        ("hubs (1).bidkit", "copy"),
        ("hubs 2.bidkit", "copy"),
        ("hubs for schools.bidkit", None),
        ("other.bidkit", None),
    ],
)
def test_second_copies_are_known_by_their_names(name: str, origin: str | None) -> None:
    assert origin_of(name, "hubs") == origin


def test_only_copies_of_the_very_same_file_are_offered(tmp_path: Path, file: BidFile) -> None:
    twin = tmp_path / "hubs-ANNS-LAPTOP.bidkit"
    twin.write_bytes(file.path.read_bytes())
    BidFile.create(tmp_path / "hubs-other.bidkit", EMPTY, author="Bob")
    (tmp_path / "hubs (1).bidkit").write_bytes(b"junk")
    found = find_conflicted(file.path, file.copy_id)
    assert [(one.path, one.origin) for one in found] == [(twin, "OneDrive")]


def test_a_file_is_never_made_over_another(file: BidFile) -> None:
    with pytest.raises(FileError, match="already a file"):
        BidFile.create(file.path, EMPTY, author="Bob")
    assert BidFile.open(file.path).load().bid == HUBS


def test_every_failure_says_what_happened_and_what_to_do() -> None:
    made = [
        failures.missing(),
        failures.read_only(),
        failures.disk_full(),
        failures.busy(),
        failures.disk_trouble(),
        failures.replaced(),
        failures.damaged(),
        failures.foreign("why"),
        failures.empty(),
        failures.unsafe(""),
        failures.too_slow(),
        failures.password_needed(),
        failures.password_wrong(),
        failures.unreadable(),
        failures.too_new(),
        failures.newer(),
        failures.name_taken("a"),
        failures.cannot_attach("a"),
        failures.changed_while_read(),
        failures.attachment_missing(""),
        failures.attachment_damaged(""),
        failures.other_bid(),
    ]
    for error in made:
        assert isinstance(error, BidKitError)
        assert error.what.endswith(".")
        assert error.advice.endswith(".")
