"""The case: summary, need and change, outcomes with results, testimonials, full value."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.consent import consent_of
from bidkit.domain.evidence import Indicator, Outcome
from bidkit.domain.showing import day_words, number_words
from bidkit.domain.value import ValueItem
from bidkit.export import tree
from bidkit.export.compose.asked import for_lot
from bidkit.export.compose.charts import chain_chart, outcome_chart
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import labelled, plain_blocks
from bidkit.figures.readings.proof import reach_words
from bidkit.figures.value import claim
from bidkit.words import Words, later, tr

CELLS = (
    ("primary outcomes", "secondary outcomes"),
    ("primary satisfaction", "secondary satisfaction"),
)
TITLES: dict[str, Words] = {
    "primary outcomes": later("Primary Outcomes"),
    "secondary outcomes": later("Secondary Outcomes"),
    "primary satisfaction": later("Primary Satisfaction"),
    "secondary satisfaction": later("Secondary Satisfaction"),
}


def summary(bid: Bid, options: Options) -> tree.Blocks:
    """Return the short description that panels rely on: the lot's own, else the longest."""
    offer = bid.offer
    own = next((one.short_description for one in bid.lots if one.id == options.lot), "")
    text = next(
        (t for t in (own, offer.words_200, offer.words_100, offer.words_50) if t.strip()), ""
    )
    if not text:
        return ()
    return (tree.Section(tr("Summary"), plain_blocks(text), key="summary"),)


def outcomes(bid: Bid, options: Options) -> tree.Blocks:
    """Return the need, the chain from need to outcome, and each outcome with its results."""
    blocks: list[tree.Block] = []
    for need in bid.needs:
        source = ", ".join(
            piece for piece in (need.source, day_words(need.on, weekday=False)) if piece
        )
        words = f"{need.text} ({source})" if source else need.text
        blocks += plain_blocks(words)
    if bid.case.change_sought:
        blocks += labelled(tr("The change we work for"), bid.case.change_sought)
    blocks += chain_chart(bid)
    wanted = [one for one in bid.outcomes if for_lot(one.lots, options.lot)]
    blocks += outcome_table(bid, wanted)
    for outcome in wanted:
        blocks += outcome_chart(bid, outcome)
        blocks += _quotes(bid, options, {outcome.id})
    said = bid.case
    blocks += labelled(tr("What lasts"), said.impact)
    blocks += labelled(tr("Whom it reaches"), reach_words(bid))
    blocks += labelled(tr("What we know of the place"), said.local_knowledge)
    blocks += labelled(tr("In a sentence to pass on"), said.quotable)
    if not blocks:
        return ()
    return (tree.Section(tr("Need and outcomes"), tuple(blocks), key="outcomes"),)


def outcome_table(bid: Bid, outcomes_wanted: Sequence[Outcome]) -> tree.Blocks:
    """Return the outcomes with how they are measured, where they started, target and result."""
    rows: list[tree.Row] = []
    for outcome in outcomes_wanted:
        mine = [one for one in bid.indicators if one.parent == outcome.id]
        for at, one in enumerate(mine or [Indicator(id="-")]):
            rows.append(
                tree.row(
                    outcome.text if at == 0 else "",
                    " · ".join(piece for piece in (one.text, one.tool) if piece),
                    number_words(one.baseline),
                    number_words(one.target),
                    _result_words(one),
                    heading=at == 0,
                )
            )
    if not rows:
        return ()
    header = tree.row(tr("Outcome"), tr("Measured by"), tr("Start"), tr("Target"), tr("Result"))
    columns = (
        tree.Column(0.32),
        tree.Column(0.3),
        tree.Column(0.11, "right"),
        tree.Column(0.11, "right"),
        tree.Column(0.16, "right"),
    )
    return (tree.Table(columns, tuple(rows), (header,), caption=tr("Outcomes and results")),)


