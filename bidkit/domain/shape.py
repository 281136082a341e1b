"""What fields a class of the domain has: read once from its annotations, used by everyone."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from bidkit.domain.base import Entity, Frozen, Group, Mark, Reader

MOST_FIGURES = 1000
"""A number of more figures is an attack, not an amount: it would be as long as a book."""


@dataclass(frozen=True)
class Leaf:
    """One stored field: its dotted path, its type, its default and its marks."""

    path: str
    annotation: Any
    default: Any
    mark: Mark
    title: str

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """The strict checker of this field's type."""
        return checker_of(self.annotation)

    def to_json(self, value: object) -> str:
        """Return the value as canonical JSON: NFC, sorted keys, no floats."""
        return canonical(self.adapter.dump_python(value, mode="json"))

    def from_json(self, text: str) -> Any:
        """Return the value a canonical JSON text stands for; raise ValueError if it is refused."""
        value = self.adapter.validate_json(text, strict=True)
        if not _is_meant(value):
            raise ValueError(text[:80])
        return value

    def checked(self, value: Any) -> Any:
        """Return the value that decoded JSON stands for; raise ValueError if it is refused."""
        if self.annotation is str and isinstance(value, str):
            value.encode()
            return value
        return self.from_json(json.dumps(value))

    @cached_property
    def default_json(self) -> str:
        """The canonical JSON of the default."""
        return self.to_json(self.default)


@dataclass(frozen=True)
class Shape:
    """The leaves, groups and collections of one class, by dotted path and by name."""

    leaves: Mapping[str, Leaf]
    groups: Mapping[str, type[Group]]
    collections: Mapping[str, type[Entity]]


def _is_meant(value: object) -> bool:
    """Tell whether no number in a value is so large or small that reckoning with it fails."""
    if isinstance(value, Decimal):
        return abs(value.adjusted()) <= MOST_FIGURES
    if isinstance(value, Frozen):
        return all(_is_meant(part) for _name, part in value)
    return not isinstance(value, tuple) or all(map(_is_meant, value))


@cache
def checker_of(annotation: Any) -> TypeAdapter[Any]:
    """Return the checker of a type; every field of the same type shares one."""
    return TypeAdapter(annotation)


def canonical(value: object) -> str:
    """Return JSON that is the same for the same value everywhere."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@cache
def shape_of(model: type[Frozen]) -> Shape:
    """Return the shape of a class: its stored fields flattened, its collections by name."""
    leaves: dict[str, Leaf] = {}
    groups: dict[str, type[Group]] = {}
    collections: dict[str, type[Entity]] = {}
    for name, info in model.model_fields.items():
        item = element_of(info.annotation)
        if isinstance(info.annotation, type) and issubclass(info.annotation, Group):
            groups[name] = info.annotation
            inner = shape_of(info.annotation)
            for path, leaf in inner.leaves.items():
                leaves[f"{name}.{path}"] = Leaf(
                    f"{name}.{path}", leaf.annotation, leaf.default, leaf.mark, leaf.title
                )
        elif item is not None and issubclass(item, Entity):
            collections[name] = item
        elif not (name == "id" and issubclass(model, Entity)):
            leaves[name] = _leaf(model, name, info)
    return Shape(leaves, groups, collections)


def element_of(annotation: object) -> type | None:
    """Return T when an annotation is tuple[T, ...] of a class, else None."""
    if get_origin(annotation) is tuple:
        arguments = get_args(annotation)
        if len(arguments) == 2 and arguments[1] is Ellipsis and isinstance(arguments[0], type):
            return arguments[0]
    return None


def _leaf(model: type[Frozen], name: str, info: FieldInfo) -> Leaf:
    mark = _mark_of(model.reader, tuple(one for one in info.metadata if isinstance(one, Mark)))
    default = info.get_default(call_default_factory=True, validated_data={})
    return Leaf(name, info.annotation, default, mark, info.title or name)


@cache
def _mark_of(reader: Reader, marks: tuple[Mark, ...]) -> Mark:
    """Return what all marks of a field say together; its class says who reads what has none."""
    return Mark(
        reader=Reader(next((one.reader for one in marks if one.reader is not None), reader)),
        personal=any(one.personal for one in marks),
        confidential=any(one.confidential for one in marks),
        prose=any(one.prose for one in marks),
        elementwise=any(one.elementwise for one in marks),
        multiline=any(one.multiline for one in marks),
    )
