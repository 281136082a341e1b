"""The few kinds of refusal, each in the user's words: what happened, why, what to do."""

from __future__ import annotations

from pathlib import Path


class BidKitError(Exception):
    """A refusal that can be shown as it is: what happened, why, and what to do next."""

    def __init__(self, what: str, why: str = "", advice: str = "", details: str = "") -> None:
        self.what = what
        self.why = why
        self.advice = advice
        self.details = details
        super().__init__(" ".join(part for part in (what, why, advice) if part))


class InputError(BidKitError):
    """Something given (a value, an address, a name) cannot be taken as it is."""


class FileError(BidKitError):
    """A file cannot be read or written."""


class DamagedFileError(FileError):
    """A file is damaged; what can be read may be salvaged into a new one. file: which, if known."""

    file: Path | None = None


class ForeignFileError(FileError):
    """A file is not what its name says, or may be hostile."""


class NewerFileError(FileError):
    """A file was made by a newer BidKit and can only be read."""


class PasswordError(FileError):
    """A file needs a password, or the one given is wrong."""


class CancelledError(BidKitError):
    """The person stopped a long piece of work; nothing was changed."""
