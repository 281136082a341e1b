"""A Ref is the address of everything: a field, a finding, a conflict, a widget, an undo step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.shape import checker_of, element_of
from bidkit.errors import InputError

M = TypeVar("M", bound=Frozen)
T = TypeVar("T")
S = TypeVar("S")
E = TypeVar("E", bound=Entity)

_STEP = re.compile(r"\.?([a-z_][a-z0-9_]*)(?:\[([^\[\]]+)\])?", re.ASCII)


@dataclass(frozen=True)
class Item:
    """The step from a collection to the one thing in it that has this identity."""

    id: str


Step = str | Item


@dataclass(frozen=True)
class Ref(Generic[M, T]):
    """The address of a T inside an M: it can be read, set, joined, printed and parsed."""

    model: type[M]
    steps: tuple[Step, ...]

    def get(self, model: M) -> T:
        """Return what stands at this address; raise KeyError when an item is gone."""
        place: Any = model
        for step in self.steps:
            if isinstance(step, Item):
                place = next((entry for entry in place if entry.id == step.id), None)
                if place is None:
                    raise KeyError(str(self))
            else:
                place = getattr(place, step)
        return cast("T", place)

    def exists(self, model: M) -> bool:
        """Tell whether every item on the way is still there."""
        try:
            self.get(model)
        except KeyError:
            return False
        return True

    def set(self, model: M, value: T) -> M:
        """Return the next model with this value here; InputError when it has the wrong shape."""
        if isinstance(value, str):
            value = cast("T", unicodedata.normalize("NFC", value))
        try:
            checked = _adapter(self.model, self.steps).validate_python(value, strict=True)
        except ValidationError as error:
            raise InputError(
                f"“{value}” cannot stand at {self}.",
                advice="Check the kind of value this field takes.",
                details=str(error),
            ) from error
        return cast("M", _replaced(model, self.steps, checked, str(self)))

    def then(self, inner: Ref[Any, S]) -> Ref[M, S]:
        """Return the address of something inside what this one points at."""
        return Ref(self.model, self.steps + inner.steps)

    def item(self: Ref[M, tuple[E, ...]], identity: str) -> Ref[M, E]:
        """Return the address of one thing of this collection, by identity, never by place."""
        return Ref(self.model, (*self.steps, Item(identity)))

    @property
    def collection(self) -> str:
        """The name of the collection this address goes through, or ''."""
        return str(self.steps[0]) if len(self.steps) > 1 and self.identity else ""

    @property
    def identity(self) -> str:
        """The identity of the thing this address goes through, or ''."""
        return next((step.id for step in self.steps if isinstance(step, Item)), "")

    @property
    def field(self) -> str:
        """The dotted path after the item, or the whole path where there is none."""
        names: list[str] = []
        for step in self.steps:
            if isinstance(step, Item):
                names = []
            else:
                names.append(step)
        return ".".join(names)

    def starts_with(self, other: Ref[Any, Any]) -> bool:
        """Tell whether this address lies at or inside the other."""
        return self.steps[: len(other.steps)] == other.steps

    def __str__(self) -> str:
        """Return the address as people type it: evidence[e7].title."""
        text = ""
        for step in self.steps:
            text += f"[{step.id}]" if isinstance(step, Item) else f".{step}"
        return text.lstrip(".")


class _Recorder:
    """Stands in for a model and writes down which fields are asked of it."""

    def __init__(self, annotation: Any, steps: tuple[Step, ...]) -> None:
        self._annotation = annotation
        self._steps = steps

    def __getattr__(self, name: str) -> _Recorder:
        fields = getattr(self._annotation, "model_fields", {})
        if name not in fields:
            raise AttributeError(f"{self._annotation} has no field {name!r}")
        return _Recorder(fields[name].annotation, (*self._steps, name))


def ref(model: type[M], pick: Callable[[M], T]) -> Ref[M, T]:
    """Return the address that pick walks to; a wrong name raises at once."""
    recorded = cast("Any", pick)(_Recorder(model, ()))
    return Ref(model, object.__getattribute__(recorded, "_steps"))


def parse_ref(model: type[M], text: str) -> Ref[M, Any]:
    """Return the address a text stands for, such as evidence[e7].title; InputError if wrong."""
    steps: list[Step] = []
    position = 0
    while position < len(text):
        match = _STEP.match(text, position)
        if match is None or (match.start() > 0) != text[position:].startswith("."):
            raise _no_such(text)
        steps.append(match[1])
        if match[2] is not None:
            steps.append(Item(match[2]))
        position = match.end()
    found: Ref[M, Any] = Ref(model, tuple(steps))
    try:
        annotation_at(model, found.steps)
    except (KeyError, AttributeError):
        raise _no_such(text) from None
    if not steps:
        raise _no_such(text)
    return found


@lru_cache(maxsize=4096)
def annotation_at(model: type[Frozen], steps: tuple[Step, ...]) -> Any:
    """Return the type of what stands at an address; KeyError when there is no such field."""
    place: Any = model
    for step in steps:
        if isinstance(step, Item):
            place = element_of(place)
            if place is None or not issubclass(place, Entity):
                raise KeyError(step.id)
        else:
            place = getattr(place, "model_fields", {})[step].annotation
    return place


@lru_cache(maxsize=4096)
def _typed(model: type[Frozen], shape: tuple[str, ...]) -> TypeAdapter[Any]:
    steps = tuple(Item("-") if name == "[]" else name for name in shape)
    return checker_of(annotation_at(model, steps))


def _adapter(model: type[Frozen], steps: tuple[Step, ...]) -> TypeAdapter[Any]:
    return _typed(model, tuple("[]" if isinstance(step, Item) else step for step in steps))


def _replaced(place: Any, steps: tuple[Step, ...], value: Any, address: str) -> Any:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, Item):
        entries = [entry.id for entry in place]
        if step.id not in entries:
            raise KeyError(address)
        at = entries.index(step.id)
        return (*place[:at], _replaced(place[at], rest, value, address), *place[at + 1 :])
    inner = _replaced(getattr(place, step), rest, value, address)
    return place.model_copy(update={step: inner})


def _no_such(text: str) -> InputError:
    return InputError(
        f"There is no field “{text}”.",
        advice="Addresses look like opportunity.buyer.name or evidence[ID].title.",
    )
