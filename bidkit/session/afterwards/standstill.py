"""The standstill of one award, by the rules it falls under: until when to wait, ask and object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words
from bidkit.figures.dates import standstill as figures
from bidkit.figures.dates.calendar import WorkingCalendar, working_day_counted
from bidkit.packs.calendars import holidays, time_limits
from bidkit.rules.routes import ask
from bidkit.words import tr

HEALTH = "nhs_psr"
GRANT = "grant"
LAW = ("", "mandatory")
LONGEST_DAYS = 250
YEARS = range(1990, 2200)


@dataclass(frozen=True)
class Objection:
    """Health services: until when to object in writing, and what the body's answer starts.

    last_day: the last day for written representations. waits_until: the last day the body must
    still wait after its answer; None before it answered. kept_open: we objected in time.
    """

    begins: date
    last_day: date
    certain: bool
    kept_open: bool = False
    waits_until: date | None = None


def working_calendar() -> WorkingCalendar:
    """Return the working days of England and Wales, from dated data."""
    known = holidays()
    return WorkingCalendar(known.days, known.known_from, known.known_to)


def published_on(bid: Bid) -> date | None:
    """Return the day of the award notice; None where there is none or it cannot be meant."""
    day = bid.after.award_notice_on
    return day if day is not None and day.year in YEARS else None


def has_standstill_rules(bid: Bid) -> bool:
    """Tell whether a standstill can concern this bid at all; a grant has none."""
    return bid.opportunity.regime != GRANT and bid.opportunity.funding != GRANT


def law_asks(bid: Bid) -> bool:
    """Tell whether the law of this regime demands a standstill without further ado."""
    return bid.opportunity.regime in time_limits().standstill


def standstill_of(bid: Bid) -> figures.Standstill | None:
    """Return the standstill of this award; None until the notice's day is known.

    Only a regime whose law demands one has a mandatory standstill; else only what the notice says.
    """
    after = bid.after
    published = published_on(bid)
    if published is None:
        return None
    calendar = working_calendar()
    if after.standstill_kind == "none":
        return figures.standstill(None, published, None, calendar)
    line = time_limits().standstill.get(bid.opportunity.regime)
    if line is not None and after.standstill_kind in LAW:
        rule = figures.StandstillRule(line.days, figures.Counted(line.counted))
        return figures.standstill(rule, published, after.standstill_ends_on, calendar)
    stated = after.standstill_ends_on
    if stated is None and after.standstill_kind == "voluntary":
        stated = _voluntary_end(bid, calendar)
    return figures.standstill(None, published, stated, calendar)


def objection_of(bid: Bid) -> Objection | None:
    """Return the time to object to a health services award; None for every other regime.

    The standstill begins the day after the notice of intention to award (SI 2023/1348, reg. 12).
    """
    after = bid.after
    published = published_on(bid)
    wanted = bid.opportunity.regime == HEALTH and after.standstill_kind != "none"
    if published is None or not wanted:
        return None
    limits, calendar = time_limits(), working_calendar()
    begins = published + timedelta(days=limits.health_begins_days_after)
    found = figures.representations(begins, limits.representation_working_days, calendar)
    made, answered = after.objected_on, after.objection_answered_on
    kept_open = made is not None and made <= found.last_day
    waits = (
        figures.earliest_close(answered, limits.close_working_days, calendar)
        if answered is not None and kept_open
        else None
    )
    return Objection(begins, found.last_day, found.certain, kept_open, waits)


def last_day_of(bid: Bid) -> date | None:
    """Return the last day of the standstill as far as it is known, whatever makes it so."""
    objection = objection_of(bid)
    if objection is not None:
        stated = bid.after.standstill_ends_on
        if objection.kept_open:
            return objection.waits_until
        return stated or objection.last_day
    found = standstill_of(bid)
    return found.last_day if found is not None else None


def standstill_words(bid: Bid, today: date) -> tuple[str, ...]:
    """Return what is to be known of the standstill, in sentences."""
    if not has_standstill_rules(bid):
        return (tr("A grant has no standstill. Ask for feedback at once."),)
    if published_on(bid) is None:
        return (*_expected(bid), tr("Enter the day the award notice was published."))
    objection = objection_of(bid)
    lines = _of_health(objection, today) if objection is not None else _of_award(bid, today)
    return (*lines, *_claim(bid, today))


def _expected(bid: Bid) -> Iterator[str]:
    """Yield what to expect by the regime, before the notice is out."""
    line = time_limits().standstill.get(bid.opportunity.regime)
    if bid.opportunity.regime == HEALTH:
        yield tr(
            "Health services: after a direct award C, a most suitable provider or a competition "
            "the body must wait. You may object in writing until midnight at the end of the "
            "{n}th working day after the standstill begins.",
            n=time_limits().representation_working_days,
        )
    elif line is not None and line.counted == figures.Counted.DAYS_AFTER_SENDING:
        yield tr("The law asks for {n} days after the result was sent.", n=line.days)
    elif line is not None:
        yield tr(
            "The law asks for {n} working days, the day of the notice among them.", n=line.days
        )
    elif bid.opportunity.regime:
        yield tr("No law asks for a standstill here. Only what the notice offers counts.")
    else:
        yield tr("Choose under Opportunity which rules this falls under.")


def _of_award(bid: Bid, today: date) -> Iterator[str]:
    found = standstill_of(bid)
    if found is None or found.last_day is None or found.earliest_signing is None:
        yield from _no_standstill(bid)
        return
    yield tr(
        "It ends at midnight on {day}. The contract can be signed from {next}.",
        day=day_words(found.last_day),
        next=day_words(found.earliest_signing),
    )
    yield _left(found.last_day, today)
    if found.standing is figures.Standing.VOLUNTARY:
        yield tr("It is what the notice offers; no law asks for it here.")
    if found.too_short:
        yield tr("The buyer’s date is earlier than the law allows. Point that out.")
    if not found.certain:
        yield tr("Bank holidays of that time are not known yet: check the date.")


def _no_standstill(bid: Bid) -> Iterator[str]:
    kind = bid.after.standstill_kind
    if kind == "none" and law_asks(bid):
        yield tr(
            "The law usually asks for one here; a framework or an urgent award may do without. "
            "{ask} on what ground there is none.",
            ask=ask(bid),
        )
    elif kind == "none":
        yield tr("There is none: the contract can be signed at once.")
    elif kind == "mandatory":
        yield tr(
            "Under the rules chosen on Opportunity the law asks for none. Enter the day the "
            "buyer gives, or look again which rules apply."
        )
    elif kind == "voluntary":
        yield tr("Enter how many working days the notice offers, or the day it ends.")
    else:
        yield tr("No standstill is known: the rules ask for none and the notice states none.")
    yield tr("Ask for feedback at once, and take advice if something seems wrong.")


def _of_health(found: Objection, today: date) -> Iterator[str]:
    yield tr(
        "If it was a direct award C, a most suitable provider or a competition, the standstill "
        "begins on {begins}. Written objections count until midnight at the end of {day}.",
        begins=day_words(found.begins),
        day=day_words(found.last_day),
    )
    if found.waits_until is not None:
        yield tr(
            "After its answer the body must wait until the end of {day}. Until then you may ask "
            "the independent panel to look at it.",
            day=day_words(found.waits_until),
        )
    elif found.kept_open:
        yield tr(
            "You objected in time: the standstill stays open until the body has answered, and "
            "{n} working days more.",
            n=time_limits().close_working_days,
        )
    else:
        yield _left(found.last_day, today)
    yield tr("For direct awards A and B there is no standstill.")
    if not found.certain:
        yield tr("Bank holidays of that time are not known yet: check the date.")


def _left(last: date, today: date) -> str:
    days = (last - today).days
    if days < 0:
        return tr("It is over.")
    if days == 0:
        return tr("Today is the last day.")
    return tr("1 day is left.") if days == 1 else tr("{n} days are left.", n=days)


def _claim(bid: Bid, today: date) -> Iterator[str]:
    limit = figures.claim_limit(bid.after.told_on or today, time_limits().claim_days)
    if bid.after.told_on is None:
        yield tr("Enter the day you were told, and the last day for a claim shows here.")
    elif limit < today:
        yield tr("The time for a claim ended on {day}.", day=day_words(limit))
    else:
        yield tr(
            "A claim must start by {day} at the latest. Take legal advice.", day=day_words(limit)
        )


def _voluntary_end(bid: Bid, calendar: WorkingCalendar) -> date | None:
    """Return the working day so many, the day of the notice counted where it is one."""
    days, published = bid.after.standstill_days, published_on(bid)
    if not days or days > LONGEST_DAYS or published is None:
        return None
    return working_day_counted(calendar, published, days)
