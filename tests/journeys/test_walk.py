"""The whole walk on the command line: begin, qualify, answer, check, hand out the PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.journeys.conftest import pdf_words
from tests.plugins.commands import Call

ANSWER = """We run three hubs in Northshire.

- Mondays in the harbour
- Thursdays in the old school
"""


def test_from_a_blank_bid_to_a_pdf(call: Call, tmp_path: Path) -> None:
    bid, paper = tmp_path / "hubs.bidkit", tmp_path / "hubs.pdf"
    assert call("new", bid, "--route", "contract", "--pack", "exclusion-grounds").code == 0
    set_all(
        call,
        bid,
        {
            "opportunity.title": "Community Wellbeing Hubs",
            "opportunity.buyer.name": "Northshire Council",
            "opportunity.way_in": "own_document",
            "organisation.name": "Harbour Mind",
            "organisation.charity_number": "1234567",
        },
    )
    first = call("add", bid, "rounds").out.strip()
    set_all(call, bid, {f"rounds[{first}].deadline": "2030-12-04 12:00"})
    qualify(call, bid)
    question = ask(call, bid)
    before = {row["place"] for row in call("check", bid, "--json").json}
    answer = call("add", bid, "answers", "--parent", question).out.strip()
    set_all(call, bid, {f"answers[{answer}].text": ANSWER})
    after = {row["place"] for row in call("check", bid, "--json").json}
    assert f"questions[{question}]" in {place.partition(".")[0] for place in before}
    assert f"questions[{question}]" not in {place.partition(".")[0] for place in after}
    assert call("export", bid, "-o", paper).code == 0
    words = pdf_words(paper)
    for printed in ("Community Wellbeing Hubs", "Northshire Council", "Harbour Mind", "Thursdays"):
        assert printed in words
    assert words.index("How will you reach people?") < words.index("We run three hubs")


def set_all(call: Call, bid: Path, fields: dict[str, str]) -> None:
    """Write several fields."""
    for address, value in fields.items():
        done = call("set", bid, address, value)
        assert (done.code, done.err) == (0, "")


def qualify(call: Call, bid: Path) -> None:
    """Say no to every yes-or-no question of the pack."""
    shown: dict[str, Any] = call("show", bid, "--json").json
    asked = [one["id"] for one in shown["questions"] if one.get("kind") == "yes_no"]
    assert len(asked) > 3
    for question in asked[:4]:
        reply = call("add", bid, "responses", "--parent", question).out.strip()
        set_all(call, bid, {f"responses[{reply}].yes_no": "no"})


def ask(call: Call, bid: Path) -> str:
    """Enter a scored question of the buyer's; return its id."""
    section = call("add", bid, "sections").out.strip()
    question = call("add", bid, "questions", "--parent", section).out.strip()
    set_all(
        call,
        bid,
        {
            f"sections[{section}].title": "Quality",
            f"questions[{question}].number": "1.1",
            f"questions[{question}].title": "Reach",
            f"questions[{question}].text": "How will you reach people?",
            f"questions[{question}].marking": "scored",
        },
    )
    return question
