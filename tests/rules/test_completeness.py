"""Rings: what is asked and opened counts, heavy findings keep it open, nothing is ever stored."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Limit, Question, Response, Section
from bidkit.domain.rounds import Round
from bidkit.domain.stages import Stage, stages_of
from bidkit.rules.catalogue import new_checker
from bidkit.rules.completeness import Share, StageState, completeness, statuses
from bidkit.rules.expected import expected
from tests.rules.making import FACTS, made
from tests.strategies import bids

ASKED = Question(id="q1", number="Q1", marking="scored", limit=Limit(most=5, unit="words"))
LINK = "[evidence](evidence:e1)"


def share_of(bid: Bid, stage: Stage) -> Share:
    """How far a stage is, after a whole check."""
    return completeness(bid, new_checker().run(bid, FACTS), stage)


def test_an_empty_bid_expects_only_its_core() -> None:
    shares = statuses(EMPTY, new_checker().run(EMPTY, FACTS))
    assert shares[Stage.OPPORTUNITY].words == "0 of 4 done"
    assert shares[Stage.ANSWERS].state is StageState.NOTHING_ASKED
    assert shares[Stage.ANSWERS].words == "nothing asked yet"
    assert shares[Stage.DOCUMENTS].of == 0
    assert shares[Stage.AFTER].of == 0


def test_a_question_is_done_when_it_is_answered_and_nothing_heavy_stands_against_it() -> None:
    assert share_of(made(ASKED), Stage.ANSWERS) == Share(0, 1, 1)
    unproved = made(ASKED, Answer(id="a1", parent="q1", text="We help people."))
    assert share_of(unproved, Stage.ANSWERS) == Share(0, 1, 1)
    information = ASKED.model_copy(update={"marking": "information"})
    told = made(information, Answer(id="a1", parent="q1", text="We help people."))
    assert share_of(told, Stage.ANSWERS) == Share(1, 1, 0)
    assert share_of(told, Stage.ANSWERS).words == "done"
    long = made(information, Answer(id="a1", parent="q1", text="One two three four five six."))
    assert share_of(long, Stage.ANSWERS).state is StageState.NOT_STARTED


def test_optional_questions_count_once_they_are_opened() -> None:
    optional = ASKED.model_copy(update={"required": "no", "marking": "information"})
    assert share_of(made(optional), Stage.ANSWERS).of == 0
    begun = made(optional, Answer(id="a1", parent="q1", text="Yes."))
    assert share_of(begun, Stage.ANSWERS) == Share(1, 1, 0)


def test_replies_count_where_they_are_given() -> None:
    section = Section(id="s1", stage="qualification")
    question = Question(id="q1", parent="s1", kind="yes_no")
    bid = made(section, question, Response(id="r1", parent="q1", yes_no="yes"))
    assert share_of(bid, Stage.QUALIFICATION) == Share(1, 1, 0)
    assert share_of(bid, Stage.ANSWERS).of == 0
    small = bid.model_copy(update={"about": bid.about.model_copy(update={"route": "small_grant"})})
    assert share_of(small, Stage.ANSWERS) == Share(1, 1, 0)


def test_a_heavy_finding_at_no_expected_place_counts_as_one_more_thing() -> None:
    bid = made(
        Round(id="t1", deadline=datetime(2026, 12, 18, 12, tzinfo=UTC)),
        Lot(id="l1", bidding="yes"),
        Lot(id="l2", bidding="yes"),
        opportunity__title="Hubs",
        opportunity__buyer__name="Northshire",
        opportunity__way_in="portal",
        opportunity__deadline_confirmed=True,
        opportunity__regime="grant",
    )
    assert share_of(bid, Stage.OPPORTUNITY).state is StageState.DONE
    wrong = made(
        *bid.rounds,
        *bid.lots,
        opportunity=bid.opportunity.model_copy(update={"lots_most_bids": 1}),
    )
    assert share_of(wrong, Stage.OPPORTUNITY) == Share(5, 6, 1)


@given(bids())
def test_shares_are_shares(bid: Bid) -> None:
    findings = new_checker().run(bid, FACTS)
    shares = statuses(bid, findings)
    assert tuple(shares) == stages_of(bid.about.route, all_stages=bid.about.all_stages)
    for stage, share in shares.items():
        assert share == completeness(bid, findings, stage)
        assert 0 <= share.done <= share.of
        assert 0 <= share.share <= 1
        heavy = [f for f in findings if f.stage == stage.value and f.level is not Level.HINT]
        assert share.open == len(heavy)
        assert not (share.state is StageState.DONE and heavy)


@given(bids())
def test_expected_places_can_be_gone_to(bid: Bid) -> None:
    for stage in Stage:
        for item in expected(bid, stage):
            assert all(place.exists(bid) for place in item.places)
