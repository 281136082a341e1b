"""What was recognised in a questionnaire, before it becomes a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from bidkit.domain.questionnaire import Column, Limit, ResponseKind


@dataclass
class FoundQuestion:
    """One question in the making: it grows while its lines are read."""

    text: str
    number: str = ""
    kind: ResponseKind = "text"
    limit: Limit = field(default_factory=Limit)
    weight: Decimal | None = None
    weight_words: str = ""
    columns: tuple[Column, ...] = ()
    more: list[str] = field(default_factory=list)
    parts: list[FoundQuestion] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """The question with everything that belongs to it."""
        return "\n".join([self.text, *self.more]).strip()


@dataclass
class FoundSection:
    """One section in the making."""

    title: str
    number: str = ""
    questions: list[FoundQuestion] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    head: tuple[str, ...] = ()
