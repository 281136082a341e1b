"""Remember a password in the operating system's keyring; where there is none, say so quietly."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from bidkit.storage.connection import first_bytes

SERVICE = "BidKit"


class Keeping(Enum):
    """What became of a wish to remember or recall a password."""

    KEPT = "kept"
    NO_KEYRING = "no keyring"


def keyring_available() -> bool:
    """Tell whether this computer has a keyring to keep passwords in."""
    import keyring

    try:
        return float(keyring.get_keyring().priority) > 0
    except (RuntimeError, OSError):
        return False


def remember_password(path: Path, password: str) -> Keeping:
    """Keep a file's password in the keyring; may wait for the person to unlock it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, entry_name(path), password)
    except (KeyringError, RuntimeError, OSError):
        return Keeping.NO_KEYRING
    return Keeping.KEPT


def recall_password(path: Path) -> str | None:
    """Return a file's password from the keyring; None when it has none or cannot be asked."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, entry_name(path))
    except (KeyringError, RuntimeError, OSError):
        return None


def drop_password(path: Path) -> None:
    """Take a file's password out of the keyring, if it is there."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(SERVICE, entry_name(path))
    except (KeyringError, RuntimeError, OSError):
        return


def entry_name(path: Path) -> str:
    """Return the name of a file's entry: its salt, which copies and renames share."""
    return first_bytes(path).hex()
