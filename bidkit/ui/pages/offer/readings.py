"""What the fields of our offer say together: answers to the buyer, hours, risks, transfers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words, money_words, number_words
from bidkit.export.compose import charts
from bidkit.export.compose.team import VETTING_WORDS
from bidkit.packs.catalogue import shipped
from bidkit.session.offering import unmeasured
from bidkit.ui.reading_card import Sentence, Shown, Sight
from bidkit.words import later, tr

NOUGHT = Decimal(0)


def fit(bid: Bid) -> Shown | None:
    """Return how many requirements have been set beside what we do, and what is still a gap."""
    known = {one.requirement for one in bid.fits}
    open_ones = [one for one in bid.requirements if one.id not in known]
    if not bid.requirements and not bid.fits:
        return None
    said: list[Sentence] = []
    gaps = sum(bool(one.gap.strip()) and not one.action.strip() for one in bid.fits)
    done = len(bid.requirements) - len(open_ones)
    words = tr(
        "{n} of {all} requirements are set beside what you do.", n=done, all=len(bid.requirements)
    )
    if bid.requirements:
        said.append((words, "muted" if open_ones else "good"))
    if gaps:
        said.append((tr("▲ {n} gaps have no action yet.", n=gaps), "warn"))
    n = len(open_ones)
    offer = tr("Add one row for each of the other {n}", n=n) if n > 1 else tr("Add the last one")
    return Shown(said, offer=offer if open_ones else "")


def measures(bid: Bid) -> Shown | None:
    """Return how many indicators of our outcomes the offer is not measured by yet."""
    n = len(unmeasured(bid))
    if not n:
        return None
    words = tr("{n} indicators of your outcomes have a target and are no measure here.", n=n)
    if n == 1:
        words = tr("One indicator of your outcomes has a target and is no measure here.")
    return Shown(((words, "muted"),), offer=tr("Measure the service by them"))


def people(bid: Bid) -> Shown | None:
    """Return the hours of the team by employer, who is still to be found, and the checks."""
    if not bid.roles:
        return None
    names = {one.id: one.name for one in bid.partners}
    hours: dict[str, Decimal] = {}
    posts: dict[str, int] = {}
    for one in bid.roles:
        whose = names.get(one.partner) or tr("Our own")
        hours[whose] = hours.get(whose, NOUGHT) + (one.hours_a_week or NOUGHT)
        posts[whose] = posts.get(whose, 0) + 1
    rows = [(name, str(posts[name]), number_words(hours[name])) for name in posts]
    rows.append((tr("In all"), str(len(bid.roles)), number_words(sum(hours.values(), NOUGHT))))
    headings = (tr("Employed by"), tr("Roles"), tr("Hours a week"))
    return Shown(_people_words(bid), headings, rows, sum_row=True)


def _people_words(bid: Bid) -> tuple[Sentence, ...]:
    said: list[Sentence] = []
    to_find = [one.title for one in bid.roles if one.in_post == "no" and one.title]
    if to_find:
        said.append((tr("To be found: {roles}.", roles=", ".join(to_find)), "ink"))
    alone = [o.title for o in bid.roles if o.key_person == "yes" and not o.deputy.strip()]
    if alone:
        words = tr("▲ Nobody stands in for: {roles}.", roles=", ".join(alone))
        said.append((words, "warn"))
    counts = {
        level: sum(one.vetting == level for one in bid.roles)
        for level in VETTING_WORDS
        if level != "none"
    }
    checks = [f"{n} × {VETTING_WORDS[level]}" for level, n in counts.items() if n]
    if checks:
        said.append((tr("Checks: {checks}.", checks=", ".join(checks)), "muted"))
    without = sum(one.hours_a_week is None for one in bid.roles)
    if without:
        said.append((tr("{n} without hours: the sum is not whole.", n=without), "muted"))
    return tuple(said)


def risks(bid: Bid) -> Shown | None:
    """Return the square of risks, and what carrying them adds to the price."""
    chart = charts.risks(bid)
    if chart is None:
        return None
    said: list[Sentence] = []
    priced = [one.price for one in bid.risks if one.price is not None]
    if priced:
        words = tr(
            "What you carry costs {sum}: see that it is in the price.",
            sum=money_words(sum(priced, NOUGHT)),
        )
        said.append((words, "ink"))
    return Shown(said, chart=chart)


def transfer(bid: Bid, today: date) -> Shown | None:
    """Return what the posts come to, by when the list is due, and whether it can be asked for."""
    tupe, posts = bid.offer.tupe, bid.transferring
    said: list[Sentence] = []
    if posts:
        hours = sum((one.hours_a_week or NOUGHT for one in posts), NOUGHT)
        pay = sum((one.pay or NOUGHT for one in posts), NOUGHT)
        words = tr("1 post") if len(posts) == 1 else tr("{n} posts", n=len(posts))
        words = tr(
            "{posts}, {hours} hours a week, {pay} pay a year; pension and National Insurance "
            "come on top.",
            posts=words,
            hours=number_words(hours),
            pay=money_words(pay),
        )
        said.append((words, "ink"))
    starts = bid.opportunity.period.starts_on
    line = shipped().figure("tupe_information_days", starts or today)
    if starts is not None and line is not None and tupe.applies == "yes":
        days = min(int(line.value), (starts - date.min).days)
        due = starts - timedelta(days=days)
        words = tr(
            "The present employer must hand over the full information by {day}, {n} days before "
            "the transfer. You need the list for your price long before that.",
            day=day_words(due, weekday=False),
            n=int(line.value),
        )
        said.append((words, "muted"))
    asked = tupe.asked_on is not None or bid.offer.tupe.received_on is not None
    offer = "" if asked or tupe.applies == "no" else tr("Draft the question to the buyer")
    if not said and not offer:
        return None
    return Shown(said, offer=offer)


def transfer_sight(today: Callable[[], date]) -> Sight:
    """Return the reading of transferring staff; it needs to know the day."""
    names = ("offer", "transferring", "opportunity")
    return Sight(later("What is known"), names, lambda bid: transfer(bid, today()))


FIT = Sight(later("Requirement by requirement"), ("fits", "requirements"), fit)
MEASURES = Sight(later("From your outcomes"), ("measures", "indicators"), measures)
PEOPLE = Sight(later("The team in figures"), ("roles", "partners"), people)
RISKS = Sight(later("How the risks lie"), ("risks",), risks)
