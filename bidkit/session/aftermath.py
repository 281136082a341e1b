"""After the decision: when the standstill ends, and the letter that thanks and asks."""

from __future__ import annotations

from datetime import date, timedelta

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words
from bidkit.figures.dates import standstill as figures
from bidkit.figures.dates.calendar import WorkingCalendar
from bidkit.packs.calendars import holidays, time_limits
from bidkit.words import tr


def working_calendar() -> WorkingCalendar:
    """Return the working days of England and Wales, from dated data."""
    known = holidays()
    return WorkingCalendar(known.days, known.known_from, known.known_to)


def standstill_of(bid: Bid) -> figures.Standstill | None:
    """Return the standstill of this award; None until the notice's day is known.

    Only a regime whose law demands one has a mandatory standstill; else only what the notice says.
    """
    after = bid.after
    if after.award_notice_on is None:
        return None
    line = time_limits().standstill.get(bid.opportunity.regime)
    rule = None
    if line is not None and after.standstill_kind in ("", "mandatory"):
        rule = figures.StandstillRule(line.days, figures.Counted(line.counted))
    calendar = working_calendar()
    stated = after.standstill_ends_on
    if rule is None and after.standstill_kind == "voluntary" and stated is None:
        stated = _voluntary_end(bid, calendar)
    if after.standstill_kind == "none":
        stated = None
    return figures.standstill(rule, after.award_notice_on, stated, calendar)


def standstill_words(bid: Bid, today: date) -> tuple[str, ...]:
    """Return what is to be known of the standstill, in sentences."""
    found = standstill_of(bid)
    if found is None:
        return (tr("Enter the day the award notice was published."),)
    if found.last_day is None:
        return (
            tr("No standstill is known: the rules ask for none and the notice states none."),
            tr("Ask for feedback at once, and take advice if something seems wrong."),
        )
    lines = [
        tr(
            "It ends at midnight on {day}. The contract can be signed from {next}.",
            day=day_words(found.last_day),
            next=day_words(found.earliest_signing),
        )
    ]
    if found.last_day < today:
        lines.append(tr("It is over."))
    if found.too_short:
        lines.append(tr("The buyer’s date is earlier than the law allows. Point that out."))
    if not found.certain:
        lines.append(tr("Bank holidays of that time are not known yet: check the date."))
    limit = figures.claim_limit(bid.after.told_on or today, time_limits().claim_days)
    lines.append(
        tr("A claim must start by {day} at the latest. Take legal advice.", day=day_words(limit))
    )
    return tuple(lines)


def thanks_letter(bid: Bid) -> str:
    """Return a letter that thanks the buyer and asks for feedback, won or lost."""
    opportunity = bid.opportunity
    name = opportunity.title or bid.about.title
    reference = f" ({opportunity.reference})" if opportunity.reference else ""
    if bid.after.outcome == "won":
        middle = tr(
            "We look forward to working with you. So that our next bid is better still, we would "
            "be glad to know what you found strong and what was less clear."
        )
    else:
        middle = tr(
            "We were sorry not to be chosen this time. So that we can do better, please tell us "
            "our marks for each criterion with the reasons, and where the chosen bid was stronger."
        )
    return "\n\n".join(
        (
            tr("Dear {buyer},", buyer=opportunity.buyer.name or tr("colleagues")),
            tr(
                "Thank you for the time you gave to our bid for {name}{reference}.",
                name=name,
                reference=reference,
            ),
            middle,
            tr("If a short call is easier, we are glad to ring at a time that suits you."),
            tr("Yours sincerely,"),
            bid.organisation.name,
        )
    )


def _voluntary_end(bid: Bid, calendar: WorkingCalendar) -> date | None:
    days, published = bid.after.standstill_days, bid.after.award_notice_on
    if not days or published is None:
        return None
    day, left = published, days
    while True:
        left -= calendar.is_working(day)
        if left <= 0:
            return day
        day += timedelta(days=1)
