"""Our answers: prose to a question or one part of it, with its state and owner."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    FOR_BUYER,
    PERSONAL,
    Entity,
    Number,
    Paragraphs,
    Prose,
    Reader,
    Tags,
)

AnswerStatus = Literal["", "not started", "drafting", "for review", "agreed", "signed off"]


class Answer(Entity):
    """The prose that answers a question or part (parent), for all lots or one variant."""

    reader: ClassVar[Reader] = Reader.US
    text: Annotated[Prose, FOR_BUYER] = ""
    lot: str = ""
    status: AnswerStatus = ""
    owner: Annotated[str, PERSONAL] = ""
    partner: str = ""
    due_on: date | None = None
    plan: Paragraphs = ""
    good_practice: Paragraphs = ""
    hours: Number = None
    reused_from: str = ""
    allowed_phrases: Tags = ()
    attachments: Tags = ()
