"""The next bid begun in time: a day to start and the tasks before it, from the contract's end."""

from __future__ import annotations

from datetime import date, timedelta

from bidkit.domain.base import derived_id, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.review import Task
from bidkit.rules.moments import months_before
from bidkit.session.document import Document, sorted_entries
from bidkit.words import Words, later, tr

FORTNIGHT = timedelta(days=14)
LEAD_MONTHS = 12
STEPS: tuple[tuple[str, int, Words], ...] = (
    ("ask", 18, later("Ask the buyer what comes after this contract, before any notice is out")),
    ("start", LEAD_MONTHS, later("Start the next bid: hours, people, partners")),
    ("evidence", 9, later("Gather this contract’s results and testimonials for the next bid")),
    ("watch", 6, later("Look for the notice every week, and note your interest")),
)
REBID = ref(Bid, lambda b: b.after.rebid_on)
MEETING = ref(Bid, lambda b: b.after.working_group_meets_on)
TASKS = ref(Bid, lambda b: b.tasks)


def ends_on(bid: Bid) -> date | None:
    """Return the day the contract ends, extensions left out; None where it is not known."""
    period = bid.opportunity.period
    return period.ends_on or period.latest_end_on


def rebid_day(bid: Bid) -> date | None:
    """Return the day to start the next bid: twelve months before this contract ends."""
    end = ends_on(bid)
    return months_before(end, LEAD_MONTHS) if end is not None else None


def next_bid_tasks(bid: Bid, today: date) -> tuple[Task, ...]:
    """Return the tasks that lead to the next bid; none is due before today."""
    end = ends_on(bid)
    if end is None:
        return ()
    first = Task(
        id=derived_id("next-bid", "group"),
        title=tr("Name who prepares the next bid, and when they first meet"),
        due_on=today + FORTNIGHT,
    )
    return (
        first,
        *(
            Task(
                id=derived_id("next-bid", key),
                title=str(words),
                due_on=max(months_before(end, months), today),
            )
            for key, months, words in STEPS
        ),
    )


def start_next_bid(document: Document, today: date) -> int:
    """Put tasks, first meeting and the day to start into the bid as one step; return how many."""
    bid = document.bid
    day = rebid_day(bid)
    known = {one.id for one in bid.tasks}
    last = max((one.order for one in bid.tasks), default="")
    made = []
    for task in next_bid_tasks(bid, today):
        if task.id not in known:
            last = key_after(last)
            made.append(task.model_copy(update={"order": last}))

    def change(now: Bid) -> Bid:
        now = TASKS.set(now, sorted_entries((*now.tasks, *made)))
        if MEETING.get(now) is None and day is not None:
            now = MEETING.set(now, today + FORTNIGHT)
        return REBID.set(now, day) if REBID.get(now) is None else now

    if made or REBID.get(bid) is None:
        document.edit(tr("Start the next bid"), change, place=REBID)
    return len(made)
