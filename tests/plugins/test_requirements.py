"""The list of requirements and their tests."""

from __future__ import annotations

from pathlib import Path

from tests.plugins.requirements import gaps, read_list, table

MUSTS_AND_SHOULDS = 194


def test_the_table_counts_tests_and_names_what_is_missing(tmp_path: Path) -> None:
    listing = tmp_path / "requirements.toml"
    listing.write_text(
        '[1]\npriority = "M"\ntext = "Contracts"\n[2]\npriority = "S"\n[3]\npriority = "C"\n'
        '[4]\npriority = "S"\ntext = "Compact"\nleft_out = "It is gone."\n',
        encoding="utf-8",
    )
    lines = table(read_list(listing), {1: ["tests/a.py::one", "tests/b.py::two"], 9: ["c"]})
    assert lines == [
        "   1 M   2 tests  Contracts",
        "   2 S   no test  ",
        "   4 S  left out  Compact: It is gone.",
        "1 of 3 requirements have a test",
        "left out, with a reason: 4",
        "without a test: 2",
        "tested but not listed: 9",
    ]


def test_a_must_without_a_test_and_a_should_without_a_reason_are_gaps() -> None:
    stated = {
        1: {"priority": "M"},
        2: {"priority": "S"},
        3: {"priority": "S", "left_out": "History."},
        4: {"priority": "S", "left_out": "History."},
        5: {"priority": "C"},
    }
    assert gaps(stated, {4: ["a"], 9: ["b"]}) == [
        "1 must have a test",
        "2 has neither a test nor a reason why it is left out",
        "4 has a test and is said to be left out",
        "9 is not in the list",
    ]
    assert gaps(stated, {1: ["a"], 2: ["b"]}) == []


def test_every_must_and_should_is_listed_in_words_of_our_own() -> None:
    stated = read_list()
    count = {kind: sum(one["priority"] == kind for one in stated.values()) for kind in "MS"}
    assert count["M"] + count["S"] == MUSTS_AND_SHOULDS
    assert all(one.get("text") for one in stated.values())


def test_no_list_is_no_error(tmp_path: Path) -> None:
    assert read_list(tmp_path / "requirements.toml") == {}
