"""What is wrong with our offer: no short description, concerns unanswered, steps, people, risks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.showing import day_words
from bidkit.domain.stages import Stage
from bidkit.figures.counting import CountRule, count
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, ask, is_grant
from bidkit.words import tr


def no_short_description(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """No description of the project in a few words."""
    offer = bid.offer
    if not (offer.words_50.strip() or offer.words_100.strip() or offer.words_200.strip()):
        yield Remark(
            here(lambda b: b.offer.words_100),
            Level.SHOULD,
            tr("Describe the offer in about 100 words."),
            tr("Panels go back to the short description when they decide."),
            tr("Say for whom, what, how, and what changes."),
        )


def description_long(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A short description longer than its name says."""
    offer = bid.offer
    for place, text, most in (
        (here(lambda b: b.offer.words_50), offer.words_50, 50),
        (here(lambda b: b.offer.words_100), offer.words_100, 100),
        (here(lambda b: b.offer.words_200), offer.words_200, 200),
    ):
        used = count(text, CountRule.WORDS)
        if used > most:
            yield Remark(
                place,
                Level.SHOULD,
                tr("This has {used} words of {most}.", used=used, most=most),
                tr("It is kept short so that it can be read at a glance."),
                tr("Cut what is not needed to picture the service."),
            )


