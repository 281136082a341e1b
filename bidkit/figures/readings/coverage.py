"""What each answer rests on: which sentence is proved by which evidence, and which by none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bidkit.domain.bid import Bid
from bidkit.domain.prose import WORDS_ONLY, plain_text, read_prose
from bidkit.domain.prose.pieces import passages_of
from bidkit.words import tr

CELL = "\t"
MARK = re.compile(r"\s*\[evidence (\d+)\]")
LEADING = re.compile(r"(?:\s*\[evidence \d+\])+[.!?]?(?:\s+|$)")
SENTENCE_END = re.compile(r"(?<=[.!?])(?:[”\"’)]?)\s+|\n+")
QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
PROMISE = re.compile(
    r"\b(?:will|shall|by (?:the end|month|year|week|day|quarter|\d))\b|[’']ll\b", re.IGNORECASE
)
FIGURE = re.compile(r"\d")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".replace(" ", "|")
NOT_A_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})[a-z]*\.?(?:\s+\d{{4}})?\b"
    rf"|\b(?:{MONTHS})[a-z]*\.?\s+\d{{4}}\b"
    r"|\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:lot|question|section|part|year|month|week|day|stage|step|phase|level|grade|aim|"
    r"appendix|annex|page|table|figure|criterion|act|iso|ppn)s?\s+\d+(?:[.:/–-]\d+)*\b"
    r"|\b24/7\b|\b1:1\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stated:
    """One sentence that states something: its words, the evidence behind it, and its figure."""

    words: str
    evidence: tuple[str, ...]
    has_figure: bool


@dataclass(frozen=True)
class Coverage:
    """What one answer states: every sentence with a figure or with evidence, in its order."""

    answer: str
    owner: str
    lot: str
    stated: tuple[Stated, ...]

    @property
    def proved(self) -> int:
        """How many of its sentences have evidence beside them."""
        return sum(bool(one.evidence) for one in self.stated)

    @property
    def bare(self) -> tuple[Stated, ...]:
        """The sentences whose figure rests on nothing."""
        return tuple(one for one in self.stated if not one.evidence)


def coverage_of(bid: Bid) -> tuple[Coverage, ...]:
    """Return what each answer with words rests on; links to evidence that is gone count for none.

    A sentence is one between full stops. It states something where it holds a figure that is not
    a date, a number of a lot or the like, or where evidence is linked in it or right behind it.
    Somebody else's words, promises ("we will …") and rows of tables need no evidence.
    """
    known = frozenset(one.id for one in bid.evidence)
    return tuple(
        Coverage(one.id, one.parent, one.lot, _kept(one.text, known))
        for one in bid.answers
        if one.text.strip()
    )


def uses_of(covered: Iterable[Coverage]) -> dict[str, tuple[tuple[Coverage, Stated], ...]]:
    """Return for each linked item of evidence the answers and sentences that rest on it."""
    found: dict[str, tuple[tuple[Coverage, Stated], ...]] = {}
    for one in covered:
        for stated in one.stated:
            for item in stated.evidence:
                found[item] = (*found.get(item, ()), (one, stated))
    return found


def answer_name(bid: Bid, one: Coverage) -> str:
    """Return the buyer's number of the question or part that is answered, with its lot."""
    questions = {each.id: each for each in bid.questions}
    part = next((each for each in bid.parts if each.id == one.owner), None)
    question = questions.get(part.parent if part is not None else one.owner)
    number = (question.number or question.title) if question is not None else ""
    name = f"{number}{part.number}" if part is not None else number
    lot = next((each.number or each.title for each in bid.lots if each.id == one.lot), "")
    return tr("{name}, lot {lot}", name=name, lot=lot) if lot else name


def _kept(text: str, known: frozenset[str]) -> tuple[Stated, ...]:
    made = []
    for one in statements_in(text):
        evidence = tuple(item for item in one.evidence if item in known)
        if evidence or one.has_figure:
            made.append(Stated(one.words, evidence, one.has_figure))
    return tuple(made)


def statements_in(text: str) -> tuple[Stated, ...]:
    """Return every sentence of a stored prose text that has a figure or a link to evidence."""
    return tuple(stated for piece in passages_of(text) for stated in _statements_in(piece))


@lru_cache(maxsize=4096)
def _statements_in(text: str) -> tuple[Stated, ...]:
    linked: list[str] = []

    def mark(evidence: str) -> str:
        linked.append(evidence)
        return f"[evidence {len(linked) - 1}]"

    plain = plain_text(read_prose(text), mark, style=WORDS_ONLY)
    made: list[Stated] = []
    for sentence in _sentences(plain):
        words = " ".join(MARK.sub("", sentence).split())
        evidence = tuple(dict.fromkeys(linked[int(one)] for one in MARK.findall(sentence)))
        figure = not PROMISE.search(words) and _has_figure(words)
        if words and (evidence or figure):
            made.append(Stated(words, evidence, figure))
    return tuple(made)


def _sentences(plain: str) -> list[str]:
    """Return the sentences; links that stand right behind a full stop belong before it."""
    made: list[str] = []
    for line in plain.splitlines():
        if CELL in line:
            continue
        first = True
        for sentence in SENTENCE_END.split(line):
            behind = LEADING.match(sentence)
            if behind is not None and made and not first:
                made[-1] += f" {behind.group().strip()}"
                sentence = sentence[behind.end() :]
            if sentence.strip():
                made.append(sentence.strip())
                first = False
    return made


def _has_figure(words: str) -> bool:
    return FIGURE.search(NOT_A_FIGURE.sub("", QUOTED.sub("", words))) is not None
