"""Tables to be filled and lists to choose from in a reissue; what was filled in moves along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.questionnaire import COLUMNS, Column, Question, ResponseRow
from bidkit.session.reissue.changes import Change, replaced
from bidkit.words import tr

ALIKE = 0.6


def changes_of_columns(bid: Bid, ours: Question, theirs: Question, about: str) -> Iterator[Change]:
    """Yield the change of a table's columns, if they changed; cells follow their column."""
    new = theirs.columns[: len(COLUMNS)]
    if not new or _titles(ours.columns) == _titles(new):
        return
    places = _places(ours.columns, new)
    columns = tuple(
        _kept(ours.columns[old], column) if old is not None else column
        for column, old in zip(new, places, strict=True)
    )
    gone = [at for at in range(len(ours.columns)) if at not in places]
    lost = [_held(bid, ours, at) for at in gone]
    held = "; ".join(words for words in lost if words)
    note = tr("What stood in a column that is gone: {held}", held=held) if held else ""
    if not ours.columns:
        note = tr("A table is asked for now. What is written stays where it is.")
    old = ", ".join(_titles(ours.columns)) or tr("none")
    if held:
        old = f"{old} ({held})"
    take = partial(_with_columns, ours.id, columns, places)
    words = (old, ", ".join(_titles(columns)))
    key = f"{ours.id}.columns"
    yield Change(key, about, tr("the table"), *words, take, ours.id, not note, note)


def changes_of_options(bid: Bid, ours: Question, theirs: Question, about: str) -> Iterator[Change]:
    """Yield the change of what can be chosen from; a choice that is gone is pointed out."""
    if not theirs.options or ours.options == theirs.options:
        return
    gone = {
        words
        for one in bid.responses
        if one.parent == ours.id
        for words in (one.choice, *one.several)
        if words and words not in theirs.options
    }
    note = tr("You chose what is not offered now: {gone}", gone=", ".join(sorted(gone)))
    take = partial(_with_options, ours.id, theirs.options)
    words = (", ".join(ours.options) or tr("none"), ", ".join(theirs.options))
    key, sure = f"{ours.id}.options", not gone
    yield Change(key, about, tr("the choices"), *words, take, ours.id, sure, note if gone else "")


def _places(ours: Sequence[Column], theirs: Sequence[Column]) -> tuple[int | None, ...]:
    """Return for each new column which of ours it was: by title, then by likeness, each once."""
    scores = sorted(
        (
            (-_alike(old.title, new.title), abs(at - place), at, place)
            for at, old in enumerate(ours)
            for place, new in enumerate(theirs)
        ),
    )
    found: dict[int, int] = {}
    for score, _, at, place in scores:
        if -score >= ALIKE and place not in found and at not in found.values():
            found[place] = at
    return tuple(found.get(place) for place in range(len(theirs)))


def _alike(old: str, new: str) -> float:
    plain, other = (" ".join(title.lower().split()) for title in (old, new))
    return 1.0 if plain == other else SequenceMatcher(None, plain, other, autojunk=False).ratio()


def _kept(old: Column, new: Column) -> Column:
    """Return a column under its new title; its name and kind stay, as rules refer to them."""
    kind = old.kind if new.kind == "text" else new.kind
    return Column(key=old.key, title=new.title, kind=kind, options=new.options or old.options)


def _titles(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(" ".join(one.title.split()) for one in columns)


def _rows(bid: Bid, question: str) -> Iterator[ResponseRow]:
    replies = {one.id for one in bid.responses if one.parent == question}
    return (row for row in bid.response_rows if row.parent in replies)


def _held(bid: Bid, question: Question, at: int) -> str:
    cells = [str(getattr(row, COLUMNS[at])).strip() for row in _rows(bid, question.id)]
    filled = [cell for cell in cells if cell]
    return f"{question.columns[at].title}: {', '.join(filled)}" if filled else ""


def _with_columns(
    identity: str, columns: tuple[Column, ...], places: tuple[int | None, ...], bid: Bid
) -> Bid:
    now = next((one for one in bid.questions if one.id == identity), None)
    if now is None or now.columns == columns:
        return bid
    mine = {row.id for row in _rows(bid, identity)}
    rows = tuple(_moved(row, places) if row.id in mine else row for row in bid.response_rows)
    bid = bid.model_copy(update={"response_rows": rows})
    return replaced(bid, "questions", identity, columns=columns, kind="table")


def _moved(row: ResponseRow, places: tuple[int | None, ...]) -> ResponseRow:
    values: dict[str, object] = dict.fromkeys(COLUMNS, "")
    for new, old in enumerate(places):
        if old is not None:
            values[COLUMNS[new]] = getattr(row, COLUMNS[old])
    moved: ResponseRow = with_fields(row, values)
    return moved


def _with_options(identity: str, options: tuple[str, ...], bid: Bid) -> Bid:
    return replaced(bid, "questions", identity, options=options)
