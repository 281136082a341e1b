"""Case studies in three lengths: drafted from their parts, and put into an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.edits import value_at, with_fields
from bidkit.domain.organisation import CaseStudy
from bidkit.domain.prose import prose_from_text, read_prose, write_prose
from bidkit.domain.refs import Ref, ref
from bidkit.figures.counting import CountRule, Limit, against, count
from bidkit.session.document import Document, with_entry
from bidkit.words import tr

CASES = ref(Bid, lambda b: b.case_studies)
LENGTHS = (("words_100", 100), ("words_250", 250), ("words_500", 500))
_SENTENCE = re.compile(r"(?<=[.!?…”])\s+")


@dataclass(frozen=True)
class Telling:
    """One version of a case study: which, how long it may be, its words."""

    case: CaseStudy
    field: str
    most: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return count(self.text, CountRule.WORDS)

    @property
    def key(self) -> str:
        """The name by which it is chosen."""
        return f"{self.case.id} {self.field}"


def tellings_of(case: CaseStudy) -> tuple[Telling, ...]:
    """Return the three versions, the shortest first; one not written yet has no words."""
    return tuple(
        Telling(case, field, most, str(value_at(case, field)).strip()) for field, most in LENGTHS
    )


def tellings_in(bid: Bid) -> tuple[Telling, ...]:
    """Return every version that has words; where none is written, the parts as they stand."""
    found: list[Telling] = []
    for case in bid.case_studies:
        written = [one for one in tellings_of(case) if one.text]
        whole = "\n\n".join(_parts(case))
        found += written or ([Telling(case, "parts", 0, whole)] if whole else [])
    return tuple(found)


def drafted(case: CaseStudy, most: int) -> str:
    """Return the parts of a case study as far as they fit, whole sentences only.

    The result is kept before anything else, because a story without its end is none; then the
    situation, what we did, and the quotation. The order of telling stays.
    """
    parts = _parts(case)
    result = " ".join(case.result.split())
    chosen: set[tuple[int, int]] = set()
    order = sorted(range(len(parts)), key=lambda at: (parts[at] != result, at))
    pieces = [[piece for piece in _SENTENCE.split(part) if piece] for part in parts]
    for part in order:
        for at in range(len(pieces[part])):
            wider = chosen | {(part, at)}
            if against(_told(pieces, wider), Limit(most)).over:
                break
            chosen = wider
    return _told(pieces, chosen)


def draft_lengths(document: Document, identity: str) -> int:
    """Write every version that is empty, as one step; return how many were written."""
    case = next((one for one in document.bid.case_studies if one.id == identity), None)
    if case is None:
        return 0
    made = {
        one.field: text
        for one in tellings_of(case)
        if not one.text and (text := drafted(case, one.most))
    }

    def change(bid: Bid) -> Bid:
        cases = tuple(
            with_fields(one, made) if one.id == identity else one for one in bid.case_studies
        )
        return CASES.set(bid, cases)

    if made:
        document.edit(tr("Draft the three lengths"), change, place=CASES.item(identity))
    return len(made)


def use_telling(document: Document, place: Ref[Bid, Answer], telling: Telling) -> None:
    """Put a version at the end of an answer, as one step."""
    answer = document.get(place)
    text = write_prose(prose_from_text(telling.text))

    def change(bid: Bid) -> Bid:
        if all(one.id != answer.id for one in bid.answers):
            bid = with_entry(bid, "answers", answer)
        now = place.get(bid)
        whole = "\n\n".join(part for part in (now.text, text) if part.strip())
        filled: Bid = place.set(bid, with_fields(now, {"text": write_prose(read_prose(whole))}))
        return filled

    label = tr("Use the case study “{title}”", title=telling.case.title)
    document.edit(label, change, place=place)


def _parts(case: CaseStudy) -> list[str]:
    quoted = " ".join(case.quotation.split()).strip('“”"')
    parts = [
        *(" ".join(part.split()) for part in (case.situation, case.what_we_did, case.result)),
        tr("“{words}”", words=quoted) if quoted else "",
    ]
    return [part for part in parts if part]


def _told(pieces: list[list[str]], chosen: set[tuple[int, int]]) -> str:
    def lines() -> Iterator[str]:
        for part, sentences in enumerate(pieces):
            told = [one for at, one in enumerate(sentences) if (part, at) in chosen]
            if told:
                yield " ".join(told)

    return " ".join(lines())
