"""How long a long bid takes to become a PDF, and how much memory that needs."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.fonts import FontLibrary
from tests.benchmarks.conftest import Budget
from tests.export.pdf.reading import Reading
from tests.export.pdf.sample import sample

ROOT = Path(__file__).parents[2]
SECTIONS = 17
PAGES = 129
MEGABYTES = 140
WHOLE = f"""
import resource, sys
from bidkit.export.pdf import write_pdf
from tests.export.pdf.sample import sample
sys.stdout.buffer.write(write_pdf(sample({SECTIONS})))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sys.stderr.write(str(peak / (1024 if sys.platform == "linux" else 1024 * 1024)))
"""


def whole_process() -> tuple[bytes, float]:
    """Return the file that a fresh process makes, and its highest memory in megabytes."""
    command = [sys.executable, "-c", WHOLE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return done.stdout, float(done.stderr)


def test_a_long_bid_in_a_fresh_process(benchmark: BenchmarkFixture, budget: Budget) -> None:
    data, megabytes = benchmark(whole_process)
    benchmark.extra_info["megabytes"] = megabytes
    benchmark.extra_info["pages"] = len(Reading(data).pages)
    assert benchmark.extra_info["pages"] >= PAGES
    assert megabytes <= MEGABYTES
    budget(2700)


@pytest.mark.benchmark(timer=time.process_time)
def test_a_long_bid_again_in_the_open_program(benchmark: BenchmarkFixture, budget: Budget) -> None:
    document, fonts = sample(SECTIONS), FontLibrary()
    benchmark(write_pdf, document, None, fonts)
    budget(700)


@pytest.mark.benchmark(timer=time.process_time)
def test_four_times_as_long_a_bid_takes_four_times_as_long(
    benchmark: BenchmarkFixture, budget: Budget
) -> None:
    document, fonts = sample(SECTIONS * 4), FontLibrary()
    benchmark(write_pdf, document, None, fonts)
    budget(2800)
