"""What is wrong with lots: order, limits, hours, prices together, names of another lot left in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot, LotCombination
from bidkit.domain.showing import money_words, number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.lots import lots_bid_for, name_of_lot, short_name_of_lot
from bidkit.figures.readings.scoring.lot_prices import IfWon, if_won, schedule_by_lot
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, Target, asked_questions, targets_of
from bidkit.rules.engine import AnyRule, PieceRule, Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.reading import span_at
from bidkit.rules.subjects.answers import written
from bidkit.rules.subjects.money.price import BEHIND
from bidkit.words import tr

LEAST = 3


def names_of(lot: Lot) -> tuple[str, ...]:
    """Return the names that belong to one lot: its title and its places."""
    every = (lot.title, *lot.places)
    return tuple(name.strip() for name in every if len(name.strip()) > LEAST)


def no_order(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """More lots than one may win, and no order of preference; or one number twice."""
    chosen = [one for one in bid.lots if one.bidding == "yes"]
    most = bid.opportunity.lots_most_awards
    if most is None or not 0 < most < len(chosen):
        return
    given = [one.preference for one in chosen]
    for one in chosen:
        twice = one.preference is not None and given.count(one.preference) > 1
        if one.preference is None or twice:
            yield Remark(
                at(lambda b: b.lots, one, lambda lot: lot.preference),
                Level.SHOULD,
                tr("{lot}: how much do you want it?", lot=name_of_lot(one))
                if not twice
                else tr("Two lots stand at {place} in your order.", place=one.preference),
                tr("You bid for {n} lots and may win {most}.", n=len(chosen), most=most),
                tr("Number the lots, 1 for the one you want most; the buyer may ask for it."),
            )


def beyond_capacity(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """More hours needed for lots that may be won together than we can staff."""
    at_hand = bid.lot_plan.hours_available
    if at_hand is None:
        return
    over = [one for one in if_won(bid) if one.hours is not None and one.hours > at_hand]
    if over:
        largest = max(over, key=lambda one: one.hours or Decimal(0))
        yield Remark(
            here(lambda b: b.lot_plan.hours_available),
            Level.SHOULD,
            tr("You could not staff {lots}.", lots=lots_words(largest.lots)),
            tr(
                "It takes {needed} hours a week; you have {hours}.",
                needed=number_words(largest.hours),
                hours=number_words(at_hand),
            ),
            tr("Bid for fewer lots, find a partner, or say who would be taken on and by when."),
        )


def lots_words(lots: Iterable[Lot]) -> str:
    """Return lots by their numbers: "Lot 1 and Lot 2"."""
    names = [short_name_of_lot(one) for one in lots]
    if len(names) < 2:
        return "".join(names)
    return tr("{lots} and {last}", lots=", ".join(names[:-1]), last=names[-1])


def lot_unpriced(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price for the whole, or for other lots, and none for a lot we bid for."""
    lots = [one for one in bid.lots if one.bidding == "yes"]
    priced = schedule_by_lot(bid)
    asked = bid.costing.price is not None or bool(bid.price_lines)
    if len(lots) < 2 or not asked or bid.costing.price_wanted == "no":
        return
    for one in lots:
        if one.id not in priced:
            yield Remark(
                here(lambda b: b.price_lines),
                Level.SHOULD,
                tr("{lot} has no price of its own.", lot=name_of_lot(one)),
                tr("Each lot is decided by itself, by its own price."),
                tr("Give the schedule a line for it, with the lot named."),
            )


