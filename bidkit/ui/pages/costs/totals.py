"""The totals: margin before price, price, full cost and recovery, and what they mean in words."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, percent_words
from bidkit.export.compose.money import is_grant
from bidkit.figures.readings.costs import Costs, readable_costs, suggested_price
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.figures import Figure, FigureStrip
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.reading_card import Sentence, changed_in
from bidkit.words import tr

READS = (
    "costing",
    "cost_lines",
    "projects",
    "drivers",
    "driver_shares",
    "overheads",
    "pay_figures",
)
MOST_SENTENCES = 3
NOT_YET = "–"


class Totals(Box):
    """Four figures that follow the typing, and under them what they mean."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(desk.theme, parent, ground="panel")
        self.setAccessibleName(tr("How it adds up"))
        self._desk = desk
        self._small = small
        self._strip = FigureStrip(desk.theme, self)
        self.body.addWidget(self._strip)
        self._said = [Toned(desk.theme, "muted", parent=self) for _ in range(MOST_SENTENCES)]
        for one in self._said:
            self.body.addWidget(one)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *READS, "opportunity", "about"):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        costs = readable_costs(bid)
        self._strip.setVisible(costs is not None)
        sentences: tuple[Sentence, ...] = ((tr("▲ That is more years than can be meant."), "warn"),)
        if costs is not None:
            self._strip.tell(
                few_figures(bid, costs) if self._small or is_grant(bid) else figures_of(costs)
            )
            sentences = sentences_of(bid, costs)[:MOST_SENTENCES]
        for at, label in enumerate(self._said):
            label.setVisible(at < len(sentences))
            if at < len(sentences):
                label.tell(*sentences[at])


def figures_of(costs: Costs) -> tuple[Figure, ...]:
    """Return the figures in their order: margin, price, full cost, how much is recovered."""
    margin, recovery = costs.margin, costs.recovery
    share = recovery.percent if recovery is not None else None
    of_price = margin.of_price if margin is not None else None
    return (
        Figure(
            tr("Margin"),
            money_words(margin.amount) if margin is not None else NOT_YET,
            tr("{share} of the price", share=percent_words(of_price, 1)) if of_price else "",
        ),
        Figure(tr("Price"), money_words(costs.price) or NOT_YET, _years(costs)),
        Figure(tr("Full cost"), money_words(costs.full))
        if costs.full is not None
        else Figure(tr("Direct costs"), money_words(costs.direct_total)),
        Figure(
            tr("Recovered"),
            percent_words(share, 1) or NOT_YET,
            tr("of full cost") if share is not None else "",
        ),
    )


def few_figures(bid: Bid, costs: Costs) -> tuple[Figure, ...]:
    """Return the figures of a grant: what it costs, what we ask for, the most they give."""
    cost = costs.full if costs.full is not None else costs.direct_total
    found = [
        Figure(tr("What it costs"), money_words(cost)),
        Figure(tr("We ask for"), money_words(costs.price) or NOT_YET),
    ]
    if bid.opportunity.grant_maximum is not None:
        found.append(Figure(tr("Most they give"), money_words(bid.opportunity.grant_maximum)))
    return tuple(found)


def sentences_of(bid: Bid, costs: Costs) -> tuple[Sentence, ...]:
    """Return what the figures mean, in sentences with a tone."""
    if not bid.cost_lines:
        return ((tr("Begin with what it costs; the rest follows."), "muted"),)
    found = [*_limit_words(bid, costs)]
    if costs.trouble:
        found.append((f"▲ {costs.trouble}", "warn"))
    elif costs.full is None:
        found.append((tr("Say what share of running the organisation belongs to it."), "muted"))
    elif costs.price is None:
        price = money_words(suggested_price(bid, costs))
        if price:
            words = tr("{price} would cover full cost and margin.", price=price)
            if is_grant(bid):
                words = tr("{price} would cover all of it.", price=price)
            found.append((words, "muted"))
    elif costs.recovery is not None and costs.recovery.shortfall:
        found.append(_shortfall(bid, costs.recovery.shortfall))
    else:
        found.append((tr("✓ It covers full cost."), "good"))
    return tuple(found)


def _years(costs: Costs) -> str:
    count = len(costs.direct)
    return tr("over {n} years", n=count) if count > 1 else ""


def _limit_words(bid: Bid, costs: Costs) -> tuple[Sentence, ...]:
    grant = bid.opportunity.funding == "grant"
    limit = bid.opportunity.grant_maximum if grant else bid.opportunity.ceiling
    limit = limit if limit is not None else bid.opportunity.grant_maximum
    if limit is None or costs.price is None:
        return ()
    left = limit - costs.price
    if left < 0:
        over = money_words(-left)
        return ((tr("● {over} above the most they pay.", over=over), "bad"),)
    most = money_words(limit)
    if not left:
        return ((tr("✓ Exactly the most they pay, {most}.", most=most), "good"),)
    spare = money_words(left)
    words = tr("✓ Within the most they pay, {most}; {spare} to spare.", most=most, spare=spare)
    return ((words, "good"),)


def _shortfall(bid: Bid, short: Decimal) -> Sentence:
    others = sum((one.amount or Decimal(0) for one in bid.other_funding), Decimal(0))
    words = tr("▲ The price is {short} below full cost.", short=money_words(short))
    if others >= short:
        return tr("✓ Other money covers the {short} that is missing.", short=money_words(short)), (
            "good"
        )
    return words, "warn"
