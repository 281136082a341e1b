from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bidkit.errors import BidKitError, InputError
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.library import Library, LibraryEntry
from tests.storage.making import HUBS

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "data" / "library.db")
    library.put(
        LibraryEntry(
            "answer",
            "Safeguarding",
            "Every volunteer is checked and trained.",
            ("safety", "children"),
            review_on=date(2026, 1, 31),
            data={"hours": 3},
        ),
        NOW,
    )
    library.put(LibraryEntry("evidence", "Survey of 2025", "People felt less alone."), NOW)
    return library


def test_an_empty_library_is_no_file(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    assert library.all() == library.search("anything") == library.due(NOW.date()) == ()
    assert library.get("x") is None
    library.remove("x")
    library.note_use("x", NOW)
    assert not (tmp_path / "library.db").exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("volunteers", ["Safeguarding"]),
        ("train check", ["Safeguarding"]),
        ("childr", ["Safeguarding"]),
        ("alone survey", ["Survey of 2025"]),
        ("nothing", []),
        ('"; DROP TABLE entry; --', []),
        ("NEAR( OR", []),
        ("", ["Safeguarding", "Survey of 2025"]),
    ],
)
def test_words_are_found_by_their_stems_and_beginnings(
    library: Library, words: str, found: list[str]
) -> None:
    assert [entry.title for entry in library.search(words)] == found


def test_an_entry_is_kept_changed_used_and_removed(library: Library) -> None:
    entry = library.search("volunteer", "answer")[0]
    assert (entry.tags, entry.data) == (("safety", "children"), {"hours": 3})
    library.note_use(entry.id, NOW)
    library.put(replace(library.search("volunteer")[0], title="Keeping children safe"), NOW)
    again = library.get(entry.id)
    assert again is not None
    assert (again.title, again.uses, again.added) == ("Keeping children safe", 1, entry.added)
    assert [one.title for one in library.due(date(2026, 2, 1))] == ["Keeping children safe"]
    assert library.due(date(2026, 1, 1)) == ()
    library.remove(entry.id)
    assert library.search("volunteer") == ()
    assert [one.kind for one in library.all()] == ["evidence"]


def test_an_entry_needs_a_title(library: Library) -> None:
    with pytest.raises(InputError, match="title"):
        library.put(LibraryEntry("answer", "  "), NOW)


def test_a_file_of_another_kind_is_no_library(tmp_path: Path) -> None:
    path = BidFile.create(tmp_path / "hubs.bidkit", HUBS, author="Ann").path
    with pytest.raises(BidKitError, match="not a BidKit"):
        Library(path).all()


def test_a_library_may_have_a_password(tmp_path: Path) -> None:
    key = Key("green tea")
    Library(tmp_path / "l.db", key).put(LibraryEntry("partner", "Harbour Trust"), NOW)
    assert Library(tmp_path / "l.db", key).all()[0].title == "Harbour Trust"
    with pytest.raises(BidKitError):
        Library(tmp_path / "l.db").all()
