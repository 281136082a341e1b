"""Tables of a questionnaire: lists of questions, forms to fill in, and tables to be filled."""

from __future__ import annotations

import re

from bidkit.domain.questionnaire import COLUMNS, Column
from bidkit.importers.questionnaire.blocks import Grid
from bidkit.importers.questionnaire.found import FoundQuestion
from bidkit.importers.questionnaire.limits import kind_of, limit_in, weight_in

_ROLES = {
    "number": r"^(?:rhif|cyf\.?|no\.?|ref(?:erence)?\.?|number|"
    r"q(?:uestion)? ?(?:no|number|ref)\.?|#|item|id)$",
    "question": r"cwestiwn|gofyniad|question|requirement|criteri|"
    r"information (?:required|requested)|description|ask",
    "limit": r"terfyn|uchafswm|limit|(?:word|character|page) count|max",
    "weight": r"pwysoliad|marciau|weight|score|marks|%",
    "reply": r"ymateb|ateb|eich|response|"
    r"answer|your|bidder|supplier|tenderer|applicant|yes ?/ ?no|comment",
}
LONGEST_LABEL = 300
LONGEST_NUMBER = 12
_LONE_NUMBER = re.compile(r"(?:Q|C)?[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?|\([a-z]\)")
_NUMBER_FIRST = re.compile(
    r"((?:Q|C)?[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}(?:[a-z]|\([a-z]\))?)[.):]?\s+(?=\S)"
)
_CHOICE = re.compile(
    r"(?i)\W*(?:yes|ydw|oes|ydy|ie)\W+(?:no|na|nac? (?:ydw|oes|ydy))\W*"
    r"|\W*(?:pass|y)\W+(?:fail|n)\W*"
)
_ROOM = re.compile(
    r"(?i)\W*|£\W*|(?:please )?(?:click|tap)[^.]{0,40}(?:text|date|here)\W*|choose an item\W*"
    r"|\W*(?:dd|d)\W(?:mm|m)\W(?:yyyy|yy)\W*|\W*insert [^.]{0,40}|\[[^\]]*\]|<[^>]*>"
    r"|(?:bidder|supplier|applicant)['’]?s? (?:response|answer)\W*|cliciwch[^.]{0,40}"
)


def questions_of(
    grid: Grid, head: tuple[str, ...] = ()
) -> tuple[list[FoundQuestion], tuple[str, ...]]:
    """Return the questions of a table and its heading row.

    A table lists questions under headings (of its own, or those of the table it goes on from:
    head), or is a form with room beside its labels.
    """
    if not grid.rows:
        return [], head
    own = next((row for row in grid.rows[:3] if _is_head(row)), ())
    if own:
        return _under(grid.rows[grid.rows.index(own) + 1 :], own), own
    found = _form(grid)
    if not found and len(head) == len(grid.rows[0]):
        return _under(grid.rows, head), head
    return found, head


def _is_head(row: tuple[str, ...]) -> bool:
    """Tell whether a row names its columns: one of them the question, another something of it."""
    roles = _roles(row)
    return "question" in roles and len(roles) > 1


def _under(rows: tuple[tuple[str, ...], ...], head: tuple[str, ...]) -> list[FoundQuestion]:
    """Return the questions of the rows under a head; words without one belong to the last."""
    roles = _roles(head)
    found: list[FoundQuestion] = []
    for row in rows:
        question = _listed(row, roles)
        if question is not None:
            found.append(question)
        elif found:
            found[-1].more += [cell for cell in dict.fromkeys(row) if cell and cell not in head]
    return found


def columns_of(grid: Grid) -> tuple[Column, ...]:
    """Return the columns of a table that is to be filled: headings over empty rows."""
    if len(grid.rows) < 2:
        return ()
    head, *rows = grid.rows
    titles = [cell.strip() for cell in head]
    empty = all(not cell.strip() for row in rows for cell in row[1:])
    if not empty or sum(bool(title) for title in titles) < 2 or len(titles) > len(COLUMNS):
        return ()
    return tuple(
        Column(key=COLUMNS[place], title=title or str(place + 1))
        for place, title in enumerate(titles)
    )


def _roles(head: tuple[str, ...]) -> dict[str, int]:
    roles: dict[str, int] = {}
    for place, cell in enumerate(head):
        plain = " ".join(cell.lower().split())
        if len(plain) > 60:
            continue
        for role, words in _ROLES.items():
            if role not in roles and place not in roles.values() and re.search(words, plain):
                roles[role] = place
                break
    return roles


def _listed(row: tuple[str, ...], roles: dict[str, int]) -> FoundQuestion | None:
    def cell(role: str) -> str:
        place = roles.get(role)
        return row[place].strip() if place is not None and place < len(row) else ""

    text, number = cell("question"), cell("number")
    beside = roles["question"] + 1
    if _LONE_NUMBER.fullmatch(text) and beside < len(row) and beside not in roles.values():
        text, number = row[beside].strip(), text
    if not text or text == cell("reply"):
        return None
    numbered = _NUMBER_FIRST.match(text)
    if not number and numbered is not None:
        number, text = numbered[1], text[numbered.end() :].strip()
    question = FoundQuestion(text, _bare(number))
    stated = cell("limit")
    words = f"max {stated} words" if stated.isdigit() else stated
    question.limit = limit_in(words) if stated else limit_in(text)
    weighed = cell("weight")
    number = weighed if "%" in weighed else f"{weighed}%"
    question.weight, question.weight_words = weight_in(f"weight {number}" if weighed else text)
    question.kind = kind_of(f"{text} {cell('reply')}", long=bool(question.limit.most))
    return question


def _form(grid: Grid) -> list[FoundQuestion]:
    """Return the labels of a form: a text on the left, room to write or to tick on the right.

    One row in three may be words of another kind; they belong to the label above them.
    """
    found: list[FoundQuestion] = []
    others = 0
    for row in grid.rows:
        question = _label(row)
        if question is not None:
            found.append(question)
            continue
        others += 1
        if found:
            found[-1].more += [cell for cell in dict.fromkeys(row) if cell]
    return found if found and others * 2 <= len(found) else []


def _label(row: tuple[str, ...]) -> FoundQuestion | None:
    cells = [cell.strip() for cell in row]
    last = cells[-1] if len(cells) >= 2 else "-"
    choice = bool(_CHOICE.fullmatch(last))
    if not (choice or _is_room(last)):
        return None
    labels = [cell for cell in cells[:-1] if cell and not _is_room(cell)]
    if not 1 <= len(labels) <= 2 or len(labels[-1]) > LONGEST_LABEL:
        return None
    text, number = labels[-1], labels[0] if len(labels) == 2 else ""
    numbered = _NUMBER_FIRST.match(text)
    if not number and numbered is not None:
        number, text = numbered[1], text[numbered.end() :].strip()
    if len(number) > LONGEST_NUMBER or not text:
        return None
    question = FoundQuestion(text, _bare(number), limit=limit_in(text))
    question.kind = "yes_no" if choice else kind_of(text, long=bool(question.limit.most))
    return question


def _bare(number: str) -> str:
    """Return a number without the mark after it: 1.1 for "1.1.", 2 for "2)", but 1(a) as it is."""
    return number.rstrip(".") if "(" in number else number.rstrip(".)")


def _is_room(cell: str) -> bool:
    """Tell whether a cell is left for the reply: empty, or only says what to write there."""
    return not cell or bool(_ROOM.fullmatch(cell))
