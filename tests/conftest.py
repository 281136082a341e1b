"""Sets the suite up: no screen is needed, and what every test can rely on stands in plugins."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "pytester",
    "tests.plugins.accepted",
    "tests.plugins.commands",
    "tests.plugins.homes",
    "tests.plugins.leftovers",
    "tests.plugins.profiles",
    "tests.plugins.requirements",
]
