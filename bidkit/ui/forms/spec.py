"""Forms as data: which fields a card has, in which words and order; no widgets here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from bidkit.domain import base, questionnaire
from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Rule
from bidkit.domain.refs import Ref
from bidkit.domain.shape import Leaf, shape_of
from bidkit.words import Words, later

M = TypeVar("M", bound=Frozen)
E = TypeVar("E", bound=Entity)
L = TypeVar("L", bound=str)

Text = Words | str
Width = Literal["", "short", "half", "full"]
MOST_FIELDS = 7
NOT_CHOSEN = later("Not chosen")
ADD = later("Add")
FIGURES = (base.Money, base.Count)


@dataclass(frozen=True, kw_only=True)
class Surroundings(Generic[M]):
    """What may stand beside a field: help under its label, an example in it, when it shows.

    required means that the buyer asked for it; width '' leaves the choice to the kind of field.
    """

    help: Text = ""
    placeholder: Text = ""
    required: bool = False
    width: Width = ""
    shown_when: Callable[[M], bool] | None = None


@dataclass(frozen=True)
class Field(Surroundings[M]):
    """One field of a form: its address inside M and its words."""

    ref: Ref[M, Any]
    words: Text

    @property
    def leaf(self) -> Leaf:
        """What the domain knows of this field: its type, default and marks."""
        return shape_of(self.ref.model).leaves[self.ref.field]


@dataclass(frozen=True)
class Line(Field[M]):
    """One line of text."""

    ref: Ref[M, str]


@dataclass(frozen=True)
class Paragraph(Field[M]):
    """Plain text of several lines."""

    ref: Ref[M, str]


@dataclass(frozen=True)
class Writing(Field[M]):
    """Prose with headings, lists, tables and evidence links."""

    ref: Ref[M, str]


@dataclass(frozen=True)
class Day(Field[M]):
    """A day, typed as people write it."""

    ref: Ref[M, date | None]


@dataclass(frozen=True)
class Moment(Field[M]):
    """A day and a time of day in the United Kingdom."""

    ref: Ref[M, datetime | None]


@dataclass(frozen=True)
class Money(Field[M]):
    """An amount in pounds."""

    ref: Ref[M, Decimal | None]


@dataclass(frozen=True)
class Number(Field[M]):
    """A number, with its unit standing behind it."""

    ref: Ref[M, Decimal | None]
    unit: Text = ""


@dataclass(frozen=True)
class Percent(Field[M]):
    """A share of a hundred."""

    ref: Ref[M, Decimal | None]


@dataclass(frozen=True)
class Count(Field[M]):
    """A whole number that is not negative, with its unit standing behind it."""

    ref: Ref[M, int | None]
    unit: Text = ""


@dataclass(frozen=True)
class Choice(Field[M], Generic[M, L]):
    """One of several options; the words for no choice stand first where none is allowed."""

    ref: Ref[M, L]
    options: tuple[tuple[L, Text], ...] = ()
    none: Text = NOT_CHOSEN


@dataclass(frozen=True)
class Several(Field[M]):
    """Any number of fixed options."""

    ref: Ref[M, tuple[str, ...]]
    options: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True)
class YesNo(Field[M]):
    """Yes, no, or not answered."""

    ref: Ref[M, base.YesNo]


@dataclass(frozen=True)
class YesNoUnknown(Field[M]):
    """Yes, no, do not know, or not answered."""

    ref: Ref[M, base.YesNoUnknown]


@dataclass(frozen=True)
class Tick(Field[M]):
    """Something that is so or not; its words stand beside the box."""

    ref: Ref[M, bool]


@dataclass(frozen=True)
class TagLine(Field[M]):
    """Short tags on one line, with commas between."""

    ref: Ref[M, tuple[str, ...]]


@dataclass(frozen=True)
class RuleLines(Field[M]):
    """The rules of a question, a line each."""

    ref: Ref[M, tuple[Rule, ...]]


@dataclass(frozen=True)
class OptionLines(Field[M]):
    """What can be chosen from, one a line."""

    ref: Ref[M, tuple[str, ...]]


@dataclass(frozen=True)
class ColumnTitles(Field[M]):
    """The columns of a table, by their titles on one line."""

    ref: Ref[M, tuple[questionnaire.Column, ...]]


@dataclass(frozen=True)
class FileChoice(Field[M]):
    """One file kept in the bid."""

    ref: Ref[M, str]


@dataclass(frozen=True)
class LinkChoice(Field[M], Generic[M, E]):
    """One thing of another collection, kept by its identity; called tells its name."""

    ref: Ref[M, str]
    to: Ref[Bid, tuple[E, ...]]
    called: Callable[[E], str]


@dataclass(frozen=True)
class LinkSet(Field[M], Generic[M, E]):
    """Several things of another collection, kept by their identities."""

    ref: Ref[M, tuple[str, ...]]
    to: Ref[Bid, tuple[E, ...]]
    called: Callable[[E], str]


@dataclass(frozen=True)
class Form(Generic[M]):
    """One card: a heading, a purpose, and at most seven fields of M. deeper keeps it closed."""

    title: Text
    fields: tuple[Field[M], ...]
    purpose: Text = ""
    help: Text = ""
    deeper: bool = False

    def __post_init__(self) -> None:
        if not 0 < len(self.fields) <= MOST_FIELDS:
            raise ValueError(f"“{self.title}” has {len(self.fields)} fields; a card has 1 to 7")

    @property
    def model(self) -> type[M]:
        """The class this form is a form of."""
        return self.fields[0].ref.model


@dataclass(frozen=True)
class Column(Generic[E]):
    """One column of a table: a field of the thing, or told by a function of bid and thing.

    figures: what is told are figures, which stand at the right.
    """

    title: Text
    ref: Ref[E, Any] | None = None
    told: Callable[[Bid, E], str] | None = None
    stretch: bool = False
    figures: bool = False

    @property
    def at_right(self) -> bool:
        """Tell whether the column holds figures."""
        if self.ref is None:
            return self.figures
        annotation = shape_of(self.ref.model).leaves[self.ref.field].annotation
        return self.figures or annotation in FIGURES


@dataclass(frozen=True)
class Listing(Generic[E]):
    """A table of things with an editing card, and what people may do with it.

    called names one thing in words ("Removed …"); where leaves out what the table does not show;
    inside are lists of things that belong to the chosen one; everywhere shows things whatever
    they belong to, so that a field of the card can say what that is; pasted reads rows of a
    spreadsheet and names those it leaves out.
    """

    collection: Ref[Bid, tuple[E, ...]]
    title: Text
    columns: tuple[Column[E], ...]
    forms: tuple[Form[E], ...]
    new: Callable[[], E]
    add: Text = ADD
    empty: Text = ""
    purpose: Text = ""
    called: Callable[[E], str] | None = None
    where: Callable[[E], bool] | None = None
    pasted: Callable[[str], tuple[Sequence[E], Sequence[str]]] | None = None
    inside: tuple[Listing[Any], ...] = ()
    everywhere: bool = False
    deeper: bool = False

    def fields(self) -> tuple[Field[E], ...]:
        """Return every field of every card."""
        return tuple(entry for form in self.forms for entry in form.fields)

    def field_at(self, place: Ref[E, Any]) -> Field[E] | None:
        """Return the field a column shows, so that both use the same words for a value."""
        return next((entry for entry in self.fields() if entry.ref == place), None)
