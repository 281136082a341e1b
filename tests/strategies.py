"""Random bids of every shape the domain allows, built from the shapes themselves."""

from __future__ import annotations

import types
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Literal, Union, cast, get_args, get_origin

from hypothesis import strategies as st

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.shape import Leaf, shape_of

IDENTITIES = tuple(f"{letter}{number}" for letter in "abcde" for number in range(1, 5))
WORDS = (
    "",
    "Harbour Mind",
    "We aim to help 40 people. See appendix 2.",
    "yes",
    "Northshire Council",
    "1,200.50",
    "P-1 = yes",
    "£12,000",
    "P1 empty",
    "  ",
    "NEET\nJSNA",
    "opportunity.buyer.name",
)
PROSE = (
    "",
    "We **aim** to reach 120 people by May 2027.",
    "# Need\n\nOne in four wait [evidence](evidence:a1).\n\n- one\n- two\n",
    "> “They listened,” she said.\n",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
)


def texts() -> st.SearchStrategy[str]:
    """Texts as people and programs leave them: composed, without broken characters."""
    wild = st.text(st.characters(codec="utf-8"), max_size=30)
    composed = wild.map(lambda text: unicodedata.normalize("NFC", text))
    return st.sampled_from((*WORDS, *IDENTITIES)) | composed


def moments() -> st.SearchStrategy[datetime]:
    """Moments in several zones, some without one, over the whole calendar."""
    zones = st.sampled_from((UTC, timezone(timedelta(hours=5)), None))
    return st.builds(datetime.combine, days(), st.times(), zones)


def days() -> st.SearchStrategy[date]:
    """Days, most of them near."""
    return st.dates(date(2024, 1, 1), date(2029, 1, 1)) | st.dates()


def numbers() -> st.SearchStrategy[Decimal]:
    """Decimal numbers as they are typed."""
    usual = st.decimals(-1000, 1_000_000, allow_nan=False, allow_infinity=False, places=2)
    return usual | st.integers(-5, 5000).map(Decimal)


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of one annotation of the domain."""
    if annotation in SIMPLE:
        return SIMPLE[annotation]()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of([values(one) for one in arguments])
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if hasattr(annotation, "__metadata__"):
        return values(arguments[0])
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return models(annotation)
    raise AssertionError(f"no values for {annotation}")


def models(kind: type[Frozen]) -> st.SearchStrategy[Any]:
    """Small values kept whole, such as a level of a scale."""
    fields = {name: values(info.annotation) for name, info in kind.model_fields.items()}
    return st.builds(cast("Callable[..., Any]", kind), **fields)


SIMPLE: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    str: texts,
    bool: st.booleans,
    int: lambda: st.integers(-3, 40) | st.integers(0, 2_000_000),
    Decimal: numbers,
    date: days,
    datetime: moments,
    type(None): st.none,
}


def leaf_values(leaf: Leaf) -> st.SearchStrategy[Any]:
    """Values of one stored field as it is kept: sorted tags, canonical texts."""
    if leaf.mark.prose:
        return st.sampled_from(PROSE)
    if leaf.mark.elementwise:
        return st.lists(texts(), max_size=3).map(lambda tags: tuple(sorted(set(tags))))
    return values(leaf.annotation)


@st.composite
def filled(draw: st.DrawFn, model: Frozen, most: int = 6, groups: Sequence[str] = ()) -> Any:
    """A model with some of its fields filled in, only those of some groups if they are named."""
    every = shape_of(type(model)).leaves
    leaves = {
        path: leaf for path, leaf in every.items() if not groups or path.partition(".")[0] in groups
    }
    chosen = draw(st.lists(st.sampled_from(sorted(leaves)), max_size=most, unique=True))
    return with_fields(model, {path: draw(leaf_values(leaves[path])) for path in chosen})


@st.composite
def bids(
    draw: st.DrawFn,
    collections: Sequence[str] = (),
    groups: Sequence[str] = (),
    most_things: int = 8,
    most_fields: int = 6,
) -> Bid:
    """A valid bid: some of its own fields, and things in some of its collections.

    collections, groups: where things and fields are to be found; everywhere unless told.
    Identities come from a small stock, so that references often meet.
    """
    kinds = shape_of(Bid).collections
    names = st.sampled_from(tuple(collections) or tuple(kinds))
    identities = draw(st.lists(st.sampled_from(IDENTITIES), max_size=most_things, unique=True))
    things: dict[str, list[Entity]] = {}
    for identity in identities:
        name = draw(names)
        parent = draw(st.sampled_from(("", *IDENTITIES)))
        thing = kinds[name](id=identity, parent=parent, order=draw(st.sampled_from("abc")))
        things.setdefault(name, []).append(draw(filled(thing, most_fields)))
    placed = {name: tuple(sorted(found, key=_place)) for name, found in things.items()}
    own: Bid = draw(filled(EMPTY, most_fields, groups))
    return own.model_copy(update=placed)


def _place(thing: Entity) -> tuple[str, str]:
    return thing.order, thing.id


@st.composite
def successors(draw: st.DrawFn, bid: Bid) -> Bid:
    """A bid that differs from another by one edit: a field written, a thing taken out or added."""
    kinds = shape_of(Bid).collections
    if draw(st.booleans()):
        edited: Bid = draw(filled(bid, 1))
        return edited
    held = [name for name in kinds if getattr(bid, name)]
    if not held:
        return draw(bids())
    name = draw(st.sampled_from(held))
    things: tuple[Entity, ...] = getattr(bid, name)
    at = draw(st.integers(0, len(things) - 1))
    changed = () if draw(st.booleans()) else (draw(filled(things[at], 2)),)
    rest = (*things[:at], *changed, *things[at + 1 :])
    return bid.model_copy(update={name: tuple(sorted(rest, key=_place))})
