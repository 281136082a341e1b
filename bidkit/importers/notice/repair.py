"""Published text as it was meant: line ends, entities, tags and characters put right.

Portals lose the backslashes of line ends (leaving `rn` and `t`), pass HTML on, encode entities
twice and read UTF-8 as Windows-1252. Each repair is made only where it cannot be a word.
"""

from __future__ import annotations

import html
import re
import unicodedata

_VOWELS = "aeiouyw"
_ENDING_IN_RN = frozenset(
    """
    learn return turn earn yearn unlearn relearn overturn upturn downturn nocturn taciturn urn
    burn churn spurn adjourn sojourn mourn born unborn newborn stillborn reborn airborne inborn
    corn acorn popcorn unicorn capricorn sweetcorn peppercorn horn thorn hawthorn blackthorn shorn
    torn worn sworn forlorn scorn adorn warn forewarn barn darn yarn tarn fern stern astern
    northern southern eastern western modern postmodern concern govern pattern intern extern
    lantern tavern cavern cistern discern tern quern slattern bittern leathern silvern hern kern
    govern midwestern subaltern saturn auburn lorn bourn cairn bairn stubborn
    """.split()
)
_NAMES_IN_RN = ("burn", "bourn", "thorn", "horn", "western", "eastern", "northern", "southern")
_LINE_END = re.compile(r"(?:rn)+")
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_KNOWN = (
    r"(?:p|br|hr|li|ul|ol|div|span|strong|em|b|i|u|a|font|table|tbody|thead|tr|td|th|h[1-6]|sup"
    r"|sub|blockquote|pre|img|small|o:p|section|article|center|label)"
)
_TAG = re.compile(rf"</?{_KNOWN}(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINK = re.compile(
    r"<a\b[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)[\"']?[^<>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL
)
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAKS = re.compile(
    r"<(?:br|hr|p|div|h[1-6])\b[^<>]*>|</(?:p|div|h[1-6]|ul|ol|table|tr)\s*>", re.IGNORECASE
)
_BULLET = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_INVISIBLE = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF, 0xAD])
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S*@\S*$")


def repaired(text: str) -> str:
    """Return the text in clean paragraphs; a text without damage stays as it is."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = _without_tags(_with_entities(_with_characters(text)))
    text = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\t", " ")
    text = _with_line_ends(text)
    text = _with_apostrophes(text).translate(_INVISIBLE)
    text = "".join(letter for letter in text if letter >= " " or letter in "\n\t")
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def repaired_line(text: str) -> str:
    """Return the text repaired and on one line."""
    return " ".join(repaired(text).split())


def _with_characters(text: str) -> str:
    """Put right UTF-8 that was read as Windows-1252 (â€¢ for •, Â£ for £)."""

    def right(match: re.Match[str]) -> str:
        try:
            return match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            pass
        for length in (3, 2):
            try:
                return match[0][:length].encode("cp1252").decode("utf-8") + match[0][length:]
            except UnicodeError:
                continue
        return match[0]

    return _MOJIBAKE.sub(right, text)


def _with_entities(text: str) -> str:
    """Turn entities into characters, up to three layers deep; a bare & stays."""
    for _ in range(3):
        better = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        if better == text:
            break
        text = better
    return text


def _without_tags(text: str) -> str:
    """Turn HTML into paragraphs and bullets; '<5 years' is left alone."""
    if not _TAG.search(text) and not _UNSEEN.search(text):
        return text
    text = _UNSEEN.sub("", text)
    text = _LINK.sub(lambda match: _linked(match[1], match[2]), text)
    text = _BULLET.sub("\n• ", text)
    return _TAG.sub("", _BREAKS.sub("\n", text))


def _linked(address: str, words: str) -> str:
    plain = _TAG.sub("", words).strip()
    bare = address.removeprefix("mailto:")
    return bare if not plain or plain in (bare, address) else f"{plain} ({bare})"


def _with_apostrophes(text: str) -> str:
    """Turn a backtick inside a word into an apostrophe, and paired ones into quotation marks."""
    text = re.sub(r"(?<=\w)[`\u00b4](?=\w)", "'", text)
    text = re.sub(r"[`\u00b4]([^`\u00b4\n]{1,200})[`\u00b4]", r"'\1'", text)
    return text.replace("`", "'")


def _with_line_ends(text: str) -> str:
    """Put line ends back where only `rn` is left of them, never inside a word."""
    if "rn" not in text:
        return text
    sure = any(_certain(text, match) for match in _LINE_END.finditer(text))
    pieces: list[str] = []
    position = 0
    for match in _LINE_END.finditer(text):
        keep = _kept(text, match, damaged=sure)
        start = match.start() + keep
        if start >= match.end():
            continue
        pieces.append(text[position:start])
        pieces.append("\n" * ((match.end() - start) // 2))
        position = match.end()
    pieces.append(text[position:])
    joined = "".join(pieces)
    if not sure:
        return joined
    return re.sub(r"(?m)(^|(?<=[\n ]))•t(?=[A-Z0-9(\s])", "• ", joined)


def _certain(text: str, match: re.Match[str]) -> bool:
    """Tell whether this `rn` cannot be anything but a line end, whatever stands elsewhere."""
    return len(match[0]) > 2 or _kept(text, match, damaged=False) == 0


def _kept(text: str, match: re.Match[str], *, damaged: bool) -> int:
    """Return how many letters of a run of `rn` belong to the word before it (0, 2 or all)."""
    before, after = text[: match.start()][-80:], text[match.end() :][:80]
    whole = len(match[0])
    word = re.search(r"[^\W\d_]*$", before)
    stem = word[0] if word else ""
    if whole > 2:
        return 2 if _is_word(stem + "rn") else 0
    if _ADDRESS.search(before):
        return 0 if re.match(r"[A-Z][a-z]*(?:\s|$)", after) or _ends(after) else whole
    if not stem:
        return whole if not _after_gap(before, after) else 0
    if stem[-1].lower() not in _VOWELS and len(stem) > 1:
        return 0
    if _is_word(stem + "rn") or not damaged:
        return whole
    return 0 if re.match(r"[A-Z•–]|\s{2,}|- ", after) else whole


def _is_word(letters: str) -> bool:
    lower = letters.lower()
    return lower in _ENDING_IN_RN or lower.endswith(_NAMES_IN_RN)


def _ends(after: str) -> bool:
    return not after.strip()


def _after_gap(before: str, after: str) -> bool:
    """Tell whether `rn` without a letter before it is a line end: by what stands around it."""
    last = before[-1:]
    if re.match(r"[a-z]", after):
        return (last.isspace() or last in ";:,!?)•") and not re.match(r"(?:ib|li|id|as?)\b", after)
    if last.isdigit():
        return not re.search(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d$", before)
    return last != "@"
