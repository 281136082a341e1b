"""What is weak in the words of answers: unproved phrases, other names, references, short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, Target, asked_questions, targets_of
from bidkit.rules.engine import PieceRule, Remark
from bidkit.rules.facts import Facts
from bidkit.rules.phrases import Hit, weak_phrases
from bidkit.rules.places import at
from bidkit.rules.reading import span_at
from bidkit.rules.subjects.answers import written
from bidkit.words import tr

CROSS_REFERENCE = re.compile(
    r"\b(?:(?:please )?(?:see|refer to|as (?:set out|described|shown) in) (?:the )?(?:attached|"
    r"enclosed|appendix|annex|attachment)\b|as (?:stated|mentioned|described|explained|set out) "
    r"(?:above|below|earlier|previously|elsewhere)|see (?:above|below|our (?:answer|response) to|"
    r"(?:question|answer|section) \S+)|(?:in|under) our (?:answer|response) to (?:question )?\S+)",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,6}s?\b")
KNOWN_ACRONYMS = frozenset(
    "UK GB EU USA NHS BBC VAT HMRC PDF GP IT HR TV UN ID FAQ AGM CEO CV PC AM PM ISO GDPR MP "
    "CIO CIC OK BSL SMS PR QR DIY PE".split()
)


def written_boxes(asked: Asked) -> Iterator[tuple[Target, Answer]]:
    """Yield each box of a question with each answer written in it."""
    for box in targets_of(asked):
        yield from ((box, one) for one in box.answers if one.text.strip())


def text_place(one: Answer) -> Ref[Bid, Any]:
    """Return the address of the words of an answer."""
    return at(lambda b: b.answers, one, lambda a: a.text)


def phrases(asked: Asked, facts: Facts) -> Iterable[Remark]:
    """Phrases that sound like unproved claims, once each, where they first stand."""
    whose = f"{asked.question.title}\n{asked.question.text}".casefold()
    for box, one in written_boxes(asked):
        allowed = frozenset(words.casefold() for words in one.allowed_phrases)
        for hit in weak_phrases(written(asked, one), facts.phrases):
            words = hit.words.casefold()
            if words in allowed or words in whose or CROSS_REFERENCE.search(words):
                continue
            yield Remark(
                text_place(one),
                Level.SHOULD if hit.phrase.weight == "error" else Level.HINT,
                _phrase_words(hit, box.name),
                tr("It reads as a claim that nothing proves."),
                tr("Better: {better}", better=hit.phrase.better) if hit.phrase.better else "",
                hit.span,
                stage=asked.stage,
            )


def _phrase_words(hit: Hit, name: str) -> str:
    if hit.times > 1:
        return tr("{question}: “{words}” ({n} times).", question=name, words=hit.words, n=hit.times)
    return tr("{question}: “{words}”.", question=name, words=hit.words)


@lru_cache(maxsize=4096)
def _reference_in(line: str) -> re.Match[str] | None:
    return CROSS_REFERENCE.search(line)


class Named(NamedTuple):
    """A question with the names that may not stand in its answers."""

    key: str
    asked: Asked
    buyer: str
    other_lots: tuple[str, ...]


def questions_with_names(bid: Bid) -> Iterable[Named]:
    """Return the answered questions with the buyer's name and the lots we do not bid for."""
    ours = {one.title.casefold() for one in bid.lots if one.bidding == "yes"}
    others = tuple(
        one.title for one in bid.lots if one.bidding == "no" and one.title.casefold() not in ours
    )
    for one in asked_questions(bid):
        if one.answers:
            yield Named(one.key, one, bid.opportunity.buyer.name, others)


