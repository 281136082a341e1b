"""Every group of fields on every page has guidance of its own, short and with its source."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.shape import shape_of
from bidkit.domain.stages import Stage
from bidkit.packs.guidance import Note, guidance_for
from bidkit.ui.forms.spec import Form
from tests.ui.forms.specs import forms_in, group_at, specs_of_pages

SENTENCE = re.compile(r"[.?!]”?(?:\s|$)")


def start_of(model: type[Frozen]) -> str:
    """Return the beginning of the addresses of a form's fields, without identities."""
    if model is Bid:
        return ""
    if issubclass(model, Entity):
        return next(name for name, kind in shape_of(Bid).collections.items() if kind is model)
    return ".".join(group_at(Bid, model) or ())


def groups() -> Iterator[tuple[Stage, str, tuple[str, ...]]]:
    """Yield every card: its stage, its heading, and the addresses of its fields."""
    seen: set[tuple[Stage, int]] = set()
    for page, spec in specs_of_pages():
        stage: Stage = importlib.import_module(f"bidkit.ui.pages.{page}").PAGE.stage
        for form in forms_in(spec):
            if (stage, id(form)) not in seen:
                seen.add((stage, id(form)))
                yield stage, str(form.title), addresses(form)


def addresses(form: Form[Any]) -> tuple[str, ...]:
    """Return the address of each field of a form."""
    start = start_of(form.model)
    return tuple(".".join(part for part in (start, str(one.ref)) if part) for one in form.fields)


def own_notes(stage: Stage, places: tuple[str, ...]) -> list[Note]:
    """Return the notes that speak of one of these places, not of the whole page."""
    return [note for place in places for note in guidance_for(stage, place) if note.about]


@pytest.mark.parametrize(
    ("stage", "title", "places"),
    tuple(groups()),
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_group_of_fields_has_guidance_of_its_own(
    stage: Stage, title: str, places: tuple[str, ...]
) -> None:
    notes = own_notes(stage, places)
    assert notes, f"{stage.value}: nothing is said of “{title}” ({', '.join(places)})"
    for note in notes:
        assert note.source
        assert 2 <= len(SENTENCE.findall(note.text)) <= 3
