"""Starting a bid from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidkit.session.examples import load_example
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.ports import Ports
from tests.importers.reading import NOTICES
from tests.plugins.commands import Call


def test_a_blank_bid(call: Call, tmp_path: Path) -> None:
    done = call("new", tmp_path / "hubs", "--title", "Hubs", "--route", "contract")
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Made {tmp_path / 'hubs.bidkit'}\n"
    shown = call("show", tmp_path / "hubs.bidkit", "--json").json
    assert shown["about"]["title"] == "Hubs"
    assert shown["about"]["route"] == "contract"
    assert shown["gates"]


def test_a_notice_is_read_and_its_deadline_read_back(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bid.bidkit"
    notice = NOTICES / "contracts-finder-domestic-abuse-adults.json"
    done = call("new", path, "--notice", notice)
    assert done.code == 0
    assert "Read: " in done.out
    assert "Deadline to confirm: " in done.out
    shown = call("show", path, "--json").json
    assert shown["about"]["title"]
    assert shown["about"]["route"] == "contract"
    assert "deadline_confirmed" not in shown["opportunity"]


def test_what_a_notice_gave_as_json(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bid.bidkit"
    notice = NOTICES / "find-tender-two-lots.json"
    report = call("new", path, "--notice", notice, "--json").json
    assert report["file"] == str(path)
    assert report["title"]
    assert report["read"]
    assert {"round", "deadline"} == set(report["deadlines"][0])


@pytest.mark.parametrize("name", ["harbour", "small-grant"])
def test_an_example(call: Call, tmp_path: Path, name: str) -> None:
    done = call("new", tmp_path / "bid.bidkit", "--example", name)
    assert (done.code, done.err) == (0, "")
    assert call("show", tmp_path / "bid.bidkit", "--json").json["answers"]


def test_packs_are_added(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bid.bidkit"
    done = call("new", path, "--pack", "insurance", "--pack", "exclusion-grounds")
    assert done.code == 0
    assert len(call("show", path, "--json").json["sections"]) >= 2


def test_an_existing_file_is_never_written_over(call: Call, bid: Path) -> None:
    before = bid.read_bytes()
    done = call("new", bid)
    assert done.code == 2
    assert "There is already a file called “bid.bidkit”" in done.err
    assert bid.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--example", "harbor"), "There is no example called “harbor”."),
        (("--pack", "insurances"), "insurances"),
        (("--notice", "nowhere.json"), "nowhere.json"),
        (("--ocid", "ocds-1"), "--ocid chooses"),
        (("--example", "harbour", "--route", "contract"), "leave --route away"),
    ],
)
def test_what_is_not_known_is_refused_and_makes_no_file(
    call: Call, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = call("new", tmp_path / "bid.bidkit", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"not JSON", b"[1, 2]", b'{"releases": []}', b"\x00\xff\xfe", b"[" * 100_000]
)
def test_a_notice_that_is_none_is_refused(call: Call, tmp_path: Path, content: bytes) -> None:
    notice = tmp_path / "notice.json"
    notice.write_bytes(content)
    done = call("new", tmp_path / "bid.bidkit", "--notice", notice)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) >= 2
    assert not (tmp_path / "bid.bidkit").exists()


def test_a_folder_that_is_not_there_is_said(call: Call, tmp_path: Path) -> None:
    done = call("new", tmp_path / "nowhere" / "bid.bidkit")
    assert done.code == 2
    assert "There is no folder" in done.err
    assert not (tmp_path / "nowhere").exists()


def test_a_new_bid_knows_the_organisation_of_the_library(call: Call, tmp_path: Path) -> None:
    ports = Ports("Ann")
    OurLibrary(ports).keep_ours(load_example("harbour", ports.today()))
    path = tmp_path / "bid.bidkit"
    call("new", path, "--route", "larger_grant", "--pack", "core-information")
    shown = call("show", path, "--json").json
    assert shown["organisation"]["name"] == "Harbour Mind"
    assert any(one.get("prefilled") for one in shown["responses"])
