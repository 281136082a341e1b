"""One page for trustees: what it is, what it takes, what speaks for and against, what to decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.rounds import deadline_to_print
from bidkit.domain.showing import (
    UK,
    day_words,
    moment_words,
    money_words,
    number_words,
    percent_words,
)
from bidkit.export import tree
from bidkit.export.compose.document import title_of
from bidkit.export.compose.money import is_grant
from bidkit.export.compose.options import Options
from bidkit.export.compose.room import ROOMS, Room
from bidkit.export.compose.team import table
from bidkit.figures.readings.affording import affording_of
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.effort import work_of
from bidkit.figures.readings.quality import buyer_quality_of
from bidkit.words import later, tr

CHOICES = {
    "bid": later("Bid"),
    "bid with partners": later("Bid with partners"),
    "do not bid": later("Do not bid"),
    "undecided": later("Not decided yet"),
}
ANSWERS = {"yes": later("yes"), "no": later("no"), "unknown": later("not known")}
CHANCES = {"low": later("low"), "fair": later("fair"), "good": later("good")}


def briefing(
    bid: Bid, options: Options, room: Room = ROOMS[0], days: int | None = None
) -> tree.Document:
    """Return the briefing for trustees; for us only. days: working days until the deadline."""
    bid = without_held_back(bid, options.today)
    made = bid.decision
    said = (
        (tr("What it is"), room.cut(bid.opportunity.summary)),
        (tr("Why it fits us"), room.cut(made.mission_fit)),
        (tr("What we are strong in"), room.cut(made.strengths)),
        (tr("Our voice"), room.cut(made.independence)),
        (tr("Gates"), _gates(bid, room)),
        (tr("Why this chance"), room.cut(made.chance_reasons)),
        (tr("Warning signs in the contract"), _flags(bid, room)),
        (tr("Largest risks"), _risks(bid, room)),
        (tr("If it ends"), room.cut(made.dependency_note)),
        _decision(bid, room),
    )
    rows = tuple(tree.row(label, text, heading=True) for label, text in said if text.strip())
    blocks: tuple[tree.Block, ...] = (
        tree.KeyFacts(tuple(_facts(bid, days))),
        *table((tr("In short"), ""), rows, (22, 78)),
    )
    day = day_words(options.today, weekday=False)
    return tree.Document(
        title=_title(bid),
        subtitle=tr("Briefing for trustees, {day}", day=day),
        language=bid.about.language,
        reader="us",
        bidder=bid.organisation.name,
        blocks=blocks,
        about=tree.About(
            author=bid.organisation.name,
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _title(bid: Bid) -> str:
    if is_grant(bid):
        return tr("Should we apply? {title}", title=title_of(bid))
    return tr("Should we bid? {title}", title=title_of(bid))


def _facts(bid: Bid, days: int | None) -> Iterator[tree.Fact]:
    deadline = deadline_to_print(bid.rounds)
    period = bid.opportunity.period
    term = (period.starts_on, period.ends_on)
    pairs = (
        (tr("Funder") if is_grant(bid) else tr("Buyer"), bid.opportunity.buyer.name),
        (tr("Value"), money_words(bid.opportunity.value)),
        (tr("Deadline"), moment_words(deadline)),
        (tr("Runs"), " – ".join(day_words(day, weekday=False) for day in term if day)),
        *_work(bid, days),
        *_money(bid),
        (
            tr("The funder as a partner") if is_grant(bid) else tr("The buyer as a partner"),
            _buyer(bid),
        ),
    )
    return (tree.Fact(label, tree.text(value)) for label, value in pairs if value)


def _work(bid: Bid, days: int | None) -> tuple[tuple[str, str], ...]:
    work = work_of(bid, days)
    needed, at_hand = number_words(work.needed, 0), number_words(work.available, 0)
    hours = tr("{needed} needed", needed=needed) if needed else ""
    if needed and at_hand:
        hours = tr("{needed} needed, {have} at hand", needed=needed, have=at_hand)
    chance = CHANCES.get(bid.decision.chance_band)
    typed = bid.decision.win_chance
    words = str(chance) if chance is not None else ""
    if typed is not None:
        words = ", ".join(part for part in (words, percent_words(typed)) if part)
    return (
        (tr("Hours"), hours),
        (tr("Cost of bidding"), money_words(work.cost)),
        (tr("Chance"), words),
        (tr("Expected value"), money_words(work.expected_value)),
    )


def _money(bid: Bid) -> tuple[tuple[str, str], ...]:
    reading, found = costs_of(bid), affording_of(bid)
    margin, grant = reading.margin, is_grant(bid)
    share = percent_words(found.share, 0)
    cash = money_words(found.needed)
    if found.short:
        cash = tr("{needed}, {short} missing", needed=cash, short=money_words(found.short))
    reserves = number_words(found.reserves, 1)
    return (
        (tr("Full cost"), money_words(reading.full)),
        (tr("We ask for") if grant else tr("Price"), money_words(reading.price)),
        (
            tr("Left over") if grant else tr("Margin"),
            money_words(margin.amount) if margin is not None else "",
        ),
        (tr("Share of our income"), tr("{share} a year", share=share) if share else ""),
        (tr("Cash needed first"), cash),
        (tr("Free reserves"), tr("{n} months", n=reserves) if reserves else ""),
    )


def _buyer(bid: Bid) -> str:
    found = buyer_quality_of(bid.buyer_quality)
    return tr("{n} of {most}", n=found.points, most=found.most) if found.rated else ""


def _gates(bid: Bid, room: Room) -> str:
    """Return how many are yes, then the others, what stops first; all where there is room."""
    if not bid.gates:
        return ""
    yes = sum(one.answer == "yes" for one in bid.gates)
    said = tr("{yes} of {all} gates are answered with yes.", yes=yes, all=len(bid.gates))
    ranked = sorted(bid.gates, key=lambda one: (one.answer == "yes", not one.stops))
    shown = [one for one in ranked if one.answer != "yes"][: room.lines]
    if room.everything:
        shown = ranked
    lines = [
        tr(
            "{question} {answer}. {reason}",
            question=one.question,
            answer=str(ANSWERS.get(one.answer, later("not answered"))).capitalize(),
            reason=room.cut(one.reason),
        )
        for one in shown
    ]
    return "\n".join((said, *lines))


def _flags(bid: Bid, room: Room) -> str:
    found = [one for one in bid.red_flags if one.found == "yes"][: room.lines]
    return "\n".join(f"{one.text} {room.cut(one.note)}".strip() for one in found)


def _risks(bid: Bid, room: Room) -> str:
    ranked = sorted(bid.risks, key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    return "\n".join(
        tr(
            "{title} ({score}): {control}",
            title=one.title,
            score=(one.likelihood or 0) * (one.impact or 0),
            control=room.cut(one.control),
        )
        for one in ranked[: min(room.lines, MOST_RISKS)]
    )


MOST_RISKS = 3


def _decision(bid: Bid, room: Room) -> tuple[str, str]:
    made = bid.decision
    choice = CHOICES.get(made.choice)
    words = [f"{choice}."] if choice is not None else []
    if made.reason.strip():
        words.append(room.cut(made.reason))
    if made.decided_on is not None or made.decided_by:
        day, who = day_words(made.decided_on, weekday=False), made.decided_by
        by = " · ".join(part for part in (day, who, made.trustee_minute) if part)
        words.append(tr("Decided: {by}.", by=by))
        title = tr("The decision")
    else:
        words.append(tr("To be decided on: ____________ by: ______________________"))
        title = tr("Proposed decision")
    return title, " ".join(words)