def point_unanswered(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An aim, output or concern of the buyer that nothing answers."""
    asked = {
        "aim": tr("How do you serve this aim of the buyer?"),
        "output": tr("How do you deliver this output?"),
        "concern": tr("How do you meet this concern of the buyer?"),
    }
    for one in bid.buyer_points:
        if one.text.strip() and not one.our_reply.strip() and not one.answered_in:
            yield Remark(
                at(lambda b: b.buyer_points, one, lambda p: p.our_reply),
                Level.SHOULD,
                asked.get(one.kind, tr("How do you answer this?")),
                one.text,
                tr("Write a sentence, and say in which answer it stands."),
            )


def step_dates(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A step that ends before it starts, or runs past the contract."""
    ends = bid.opportunity.period.latest_end_on or bid.opportunity.period.ends_on
    for one in bid.steps:
        place = at(lambda b: b.steps, one, lambda s: s.ends_on)
        if one.starts_on and one.ends_on and one.ends_on < one.starts_on:
            yield Remark(
                place,
                Level.SHOULD,
                tr("“{step}” ends before it starts.", step=one.title),
                tr("The timetable is drawn from these dates."),
                tr("Correct one of them."),
            )
        elif ends is not None and one.ends_on is not None and one.ends_on > ends:
            yield Remark(
                place,
                Level.HINT,
                tr("“{step}” ends after the contract.", step=one.title),
                tr("The contract ends on {day}.", day=day_words(ends, weekday=False)),
                tr("Shorten it, or say who pays for the rest."),
            )


def without_owner(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A step or milestone that nobody leads."""
    places: list[tuple[str, Ref[Bid, Any]]] = []
    places += [
        (one.title, at(lambda b: b.steps, one, lambda s: s.owner))
        for one in bid.steps
        if not one.owner.strip()
    ]
    places += [
        (one.title, at(lambda b: b.milestones, one, lambda m: m.owner))
        for one in bid.milestones
        if not one.owner.strip()
    ]
    for title, place in places:
        yield Remark(
            place,
            Level.HINT,
            tr("Who leads “{title}”?", title=title),
            tr("Panels look for a role beside every step."),
            tr("Name the role, not only the organisation."),
        )


def risk_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A risk without control or owner."""
    for one in bid.risks:
        if not one.control.strip() or not one.owner.strip():
            yield Remark(
                at(lambda b: b.risks, one, lambda r: r.control),
                Level.HINT,
                tr("“{risk}”: what do you do about it, and who watches it?", risk=one.title),
                tr("A risk without a control reads as a problem you will leave to the buyer."),
                tr("Say what prevents it, what you do if it comes, and who."),
            )


def no_contract_manager(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nobody manages the contract."""
    if not is_grant(bid) and not bid.offer.contract_manager.strip():
        yield Remark(
            here(lambda b: b.offer.contract_manager),
            Level.HINT,
            tr("Who manages the contract?"),
            tr("It takes skills of its own: reporting, meetings, changes, money."),
            tr("Name the role, and count its hours in the costs."),
        )


def measure_without_target(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A measure of performance without a target."""
    for one in bid.measures:
        if not one.target.strip() or not one.frequency.strip():
            yield Remark(
                at(lambda b: b.measures, one, lambda m: m.target),
                Level.HINT,
                tr("“{measure}”: which target, and how often?", measure=one.title),
                tr("A measure without a number cannot be met."),
                tr("Use what you have reached before as the ground."),
            )


def users_not_involved(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A method in which users have no part."""
    if bid.offer.method.strip() and not bid.offer.co_production_users.strip():
        yield Remark(
            here(lambda b: b.offer.co_production_users),
            Level.HINT,
            tr("What part do users have in shaping the service?"),
            tr("Users know best what works; services designed without them fail."),
            tr("Say what they decided or changed, with an example."),
        )


def transfer_unknown(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Somebody delivers it now, and nobody has asked about their staff."""
    incumbent = bid.opportunity.incumbent.strip() or bid.offer.tupe.incumbent.strip()
    if not is_grant(bid) and incumbent and bid.offer.tupe.applies in ("", "unknown"):
        yield Remark(
            here(lambda b: b.offer.tupe.applies),
            Level.SHOULD,
            tr("May staff of {name} transfer to you?", name=incumbent),
            tr("Their pay and pensions can be the largest cost of all."),
            tr("{ask} for the staff list before you price, and take advice.", ask=ask(bid)),
        )


def transfer_unpriced(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Staff who transfer, without the information or its cost."""
    tupe = bid.offer.tupe
    if tupe.applies != "yes" or is_grant(bid):
        return
    if tupe.received_on is None:
        yield Remark(
            here(lambda b: b.offer.tupe.received_on),
            Level.SHOULD,
            tr("The information on transferring staff has not arrived."),
            tr("Without it the price is a guess, and the risk is yours."),
            tr("Ask again through the portal, and state your assumption in the price."),
        )
    elif tupe.cost_in_price is None:
        yield Remark(
            here(lambda b: b.offer.tupe.cost_in_price),
            Level.SHOULD,
            tr("What do the transferring staff cost in your price?"),
            tr("Pay, pension and notice pass to you with the staff."),
            tr("Work it out from the list and enter the sum."),
        )


HERE = Stage.OFFER
PANEL = "Final decisions, From Policy to Practice, 2007"
TIPS = "Tips for bidding, From Policy to Practice, 2007"
RULES = (
    rule(no_short_description, HERE, "offer", PANEL),
    rule(description_long, HERE, "offer", PANEL),
    rule(point_unanswered, HERE, "buyer_points", TIPS),
    rule(step_dates, HERE, "steps opportunity", TIPS),
    rule(without_owner, HERE, "steps milestones", TIPS),
    rule(risk_open, HERE, "risks", TIPS),
    rule(measure_without_target, HERE, "measures", TIPS),
    rule(users_not_involved, HERE, "offer", "Speech to the sector, 2006: users are experts"),
    rule(no_contract_manager, HERE, "offer opportunity about", PANEL, small_grant=False),
    rule(
        transfer_unknown,
        HERE,
        f"offer {ASK_READS}",
        "Consortium delivery, From Policy to Practice, 2007: TUPE",
        small_grant=False,
    ),
    rule(
        transfer_unpriced,
        HERE,
        "offer opportunity about",
        "Consortium delivery, From Policy to Practice, 2007: TUPE",
        small_grant=False,
    ),
)
