"""The walk of each route: which stages it shows, in which order, under which names."""

from __future__ import annotations

import pytest

from bidkit.domain.stages import GROUPS, SMALL_GRANT_TITLES, TITLES, Stage, stages_of, title_of

ROUTES = ("", "small_grant", "larger_grant", "contract", "consortium")
EVERYTHING = tuple(stage for group in GROUPS for stage in group.stages)


def test_five_groups_hold_every_stage_but_next_once() -> None:
    assert [str(group.title) for group in GROUPS] == [
        "Understand",
        "Qualify",
        "Make the case",
        "Write",
        "Finish",
    ]
    assert sorted((*EVERYTHING, Stage.NEXT)) == sorted(Stage)
    assert len(EVERYTHING) == 15


def test_every_stage_has_a_name() -> None:
    assert set(TITLES) == set(Stage)
    assert len({str(title) for title in TITLES.values()}) == len(Stage)


@pytest.mark.parametrize("route", ROUTES)
def test_a_route_shows_stages_in_the_order_of_the_walk(route: str) -> None:
    shown = stages_of(route, all_stages=False)
    assert list(shown) == [stage for stage in EVERYTHING if stage in shown]
    assert stages_of(route, all_stages=True) == EVERYTHING


def test_a_small_grant_walks_six_stages_by_their_own_names() -> None:
    names = [
        title_of(stage, "small_grant", all_stages=False)
        for stage in stages_of("small_grant", all_stages=False)
    ]
    assert names == [
        "The fund",
        "Our organisation",
        "The need and the change",
        "What it costs",
        "Answers",
        "Check and send",
    ]
    assert set(stages_of("small_grant", all_stages=False)) == set(SMALL_GRANT_TITLES)


def test_showing_all_stages_brings_the_usual_names_back() -> None:
    assert title_of(Stage.OPPORTUNITY, "small_grant", all_stages=True) == "Opportunity"
    assert title_of(Stage.OPPORTUNITY, "contract", all_stages=False) == "Opportunity"
    assert title_of(Stage.CRITERIA, "small_grant", all_stages=False) == "Scoring criteria"


def test_partners_are_met_only_where_there_are_some() -> None:
    assert Stage.PARTNERS in stages_of("consortium", all_stages=False)
    for route in ("small_grant", "larger_grant", "contract"):
        assert Stage.PARTNERS not in stages_of(route, all_stages=False)
