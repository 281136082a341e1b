"""The lists of review: comments, marks of a mock panel, tasks."""

from __future__ import annotations

from bidkit.domain.answers import Answer
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.review import Comment, ModeratedMark, PanelMark, Task
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Day,
    Form,
    Line,
    Listing,
    Number,
    Paragraph,
    Tick,
    YesNo,
)
from bidkit.words import later


def about(bid: Bid, comment: Comment) -> str:
    """Return which question a comment is about."""
    answer: Answer | None = next((a for a in bid.answers if a.id == comment.parent), None)
    owner = answer.parent if answer is not None else comment.parent
    parent = next((p.parent for p in bid.parts if p.id == owner), owner)
    found = next((q for q in bid.questions if q.id == parent), None)
    return (found.number or found.title) if found is not None else ""


COMMENTS: Listing[Comment] = Listing(
    ref(Bid, lambda b: b.comments),
    later("Comments"),
    (
        Column(later("On"), told=about),
        Column(later("Comment"), ref(Comment, lambda c: c.text), stretch=True),
        Column(later("From"), ref(Comment, lambda c: c.author)),
        Column(later("State"), ref(Comment, lambda c: c.status)),
    ),
    (
        Form(
            later("This comment"),
            (
                Paragraph(ref(Comment, lambda c: c.text), later("Comment")),
                Paragraph(ref(Comment, lambda c: c.quotation), later("On these words")),
                Line(ref(Comment, lambda c: c.author), later("From")),
                Choice(
                    ref(Comment, lambda c: c.status),
                    later("State"),
                    (
                        ("open", later("Open")),
                        ("done", later("Done")),
                        ("declined", later("Not taken")),
                    ),
                ),
            ),
        ),
    ),
    new=lambda: Comment(id=new_id()),
    add=later("Add a comment"),
    empty=later(
        "Comments stand beside the words they are about. Add them while reading an answer."
    ),
    called=lambda c: c.text,
    everywhere=True,
)
MARKS: Listing[PanelMark] = Listing(
    ref(Bid, lambda b: b.panel_marks),
    later("Marks of the panel"),
    (
        Column(later("Reviewer"), ref(PanelMark, lambda m: m.reviewer), stretch=True),
        Column(later("Mark"), ref(PanelMark, lambda m: m.mark)),
        Column(later("Because"), ref(PanelMark, lambda m: m.reason), stretch=True),
    ),
    (
        Form(
            later("This mark"),
            (
                Line(ref(PanelMark, lambda m: m.reviewer), later("Reviewer")),
                Number(ref(PanelMark, lambda m: m.mark), later("Mark")),
                Paragraph(ref(PanelMark, lambda m: m.reason), later("Because")),
                YesNo(ref(PanelMark, lambda m: m.wrote_it), later("Did they help to write it?")),
                Day(ref(PanelMark, lambda m: m.on), later("On")),
            ),
        ),
    ),
    new=lambda: PanelMark(id=new_id()),
    add=later("Add a mark"),
    empty=later("Nobody has marked this criterion yet."),
    called=lambda m: m.reviewer,
)
AGREED: Form[ModeratedMark] = Form(
    later("The mark they agree on"),
    (
        Number(ref(ModeratedMark, lambda m: m.mark), later("Agreed mark")),
        Paragraph(ref(ModeratedMark, lambda m: m.reason), later("Because")),
    ),
)
TASKS: Listing[Task] = Listing(
    ref(Bid, lambda b: b.tasks),
    later("To do"),
    (
        Column(later("Task"), ref(Task, lambda t: t.title), stretch=True),
        Column(later("Who"), ref(Task, lambda t: t.owner)),
        Column(later("By"), ref(Task, lambda t: t.due_on)),
        Column(later("Done"), ref(Task, lambda t: t.done)),
    ),
    (
        Form(
            later("This task"),
            (
                Line(ref(Task, lambda t: t.title), later("Task")),
                Line(ref(Task, lambda t: t.owner), later("Who"), width="half"),
                Day(ref(Task, lambda t: t.due_on), later("By"), width="half"),
                Number(ref(Task, lambda t: t.hours), later("Hours")),
                Tick(ref(Task, lambda t: t.done), later("Done")),
            ),
        ),
    ),
    new=lambda: Task(id=new_id()),
    add=later("Add a task"),
    empty=later("Who does what by when goes here."),
    called=lambda t: t.title,
)
