"""Limits, weights and kinds of reply, as they stand in the words of a question."""

from __future__ import annotations

import re
from decimal import Decimal

from bidkit.domain.questionnaire import Limit, LimitUnit, ResponseKind

_UNITS: dict[str, LimitUnit] = {
    "word": "words",
    "character": "characters",
    "page": "pages",
    "side": "pages",
    "gair": "words",
    "air": "words",
    "eiriau": "words",
    "geiriau": "words",
    "nod": "characters",
    "nodau": "characters",
    "tudalen": "pages",
    "dudalen": "pages",
    "tudalennau": "pages",
}
_COUNT = r"(\d{1,3}(?:,\d{3})+|\d{1,6})"
_UNIT = (
    r"(words?|characters?|(?:A4 )?(?:pages?|sides?)"
    r"|(?:o )?(?:gair|air|g?eiriau|nodau?|[td]udalen(?:nau)?))"
)
_LIMIT = re.compile(
    rf"(?:max(?:imum)?\.?|up to|no more than|not (?:to )?exceed(?:ing)?|limit(?:ed)?(?: to)?"
    rf"|word (?:count|limit)|in|uchafswm|hyd at|dim mwy na|terfyn)\b[^.\d\n]{{0,25}}?"
    rf"{_COUNT}\s*{_UNIT}"
    rf"|{_COUNT}\s*[- ]?{_UNIT}\s*(?:max(?:imum)?|limit|or (?:less|fewer)|in total|\)|$)"
    rf"|(?:(?:word|character|page) (?:count|limit)|terfyn geiriau)\s*[:=-]?\s*{_COUNT}()",
    re.IGNORECASE | re.MULTILINE,
)
_WEIGHT = re.compile(
    r"(?:weight(?:ing|ed)?|worth|score|marks?)\s*(?:of|is|[:=-])?\s*(\d{1,3}(?:\.\d+)?)"
    r"\s*(?:%|per cent)"
    r"|[\[(]\s*(\d{1,3}(?:\.\d+)?)\s*%\s*[\])]",
    re.IGNORECASE,
)
_NO_SPACES = re.compile(r"[\s(,]*(?:excluding|without|not including) spaces", re.IGNORECASE)
_YES_NO = re.compile(
    r"\b(?:ydw|oes|ydy|ie|do)\s*/\s*(?:nac? ?(?:ydw|oes|ydy)|na|naddo)\b|"
    r"\byes\s*(?:[/|]|or|\u2610|\u25a1|\[\s*\])\s*no\b|\byes\b\W{1,6}\bno\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^(?:please confirm (?:that|whether)|(?:do|does|are|is|have|has|will|can|would) "
    r"(?:you|your|the (?:bidder|supplier|organisation|applicant|tenderer))\b"
    r"|(?:a )?ydych chi\b|a (?:oes|yw|fydd|allwch)\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:disgrifiwch|eglurwch|esboniwch|amlinellwch|dangoswch|sut|manyl(?:ion|wch)"
    r"|describe|explain|set out|outline|demonstrate|how|detail|tell us|what approach|method"
    r" statement|evidence|give (?:an|examples?)|provide (?:an|details?|examples?))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:how (?:(much)|many)|(faint) o arian|faint)\b", re.IGNORECASE)
_SHORT: tuple[tuple[ResponseKind, str], ...] = (
    ("date", r"\bdyddiad\b|\bdate\b|\bwhen (?:was|were|did)\b"),
    ("email", r"\be-?mail\b|\be-?bost\b"),
    ("url", r"\bweb ?site\b|\bweb address\b|\burl\b"),
    ("address", r"\baddress\b|\bcyfeiriad\b"),
    ("money", r"\bhow much\b|\bturnover\b|\bamount\b|£"),
    ("number", r"\bhow many\b|\bnumber of\b"),
    ("file", r"\battach|\bupload|\benclose|\batod|\buwchlwyth"),
)


def limit_in(text: str) -> Limit:
    """Return the first limit that stands in a text; an empty one when none does."""
    match = _LIMIT.search(text)
    if match is None:
        return Limit()
    groups = match.groups()
    count, unit = next(
        (groups[place], groups[place + 1]) for place in (0, 2, 4) if groups[place] is not None
    )
    named = (unit or match[0].split()[0]).lower().removeprefix("a4 ").removeprefix("o ")
    named = named.rstrip("s")
    most = int(count.replace(",", ""))
    found = _UNITS.get(named, "words")
    after = text[match.end() : match.end() + 40].lower()
    if found == "characters" and re.match(
        r"[\s(,]*(?:excluding|without|not including) spaces", after
    ):
        found = "characters without spaces"
    return Limit(most=most, unit=found) if most else Limit()


def weight_in(text: str) -> tuple[Decimal | None, str]:
    """Return the weight in percent that stands in a text, and the words that state it."""
    match = _WEIGHT.search(text)
    if match is None:
        return None, ""
    number = Decimal(match[1] or match[2])
    return (number, match[0].strip("[]() ")) if number <= 100 else (None, "")


def kind_of(text: str, *, long: bool) -> ResponseKind:
    """Return the kind of reply a question asks for; long where it has a limit or room to write."""
    if _YES_NO.search(text):
        return "yes_no"
    counted = _COUNTED.match(text.strip())
    if counted is not None and not long:
        return "money" if counted[1] or counted[2] else "number"
    if long or _OPEN.search(text):
        return "prose"
    if _CLOSED.match(text.strip()):
        return "yes_no"
    for kind, words in _SHORT:
        if re.search(words, text, re.IGNORECASE):
            return kind
    return "text"
