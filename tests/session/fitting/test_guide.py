"""Guidance knows the route, and whether the notice is out."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.rounds import Round
from bidkit.domain.stages import Stage
from bidkit.session.fitting.guide import notes_for, notice_is_out

DEADLINE = Round(id="r1", kind="tender", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC))


def bid_with(**fields: Any) -> Bid:
    made: Bid = with_fields(EMPTY, {name.replace("__", "."): v for name, v in fields.items()})
    return made


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


@pytest.mark.requirement(5)
def test_nobody_is_told_to_ring_the_buyer_once_the_notice_is_out() -> None:
    before = bid_with(opportunity__notice__stage="planned")
    after = bid_with(opportunity__notice__stage="tender")
    early = {note.title for note in notes_for(before, Stage.OPPORTUNITY, "contacts")}
    late = {note.title for note in notes_for(after, Stage.OPPORTUNITY, "contacts")}
    assert early
    assert late
    assert not early & late


def test_a_small_grant_is_spared_what_it_never_meets() -> None:
    grant = bid_with(about__route="small_grant", about__started_on=date(2026, 11, 21))
    assert len(notes_for(grant, Stage.COSTS)) < len(notes_for(EMPTY, Stage.COSTS))
