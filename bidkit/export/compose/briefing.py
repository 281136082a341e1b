"""One page for trustees: what it is, what it takes, what speaks for and against, what to decide."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.showing import UK, day_words, moment_words, money_words, number_words
from bidkit.export import tree
from bidkit.export.compose.document import title_of
from bidkit.export.compose.options import Options
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import labelled
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.effort import work_of
from bidkit.words import tr

MOST_RISKS = 3


def briefing(bid: Bid, options: Options) -> tree.Document:
    """Return the one-page briefing for trustees; for us only."""
    bid = without_held_back(bid, options.today)
    made = bid.decision
    blocks: tuple[tree.Block, ...] = (
        tree.KeyFacts(_facts(bid)),
        *labelled(tr("What it is"), bid.opportunity.summary),
        *labelled(tr("Why it fits us"), made.mission_fit),
        *labelled(tr("What we are strong in"), made.strengths),
        *_gates(bid),
        *_flags(bid),
        *_risks(bid),
        *labelled(tr("Proposed decision"), made.reason),
    )
    section = tree.Section(tr("Should we bid?"), blocks, key="briefing")
    return tree.Document(
        title=tr("Trustees’ briefing: {title}", title=title_of(bid)),
        subtitle=bid.opportunity.buyer.name,
        language=bid.about.language,
        reader="us",
        bidder=bid.organisation.name,
        blocks=(section,),
        about=tree.About(
            author=bid.organisation.name,
            created=datetime.combine(options.today, time(12), UK),
        ),
    )


def _facts(bid: Bid) -> tuple[tree.Fact, ...]:
    reading, work = costs_of(bid), work_of(bid)
    deadline = next((one.deadline for one in bid.rounds if one.deadline is not None), None)
    period = bid.opportunity.period
    term = (period.starts_on, period.ends_on)
    margin = reading.margin
    pairs = (
        (tr("Buyer"), bid.opportunity.buyer.name),
        (tr("Value"), money_words(bid.opportunity.value)),
        (tr("Deadline"), moment_words(deadline)),
        (
            tr("Runs"),
            " – ".join(day_words(day, weekday=False) for day in term if day),
        ),
        (tr("Hours to write it"), number_words(work.needed, 0)),
        (tr("Hours we have"), number_words(work.available, 0)),
        (tr("Cost of bidding"), money_words(work.cost)),
        (tr("Full cost"), money_words(reading.full)),
        (tr("Price"), money_words(reading.price)),
        (tr("Margin"), money_words(margin.amount) if margin is not None else ""),
        (tr("Cash needed first"), money_words(bid.decision.cash_needed)),
        (tr("Chance"), bid.decision.chance_band),
    )
    return tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value)


def _gates(bid: Bid) -> tree.Blocks:
    rows = tuple(
        tree.row(one.question, one.answer or tr("not answered"), one.reason, heading=True)
        for one in bid.gates
    )
    return table((tr("Gate"), tr("Answer"), tr("Because")), rows, (46, 14, 40))


def _flags(bid: Bid) -> tree.Blocks:
    found = [one for one in bid.red_flags if one.found == "yes"]
    if not found:
        return ()
    items = tuple(
        tree.Item((tree.paragraph(": ".join(p for p in (one.text, one.note) if p)),))
        for one in found
    )
    return (tree.Heading(tree.text(tr("Warning signs"))), tree.ItemList(items))


def _risks(bid: Bid) -> tree.Blocks:
    ranked = sorted(bid.risks, key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    rows = tuple(
        tree.row(
            one.title,
            number_words(Decimal((one.likelihood or 0) * (one.impact or 0))),
            one.control,
            heading=True,
        )
        for one in ranked[:MOST_RISKS]
    )
    return table((tr("Largest risks"), tr("Score"), tr("What we do about it")), rows, (40, 12, 48))
