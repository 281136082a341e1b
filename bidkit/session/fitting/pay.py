"""Dated figures for staff costs: from the packs into the bid, where people can correct them."""

from __future__ import annotations

from datetime import date

from bidkit.domain.base import derived_id, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import PayFigures
from bidkit.domain.edits import with_fields
from bidkit.domain.showing import day_words
from bidkit.figures.readings.costs import year_count
from bidkit.packs.catalogue import Catalogue
from bidkit.words import tr

KEYS = {
    "insurance_rate": "employer_ni_rate",
    "insurance_from": "employer_ni_threshold",
    "pension_rate": "employer_pension_rate",
    "pension_from": "pension_lower_earnings",
    "pension_to": "pension_upper_earnings",
    "least_hourly": "least_hourly_pay",
}
OPTIONAL = ("least_hourly",)


def pay_figures(catalogue: Catalogue, bid: Bid, today: date) -> tuple[PayFigures, ...]:
    """Return the figures known for the years of the contract, one entry wherever they change.

    A year begins on the day of the first one; without it, today. Empty where a figure lacks.
    """
    first = bid.costing.first_year_starts_on or today
    found: list[PayFigures] = []
    for year in range(1, year_count(bid) + 1):
        one = _known_on(catalogue, _years_later(first, year - 1), year)
        if one is None:
            break
        if not found or _values(one) != _values(found[-1]):
            found.append(one)
    return tuple(found)


def with_pay_figures(catalogue: Catalogue, bid: Bid, today: date) -> Bid:
    """Return the bid with the figures known, unless it holds some already."""
    if bid.pay_figures:
        return bid
    order, entries = "", []
    for one in pay_figures(catalogue, bid, today):
        order = key_after(order)
        entries.append(one.model_copy(update={"order": order}))
    return with_fields(bid, {"pay_figures": tuple(entries)}) if entries else bid


def _known_on(catalogue: Catalogue, day: date, year: int) -> PayFigures | None:
    lines = {name: catalogue.figure(key, day) for name, key in KEYS.items()}
    if any(line is None for name, line in lines.items() if name not in OPTIONAL):
        return None
    known = {name: line for name, line in lines.items() if line is not None}
    values = {name: line.value for name, line in known.items()}
    source = "; ".join(dict.fromkeys(line.source for line in known.values()))
    since = max((line.from_date for line in known.values() if line.from_date), default=None)
    told = tr("Figures from {day}. {source}", day=day_words(since, weekday=False), source=source)
    identity = derived_id("pay figures", str(year))
    return PayFigures(id=identity, from_year=year, source=told).model_copy(update=values)


def _values(one: PayFigures) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in KEYS)


def _years_later(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28))
