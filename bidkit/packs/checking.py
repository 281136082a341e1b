"""Faults of a pack that its shape does not show: names twice, questions that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bidkit.domain.questionnaire import COLUMNS, LOTS, Response, Rule
from bidkit.domain.stages import Stage
from bidkit.errors import InputError
from bidkit.packs.prefill import check_address
from bidkit.packs.schema import Pack, PackQuestion
from bidkit.words import tr

_NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", re.IGNORECASE)
_CONDITION = re.compile(r"\s*(\S+?)\s*(?:!=|=)\s*(.+?)\s*|\s*(\S+)\s+(?:is\s+)?empty\s*")
_NUMBER = re.compile(r"[-+]?£?\d[\d,]*(?:\.\d+)? ?%?")
NUMBERS = (
    "below",
    "above",
    "sum is not",
    "fewer rows than",
    "older than months",
    "older than days",
    "younger than months",
    "all below",
    "all above",
)
OF_COLUMNS = ("none of", "all below", "all above")
CAN_SAY: dict[str, tuple[str, ...]] = {"yes_no": ("yes", "no"), "held": ("now", "by award", "no")}
_LISTS = (
    "gates",
    "red_flags",
    "buyer_quality",
    "areas",
    "agreement_points",
    "flow_down",
    "partner_checks",
    "delivery_steps",
    "subcontract_tests",
    "risks",
    "cost_lines",
    "warnings",
    "policies",
    "quality_marks",
    "scales",
    "phrases",
    "social_models",
    "drivers",
    "clauses",
    "prompts",
    "service_areas",
)
STAGES = tuple(stage.value for stage in Stage)

Place = tuple[int | str, ...]


@dataclass(frozen=True)
class Fault:
    """One fault and its place in the data."""

    place: Place
    what: str
    advice: str = ""


def faults_of(pack: Pack) -> Iterator[Fault]:
    """Yield every fault of a pack whose shape is right."""
    if not _NAME.fullmatch(pack.id):
        what = tr("“{id}” cannot be the name of a pack.", id=pack.id)
        yield Fault(("id",), what, tr("Use small letters, digits and hyphens."))
    if pack.review_by <= pack.last_checked:
        what = tr("The day to review it lies before the day it was last checked.")
        yield Fault(("review_by",), what)
    for at, page in enumerate(pack.pages):
        if page not in STAGES:
            what = tr("There is no page called “{page}”.", page=page)
            yield Fault(("pages", at), what, tr("There are: {pages}.", pages=", ".join(STAGES)))
    yield from _names_twice(pack)
    yield from _sections(pack)
    known = {name for question in pack.questions for name in (question.id, question.number)}
    for at, section in enumerate(pack.sections):
        for inner, question in enumerate(section.questions):
            place: Place = ("sections", at, "questions", inner)
            yield from _question(question, place, known)
            yield from _regimes(question, place, pack)


def _names_twice(pack: Pack) -> Iterator[Fault]:
    for name in _LISTS:
        yield from _twice(name, (line.key for line in getattr(pack, name)))
    yield from _twice("sections", (section.id for section in pack.sections))
    figures = (f"{line.key} {line.from_date or ''} {line.nation}" for line in pack.figures)
    yield from _twice("figures", figures)
    seen: set[str] = set()
    for at, section in enumerate(pack.sections):
        for inner, question in enumerate(section.questions):
            if question.id in seen:
                what = tr("There are two questions “{id}”.", id=question.id)
                yield Fault(("sections", at, "questions", inner, "id"), what)
            seen.add(question.id)


def _twice(name: str, keys: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if key in seen:
            what = tr("“{key}” stands twice in {name}.", key=key.strip(), name=name)
            yield Fault((name, at), what, tr("Each line needs a name of its own."))
        seen.add(key)


def _sections(pack: Pack) -> Iterator[Fault]:
    earlier: set[str] = set()
    for at, section in enumerate(pack.sections):
        if section.inside and section.inside not in earlier:
            what = tr("There is no section “{id}” before this one.", id=section.inside)
            yield Fault(("sections", at, "inside"), what)
        earlier.add(section.id)


def _question(question: PackQuestion, place: Place, known: set[str]) -> Iterator[Fault]:
    name = question.id
    if not question.text.strip():
        yield Fault((*place, "text"), tr("Question “{id}” asks nothing.", id=name))
    chosen = question.kind in ("choice", "several") and question.prefill_from != LOTS
    if chosen and len(question.options) < 2:
        what = tr("Question “{id}” needs at least two options.", id=name)
        yield Fault((*place, "options"), what)
    if question.kind == "table" and not 1 <= len(question.columns) <= len(COLUMNS):
        what = tr("Question “{id}” needs 1 to {n} columns.", id=name, n=len(COLUMNS))
        yield Fault((*place, "columns"), what)
    if question.parts and question.kind != "prose":
        what = tr("Question “{id}” has parts, so its kind must be prose.", id=name)
        yield Fault((*place, "kind"), what)
    yield from _rules(question, place)
    yield from _links(question, place, known)


def _rules(question: PackQuestion, place: Place) -> Iterator[Fault]:
    columns = {column.key for column in question.columns}
    columns |= {column.title for column in question.columns}
    allowed = columns | set(Response.model_fields) | {"", "continuing"}
    for at, rule in enumerate(question.rules):
        yield from _values(question, rule, (*place, "rules", at))
        named = rule.column.split("|") if rule.when in OF_COLUMNS else [rule.column]
        if any(one.strip() not in allowed for one in named):
            what = tr(
                "A rule of question “{id}” names the column “{column}”, which is not there.",
                id=question.id,
                column=rule.column,
            )
            yield Fault((*place, "rules", at, "column"), what)
    if question.knock_out and not question.rules:
        what = tr("Question “{id}” can put a bid out, but no rule says when.", id=question.id)
        yield Fault((*place, "knock_out"), what, tr("Add a rule with effect “fail”."))


def _regimes(question: PackQuestion, place: Place, pack: Pack) -> Iterator[Fault]:
    """Yield the regimes for which a rule is said to count, but never can."""
    for at, rule in enumerate(question.rules):
        for inner, one in enumerate(rule.regimes):
            where: Place = (*place, "rules", at, "regimes", inner)
            if not one:
                what = tr("A rule of question “{id}” names an empty regime.", id=question.id)
                yield Fault(where, what, tr("Leave regimes out where the rule always counts."))
            elif pack.regimes and one not in pack.regimes:
                what = tr(
                    "A rule of question “{id}” counts under “{regime}”; the pack is not for it.",
                    id=question.id,
                    regime=one,
                )
                yield Fault(where, what, tr("Choose from the regimes of the pack."))


def _values(question: PackQuestion, rule: Rule, place: Place) -> Iterator[Fault]:
    """Yield what is odd about the value a rule compares with."""
    name = question.id
    if rule.when in NUMBERS and not _NUMBER.fullmatch(rule.value.strip()):
        what = tr(
            "A rule of question “{id}” needs a number in “value”, not “{given}”.",
            id=name,
            given=rule.value,
        )
        yield Fault((*place, "value"), what, tr("Write it like: 5000000, or 0.8."))
    if rule.when in ("alike", *OF_COLUMNS) and not rule.column:
        what = tr("A rule of question “{id}” does not say which column it looks at.", id=name)
        yield Fault((*place, "column"), what, tr("Add column = with the key of a column."))
    if rule.when not in ("is", "is not") or rule.column:
        return
    offered = CAN_SAY.get(question.kind, question.options)
    given = [one.strip() for one in rule.value.split("|")]
    known = {one.casefold() for one in offered}
    wrong = [one for one in given if one.casefold() not in known] if offered else []
    if wrong:
        what = tr(
            "A rule of question “{id}” waits for “{given}”, which nobody can reply.",
            id=name,
            given=wrong[0],
        )
        advice = tr("Choose one of: {options}.", options=", ".join(offered))
        yield Fault((*place, "value"), what, advice)


def _links(question: PackQuestion, place: Place, known: set[str]) -> Iterator[Fault]:
    if question.show_if:
        match = _CONDITION.fullmatch(question.show_if)
        target = (match[1] or match[3]) if match else ""
        if target not in known or target == question.id:
            what = tr(
                "Question “{id}” depends on “{target}”, which is not in this pack.",
                id=question.id,
                target=target or question.show_if,
            )
            advice = tr("Write it like: D4.1 = yes, or C3.6 empty.")
            yield Fault((*place, "show_if"), what, advice)
    if question.prefill_from:
        try:
            check_address(question.prefill_from, question.kind, question.columns)
        except InputError as error:
            yield Fault((*place, "prefill_from"), error.what, error.advice)
