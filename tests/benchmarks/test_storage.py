"""Opening and committing: 300 questions, 500 evidence items, 20,000 changes, 200 MB of files.

Opening, folding and merging are measured in processor time, committing by the clock.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.changes.change import Change
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import Ledger
from bidkit.changes.values import Values
from bidkit.domain.answers import Answer
from bidkit.domain.base import keys_after
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import parse_ref
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.safety_log import SafetyLog
from tests.benchmarks.conftest import Budget

CHANGES = 20_000
MEGABYTES = 200
COPIES = 20
TOUCHED = {
    "questions": ("title", "text", "help"),
    "answers": ("text", "plan", "owner"),
    "evidence": ("title", "finding", "quotation", "method"),
}
KEYS = {"plain": None, "protected": Key("plain green tea at noon")}


def large_bid(chance: Random) -> Bid:
    """Return a bid of 300 questions with answers and 500 evidence items."""
    orders = list(keys_after("", 500))
    return EMPTY.model_copy(
        update={
            "questions": tuple(
                Question(
                    id=f"q{n}", order=orders[n], title=words(chance, 5), text=words(chance, 40)
                )
                for n in range(300)
            ),
            "answers": tuple(
                Answer(id=f"a{n}", parent=f"q{n}", order=orders[n], text=words(chance, 250))
                for n in range(300)
            ),
            "evidence": tuple(
                Evidence(id=f"e{n}", order=orders[n], title=words(chance, 6)) for n in range(500)
            ),
        }
    )


def words(chance: Random, count: int) -> str:
    """Return invented words."""
    return " ".join(f"word{chance.randrange(2000)}" for _ in range(count))


def rewritten(bid: Bid, chance: Random) -> Bid:
    """Return the bid with a hundred fields of each collection written anew."""
    updates = {}
    for collection, fields in TOUCHED.items():
        entries = list(getattr(bid, collection))
        for _ in range(100):
            at, name = chance.randrange(len(entries)), chance.choice(fields)
            text = words(chance, 250 if (collection, name) == ("answers", "text") else 20)
            entries[at] = entries[at].model_copy(update={name: text})
        updates[collection] = tuple(entries)
    return bid.model_copy(update=updates)


def large_file(path: Path, key: Key | None) -> Path:
    """Make a file of 20,000 changes and 200 MB of attachments."""
    chance = Random(1)
    file = BidFile.create(path, large_bid(chance), author="Ann", key=key)
    while len(file._holding.ledger) < CHANGES:
        file.commit(file.current.bid, rewritten(file.current.bid, chance))
    for number in range(MEGABYTES // 20):
        file.attach(chance.randbytes(20_000_000), f"file{number}.bin")
    return path


@pytest.fixture(scope="module", params=list(KEYS))
def large(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Key | None]]:
    key = KEYS[request.param]
    path = large_file(tmp_path_factory.mktemp("large") / "hubs.bidkit", key)
    yield path, key
    path.unlink()


def opened(path: Path, key: Key | None) -> BidFile:
    file = BidFile.open(path, key=key, author="Bob")
    file.load()
    return file


@pytest.mark.benchmark(timer=time.process_time)
def test_open(benchmark: BenchmarkFixture, budget: Budget, large: tuple[Path, Key | None]) -> None:
    path, key = large
    benchmark(opened, path, key)
    budget(150)


@pytest.mark.parametrize("logged", [False, True])
def test_commit(
    benchmark: BenchmarkFixture,
    budget: Budget,
    large: tuple[Path, Key | None],
    tmp_path: Path,
    logged: bool,
) -> None:
    path, key = large
    file = opened(path, key)
    if logged:
        file.keep_log(SafetyLog(tmp_path / "safety", key))
    chance = Random(3)
    place = parse_ref(Bid, "answers[a7].text")

    texts = [words(chance, 250) for _ in range(50)]
    count = itertools.count()

    def commit() -> None:
        bid = file.current.bid
        file.commit(bid, place.set(bid, texts[next(count) % len(texts)]))

    benchmark(commit)
    budget(10)


@pytest.mark.benchmark(timer=time.process_time)
def test_fold(
    benchmark: BenchmarkFixture, budget: Budget, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = Random(1)
    path = tmp_path_factory.mktemp("fold") / "hubs.bidkit"
    file = BidFile.create(path, large_bid(chance), author="Ann")
    while len(file._holding.ledger) < CHANGES:
        file.commit(file.current.bid, rewritten(file.current.bid, chance))
    changes = file._holding.known()
    values = Values()
    values.remember(changes)

    def fold_all(known: list[Change]) -> Bid:
        ledger = Ledger(change.header for change in known)
        folded = Fold()
        folded.update(ledger, list(ledger.things), values)
        return folded.bid

    assert fold_all(changes) == file.current.bid
    benchmark(fold_all, changes)
    budget(100)


def own_share_edited(bid: Bid, chance: Random, share: int) -> Bid:
    """Return the bid with words changed, nearly all in a twentieth of it that is one's own."""
    updates = {}
    for collection, fields in TOUCHED.items():
        entries = list(getattr(bid, collection))
        size = len(entries) // COPIES
        for _ in range(100):
            own = chance.random() < 0.98
            at = share * size + chance.randrange(size) if own else chance.randrange(len(entries))
            name = chance.choice(fields)
            text = getattr(entries[at], name).split() or ["first"]
            text[chance.randrange(len(text))] = f"new{chance.randrange(9999)}"
            entries[at] = entries[at].model_copy(update={name: " ".join(text)})
        updates[collection] = tuple(entries)
    return bid.model_copy(update=updates)


@pytest.mark.benchmark(timer=time.process_time)
def test_merge_of_twenty_copies(
    benchmark: BenchmarkFixture, budget: Budget, tmp_path: Path
) -> None:
    chance = Random(5)
    start = BidFile.create(tmp_path / "hubs.bidkit", large_bid(chance), author="Ann")
    copies = []
    for number in range(COPIES):
        path = start.copy_to(tmp_path / f"copy{number}.bidkit")
        copy = BidFile.open(path, author=f"Partner {number}")
        bid = copy.load().bid
        while len(copy._holding.ledger) - len(start._holding.ledger) < 1_000:
            bid = copy.commit(bid, own_share_edited(bid, chance, number)).bid
        copies.append(path)

    def merge() -> None:
        for path in copies:
            start.take_in(path)

    once: Any = benchmark
    once.pedantic(merge, rounds=1, iterations=1)
    budget(1_500)
