"""Every test has user folders of its own, so none sees or touches a person's real ones."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def user_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point BIDKIT_HOME, which BidKit's own paths obey, to an empty folder."""
    home = tmp_path_factory.mktemp("bidkit-home")
    monkeypatch.setenv("BIDKIT_HOME", str(home))
    return home
