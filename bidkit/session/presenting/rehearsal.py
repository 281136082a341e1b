"""A rehearsal of the presentation: when each part began, and how that compares with the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.words import tr


@dataclass(frozen=True)
class Rehearsal:
    """The moments at which parts began, the last being the end once it is over."""

    turns: tuple[datetime, ...] = ()
    over: bool = False

    @property
    def running(self) -> bool:
        """Tell whether somebody is speaking now."""
        return bool(self.turns) and not self.over

    @property
    def part(self) -> int:
        """The part that is spoken now, counted from 0."""
        return max(len(self.turns) - 1, 0)

    def begun(self, at: datetime) -> Rehearsal:
        """Return a rehearsal that begins now."""
        return Rehearsal((at,))

    def turned(self, at: datetime) -> Rehearsal:
        """Return the rehearsal with the next part beginning now."""
        return replace(self, turns=(*self.turns, at)) if self.running else self

    def ended(self, at: datetime) -> Rehearsal:
        """Return the rehearsal as over."""
        return Rehearsal((*self.turns, at), over=True) if self.running else self

    def taken(self, now: datetime) -> timedelta:
        """Return how long it took, or takes so far."""
        if not self.turns:
            return timedelta()
        return (self.turns[-1] if self.over else now) - self.turns[0]

    @property
    def spans(self) -> tuple[timedelta, ...]:
        """How long each part took that is over."""
        pairs = zip(self.turns, self.turns[1:], strict=False)
        return tuple(end - start for start, end in pairs)


def span_words(span: timedelta) -> str:
    """Return a length of time as minutes and seconds."""
    seconds = max(round(span.total_seconds()), 0)
    return tr("{minutes} min {seconds} s", minutes=seconds // 60, seconds=f"{seconds % 60:02}")


def place_words(bid: Bid, rehearsal: Rehearsal) -> str:
    """Return in words which part is spoken now and how long it is meant to be."""
    at, parts = rehearsal.part, bid.slides
    if not rehearsal.running or at >= len(parts):
        return ""
    one = parts[at]
    said = tr("Part {n} of {all}: {title}", n=at + 1, all=len(parts), title=one.title)
    if one.minutes is None:
        return said
    return f"{said} ({tr('{time} planned', time=span_words(_span(one.minutes)))})"


def result_words(bid: Bid, rehearsal: Rehearsal) -> tuple[str, ...]:
    """Return how a finished rehearsal went: the whole, then part by part against the plan."""
    if not rehearsal.over:
        return ()
    taken = rehearsal.taken(rehearsal.turns[-1])
    lines = [tr("You took {time}.", time=span_words(taken))]
    if bid.presentation.minutes is not None:
        most = timedelta(minutes=bid.presentation.minutes)
        apart = span_words(abs(most - taken))
        words = tr("That is {time} too long.", time=apart)
        if taken <= most:
            words = tr("That leaves {time}.", time=apart)
        lines[0] = f"{lines[0]} {words}"
    for one, span in zip(bid.slides, rehearsal.spans, strict=False):
        planned = tr("none") if one.minutes is None else span_words(_span(one.minutes))
        lines.append(
            tr(
                "{title}: {time}, {planned} planned",
                title=one.title,
                time=span_words(span),
                planned=planned,
            )
        )
    return tuple(lines)


def _span(minutes: Decimal) -> timedelta:
    return timedelta(minutes=float(minutes))
