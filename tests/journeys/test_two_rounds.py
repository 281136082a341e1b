"""A tender in two rounds: a selection questionnaire by e-mail, then the tender on the portal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bidkit.session.files import open_bid
from bidkit.session.lots.rounds import findings_for_round, for_round, has_rounds, round_to_send
from bidkit.session.ports import Ports
from tests.journeys.conftest import Clock, pdf_words
from tests.journeys.test_walk import qualify, set_all
from tests.plugins.commands import Call

SELECTION, TENDER = "2030-11-06 17:00", "2030-12-04 12:00"


def begun(call: Call, bid: Path) -> tuple[str, str, str]:
    """Make a bid with two rounds and one scored question; return the ids of all three."""
    pack = "procurement-specific-questionnaire"
    assert call("new", bid, "--route", "contract", "--pack", pack).code == 0
    first, second = (call("add", bid, "rounds").out.strip() for _ in range(2))
    section = call("add", bid, "sections").out.strip()
    question = call("add", bid, "questions", "--parent", section).out.strip()
    set_all(
        call,
        bid,
        {
            "opportunity.title": "Wellbeing hubs",
            "opportunity.way_in": "portal",
            f"rounds[{first}].kind": "selection",
            f"rounds[{first}].title": "Selection questionnaire",
            f"rounds[{first}].deadline": SELECTION,
            f"rounds[{first}].way_in": "email",
            f"rounds[{first}].where": "tenders@northshire.example",
            f"rounds[{second}].kind": "tender",
            f"rounds[{second}].title": "Invitation to tender",
            f"rounds[{second}].deadline": TENDER,
            f"rounds[{second}].way_in": "portal",
            f"sections[{section}].title": "Quality",
            f"questions[{question}].number": "1.1",
            f"questions[{question}].text": "How will you reach people?",
        },
    )
    return first, second, question


def test_each_round_gets_what_is_asked_in_it(call: Call, tmp_path: Path, clock: Clock) -> None:
    bid, sheet, paper = tmp_path / "hubs.bidkit", tmp_path / "boxes.txt", tmp_path / "hubs.pdf"
    first, second, question = begun(call, bid)
    qualify(call, bid)
    session = open_bid(bid, Ports("Ann", "pc-1", clock), read_only=True)
    whole = session.document.bid
    assert has_rounds(whole)
    following = round_to_send(whole)
    assert following is not None
    assert following.id == first
    selection = for_round(whole, first)
    assert question not in {one.id for one in selection.questions}
    assert selection.opportunity.way_in == "email"
    assert for_round(whole, second).opportunity.way_in == "portal"
    found = session.check_now()
    waiting = {one.place.identity for one in found if one.rule == "answers.missing"}
    assert waiting == {question}
    early = findings_for_round(found, whole, first)
    late = findings_for_round(found, whole, second)
    assert not {one.place.identity for one in early} & waiting
    assert {one.place.identity for one in late} & waiting
    assert not [one for one in late if one.rule == "qualification.missing"]

    assert call("export", bid, "--round", first, "-o", paper).code == 0
    words = pdf_words(paper)
    assert "Wed 6 Nov 2030, 5 pm" in words
    assert "How will you reach people?" not in words
    assert call("export", bid, "--to", "portal", "--round", second, "-o", sheet).code == 0
    boxes = sheet.read_text("utf-8")
    assert "How will you reach people?" in boxes
    assert "debarment" not in boxes


def test_a_round_that_was_sent_lets_the_next_one_come(
    call: Call, tmp_path: Path, clock: Clock
) -> None:
    bid, paper = tmp_path / "hubs.bidkit", tmp_path / "hubs.pdf"
    first, second, question = begun(call, bid)
    clock.at = datetime(2030, 11, 4, 9, tzinfo=UTC)
    session = open_bid(bid, Ports("Ann", "pc-1", clock), read_only=True)
    deadline = session.deadline()
    assert deadline is not None
    assert deadline.words == "2 days left — Wed 6 Nov 2030, 5 pm"
    set_all(
        call,
        bid,
        {
            f"rounds[{first}].sent_at": "2030-11-05 10:00",
            f"rounds[{first}].sent_by": "Ann",
        },
    )
    rules = {row["rule"] for row in call("check", bid, "--json").json}
    assert "hand_in.no_receipt" in rules
    set_all(
        call,
        bid,
        {f"rounds[{first}].receipt": "Message 4711", f"rounds[{first}].result": "through"},
    )
    assert "hand_in.no_receipt" not in {row["rule"] for row in call("check", bid, "--json").json}
    clock.at = datetime(2030, 11, 5, 12, tzinfo=UTC)
    session = open_bid(bid, Ports("Ann", "pc-1", clock), read_only=True)
    deadline = session.deadline()
    assert deadline is not None
    assert deadline.words == "29 days left — Wed 4 Dec 2030, 12 noon"
    following = round_to_send(session.document.bid)
    assert following is not None
    assert following.id == second
    answer = call("add", bid, "answers", "--parent", question).out.strip()
    set_all(call, bid, {f"answers[{answer}].text": "By bus, from three hubs."})
    made = call("export", bid, "--round", second, "-o", paper, "--json").json
    assert "1.1" not in " ".join(made["draft"])
    words = pdf_words(paper)
    assert "Wed 4 Dec 2030, 12 noon" in words
    assert "By bus, from three hubs." in words


@pytest.mark.parametrize("wanted", ["nonsense"])
def test_a_round_that_is_not_there_is_named(call: Call, tmp_path: Path, wanted: str) -> None:
    bid = tmp_path / "hubs.bidkit"
    begun(call, bid)
    done = call("export", bid, "--round", wanted, "-o", tmp_path / "x.pdf")
    assert done.code != 0
    assert "Invitation to tender" in done.err
