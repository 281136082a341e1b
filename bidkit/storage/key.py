"""The key of a protected file: derived once from its password, in the SQLCipher 4 format."""

from __future__ import annotations

import secrets
from functools import lru_cache
from hashlib import pbkdf2_hmac
from pathlib import Path

MAGIC = b"SQLite format 3\x00"
SALT_BYTES = 16
ROUNDS = 256_000
KEY_BYTES = 32
PAGE = 4096
CIPHER = ("PRAGMA cipher='sqlcipher'", "PRAGMA legacy=4")


class Key:
    """A password and what was derived from it; it never shows itself."""

    def __init__(self, password: str) -> None:
        self._password = password.encode()
        self._derive = lru_cache(maxsize=16)(self._derived)

    def __repr__(self) -> str:
        return "Key(…)"

    def pragmas(self, path: Path, *, new: bool) -> tuple[str, ...]:
        """Return the statements that open this file: with its own salt, or a fresh one."""
        salt = secrets.token_bytes(SALT_BYTES) if new else first_bytes(path)
        return (*CIPHER, f'PRAGMA key="{self.raw(salt)}"')

    def raw(self, salt: bytes) -> str:
        """Return the raw key with its salt, as SQLCipher takes it."""
        return f"x'{self._derive(salt).hex()}{salt.hex()}'"

    def _derived(self, salt: bytes) -> bytes:
        return pbkdf2_hmac("sha512", self._password, salt, ROUNDS, KEY_BYTES)


def first_bytes(path: Path) -> bytes:
    """Return the first 16 bytes of a file: its salt when it is protected."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def is_plain(path: Path) -> bool:
    """Tell whether a file is an SQLite file that anybody can read."""
    try:
        return first_bytes(path) == MAGIC
    except OSError:
        return False


def may_be_protected(path: Path) -> bool:
    """Tell whether a file could be protected by a password: whole pages, and nothing readable."""
    try:
        size = path.stat().st_size
    except OSError:
        return False
    return size > 0 and size % PAGE == 0 and not is_plain(path)
