"""Answers, evidence, partners and past bids are kept, found again and copied."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.importers.base import take
from bidkit.session.examples import load_example
from bidkit.session.library.keeping import (
    answer_for,
    bid_entry,
    evidence_named,
    keepable,
    things_proposal,
    with_answer,
)
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports

NOW = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
ANN = Ports("Ann", "pc-1", lambda: NOW)
HARBOUR = load_example("harbour", NOW.date())


@pytest.fixture
def library() -> OurLibrary:
    return OurLibrary(ANN)


@pytest.fixture
def stocked(library: OurLibrary) -> OurLibrary:
    for entry in keepable(HARBOUR, "bid-1"):
        library.put(entry)
    return library


@pytest.mark.requirement(11)
def test_answers_evidence_and_partners_can_be_kept(stocked: OurLibrary) -> None:
    kinds = [one.kind for one in stocked.entries()]
    written = [one for one in HARBOUR.answers if one.text]
    assert kinds.count("answer") == len(written)
    assert kinds.count("evidence") == len(HARBOUR.evidence)
    assert kinds.count("partner") == sum(one.role != "lead" for one in HARBOUR.partners)


def test_keeping_twice_keeps_once_and_remembers_the_use(stocked: OurLibrary) -> None:
    count = len(stocked.entries())
    entry = stocked.entries(kinds=("evidence",))[0]
    stocked.note_use(entry)
    for again in keepable(HARBOUR, "bid-1"):
        stocked.put(again)
    assert len(stocked.entries()) == count
    used = next(one for one in stocked.entries(kinds=("evidence",)) if one.id == entry.id)
    assert used.uses == 1
    assert used.used.startswith("2026-11-21")


def test_entries_are_found_by_their_words(stocked: OurLibrary) -> None:
    title = HARBOUR.evidence[0].title
    found = stocked.entries(title.split()[0], kinds=("evidence",))
    assert title in {one.title for one in found}
    assert stocked.entries("zeppelin") == []


@pytest.mark.requirement(39, 80)
def test_evidence_and_partners_come_into_another_bid(stocked: OurLibrary) -> None:
    entries = stocked.entries(kinds=("evidence", "partner"))
    bid = take(EMPTY, things_proposal(entries, EMPTY))
    assert {one.title for one in bid.evidence} == {one.title for one in HARBOUR.evidence}
    assert {one.id for one in bid.evidence} == {one.id for one in HARBOUR.evidence}
    assert all(one.outcomes == () and one.attachment == "" for one in bid.evidence)
    assert bid.partners
    assert all(one.share is None and one.price is None for one in bid.partners)
    assert take(bid, things_proposal(entries, bid)) == bid


@pytest.mark.requirement(78, 80)
def test_what_was_asked_of_a_partner_is_kept_with_it(stocked: OurLibrary) -> None:
    entries = stocked.entries(kinds=("partner",))
    bid = take(EMPTY, things_proposal(entries, EMPTY))
    kept = {(one.parent, one.text, one.shows, one.expires_on) for one in bid.partner_checks}
    asked = {(one.parent, one.text, one.shows, one.expires_on) for one in HARBOUR.partner_checks}
    assert kept == asked
    assert {one.parent for one in bid.partner_checks} <= {one.id for one in bid.partners}
    ends = min(one.expires_on for one in HARBOUR.partner_checks if one.expires_on)
    assert ends in {one.review_on for one in entries}


def test_a_code_that_is_taken_is_given_up(stocked: OurLibrary) -> None:
    entry = next(one for one in stocked.entries(kinds=("evidence",)) if one.data.get("code"))
    other: Bid = with_fields(
        EMPTY, {"evidence": (Evidence(id="mine", code=str(entry.data["code"])),)}
    )
    bid = take(other, things_proposal([entry], other))
    assert sorted(one.code for one in bid.evidence) == ["", str(entry.data["code"])]


def test_an_answer_leaves_links_behind_that_lead_nowhere(stocked: OurLibrary) -> None:
    entry = next(one for one in stocked.entries(kinds=("answer",)) if evidence_named(one))
    first = evidence_named(entry)[0]
    assert "evidence:" not in answer_for(entry, EMPTY)
    assert f"evidence:{first}" in answer_for(entry, EMPTY, {first})
    assert answer_for(entry, HARBOUR) == entry.data["text"]


def test_a_kept_answer_goes_below_what_is_written_and_says_where_from(stocked: OurLibrary) -> None:
    entry = stocked.entries(kinds=("answer",))[0]
    bid: Bid = with_fields(
        EMPTY, {"answers": (Answer(id="a1", text="We do it so."), Answer(id="a2"))}
    )
    after = with_answer(bid, "a1", "Words from before.", entry)
    assert after.answers[0].text == "We do it so.\n\nWords from before."
    assert after.answers[0].reused_from == entry.title
    assert after.answers[1] == bid.answers[1]


def test_a_won_bid_comes_up_again_on_the_day_to_start_the_next(library: OurLibrary) -> None:
    day = date(2029, 4, 1)
    for at, outcome in enumerate(("won", "lost")):
        bid: Bid = with_fields(EMPTY, {"after.outcome": outcome, "after.rebid_on": day})
        library.put(bid_entry(bid, f"b{at}"))
    days = {one.id: one.review_on for one in library.entries(kinds=("bid",))}
    assert days["b0"] == day
    assert days["b1"] != day


def test_a_decided_bid_is_noted_when_it_is_closed(library: OurLibrary, tmp_path: Path) -> None:
    door = FrontDoor(ANN, folder=tmp_path)
    session = door.begin("contract")
    session.document.set(ref(Bid, lambda bid: bid.about.title), "Hubs")
    door.close(session)
    assert library.entries() == []
    again = door.open(session.path)
    again.document.set(ref(Bid, lambda bid: bid.after.outcome), "lost")
    door.close(again)
    (entry,) = library.entries(kinds=("bid",))
    assert (entry.title, entry.data["outcome"]) == ("Hubs", "lost")
    assert entry.data["path"] == str(session.path)
