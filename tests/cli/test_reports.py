"""Showing, checking, exporting, history and packs: what is printed, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import shape_of
from tests.plugins.commands import Call


def test_every_line_of_show_begins_with_an_address_that_can_be_set(
    call: Call, harbour: Path
) -> None:
    done = call("show", harbour)
    assert done.code == 0
    fields = [line.split(": ", 1)[0] for line in done.out.splitlines() if ": " in line]
    known = [field for field in fields if field.split(".")[0].split("[")[0] in TOP]
    assert len(known) > 500
    for field in known:
        parse_ref(Bid, field)


TOP = {*shape_of(Bid).groups, *shape_of(Bid).collections}


def test_the_whole_bid_as_json_with_and_without_empty_fields(call: Call, bid: Path) -> None:
    filled = call("show", bid, "--json").json
    whole = call("show", bid, "--json", "--all").json
    assert "organisation" not in filled
    assert whole["organisation"]["name"] == ""
    assert set(whole) == TOP
    assert whole["about"]["title"] == filled["about"]["title"] == "Warm space"


def test_check_says_what_is_to_fix_and_ends_with_one(call: Call, bid: Path) -> None:
    done = call("check", bid)
    assert done.code == 1
    first, last = done.out.splitlines()[0], done.out.splitlines()[-1]
    assert first.startswith(("MUST FIX  ", "SHOULD FIX  "))
    assert "must fix, " in last
    rows = call("check", bid, "--json").json
    assert {"rule", "stage", "level", "place", "what", "why", "advice", "source"} == set(rows[0])
    for row in rows:
        parse_ref(Bid, row["place"])


def test_check_ends_with_nought_when_only_hints_are_left(call: Call, tmp_path: Path) -> None:
    blank = tmp_path / "blank.bidkit"
    assert call("new", blank).code == 0
    rows = call("check", blank, "--json").json
    assert call("check", blank).code == int(any(row["level"] != "hint" for row in rows))


@pytest.mark.parametrize("reader", ["buyer", "us"])
def test_export_writes_a_pdf_for_a_reader(
    call: Call, harbour: Path, tmp_path: Path, reader: str
) -> None:
    paper = tmp_path / f"{reader}.pdf"
    done = call("export", harbour, "--to", "pdf", "--for", reader, "-o", paper)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Wrote {paper} (")
    with pypdfium2.PdfDocument(paper) as opened:
        assert f"({len(opened)} pages)" in done.out


def test_an_export_with_something_to_fix_says_it_is_a_draft(
    call: Call, bid: Path, tmp_path: Path
) -> None:
    done = call("export", bid, "-o", tmp_path / "draft.pdf")
    assert done.code == 0
    assert "Marked DRAFT" in done.out
    report = call("export", bid, "-o", tmp_path / "draft.pdf", "--json").json
    assert report["draft"]
    assert report["pages"] >= 1


@pytest.mark.requirement(217)
def test_the_compliance_matrix_is_a_table(call: Call, harbour: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "matrix.csv"
    assert call("export", harbour, "--to", "matrix", "-o", sheet).code == 0
    first, *rows = sheet.read_text("utf-8-sig").splitlines()
    assert first == "No.,Requirement,Document,Page,How strong,Our reply,Answered in,State"
    assert len(rows) == 4
    assert ",Service specification,6,Must," in rows[0]
    assert rows[0].endswith(",1.1,Exceeded")


def test_the_dates_go_to_a_calendar_file(call: Call, harbour: Path, tmp_path: Path) -> None:
    dates = tmp_path / "dates.ics"
    assert call("export", harbour, "--to", "calendar", "-o", dates).code == 0
    assert dates.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"BEGIN:VALARM" in dates.read_bytes()


def test_export_for_a_portal_is_plain_text(call: Call, harbour: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "boxes.txt"
    assert call("export", harbour, "--to", "portal", "-o", sheet).code == 0
    assert "Wellbeing" in sheet.read_text(encoding="utf-8")
    assert call("export", harbour, "--to", "portal", "-o", sheet, "--json").json == {
        "file": str(sheet)
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "{folder}/nowhere/bid.pdf"), "There is no folder"),
        (("-o", "{folder}"), "is a folder"),
        (("-o", "{folder}/harbour.bidkit"), "would be the name of a bid file"),
        (("-o", "{folder}/a.pdf", "--lot", "lot-9"), "no lot “lot-9”"),
        (("-o", "{folder}/a.txt", "--to", "portal", "--for", "us"), "Leave --for us away"),
    ],
)
def test_an_export_that_cannot_be_is_refused(
    call: Call, harbour: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = harbour.read_bytes()
    done = call("export", harbour, *(one.format(folder=harbour.parent) for one in arguments))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert harbour.read_bytes() == before
    assert [one.name for one in harbour.parent.iterdir()] == ["harbour.bidkit"]


def test_history_tells_who_changed_what_newest_first(call: Call, bid: Path) -> None:
    call("set", bid, "opportunity.title", "First")
    call("set", bid, "opportunity.title", "Second")
    newest, *_ = call("history", bid).out.splitlines()
    assert newest.endswith("set  opportunity.title  First → Second")
    rows = call("history", bid, "--json", "--most", "2").json
    assert [(row["old"], row["new"]) for row in rows] == [("First", "Second"), ("", "First")]
    assert rows[0]["at"] >= rows[1]["at"]


def test_packs_are_listed_and_checked(call: Call, tmp_path: Path) -> None:
    listed = call("pack", "list")
    assert "small-grant  Small grant: six questions" in listed.out
    assert {"id": "insurance", "title": "Insurance"} in call("pack", "list", "--json").json
    own = tmp_path / "own.toml"
    own.write_text('id = "own"\n', encoding="utf-8")
    wrong = call("pack", "check", own)
    assert wrong.code == 1
    assert wrong.out
    assert call("pack", "check", own, "--json").json == wrong.out.splitlines()
    missing = call("pack", "check", tmp_path / "nowhere.toml")
    assert missing.code == 1
    assert "cannot be opened" in missing.out


def test_a_shipped_pack_is_in_order(call: Call) -> None:
    done = call("pack", "check", "resources/packs/insurance.toml")
    assert (done.code, done.out) == (0, "This pack is in order.\n")


def test_a_pack_is_copied_changed_and_used(call: Call, tmp_path: Path) -> None:
    pack, bid = tmp_path / "ours.toml", tmp_path / "ours.bidkit"
    done = call("pack", "copy", "grant-due-diligence", "-o", pack)
    assert (done.code, done.err) == (0, "")
    text = pack.read_text("utf-8").replace("When did you begin?", "Ers pryd?")
    pack.write_text(text, "utf-8")
    assert call("pack", "check", pack).code == 0
    assert call("new", bid, "--pack", pack).code == 0
    asked = call("show", bid, "--json").json["questions"]
    assert any(one.get("text") == "Ers pryd?" for one in asked)
    pack.write_text(text.replace('kind = "date"', 'kind = "day"', 1), "utf-8")
    assert call("pack", "check", pack).code == 1
    assert call("new", tmp_path / "other.bidkit", "--pack", pack).code == 2


def test_the_questions_of_a_bid_are_saved_as_a_pack(
    call: Call, harbour: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "theirs.toml"
    assert call("pack", "save", harbour, "--title", "Theirs", "-o", pack).code == 0
    assert 'title = "Theirs"' in pack.read_text("utf-8")
    assert call("pack", "check", pack).code == 0
    assert call("pack", "save", harbour, "-o", harbour).code == 2


@pytest.mark.requirement(14, 127)
@pytest.mark.parametrize("kind", ["briefing", "product-sheet"])
def test_one_page_is_written_for_trustees_and_for_a_buyer(
    call: Call, harbour: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "page.pdf"
    assert call("export", harbour, "--to", kind, "-o", out).code == 0
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 1
