"""A buyer's pack that came as one zip: its files one by one, within limits, nothing written."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from bidkit.errors import DamagedFileError, ForeignFileError, PasswordError
from bidkit.words import tr

MOST_FILES = 200
LARGEST = 200_000_000
LARGEST_TOGETHER = 600_000_000
_DOCUMENTS = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "mimetype")
_ENCRYPTED = 0x1
UNREADABLE = (
    *(zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError),
    *(zlib.error, lzma.LZMAError),
)
"""What a zip raises that is damaged, however it was packed."""


def unpacked(path: Path) -> list[tuple[bytes, str]] | None:
    """Return the files of a zip with their names; None where it is no zip but one document."""
    if path.suffix.lower() != ".zip":
        return None
    try:
        with zipfile.ZipFile(path) as packed:
            return _files(packed, path.name)
    except UNREADABLE as error:
        raise DamagedFileError(
            tr("“{name}” cannot be unpacked.", name=path.name),
            tr("It is damaged, or not what its name says."),
            tr("Download it once more, or unpack it yourself and add its files."),
            str(error),
        ) from error


def _files(packed: zipfile.ZipFile, name: str) -> list[tuple[bytes, str]] | None:
    entries = packed.infolist()
    if any(one.filename in _DOCUMENTS for one in entries):
        return None
    wanted = [one for one in entries if not one.is_dir() and _is_a_file(one.filename)]
    sizes = [one.file_size for one in wanted]
    if len(wanted) > MOST_FILES or max(sizes, default=0) > LARGEST or sum(sizes) > LARGEST_TOGETHER:
        raise ForeignFileError(
            tr("“{name}” unpacks to more than is taken at once.", name=name),
            tr("It may have been made to do harm, so it was not opened."),
            tr("Unpack it yourself and add the files you need."),
        )
    if any(one.flag_bits & _ENCRYPTED for one in wanted):
        raise PasswordError(
            tr("“{name}” is protected by a password.", name=name),
            advice=tr("Unpack it yourself with the password, and add its files."),
        )
    return [(packed.read(one), PurePosixPath(one.filename).name) for one in wanted]


def _is_a_file(name: str) -> bool:
    """Tell whether an entry is a paper of the buyer's, not what a computer put beside it."""
    parts = PurePosixPath(name).parts
    last = parts[-1] if parts else ""
    return bool(last) and "__MACOSX" not in parts and not last.startswith((".", "~$"))
