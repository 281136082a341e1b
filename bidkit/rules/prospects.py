"""What the bid itself says of the gates, of the contract's faults, and of the chance to win."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.showing import day_words, money_words, number_words, percent_words
from bidkit.figures.effort import ChanceFacts, ChanceResult, Fit, chance
from bidkit.figures.readings.affording import income_share
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.effort import Work, days_left, work_of
from bidkit.figures.readings.term import term_months
from bidkit.rules.facts import Facts
from bidkit.rules.judging import knock_outs, statuses
from bidkit.rules.ratings import Rating, track_record
from bidkit.words import tr

USUAL_MONTHS = 36
YEAR = 12
MEASURED = ("full-cost", "dependency", "time")


@dataclass(frozen=True)
class Said:
    """What the bid says of a question: yes or no, and the figure or words it rests on."""

    answer: Literal["yes", "no"]
    reason: str

    @property
    def yes(self) -> bool:
        """Tell whether it says yes."""
        return self.answer == "yes"


SayOf = Callable[[Bid, Facts], Said | None]


def gates_said(bid: Bid, facts: Facts) -> dict[str, Said]:
    """Return what the bid says of each gate it can speak to, by the key of the gate."""
    return _said_of(GATES, bid, facts)


def gates_measured(bid: Bid, facts: Facts) -> dict[str, Said]:
    """Return the same for those gates alone that rest on figures."""
    return _said_of({key: GATES[key] for key in MEASURED}, bid, facts)


def _said_of(gates: Mapping[str, SayOf], bid: Bid, facts: Facts) -> dict[str, Said]:
    made = ((key, say(bid, facts)) for key, say in gates.items())
    return {key: said for key, said in made if said is not None}


def faults_said(bid: Bid) -> dict[str, Said]:
    """Return what the bid says of each fault of a contract it can speak to, by its key."""
    found: dict[str, Said] = {}
    months = term_months(bid.opportunity)
    if months is not None:
        words = tr("It runs for {n} months.", n=months)
        found |= {key: _said(words, holds=months < USUAL_MONTHS) for key in SHORT}
        found["gershon-longer"] = _said(words, holds=months <= YEAR)
    cover = _covers_cost(bid)
    if cover is not None:
        found |= {key: _said(cover.reason, holds=not cover.yes) for key in PRICED}
    return found


def chance_said(bid: Bid, facts: Facts) -> ChanceResult:
    """Return the chance of winning as low, fair or good, from gates, figures and rivals.

    A gate somebody answered counts before what the bid says of it. Source: `chance`.
    """
    said = gates_said(bid, facts)
    answered = {one.key: one.answer for one in bid.gates}

    def holds(key: str) -> bool | None:
        typed = answered.get(key, "")
        if typed in ("yes", "no"):
            return typed == "yes"
        return said[key].yes if key in said else None

    rated = track_record(bid, facts.today).rating
    return chance(
        ChanceFacts(
            meets_conditions=holds("conditions"),
            time_enough=holds("time"),
            outcomes_proven=holds("evidence"),
            delivered_similar=None if rated is Rating.UNKNOWN else rated is not Rating.THIN,
            known_to_buyer=holds("known"),
            price_in_reach=holds("full-cost"),
            beats_rivals=_beats_rivals(bid),
        )
    )


def work_said(bid: Bid, facts: Facts) -> Work:
    """Return the work of the bid, with the working days there are."""
    days = days_left(bid, facts.today, facts.calendar) if facts.calendar is not None else None
    return work_of(bid, days)


def _said(reason: str, *, holds: bool) -> Said:
    return Said("yes" if holds else "no", reason)


def _conditions(bid: Bid, facts: Facts) -> Said | None:
    unmet = [one for one in bid.conditions if one.met == "no" and not one.how_met.strip()]
    if unmet:
        return Said("no", tr("Not met: {what}", what=unmet[0].text or unmet[0].minimum))
    knocked = knock_outs(bid, facts)
    if knocked.failing:
        names = {one.id: one.number or one.title for one in bid.questions}
        numbers = ", ".join(names.get(one.question, "") for one in knocked.failing)
        return Said("no", tr("As it stands these fail: {names}.", names=numbers))
    open_still = any(one.met in ("", "unknown") for one in bid.conditions)
    passed = [one for one in statuses(bid, facts).values() if one.status is Status.PASS]
    if open_still or knocked.pending or not (bid.conditions or passed):
        return None
    return Said("yes", tr("Nothing in the conditions or the pre-qualification fails."))


def _covers_cost(bid: Bid, _facts: Facts | None = None) -> Said | None:
    costs = costs_of(bid)
    asked = costs.price if costs.price is not None else bid.opportunity.ceiling
    if asked is None or not bid.cost_lines:
        return None
    if costs.full is None:
        words = tr(
            "{price} against direct costs alone of {cost}.",
            price=money_words(asked),
            cost=money_words(costs.direct_total),
        )
        return Said("no", words) if asked < costs.direct_total else None
    words = tr(
        "{price} against a full cost of {cost}.",
        price=money_words(asked),
        cost=money_words(costs.full),
    )
    return _said(words, holds=asked >= costs.full)


def _dependency(bid: Bid, facts: Facts) -> Said | None:
    share, level = income_share(bid), facts.levels.contract_share_percent
    if share is None or level is None:
        return None
    words = tr(
        "{share} of a year’s income; above {level} an organisation depends on it.",
        share=percent_words(share, 0),
        level=percent_words(level, 0),
    )
    return _said(words, holds=share <= level)


def _transfer(bid: Bid, _facts: Facts) -> Said | None:
    staff = bid.offer.tupe
    if staff.applies == "no":
        return Said("yes", tr("Nobody transfers."))
    if staff.applies != "yes":
        return None
    if staff.received_on is None:
        return Said("no", tr("Staff transfer, and the information about them is not here yet."))
    day = day_words(staff.received_on, weekday=False)
    if staff.cost_in_price is None:
        return Said("no", tr("The information came on {day}; its cost is not priced.", day=day))
    return Said("yes", tr("The information came on {day} and is priced.", day=day))


def _partner(bid: Bid, _facts: Facts) -> Said | None:
    if bid.partnership.bidding_model == "alone":
        return Said("yes", tr("We bid alone."))
    others = [one for one in bid.partners if one.role != "lead"]
    if not others:
        return None
    waiting = [one for one in others if one.due_diligence != "done"]
    if bid.partnership.agreement_signed_on is not None and not waiting:
        return Said("yes", tr("The agreement is signed and every partner is looked into."))
    if waiting:
        names = ", ".join(one.name for one in waiting if one.name)
        return Said("no", tr("Not looked into yet: {names}.", names=names))
    return None


def _known(bid: Bid, _facts: Facts) -> Said | None:
    buyer = " ".join(bid.opportunity.buyer.name.split()).casefold()
    for one in bid.track_record:
        if buyer and " ".join(one.customer.split()).casefold() == buyer:
            return Said("yes", tr("We have worked for them: {service}.", service=one.service))
    spoken = [one for one in bid.contacts if one.learned.strip() or one.on is not None]
    if spoken:
        return Said("yes", tr("We spoke with them; {n} conversations are noted.", n=len(spoken)))
    return None


def _evidence(bid: Bid, _facts: Facts) -> Said | None:
    if not bid.outcomes:
        return None
    linked = {identity for item in bid.evidence for identity in item.outcomes}
    proved = sum(bool(one.evidence) or one.id in linked for one in bid.outcomes)
    words = tr("{n} of {all} outcomes rest on evidence.", n=proved, all=len(bid.outcomes))
    return _said(words, holds=proved * 2 >= len(bid.outcomes))


def _time(bid: Bid, facts: Facts) -> Said | None:
    work = work_said(bid, facts)
    if work.fit is Fit.UNKNOWN:
        return None
    words = tr(
        "{needed} hours needed, {available} at hand.",
        needed=number_words(work.needed, 0),
        available=number_words(work.available, 0),
    )
    return _said(words, holds=work.fit is not Fit.SHORT)


def _beats_rivals(bid: Bid) -> bool | None:
    rivals = [one for one in bid.competitors if one.name.strip() or one.kind]
    if not rivals:
        return None
    if all(one.our_edge.strip() for one in rivals):
        return True
    return False if any(one.strengths.strip() for one in rivals) else None


GATES: Mapping[str, SayOf] = {
    "conditions": _conditions,
    "full-cost": _covers_cost,
    "dependency": _dependency,
    "tupe": _transfer,
    "partner": _partner,
    "known": _known,
    "evidence": _evidence,
    "time": _time,
}
"""The gates a bid can speak to; the others are for people alone."""
SHORT = ("nao-short", "template-years")
PRICED = ("nao-price", "gershon-cost", "template-price")
