"""Where this program keeps things on this computer; BIDKIT_HOME moves all of it."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "BidKit"


def data_folder() -> Path:
    """Return the folder for the library, safety logs and backups."""
    home = os.environ.get("BIDKIT_HOME")
    return Path(home) / "data" if home else platformdirs.user_data_path(NAME, appauthor=False)


def settings_folder() -> Path:
    """Return the folder for settings."""
    home = os.environ.get("BIDKIT_HOME")
    if home:
        return Path(home) / "settings"
    return platformdirs.user_config_path(NAME, appauthor=False)


def bids_folder() -> Path:
    """Return the folder new bids are made in: BidKit inside the documents."""
    home = os.environ.get("BIDKIT_HOME")
    if home:
        return Path(home) / "bids"
    return platformdirs.user_documents_path() / NAME


def log_folder() -> Path:
    """Return the folder of the safety logs."""
    return data_folder() / "safety"


def backup_folder() -> Path:
    """Return the folder of the backups."""
    return data_folder() / "backups"
