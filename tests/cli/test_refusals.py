"""Files that cannot be read or written: every command says what happened and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.plugins.commands import Call

READING = {
    "show": ("show", "{file}"),
    "check": ("check", "{file}"),
    "history": ("history", "{file}"),
    "export": ("export", "{file}", "-o", "{folder}/out.pdf"),
    "set": ("set", "{file}", "about.title", "x"),
    "add": ("add", "{file}", "evidence"),
}


def broken(path: Path, content: bytes) -> Path:
    """Write a file that is no bid."""
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("command", READING)
def test_a_folder_is_called_a_folder(call: Call, tmp_path: Path, command: str) -> None:
    places = {"file": str(tmp_path), "folder": str(tmp_path)}
    done = call(*(part.format(**places) for part in READING[command]))
    assert done.code != 0
    assert "This is a folder, not a bid file." in done.err
    assert "choose the file in it" in done.err


def test_a_folder_is_no_notice(call: Call, tmp_path: Path) -> None:
    done = call("new", tmp_path / "a.bidkit", "--notice", tmp_path)
    assert done.code != 0
    assert "is a folder" in done.err


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "The bid file is not there."),
        (b"", "This file is empty."),
        (b"Dear Sir or Madam\n" * 100, "This is not a BidKit file."),
        (b"%PDF-1.7\n" + os.urandom(5000), "This is not a BidKit file."),
    ],
)
def test_what_is_no_bid_is_refused_by_every_command(
    call: Call, tmp_path: Path, command: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / "bid.bidkit"
    if content is not None:
        path.write_bytes(content)
    done = call(*(one.format(file=path, folder=tmp_path) for one in READING[command]))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) >= 2
    assert [one.name for one in tmp_path.iterdir()] == ([] if content is None else ["bid.bidkit"])


@pytest.mark.parametrize("command", READING)
def test_a_damaged_file_is_refused_and_not_made_worse(
    call: Call, harbour: Path, command: str
) -> None:
    whole = harbour.read_bytes()
    harbour.write_bytes(whole[:4096] + b"\xa5" * 40_000 + whole[44_096:])
    before = harbour.read_bytes()
    done = call(*(one.format(file=harbour, folder=harbour.parent) for one in READING[command]))
    assert (done.code, done.out) == (2, "")
    assert "damaged" in done.err
    assert harbour.read_bytes() == before


@pytest.mark.parametrize("command", READING)
def test_a_file_cut_short_is_refused(call: Call, harbour: Path, command: str) -> None:
    harbour.write_bytes(harbour.read_bytes()[: 12 * 4096])
    done = call(*(one.format(file=harbour, folder=harbour.parent) for one in READING[command]))
    assert done.code == 2
    assert "damaged" in done.err


@pytest.mark.parametrize("command", ["show", "set"])
def test_a_folder_is_no_bid(call: Call, tmp_path: Path, command: str) -> None:
    done = call(*(one.format(file=tmp_path, folder=tmp_path) for one in READING[command]))
    assert done.code == 2
    assert "Traceback" not in done.err
