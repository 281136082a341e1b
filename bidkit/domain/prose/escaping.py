"""Words written so that CommonMark reads them as words and nothing else."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from bidkit.domain.prose.characters import clean_line

_ANYWHERE = re.compile(r"[\\`*\[\]<]|&(?=[#A-Za-z])")
_UNDERSCORE = re.compile(r"_+")
_LINE_START = re.compile(
    r">|#{1,6}(?=\s|\Z)|[-+](?=\s|\Z)|[-:|][-:|\s]*\Z|=+\s*\Z|~~~",
)
_LINE_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)", re.ASCII)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY_IN_LINK = re.compile(r"&(?=#?\w+;)")


def escape(
    text: str, *, in_heading: bool = False, in_cell: bool = False, at_bracket: bool = False
) -> str:
    """Return words in the middle of a line, with a backslash before what would be a mark.

    `at_bracket` says that a bracket follows, with which an exclamation mark would be a picture.
    """
    written = _UNDERSCORE.sub(lambda found: _underscores(text, found), text)
    written = _ANYWHERE.sub(r"\\\g<0>", written.replace("\\_", "\0")).replace("\0", "\\_")
    if in_heading:
        written = written.replace("#", "\\#")
    if in_cell:
        written = written.replace("|", "\\|")
    return written[:-1] + "\\!" if at_bracket and written.endswith("!") else written


def _underscores(text: str, found: re.Match[str]) -> str:
    """Leave one underscore inside a word bare; its neighbours must not stand at a run's end."""
    start, end = found.span()
    inside = start >= 2 and end + 2 <= len(text) and end - start == 1
    if inside and text[start - 1].isalnum() and text[end].isalnum():
        return "_"
    return "\\_" * (end - start)


def escape_line_start(written: str) -> str:
    """Return an escaped line whose beginning cannot open a heading, list, quote or table."""
    if _LINE_START.match(written):
        return "\\" + written
    if found := _LINE_NUMBER.match(written):
        return f"{found[1]}\\{found[2]}{written[found.end() :]}"
    return written


def unescape(written: str) -> str:
    """Take away the backslashes that `escape` puts in."""
    return _ESCAPED.sub(r"\1", written)


def entity(character: str) -> str:
    """Return a character as a numeric reference, which emphasis sees as punctuation."""
    return f"&#{ord(character)};"


def joins_what_precedes(character: str) -> bool:
    """Tell whether a character combines with the one before it."""
    return unicodedata.combining(character) != 0


def write_link(address: str) -> str:
    """Return a clean address as it stands between the brackets of a link."""
    return _ENTITY_IN_LINK.sub(r"\\&", address)


def write_name(name: str) -> str:
    """Return an id as it stands in an address; any id survives."""
    return quote(name, safe="")


def read_name(written: str) -> str:
    """Return the id that `write_name` wrote."""
    return clean_line(unquote(written))


def write_picture(alt: str, kind: str, written_name: str) -> str:
    """Return a picture in CommonMark: what it shows, its kind and its id."""
    return f"![{escape(alt)}]({kind}:{written_name})"
