"""What is wrong with partners: shares, exclusions, rivals, targets, costs, fit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.costs import price_of
from bidkit.figures.rounding import HUNDRED, to_pence
from bidkit.figures.shares import adds_to_hundred
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import days_left, next_deadline
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, PLATFORM_REGIMES, ask
from bidkit.words import tr

WEEKS_NEEDED = 4


def name_of(one: Partner) -> str:
    """Return how a partner is called, in a sentence."""
    return one.name.strip() or tr("this partner")


def is_named(one: Partner) -> bool:
    """Tell whether a partner has a name; of one that has none yet nothing is asked."""
    return bool(one.name.strip())


def two_questions(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Partners, and nobody has said what good it does."""
    why = bid.partnership
    if bid.partners and not (why.better_outcomes.strip() and why.what_makes_it_positive.strip()):
        yield Remark(
            here(lambda b: b.partnership.better_outcomes),
            Level.SHOULD,
            tr("Will it improve outcomes, and what makes the partnership positive?"),
            tr("These two questions come first; partnerships without an answer to them fail."),
            tr("Answer both in a sentence or two."),
        )


def shares_sum(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Shares that do not add up to the whole."""
    shares = [one.share for one in bid.partners if one.share is not None]
    if shares and not adds_to_hundred(shares):
        total = sum(shares, Decimal(0))
        yield Remark(
            here(lambda b: b.partners),
            Level.SHOULD,
            tr("The shares add up to {total}, not 100%.", total=percent_words(total)),
            tr("Buyers ask for every member's share of the work."),
            tr("Count yourselves in, and correct the shares."),
        )


def share_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner without a share while others have one."""
    if any(one.share is not None for one in bid.partners):
        for one in bid.partners:
            if one.share is None:
                yield Remark(
                    at(lambda b: b.partners, one, lambda p: p.share),
                    Level.HINT,
                    tr("What is the share of {name}?", name=name_of(one)),
                    tr("Every member's share is asked for."),
                    tr("Enter the percentage of the work, 0 for none."),
                )


def excluded(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner who is excluded or debarred, or of whom nobody knows."""
    for one in bid.partners:
        if "yes" in (one.excluded, one.debarred):
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.excluded),
                Level.SHOULD,
                tr("{name} may put the whole bid out.", name=name_of(one)),
                tr("A bidder counts as excluded when somebody it relies on is."),
                tr("Replace this partner, or show what was put right."),
            )
        elif is_named(one) and {one.excluded, one.debarred} & {"", "unknown"}:
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.excluded),
                Level.HINT,
                tr(
                    "Has {name} confirmed that it is neither excluded nor debarred?",
                    name=name_of(one),
                ),
                tr("You confirm it for all partners together."),
                tr("Ask for a written confirmation and look at the debarment list."),
            )


def rival_bid(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner who is also in another bid."""
    for one in bid.partners:
        if one.in_rival_bid == "yes":
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.in_rival_bid),
                Level.SHOULD,
                tr("{name} is also part of a rival bid.", name=name_of(one)),
                tr("Prices and ideas must not pass between bids; that breaks competition law."),
                tr("Read the buyer's rule, keep price and method from them, write it down."),
            )


def unknown_partner(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner we have never worked with."""
    for one in filter(is_named, bid.partners):
        known = one.known_years is not None and one.known_years > 0
        if one.role != "lead" and not known and not one.past_work.strip():
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.past_work),
                Level.HINT,
                tr("You have not worked with {name} before.", name=name_of(one)),
                tr("Partners who know and trust each other deliver; strangers often part."),
                tr("Do something small together first, or say what you know of their work."),
            )


def target_above_past(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A target higher than the partner has ever reached."""
    for one in bid.partners:
        if one.target is not None and one.past_result is not None and one.target > one.past_result:
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.target),
                Level.SHOULD,
                tr("The target of {name} is above what it has reached before.", name=name_of(one)),
                tr(
                    "Target {target}, best so far {past}.",
                    target=number_words(one.target),
                    past=number_words(one.past_result),
                ),
                tr("Lower it, or say what is different this time."),
            )


