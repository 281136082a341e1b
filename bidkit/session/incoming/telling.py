"""Fields and things in a few words, for showing what would change before it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.edits import value_at
from bidkit.domain.opportunity import Lot
from bidkit.domain.organisation import AccountsYear, Person, TrackRecord
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.refs import Ref, ref
from bidkit.domain.rounds import Round
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import day_words, moment_words, money_words, number_words
from bidkit.packs.catalogue import shipped
from bidkit.words import Words, later, tr

LONGEST = 240
NAMING = ("number", "code", "title", "name", "scheme", "kind", "text", "claim", "customer")
REGIME = str(ref(Bid, lambda b: b.opportunity.regime))
VALUES: Mapping[str, Words] = {
    "yes": later("Yes"),
    "no": later("No"),
    "unknown": later("not known"),
    "buyer_form": later("Their own form"),
    "own_document": later("A document of our own"),
    "clg": later("Company limited by guarantee"),
    "cio": later("Charitable incorporated organisation"),
    "nhs": later("NHS body"),
}
ROUNDS: Mapping[str, Words] = {
    "interest": later("Expression of interest"),
    "selection": later("Selection questionnaire"),
    "tender": later("Tender"),
    "final": later("Final offer"),
    "presentation": later("Presentation"),
    "grant": later("Grant application"),
}


def value_words(value: Any, place: Ref[Bid, Any] | None = None) -> str:
    """Return a value as people read it, shortened to a few lines."""
    if place is not None and str(place) == REGIME and value:
        note = shipped().regime_note(value)
        return note.title if note is not None else str(value)
    if place is not None and isinstance(value, Decimal) and _is_money(place):
        return money_words(value)
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, datetime):
        return moment_words(value)
    if isinstance(value, date):
        return day_words(value, weekday=False)
    if isinstance(value, Decimal | int):
        return number_words(value)
    if isinstance(value, tuple):
        return short(", ".join(str(one) for one in value))
    if value in ("", None):
        return ""
    return str(VALUES[value]) if value in VALUES else short(str(value))


def thing_words(thing: Entity) -> str:
    """Return a thing in a few words: what names it, and what matters most of it."""
    teller = TELLERS.get(type(thing))
    if teller is not None:
        return short(teller(thing))
    leaves = shape_of(type(thing)).leaves
    named = [str(value_at(thing, name)) for name in NAMING if name in leaves]
    named = [words for words in named if words][:2]
    return short(" · ".join(named)) if named else _first_words(thing)


def short(words: str) -> str:
    """Return words on one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _first_words(thing: Entity) -> str:
    for path, leaf in shape_of(type(thing)).leaves.items():
        value = value_at(thing, path)
        if path not in ("parent", "order") and value != leaf.default:
            return value_words(value)
    return ""


def _is_money(place: Ref[Bid, Any]) -> bool:
    return place.field.rsplit(".", 1)[-1] in ("value", "value_gross", "ceiling", "grant_maximum")


def _round(one: Round) -> str:
    name = one.title or str(ROUNDS.get(one.kind, ""))
    when = moment_words(one.deadline) or tr("no deadline")
    words = f"{name}: {when}"
    if one.questions_close is not None:
        words += "; " + tr("questions close {moment}", moment=moment_words(one.questions_close))
    return words


def _question(one: Question) -> str:
    words = " ".join(part for part in (one.number, one.title or one.text) if part)
    said = (_kind(one), limit_words(one.limit))
    if not any(said):
        return words
    return " · ".join(part for part in (short(words), *said) if part)


def _kind(one: Question) -> str:
    """Return what kind of reply was recognised, where it is not plain words."""
    if one.kind == "table":
        return tr("table: {columns}", columns=", ".join(column.title for column in one.columns))
    return str(KINDS.get(one.kind, ""))


KINDS: dict[str, Words] = {
    "yes_no": later("yes or no"),
    "date": later("date"),
    "money": later("money"),
    "number": later("number"),
    "file": later("file"),
    "held": later("now, by the award, or no"),
    "declaration": later("signature"),
}


def limit_words(limit: Limit) -> str:
    """Return a limit in words, '' for none."""
    if limit.most is None:
        return ""
    return f"{number_words(limit.most)} {limit.unit}".strip()


def _criterion(one: Criterion) -> str:
    words = " ".join(part for part in (one.number, one.title) if part)
    if one.weight is None:
        return words
    return tr("{what}: {weight}%", what=words, weight=number_words(one.weight))


def _lot(one: Lot) -> str:
    words = " ".join(part for part in (one.number, one.title) if part)
    return ", ".join(part for part in (words, money_words(one.value)) if part)


def _accounts(one: AccountsYear) -> str:
    year = tr("Year to {day}", day=day_words(one.year_end, weekday=False))
    figures = [(tr("income"), one.income), (tr("spending"), one.spending)]
    told = [f"{name} {money_words(amount)}" for name, amount in figures if amount is not None]
    return ": ".join(part for part in (year, ", ".join(told)) if part)


def _record(one: TrackRecord) -> str:
    when = day_words(one.starts_on, weekday=False)
    parts = (one.customer, one.service, money_words(one.value), when)
    return ", ".join(part for part in parts if part)


def _person(one: Person) -> str:
    return ", ".join(part for part in (one.name, one.role) if part)


TELLERS: dict[type[Entity], Callable[[Any], str]] = {
    Round: _round,
    Question: _question,
    Criterion: _criterion,
    Lot: _lot,
    AccountsYear: _accounts,
    TrackRecord: _record,
    Person: _person,
}