def _result_words(one: Indicator) -> str:
    if one.result is None:
        return ""
    counted = tr(" (n = {n})", n=one.result_n) if one.result_n is not None else ""
    return f"{number_words(one.result)}{counted}"


def testimonials(bid: Bid, options: Options) -> tree.Blocks:
    """Return the quotations whose consent holds today, but for those beside their outcome."""
    known = {one.id for one in bid.outcomes if for_lot(one.lots, options.lot)}
    beside = known if options.wants(bid, "outcomes") else set[str]()
    wanted = {one.outcome for one in bid.testimonials} - beside
    printed = _quotes(bid, options, wanted)
    if not printed:
        return ()
    return (tree.Section(tr("What people say"), printed, key="testimonials"),)


def _quotes(bid: Bid, options: Options, outcomes_shown: set[str]) -> tree.Blocks:
    """Return the quotations that belong to these outcomes ('' for none) and may be printed."""
    return tuple(
        tree.Quote(plain_blocks(one.quotation), one.attribution)
        for one in bid.testimonials
        if one.outcome in outcomes_shown
        and one.include
        and one.quotation
        and consent_of(one, options.today) == "holds"
    )


def full_value(bid: Bid, options: Options) -> tree.Blocks:
    """Return the statement of full value; for us the whole grid besides."""
    blocks = list(plain_blocks(bid.full_value.statement))
    if options.reader is Reader.US and bid.value_items:
        blocks.append(_grid(bid))
    if not blocks:
        return ()
    return (tree.Section(tr("Full value"), tuple(blocks), key="value"),)


def _grid(bid: Bid) -> tree.StatementGrid:
    def cell(name: str) -> tree.Blocks:
        items = [one for one in bid.value_items if one.quadrant == name]
        title = tree.Paragraph((tree.Run(str(TITLES[name]), bold=True),))
        if not items:
            return (title, tree.paragraph(tr("Nothing listed"), "small"))
        return (title, tree.ItemList(tuple(tree.Item((_value_words(one),)) for one in items)))

    (upper_left, upper_right), (lower_left, lower_right) = CELLS
    return tree.StatementGrid(
        tr("Which stakeholders?"),
        (tr("Primary (user)"), tr("Secondary (non-user)")),
        tr("What effect on them?"),
        (tr("Outcomes"), tr("Satisfaction")),
        ((cell(upper_left), cell(upper_right)), (cell(lower_left), cell(lower_right))),
    )


def _value_words(item: ValueItem) -> tree.Paragraph:
    who = f"{item.stakeholder}: " if item.stakeholder else ""
    grounded = claim(item.interest, item.relevance, len(item.evidence)).include
    note = "" if grounded and item.include != "no" else tr(" (listed, not claimed)")
    return tree.Paragraph((tree.Run(who, bold=True), tree.Run(item.statement + note)))


def commitments(bid: Bid) -> tree.Blocks:
    """Return how we keep our promises, and the promises; not those told in answers."""
    blocks = (*plain_blocks(bid.full_value.social_method), *promises_table(bid))
    if not blocks:
        return ()
    return (tree.Section(tr("Social value"), blocks, key="social-value"),)


def promises_table(bid: Bid) -> tree.Blocks:
    """Return the social value promises: what, how much, by when, who; ideas stay at home."""
    rows = tuple(
        tree.row(
            one.outcome or one.mission,
            one.measure,
            " ".join(piece for piece in (number_words(one.quantity), one.unit) if piece),
            day_words(one.due_on, weekday=False),
            one.owner,
            heading=True,
        )
        for one in bid.commitments
        if one.status != "idea" and (one.outcome or one.mission or not one.from_answer)
    )
    if not rows:
        return ()
    header = tree.row(tr("Outcome"), tr("Measure"), tr("How much"), tr("By"), tr("Who"))
    columns = tuple(tree.Column(share) for share in (0.24, 0.32, 0.16, 0.14, 0.14))
    return (tree.Table(columns, rows, (header,), caption=tr("Our commitments")),)
