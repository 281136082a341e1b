"""What to do next: three things for now, and a plan backwards from the deadline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import UK, day_words, in_uk, moment_words, number_words
from bidkit.domain.stages import Stage, stages_of
from bidkit.figures.dates.timetable import PlanStep, plan_backwards
from bidkit.figures.effort import Fit
from bidkit.figures.readings.effort import days_left, work_of
from bidkit.figures.readings.signing import still_agreed
from bidkit.session.afterwards.standstill import working_calendar
from bidkit.session.deadlines import next_deadline
from bidkit.words import Words, later, tr

MOST_THINGS = 3
WRITTEN = ("for review", "agreed", "signed off")
STEPS: tuple[tuple[str, int, Words], ...] = (
    ("questions", 15, later("Last day to send our questions")),
    ("draft", 8, later("A first draft of every answer")),
    ("price", 5, later("Trustees agree the price or budget")),
    ("review", 4, later("Review by somebody who did not write it")),
    ("check", 2, later("Last checks; everything signed")),
    ("upload", 1, later("Hand it in, a day early")),
)
ORDER = {Level.MUST: 0, Level.SHOULD: 1, Level.HINT: 2}
TITLE = ref(Bid, lambda b: b.opportunity.title)
REASON = ref(Bid, lambda b: b.decision.reason)
CONTACTS = ref(Bid, lambda b: b.contacts)
PARTNERS = ref(Bid, lambda b: b.partners)
OUTCOME = ref(Bid, lambda b: b.after.outcome)
ROUNDS = ref(Bid, lambda b: b.rounds)


@dataclass(frozen=True)
class Thing:
    """One thing to do now: what, why, and where."""

    what: str
    why: str
    place: Ref[Bid, Any]


@dataclass(frozen=True)
class PlanRow:
    """One step of the plan: its words, its day, and how it stands."""

    key: str
    what: str
    day: str
    state: str
    late: bool
    done: bool


def things_to_do(bid: Bid, findings: Sequence[Finding]) -> tuple[Thing, ...]:
    """Return the three things that matter most now; one of each page, so that none is buried.

    Where it was decided not to bid, only what ends it well.
    """
    if bid.decision.choice == "do not bid":
        return tuple(_endings(bid))
    found: list[Thing] = list(_beginnings(bid))
    walked = stages_of(bid.about.route, all_stages=bid.about.all_stages)
    places = {stage.value: number for number, stage in enumerate(walked)}
    seen = {Stage.OPPORTUNITY.value} if found else set()
    known = sorted(
        (one for one in findings if one.stage in places),
        key=lambda one: (ORDER[one.level], places[one.stage]),
    )
    for finding in known:
        if finding.stage not in seen:
            seen.add(finding.stage)
            why = " ".join(part for part in (finding.why, finding.advice) if part)
            found.append(Thing(finding.what, why, finding.place))
    return tuple(found[:MOST_THINGS])


def plan_of(bid: Bid, now: datetime) -> tuple[PlanRow, ...]:
    """Return the plan backwards from the next deadline; () where there is none, or no bid."""
    deadline = next_deadline(bid, now)
    if deadline is None or deadline.nearness == "passed" or bid.decision.choice == "do not bid":
        return ()
    today = now.astimezone(UK).date()
    closing = next((one.questions_close for one in bid.rounds if one.deadline == deadline.at), None)
    fixed = in_uk(closing).date() if closing is not None else None
    steps = [PlanStep(key, days, fixed if key == "questions" else None) for key, days, _ in STEPS]
    words = {key: str(what) for key, _, what in STEPS}
    planned = plan_backwards(in_uk(deadline.at).date(), today, steps, working_calendar())
    done = dict(_done(bid))
    rows = [
        PlanRow(
            step.key,
            words[step.key],
            day_words(step.day),
            _state(step.day, today, done=done[step.key], squeezed=step.squeezed),
            step.late and not done[step.key],
            done[step.key],
        )
        for step in sorted(planned, key=lambda one: one.day)
    ]
    last = PlanRow(
        "deadline", tr("Deadline"), moment_words(deadline.at), "", late=False, done=False
    )
    return (*rows, last)


def hours_words(bid: Bid, today: date) -> str:
    """Return the hours needed against the hours there are in a sentence; '' if not known."""
    if bid.decision.choice == "do not bid":
        return ""
    work = work_of(bid, days_left(bid, today, working_calendar()))
    if work.needed is None:
        return ""
    needed = number_words(work.needed, 0)
    if work.available is None:
        return tr("About {needed} hours of work. How many do you have?", needed=needed)
    have = number_words(work.available, 0)
    if work.fit is Fit.SHORT:
        return tr("About {needed} hours of work; you have {have}.", needed=needed, have=have)
    if work.fit is Fit.TIGHT:
        return tr("About {needed} hours of work; you have {have}: tight.", needed=needed, have=have)
    return tr("About {needed} hours of work; you have {have}: enough.", needed=needed, have=have)


def _beginnings(bid: Bid) -> Iterator[Thing]:
    if not bid.opportunity.title and not bid.opportunity.buyer.name:
        yield Thing(
            tr("Say what you are applying for"),
            tr("Its title and who gives the money or the contract."),
            TITLE,
        )
    if not any(one.deadline for one in bid.rounds):
        yield Thing(
            tr("Enter the deadline"),
            tr("The plan and everything else is counted backwards from it."),
            ROUNDS,
        )


def _endings(bid: Bid) -> Iterator[Thing]:
    """Yield what is left to do after a no: the reason, those who wait, and what comes next."""
    if not bid.decision.reason.strip():
        yield Thing(
            tr("Write down why you do not bid"),
            tr("The same question comes again; then it is answered already."),
            REASON,
        )
    if bid.partners or bid.contacts:
        yield Thing(
            tr("Tell those who wait for you"),
            tr("Partners, and the buyer if they asked you: a clear no keeps the door open."),
            CONTACTS if bid.contacts else PARTNERS,
        )
    if bid.after.outcome == "":
        yield Thing(
            tr("Close it as not sent"),
            tr("Nothing was wasted: the details and answers stay for the next one."),
            OUTCOME,
        )


def _done(bid: Bid) -> Iterator[tuple[str, bool]]:
    purposes = still_agreed(bid)
    written = [one.status in WRITTEN for one in bid.answers]
    yield "questions", False
    yield "draft", bool(written) and all(written)
    yield "price", "price" in purposes
    yield "review", bool(bid.panel_marks)
    yield "check", "content" in purposes
    yield "upload", any(one.sent_at is not None for one in bid.rounds)


def _state(day: date, today: date, *, done: bool, squeezed: bool) -> str:
    if done:
        return tr("done")
    left = (day - today).days
    if left < 0:
        return tr("day has passed")
    if left == 0:
        return tr("today")
    if left == 1:
        return tr("tomorrow")
    words = tr("in {days} days", days=left)
    return tr("{when}, squeezed", when=words) if squeezed else words
