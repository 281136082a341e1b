"""The addresses findings point at, picked by functions that the type checker reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref

E = TypeVar("E", bound=Entity)
T = TypeVar("T")


def here(pick: Callable[[Bid], T]) -> Ref[Bid, T]:
    """Return the address of a field, group or collection of the bid itself."""
    return ref(Bid, pick)


def at(
    collection: Callable[[Bid], tuple[E, ...]], one: E, field: Callable[[E], Any] | None = None
) -> Ref[Bid, Any]:
    """Return the address of a thing of a collection, or of one field of it."""
    place: Ref[Bid, E] = ref(Bid, collection).item(one.id)
    return place if field is None else place.then(ref(type(one), field))
