"""What is left open in review: comments, marks that differ, nobody from outside, late tasks."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import day_words, number_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.scoring.panel import panel_of
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.words import tr

SHORT = 80


def comment_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A comment nobody has dealt with."""
    for one in bid.comments:
        if one.status in ("", "open") and one.text.strip() and not one.reply_to:
            yield Remark(
                at(lambda b: b.comments, one),
                Level.HINT,
                tr("Open comment: {text}", text=_short(one.text)),
                tr("From {name}.", name=one.author) if one.author else "",
                tr("Change the text, or say why not, and close it."),
            )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"{plain[:SHORT]}…" if len(plain) > SHORT else plain


def nobody_read(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Answers that nobody but their writers has read."""
    written = any(one.text.strip() for one in bid.answers)
    outside = any(one.wrote_it == "no" for one in bid.panel_marks) or bool(bid.comments)
    if written and not outside:
        yield Remark(
            here(lambda b: b.panel_marks),
            Level.HINT,
            tr("Has somebody read it who did not write it?"),
            tr("The panel knows nothing but these words; a fresh reader sees what they see."),
            tr("Ask one person to mark it by the buyer's scale."),
        )


def marks_differ(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Marks of a mock panel that lie far apart."""
    for row in panel_of(bid).apart:
        if row.spread is None:
            continue
        yield Remark(
            at(lambda b: b.criteria, row.criterion),
            Level.SHOULD,
            tr("{criterion}: the marks lie far apart.", criterion=row.criterion.title),
            tr(
                "From {low} to {high}.",
                low=number_words(row.spread.lowest),
                high=number_words(row.spread.highest),
            ),
            tr("Talk it over and agree a mark; where readers differ, the text is unclear."),
        )


def task_late(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A task whose day has passed."""
    for one in bid.tasks:
        if not one.done and one.due_on is not None and one.due_on < facts.today:
            yield Remark(
                at(lambda b: b.tasks, one),
                Level.SHOULD,
                tr("Late: {task}", task=one.title),
                tr("It was due on {day}.", day=day_words(one.due_on)),
                tr("Do it, give it to somebody else, or move the day."),
            )


def answer_late(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """An answer that should be ready by now."""
    for one in bid.answers:
        open_still = one.status not in ("agreed", "signed off")
        if open_still and one.due_on is not None and one.due_on < facts.today:
            yield Remark(
                at(lambda b: b.answers, one, lambda a: a.due_on),
                Level.HINT,
                tr("This answer was due on {day}.", day=day_words(one.due_on)),
                tr("What waits for one answer waits for the whole bid."),
                tr("Finish it, or agree another day."),
            )


HERE = Stage.REVIEW
PANEL = "Evaluation of bids, From Policy to Practice, 2007"
RULES = (
    rule(marks_differ, HERE, "criteria scales panel_marks moderated_marks scoring lots", PANEL),
    rule(comment_open, HERE, "comments", PANEL),
    rule(nobody_read, HERE, "answers panel_marks comments", PANEL),
    rule(task_late, HERE, "tasks", "", "today"),
    rule(answer_late, HERE, "answers", "", "today"),
)
