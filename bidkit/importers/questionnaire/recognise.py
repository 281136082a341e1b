"""Finding the questions of a questionnaire in its lines and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bidkit.importers.questionnaire.blocks import Block, Grid, Line
from bidkit.importers.questionnaire.found import FoundQuestion, FoundSection
from bidkit.importers.questionnaire.limits import kind_of, limit_in, weight_in
from bidkit.importers.questionnaire.tables import columns_of, questions_of

_NUMBER = re.compile(
    r"^(?:(?:Q|Question|Qu\.?|Cwestiwn|C)\s*\.?\s*)?((?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,3}){0,3}\s?(?:\([a-z]\)|[a-z]\b)?"
    r"|[A-Z]\d{1,3}|\([a-z]\))\s*[.):\u2013-]*\s+(?=\S)",
)
_SECTION = re.compile(
    r"^(?:section|part|stage|lot|annex|schedule|module|adran|rhan|atodiad)\s+([A-Z0-9]{1,4}(?:\.\d+)*)\b[\s:.\u2013-]*(.*)$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:please\s+)?(?:describe|explain|provide|state|confirm|how|what|which|who|where|when|why|tell"
    r"|give|list|outline|demonstrate|set out|detail|do|does|are|is|have|has|will|would|can|could"
    r"|submit|complete|identify|show|summari[sz]e|specify|indicate|attach|upload|enclose"
    r"|disgrifiwch|eglurwch|esboniwch|amlinellwch|dangoswch|rhowch|nodwch|cadarnhewch|darparwch"
    r"|rhestrwch|atodwch|a (?:oes|ydych|yw|fydd|allwch)|ydych|sut|beth"
    r"|pa|pwy|ble|pryd|pam|faint)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:note|guidance|scoring|evaluation|your (?:answer|response) (?:should|must)"
    r"|responses? should|bidders? should|in your (?:answer|response)|max|word|character"
    r"|nodyn|canllaw|uchafswm|dylai|dylech"
    r"|\(|\[|[\u2022*\u2013-])",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"^(?:response|answer|your (?:answer|response)|bidder'?s? response|ymateb|ateb"
    r"|click (?:or tap )?(?:here )?to enter (?:text|a date)|cliciwch .{0,40}destun)\W*$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\([a-z]\)")
_LETTERED = re.compile(r"\([a-z]\)$")
LONGEST_HEADING = 120


def recognise(blocks: Iterable[Block]) -> list[FoundSection]:
    """Return the sections with their questions, in the order of the page."""
    sections = [FoundSection("")]
    for block in blocks:
        if isinstance(block, Grid):
            _read_grid(block, sections[-1])
        elif block.text.strip():
            _read_line(block, sections)
    for section in sections:
        for question in section.questions:
            _settle(question)
        section.questions = _with_parts(section.questions)
    return [section for section in sections if section.questions]


def _with_parts(questions: list[FoundQuestion]) -> list[FoundQuestion]:
    """Return questions with those lettered (a), (b) as parts of the numbered one before them."""
    found: list[FoundQuestion] = []
    for question in questions:
        owner = found[-1] if found else None
        lettered = _LETTER.fullmatch(question.number) is not None
        written = question.kind in ("prose", "text") and question.weight is None
        if lettered and written and owner is not None and owner.number and _may_own(owner):
            owner.parts.append(question)
            owner.kind = "prose"
        else:
            base = _LETTERED.sub("", owner.number) if lettered and owner is not None else ""
            question.number = f"{base}{question.number}"
            found.append(question)
    return found


def _may_own(question: FoundQuestion) -> bool:
    return question.kind in ("prose", "text") and not _LETTER.fullmatch(question.number)


def as_question(text: str) -> FoundSection:
    """Return words that somebody says are one question, with the number and limit in them."""
    number, words = _numbered(text.strip())
    first, *more = words.splitlines() or [""]
    question = FoundQuestion(first, number, more=more)
    _settle(question)
    if question.kind == "text":
        question.kind = "prose"
    return FoundSection("", questions=[question])


def _read_line(line: Line, sections: list[FoundSection]) -> None:
    text = line.text.strip()
    number, words = _numbered(text)
    asks = _asks(words) and not _ASIDE.match(words)
    if _REPLY.match(text):
        return
    named = _SECTION.match(text)
    if named is not None and len(text) <= LONGEST_HEADING and not words.endswith("?"):
        sections.append(FoundSection(named[2].strip() or text, named[1], head=sections[-1].head))
    elif line.heading and not asks:
        sections.append(FoundSection(words, number, head=sections[-1].head))
    elif asks and (number or text.endswith("?") or limit_in(text).most):
        sections[-1].questions.append(FoundQuestion(words, number))
    elif sections[-1].questions:
        sections[-1].questions[-1].more.append(text)
    else:
        sections[-1].guidance.append(text)


def _read_grid(grid: Grid, section: FoundSection) -> None:
    found, head = questions_of(grid, section.head)
    if found:
        section.questions += found
        section.head = head
        return
    columns = columns_of(grid)
    if columns and section.questions and not section.questions[-1].columns:
        section.questions[-1].columns = columns
        return
    lines = [" | ".join(cell for cell in row if cell) for row in grid.rows]
    target = section.questions[-1].more if section.questions else section.guidance
    target += [line for line in lines if line]


def _numbered(text: str) -> tuple[str, str]:
    match = _NUMBER.match(text)
    if match is None:
        return "", text
    return match[1].strip(), text[match.end() :].strip()


def _asks(words: str) -> bool:
    return words.rstrip(" .").endswith("?") or _ASKS.match(words) is not None


def _settle(question: FoundQuestion) -> None:
    """Read limit, weight and kind out of everything that belongs to a question."""
    whole = question.whole
    if question.limit.most is None:
        question.limit = limit_in(whole)
    if question.weight is None:
        question.weight, question.weight_words = weight_in(whole)
    if question.columns:
        question.kind = "table"
    elif question.kind == "text":
        question.kind = kind_of(question.text, long=bool(question.limit.most))
