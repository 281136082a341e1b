"""The lists behind the questions: sections and questions that may be changed."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question, Section
from bidkit.domain.refs import Ref, ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    ColumnTitles,
    Count,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    OptionLines,
    Paragraph,
    RuleLines,
    Text,
    Tick,
    YesNo,
)
from bidkit.words import later

KINDS: tuple[tuple[str, Text], ...] = (
    ("prose", later("Written answer")),
    ("text", later("One line")),
    ("yes_no", later("Yes or no")),
    ("choice", later("One of several")),
    ("several", later("Several of a list")),
    ("number", later("Number")),
    ("money", later("Money")),
    ("percent", later("Percentage")),
    ("date", later("Date")),
    ("year", later("Year")),
    ("email", later("E-mail address")),
    ("url", later("Web address")),
    ("address", later("Postal address")),
    ("held", later("Now, by the award, or no")),
    ("table", later("Table")),
    ("file", later("File")),
    ("declaration", later("Signed declaration")),
    ("code", later("Code")),
    ("information", later("Nothing: it only informs")),
)
UNITS: tuple[tuple[str, Text], ...] = (
    ("words", later("words")),
    ("characters", later("characters")),
    ("characters without spaces", later("characters without spaces")),
    ("pages", later("pages")),
)
SECTIONS: Listing[Section] = Listing(
    ref(Bid, lambda b: b.sections),
    later("Sections"),
    (
        Column(later("No."), ref(Section, lambda s: s.number)),
        Column(later("Title"), ref(Section, lambda s: s.title), stretch=True),
        Column(later("Belongs to"), ref(Section, lambda s: s.stage)),
    ),
    (
        Form(
            later("This section"),
            (
                Line(ref(Section, lambda s: s.number), later("Number"), width="short"),
                Line(ref(Section, lambda s: s.title), later("Title")),
                Choice(
                    Ref(Section, ("stage",)),
                    later("Belongs to"),
                    (
                        ("qualification", later("Pre-qualification")),
                        ("tender", later("The tender")),
                        ("grant", later("The application")),
                    ),
                ),
                YesNo(ref(Section, lambda s: s.applies), later("Does it apply to us?")),
            ),
        ),
    ),
    new=lambda: Section(id=new_id(), stage="qualification"),
    add=later("Add a section"),
    called=lambda s: s.title,
    everywhere=True,
    deeper=True,
)
QUESTIONS: Listing[Question] = Listing(
    ref(Bid, lambda b: b.questions),
    later("Change the questions"),
    (
        Column(later("No."), ref(Question, lambda q: q.number)),
        Column(later("Question"), ref(Question, lambda q: q.text), stretch=True),
        Column(later("Kind"), ref(Question, lambda q: q.kind)),
    ),
    (
        Form(
            later("This question"),
            (
                Line(ref(Question, lambda q: q.number), later("Number"), width="short"),
                Line(ref(Question, lambda q: q.title), later("Short name")),
                Paragraph(ref(Question, lambda q: q.text), later("The buyer’s words")),
                LinkChoice(
                    ref(Question, lambda q: q.parent),
                    later("Section"),
                    to=ref(Bid, lambda b: b.sections),
                    called=lambda s: s.title,
                ),
                Choice(Ref(Question, ("kind",)), later("Kind of reply"), KINDS),
                Choice(
                    ref(Question, lambda q: q.marking),
                    later("How it is marked"),
                    (
                        ("scored", later("Scored")),
                        ("pass or fail", later("Pass or fail")),
                        ("information", later("For information")),
                    ),
                ),
                YesNo(ref(Question, lambda q: q.required), later("Must it be answered?")),
            ),
        ),
        Form(
            later("What counts"),
            (
                RuleLines(
                    ref(Question, lambda q: q.rules),
                    later("Rules"),
                    help=later("When does a reply fail or need an explanation?"),
                ),
                Tick(ref(Question, lambda q: q.knock_out), later("Failing it puts the bid out")),
                OptionLines(
                    ref(Question, lambda q: q.options),
                    later("To choose from"),
                    help=later("One a line"),
                    shown_when=lambda q: q.kind in ("choice", "several"),
                ),
                ColumnTitles(
                    ref(Question, lambda q: q.columns),
                    later("Columns of the table"),
                    help=later("Up to eight, with commas between"),
                    shown_when=lambda q: q.kind == "table",
                ),
                Tick(
                    ref(Question, lambda q: q.confirmed), later("Compared with the buyer’s papers")
                ),
                Count(ref(Question, lambda q: q.limit.most), later("At most"), width="half"),
                Choice(Ref(Question, ("limit", "unit")), later("Counted in"), UNITS),
            ),
        ),
        Form(
            later("More about it"),
            (
                Line(
                    ref(Question, lambda q: q.show_if),
                    later("Only asked if"),
                    help=later("Another question’s number and its reply, such as: 3 = consortium"),
                ),
                Choice(
                    Ref(Question, ("scope",)),
                    later("For whom it is answered"),
                    (
                        ("all", later("Us and everybody connected")),
                        ("member", later("Every member")),
                        ("subcontractor", later("Subcontractors")),
                        ("lead", later("The lead alone")),
                    ),
                    none=later("Us alone"),
                ),
                Paragraph(ref(Question, lambda q: q.evidence_asked), later("Evidence asked for")),
                Paragraph(ref(Question, lambda q: q.help), later("Our note on it")),
                Tick(ref(Question, lambda q: q.unclear), later("We are unsure what is asked")),
                YesNo(
                    ref(Question, lambda q: q.attachments_allowed), later("May files go with it?")
                ),
                YesNo(ref(Question, lambda q: q.no_price), later("Is a price forbidden in it?")),
            ),
        ),
        Form(
            later("Where the bid has lots"),
            (
                LinkSet(
                    ref(Question, lambda q: q.lots),
                    later("Asked for the lots"),
                    to=ref(Bid, lambda b: b.lots),
                    called=lambda lot: " ".join(p for p in (lot.number, lot.title) if p),
                    help=later("None chosen: all of them."),
                ),
            ),
        ),
    ),
    new=lambda: Question(id=new_id(), kind="yes_no", marking="pass or fail"),
    add=later("Add a question"),
    called=lambda q: q.number or q.title,
    everywhere=True,
    deeper=True,
)
