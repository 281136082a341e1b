"""Live checks of a large bid in the open program: after one edit of its longest answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.session.files import create_bid
from bidkit.session.ports import ports_here
from bidkit.session.session import Session
from tests.benchmarks.conftest import Budget
from tests.benchmarks.large import LONG, large_bid

TEXT = parse_ref(Bid, f"answers[{LONG}].text")
LONGEST_SLICE = 0.008


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The large bid, open and checked once."""
    ports = ports_here("Ann")
    path = tmp_path_factory.mktemp("checks") / "large.bidkit"
    made = create_bid(path, large_bid(ports.today()), ports)
    made.check_now()
    yield made
    made.release()


def edit(session: Session) -> None:
    """Type one more word in the long answer."""
    session.document.set(TEXT, session.document.get(TEXT) + "\n\nAgain.")


def test_check_again_after_one_edit(
    benchmark: BenchmarkFixture, budget: Budget, session: Session
) -> None:
    cast("Any", benchmark).pedantic(
        session.check_now, setup=lambda: edit(session), rounds=10, iterations=1
    )
    budget(200)


def test_longest_slice_after_one_edit(benchmark: BenchmarkFixture, session: Session) -> None:
    """How long a key press may have to wait for the rules: the slowest step of a whole run."""
    longest: list[float] = []

    def look() -> None:
        session.checks.start()
        slowest, before, more = 0.0, time.perf_counter(), True
        while more:
            more = session.checks.step()
            slowest, before = max(slowest, time.perf_counter() - before), time.perf_counter()
        longest.append(slowest)

    cast("Any", benchmark).pedantic(look, setup=lambda: edit(session), rounds=10, iterations=1)
    middle = sorted(longest)[len(longest) // 2]
    benchmark.extra_info["longest_slice_ms"] = round(middle * 1000, 2)
    if benchmark.stats is not None:
        assert middle < LONGEST_SLICE


def test_edit_of_the_document(
    benchmark: BenchmarkFixture, budget: Budget, session: Session
) -> None:
    """What one told edit costs before anything is checked or painted."""
    benchmark(edit, session)
    budget(5)
