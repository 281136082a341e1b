"""Whether one condition of a question's rules holds for one reply."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from bidkit.domain.questionnaire import COLUMNS, Response, ResponseRow, Rule
from bidkit.domain.showing import MONTHS, in_uk
from bidkit.rules.asked import Asked
from bidkit.rules.moments import months_before
from bidkit.rules.replied import reply_of

Held = bool | None


class Case(NamedTuple):
    """One reply with the question it answers, its table rows and today."""

    asked: Asked
    response: Response | None
    rows: tuple[ResponseRow, ...]
    today: date


def holds(rule: Rule, case: Case) -> Held:
    """Tell whether a rule's condition holds; None where what it needs is not known."""
    return CONDITIONS[rule.when](rule, case)


def counts(rule: Rule, asked: Asked) -> Held:
    """Tell whether a rule counts under the rules of this bid; None while nobody has chosen them."""
    if not rule.regimes:
        return True
    return asked.regime in rule.regimes if asked.regime else None


def cells(rule: Rule, case: Case) -> tuple[str, ...]:
    """Return the cells of the column a rule names, in every row; () where there is none."""
    for name, column in zip(COLUMNS, case.asked.question.columns, strict=False):
        if rule.column in (column.key, column.title):
            return tuple(str(getattr(row, name)).strip() for row in case.rows)
    return ()


def _is_column(rule: Rule, case: Case) -> bool:
    columns = case.asked.question.columns[: len(COLUMNS)]
    return any(rule.column in (column.key, column.title) for column in columns)


def _given(rule: Rule, case: Case) -> object:
    """Return what a rule looks at besides table cells: the reply, or a named field of it."""
    if rule.column == "continuing":
        return continuing(case.response)
    if rule.column and rule.column in Response.model_fields and case.response is not None:
        return getattr(case.response, rule.column)
    return reply_of(case.response, case.asked.question.kind)


def continuing(response: Response | None) -> str:
    """Return whether circumstances continue or are likely again: yes, no, or '' not said."""
    if response is None:
        return ""
    if response.ended == "no" or response.likely_again == "yes":
        return "yes"
    return "no" if response.ended == "yes" and response.likely_again == "no" else ""


def _texts(rule: Rule, case: Case) -> tuple[str, ...]:
    if rule.column and _is_column(rule, case):
        return tuple(cell for cell in cells(rule, case) if cell)
    given = _given(rule, case)
    values = given if isinstance(given, tuple) else (given,)
    return tuple(str(one).strip() for one in values if one not in (None, ""))


def _numbers(rule: Rule, case: Case) -> tuple[Decimal, ...]:
    return tuple(number for text in _texts(rule, case) if (number := number_in(text)) is not None)


def _days(rule: Rule, case: Case) -> tuple[date, ...]:
    if rule.column and _is_column(rule, case):
        found = (day_in(cell) for cell in cells(rule, case))
        return tuple(day for day in found if day is not None)
    given = _given(rule, case)
    if isinstance(given, date):
        return (given,)
    expires = case.response.evidence_expires_on if case.response is not None else None
    return (expires,) if expires is not None else ()


def _is(rule: Rule, case: Case) -> Held:
    texts = _texts(rule, case)
    if not texts:
        return None
    wanted = {one.strip().casefold() for one in rule.value.split("|")}
    return any(text.casefold() in wanted for text in texts)


def _is_not(rule: Rule, case: Case) -> Held:
    held = _is(rule, case)
    return None if held is None else not held


def _empty(rule: Rule, case: Case) -> Held:
    if rule.column and _is_column(rule, case):
        return any(not cell for cell in cells(rule, case))
    given = _given(rule, case)
    if case.asked.question.kind == "table" and not rule.column:
        return not case.rows
    if case.asked.question.kind == "prose" and not rule.column:
        return not any(one.text.strip() for one in case.asked.answers)
    return given in (None, "", ()) or (isinstance(given, str) and not given.strip())


def _below(rule: Rule, case: Case) -> Held:
    return _compared(rule, case, lambda number, level: number < level)


def _above(rule: Rule, case: Case) -> Held:
    return _compared(rule, case, lambda number, level: number > level)


def _compared(rule: Rule, case: Case, test: Callable[[Decimal, Decimal], bool]) -> Held:
    level = number_in(rule.value)
    numbers = _numbers(rule, case)
    if level is None or not numbers:
        return None
    every = all if rule.effect == "pass" else any
    return every(test(number, level) for number in numbers)


def _before_start(rule: Rule, case: Case) -> Held:
    start, days = case.asked.starts_on, _days(rule, case)
    return any(day < start for day in days) if start is not None and days else None


