"""The key of a protected file: derived once from its password, in the SQLCipher 4 format."""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache
from hashlib import pbkdf2_hmac

SALT_BYTES = 16
ROUNDS = 256_000
KEY_BYTES = 32
CIPHER = ("PRAGMA cipher='sqlcipher'", "PRAGMA legacy=4")


class Key:
    """A password and what was derived from it; it never shows itself."""

    def __init__(self, password: str) -> None:
        self._password = unicodedata.normalize("NFC", password).encode()
        self._derive = lru_cache(maxsize=16)(self._derived)

    def __repr__(self) -> str:
        return "Key(…)"

    def pragmas(self, salt: bytes = b"") -> tuple[str, ...]:
        """Return the statements that open the file with this salt, or a new one with a fresh."""
        return (*CIPHER, f'PRAGMA key="{self.raw(salt)}"')

    def raw(self, salt: bytes = b"") -> str:
        """Return the raw key with its salt, as SQLCipher takes it; a fresh salt unless given."""
        own = salt or secrets.token_bytes(SALT_BYTES)
        return f"x'{self._derive(own).hex()}{own.hex()}'"

    def _derived(self, salt: bytes) -> bytes:
        return pbkdf2_hmac("sha512", self._password, salt, ROUNDS, KEY_BYTES)
