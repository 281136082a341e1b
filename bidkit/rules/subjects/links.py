"""What the buyer looks at, tied to what we offer: its number, savings, standards and words."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import tr

VCSE = ("vcse", "voluntary", "social enterprise", "charit", "third sector")
GRANT = "grant"


def need_of_nobody(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A need of people that does not say which people."""
    for one in bid.needs:
        if one.text.strip() and one.whose in ("", "beneficiary") and not one.population.strip():
            yield Remark(
                at(lambda b: b.needs, one, lambda n: n.population),
                Level.HINT,
                tr("Which people have this need, and how many?"),
                tr("One answer does not fit everybody; panels look for groups told apart."),
                tr("Name the group, its number and the source. Write another need for others."),
            )


def number_unanswered(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The buyer has a number it is judged by, and no outcome says that it moves it."""
    told = any(one.buyer_target.strip() for one in bid.outcomes)
    if bid.opportunity.buyers_number.strip() and bid.outcomes and not told:
        yield Remark(
            at(lambda b: b.outcomes, bid.outcomes[0], lambda o: o.buyer_target),
            Level.HINT,
            tr("Which outcome moves the number the buyer looks at?"),
            " ".join(bid.opportunity.buyers_number.split())[:120],
            tr("Tie it to an outcome: a small sum with a figure tied to a target is remembered."),
        )


def saving_unsaid(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Outcomes with results, and nobody says what they save and whom."""
    if GRANT in (bid.opportunity.regime, bid.opportunity.funding):
        return
    shown = {one.parent for one in bid.indicators if one.result is not None}
    proved = [one for one in bid.outcomes if one.id in shown and one.rank != "secondary"]
    if proved and not any(one.saving.strip() for one in bid.outcomes):
        yield Remark(
            at(lambda b: b.outcomes, proved[0], lambda o: o.saving),
            Level.HINT,
            tr("What does this outcome save, and which budget?"),
            tr("Good for people is often money for a public body, and is not said often enough."),
            tr("Name the agency, the sum for one case and its source."),
        )


def nothing_to_quote(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Results there are, and no words the buyer could use to justify choosing us."""
    results = any(one.result is not None for one in bid.indicators)
    if results and not bid.case.quotable.strip():
        yield Remark(
            here(lambda b: b.case.quotable),
            Level.HINT,
            tr("What could the buyer quote to justify choosing us?"),
            tr("Somebody must defend the choice before members or auditors."),
            tr("Write two sentences with a figure and its source that can be copied as they are."),
        )


def reserved_for_others(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The notice keeps the contract for organisations like ours, and we do not say we are one."""
    kept = bid.opportunity.reserved.lower()
    if any(word in kept for word in VCSE) and bid.organisation.vcse != "yes":
        yield Remark(
            here(lambda b: b.organisation.vcse),
            Level.SHOULD,
            tr("It is kept for voluntary organisations or social enterprises. Are you one?"),
            tr("Not part of the state, driven by values, putting most of any surplus back."),
            tr("Say yes or no; if no, you cannot bid."),
        )


def practice_unnamed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A criterion looks for good practice, and the answer to it names none."""
    answers = {one.parent: one for one in bid.answers if one.text.strip()}
    for criterion in bid.criteria:
        if not criterion.good_practice.strip():
            continue
        for question in criterion.questions:
            answer = answers.get(question)
            if answer is not None and not answer.good_practice.strip():
                yield Remark(
                    at(lambda b: b.answers, answer, lambda a: a.good_practice),
                    Level.HINT,
                    tr("Which good practice does this answer follow?"),
                    " ".join(criterion.good_practice.split())[:120],
                    tr("Name the standard or guide, and how you keep to it."),
                )


SOURCE = "From Policy to Practice, 2007"
RULES = (
    rule(need_of_nobody, Stage.EVIDENCE, "needs", SOURCE, small_grant=False),
    rule(number_unanswered, Stage.EVIDENCE, "outcomes opportunity", SOURCE, small_grant=False),
    rule(
        saving_unsaid, Stage.EVIDENCE, "outcomes indicators opportunity", SOURCE, small_grant=False
    ),
    rule(nothing_to_quote, Stage.EVIDENCE, "indicators case", SOURCE, small_grant=False),
    rule(
        reserved_for_others,
        Stage.ORGANISATION,
        "opportunity organisation",
        "Procurement Act 2023, and the notice",
    ),
    rule(practice_unnamed, Stage.ANSWERS, "answers criteria", SOURCE, small_grant=False),
)
