"""Where words earn most: what a hundred words are worth in each answer, and may still win."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Question
from bidkit.figures.marks import points_per_hundred_words
from bidkit.figures.readings.effort import words_in
from bidkit.figures.readings.marks import marks_of


@dataclass(frozen=True, slots=True)
class WordsWorth:
    """One criterion with the words its answers may have, and points for a hundred of them.

    worth: of all its points. stake: of the points its mark has not won yet; None where its mark or
    its scale is not known well enough to say.
    """

    key: str
    words: int
    worth: Decimal
    stake: Decimal | None


def words_worth(bid: Bid, lot: str = "") -> tuple[WordsWorth, ...]:
    """Return every criterion with a limit, of a bid or of one lot, the most to be won first.

    Formula: points × 100 ÷ words allowed, with the points worth and those still at stake (worth −
    earned). Words: the limit of the question, else of its parts together, else the criterion's own;
    characters ÷ 6, pages × 450. Units: points. Rounding: none.
    """
    reading = marks_of(bid, lot)
    questions = {one.id: one for one in bid.questions}
    found: list[WordsWorth] = []
    for one in bid.criteria:
        if one.id not in reading.worth:
            continue
        words = _room(bid, one, questions)
        worth = points_per_hundred_words(reading.worth[one.id], words)
        if worth is None:
            continue
        left = reading.stake.get(one.id)
        stake = points_per_hundred_words(left, words) if left is not None else None
        found.append(WordsWorth(one.id, words, worth, stake))
    return tuple(
        sorted(found, key=lambda each: -(each.worth if each.stake is None else each.stake))
    )


def _room(bid: Bid, one: Criterion, questions: dict[str, Question]) -> int:
    """Return how many words the answers to a criterion may have; 0 where nothing limits them."""
    room = 0
    for key in one.questions:
        question = questions.get(key)
        if question is None:
            continue
        own = words_in(question.limit)
        parts = (words_in(part.limit) for part in bid.parts if part.parent == key)
        room += own if own is not None else sum(each or 0 for each in parts)
    return room or one.words or 0
