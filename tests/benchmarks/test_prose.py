"""Prose at full size: a 10,000-word answer is read, shown, typed into and told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import quantiles
from typing import Any, cast

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.domain.prose import find_quote, passages, plain_text, read_prose, write_prose
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.prose.highlighting import Highlight
from tests.benchmarks.conftest import Budget

Work = Callable[[], object]

SENTENCE = (
    "In 2025 our **three hubs** supported 412 residents with anxiety [e](evidence:e{n}), and 71% "
    "moved up at least one step on the scale within _six months_ of their first visit. "
)
SECTION = (
    "## The need {n}\n\n" + SENTENCE * 3 + "\n\n- " + SENTENCE + "\n- " + SENTENCE + "\n\n"
    "| Hub | People |\n| --- | ---: |\n| Harbour | 412 |\n\n" + SENTENCE * 2
)


def in_rounds(
    benchmark: BenchmarkFixture, work: Work, rounds: int, before: Work | None = None
) -> None:
    """Measure one call a round, with something to be done before each that is not measured."""
    cast("Any", benchmark).pedantic(work, setup=before, rounds=rounds, iterations=1)


@pytest.fixture(scope="module")
def answer() -> str:
    """An answer of at least ten thousand words, with every kind of mark."""
    sections: list[str] = []
    while sum(len(section.split()) for section in sections) < 10_000:
        sections.append(SECTION.replace("{n}", str(len(sections))))
    return write_prose(read_prose("\n\n".join(sections)))


@pytest.fixture
def editor(qapp: QApplication, answer: str) -> Iterator[ProseEditor]:
    """An editor with that answer, the cursor in the middle."""
    made = ProseEditor()
    made.resize(740, 460)
    made.show()
    made.set_prose(answer)
    cursor = made.textCursor()
    cursor.setPosition(made.document().characterCount() // 2)
    made.setTextCursor(cursor)
    made.ensureCursorVisible()
    made.viewport().repaint()
    yield made
    made.seal()
    made.close()
    made.deleteLater()


def test_reading(benchmark: BenchmarkFixture, answer: str, budget: Budget) -> None:
    read_prose.cache_clear()
    in_rounds(benchmark, lambda: read_prose(answer), 10, read_prose.cache_clear)
    budget(400)


def test_writing(benchmark: BenchmarkFixture, answer: str, budget: Budget) -> None:
    prose = read_prose(answer)
    benchmark(write_prose, prose)
    budget(50)


def test_plain_text(benchmark: BenchmarkFixture, answer: str, budget: Budget) -> None:
    benchmark(plain_text, read_prose(answer))
    budget(50)


def test_passages(benchmark: BenchmarkFixture, answer: str, budget: Budget) -> None:
    prose = read_prose(answer)
    in_rounds(benchmark, lambda: passages(prose), 10, passages.cache_clear)
    budget(20)


def test_opening(benchmark: BenchmarkFixture, editor: ProseEditor, answer: str) -> None:
    shown = [f"{answer}\n\nmore", answer]

    def open_other() -> None:
        shown.reverse()
        editor.set_prose(shown[0])

    in_rounds(benchmark, open_other, 10)


def test_telling(benchmark: BenchmarkFixture, editor: ProseEditor, budget: Budget) -> None:
    """What happens in a rest of the keys: one paragraph was changed, the text is told and read."""

    def type_and_tell() -> None:
        editor.textCursor().insertText("a")
        read_prose(editor.prose())

    in_rounds(benchmark, type_and_tell, 50)
    budget(16)


def test_marking(benchmark: BenchmarkFixture, editor: ProseEditor, answer: str) -> None:
    """Thirty findings quoted from the text are found in it and marked."""
    prose = read_prose(answer)
    ground = editor.palette().color(QPalette.ColorRole.Mid)
    quotes = [passage.text[:30] for passage in passages(prose) if len(passage.text) > 30][:30]

    def mark() -> None:
        spans = [span for quote in quotes for span in find_quote(prose, quote)]
        editor.show_highlights([Highlight(span, ground) for span in spans])

    in_rounds(benchmark, mark, 10)


def test_key_to_paint(benchmark: BenchmarkFixture, editor: ProseEditor) -> None:
    """The 95th percentile of one key press until it is painted stays under 16 ms."""
    took: list[float] = []

    def press() -> None:
        started = time.perf_counter()
        QTest.keyClicks(editor, "a")
        editor.viewport().repaint()
        took.append((time.perf_counter() - started) * 1000)

    in_rounds(benchmark, press, 300)
    worst = quantiles(took, n=20)[-1]
    benchmark.extra_info["p95_ms"] = round(worst, 2)
    benchmark.extra_info["budget_ms"] = 16
    if benchmark.stats is not None:
        assert worst < 16