def other_names(named: Named, facts: Facts) -> Iterable[Remark]:
    """Another buyer's name, or a lot we do not bid for, left in an answer."""
    asked, buyer = named.asked, named.buyer.casefold()
    others = sorted(name for name in facts.other_buyers if _is_other(name, buyer))
    for box, one in written_boxes(asked):
        text = written(asked, one).text
        plain = " ".join(text.casefold().split())
        for name in others:
            if (found := _named_in(name, text, plain)) is not None:
                yield Remark(
                    text_place(one),
                    Level.SHOULD,
                    tr("{question} names another buyer: {name}.", question=box.name, name=name),
                    tr("A name left over from another bid tells the panel it was copied."),
                    tr("Put this buyer's name, unless you mean the other one as proof."),
                    span_at(text, found.start(), found.end()),
                    stage=asked.stage,
                )
        for name in named.other_lots:
            if len(name) > 3 and (found := _named_in(name, text, plain)) is not None:
                yield Remark(
                    text_place(one),
                    Level.HINT,
                    tr(
                        "{question} names a lot we do not bid for: {name}.",
                        question=box.name,
                        name=name,
                    ),
                    tr("Names of places from another lot tell the panel it was copied."),
                    tr("Check that it belongs here."),
                    span_at(text, found.start(), found.end()),
                    stage=asked.stage,
                )


def _is_other(name: str, buyer: str) -> bool:
    plain = name.casefold().strip()
    return len(plain) > 3 and plain not in buyer and (not buyer or buyer not in plain)


def _named_in(name: str, text: str, plain: str) -> re.Match[str] | None:
    """Return where a name stands in a text as whole words; plain is the text made comparable."""
    if " ".join(name.casefold().split()) not in plain:
        return None
    return _whole_words(name).search(text)


@lru_cache(maxsize=1024)
def _whole_words(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def cross_references(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Words that send the panel somewhere else."""
    for box, one in written_boxes(asked):
        allowed = {words.casefold() for words in one.allowed_phrases}
        for line in written(asked, one).own:
            found = _reference_in(line)
            if found is not None and found.group().casefold() not in allowed:
                yield Remark(
                    text_place(one),
                    Level.SHOULD,
                    tr("{question}: “{words}”.", question=box.name, words=found.group()),
                    tr("Answers are often marked alone, by people who see nothing else."),
                    tr("Say it here again, in one sentence."),
                    span_at(line, found.start(), found.end()),
                    stage=asked.stage,
                )
                break


def acronyms(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """Short forms that nobody has explained in this answer."""
    for box, one in written_boxes(asked):
        reading = written(asked, one)
        text = reading.text
        given = f"{asked.question.title} {asked.question.text} {' '.join(one.allowed_phrases)}"
        known = KNOWN_ACRONYMS | set(ACRONYM.findall(given))
        for hit in ACRONYM.finditer(text):
            word = hit.group()
            if word in known or word.removesuffix("s") in known or _is_shouted(reading.text, hit):
                continue
            known |= {word}
            if _is_explained(text, word):
                continue
            yield Remark(
                text_place(one),
                Level.HINT,
                tr("{question}: “{word}” is not explained.", question=box.name, word=word),
                tr("Somebody on the panel may not know it."),
                tr("Write it out once, with the short form in brackets."),
                span_at(text, hit.start(), hit.end()),
                stage=asked.stage,
            )


def _is_explained(text: str, word: str) -> bool:
    plain = re.escape(word.removesuffix("s"))
    return re.search(rf"\({plain}s?\)|\b{plain}s? ?(?:\(|stands for|means)", text) is not None


def _is_shouted(text: str, hit: re.Match[str]) -> bool:
    """Tell whether the word stands in a stretch of capitals, or in an evidence label."""
    around = text[max(0, hit.start() - 12) : hit.end() + 12]
    letters = [one for one in around if one.isalpha()]
    loud = sum(one.isupper() for one in letters) > 0.9 * len(letters) and len(letters) > 10
    opened = text.rfind("[", 0, hit.start())
    return loud or (opened >= 0 and "]" not in text[opened : hit.start()])


def _rule(name: str, judge: Any, source: str, *facts: str) -> PieceRule:
    return PieceRule(
        f"answers.{name}", Stage.ANSWERS, questions.READS, asked_questions, judge, source, facts
    )


RULES = (
    _rule("phrases", phrases, "Evidence, From Policy to Practice, 2007", "phrases"),
    _rule("cross_references", cross_references, "A bidder's checklist for a 2026 NHS tender"),
    PieceRule(
        "answers.other_names",
        Stage.ANSWERS,
        questions.READS,
        questions_with_names,
        other_names,
        "A bidder's checklist for a 2026 NHS tender",
        ("other_buyers",),
    ),
    _rule("acronyms", acronyms, "Guidance on plain writing in tenders"),
)
