"""The questions of a bid as the text of a pack, for a clinic to edit and hand on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bidkit.domain.base import Value
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Limit, Part, Question, Section
from bidkit.packs.schema import PackQuestion
from bidkit.words import tr

LASTS = timedelta(days=365)
PLAIN = (
    "title",
    "kind",
    "marking",
    "options",
    "required",
    "help",
    "knock_out",
    "show_if",
    "prefill_from",
    "scope",
    "needs_period",
)
_NOT_A_NAME = re.compile(r"[^a-z0-9]+")


def pack_text(bid: Bid, title: str, today: date) -> str:
    """Return every question of a bid as a pack; replies and answers are left out.

    The buyer's numbers become the names of the questions, so that conditions still find them.
    """
    lines = [
        f"# {tr('Change what you like, then check it with: bidkit pack check FILE')}",
        _said("id", named(title) or "our-own"),
        _said("title", title),
        _said("version", f"{today.year}.1"),
        _said("source", bid.opportunity.buyer.name or tr("The buyer’s questionnaire")),
        f"last_checked = {today.isoformat()}",
        f"review_by = {(today + LASTS).isoformat()}",
    ]
    seen: set[str] = set()
    for section in _asking(bid):
        lines += ["", *_section(section, bid)]
        for question in bid.questions:
            if question.parent == section.id:
                lines += ["", *_question(question, bid, seen)]
    return "\n".join(lines) + "\n"


def named(title: str) -> str:
    """Return a title as the name of a pack: small letters, digits and hyphens."""
    return _NOT_A_NAME.sub("-", title.casefold()).strip("-")[:60].strip("-")


def _asking(bid: Bid) -> list[Section]:
    holding = {question.parent for question in bid.questions}
    return [one for one in bid.sections if one.id in holding]


def _section(section: Section, bid: Bid) -> Iterator[str]:
    at = [one.id for one in _asking(bid)].index(section.id) + 1
    yield "[[sections]]"
    yield _said("id", f"s{at}")
    yield _said("title", section.title or tr("Questions"))
    yield _said("stage", section.stage)
    if section.number:
        yield _said("number", section.number)
    if section.guidance:
        yield _said("guidance", section.guidance)
    if section.applies == "no":
        yield "optional = true"


def _question(question: Question, bid: Bid, seen: set[str]) -> Iterator[str]:
    yield "[[sections.questions]]"
    yield _said("id", _name(question, seen))
    yield _said("text", question.text or question.title or "?")
    if question.number:
        yield _said("number", question.number)
    for name in PLAIN:
        value = getattr(question, name)
        if value != PackQuestion.model_fields[name].default:
            yield _said(name, value)
    if question.evidence_asked:
        yield _said("evidence", question.evidence_asked)
    if question.limit.most is not None:
        yield _limited(question.limit)
    for name, values in (("columns", question.columns), ("rules", question.rules)):
        if values:
            yield f"{name} = [\n{_tables(values)}]"
    parts = [one for one in bid.parts if one.parent == question.id]
    if parts:
        rows = "".join(f"  {_part(part, at)},\n" for at, part in enumerate(parts, start=1))
        yield f"parts = [\n{rows}]"


def _name(question: Question, seen: set[str]) -> str:
    """Return a name no other question of the pack has: the pack's own, the number, or a count."""
    wanted = question.pack_item or question.number or f"q{len(seen) + 1}"
    name, more = wanted, 2
    while name in seen:
        name, more = f"{wanted}-{more}", more + 1
    seen.add(name)
    return name


def _part(part: Part, at: int) -> str:
    limit = f", {_limited(part.limit)}" if part.limit.most is not None else ""
    number = f", {_said('number', part.number)}" if part.number else ""
    return f"{{ {_said('id', f'p{at}')}{number}, {_said('text', part.text)}{limit} }}"


def _limited(limit: Limit) -> str:
    return f"limit = {{ most = {limit.most}, {_said('unit', limit.unit or 'words')} }}"


def _tables(values: Iterable[Value]) -> str:
    lines = []
    for value in values:
        kept = value.model_dump(exclude_defaults=True)
        lines.append(f"  {{ {', '.join(_said(name, one) for name, one in kept.items())} }},\n")
    return "".join(lines)


def _said(name: str, value: object) -> str:
    """Return one line "name = value"; JSON's texts, lists and true are TOML's too."""
    given = list(value) if isinstance(value, tuple) else value
    return f"{name} = {json.dumps(given, ensure_ascii=False)}".replace("\x7f", "")
