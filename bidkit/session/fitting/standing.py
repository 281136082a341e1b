"""Our accounts against the levels of this buyer, or the usual ones where the buyer states none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.figures.readings.standing import Standing, standing_of
from bidkit.figures.rounding import to_places
from bidkit.figures.standing import Level, StandingResult
from bidkit.packs.catalogue import Catalogue
from bidkit.rules.conditions import number_in
from bidkit.words import Words, later, tr

TESTS: dict[str, tuple[Words, Words]] = {
    "E1": (later("Income against the contract"), later("income ÷ yearly contract value")),
    "E2": (later("Share of our income"), later("yearly contract value ÷ income")),
    "E3": (later("Current ratio"), later("current assets ÷ owed within a year")),
    "E4": (later("Acid test"), later("the same without stock")),
    "E5": (later("Debt ratio"), later("all we owe ÷ all we own")),
    "E6": (later("Operating margin"), later("operating surplus ÷ income")),
    "E7": (later("Free reserves"), later("in months of spending")),
    "E8": (later("Credit score"), later("from the agency the buyer names")),
    "E9": (later("Net assets"), later("all we own − all we owe")),
}
PERCENT, POUNDS, MOST = ("E2", "E6"), ("E9",), ("E2", "E5")
LEVELLING = ("below", "above")


def standing_here(bid: Bid, catalogue: Catalogue, today: date) -> Standing:
    """Return how the latest accounts stand against this buyer's levels, else the usual ones."""
    levels: dict[str, Level] = {}
    for key in TESTS:
        usual = catalogue.figure(f"standing.{key}", today)
        if usual is not None and key != "E1":
            levels[key] = Level(usual.value)
    levels.update(asked_levels(bid))
    fair = catalogue.figure("turnover_multiple", today) or catalogue.figure("standing.E1", today)
    return standing_of(bid, levels, fair.value if fair is not None else None)


def asked_levels(bid: Bid) -> dict[str, Level]:
    """Return the levels that the buyer's questions state, by the name of the test."""
    found: dict[str, Level] = {}
    for question in bid.questions:
        key = question.prefill_from.removeprefix("standing.")
        level = _level_in(question) if key in TESTS else None
        if level is not None:
            found[key] = Level(level, asked=True)
    return found


def _level_in(question: Question) -> Decimal | None:
    """Return the level of a question's failing rule; a usual level only flags."""
    failing = (one for one in question.rules if one.effect == "fail" and one.when in LEVELLING)
    return next((number_in(one.value) for one in failing), None)


def figure_words(result: StandingResult) -> str:
    """Return a figure in its unit, to two places: 2.13, 41.67%, £36,000."""
    return _in_unit(result.id, result.value) if result.value is not None else "–"


def level_words(result: StandingResult) -> str:
    """Return a level as people say it: at least 1, at most 33%; whose it is, where the buyer's."""
    if result.level is None:
        return "–"
    level = _in_unit(result.id, result.level.value)
    if result.id in MOST:
        return tr("at most {level}", level=level)
    return tr("at least {level}", level=level)


def _in_unit(test: str, value: Decimal) -> str:
    if test in POUNDS:
        return money_words(value.quantize(Decimal(1)))
    rounded = to_places(value, 2)
    if test in PERCENT:
        return percent_words(rounded)
    return number_words(rounded)
