"""A zip as it may come: damaged anywhere, however packed, it is refused in words or read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bidkit.errors import BidKitError
from bidkit.importers.packed import unpacked


def zipped(packing: int) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packing) as packed:
        packed.writestr("Instructions.txt", "Send it by noon. " * 50)
    return kept.getvalue()


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_damaged_anywhere_is_read_or_refused_in_words(tmp_path: Path, packing: int) -> None:
    whole, path = zipped(packing), tmp_path / "pack.zip"
    refused = []
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            unpacked(path)
        except BidKitError as error:
            refused.append(str(error))
    assert len(refused) > len(whole) // 4
    assert all("pack.zip" in words for words in refused)
