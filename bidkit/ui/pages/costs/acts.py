"""Readings of the costs that offer one thing to do, and do it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.base import derived_id, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.edits import with_fields
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import money_words, percent_words
from bidkit.figures.pricing import running_rate, with_tax
from bidkit.figures.readings.costs import price_of, readable_costs
from bidkit.packs.lists import DriverLine
from bidkit.session.fitting.low_price import drafted_explanation, with_explanation
from bidkit.session.fitting.overheads import with_usual_overheads
from bidkit.session.fitting.posts import posts_to_cost, with_posts
from bidkit.ui.desk import Desk
from bidkit.ui.pages.costs.totals import READS
from bidkit.ui.reading_card import ReadingCard, Sentence, Shown, Sight
from bidkit.words import Words, later, tr

MOST_NAMED = 4


@dataclass(frozen=True)
class Act:
    """What the button of a reading does to the bid, and where it leads."""

    label: Words
    change: Callable[[Bid], Bid]
    place: Ref[Bid, Any]


class ActCard(ReadingCard):
    """A reading whose button changes the bid, in one step that can be undone."""

    def __init__(self, desk: Desk, sight: Sight, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(desk, sight, parent)
        self._desk_of_act = desk
        self._act = act
        self.taken.connect(self._do)

    @Slot()
    def _do(self) -> None:
        act = self._act
        self._desk_of_act.document.edit(str(act.label), act.change, place=act.place)


def rate_sight(rate: Decimal | None) -> Sight:
    """Return the offer to begin with the flat rate some funders accept, while no way is chosen."""

    def read(bid: Bid) -> Shown | None:
        if rate is None or not bid.cost_lines or bid.costing.method:
            return None
        words = tr("Not sure? Many small groups begin with {rate}.", rate=percent_words(rate))
        return Shown(((words, "muted"),), offer=tr("Begin with {rate}", rate=percent_words(rate)))

    return Sight(later("A simple way to begin"), ("costing", "cost_lines"), read)


def rate_act(rate: Decimal | None) -> Act:
    """Return what beginning with the flat rate does."""

    def change(bid: Bid) -> Bid:
        fields = {"costing.method": "one rate", "costing.overhead_rate": rate}
        changed: Bid = with_fields(bid, fields)
        return changed

    return Act(later("Begin with one rate"), change, ref(Bid, lambda b: b.costing.overhead_rate))


def saving_sight(rate: Decimal | None) -> Sight:
    """Return what a yearly saving would take off, while none is said and there are years."""

    def read(bid: Bid) -> Shown | None:
        costs = readable_costs(bid)
        if rate is None or costs is None or costs.full is None or len(costs.direct) < 2:
            return None
        saved = readable_costs(with_saving(bid, rate))
        if bid.costing.efficiency is not None or saved is None or saved.full is None:
            return None
        words = tr(
            "Public bodies were once asked to save {rate} a year. Here that is {less} over {n} "
            "years: count it only if you know how.",
            rate=percent_words(rate),
            less=money_words(costs.full - saved.full),
            n=len(costs.direct),
        )
        return Shown(((words, "muted"),), offer=tr("Count {rate} a year", rate=percent_words(rate)))

    return Sight(later("What saving would do"), READS, read)


def with_saving(bid: Bid, rate: Decimal | None) -> Bid:
    """Return the bid with a yearly saving."""
    changed: Bid = with_fields(bid, {"costing.efficiency": rate})
    return changed


def saving_act(rate: Decimal | None) -> Act:
    """Return what counting the yearly saving does."""

    def change(bid: Bid) -> Bid:
        return with_saving(bid, rate)

    return Act(later("A saving each year"), change, ref(Bid, lambda b: b.costing.efficiency))


def accounts_rate(bid: Bid) -> Decimal | None:
    """Return the percentage the last accounts lead to, where they were typed."""
    running, spending = bid.costing.running_total, bid.costing.accounts_total
    return running_rate(running, spending) if running and spending else None


def accounts(bid: Bid) -> Shown | None:
    """Return the percentage that the accounts lead to, and the offer to use it."""
    rate = accounts_rate(bid)
    if rate is None or bid.costing.method not in ("", "one rate"):
        return None
    words = tr("By the accounts running costs are {rate} on top.", rate=percent_words(rate, 1))
    used = bid.costing.method == "one rate" and bid.costing.overhead_rate == rate
    offer = "" if used else tr("Use {rate}", rate=percent_words(rate, 1))
    return Shown(((words, "ink"),), offer=offer)


def with_accounts_rate(bid: Bid) -> Bid:
    """Return the bid with the percentage its accounts lead to."""
    fields = {"costing.method": "one rate", "costing.overhead_rate": accounts_rate(bid)}
    changed: Bid = with_fields(bid, fields)
    return changed


def usual_sight() -> Sight:
    """Return the offer of the usual overheads, while none is listed."""

    def read(bid: Bid) -> Shown | None:
        if bid.overheads or bid.drivers:
            return None
        words = tr("Four that most organisations have, each with what it fairly follows.")
        return Shown(((words, "muted"),), offer=tr("Start from the usual overheads"))

    return Sight(later("Where to begin"), ("overheads", "drivers"), read)


def usual_act(lines: Sequence[DriverLine], bid_id: str) -> Act:
    """Return what starting from the usual overheads does in one bid."""

    def change(bid: Bid) -> Bid:
        return with_usual_overheads(bid, lines, bid_id)

    return Act(later("Usual overheads"), change, ref(Bid, lambda b: b.overheads))


def posts(bid: Bid) -> Shown | None:
    """Return the offer to cost the people of our offer, and those who may transfer to us."""
    found = posts_to_cost(bid)
    if not found:
        return None
    names = ", ".join(one.title or tr("(no name yet)") for one in found[:MOST_NAMED])
    words = tr("Not among the costs yet: {names}.", names=names)
    if len(found) > MOST_NAMED:
        words = tr(
            "Not among the costs yet: {names} and {n} more.",
            names=names,
            n=len(found) - MOST_NAMED,
        )
    many = tr("Add {n} posts to the costs", n=len(found))
    offer = many if len(found) > 1 else tr("Add this post to the costs")
    return Shown(((words, "muted"),), offer=offer)


def tax_sight(rate: Decimal | None) -> Sight:
    """Return what VAT does to the price, and the offer to count what cannot be got back."""

    def read(bid: Bid) -> Shown | None:
        costing, price = bid.costing, price_of(bid)
        if costing.vat_treatment == "taxable":
            return _with_tax(price, rate) if price is not None and rate is not None else None
        kept = costing.irrecoverable_vat
        if not kept or costing.vat_treatment == "":
            return None
        if any(line.kind == "vat" for line in bid.cost_lines):
            return Shown(((tr("✓ VAT you cannot get back stands among the costs."), "good"),))
        words = tr("▲ It is not among the costs yet, so it would come out of your margin.")
        offer = tr("Add {amount} a year to the costs", amount=money_words(kept))
        return Shown(((words, "warn"),), offer=offer)

    return Sight(later("What VAT does"), (*READS, "price_lines"), read)


def _with_tax(price: Decimal, rate: Decimal) -> Shown:
    tax = with_tax(price, rate)
    said: tuple[Sentence, ...] = (
        (
            tr(
                "With VAT at {rate} the buyer pays {gross}: {net} and {tax} VAT.",
                rate=percent_words(rate),
                gross=money_words(tax.gross),
                net=money_words(tax.net),
                tax=money_words(tax.tax),
            ),
            "ink",
        ),
        (tr("The price here is without VAT. Some services are zero-rated or exempt."), "muted"),
    )
    return Shown(said)


def with_tax_line(bid: Bid) -> Bid:
    """Return the bid with a cost line for the VAT that cannot be got back."""
    order = max((one.order for one in bid.cost_lines), default="")
    line = CostLine(
        id=derived_id("vat"),
        order=key_after(order),
        title=tr("VAT we cannot get back"),
        kind="vat",
        amount=bid.costing.irrecoverable_vat,
    )
    added: Bid = with_fields(bid, {"cost_lines": (*bid.cost_lines, line)})
    return added


def explanation(bid: Bid) -> Shown | None:
    """Return the offer of a first draft, while nothing is written and there is a price."""
    if bid.costing.low_price_explanation.strip() or not drafted_explanation(bid):
        return None
    words = tr("A first draft can be made from your costs. It names no sum but the price.")
    return Shown(((words, "muted"),), offer=tr("Draft an explanation"))


POSTS = Sight(
    later("People of our offer"), ("cost_lines", "roles", "transferring", "partners"), posts
)
ADD_POSTS = Act(later("Posts of our offer"), with_posts, ref(Bid, lambda b: b.cost_lines))
ACCOUNTS = Sight(later("What the accounts say"), ("costing",), accounts)
USE_ACCOUNTS = Act(
    later("Rate of the accounts"), with_accounts_rate, ref(Bid, lambda b: b.costing.overhead_rate)
)
ADD_TAX = Act(
    later("VAT we cannot get back"), with_tax_line, ref(Bid, lambda b: b.costing.irrecoverable_vat)
)
EXPLANATION = Sight(later("A first draft"), (*READS, "other_funding", "price_lines"), explanation)
EXPLAIN = Act(
    later("Draft an explanation"),
    with_explanation,
    ref(Bid, lambda b: b.costing.low_price_explanation),
)
