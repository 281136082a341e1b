"""Live checks: 300 questions with 10,000 words, and one answer of 10,000 words, after one edit."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.questionnaire import Limit, Question
from bidkit.packs.catalogue import shipped
from bidkit.rules.catalogue import new_checker
from bidkit.rules.facts import Facts, Phrase
from tests.benchmarks.conftest import Budget

SENTENCE = (
    "We work with families who wait for help, and each quarter we measure the change of {n} people "
    "with a short survey that they chose themselves in May 2026. "
)
WORDS = 26


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The facts of a day, with the phrase list as it is shipped."""
    phrases = tuple(
        Phrase(line.key, line.forms, line.weight, line.better, line.unless)
        for line in shipped().phrases
    )
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    others = frozenset(f"Council of the {n}th hundred" for n in range(20))
    return Facts(date(2026, 11, 20), now, phrases=phrases, other_buyers=others)


def answered(questions: int, words: int) -> Bid:
    """A bid with so many scored questions, each answered with so many words."""
    limit = Limit(most=words * 2, unit="words")
    asked = tuple(
        Question(id=f"q{n}", number=f"Q{n}", marking="scored", limit=limit, text="How, and when?")
        for n in range(questions)
    )
    answers = tuple(
        Answer(id=f"a{n}", parent=f"q{n}", text=text(words, n)) for n in range(questions)
    )
    return EMPTY.model_copy(update={"questions": asked, "answers": answers})


def text(words: int, start: int) -> str:
    """So many words in paragraphs of three sentences, no two alike."""
    sentences = [SENTENCE.format(n=start + n) for n in range(max(1, words // WORDS))]
    groups = ("".join(sentences[n : n + 3]).strip() for n in range(0, len(sentences), 3))
    return "\n\n".join(groups)


def edited(bid: Bid, count: int) -> Bid:
    """The bid with a word added to its first answer."""
    first, *rest = bid.answers
    longer = first.model_copy(update={"text": f"{first.text} Again{count}."})
    return bid.model_copy(update={"answers": (longer, *rest)})


@pytest.mark.parametrize(("questions", "words"), [(300, 33), (1, 10_000)])
def test_check_again_after_one_edit(
    benchmark: BenchmarkFixture, budget: Budget, facts: Facts, questions: int, words: int
) -> None:
    bid = answered(questions, words)
    checker = new_checker()
    checker.run(bid, facts)
    count = iter(range(1_000_000))
    benchmark(lambda: checker.run(edited(bid, next(count)), facts))
    budget(200)


@pytest.mark.parametrize(("questions", "words"), [(300, 33), (1, 10_000)])
def test_longest_slice_after_one_edit(
    benchmark: BenchmarkFixture, budget: Budget, facts: Facts, questions: int, words: int
) -> None:
    bid = answered(questions, words)
    checker = new_checker()
    checker.run(bid, facts)
    slices = 0.0
    for count in range(20):
        longest, before = 0.0, time.perf_counter()
        for _ in checker.slices(edited(bid, count), facts):
            longest, before = max(longest, time.perf_counter() - before), time.perf_counter()
        slices += longest
    benchmark.extra_info["longest_slice_ms"] = round(slices / 20 * 1000, 2)
    benchmark(lambda: list(checker.slices(bid, facts)))
    assert slices / 20 < 0.008
    budget(200)
