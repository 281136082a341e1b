"""Somebody's file is hostile input: each kind is refused in words, quickly, and not written."""

from __future__ import annotations

import zlib
from hashlib import sha256
from pathlib import Path

import apsw
import pytest

from bidkit.changes.change import Change, Header, Origin, digest_of, make_change
from bidkit.errors import (
    BidKitError,
    DamagedFileError,
    FileError,
    ForeignFileError,
    NewerFileError,
    PasswordError,
)
from bidkit.storage import failures
from bidkit.storage.bidfile import BidFile, now
from bidkit.storage.connection import Access, connected
from bidkit.storage.tables.changes import PACKED, insert_changes
from bidkit.storage.tables.meta import read_tally, tally_of, write_tally
from tests.storage.making import HUBS, TITLE, tamper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann")
    return file.path


def put_in(path: Path, *changes: Change) -> None:
    """Append changes to a file as another program would."""
    with connected(path, Access.WRITE) as database, database.writing():
        insert_changes(database, changes)
        tally = read_tally(database) ^ tally_of(change.header.id for change in changes)
        write_tally(database, tally)


def change(kind: str, item: str, field: str, value: str) -> Change:
    return make_change((kind, item, field), value, (), Origin("Eve", "eve", now()), 1)


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", ForeignFileError, "empty"),
        (b"hello, this is a letter", ForeignFileError, "not a BidKit file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(5000), ForeignFileError, "not a BidKit file"),
        (b"SQLite format 3\x00", ForeignFileError, "not a BidKit file"),
        (bytes(range(256)) * 16, PasswordError, "password"),
    ],
)
def test_what_is_no_bid_is_refused(
    tmp_path: Path, content: bytes, kind: type[BidKitError], words: str
) -> None:
    path = tmp_path / "letter.bidkit"
    path.write_bytes(content)
    with pytest.raises(kind, match=words):
        BidFile.open(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bidkit"
    with apsw.Connection(str(path)) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")
    other.close()
    with pytest.raises(ForeignFileError, match="another program"):
        BidFile.open(path)


def test_a_file_that_is_gone_and_a_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "gone.bidkit", tmp_path):
        with pytest.raises(failures.MissingFileError):
            BidFile.open(place)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON change BEGIN DELETE FROM change; END",
        "CREATE VIEW evil AS SELECT * FROM change",
        "CREATE TABLE evil (x)",
        "CREATE INDEX evil ON change (header)",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
        "ALTER TABLE draft ADD COLUMN evil TEXT",
        "DROP TABLE draft",
        "ALTER TABLE meta ADD COLUMN evil TEXT GENERATED ALWAYS AS (name) VIRTUAL",
    ],
)
def test_anything_added_to_the_tables_is_refused(path: Path, statement: str) -> None:
    tamper(path, statement)
    with pytest.raises(ForeignFileError):
        BidFile.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON change BEGIN DELETE FROM change; END",
        "CREATE VIEW evil AS SELECT * FROM change",
        "DROP TABLE chunk",
        "ALTER TABLE change RENAME COLUMN value TO worth",
    ],
)
def test_a_newer_file_with_a_strange_shape_is_refused(path: Path, statement: str) -> None:
    tamper(path, statement, "PRAGMA user_version=2")
    with pytest.raises((ForeignFileError, NewerFileError)):
        BidFile.open(path)


def test_a_newer_file_of_our_shape_can_be_read_but_not_written(path: Path) -> None:
    tamper(path, "CREATE TABLE mood (x TEXT)", "PRAGMA user_version=2")
    file = BidFile.open(path)
    bid = file.load().bid
    assert (bid, file.read_only) == (HUBS, True)
    with pytest.raises(NewerFileError, match="newer BidKit"):
        file.commit(bid, TITLE.set(bid, "Hubs"))


def test_an_altered_value_is_noticed(path: Path) -> None:
    tamper(path, "UPDATE change SET value = CAST(x'00' || '\"Pubs\"' AS BLOB)")
    with pytest.raises(DamagedFileError):
        BidFile.open(path).load()


def test_an_altered_header_is_noticed(path: Path) -> None:
    tamper(path, "UPDATE change SET header = replace(header, 'Ann', 'Eve')")
    with pytest.raises(DamagedFileError):
        BidFile.open(path).load()


def test_a_value_that_unpacks_to_far_too_much_is_refused(path: Path) -> None:
    bomb = PACKED + zlib.compress(b'"' + b"a" * 60_000_000 + b'"', 9)
    tamper(path, f"UPDATE change SET value = x'{bomb.hex()}'")
    with pytest.raises(ForeignFileError):
        BidFile.open(path).load()


