"""Questions of a reissued questionnaire, each matched to the question of the bid it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bidkit.domain.questionnaire import Question

ALIKE = 0.6
ALIKE_WITH_NUMBER = 0.35
NUMBER_SPEAKS = 0.2
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Pair:
    """A question of the bid and what it is called now; alike: 0 to 1."""

    ours: Question
    theirs: Question
    alike: float


@dataclass(frozen=True)
class Matched:
    """Every question once: kept in some form, new, or gone."""

    pairs: tuple[Pair, ...]
    added: tuple[Question, ...]
    gone: tuple[Question, ...]


def match_questions(ours: Sequence[Question], theirs: Sequence[Question]) -> Matched:
    """Return which question became which, by pack item, then by words and number, best first."""
    chosen: dict[str, Pair] = {}
    taken: set[str] = set()
    for pair in _candidates(ours, theirs):
        if pair.ours.id not in chosen and pair.theirs.id not in taken:
            chosen[pair.ours.id] = pair
            taken.add(pair.theirs.id)
    return Matched(
        tuple(chosen[one.id] for one in ours if one.id in chosen),
        tuple(one for one in theirs if one.id not in taken),
        tuple(one for one in ours if one.id not in chosen),
    )


def words_of_question(question: Question) -> tuple[str, ...]:
    """Return the words by which a question is known, without its number."""
    return tuple(word.lower() for word in _WORD.findall(question.text or question.title))


def plain_number(number: str) -> str:
    """Return a number without what only decorates it: Q1.2) is 1.2."""
    return re.sub(r"^(?:question|q)\s*(?=\d)", "", number.strip().lower()).strip(" .):(")


def _candidates(ours: Sequence[Question], theirs: Sequence[Question]) -> Iterable[Pair]:
    found: list[tuple[float, int, int, Pair]] = []
    new_words = [(_Said(words_of_question(one)), plain_number(one.number)) for one in theirs]
    for at, one in enumerate(ours):
        words, number = _Said(words_of_question(one)), plain_number(one.number)
        for place, other in enumerate(theirs):
            if one.pack_item and one.pack_item == other.pack_item:
                alike, score = 1.0, 2.0
            else:
                same_number = bool(number) and number == new_words[place][1]
                least = ALIKE_WITH_NUMBER if same_number else ALIKE
                alike = _alike(words, new_words[place][0], least)
                score = alike + NUMBER_SPEAKS * same_number
                if alike < least:
                    continue
            found.append((-score, abs(at - place), at, Pair(one, other, alike)))
    found.sort(key=lambda one: one[:3])
    return (one[3] for one in found)


class _Said:
    """The words of a question, in order and counted once."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.counts = Counter(words)


def _alike(ours: _Said, theirs: _Said, least: float) -> float:
    """Return how alike two texts are, 0 to 1; 0 as soon as it is known to be less than least."""
    if ours.words == theirs.words:
        return 1.0 if ours.words else 0.0
    total = len(ours.words) + len(theirs.words)
    common = ours.counts.keys() & theirs.counts.keys()
    shared = sum(min(ours.counts[word], theirs.counts[word]) for word in common)
    if not total or 2 * shared / total < least:
        return 0.0
    return SequenceMatcher(None, ours.words, theirs.words, autojunk=False).ratio()
