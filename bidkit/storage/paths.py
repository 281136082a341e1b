"""Where BidKit keeps its own things on this computer; BIDKIT_HOME moves all of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import platformdirs

NAME = "BidKit"
HOME = "BIDKIT_HOME"
NO_AUTHOR: Literal[False] = False


def settings_folder() -> Path:
    """Return where preferences lie, which may follow a person to other computers."""
    return _folder(
        "settings", platformdirs.user_config_path(NAME, appauthor=NO_AUTHOR, roaming=True)
    )


def local_folder() -> Path:
    """Return where what belongs to this computer alone lies: window sizes, recent files."""
    return _folder("local", platformdirs.user_state_path(NAME, appauthor=NO_AUTHOR))


def data_folder() -> Path:
    """Return where safety logs, backups and the library lie."""
    return _folder("data", platformdirs.user_data_path(NAME, appauthor=NO_AUTHOR))


def safety_folder() -> Path:
    """Return where the safety logs lie, one small file per copy of a bid."""
    return data_folder() / "safety"


def backups_folder() -> Path:
    """Return where backups lie, one folder per bid."""
    return data_folder() / "backups"


def library_file() -> Path:
    """Return where the library lies."""
    return data_folder() / "library.db"


def bids_folder() -> Path:
    """Return where new bids are put unless somebody chooses otherwise."""
    return _folder("bids", platformdirs.user_documents_path() / NAME)


def _folder(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME, "")
    return Path(home) / name if home else usual
