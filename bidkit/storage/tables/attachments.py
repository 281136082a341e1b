"""Files kept in the bid: content-addressed, in chunks of a megabyte, checked when read."""

from __future__ import annotations

import io
import mimetypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from bidkit.domain.attachments import Attachment
from bidkit.domain.base import new_id
from bidkit.errors import DamagedFileError
from bidkit.storage import failures
from bidkit.storage.connection import Database

CHUNK = 1_000_000
MOST_NAME = 120
RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
KINDS = mimetypes.MimeTypes(filenames=())


def describe(name: str, digest: str, size: int, day: date) -> Attachment:
    """Return the description of a stored file, ready to be added to the bid."""
    safe = safe_name(name)
    return Attachment(
        id=new_id(),
        name=safe,
        media_type=KINDS.guess_type(safe)[0] or "application/octet-stream",
        size=size,
        digest=digest,
        added_on=day,
    )


@contextmanager
def opened(source: bytes | Path, name: str = "") -> Iterator[BinaryIO]:
    """Open bytes or a file to read; FileError when it cannot be read to its end."""
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
            yield stream
    except OSError as error:
        raise failures.cannot_attach(name, str(error)) from error


def measure(stream: BinaryIO) -> tuple[str, int]:
    """Return the digest and length of a stream, and go back to its start."""
    hashed, size = sha256(), 0
    while block := stream.read(CHUNK):
        hashed.update(block)
        size += len(block)
    stream.seek(0)
    return hashed.hexdigest(), size


def store(database: Database, stream: BinaryIO, digest: str) -> None:
    """Write a file's bytes unless they are there already, within a transaction."""
    name = bytes.fromhex(digest)
    if database.rows("SELECT 1 FROM attachment WHERE digest = ?", name):
        return
    database.run("DELETE FROM chunk WHERE digest = ?", name)
    hashed, size, number = sha256(), 0, 0
    while block := stream.read(CHUNK):
        hashed.update(block)
        size += len(block)
        database.run(
            "INSERT INTO chunk (digest, number, body) VALUES (?, ?, ?)", name, number, block
        )
        number += 1
    if hashed.digest() != name:
        raise failures.changed_while_read()
    database.run(
        "INSERT INTO attachment (digest, size, chunks) VALUES (?, ?, ?)", name, size, number
    )


def known(database: Database) -> dict[str, int]:
    """Return the digest and length of every file kept."""
    return {
        digest.hex(): size for digest, size in database.rows("SELECT digest, size FROM attachment")
    }


def chunks(database: Database, digest: str) -> Iterator[bytes]:
    """Give the bytes of a file in turn; DamagedFileError at the end if they are not all there."""
    hashed = sha256()
    rows = database.each(
        "SELECT body FROM chunk WHERE digest = ? ORDER BY number", bytes.fromhex(digest)
    )
    for (body,) in rows:
        hashed.update(body)
        yield body
    if hashed.hexdigest() != digest:
        raise failures.attachment_damaged(digest)


def copy_missing(source: Database, target: Database) -> int:
    """Copy the files another bid file has whole and this one lacks, within a transaction."""
    there, here = known(source), known(target)
    copied = 0
    for digest in sorted(set(there) - set(here)):
        if is_whole(source, digest):
            name = bytes.fromhex(digest)
            target.run("DELETE FROM chunk WHERE digest = ?", name)
            rows = source.each(
                "SELECT digest, number, body FROM chunk WHERE digest = ? ORDER BY number", name
            )
            target.run_many("INSERT INTO chunk (digest, number, body) VALUES (?, ?, ?)", rows)
            target.run(
                "INSERT INTO attachment (digest, size, chunks)"
                " SELECT ?1, ?2, count(*) FROM chunk WHERE digest = ?1",
                name,
                there[digest],
            )
            copied += 1
    return copied


def is_whole(database: Database, digest: str) -> bool:
    """Tell whether the bytes of a kept file are all there, without holding them in memory."""
    try:
        for _ in chunks(database, digest):
            pass
    except DamagedFileError:
        return False
    return True


def safe_name(name: str) -> str:
    """Return a file name that no system trips over and that leads nowhere else."""
    text = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    text = "".join(one for one in text if unicodedata.category(one)[0] != "C")
    text = UNSAFE.sub("_", text).strip(" .") or "file"
    stem, dot, ending = text.rpartition(".")
    if not dot:
        stem, ending = text, ""
    if (stem or ending).casefold() in RESERVED or text.casefold() in RESERVED:
        stem = f"_{stem}"
    room = MOST_NAME - len(dot + ending) if len(ending) < MOST_NAME // 2 else MOST_NAME
    return f"{stem[:room]}{dot}{ending}"[:MOST_NAME].strip(" .") or "file"