def shared_costs_stay(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Lots that pay for their part of shared costs, but not for all of them if won alone."""
    for one in if_won(bid):
        covers = one.margin is not None and one.margin >= 0
        if not covers or one.worst_margin is None or one.worst_margin >= 0:
            continue
        lots = lots_words(one.lots)
        yield Remark(
            here(lambda b: b.price_lines),
            Level.HINT,
            tr("{lots} alone pays only if shared costs shrink with it.", lots=lots),
            _below_words(one, one.worst),
            tr("Some costs stay whichever lots you win. Raise the price, or know what to cut."),
        )


def _below_words(one: IfWon, full: Decimal | None) -> str:
    return tr(
        "The price is {price}; full cost is {full}.",
        price=money_words(one.price),
        full=money_words(full),
    )


def combination_wrong(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A combination of fewer than two lots, of more than may be won, dear, or below its cost."""
    ours = {one.id for one in lots_bid_for(bid)}
    most = bid.opportunity.lots_most_awards
    won = {one.own.id: one for one in if_won(bid) if one.own is not None}
    for one in bid.lot_combinations:
        place = at(lambda b: b.lot_combinations, one, lambda c: c.lots)
        named = ours.intersection(one.lots)
        if len(named) < 2:
            yield Remark(
                place,
                Level.SHOULD,
                tr("A combination needs two lots that you bid for."),
                "",
                tr("Choose the lots it is for, or remove it."),
            )
        elif most is not None and len(named) > most:
            yield Remark(
                place,
                Level.SHOULD,
                tr(
                    "One bidder may win {most} lots; this combination has {n}.",
                    most=most,
                    n=len(named),
                ),
                "",
                tr("Leave out the lots you want least."),
            )
        elif one.id in won:
            yield from _price_of(won[one.id], one)


def _price_of(won: IfWon, one: LotCombination) -> Iterator[Remark]:
    place, lots = at(lambda b: b.lot_combinations, one, lambda c: c.price), lots_words(won.lots)
    if (won.saved or Decimal(0)) < 0:
        yield Remark(
            place,
            Level.SHOULD,
            tr("{lots} cost more together than apart.", lots=lots),
            tr("Apart they come to {apart}.", apart=money_words(won.apart)),
            tr("A buyer takes a combination only where it saves something."),
        )
    elif won.margin is not None and won.margin < 0:
        yield Remark(
            place,
            Level.SHOULD,
            tr("{lots} together: the price is below full cost.", lots=lots),
            _below_words(won, won.full),
            tr("Offer less off, or find what is saved by doing them together."),
        )


class Scoped(NamedTuple):
    """A question with the names of every lot, and which lots we bid for."""

    key: str
    asked: Asked
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    bid_for: frozenset[str]


def names_by_lot(bid: Bid) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return of every lot its id, how it is called, and the names that belong to it alone."""
    counted: Counter[str] = Counter()
    for lot in bid.lots:
        counted.update({one.casefold() for one in names_of(lot)})
    return tuple(
        (
            lot.id,
            short_name_of_lot(lot),
            tuple(one for one in names_of(lot) if counted[one.casefold()] == 1),
        )
        for lot in bid.lots
    )


def questions_with_lots(bid: Bid) -> Iterator[Scoped]:
    """Return the answered questions with the names that belong to each lot alone."""
    if len(bid.lots) < 2:
        return
    names = names_by_lot(bid)
    ours = frozenset(one.id for one in lots_bid_for(bid))
    for one in asked_questions(bid):
        if one.answers:
            yield Scoped(one.key, one, names, ours)


def other_lot_named(scoped: Scoped, _facts: Facts) -> Iterable[Remark]:
    """An answer of one lot that names a place of another, or a shared one that names only some."""
    asked = scoped.asked
    for box in targets_of(asked):
        for one in box.answers:
            yield from _names_in(scoped, box, one)


def _names_in(scoped: Scoped, box: Target, answer: Answer) -> Iterator[Remark]:
    asked = scoped.asked
    text = written(asked, answer).text
    mine = {answer.lot} if answer.lot else set(asked.question.lots or scoped.bid_for)
    if not answer.lot:
        mine -= {one.lot for one in box.answers if one.lot}
    hits = {
        key: found
        for key, _called, names in scoped.names
        for name in names
        if (found := _whole_words(name).search(text)) is not None
    }
    alone = len(mine) == 1
    for key, called, _names in scoped.names:
        found = hits.get(key)
        if found is None or (key in mine and (alone or mine <= hits.keys())):
            continue
        yield Remark(
            at(lambda b: b.answers, answer, lambda a: a.text),
            Level.HINT if key in mine else Level.SHOULD,
            tr(
                "{question} names {place}, which is {lot}.",
                question=box.name,
                place=found.group(),
                lot=called,
            ),
            tr("It is shared by several lots, and goes to each of them.")
            if key in mine
            else tr("A name of another lot tells the panel that the answer was copied."),
            tr("Write it differently for that lot, or leave the name out."),
            span_at(text, found.start(), found.end()),
            stage=asked.stage,
        )


@lru_cache(maxsize=1024)
def _whole_words(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def no_places(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Several lots, and no names of places to look for in answers."""
    lots = [one for one in bid.lots if one.bidding == "yes"]
    if len(lots) > 1 and not any(one.places for one in lots):
        yield Remark(
            at(lambda b: b.lots, lots[0], lambda lot: lot.places),
            Level.HINT,
            tr("Which places belong to which lot?"),
            tr("Then a name of one lot left in an answer for another is found."),
            tr("Write the towns, wards or villages of each lot."),
        )


NOTICE = "The buyer's notice and instructions"
CHECKLIST = "A bidder's checklist for a 2026 NHS tender"
COSTS = f"lots lot_plan lot_combinations opportunity price_lines {BEHIND}"
OPPORTUNITY, MONEY = Stage.OPPORTUNITY, Stage.COSTS
RULES: tuple[AnyRule, ...] = (
    rule(no_order, OPPORTUNITY, "lots opportunity", NOTICE, small_grant=False),
    rule(no_places, OPPORTUNITY, "lots", CHECKLIST, small_grant=False),
    rule(beyond_capacity, OPPORTUNITY, COSTS, NOTICE, small_grant=False),
    rule(lot_unpriced, MONEY, "lots price_lines costing", NOTICE, small_grant=False),
    rule(shared_costs_stay, MONEY, COSTS, "Full cost recovery", small_grant=False),
    rule(combination_wrong, MONEY, COSTS, NOTICE, small_grant=False),
    PieceRule(
        "answers.other_lot_named",
        Stage.ANSWERS,
        questions.READS,
        questions_with_lots,
        other_lot_named,
        CHECKLIST,
    ),
)
