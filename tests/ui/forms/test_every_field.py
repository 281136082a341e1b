"""Every field of every form carries its value both ways, and every form speaks through tr()."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.base import Mark
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Column, Rule
from bidkit.domain.refs import Ref
from bidkit.domain.showing import UK
from bidkit.ui.desk import Desk
from bidkit.ui.forms import spec
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.spec import Field, Form, Listing, Text
from bidkit.words import Words
from tests.ui.forms.specs import forms, forms_in, listings_in, place_for, specs
from tests.ui.paper import PaperSession

EVERY = list(forms())
SAMPLES: dict[type[Any], Any] = {
    spec.Line: "Made of tender & “care”",
    spec.Paragraph: "One line\nand another",
    spec.Writing: "One paragraph.\n\nAnother one.",
    spec.Day: date(2026, 12, 4),
    spec.Moment: datetime(2026, 12, 4, 12, 0, tzinfo=UK),
    spec.Money: Decimal("184200.50"),
    spec.Number: Decimal("12.5"),
    spec.Percent: Decimal(60),
    spec.Count: 1200,
    spec.YesNo: "no",
    spec.YesNoUnknown: "unknown",
    spec.TagLine: ("alpha", "beta"),
    spec.RuleLines: (Rule(effect="fail", when="below", value="1", words="Too little."),),
    spec.OptionLines: ("not alone", "alone"),
    spec.ColumnTitles: (Column(key="Who", title="Who"), Column(key="Value", title="Value")),
    spec.FileChoice: "attachment-1",
    spec.LinkChoice: "thing-1",
    spec.LinkSet: ("thing-1", "thing-2"),
}


def sample(field: Field[Any]) -> Any:
    """Return a value that is not the field's default."""
    if isinstance(field, spec.Choice):
        return next(value for value, _ in field.options if value != field.leaf.default)
    if isinstance(field, spec.Several):
        return (field.options[0][0],)
    if isinstance(field, spec.Tick):
        return not field.leaf.default
    return SAMPLES[type(field)]


@pytest.mark.parametrize("form", [one for _, one in EVERY], ids=[name for name, _ in EVERY])
def test_every_field_carries_its_value_both_ways(
    form: Form[Any], desk: Desk, paper: PaperSession, qtbot: QtBot
) -> None:
    place = place_for(form.model, paper.document)
    card: FormCard[Any] = FormCard(desk, form, place)
    qtbot.addWidget(card)
    for field, row in card.rows.items():
        editor = row.editor
        at: Ref[Bid, Any] = place.then(field.ref)
        value, default = sample(field), paper.document.get(at)
        paper.document.set(at, value)
        assert editor.value() == value, field.ref
        assert editor.focus_widget.objectName() == str(at)
        paper.document.set(at, default)
        assert editor.value() == default, field.ref
        editor.show_value(value)
        editor.edited.emit()
        assert paper.document.get(at) == value, field.ref


@pytest.mark.parametrize("form", [one for _, one in EVERY], ids=[name for name, _ in EVERY])
def test_every_field_is_of_the_kind_its_value_has(form: Form[Any]) -> None:
    for field in form.fields:
        leaf, kind = field.leaf, type(field)
        mark: Mark = leaf.mark
        assert form.model is field.ref.model
        if kind in (spec.Line, spec.Paragraph, spec.Writing, spec.FileChoice, spec.LinkChoice):
            assert leaf.annotation is str, f"{field.ref}: a choice of fixed values needs Choice"
        if kind is spec.Writing:
            assert mark.prose, f"{field.ref} is not prose"
        if kind is spec.Paragraph:
            assert mark.multiline, f"{field.ref} is one line"
            assert not mark.prose, f"{field.ref} is prose"
        if kind is spec.Line:
            assert not mark.multiline, f"{field.ref}: several lines need Paragraph"
        if isinstance(field, spec.Choice) and leaf.annotation is not str:
            missing = set(get_args(leaf.annotation)) - {value for value, _ in field.options} - {""}
            assert not missing, f"{field.ref}: every value is offered"


def texts(made: Form[Any] | Listing[Any]) -> list[Text]:
    """Return every text of a form or list."""
    found: list[Text] = []
    if isinstance(made, Listing):
        for listing in listings_in(made):
            found += [listing.title, listing.add, listing.empty, listing.purpose]
            found += [column.title for column in listing.columns]
    for form in forms_in(made):
        found += [form.title, form.purpose, form.help]
        for field in form.fields:
            found += [field.words, field.help, field.placeholder]
            if isinstance(field, spec.Choice | spec.Several):
                found += [words for _, words in field.options]
    return [text for text in found if text != ""]


@pytest.mark.parametrize(("name", "made"), list(specs()), ids=[name for name, _ in specs()])
def test_a_form_speaks_through_later(name: str, made: Form[Any] | Listing[Any]) -> None:
    plain = [text for text in texts(made) if not isinstance(text, Words)]
    assert not plain, f"{name}: later(…) around {plain}"
