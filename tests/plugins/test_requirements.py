"""The list of requirements and their tests."""

from __future__ import annotations

from pathlib import Path

from tests.plugins.requirements import read_list, table


def test_the_table_counts_tests_and_names_what_is_missing(tmp_path: Path) -> None:
    listing = tmp_path / "requirements.toml"
    listing.write_text(
        '[1]\npriority = "M"\ntext = "Contracts"\n[2]\npriority = "S"\n[3]\npriority = "C"\n',
        encoding="utf-8",
    )
    lines = table(read_list(listing), {1: ["tests/a.py::one", "tests/b.py::two"], 9: ["c"]})
    assert lines == [
        "   1 M   2 tests  Contracts",
        "   2 S   no test  ",
        "1 of 2 requirements have a test",
        "without a test: 2",
        "tested but not listed: 9",
    ]


def test_no_list_is_no_error(tmp_path: Path) -> None:
    assert read_list(tmp_path / "requirements.toml") == {}
