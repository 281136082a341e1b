"""A finding: what a rule says of one place, why, and how heavy it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref


class Level(StrEnum):
    """How heavy a finding is; must fix is a closed list that marks exports DRAFT."""

    MUST = "must fix"
    SHOULD = "should fix"
    HINT = "hint"


class Status(StrEnum):
    """The state of a pre-qualification reply; unanswered is never a pass or a fail."""

    PASS = "pass"
    AT_RISK = "at risk"
    FAIL = "fails"
    UNKNOWN = "not answered"
    NOT_APPLICABLE = "does not apply"


@dataclass(frozen=True)
class Span:
    """A stretch of the plain words of a prose field: block path and character offsets."""

    quotation: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Finding:
    """What is wrong at one place: rule, stage, level, place, what, why, and what to do."""

    rule: str
    stage: str
    level: Level
    place: Ref[Bid, Any]
    what: str
    why: str = ""
    advice: str = ""
    source: str = ""
    span: Span | None = None
