"""Tables of a questionnaire: lists of questions, forms to fill in, and tables to be filled."""

from __future__ import annotations

import re

from bidkit.domain.questionnaire import COLUMNS, Column
from bidkit.importers.questionnaire.blocks import Grid
from bidkit.importers.questionnaire.found import FoundQuestion
from bidkit.importers.questionnaire.limits import kind_of, limit_in, weight_in

_ROLES = {
    "number": r"^(?:no\.?|ref(?:erence)?\.?|number|q(?:uestion)? ?(?:no|number|ref)\.?|#|item|id)$",
    "question": r"question|requirement|criteri|information (?:required|requested)|description|ask",
    "limit": r"limit|(?:word|character|page) count|max",
    "weight": r"weight|score|marks|%",
    "reply": r"response|answer|your|bidder|supplier|tenderer|applicant|yes ?/ ?no|comment",
}
LONGEST_LABEL = 300


def questions_of(grid: Grid) -> list[FoundQuestion]:
    """Return the questions of a table that lists them, or of a form with room beside its labels."""
    if not grid.rows:
        return []
    roles = _roles(grid.rows[0])
    if "question" in roles and len(grid.rows) > 1:
        return [found for row in grid.rows[1:] if (found := _listed(row, roles)) is not None]
    return _form(grid)


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

    text = cell("question")
    if not text or text == cell("reply"):
        return None
    question = FoundQuestion(text, cell("number"))
    stated = cell("limit")
    words = f"max {stated} words" if stated.isdigit() else stated
    question.limit = limit_in(words) if stated else limit_in(text)
    weighed = cell("weight")
    number = weighed if "%" in weighed else f"{weighed}%"
    question.weight, question.weight_words = weight_in(f"weight {number}" if weighed else text)
    question.kind = kind_of(f"{text} {cell('reply')}", long=bool(question.limit.most))
    return question


def _form(grid: Grid) -> list[FoundQuestion]:
    """Return the labels of a form: a text on the left, room to write on the right."""
    found: list[FoundQuestion] = []
    for row in grid.rows:
        cells = [cell.strip() for cell in row]
        filled = [cell for cell in cells if cell]
        room = len(cells) >= 2 and not cells[-1]
        choice = len(cells) >= 2 and bool(re.fullmatch(r"(?i)\W*yes\W+no\W*", cells[-1]))
        if not (room or choice) or not filled or len(filled) > 2 + choice:
            return []
        labels = filled[:-1] if choice else filled
        text = labels[-1] if labels else ""
        if not text or len(text) > LONGEST_LABEL:
            return []
        number = labels[0] if len(labels) == 2 else ""
        question = FoundQuestion(text, number, limit=limit_in(text))
        question.kind = "yes_no" if choice else kind_of(text, long=bool(question.limit.most))
        found.append(question)
    return found
