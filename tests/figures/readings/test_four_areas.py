"""Product, quality, evidence and track record, as far as a bid shows them."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.evidence import Evidence, Outcome
from bidkit.domain.organisation import TrackRecord
from bidkit.figures.readings.four_areas import Area, four_areas
from bidkit.session.examples import load_example


def area(bid: Bid, name: str) -> Area:
    return next(one for one in four_areas(bid) if one.name == name)


@pytest.mark.requirement(13)
def test_the_four_areas_are_these() -> None:
    names = [one.name for one in four_areas(EMPTY)]
    assert names == ["product", "quality", "evidence", "track record"]
    assert all(one.share == 0 for one in four_areas(EMPTY))
    full = load_example("harbour", date(2026, 11, 21))
    assert all(one.there for one in four_areas(full))


def test_what_is_missing_first_is_named() -> None:
    bid: Bid = with_fields(EMPTY, {"offer.words_50": "Hubs."})
    found = area(bid, "product")
    assert (found.there, found.of, found.missing) == (1, 4, "what we do")


def test_every_outcome_and_answer_counts_as_evidence() -> None:
    bid: Bid = with_fields(
        EMPTY,
        {
            "outcomes": (Outcome(id="o1", text="Less alone"), Outcome(id="o2", text="Work")),
            "evidence": (Evidence(id="e1", outcomes=("o1",)),),
            "answers": (
                Answer(id="a1", text="It works [evidence](evidence:e1)."),
                Answer(id="a2", text="It works."),
                Answer(id="a3", text="  "),
            ),
        },
    )
    found = area(bid, "evidence")
    assert (found.there, found.of, found.missing) == (2, 4, "outcomes")


@pytest.mark.requirement(20, 21)
def test_a_track_record_is_contracts_with_results() -> None:
    bid: Bid = with_fields(
        EMPTY,
        {"track_record": (TrackRecord(id="t1", result="82% finished"), TrackRecord(id="t2"))},
    )
    found = area(bid, "track record")
    assert (found.there, found.of, found.missing) == (1, 3, "results")
    assert area(EMPTY, "track record").missing == "records"
