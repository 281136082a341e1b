"""How bids go: the results of the bids in a folder, read without touching them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from bidkit.domain.bid import Bid
from bidkit.domain.showing import number_words
from bidkit.errors import BidKitError
from bidkit.figures.rounding import share_percent, to_places
from bidkit.progress import Progress
from bidkit.storage.bidfile import BidFile
from bidkit.words import tr

MOST_FILES = 200


@dataclass(frozen=True)
class BidResult:
    """What became of one bid: won, lost, waiting, or not sent; and the hours it took."""

    title: str
    result: str
    hours: Decimal | None = None


@dataclass(frozen=True)
class TrackOfBids:
    """The results of several bids together."""

    won: int = 0
    lost: int = 0
    waiting: int = 0
    dropped: int = 0
    unread: int = 0
    hours_a_win: Decimal | None = None

    @property
    def rate(self) -> Decimal | None:
        """Won of all decided, in percent. Formula: won ÷ (won + lost) × 100, to a whole percent."""
        share = share_percent(Decimal(self.won), Decimal(self.won + self.lost))
        return None if share is None else to_places(share, 0)


def result_of(bid: Bid) -> BidResult:
    """Return what became of a bid."""
    title = bid.opportunity.title or bid.about.title
    outcome = bid.after.outcome
    if outcome in ("won", "lost"):
        result: str = outcome
    elif outcome:
        result = "dropped"
    else:
        sent = any(one.sent_at is not None for one in bid.rounds)
        result = "waiting" if sent else "open"
    return BidResult(title, result, bid.after.hours_spent)


def track_of(results: Iterable[BidResult], unread: int = 0) -> TrackOfBids:
    """Return the figures of several bids; those still being written are not counted.

    hours_a_win: all hours known of decided bids ÷ won, to a whole hour; None without a win.
    """
    found = list(results)
    count = {name: sum(one.result == name for one in found) for name in RESULTS}
    hours = [one.hours for one in found if one.result in ("won", "lost") and one.hours is not None]
    won = count["won"]
    each = to_places(sum(hours, Decimal(0)) / won, 0) if won and hours else None
    return TrackOfBids(won, count["lost"], count["waiting"], count["dropped"], unread, each)


RESULTS = ("won", "lost", "waiting", "dropped")


def read_results(
    folder: Path, mine: Path, own: Bid, progress: Progress | None = None
) -> TrackOfBids:
    """Return the figures of all bids in a folder, the open one as it stands now."""
    tell = progress or Progress()
    paths = [one for one in sorted(folder.glob("*.bidkit")) if one != mine][:MOST_FILES]
    results, unread = [result_of(own)], 0
    for at, path in enumerate(paths, start=1):
        tell(at / (len(paths) + 1), path.name)
        try:
            results.append(result_of(BidFile.open(path, read_only=True).load().bid))
        except BidKitError:
            unread += 1
    return track_of(results, unread)


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
    if track.hours_a_win is not None:
        hours = number_words(track.hours_a_win)
        lines.append(tr("About {hours} hours of work stand behind each win.", hours=hours))
    if track.dropped:
        lines.append(tr("{n} were withdrawn, cancelled or not sent.", n=track.dropped))
    if track.unread:
        lines.append(tr("{n} files could not be read here.", n=track.unread))
    return tuple(lines)
