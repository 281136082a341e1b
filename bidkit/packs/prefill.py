"""Replies filled in from what is known of the organisation, marked so that somebody checks them.

A question says where from: organisation.name, one line of a list by a field of it
(insurances{kind=public}.limit), the latest accounts (accounts{latest}.income), a whole list for a
table whose columns are named like its fields (track_record), or a figure that is worked out
(standing.E3), which whoever fills in must give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from bidkit.domain.base import Entity, derived_id, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.edits import value_at, with_fields
from bidkit.domain.filled import mark_of, waits_for_a_look
from bidkit.domain.questionnaire import (
    COLUMNS,
    LOTS,
    Column,
    Question,
    Response,
    ResponseKind,
    ResponseRow,
)
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import day_words, money_words, number_words
from bidkit.errors import InputError
from bidkit.words import tr

MOST_ROWS = 12
_ONE_OF = re.compile(r"([a-z_]+)\{(?:(latest)|([a-z_]+)=([^{}]*))\}\.([a-z_.]+)")
NO_FIGURES: Mapping[str, Decimal] = MappingProxyType({})
_LATEST_BY = {"accounts": "year_end", "track_record": "ends_on"}


WORKED_OUT = frozenset(f"standing.E{test}" for test in range(1, 10))


def check_address(address: str, kind: ResponseKind, columns: Sequence[Column] = ()) -> None:
    """Raise InputError when a reply of this kind cannot be filled from this address."""
    shape = shape_of(Bid)
    if address in WORKED_OUT:
        return
    match = _ONE_OF.fullmatch(address)
    if match is not None:
        entity = shape.collections.get(match[1])
        leaves = shape_of(entity).leaves if entity is not None else {}
        named = [name for name in (match[3], match[5]) if name]
        if not leaves or any(name not in leaves for name in named):
            raise _nowhere(address)
        return
    if address == LOTS and kind == "several":
        return
    if kind == "table":
        entity = shape.collections.get(address)
        if entity is None:
            raise _nowhere(address)
        leaves = shape_of(entity).leaves
        if not any(column.key in leaves for column in columns):
            raise InputError(
                tr("No column of the table is named like a field of “{list}”.", list=address)
            )
        return
    if address not in shape.leaves:
        raise _nowhere(address)


def prefill(bid: Bid, *, refresh: bool = False, figures: Mapping[str, Decimal] = NO_FIGURES) -> Bid:
    """Return the bid with every empty reply filled that can be; refresh also renews unchecked ones.

    What somebody wrote, changed or checked stays; twice is once.
    """
    given = {response.parent: response for response in bid.responses}
    rows: dict[str, list[ResponseRow]] = {}
    for row in bid.response_rows:
        rows.setdefault(row.parent, []).append(row)
    made: list[Response] = []
    made_rows: list[ResponseRow] = []
    for question in bid.questions:
        if not question.prefill_from:
            continue
        earlier = given.get(question.id)
        if earlier is not None and not _may_fill(earlier, rows.get(earlier.id, []), refresh):
            continue
        response = earlier or Response(id=derived_id(question.id, "response"), parent=question.id)
        value = figures.get(question.prefill_from)
        if value is None and question.kind != "table":
            value = _value(bid, question.prefill_from)
        filled, own_rows = _filled(bid, question, response, value)
        if filled is not None:
            made.append(filled)
            made_rows += own_rows
    return _with(bid, made, made_rows) if made else bid


def _may_fill(earlier: Response, rows: list[ResponseRow], refresh: bool) -> bool:
    blank = Response(id=earlier.id, parent=earlier.parent, order=earlier.order)
    untouched = earlier == blank.model_copy(update={"subject": earlier.subject}) and not rows
    return untouched or (refresh and waits_for_a_look(earlier, rows))


def _filled(
    bid: Bid, question: Question, response: Response, value: Any
) -> tuple[Response | None, list[ResponseRow]]:
    rows = _rows(bid, question, response) if question.kind == "table" else []
    fields = _as_reply(value, question)
    if not fields and not rows:
        return None, []
    marked = {**fields, "prefilled": True, "checked": False}
    filled: Response = with_fields(response, marked)
    return filled.model_copy(update={"filled_with": mark_of(filled, rows)}), rows


def _value(bid: Bid, address: str) -> Any:
    if address == LOTS:
        return tuple(one.called for one in bid.lots if one.bidding == "yes" and one.called)
    match = _ONE_OF.fullmatch(address)
    if match is None:
        try:
            return parse_ref(Bid, address).get(bid)
        except (InputError, KeyError):
            return None
    collection, latest, field, wanted, path = match.groups()
    entries: Sequence[Entity] = getattr(bid, collection, ())
    if latest:
        by = _LATEST_BY.get(collection, "")
        dated = [entry for entry in entries if by and value_at(entry, by) is not None]
        found = max(dated, key=lambda entry: value_at(entry, by), default=None)
    else:
        found = next((e for e in entries if str(value_at(e, field)) == wanted), None)
    return None if found is None else value_at(found, path)


def _as_reply(value: Any, question: Question) -> dict[str, Any]:
    """Return the fields of a response that say this value; {} when the kind cannot say it."""
    if value in ("", None, ()):
        return {}
    match question.kind:
        case "yes_no":
            return {"yes_no": value} if value in ("yes", "no") else {}
        case "held":
            held = {"yes": "now", "no": "no"}.get(str(value), value)
            return {"held": held} if held in ("now", "by award", "no") else {}
        case "several":
            return {"several": value} if isinstance(value, tuple) else {}
        case "choice":
            return {"choice": str(value)} if str(value) in question.options else {}
        case "number" | "percent" | "year":
            number = value.year if isinstance(value, date) else value
            return {"number": Decimal(number)} if isinstance(number, int | Decimal) else {}
        case "money":
            return {"money": Decimal(value)} if isinstance(value, int | Decimal) else {}
        case "date":
            return {"date": value} if isinstance(value, date) else {}
        case "text" | "email" | "url" | "address" | "code":
            return {"text": _words(value)}
        case "file":
            return {"attachment": str(value)}
        case _:
            return {}


def _rows(bid: Bid, question: Question, response: Response) -> list[ResponseRow]:
    entries: Sequence[Entity] = getattr(bid, question.prefill_from, ())
    rows = []
    for entry, order in zip(entries[:MOST_ROWS], keys_after("", MOST_ROWS), strict=False):
        leaves = shape_of(type(entry)).leaves
        cells = {
            place: _words(value_at(entry, column.key), column.kind)
            for place, column in zip(COLUMNS, question.columns, strict=False)
            if column.key in leaves and not leaves[column.key].mark.personal
        }
        if any(cells.values()):
            identity = derived_id(response.id, entry.id)
            rows.append(ResponseRow(id=identity, parent=response.id, order=order, **cells))
    return rows


def _words(value: Any, kind: str = "") -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day_words(value, weekday=False)
    if isinstance(value, Decimal):
        return money_words(value) if kind == "money" else number_words(value)
    if isinstance(value, tuple):
        return ", ".join(str(entry) for entry in value)
    return str(value)


def _with(bid: Bid, responses: list[Response], rows: list[ResponseRow]) -> Bid:
    """Return the bid with these responses and rows in place of their earlier selves."""
    changed = {response.id for response in responses}
    kept_rows = [row for row in bid.response_rows if row.parent not in changed]
    renewed = {row.parent for row in rows}
    kept_rows += [r for r in bid.response_rows if r.parent in changed - renewed]
    all_responses = [r for r in bid.responses if r.id not in changed] + responses
    update: dict[str, Any] = {
        "responses": tuple(sorted(all_responses, key=lambda r: (r.order, r.id))),
        "response_rows": tuple(sorted([*kept_rows, *rows], key=lambda r: (r.order, r.id))),
    }
    next_bid: Bid = with_fields(bid, update)
    return bid if next_bid == bid else next_bid


def _nowhere(address: str) -> InputError:
    return InputError(
        tr("“{address}” is nothing that BidKit knows of the organisation.", address=address),
        advice=tr("Use an address such as organisation.name or organisation.ppon."),
    )
