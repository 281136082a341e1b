"""How many examples a property test tries: 50 in the gate, 10,000 with --thorough."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

SLOW_MACHINE = [HealthCheck.too_slow]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --thorough."""
    parser.getgroup("bidkit").addoption(
        "--thorough", action="store_true", help="try 10,000 examples of every property"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the profile: the gate's examples are the same each time, the thorough ones are not."""
    settings.register_profile(
        "gate",
        max_examples=50,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=SLOW_MACHINE,
    )
    settings.register_profile(
        "thorough",
        max_examples=10_000,
        deadline=None,
        print_blob=True,
        suppress_health_check=SLOW_MACHINE,
    )
    settings.load_profile("thorough" if config.getoption("thorough") else "gate")


@pytest.fixture(scope="session")
def thorough(pytestconfig: pytest.Config) -> bool:
    """Tell whether the long form of a test was asked for."""
    return bool(pytestconfig.getoption("thorough"))
