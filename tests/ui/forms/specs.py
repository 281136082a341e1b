"""Finds every form and list that pages declare, so that tests can walk all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import bidkit.ui.pages
from bidkit.domain.base import Entity, Frozen, Group
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.session.document import Document
from bidkit.ui.forms.card import WHOLE_BID
from bidkit.ui.forms.spec import Form, Listing
from tests.ui.forms import samples


def specs() -> Iterator[tuple[str, Form[Any] | Listing[Any]]]:
    """Yield every form and list that stands in a module of the pages or of the samples."""
    pages = bidkit.ui.pages
    names = [info.name for info in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}.")]
    for module in (samples, *(importlib.import_module(name) for name in names)):
        for name, value in vars(module).items():
            if isinstance(value, Form | Listing):
                yield f"{module.__name__.split('.')[-1]}.{name}", value
            elif isinstance(value, tuple):
                for number, inner in enumerate(value):
                    if isinstance(inner, Form | Listing):
                        yield f"{module.__name__.split('.')[-1]}.{name}[{number}]", inner


def specs_of_pages() -> Iterator[tuple[str, Form[Any] | Listing[Any]]]:
    """Yield the name of each page's package with every form and list declared in it."""
    pages = bidkit.ui.pages
    for info in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
        page = info.name.removeprefix(f"{pages.__name__}.").split(".")[0]
        for value in vars(importlib.import_module(info.name)).values():
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, Form | Listing):
                    yield page, inner


def listings_in(listing: Listing[Any]) -> Iterator[Listing[Any]]:
    """Yield a list and those inside it."""
    yield listing
    for inner in listing.inside:
        yield from listings_in(inner)


def forms_in(spec: Form[Any] | Listing[Any]) -> Iterator[Form[Any]]:
    """Yield every form of a form or list."""
    if isinstance(spec, Form):
        yield spec
    else:
        for listing in listings_in(spec):
            yield from listing.forms


def forms() -> Iterator[tuple[str, Form[Any]]]:
    """Yield every form, once, with a name for the test's report."""
    seen = set[int]()
    for name, spec in specs():
        for number, form in enumerate(forms_in(spec)):
            if id(form) not in seen:
                seen.add(id(form))
                yield f"{name}.{number}" if number else name, form


def place_for(model: type[Frozen], document: Document) -> Ref[Bid, Any]:
    """Return an address where a thing of a class stands, after adding one where needed."""
    if model is Bid:
        return WHOLE_BID
    if issubclass(model, Entity):
        collections = shape_of(Bid).collections
        name = next(name for name, kind in collections.items() if kind is model)
        return document.add(Ref(Bid, (name,)), model(id="sample"))
    place = group_at(Bid, model)
    assert place is not None, f"{model.__name__} stands nowhere in the bid"
    return Ref(Bid, place)


def group_at(start: type[Frozen], wanted: type[Frozen]) -> tuple[str, ...] | None:
    """Return the path from a class to a group inside it, or None."""
    groups: dict[str, type[Group]] = dict(shape_of(start).groups)
    for name, kind in groups.items():
        if kind is wanted:
            return (name,)
        inner = group_at(kind, wanted)
        if inner is not None:
            return (name, *inner)
    return None
