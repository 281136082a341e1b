"""Whether an answer leads with the need and holds what its question asks for by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, asked_questions
from bidkit.rules.engine import PieceRule, Remark
from bidkit.rules.facts import Facts
from bidkit.rules.subjects.answers import INSTRUCTIONS, written
from bidkit.rules.subjects.wording import text_place, written_boxes
from bidkit.words import Words, later, tr

NEED_WORDS = re.compile(
    r"\b(?:needs?|needed|because|problem|lack|lacks|barriers?|struggl\w*|isolat\w*|wait\w*|risk|"
    r"one in \w+|per cent|inequalit\w*|unable|cannot|without|poverty|gap|demand|crisis)\b|\d ?%",
    re.IGNORECASE,
)

NO_PLACE_FOR_NEED = re.compile(
    r"\b(?:your organisation|money|spen[dt]\w*|budgets?|price|costs?|costed|staff\w*|team|"
    r"experience|insur\w*|governance|risks?|timetable|timelines?|time-?scales?|mobilis\w*|"
    r"monitor\w*|safeguard\w*|polic(?:y|ies)|social value|data protection|how will you know)\b",
    re.IGNORECASE,
)
"""Questions whose answer rightly begins with something else."""


class Ask(NamedTuple):
    """Something questions ask for by name, how it looks in an answer, and what to say without."""

    key: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    lacks: Words


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


ASKS = (
    Ask(
        "timescale",
        _pattern(r"\b(?:time-?scales?|timetable|when will|by when|timeline|milestones?|dates?)\b"),
        _pattern(
            r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b20\d\d\b|"
            r"\b(?:day|week|month|quarter|year)s?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
        ),
        later("The question asks for times, and no date or period stands in the answer."),
    ),
    Ask(
        "figures",
        _pattern(r"\b(?:how many|numbers? of|figures|statistics|quantif\w+|data (?:on|to))\b"),
        _pattern(r"\d"),
        later("The question asks for figures, and no number stands in the answer."),
    ),
    Ask(
        "people",
        _pattern(r"\b(?:who will|named? (?:person|lead|contact)|responsib\w+|roles?|staffing)\b"),
        _pattern(
            r"\b(?:managers?|co-?ordinators?|leads?|officers?|workers?|director|trustees?|staff|"
            r"volunteers?|team|chief executive|practitioners?|counsellors?)\b"
        ),
        later("The question asks who does it, and no role or name stands in the answer."),
    ),
    Ask(
        "risks",
        _pattern(r"\b(?:risks?|contingenc\w+|mitigat\w+)\b"),
        _pattern(r"\b(?:risks?|if\b|contingenc\w+|mitigat\w+|prevent\w*|reduc\w+|back-?up)\b"),
        later("The question asks about risks, and none stands in the answer."),
    ),
    Ask(
        "measures",
        _pattern(r"\b(?:measur\w+|monitor\w*|evaluat\w+|how will you know|KPIs?)\b"),
        _pattern(
            r"\b(?:measur\w+|survey\w*|monitor\w*|evaluat\w+|scale|questionnaire|record\w*|"
            r"indicators?|feedback|review\w*|data|KPIs?|%)"
        ),
        later("The question asks how it is measured, and no measure stands in the answer."),
    ),
    Ask(
        "example",
        _pattern(r"\b(?:examples?|case stud(?:y|ies)|demonstrat\w+ (?:your )?experience)\b"),
        _pattern(
            r"\b(?:for example|for instance|such as|in 20\d\d|case stud|when |our \w+ project)"
        ),
        later("The question asks for an example, and none stands in the answer."),
    ),
)


class WithNeeds(NamedTuple):
    """A scored question with the words of the needs the bid states."""

    key: str
    asked: Asked
    needs: tuple[str, ...]


def questions_with_needs(bid: Bid) -> Iterable[WithNeeds]:
    """Return the scored questions that may lead with a need, with the needs the bid states."""
    needs = tuple(one.text for one in bid.needs if one.text.strip())
    for one in asked_questions(bid):
        marked = one.answers and one.question.marking == "scored"
        if marked and not NO_PLACE_FOR_NEED.search(one.question.text):
            yield WithNeeds(one.key, one, needs)


def need_first(piece: WithNeeds, _facts: Facts) -> Iterable[Remark]:
    """A scored answer whose first paragraph does not speak of a need."""
    words = {word for need in piece.needs for word in _long_words(need)}
    for box, one in written_boxes(piece.asked):
        first = written(piece.asked, one).first_paragraph
        if first and not NEED_WORDS.search(first) and not words.intersection(_long_words(first)):
            yield Remark(
                text_place(one),
                Level.HINT,
                tr("{question} does not begin with a need.", question=box.name),
                tr("Leading with what people or the buyer need shows that you understand."),
                tr("Name the need in the first paragraph, with a figure if you have one."),
                stage=piece.asked.stage,
            )


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{6,}", text.casefold()))


def asked_for(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Something the question asks for by name that the answer does not hold."""
    for box, one in written_boxes(asked):
        question = box.part.text if box.part is not None else asked.question.text
        text = written(asked, one).text
        for ask in ASKS:
            if ask.asked.search(question) and not ask.given.search(text):
                yield Remark(
                    text_place(one),
                    Level.HINT,
                    tr("{question}: something asked for may be missing.", question=box.name),
                    str(ask.lacks),
                    tr("Read the question part by part and answer each."),
                    stage=asked.stage,
                )


RULES = (
    PieceRule(
        "answers.asked_for",
        Stage.ANSWERS,
        questions.READS,
        asked_questions,
        asked_for,
        INSTRUCTIONS,
    ),
    PieceRule(
        "answers.need_first",
        Stage.ANSWERS,
        (*questions.READS, "needs"),
        questions_with_needs,
        need_first,
        INSTRUCTIONS,
    ),
)
