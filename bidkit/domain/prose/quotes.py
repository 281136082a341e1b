"""Words quoted from prose, found again after it has changed: the anchor of a comment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from bidkit.domain.prose.model import Prose
from bidkit.domain.prose.places import CHIP_MARK, Passage, Span, passages

CONTEXT = 40
"""How many characters before and after a quote are kept to tell it from its like."""

_LIKENESS = 0.6
_STOPS = ".,;:!?()[]\"'“”‘’…"
_MAX_QUOTE_WORDS = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words and a little of what stands on both sides, spaces made single."""

    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class _Flat:
    """All passages as one text with single spaces, and where each character comes from.

    starts: where in the text each passage begins. offsets: for each passage, where in it each of
    its characters stands.
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[tuple[int, ...], ...]

    def place(self, position: int) -> tuple[int, int]:
        """Return the passage of a character of the text, and where in it the character stands."""
        number = bisect_right(self.starts, position) - 1
        return number, self.offsets[number][position - self.starts[number]]

    def position(self, number: int, offset: int) -> int:
        """Return where in the text a passage's first character from an offset on stands."""
        return self.starts[number] + bisect_left(self.offsets[number], offset)


def quotation_at(prose: Prose, spans: Iterable[Span]) -> Quotation:
    """Return the words at these spans as a quotation that `find_quote` can find again."""
    flat = _flatten(prose)
    numbers = {passage.path: number for number, passage in enumerate(passages(prose))}
    stretches = [
        (flat.position(numbers[span.path], span.start), flat.position(numbers[span.path], span.end))
        for span in spans
        if span.path in numbers
    ]
    filled = [(low, high) for low, high in stretches if low < high]
    if not filled:
        return Quotation("")
    start, end = min(low for low, _ in filled), max(high for _, high in filled)
    return Quotation(
        flat.text[start:end].strip(),
        flat.text[max(0, start - CONTEXT) : start],
        flat.text[end : end + CONTEXT],
    )


def find_quote(prose: Prose, quote: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
    """Return where the quoted words now stand, a span for each passage, or () if they are gone.

    Words found as they were come first, the likeliest neighbours deciding between several; then
    the likest stretch, if at least six tenths of it are the words of the quote.
    """
    quote = _single_spaced(quote)
    if not quote:
        return ()
    every, flat = passages(prose), _flatten(prose)
    place = _exact(flat.text, quote, _spaced(prefix), _spaced(suffix))
    if place is None:
        place = _alike(flat.text, quote)
    return () if place is None else _spans(every, flat, *place)


def _single_spaced(text: str) -> str:
    return " ".join(text.replace(CHIP_MARK, "").split())


def _spaced(text: str) -> str:
    """Make spaces single but keep one at each end, since neighbours touch the quote."""
    inner = _single_spaced(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"


@lru_cache(maxsize=16)
def _flatten(prose: Prose) -> _Flat:
    texts: list[str] = []
    starts: list[int] = []
    offsets: list[tuple[int, ...]] = []
    length = 0
    for passage in passages(prose):
        text, of_passage = _single_spaces(f"{passage.text}\n")
        texts.append(text)
        starts.append(length)
        offsets.append(of_passage)
        length += len(text)
    return _Flat("".join(texts), tuple(starts), tuple(offsets))


@lru_cache(maxsize=4096)
def _single_spaces(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text with single spaces and without chips, and where its characters stood."""
    letters: list[str] = []
    offsets: list[int] = []
    after_space = True
    for offset, letter in enumerate(text):
        if letter == CHIP_MARK:
            continue
        space = letter.isspace()
        if space and after_space:
            continue
        letters.append(" " if space else letter)
        offsets.append(offset)
        after_space = space
    return "".join(letters), tuple(offsets)


def _exact(text: str, quote: str, prefix: str, suffix: str) -> tuple[int, int] | None:
    best, best_score = None, -1
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
        score = _shared_start(before[::-1], prefix[::-1]) + _shared_start(after, suffix)
        if score > best_score:
            best, best_score = (start, end), score
        start = text.find(quote, start + 1)
    return best


def _shared_start(text: str, other: str) -> int:
    shared = 0
    for one, two in zip(text, other, strict=False):
        if one != two:
            break
        shared += 1
    return shared


def _alike(text: str, quote: str) -> tuple[int, int] | None:
    """Return the stretch of text most like the quote, word by word, if it is like enough."""
    wanted = quote.split()[:_MAX_QUOTE_WORDS]
    words = text.split()
    starts = _word_starts(text, words)
    sought, stand = [_bare(word) for word in wanted], [_bare(word) for word in words]
    matcher = SequenceMatcher(None, sought, stand, autojunk=False)
    anchor = matcher.find_longest_match()
    if anchor.size == 0:
        return None
    slack = max(2, len(wanted) // 4)
    low = max(0, anchor.b - anchor.a - slack)
    high = min(len(words), anchor.b - anchor.a + len(wanted) + slack)
    nearby = SequenceMatcher(None, sought, stand[low:high], autojunk=False)
    matched = [block for block in nearby.get_matching_blocks() if block.size]
    first, last = matched[0], matched[-1]
    size = last.b + last.size - first.b
    common = sum(block.size for block in matched)
    if 2 * common / (len(wanted) + size) < _LIKENESS:
        return None
    end_word = low + last.b + last.size - 1
    ending = words[end_word]
    if quote[-1].isalnum():
        ending = ending.rstrip(_STOPS) or ending
    return starts[low + first.b], starts[end_word] + len(ending)


def _bare(word: str) -> str:
    return word.strip(_STOPS).casefold() or word


def _word_starts(text: str, words: list[str]) -> list[int]:
    starts: list[int] = []
    position = 0
    for word in words:
        position = text.index(word, position)
        starts.append(position)
        position += len(word)
    return starts


def _spans(every: tuple[Passage, ...], flat: _Flat, start: int, end: int) -> tuple[Span, ...]:
    """Return the stretch start..end of the flat text as spans of the passages it touches."""
    spans: list[Span] = []
    position = start
    while position < end:
        number, first = flat.place(position)
        last = min(end, flat.position(number, len(every[number].text)))
        if last > position:
            spans.append(Span(every[number].path, first, flat.place(last - 1)[1] + 1))
        position = max(last, position) + 1 if last <= position else last
    return tuple(spans)
