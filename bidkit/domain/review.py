"""Review: comments beside the text, marks by a mock panel, the moderated mark, tasks."""

from datetime import date, datetime
from typing import Annotated, Literal

from bidkit.domain.base import PERSONAL, Entity, Number, Paragraphs, YesNo


class Comment(Entity):
    """A remark on a place, anchored to words of it (parent: the thing remarked on)."""

    text: Paragraphs = ""
    author: Annotated[str, PERSONAL] = ""
    at: datetime | None = None
    field: str = ""
    quotation: Paragraphs = ""
    prefix: str = ""
    suffix: str = ""
    status: Literal["", "open", "done", "declined"] = "open"
    reply_to: str = ""


class PanelMark(Entity):
    """The mark one reviewer gives one criterion (parent: criterion), before talking."""

    reviewer: Annotated[str, PERSONAL] = ""
    mark: Number = None
    reason: Paragraphs = ""
    on: date | None = None
    wrote_it: YesNo = ""


class ModeratedMark(Entity):
    """The mark the reviewers agree on for one criterion (parent: criterion)."""

    mark: Number = None
    reason: Paragraphs = ""
    on: date | None = None


class Task(Entity):
    """Something somebody must do by a day."""

    title: str = ""
    owner: Annotated[str, PERSONAL] = ""
    due_on: date | None = None
    done: bool = False
    about: str = ""
    hours: Number = None
    planned: bool = False


class Lesson(Entity):
    """Something learned from this bid for the next one."""

    text: Paragraphs = ""
    kind: Literal["", "keep", "change", "evidence", "price"] = ""
    owner: Annotated[str, PERSONAL] = ""
    due_on: date | None = None
