"""How bids go: the results of the bids in a folder and of those the library remembers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, number_words
from bidkit.errors import BidKitError
from bidkit.figures.rounding import share_percent, to_places
from bidkit.progress import Progress
from bidkit.storage.bidfile import BidFile
from bidkit.storage.library import LibraryEntry
from bidkit.words import later, tr

MOST_FILES = 200
RESULTS = ("won", "lost", "waiting", "dropped")
DECIDED = ("won", "lost")
REASONS = {
    "price": later("price"),
    "quality": later("weaker answers"),
    "evidence": later("too little evidence"),
    "track record": later("track record"),
    "size": later("size"),
    "mistake": later("something missing, late or wrong"),
    "other": later("something else"),
}


@dataclass(frozen=True)
class BidResult:
    """What became of one bid, the hours it took, its value, and why and by how much it was lost.

    result: won, lost, waiting, dropped (withdrawn, cancelled, not sent) or open. gap: the
    winner's score less ours.
    """

    title: str
    result: str
    hours: Decimal | None = None
    value: Decimal | None = None
    reason: str = ""
    gap: Decimal | None = None


@dataclass(frozen=True)
class TrackOfBids:
    """The results of several bids together."""

    won: int = 0
    lost: int = 0
    waiting: int = 0
    dropped: int = 0
    unread: int = 0
    hours_a_win: Decimal | None = None
    value_won: Decimal | None = None
    value_rate: Decimal | None = None
    reasons: tuple[tuple[str, int], ...] = ()
    gap: Decimal | None = None

    @property
    def rate(self) -> Decimal | None:
        """Won of all decided, in percent. Formula: won ÷ (won + lost) × 100, to a whole percent."""
        share = share_percent(Decimal(self.won), Decimal(self.won + self.lost))
        return None if share is None else to_places(share, 0)


def result_of(bid: Bid) -> BidResult:
    """Return what became of a bid."""
    after = bid.after
    sent = any(one.sent_at is not None for one in bid.rounds)
    return BidResult(
        bid.opportunity.title or bid.about.title,
        _result(after.outcome, sent=sent),
        after.hours_spent,
        bid.opportunity.value,
        after.main_reason if after.outcome == "lost" else "",
        _gap(after.winner_score, after.our_score),
    )


def remembered(entry: LibraryEntry) -> BidResult:
    """Return what the library remembers of a past bid."""
    data = entry.data
    outcome = str(data.get("outcome", ""))
    return BidResult(
        entry.title,
        _result(outcome, sent=True),
        _number(data.get("hours")),
        _number(data.get("amount")),
        str(data.get("reason", "")) if outcome == "lost" else "",
        _number(data.get("gap")),
    )


def facts_kept(bid: Bid) -> dict[str, str]:
    """Return the figures of a bid that the library keeps for counting."""
    found = result_of(bid)
    told = {"hours": found.hours, "amount": found.value, "gap": found.gap}
    kept = {name: f"{value:f}" for name, value in told.items() if value is not None}
    return kept | ({"reason": found.reason} if found.reason else {})


def track_of(results: Iterable[BidResult], unread: int = 0) -> TrackOfBids:
    """Return the figures of several bids; those still being written are not counted.

    hours_a_win: all hours known of decided bids ÷ won, to a whole hour; None without a win.
    value_rate: value won ÷ value of all decided × 100, to a whole percent. gap: mean of the
    gaps known of lost bids, to a tenth. reasons: the most frequent first.
    """
    found = list(results)
    count = {name: sum(one.result == name for one in found) for name in RESULTS}
    decided = [one for one in found if one.result in DECIDED]
    hours = [one.hours for one in decided if one.hours is not None]
    won = count["won"]
    each = to_places(sum(hours, Decimal(0)) / won, 0) if won and hours else None
    gained = _sum(one.value for one in decided if one.result == "won")
    tried = _sum(one.value for one in decided)
    share = share_percent(gained or Decimal(0), tried) if tried else None
    lost = [one for one in decided if one.result == "lost"]
    gaps = [one.gap for one in lost if one.gap is not None]
    reasons = Counter(one.reason for one in lost if one.reason)
    return TrackOfBids(
        won,
        count["lost"],
        count["waiting"],
        count["dropped"],
        unread,
        each,
        gained,
        to_places(share, 0) if share is not None else None,
        tuple(reasons.most_common()),
        to_places(sum(gaps, Decimal(0)) / len(gaps), 1) if gaps else None,
    )


def read_results(
    folder: Path,
    mine: Path,
    own: Bid,
    progress: Progress | None = None,
    *,
    own_id: str = "",
    past: Iterable[LibraryEntry] = (),
) -> TrackOfBids:
    """Return the figures of the bids of a folder and of the past, each bid counted once.

    The open bid counts as it stands now; of several copies of a bid the one furthest on counts.
    """
    tell = progress or Progress()
    paths = [one for one in sorted(folder.glob("*.bidkit")) if one != mine][:MOST_FILES]
    found = {one.id: remembered(one) for one in past}
    unread = 0
    for at, path in enumerate(paths, start=1):
        tell(at / (len(paths) + 1), path.name)
        try:
            loaded = BidFile.open(path, read_only=True).load()
        except BidKitError:
            unread += 1
            continue
        result = result_of(loaded.bid)
        known = found.get(loaded.bid_id)
        if known is None or _nearness(result) <= _nearness(known):
            found[loaded.bid_id] = result
    found[own_id] = result_of(own)
    return track_of(found.values(), unread)


def track_words(track: TrackOfBids) -> tuple[str, ...]:
    """Return the figures in sentences."""
    decided = track.won + track.lost
    lines = [
        tr(
            "{won} won, {lost} not won, {waiting} waiting.",
            won=track.won,
            lost=track.lost,
            waiting=track.waiting,
        )
    ]
    if track.rate is not None:
        rate = number_words(track.rate)
        lines.append(tr("{rate}% of the {n} that were decided were won.", rate=rate, n=decided))
    if track.value_rate is not None:
        lines.append(
            tr(
                "By value: {won} won, {rate}% of what was bid for.",
                won=money_words(track.value_won or Decimal(0)),
                rate=number_words(track.value_rate),
            )
        )
    if track.hours_a_win is not None:
        hours = number_words(track.hours_a_win)
        lines.append(tr("About {hours} hours of work stand behind each win.", hours=hours))
    if track.reasons:
        lines.append(tr("Lost because of: {reasons}.", reasons=_reason_words(track.reasons)))
    if track.gap is not None:
        lines.append(
            tr("Lost bids were {n} marks behind the winner on average.", n=number_words(track.gap))
        )
    if track.dropped:
        lines.append(tr("{n} were withdrawn, cancelled or not sent.", n=track.dropped))
    if track.unread:
        lines.append(tr("{n} files could not be read here.", n=track.unread))
    return tuple(lines)


def _reason_words(reasons: Iterable[tuple[str, int]]) -> str:
    names: Mapping[str, object] = REASONS
    return ", ".join(f"{names.get(key, key)} ({count})" for key, count in reasons)


def _result(outcome: str, *, sent: bool) -> str:
    if outcome in DECIDED:
        return outcome
    if outcome:
        return "dropped"
    return "waiting" if sent else "open"


def _nearness(result: BidResult) -> int:
    order = (*DECIDED, "dropped", "waiting", "open")
    return max(order.index(result.result), 1)


def _gap(winner: Decimal | None, ours: Decimal | None) -> Decimal | None:
    return None if winner is None or ours is None else winner - ours


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [one for one in values if one is not None]
    return sum(known, Decimal(0)) if known else None


def _number(value: object) -> Decimal | None:
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