def test_a_huge_value_is_refused(path: Path) -> None:
    tamper(path, "UPDATE change SET value = zeroblob(30000000)")
    with pytest.raises(FileError):
        BidFile.open(path).load()


@pytest.mark.parametrize(
    ("kind", "item", "field", "value"),
    [
        ("evidence", "e1", "n", '"many"'),
        ("evidence", "e1", "title", "12"),
        ("evidence", "e1", "", '{"title": 7, "no_such": [1]}'),
        ("evidence", "e1", "", "[]"),
        ("evidence", "e1", "", '"text"'),
        ("evidence", "e1", "outcomes[broken", "true"),
        ("evidence", "e1", 'outcomes["a"]', '"maybe"'),
        ("evidence", "e]1", "title", '"x"'),
        ("", "", "about.title", '["list"]'),
        ("", "", "about.nothing", '"x"'),
        ("spells", "s1", "", '{"name": "x"}'),
        ("!version", "v1", "", '{"title": 4}'),
        ("!step", "s1", "", '{"label": "x", "first": -99999999999, "last": 99999999999}'),
    ],
)
def test_a_value_of_the_wrong_kind_never_fails_the_bid(
    path: Path, kind: str, item: str, field: str, value: str
) -> None:
    put_in(path, change(kind, item, field, value))
    file = BidFile.open(path)
    loaded = file.load()
    assert loaded.bid.about.title in ("Wellbeing hubs", "")
    file.history()
    assert all(conflict.ref for conflict in loaded.conflicts)
    file.commit(loaded.bid, TITLE.set(loaded.bid, "Hubs"))
    assert BidFile.open(path).load().bid.about.title == "Hubs"


def test_what_is_newer_travels_on_untouched(path: Path, tmp_path: Path) -> None:
    newer = change("spells", "s1", "", '{"name":"x"}')
    put_in(path, newer, change("evidence", "e1", "", '{"aura":"blue","title":"Survey"}'))
    file = BidFile.open(path)
    loaded = file.load()
    assert loaded.unknown_count == 2
    assert loaded.newer == ("evidence[e1].aura",)
    assert loaded.bid.evidence[0].title == "Survey"
    copy = BidFile.open(file.copy_to(tmp_path / "copy.bidkit"))
    assert copy.load().unknown_count == 2
    with connected(copy.path, Access.READ) as database:
        stored = database.rows(
            "SELECT header FROM change WHERE id = ?", bytes.fromhex(newer.header.id)
        )
    assert stored[0][0] == newer.header.text


@pytest.mark.parametrize("depth", [150, 100_000])
def test_deeply_nested_values_are_harmless(path: Path, depth: int) -> None:
    put_in(path, change("evidence", "e1", "", "[" * depth + "]" * depth))
    try:
        bid = BidFile.open(path).load().bid
    except FileError:
        return
    assert bid.about.title == "Wellbeing hubs"


@pytest.mark.parametrize("text", ["", "one line", "\n" * 7, "a\nb\nc\n\nd\ne\nmany\n2026-01-01"])
def test_a_header_of_another_form_is_damage(path: Path, text: str) -> None:
    digest = digest_of(b"salt", '"x"')
    identity = sha256(text.encode() + digest).digest()
    tamper(
        path,
        "INSERT INTO change (id, header, digest) VALUES"
        f" (x'{identity.hex()}', CAST(x'{text.encode().hex()}' AS TEXT), x'{digest.hex()}')",
        "UPDATE meta SET value = '0' WHERE name = 'tally'",
    )
    with pytest.raises(DamagedFileError):
        BidFile.open(path).load()


@pytest.mark.parametrize("name", ["copy", "bid"])
def test_a_file_cannot_name_itself_like_a_path(path: Path, name: str) -> None:
    tamper(path, f"UPDATE meta SET value = '../../elsewhere' WHERE name = '{name}'")
    with pytest.raises(ForeignFileError):
        BidFile.open(path)


def test_reading_stops_in_time(path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
    with (
        connected(path, Access.READ, seconds=0.05) as database,
        pytest.raises(failures.TooSlowError),
    ):
        database.rows(endless)


def test_the_header_a_change_is_named_by_says_it_all() -> None:
    made = change("evidence", "e1", "title", '"Survey"').header
    lines = made.text.split("\n")
    assert lines[:3] == ["evidence", "e1", "title"]
    assert isinstance(made, Header)
    assert made.id == sha256(made.text.encode() + made.digest).hexdigest()
