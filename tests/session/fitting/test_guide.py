"""Guidance knows the route, and whether the notice is out."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.rounds import Round
from bidkit.domain.stages import Stage
from bidkit.rules.routes import ask, notice_is_out
from bidkit.session.fitting.guide import notes_for

DEADLINE = Round(id="r1", kind="tender", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC))


def bid_with(**fields: Any) -> Bid:
    made: Bid = with_fields(EMPTY, {name.replace("__", "."): v for name, v in fields.items()})
    return made


@pytest.mark.requirement(156)
@pytest.mark.parametrize(
    ("bid", "out"),
    [
        (EMPTY, None),
        (bid_with(opportunity__notice__stage="engagement"), False),
        (bid_with(opportunity__notice__stage="tender"), True),
        (bid_with(rounds=(DEADLINE,)), True),
        (bid_with(opportunity__notice__stage="planned", rounds=(DEADLINE,)), False),
        (bid_with(about__route="small_grant", rounds=(DEADLINE,)), None),
        (bid_with(opportunity__funding="grant", rounds=(DEADLINE,)), None),
    ],
)
def test_an_invitation_is_known_by_its_notice_or_its_deadline(bid: Bid, out: bool | None) -> None:
    assert notice_is_out(bid) is out


@pytest.mark.requirement(5, 134, 156)
def test_nobody_is_told_to_ring_the_buyer_once_the_notice_is_out() -> None:
    before = bid_with(opportunity__notice__stage="planned")
    after = bid_with(opportunity__notice__stage="tender")
    early = {note.title for note in notes_for(before, Stage.OPPORTUNITY, "contacts")}
    late = {note.title for note in notes_for(after, Stage.OPPORTUNITY, "contacts")}
    assert early
    assert late
    assert not early & late


APPROACH = re.compile(
    r"\b(?:ring|call|phone|talk to|talk with|speak to|speak with|meet|ask) (?:the |with the )?"
    r"(?:buyer|commissioner|council|funder)\b",
    re.IGNORECASE,
)


@pytest.mark.requirement(5)
@pytest.mark.parametrize("stage", list(Stage))
def test_no_note_leads_round_the_portal_once_the_notice_is_out(stage: Stage) -> None:
    out = bid_with(opportunity__notice__stage="tender", about__route="contract")
    for note in notes_for(out, stage):
        if stage is not Stage.AFTER:
            assert not APPROACH.search(note.text) or "portal" in note.text, note.title


def test_a_funder_may_be_asked_and_a_buyer_only_through_the_portal() -> None:
    out = bid_with(opportunity__notice__stage="tender", about__route="contract")
    grant = bid_with(about__route="larger_grant", opportunity__funding="grant")
    told = " ".join(note.text for note in notes_for(out, Stage.DOCUMENTS, "clarifications"))
    asked = " ".join(note.text for note in notes_for(grant, Stage.DOCUMENTS, "clarifications"))
    assert "only through the portal" in told
    assert "portal" not in asked
    assert ask(out) == "Ask through the portal’s messages"
    assert ask(grant) == "Ask the funder"
    assert ask(bid_with(opportunity__notice__stage="planned")) == "Ask the buyer"


def test_a_small_grant_is_spared_what_it_never_meets() -> None:
    grant = bid_with(about__route="small_grant", about__started_on=date(2026, 11, 21))
    assert len(notes_for(grant, Stage.COSTS)) < len(notes_for(EMPTY, Stage.COSTS))
