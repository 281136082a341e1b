"""Passages kept as they came: fenced text, a ruled line, pictures of an unknown kind."""

from __future__ import annotations

import re
import unicodedata

from bidkit.domain.prose.characters import clean_characters, clean_line
from bidkit.domain.prose.escaping import unescape, write_picture

RULE = "***"
"""How a ruled line between passages is written."""

_FENCE = re.compile(r"(`{3,})([^`\n]*)\n((?:.*\n)*)\1")
_TICKS = re.compile(r"^ *(`{3,})", re.MULTILINE)
_PICTURE = re.compile(r"!\[((?:\\.|[^\[\]\\\n])*)\]\((?P<address>[^()\s]*)\)")
_ADDRESS = re.compile(r"([a-z][a-z-]{0,30}):([\w.~%-]{1,300})", re.ASCII)
_OWN_KINDS = frozenset({"attachment", "chart", "table", "evidence"})
_WEB_KINDS = frozenset({"http", "https", "data", "file", "ftp", "mailto", "tel", "javascript"})


def fence(body: str, info: str = "") -> str:
    """Return the source of a fenced passage; the body is empty or whole lines."""
    longest = max((len(ticks) for ticks in _TICKS.findall(body)), default=2)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{info.replace('`', '').strip()}\n{body}{ticks}"


def fence_text(text: str, info: str = "") -> str:
    """Return the source of a fenced passage that holds this text, cleaned."""
    clean = unicodedata.normalize("NFC", clean_characters(text.replace("\t", "    ")))
    return fence(clean if clean.endswith("\n") or not clean else f"{clean}\n", info)


def clean_verbatim(source: str) -> str:
    """Return a source that reads as exactly one verbatim passage: itself, or fenced."""
    source = unicodedata.normalize("NFC", clean_characters(source.replace("\t", "    ")))
    if source == RULE or _is_unknown_picture(source):
        return source
    if (found := _FENCE.fullmatch(source)) is not None and source == fence(found[3], found[2]):
        return source
    return fence_text(source) if source.strip() else ""


def printed_verbatim(source: str) -> str:
    """Return what of a verbatim passage is printed: the words inside the fence or the picture."""
    if source == RULE:
        return ""
    if found := _FENCE.fullmatch(source):
        return found[3].removesuffix("\n")
    if found := _PICTURE.fullmatch(source):
        return unescape(found[1])
    return source


def unknown_picture(alt: str, address: str) -> str:
    """Return the source of a picture of a kind that only a newer program knows, or ""."""
    found = _ADDRESS.fullmatch(address)
    if found is None or found[1] in _OWN_KINDS | _WEB_KINDS:
        return ""
    return write_picture(clean_line(alt), found[1], found[2])


def _is_unknown_picture(source: str) -> bool:
    found = _PICTURE.fullmatch(source)
    return found is not None and source == unknown_picture(unescape(found[1]), found["address"])
