"""Which characters prose may hold, and what kind each one is to CommonMark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias
from urllib.parse import quote

Kind: TypeAlias = Literal["space", "mark", "doubtful", "letter"]

_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffc\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff"
    + "".join(chr((plane << 16) + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_LINK = re.compile(r"(https?://|mailto:|tel:)[^/?#\s]", re.IGNORECASE)
_UNSAFE_IN_LINK = re.compile(r'[\x00-\x20\x7f<>"\\^`{}|()\[\]\s]')
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_MAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/.]+")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(?=[:/?#]|\Z)")
_MAX_LINK = 2000


def clean_characters(text: str) -> str:
    r"""Return the text with \n as its only line end and without controls or non-characters."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def clean_line(text: str) -> str:
    """Return the text cleaned, composed (NFC) and on one line without space at its ends."""
    return unicodedata.normalize("NFC", clean_characters(text).replace("\n", " ")).strip()


@lru_cache(maxsize=512)
def clean_language(tag: str) -> str:
    """Return a language tag in its usual case (cy, en-GB), or "" if it is not one."""
    if not _LANGUAGE.fullmatch(tag):
        return ""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


@lru_cache(maxsize=2048)
def clean_link(address: str) -> str:
    """Return a web, mail or telephone address fit to be written, or "" for any other."""
    address = clean_line(address)
    if not _LINK.match(address):
        return ""
    address = _UNSAFE_IN_LINK.sub(lambda found: quote(found.group(), safe=""), address)
    address = unicodedata.normalize("NFC", address)
    return address if len(address) <= _MAX_LINK else ""


def web_address(typed: str) -> str:
    """Return what a person typed as an address, http and mailto put in, or "" if it is none."""
    typed = clean_line(typed)
    if address := clean_link(typed):
        return address
    if _MAIL.fullmatch(typed):
        return clean_link(f"mailto:{typed}")
    return clean_link(f"https://{typed}") if _HOST.match(typed) else ""


@lru_cache(maxsize=8192)
def kind_of(character: str) -> Kind:
    """Return what a character is to the rules of emphasis; "" (a line's end) is a space.

    Symbols count as punctuation in newer readers only, and unassigned characters may one day:
    both are "doubtful", so that what is written does not depend on the reader.
    """
    if not character or character.isspace():
        return "space"
    if character in _ASCII_MARKS:
        return "mark"
    category = unicodedata.category(character)
    if category.startswith("P"):
        return "mark"
    return "doubtful" if category.startswith(("S", "Z")) or category == "Cn" else "letter"
