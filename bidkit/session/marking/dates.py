"""Marked words as dates: which dates they state, and which date of the bid each may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.review import Task
from bidkit.domain.rounds import Round
from bidkit.domain.showing import UK
from bidkit.importers.notice.moments import WrittenDate, dates_in, in_uk
from bidkit.rules.routes import ask
from bidkit.session.document import with_entry
from bidkit.session.incoming.telling import ROUNDS as KINDS
from bidkit.session.incoming.telling import short
from bidkit.session.marking.words import Marked, excerpt_of
from bidkit.session.reissue.dates import date_words, dated_places, value_of, with_date
from bidkit.words import tr

ROUNDS = ref(Bid, lambda b: b.rounds)
TASKS = ref(Bid, lambda b: b.tasks)
MOMENTS = frozenset({"deadline", "questions_close", "when"})
NOON = time(12, 0)
NEW, TASK = "new deadline", "task"
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(])|\n")
_SIGNS: tuple[tuple[str, str], ...] = (
    ("questions_close", r"clarif|quer(?:y|ies)\b|\bquestions?\b"),
    ("when", r"\bpresentations?\b|\binterviews?\b"),
    ("deadline", r"deadline|\bclos|submi|\breturn|no later than|recei|\barriv|\btenders? must"),
    ("starts_on", r"commenc|\bstart|\bbegin|mobilis"),
    ("ends_on", r"\bexpir|\bends?\b|\bending\b"),
    ("opens_on", r"\bopens?\b|\bissued?\b|\bpublish"),
)


@dataclass(frozen=True)
class DateChoice:
    """One date of the bid that a written date may be: what it is called and what stands there."""

    key: str
    words: str
    place: Ref[Bid, Any]
    take: Callable[[Bid], Bid]


@dataclass(frozen=True)
class FoundDate:
    """A date in the buyer's words, the sentence around it, what it may be and most likely is."""

    words: str
    sentence: str
    choices: tuple[DateChoice, ...]
    likely: str = ""
    note: str = ""


def dates_from(bid: Bid, marked: Marked, today: date) -> tuple[FoundDate, ...]:
    """Return every date that marked words state.

    One without a year is that nearest to today or to a date the tender has, and says so.
    """
    near = (today, *_known_days(bid))
    found: dict[str, FoundDate] = {}
    for sentence in _SENTENCE.split(marked.words):
        for written in dates_in(sentence, near):
            one = _found(bid, marked, written, sentence)
            found.setdefault(f"{one.words} {one.likely}", one)
    return tuple(found.values())


def with_dates(
    bid: Bid, marked: Marked, found: tuple[FoundDate, ...], chosen: Mapping[int, str]
) -> tuple[Bid, tuple[Ref[Bid, Any], ...]]:
    """Return the bid with the chosen dates set, each with the words it came from, and where."""
    places: list[Ref[Bid, Any]] = []
    for at, key in sorted(chosen.items()):
        choice = next((one for one in found[at].choices if one.key == key), None)
        if choice is None:
            continue
        bid = choice.take(bid)
        excerpt = excerpt_of(marked, "date", str(choice.place))
        if all(one.id != excerpt.id for one in bid.excerpts):
            bid = with_entry(bid, "excerpts", excerpt)
        places.append(choice.place)
    return bid, tuple(places)


def _known_days(bid: Bid) -> Iterator[date]:
    for place, _what, _about in dated_places(bid):
        value = place.get(bid)
        if isinstance(value, date):
            yield value.astimezone(UK).date() if isinstance(value, datetime) else value


def _found(bid: Bid, marked: Marked, written: WrittenDate, sentence: str) -> FoundDate:
    choices = tuple(_choices(bid, marked, written, sentence))
    notes = []
    if written.year_assumed:
        notes.append(tr("No year is stated: {year} is assumed. Check it.", year=written.day.year))
    if not written.weekday_fits:
        notes.append(tr("The day of the week does not fit this date. {ask}.", ask=ask(bid)))
    if written.at is None:
        notes.append(tr("No time of day is stated: one already here stays, a new one is noon."))
    value: date | datetime = written.when or written.day
    likely = _likely(bid, sentence, choices)
    return FoundDate(date_words(value), sentence.strip(), choices, likely, " ".join(notes))


def _choices(bid: Bid, marked: Marked, written: WrittenDate, sentence: str) -> Iterator[DateChoice]:
    for place, what, about in dated_places(bid):
        old = place.get(bid)
        if isinstance(old, date):
            value = value_of(written, old)
        else:
            value = _moment(written) if place.steps[-1] in MOMENTS else written.day
        name = tr("{what} of {round}", what=what, round=about) if about else what
        now = date_words(old) if isinstance(old, date) else tr("empty")
        words = tr("{name} (now: {now})", name=name[:1].upper() + name[1:], now=now)
        take = partial(_with_date, place=place, value=value, sentence=sentence.strip())
        yield DateChoice(str(place), words, place, take)
    made = Round(
        id=marked.identity(f"round {written.day}"),
        deadline=_moment(written),
        deadline_as_published=sentence.strip(),
    )
    place = ROUNDS.item(made.id)
    yield DateChoice(NEW, tr("A deadline of its own"), place, partial(_with_round, made=made))
    task = Task(
        id=derived_id("task", marked.identity("date"), str(written.day)),
        title=short(sentence.strip()),
        due_on=written.day,
    )
    take = partial(_with_task, made=task)
    yield DateChoice(TASK, tr("Something to be done by then"), TASKS.item(task.id), take)


def _moment(written: WrittenDate) -> datetime:
    return written.when or in_uk(datetime.combine(written.day, NOON, UK))


def _likely(bid: Bid, sentence: str, choices: tuple[DateChoice, ...]) -> str:
    """Return the choice that the words around a date speak of; '' where they name none."""
    said = sentence.lower()
    field = next((name for name, signs in _SIGNS if re.search(signs, said)), "")
    fitting = [one for one in choices if one.place.steps[-1] == field]
    if field == "deadline" and not fitting:
        return NEW
    by_id = {one.id: one for one in bid.rounds}
    named = [one for one in fitting if _is_named(by_id.get(one.place.identity), said)]
    unsent = [one for one in fitting if _is_open(by_id.get(one.place.identity))]
    best = [one for one in named if one in unsent] or unsent or fitting
    return best[0].key if best else ""


def _is_named(one: Round | None, said: str) -> bool:
    if one is None:
        return False
    kind = str(KINDS[one.kind]).lower() if one.kind in KINDS else ""
    return any(words and words in said for words in (one.title.lower(), kind))


def _is_open(one: Round | None) -> bool:
    return one is None or one.sent_at is None


def _with_date(bid: Bid, place: Ref[Bid, Any], value: date | datetime, sentence: str) -> Bid:
    bid = with_date(bid, place, value)
    if place.steps[-1] == "deadline":
        as_published = ROUNDS.item(place.identity).then(AS_PUBLISHED)
        bid = as_published.set(bid, sentence)
    return bid


def _with_round(bid: Bid, made: Round) -> Bid:
    if any(one.id == made.id for one in bid.rounds):
        return bid
    return with_entry(bid, "rounds", made)


def _with_task(bid: Bid, made: Task) -> Bid:
    if any(one.id == made.id for one in bid.tasks):
        return bid
    return with_entry(bid, "tasks", made)


AS_PUBLISHED = ref(Round, lambda r: r.deadline_as_published)
