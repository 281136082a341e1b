"""What is wrong with the chain of evidence: need, outcomes, indicators, small numbers, sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Indicator, Outcome
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.showing import day_words, in_uk
from bidkit.domain.stages import Stage
from bidkit.figures.evidence import could_identify
from bidkit.figures.readings.proof import strength_of
from bidkit.rules.asked import by_parent
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import next_deadline
from bidkit.rules.places import at, here
from bidkit.rules.said import weak_words
from bidkit.words import tr

ANECDOTES = frozenset({"testimonial", "case study"})
FEW_WORDS = 8


def no_need(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nothing is said of the need."""
    if not any(one.text.strip() for one in bid.needs):
        yield Remark(
            here(lambda b: b.needs),
            Level.SHOULD,
            tr("What is the need?"),
            tr("Everything else rests on it: people's need, the community's, the funder's."),
            tr("One or two sentences with a figure and where it comes from."),
        )


def need_without_source(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A need nobody can look up."""
    for one in bid.needs:
        if one.text.strip() and not one.source.strip() and not one.evidence:
            yield Remark(
                at(lambda b: b.needs, one, lambda n: n.source),
                Level.HINT,
                tr("Where is this need shown?"),
                _short(one.text),
                tr("Name a report, a waiting list or your own survey, with its date."),
            )


def no_outcome(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A need, and no change that is meant to follow."""
    if bid.needs and not any(one.text.strip() for one in bid.outcomes):
        yield Remark(
            here(lambda b: b.outcomes),
            Level.SHOULD,
            tr("What changes for people?"),
            tr("Funders and buyers pay for the change, not for the activity."),
            tr("Write one outcome: who, what is different, by when."),
        )


def without_indicator(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An outcome that nobody measures."""
    indicators = by_parent(bid.indicators)
    for one in bid.outcomes:
        if one.text.strip() and not any(i.text or i.tool for i in indicators.get(one.id, ())):
            yield Remark(
                at(lambda b: b.outcomes, one),
                Level.SHOULD,
                tr("How will this outcome be seen?"),
                _short(one.text),
                tr("Add an indicator: what you count or ask, with which tool."),
            )


def without_result(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An indicator without target or result."""
    results = {one.parent for one in bid.results if one.value is not None}
    for one in bid.indicators:
        if one.target is None:
            yield Remark(
                at(lambda b: b.indicators, one, lambda i: i.target),
                Level.HINT,
                tr("What is the target?"),
                _short(one.text or one.tool),
                tr("A number by a day; what you have reached before is the best ground."),
            )
        elif one.result is None and one.id not in results:
            yield Remark(
                at(lambda b: b.indicators, one, lambda i: i.result),
                Level.HINT,
                tr("What have you reached so far?"),
                _short(one.text or one.tool),
                tr("A result with its number of people turns a promise into proof."),
            )


def small_numbers(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A figure about so few people that somebody might be recognised."""
    fewest = facts.levels.small_numbers
    if fewest is None:
        return
    counted: list[tuple[int | None, Ref[Bid, Any]]] = []
    for one in bid.indicators:
        counted.append((one.result_n, at(lambda b: b.indicators, one, lambda i: i.result_n)))
        counted.append((one.achieved, at(lambda b: b.indicators, one, lambda i: i.achieved)))
        counted.append((one.started, at(lambda b: b.indicators, one, lambda i: i.started)))
        counted.append((one.baseline_n, at(lambda b: b.indicators, one, lambda i: i.baseline_n)))
    counted += [(one.n, at(lambda b: b.results, one, lambda r: r.n)) for one in bid.results]
    counted += [(one.n, at(lambda b: b.evidence, one, lambda e: e.n)) for one in bid.evidence]
    for number, place in counted:
        if number is not None and could_identify(number, fewest):
            yield Remark(
                place,
                Level.SHOULD,
                tr("Only {n} people stand behind this figure.", n=number)
                if number > 1
                else tr("Only one person stands behind this figure."),
                tr("With fewer than {n}, somebody may recognise them.", n=fewest),
                tr("Put groups together, or say “fewer than {n}”.", n=fewest),
            )


def figures_disagree(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """More replies than people asked, or more successes than started."""
    for one in bid.evidence:
        if one.asked is not None and one.replied is not None and one.replied > one.asked:
            yield Remark(
                at(lambda b: b.evidence, one, lambda e: e.replied),
                Level.SHOULD,
                tr("More people replied than were asked."),
                tr("{replied} of {asked}.", replied=one.replied, asked=one.asked),
                tr("Correct one of the numbers."),
            )
    for each in bid.indicators:
        if each.started is not None and each.achieved is not None and each.achieved > each.started:
            yield Remark(
                at(lambda b: b.indicators, each, lambda i: i.achieved),
                Level.SHOULD,
                tr("More people achieved it than started."),
                tr("{achieved} of {started}.", achieved=each.achieved, started=each.started),
                tr("Correct one of the numbers."),
            )


def anecdote_only(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Stories, and no figure beside them."""
    told = any(one.kind for one in bid.evidence) or bool(bid.testimonials)
    stories = all(one.kind in ANECDOTES and one.n is None for one in bid.evidence if one.kind)
    measured = any(_is_measured(one) for one in bid.indicators)
    if told and stories and not measured:
        yield Remark(
            here(lambda b: b.evidence),
            Level.SHOULD,
            tr("There are stories, and no figures beside them."),
            tr("Panels need more than anecdotes: research, results, hard facts."),
            tr(
                "Add a result with its number of people; a quotation beside it makes both stronger."
            ),
        )


def _is_measured(one: Indicator) -> bool:
    return one.result is not None or one.achieved is not None


def without_source(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An item of evidence nobody can trace."""
    for one in bid.evidence:
        if not one.source.strip() and not one.url.strip() and not one.attachment:
            yield Remark(
                at(lambda b: b.evidence, one, lambda e: e.source),
                Level.HINT,
                tr("Where does “{title}” come from?", title=one.title or one.code),
                tr("What cannot be traced counts for little."),
                tr("Name the source and its date, or add the file."),
            )


def out_of_date(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Evidence that runs out before the deadline."""
    deadline = next_deadline(bid.rounds)
    for one in bid.evidence:
        if deadline is not None and one.expires_on and one.expires_on < in_uk(deadline).date():
            yield Remark(
                at(lambda b: b.evidence, one, lambda e: e.expires_on),
                Level.SHOULD,
                tr("“{title}” runs out before the deadline.", title=one.title or one.code),
                tr("On {day}.", day=day_words(one.expires_on, weekday=False)),
                tr("Find something newer."),
            )


def unlinked_outcome(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A strong claim of cause with nothing behind it."""
    linked = {identity for one in bid.evidence for identity in one.outcomes}
    measured = {one.parent for one in bid.indicators if _is_measured(one)}
    for one in bid.outcomes:
        if _claims(one) and not one.evidence and one.id not in linked | measured:
            yield Remark(
                at(lambda b: b.outcomes, one, lambda o: o.evidence),
                Level.HINT,
                tr("Nothing proves this outcome yet."),
                _short(one.text),
                tr("Link the evidence, or give the result of an indicator."),
            )


def strength_overstated(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A strength of evidence that the facts beside it do not bear."""
    for one in bid.outcomes:
        found = strength_of(bid, one)
        if one.strength is not None and one.strength > found.level:
            yield Remark(
                at(lambda b: b.outcomes, one, lambda o: o.strength),
                Level.SHOULD,
                tr("You say {n} of 5, the facts show {level}.", n=one.strength, level=found.level),
                str(found.why),
                str(found.next_step or ""),
            )


def broken_chain(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something in the chain that comes from nothing before it."""
    missing = tr("The chain from need to change has a gap here.")
    links = (
        (bid.activities, bid.needs, here(lambda b: b.activities), tr("For which need is it?")),
        (bid.outputs, bid.activities, here(lambda b: b.outputs), tr("By which activity is it?")),
        (bid.outcomes, bid.outputs, here(lambda b: b.outcomes), tr("What does it come from?")),
    )
    for entries, before, place, question in links:
        known = {one.id for one in before}
        for one in entries:
            if known and one.text.strip() and one.parent not in known:
                yield Remark(
                    Ref[Bid, Any](Bid, place.steps).item(one.id),
                    Level.HINT,
                    question,
                    f"{_short(one.text)} {missing}",
                    tr("Choose it in the card; the drawing shows the line at once."),
                )


def unproved_words(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Phrases such as "we aim" in the case, where a need or a change should be told."""
    said: list[tuple[Ref[Bid, Any], str]] = [
        (here(lambda b: b.case.change_sought), bid.case.change_sought),
        (here(lambda b: b.case.impact), bid.case.impact),
        (here(lambda b: b.case.quotable), bid.case.quotable),
    ]
    said += [(at(lambda b: b.needs, one, lambda n: n.text), one.text) for one in bid.needs]
    said += [(at(lambda b: b.outcomes, one, lambda o: o.text), one.text) for one in bid.outcomes]
    said += [
        (at(lambda b: b.activities, one, lambda a: a.text), one.text) for one in bid.activities
    ]
    for place, text in said:
        yield from weak_words(place, text, facts.phrases, worst_only=True)


def _claims(one: Outcome) -> bool:
    return bool(one.text.strip())


def _short(text: str) -> str:
    words = text.split()
    return f"“{' '.join(words[:FEW_WORDS])}…”" if len(words) > FEW_WORDS else f"“{' '.join(words)}”"


HERE = Stage.EVIDENCE
EVIDENCE = "Evidence, From Policy to Practice, 2007"
NESTA = "Standards of Evidence, Nesta, 2013"
ANECDOTE = "Speech to the sector, 25 June 2007: more than anecdotes"
RULES = (
    rule(no_need, HERE, "needs", "Tips for bidding, From Policy to Practice, 2007"),
    rule(need_without_source, HERE, "needs", EVIDENCE),
    rule(no_outcome, HERE, "needs outcomes", EVIDENCE),
    rule(without_indicator, HERE, "outcomes indicators", EVIDENCE),
    rule(without_result, HERE, "indicators results", EVIDENCE),
    rule(unlinked_outcome, HERE, "outcomes evidence indicators", EVIDENCE),
    rule(strength_overstated, HERE, "outcomes indicators results", NESTA),
    rule(broken_chain, HERE, "needs activities outputs outcomes", EVIDENCE, small_grant=False),
    rule(unproved_words, HERE, "case needs outcomes activities", EVIDENCE, "phrases"),
    rule(small_numbers, HERE, "indicators results evidence", "Data protection", "levels"),
    rule(figures_disagree, HERE, "evidence indicators"),
    rule(anecdote_only, HERE, "evidence indicators testimonials", ANECDOTE, small_grant=False),
    rule(without_source, HERE, "evidence", EVIDENCE),
    rule(out_of_date, HERE, "evidence rounds", EVIDENCE),
)
