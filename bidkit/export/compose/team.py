"""Our offer and the people in it: method, timetable, team, measures, risks, partners."""

from __future__ import annotations

from datetime import date

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words, number_words, percent_words
from bidkit.export import tree
from bidkit.export.compose.asked import for_lot
from bidkit.export.compose.charts import ROLE_WORDS, risk_weight, timetable_chart
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import labelled, plain_blocks
from bidkit.figures.risk import MOST
from bidkit.words import later, tr

VETTING_WORDS = {
    "none": later("None"),
    "basic": later("Basic DBS"),
    "standard": later("Standard DBS"),
    "enhanced": later("Enhanced DBS"),
    "enhanced barred": later("Enhanced DBS with barred lists"),
}


def offer(bid: Bid, options: Options) -> tree.Blocks:
    """Return our offer: how we work, by when, with whom, measured how, at which risks."""
    said = bid.offer
    blocks: list[tree.Block] = [
        *plain_blocks(said.method),
        *steps_table(bid, options),
        *timetable_chart(bid, options),
        *roles_table(bid),
        *measures_table(bid, options),
        *risks_table(bid, options),
        *labelled(tr("Mobilisation"), said.mobilisation),
        *labelled(tr("Users shape the service"), said.co_production_users),
        *labelled(tr("The community"), said.co_production_community),
        *labelled(tr("Front-line staff"), said.co_production_staff),
        *labelled(tr("Worked out with the buyer"), said.co_production_buyer),
        *labelled(tr("Access and choice"), said.access_and_choice),
        *labelled(tr("What is new"), said.innovation),
        *labelled(tr("Quality"), said.quality_assurance),
        *labelled(tr("Monitoring"), said.monitoring),
        *labelled(tr("At the end of the contract"), said.exit_plan),
    ]
    if not blocks:
        return ()
    return (tree.Section(tr("Our offer"), tuple(blocks), key="offer"),)


def steps_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the delivery steps as a table."""
    rows = tuple(
        tree.row(
            one.title,
            one.description,
            " – ".join(
                day_words(day, weekday=False) for day in (one.starts_on, one.ends_on) if day
            ),
            one.owner,
            heading=True,
        )
        for one in bid.steps
        if for_lot(one.lots, options.lot)
    )
    return table((tr("Step"), tr("What happens"), tr("When"), tr("Who")), rows, (24, 40, 20, 16))


def milestones_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the milestones as a table, by day; those of another lot's steps stay out."""
    elsewhere = {one.id for one in bid.steps if not for_lot(one.lots, options.lot)}
    kept = [one for one in bid.milestones if one.step not in elsewhere]
    kept.sort(key=lambda one: (one.on is None, one.on or date.min))
    rows = tuple(
        tree.row(one.title, day_words(one.on, weekday=False), one.owner, heading=True)
        for one in kept
    )
    return table((tr("What stands"), tr("By"), tr("Who")), rows, (52, 22, 26))


def roles_table(bid: Bid) -> tree.Blocks:
    """Return the roles of the delivery team as a table."""
    rows = tuple(
        tree.row(
            one.title,
            one.duties,
            number_words(one.hours_a_week),
            str(VETTING_WORDS.get(one.vetting, "")),
            heading=True,
        )
        for one in bid.roles
    )
    return table(
        (tr("Role"), tr("Does"), tr("Hours a week"), tr("Vetting")), rows, (24, 46, 14, 16)
    )


def measures_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the performance measures as a table."""
    rows = tuple(
        tree.row(one.title, one.target, one.frequency, one.owner, heading=True)
        for one in bid.measures
        if for_lot(one.lots, options.lot)
    )
    return table((tr("Measure"), tr("Target"), tr("How often"), tr("Who")), rows, (36, 26, 18, 20))


def risks_table(bid: Bid, options: Options) -> tree.Blocks:
    """Return the risk register, the heaviest first; the buyer sees the risks meant for it."""
    kept = [one for one in bid.risks if one.show_buyer or options.reader is Reader.US]
    kept.sort(key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    rows = tuple(
        tree.row(
            one.title,
            _weight(one.likelihood, one.impact),
            one.control,
            _weight(one.likelihood_after, one.impact_after),
            one.owner,
            heading=True,
        )
        for one in kept
    )
    titles = (tr("Risk"), tr("Weight"), tr("What we do about it"), tr("Then"), tr("Who"))
    return table(titles, rows, (24, 14, 34, 12, 16))


def _weight(likelihood: int | None, impact: int | None) -> str:
    """Return a risk's weight as "12, high"; '' where it is not judged from 1 to 5."""
    if not all(one is not None and 1 <= one <= MOST for one in (likelihood, impact)):
        return ""
    word, _ = risk_weight(likelihood or 0, impact or 0)
    return tr("{score}, {weight}", score=(likelihood or 0) * (impact or 0), weight=word)


def partners(bid: Bid, options: Options) -> tree.Blocks:
    """Return who bids with us and what each does; the buyer gets what a buyer asks for."""
    if not bid.partners:
        return ()
    said = bid.partnership
    blocks: list[tree.Block] = [
        *plain_blocks(said.advantage),
        *partners_table(bid),
        *labelled(tr("How we decide together"), said.governance),
        *labelled(tr("One point of contact"), said.single_contact),
    ]
    if options.reader is Reader.US:
        blocks += labelled(tr("Will it be better for our beneficiaries?"), said.better_outcomes)
        blocks += labelled(tr("What makes it work?"), said.what_makes_it_positive)
    return (tree.Section(tr("Partners"), tuple(blocks), key="partners"),)


def partners_table(bid: Bid) -> tree.Blocks:
    """Return who bids with us, as what, for which share, as a table."""
    rows = tuple(
        tree.row(
            one.name,
            str(ROLE_WORDS.get(one.role, "")),
            one.does,
            percent_words(one.share),
            one.ppon,
            heading=True,
        )
        for one in bid.partners
    )
    titles = (tr("Organisation"), tr("Role"), tr("Does"), tr("Share"), tr("PPON"))
    return table(titles, rows, (24, 17, 31, 9, 19))


def table(
    titles: tuple[str, ...], rows: tuple[tree.Row, ...], shares: tuple[int, ...]
) -> tree.Blocks:
    """Return a table with these headings and widths in percent; nothing without rows."""
    if not rows:
        return ()
    columns = tuple(tree.Column(share / 100) for share in shares)
    return (tree.Table(columns, rows, (tree.row(*titles),)),)