def below_own_cost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner's price below its full cost."""
    for one in bid.partners:
        if one.price is not None and one.full_cost is not None and one.price < one.full_cost:
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.price),
                Level.SHOULD,
                tr("{name} would be paid less than its full cost.", name=name_of(one)),
                tr(
                    "Price {price}, full cost {cost}.",
                    price=money_words(one.price),
                    cost=money_words(one.full_cost),
                ),
                tr("Raise its share, or do less for the money."),
            )


def hub_above_slice(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A hub that costs more than its share of the contract."""
    price, slice_percent, cost = price_of(bid), bid.partnership.top_slice, bid.partnership.hub_cost
    if price is None or slice_percent is None or cost is None:
        return
    share = to_pence(price * slice_percent / HUNDRED)
    if cost > share:
        yield Remark(
            here(lambda b: b.partnership.hub_cost),
            Level.SHOULD,
            tr("The hub costs more than its share of the price."),
            tr("Cost {cost}, share {share}.", cost=money_words(cost), share=money_words(share)),
            tr("Raise the share, make the hub smaller, or find the rest elsewhere."),
        )


def relied_on_unshared(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner relied on for a condition, without shared details."""
    if bid.opportunity.regime not in PLATFORM_REGIMES:
        return
    for one in bid.partners:
        if one.relied_on_for.strip() and not one.share_code.strip():
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.share_code),
                Level.SHOULD,
                tr("The share code of {name} is missing.", name=name_of(one)),
                tr("You rely on it for a condition, so the buyer needs its details too."),
                tr("Ask for its newest share code."),
            )


def due_diligence_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner nobody has looked into."""
    for one in filter(is_named, bid.partners):
        if one.role != "lead" and one.due_diligence != "done":
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.due_diligence),
                Level.HINT,
                tr("Have you looked into {name}?", name=name_of(one)),
                tr("If a partner fails, your name suffers too."),
                tr("Ask for accounts, insurance, policies and references."),
            )


def role_without_strength(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner whose role is not explained by a strength."""
    for one in filter(is_named, bid.partners):
        if not one.does.strip() or not one.strength.strip():
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.does),
                Level.HINT,
                tr("What does {name} do, and why are they best at it?", name=name_of(one)),
                tr("Panels look for roles that play to strengths."),
                tr("One sentence for each."),
            )


def time_short(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Too few weeks to learn to work with a partner nobody knows yet."""
    deadline = next_deadline(bid.rounds)
    new = [one for one in bid.partners if one.role != "lead" and (one.known_years or 0) < 1]
    if deadline is None or not new or not 0 <= days_left(deadline, facts.now) < WEEKS_NEEDED * 7:
        return
    yield Remark(
        at(lambda b: b.partners, new[0], lambda p: p.known_years),
        Level.HINT,
        tr("There are fewer than {n} weeks to bring partners together.", n=WEEKS_NEEDED),
        tr("{name} is new to you, and partnerships take time.", name=name_of(new[0])),
        tr("{ask} for more time while questions are open, or bid without them.", ask=ask(bid)),
    )


HERE = Stage.PARTNERS
LESSONS = "Consortium delivery, From Policy to Practice, 2007"
LAW = "Procurement Act 2023, sections 57 to 66"
RULES = (
    rule(two_questions, HERE, "partners partnership", LESSONS),
    rule(excluded, HERE, "partners", LAW),
    rule(rival_bid, HERE, "partners", "Competition law"),
    rule(shares_sum, HERE, "partners", "Procurement Specific Questionnaire, part 1"),
    rule(share_missing, HERE, "partners", "Procurement Specific Questionnaire, part 1"),
    rule(relied_on_unshared, HERE, "partners opportunity", "Procurement Specific Questionnaire"),
    rule(target_above_past, HERE, "partners", LESSONS),
    rule(below_own_cost, HERE, "partners", LESSONS),
    rule(hub_above_slice, HERE, "partnership costing", LESSONS),
    rule(unknown_partner, HERE, "partners", LESSONS),
    rule(time_short, HERE, f"partners {ASK_READS}", LESSONS, "now"),
    rule(role_without_strength, HERE, "partners", LESSONS),
    rule(due_diligence_open, HERE, "partners", LESSONS),
)
