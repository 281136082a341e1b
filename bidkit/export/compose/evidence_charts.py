"""The charts of evidence: the chain from need to impact, and what changed, outcome by outcome."""

from __future__ import annotations

from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Indicator, Need, Outcome, Output
from bidkit.domain.showing import number_words, percent_words
from bidkit.drawing import chain, results
from bidkit.drawing.lines import LineChart, Series
from bidkit.figures.readings.proof import achieved_of, success_of
from bidkit.words import Words, later, tr

INPUTS = "case.inputs"
IMPACT = "case.impact"
WHOSE: dict[str, Words] = {
    "beneficiary": later("the people we serve"),
    "community": later("the community"),
    "funder": later("the buyer or funder"),
}


def evidence_chain(bid: Bid) -> chain.Chain | None:
    """Return the chain from need to impact; None where there is no outcome and no activity.

    What it takes and what lasts are stages of their own once something is said of them. Keys are
    identities, addresses of the bid's own fields, or an activity's identity with "/inputs".
    """
    if not (bid.activities or bid.outcomes):
        return None
    inputs, impact = _inputs(bid), bid.case.impact.strip()
    stages = [
        chain.Stage(
            tr("Need"), tuple(chain.Box(one.text, _of_need(one), one.id) for one in bid.needs)
        ),
        *([chain.Stage(tr("What it takes"), inputs)] if inputs else []),
        chain.Stage(
            tr("Activity"), tuple(chain.Box(one.text, "", one.id) for one in bid.activities)
        ),
        chain.Stage(
            tr("Output"), tuple(chain.Box(one.text, _of_output(one), one.id) for one in bid.outputs)
        ),
        chain.Stage(
            tr("Outcome"), tuple(chain.Box(one.text, one.group, one.id) for one in bid.outcomes)
        ),
        *([chain.Stage(tr("Impact"), (chain.Box(impact, "", IMPACT),))] if impact else []),
    ]
    title = tr("From need to impact") if impact else tr("From need to outcome")
    return chain.Chain(title, tuple(stages), _links(bid, {box.key for box in inputs}))


def _of_need(one: Need) -> str:
    whose = str(WHOSE[one.whose]) if one.whose in WHOSE else ""
    return " · ".join(piece for piece in (whose, one.source) if piece)


def _of_output(one: Output) -> str:
    return " ".join(piece for piece in (number_words(one.quantity), one.unit) if piece)


def _inputs(bid: Bid) -> tuple[chain.Box, ...]:
    """Return what the whole takes, and what single activities take besides."""
    found = [chain.Box(bid.case.inputs.strip(), "", INPUTS)] if bid.case.inputs.strip() else []
    found += [
        chain.Box(one.inputs.strip(), one.text, f"{one.id}/inputs")
        for one in bid.activities
        if one.inputs.strip()
    ]
    return tuple(found)


def _links(bid: Bid, inputs: set[str]) -> tuple[tuple[str, str], ...]:
    """Return which box leads to which; what is needed leads to an activity through its inputs."""
    found: list[tuple[str, str]] = []
    for one in bid.activities:
        own = f"{one.id}/inputs"
        through = own if own in inputs else INPUTS if INPUTS in inputs else ""
        if through:
            found += [(one.parent, through), (through, one.id)]
        else:
            found.append((one.parent, one.id))
    found += [(one.parent, one.id) for one in (*bid.outputs, *bid.outcomes)]
    if bid.case.impact.strip():
        found += [(one.id, IMPACT) for one in bid.outcomes]
    return tuple(dict.fromkeys(link for link in found if link[0]))


def outcome_results(bid: Bid) -> results.Results | None:
    """Return baseline, target and result of every measured outcome; None where none is."""
    titles = {one.id: one.text for one in bid.outcomes}
    rows = []
    for one in bid.indicators:
        if one.baseline is None and one.target is None and one.result is None:
            continue
        label = f"{titles.get(one.parent, '')} ({one.unit})" if one.unit else titles.get(one.parent)
        rows.append(
            results.Result(
                label or one.text, one.baseline, one.target, one.result, rates_words(one), one.id
            )
        )
    return results.Results(tr("Outcomes and results"), tuple(rows)) if rows else None


def rates_words(one: Indicator) -> str:
    """Return how much of the intended change came about, and for how many who started."""
    achieved, success = achieved_of(one), success_of(one)
    said = [percent_words(achieved, 0)] if achieved is not None else []
    if success is not None:
        said.append(
            tr(
                "{n} of {all} who started, {share}",
                n=number_words(one.achieved),
                all=number_words(one.started),
                share=percent_words(success, 0),
            )
        )
    return "; ".join(said)


def outcome_trend(bid: Bid, outcome: Outcome) -> LineChart | None:
    """Return the results of one outcome over time; None where there are fewer than two."""
    for indicator in (one for one in bid.indicators if one.parent == outcome.id):
        points = sorted(
            (one.on, one.value)
            for one in bid.results
            if one.parent == indicator.id and one.on is not None and one.value is not None
        )
        if len(points) > 1:
            series = Series(indicator.text, tuple(value for _, value in points))
            days = _day_labels([day for day, _ in points])
            return LineChart(outcome.text, days, (series,))
    return None


def _day_labels(days: list[date]) -> tuple[str, ...]:
    """Return the years, or the months where one year was measured in more than once."""
    years = tuple(str(day.year) for day in days)
    if len(set(years)) == len(years):
        return years
    months = tuple(f"{day:%b} {day.year}" for day in days)
    return months if len(set(months)) == len(months) else tuple(f"{day:%d %b %Y}" for day in days)
