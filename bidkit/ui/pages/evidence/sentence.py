"""One sentence that says an outcome with its proof, in the order panels look for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence, Indicator, Outcome
from bidkit.domain.prose import Chip, Paragraph, Prose, Run, Text, write_prose
from bidkit.domain.showing import day_words, number_words, percent_words
from bidkit.figures.readings.proof import success_of
from bidkit.words import tr

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Built:
    """The sentence, and what it still lacks in words."""

    sentence: str
    missing: tuple[str, ...]
    evidence: Evidence | None = None

    def as_prose(self) -> str:
        """Return the sentence as an answer stores it: the code of its evidence is a link."""
        code = f"({self.evidence.code})" if self.evidence is not None else ""
        before, found, after = self.sentence.partition(code) if code else (self.sentence, "", "")
        runs: tuple[Run, ...] = (Text(before),)
        if found and self.evidence is not None:
            runs = (Text(before), Chip(self.evidence.id), Text(after))
        return write_prose(Prose((Paragraph(runs),)))


def build_sentence(bid: Bid, outcome: Outcome, evidence: Evidence | None) -> Built:
    """Return the sentence of an outcome: how many, of whom, what changed, when, how, for what.

    Clauses whose facts are missing are left out and named. Source of the order: From Policy to
    Practice, 2007: outcomes first, each proved, then activity and output.
    """
    indicator = next((one for one in bid.indicators if one.parent == outcome.id), None)
    output = _by_id(bid.outputs, outcome.parent)
    activity = _by_id(bid.activities, output.parent if output is not None else "")
    change = _lowered(outcome.text).removeprefix(tr("people ")) or tr("[what changed]")
    missing: list[str] = []
    clauses = [f"{_people(outcome, indicator, missing)} {change}"]
    clauses[0] += _when(indicator, missing)
    measured = _measured(indicator, evidence, missing)
    first = ", ".join(part for part in (clauses[0], measured) if part)
    parts = [first]
    if activity is not None and activity.text.strip():
        did = tr("we did this through {activity}", activity=_lowered(activity.text))
        if output is not None and output.text.strip():
            did += tr(", delivering {output}", output=_delivered(output.quantity, output.text))
        parts.append(did)
    else:
        missing.append(tr("what we did"))
    if outcome.buyer_target.strip():
        parts.append(tr("this meets {target}", target=outcome.buyer_target.strip().rstrip(".")))
    else:
        missing.append(tr("the buyer's target"))
    return Built("; ".join(parts) + ".", tuple(missing), evidence)


def _people(outcome: Outcome, indicator: Indicator | None, missing: list[str]) -> str:
    group = _lowered(outcome.group) or tr("people")
    if indicator is None or indicator.achieved is None or indicator.started is None:
        missing.append(tr("how many of how many"))
        return outcome.group.strip() or tr("People")
    share = success_of(indicator)
    return tr(
        "{n} of {all} {group} ({share})",
        n=number_words(indicator.achieved),
        all=number_words(indicator.started),
        group=group,
        share=percent_words(share, 0) if share is not None else "–",
    )


def _when(indicator: Indicator | None, missing: list[str]) -> str:
    if indicator is None or indicator.baseline_on is None or indicator.result_on is None:
        missing.append(tr("between which days"))
        return ""
    return tr(
        " between {start} and {end}",
        start=day_words(indicator.baseline_on, weekday=False),
        end=day_words(indicator.result_on, weekday=False),
    )


def _measured(indicator: Indicator | None, evidence: Evidence | None, missing: list[str]) -> str:
    tool = indicator.tool.strip() if indicator is not None else ""
    code = evidence.code if evidence is not None else ""
    if evidence is None:
        missing.append(tr("the evidence"))
    if not tool:
        missing.append(tr("with which tool"))
        return f"({code})" if code else ""
    words = tr("measured by {tool}", tool=tool)
    return f"{words} ({code})" if code else words


def _delivered(quantity: Decimal | None, text: str) -> str:
    plain = _lowered(text)
    return plain if quantity is None else f"{number_words(quantity)} {plain}"


def _lowered(text: str) -> str:
    words = " ".join(text.split()).rstrip(".")
    return words[:1].lower() + words[1:] if words[:2] != words[:2].upper() else words


def _by_id(entries: tuple[E, ...], identity: str) -> E | None:
    return next((one for one in entries if one.id == identity), None)
