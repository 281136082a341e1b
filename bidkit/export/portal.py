"""The portal sheet: plain text for each box, counted the portal's way, ready to paste."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.prose import PORTAL, plain_text, read_prose
from bidkit.domain.questionnaire import COLUMNS, Part, Question, ResponseRow
from bidkit.export.compose.asked import (
    SPOKEN_FOR,
    answer_for,
    for_lot,
    limit_words,
    reply_words,
    told_besides,
)
from bidkit.export.compose.writing import evidence_label
from bidkit.figures.counting import CountRule, count
from bidkit.words import tr

RULE = "=" * 64


@dataclass(frozen=True)
class PortalBox:
    """One box of the portal: what it is called, its limit, and the text that goes in."""

    name: str
    question: str
    limit: str
    text: str
    words: int
    characters: int

    @property
    def length(self) -> str:
        """Return how long the text is, in words of our own."""
        if self.words == 1:
            return tr("1 word, {characters} characters", characters=self.characters)
        return tr(
            "{words} words, {characters} characters", words=self.words, characters=self.characters
        )


def portal_boxes(bid: Bid, today: date, lot: str = "") -> tuple[PortalBox, ...]:
    """Return every box the buyer asks for, in the buyer's order, for all lots or one.

    Words of people whose consent does not hold today are left out.
    """
    bid = without_held_back(bid, today)
    found: list[PortalBox] = []
    stages = {one.id: one for one in bid.sections}
    for question in bid.questions:
        section = stages.get(question.parent)
        if section is not None and section.applies == "no":
            continue
        if question.kind == "information" or not for_lot(question.lots, lot):
            continue
        if question.kind != "prose":
            found.append(_reply_box(bid, question, lot))
            continue
        parts: list[Part | None] = [one for one in bid.parts if one.parent == question.id]
        found += [_prose_box(bid, question, part, lot) for part in parts or [None]]
    return tuple(found)


def portal_sheet(bid: Bid, today: date, lot: str = "") -> str:
    """Return the whole sheet as text: each box with its name, question, limit, count and text."""
    pieces = [bid.opportunity.title or bid.about.title, ""]
    for box in portal_boxes(bid, today, lot):
        counted = tr("{length} as the portal counts", length=box.length)
        pieces += [RULE, box.name, box.question]
        pieces += [" · ".join(piece for piece in (box.limit, counted) if piece), RULE]
        pieces += [box.text, ""]
    return "\n".join(pieces)


def _prose_box(bid: Bid, question: Question, part: Part | None, lot: str) -> PortalBox:
    owner = part if part is not None else question
    answer = answer_for(bid, owner, lot)
    stored = answer.text if answer is not None else ""

    def chip(identity: str) -> str:
        label = evidence_label(bid, identity)
        return f"[{label}]" if label else ""

    text = plain_text(read_prose(stored), chip=chip, style=PORTAL)
    name = " ".join(p for p in (question.number, part.number if part else "") if p)
    title = question.title or question.text[:60]
    return PortalBox(
        f"{name} {title}".strip(),
        part.text if part is not None and part.text else question.text,
        limit_words(owner.limit),
        text,
        count(text, CountRule.WORDS),
        count(text, CountRule.PORTAL),
    )


def _reply_box(bid: Bid, question: Question, lot: str) -> PortalBox:
    lines: list[str] = []
    for response in bid.responses:
        if response.parent == question.id and (not response.lot or response.lot == lot):
            words = reply_words(bid, question, response)
            if response.subject and words:
                words = f"{SPOKEN_FOR.get(response.subject, response.subject)}: {words}"
            lines += [words] if words else []
            rows = [row for row in bid.response_rows if row.parent == response.id]
            lines += ["\t".join(_cells(question, row)) for row in rows]
            lines += told_besides(response)
    text = "\n".join(lines)
    name = f"{question.number} {question.title}".strip() or question.text[:60]
    return PortalBox(
        name,
        question.text,
        limit_words(question.limit),
        text,
        count(text, CountRule.WORDS),
        count(text, CountRule.PORTAL),
    )


def _cells(question: Question, row: ResponseRow) -> list[str]:
    return [str(getattr(row, name)) for name in COLUMNS[: len(question.columns)]]
