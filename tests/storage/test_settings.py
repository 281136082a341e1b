from __future__ import annotations

import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked

from bidkit.storage import paths, secrets
from bidkit.storage.bidfile import BidFile
from bidkit.storage.key import Key
from bidkit.storage.settings import LocalSettings, Settings, read_settings, write_settings
from tests.storage.making import HUBS


def test_everything_obeys_bidkit_home(user_home: Path) -> None:
    folders = [
        paths.settings_folder(),
        paths.local_folder(),
        paths.data_folder(),
        paths.safety_folder(),
        paths.backups_folder(),
        paths.library_file(),
        paths.bids_folder(),
    ]
    assert all(folder.is_relative_to(user_home) for folder in folders)
    assert not list(user_home.iterdir())


def test_without_bidkit_home_it_is_where_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BIDKIT_HOME")
    assert "BidKit" in paths.settings_folder().parts
    assert "BidKit" in paths.data_folder().parts
    assert paths.bids_folder().name == "BidKit"


def test_preferences_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    chosen = Settings(author="Ann Example", theme="dark", text_size=150)
    assert write_settings(path, chosen)
    assert read_settings(path, Settings) == chosen
    assert read_settings(tmp_path / "none.json", LocalSettings) == LocalSettings()


@pytest.mark.parametrize(
    ("content", "author"),
    [
        (b"", ""),
        (b"not json", ""),
        (b"[1]", ""),
        (b"\xff\xfe", ""),
        (b'{"author": "Ann", "theme": "purple"}', "Ann"),
        (b'{"author": "Ann", "text_size": 9000, "unknown": {"a": 1}}', "Ann"),
        (b'{"author": 7}', ""),
        (b"[" * 100_000, ""),
    ],
)
def test_damaged_preferences_never_block_the_start(
    tmp_path: Path, content: bytes, author: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    found = read_settings(path, Settings)
    assert (found.author, found.theme, found.text_size) == (author, "system", 100)


def test_preferences_that_cannot_be_written_are_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert not write_settings(tmp_path / "file" / "settings.json", Settings())


class Drawer(KeyringBackend):
    """A keyring in memory, as a desktop would offer one."""

    priority = 5.0

    def __init__(self, *, locked: bool = False) -> None:
        self._kept: dict[tuple[str, str], str] = {}
        self._locked = locked

    def _look(self) -> None:
        if self._locked:
            raise KeyringLocked("locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        del self._kept[service, username]


def test_a_password_is_remembered_for_a_file_and_its_copies(tmp_path: Path) -> None:
    path = tmp_path / "hubs.bidkit"
    BidFile.create(path, HUBS, author="Ann", key=Key("green tea"))
    before = keyring.get_keyring()
    keyring.set_keyring(Drawer())
    try:
        assert secrets.keyring_available()
        assert secrets.remember_password(path, "green tea") is secrets.Keeping.KEPT
        moved = path.rename(tmp_path / "moved.bidkit")
        assert secrets.recall_password(moved) == "green tea"
        secrets.drop_password(moved)
        assert secrets.recall_password(moved) is None
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize(
    "backend", [load_keyring("keyring.backends.fail.Keyring"), Drawer(locked=True)]
)
def test_without_a_keyring_it_is_quiet(tmp_path: Path, backend: KeyringBackend) -> None:
    path = tmp_path / "hubs.bidkit"
    BidFile.create(path, HUBS, author="Ann")
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        assert secrets.remember_password(path, "green tea") is secrets.Keeping.NO_KEYRING
        assert secrets.recall_password(path) is None
        secrets.drop_password(path)
        assert secrets.keyring_available() == isinstance(backend, Drawer)
    finally:
        keyring.set_keyring(before)


def test_keyring_is_loaded_only_when_it_is_asked_for() -> None:
    import subprocess

    program = "import sys, bidkit.storage.secrets; sys.exit('keyring' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0
