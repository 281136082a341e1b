"""What is wrong with the decision to bid: gates that stop it, nothing recorded, too few hours."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.domain.stages import Stage
from bidkit.figures.effort import Fit
from bidkit.figures.readings.affording import affording_of, income_share
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.prospects import faults_said, gates_measured, work_said
from bidkit.rules.routes import is_grant
from bidkit.words import tr


def gate_stops(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A gate that must hold and does not."""
    for one in bid.gates:
        if one.stops and one.answer == "no":
            yield Remark(
                at(lambda b: b.gates, one, lambda g: g.answer),
                Level.SHOULD,
                tr("This speaks against bidding: {question}", question=one.question),
                one.reason,
                tr("Put it right first, or decide not to bid; saying no is a good decision too."),
            )


def gate_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A gate that decides and that nobody has answered."""
    for one in bid.gates:
        if one.stops and one.answer in ("", "unknown"):
            yield Remark(
                at(lambda b: b.gates, one, lambda g: g.answer),
                Level.HINT,
                tr("Not answered yet: {question}", question=one.question),
                tr("A no here would stop the bid, so it is cheaper to know now."),
                tr("Find out, and write the reason down."),
            )


def not_recorded(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """No decision to bid is written down."""
    if bid.decision.choice in ("", "undecided"):
        yield Remark(
            here(lambda b: b.decision.choice),
            Level.SHOULD,
            tr("Has it been decided to bid?"),
            tr("A bid costs days; trustees should know and agree before they are spent."),
            tr("Record the decision, who made it and why."),
        )


def who_decided(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A decision without who, when or why."""
    decision = bid.decision
    if decision.choice in ("", "undecided"):
        return
    if (
        not decision.decided_by.strip()
        or decision.decided_on is None
        or not decision.reason.strip()
    ):
        yield Remark(
            here(lambda b: b.decision.decided_by),
            Level.HINT,
            tr("Who decided, when and why?"),
            tr("A recorded reason helps when the same question comes again."),
            tr("Add the name, the day and one sentence."),
        )


def too_few_hours(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Fewer hours than the bid needs, typed or worked out."""
    work = work_said(bid, facts)
    if work.fit is Fit.SHORT:
        yield Remark(
            here(lambda b: b.decision.hours_available),
            Level.SHOULD,
            tr("There are fewer hours than the bid needs."),
            tr(
                "About {needed} hours are needed, {available} are there.",
                needed=number_words(work.needed, 0),
                available=number_words(work.available, 0),
            ),
            tr("Find help, leave a lot out, or decide not to bid."),
        )


def cash_short(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Less money than it takes to start."""
    found = affording_of(bid)
    if found.short:
        yield Remark(
            here(lambda b: b.decision.cash_available),
            Level.SHOULD,
            tr("There is not enough cash to carry the start."),
            tr(
                "{needed} is needed, {available} is there.",
                needed=money_words(found.needed),
                available=money_words(found.available),
            ),
            tr("Ask for payment in advance or monthly, or for a loan before you bid."),
        )


def depends_on_it(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A contract that would be a large share of all income."""
    level, share = facts.levels.contract_share_percent, income_share(bid)
    if bid.decision.dependency_note.strip() or level is None or share is None or share <= level:
        return
    yield Remark(
        here(lambda b: b.decision.dependency_note),
        Level.HINT,
        tr("It would be {share} of your income.", share=percent_words(share, 0)),
        tr("When it ends, so much of the organisation ends with it."),
        tr("Write down how you would live without it."),
    )


def gate_contradicted(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A gate answered with yes where the bid's own figures say no."""
    said = gates_measured(bid, facts)
    for one in bid.gates:
        against = said.get(one.key)
        if one.answer == "yes" and against is not None and not against.yes:
            yield Remark(
                at(lambda b: b.gates, one, lambda g: g.answer),
                Level.SHOULD,
                tr("The figures of this bid say otherwise: {question}", question=one.question),
                against.reason,
                tr("Look again: correct the answer, or the figures."),
            )


def fault_found(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A fault found in the contract, with no note of what to do."""
    for one in bid.red_flags:
        if one.found == "yes" and not one.note.strip():
            yield Remark(
                at(lambda b: b.red_flags, one, lambda f: f.note),
                Level.HINT,
                tr("Found in the contract: {text}", text=one.text),
                tr("Terms can often be asked about, rarely changed afterwards."),
                tr("Note what you will ask, price or accept."),
            )


def fault_likely(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A fault of the contract nobody has looked for, which the figures point to."""
    said = faults_said(bid)
    for one in bid.red_flags:
        found = said.get(one.key)
        if one.found in ("", "unknown") and found is not None and found.yes:
            yield Remark(
                at(lambda b: b.red_flags, one, lambda f: f.found),
                Level.HINT,
                tr("The figures point to this: {text}", text=one.text),
                found.reason,
                tr("Look in the papers, and note what you will ask, price or accept."),
            )


def no_record_yet(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nothing delivered yet, and nobody has thought of a pilot."""
    if bid.decision.pilot_first == "" and not bid.track_record and not is_grant(bid):
        yield Remark(
            here(lambda b: b.decision.pilot_first),
            Level.HINT,
            tr("There is no track record yet. Would a pilot come first?"),
            tr("Once something is delivered it is far easier to win the next contract."),
            tr("Ask a funder to pay for a small pilot, or bid with a partner who has delivered."),
        )


def trial_without_end(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A free trial whose cost has no limit."""
    if bid.decision.free_trial == "yes" and bid.decision.free_trial_cost is None:
        yield Remark(
            here(lambda b: b.decision.free_trial_cost),
            Level.SHOULD,
            tr("The free trial has no limit of cost."),
            tr("Somebody pays for it: reserves and donations should not carry a public service."),
            tr("Write down the most it may cost, and when it ends."),
        )


COSTED = (
    "costing cost_lines price_lines overheads projects drivers driver_shares opportunity lots "
    "pay_figures"
)
HERE = Stage.DECISION
SAY_NO = "Actions for providers, From Policy to Practice, 2007: know when to say no"
PILOT = "Track record, From Policy to Practice, 2007"
FAULTS = "National Audit Office and Gershon on contract faults"
RULES = (
    rule(gate_stops, HERE, "gates", SAY_NO),
    rule(not_recorded, HERE, "decision", SAY_NO),
    rule(too_few_hours, HERE, "decision questions rounds", SAY_NO, "today calendar"),
    rule(
        cash_short,
        HERE,
        f"decision payments accounts partners {COSTED}",
        SAY_NO,
    ),
    rule(
        depends_on_it,
        HERE,
        "decision opportunity accounts costing price_lines",
        SAY_NO,
        "levels",
    ),
    rule(
        gate_contradicted,
        HERE,
        f"gates decision questions rounds accounts {COSTED}",
        SAY_NO,
        "today calendar levels",
    ),
    rule(gate_open, HERE, "gates", SAY_NO),
    rule(who_decided, HERE, "decision", SAY_NO),
    rule(
        no_record_yet,
        HERE,
        "decision track_record opportunity about",
        PILOT,
        small_grant=False,
    ),
    rule(trial_without_end, HERE, "decision", PILOT, small_grant=False),
    rule(fault_found, HERE, "red_flags", FAULTS),
    rule(fault_likely, HERE, f"red_flags {COSTED}", FAULTS),
)
