"""Measurements: what each has to keep to is written beside it and printed with the result."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

Budget = Callable[[float], None]


@pytest.fixture
def budget(benchmark: BenchmarkFixture) -> Budget:
    """Hold the median of this measurement to so many milliseconds; call it after measuring.

    On a machine where measuring is switched off (a run on several processes) nothing is held.
    """

    def keep_to(milliseconds: float) -> None:
        benchmark.extra_info["budget_ms"] = milliseconds
        if benchmark.stats is None:
            return
        median = benchmark.stats.stats.median * 1000
        assert median <= milliseconds, f"{median:.1f} ms, budget {milliseconds:g} ms"

    return keep_to