def _before_deadline(rule: Rule, case: Case) -> Held:
    deadline, days = case.asked.deadline, _days(rule, case)
    if deadline is None or not days:
        return None
    return any(day < in_uk(deadline).date() for day in days)


def _older(rule: Rule, case: Case) -> Held:
    months, days = number_in(rule.value), _days(rule, case)
    if months is None or not days or not 0 <= months <= 12_000:
        return None
    return any(day < months_before(case.today, int(months)) for day in days)


def _sum_is_not(rule: Rule, case: Case) -> Held:
    wanted, numbers = number_in(rule.value), _numbers(rule, case)
    if wanted is None or not numbers:
        return None
    return sum(numbers, Decimal(0)) != wanted


def _fewer_rows(rule: Rule, case: Case) -> Held:
    wanted = number_in(rule.value)
    return None if wanted is None else len(case.rows) < wanted


def _younger(rule: Rule, case: Case) -> Held:
    held = _older(rule, case)
    return None if held is None else not held


def _older_days(rule: Rule, case: Case) -> Held:
    wanted, days = number_in(rule.value), _days(rule, case)
    if wanted is None or not days or not 0 <= wanted <= 36_500:
        return None
    return any(day < case.today - timedelta(days=int(wanted)) for day in days)


def _alike(rule: Rule, case: Case) -> Held:
    given = [" ".join(cell.casefold().split()) for cell in cells(rule, case) if cell]
    return len(set(given)) < len(given) if given else None


def _none_of(rule: Rule, case: Case) -> Held:
    """Tell whether a row says neither yes nor anything else in any of the columns named."""
    if not case.rows:
        return None
    named = [one.strip() for one in rule.column.split("|")]
    columns = [cells(rule.model_copy(update={"column": one}), case) for one in named]
    rows = zip(*columns, strict=False)
    return any(all(cell.casefold() in ("", "no") for cell in row) for row in rows)


def _all_below(rule: Rule, case: Case) -> Held:
    return _every(rule, case, lambda number, level: number < level)


def _all_above(rule: Rule, case: Case) -> Held:
    return _every(rule, case, lambda number, level: number > level)


def _every(rule: Rule, case: Case, test: Callable[[Decimal, Decimal], bool]) -> Held:
    """Tell whether a test holds in every row; one row in which it does not is enough to know."""
    level, sums = number_in(rule.value), _sums(rule, case)
    if level is None or not sums:
        return None
    if any(number is not None and not test(number, level) for number in sums):
        return False
    return None if None in sums else True


def _sums(rule: Rule, case: Case) -> tuple[Decimal | None, ...]:
    """Return what the columns named add up to in each row; None where a cell holds no number."""
    named = [one.strip() for one in rule.column.split("|")]
    columns = [cells(rule.model_copy(update={"column": one}), case) for one in named]
    rows = ([number_in(cell) for cell in row] for row in zip(*columns, strict=False))
    return tuple(None if None in row else sum(filter(None, row), Decimal(0)) for row in rows)


def _over_lot_limit(_rule: Rule, case: Case) -> Held:
    most = case.asked.most_lots
    given = case.response.several if case.response is not None else ()
    return None if most is None else len(given) > most


CONDITIONS: dict[str, Callable[[Rule, Case], Held]] = {
    "is": _is,
    "is not": _is_not,
    "empty": _empty,
    "below": _below,
    "above": _above,
    "before contract start": _before_start,
    "before deadline": _before_deadline,
    "older than days": _older_days,
    "younger than months": _younger,
    "alike": _alike,
    "none of": _none_of,
    "older than months": _older,
    "sum is not": _sum_is_not,
    "fewer rows than": _fewer_rows,
    "all below": _all_below,
    "all above": _all_above,
    "over lot limit": _over_lot_limit,
}


def number_in(text: str) -> Decimal | None:
    """Return the number people wrote ("£1,200.50", "12 %"), None where it is none."""
    plain = text.replace(",", "").replace("£", "").replace("%", "").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def day_in(text: str) -> date | None:
    """Return the day in a cell (2026-12-04, 4/12/2026, Fri 4 December 2026), None if unclear."""
    written = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]* (\d{4})\b", text)
    if written is not None:
        names = [name.casefold() for name in MONTHS]
        name = written[2].casefold()
        if name not in names:
            return None
        return _day(int(written[3]), names.index(name) + 1, int(written[1]))
    pieces = text.replace("/", "-").replace(".", "-").split("-")
    if len(pieces) != 3 or not all(piece.strip().isdecimal() for piece in pieces):
        return None
    first, month, last = (int(piece) for piece in pieces)
    year, day = (first, last) if first > 31 else (last, first)
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
