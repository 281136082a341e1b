"""What a person prefers and what this computer remembers, read once and written when changed."""

from __future__ import annotations

from pathlib import Path

from bidkit.storage import paths
from bidkit.storage.settings import LocalSettings, Settings, read_settings, write_settings


class Preferences:
    """Holds both files of preferences; a file that cannot be written is no reason to stop."""

    def __init__(self, settings: Path | None = None, local: Path | None = None) -> None:
        self._settings_file = settings or paths.settings_folder() / "settings.json"
        self._local_file = local or paths.local_folder() / "local.json"
        self.settings = read_settings(self._settings_file, Settings)
        self.local = read_settings(self._local_file, LocalSettings)

    def prefer(self, settings: Settings) -> bool:
        """Keep what a person prefers from now on; tell whether it could be written."""
        self.settings = settings
        return write_settings(self._settings_file, settings)

    def remember(self, local: LocalSettings) -> bool:
        """Keep what belongs to this computer; tell whether it could be written."""
        self.local = local
        return write_settings(self._local_file, local)
