"""From one question to the form of its reply: a pure function, as for any other form."""

from __future__ import annotations

from bidkit.domain import questionnaire
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import COLUMNS, Question, Response, ResponseRow
from bidkit.domain.refs import Ref, ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Day,
    Field,
    FileChoice,
    Form,
    Line,
    Listing,
    Money,
    Number,
    Paragraph,
    Percent,
    Several,
    Text,
    YesNo,
)
from bidkit.words import later

HELD: tuple[tuple[str, Text], ...] = (
    ("now", later("Yes, now")),
    ("by award", later("By the award")),
    ("no", later("No")),
)
CELLS: dict[str, Ref[ResponseRow, str]] = {name: Ref(ResponseRow, (name,)) for name in COLUMNS}
EXPIRES: Field[Response] = Day(
    ref(Response, lambda r: r.evidence_expires_on), later("It runs out on")
)
EXPLANATION: Field[Response] = Paragraph(
    ref(Response, lambda r: r.explanation), later("Explanation, if needed")
)
HAPPENED: Form[Response] = Form(
    later("What happened"),
    (
        Line(ref(Response, lambda r: r.who), later("Whom does it concern?")),
        Paragraph(ref(Response, lambda r: r.explanation), later("What happened, and why")),
        YesNo(ref(Response, lambda r: r.in_uk), later("Was it in the United Kingdom?")),
        Line(
            ref(Response, lambda r: r.contact_email),
            later("E-mail address for the buyer’s questions"),
            width="half",
        ),
        FileChoice(ref(Response, lambda r: r.attachment), later("The authority’s decision")),
        YesNo(ref(Response, lambda r: r.published), later("Did the authority publish it?")),
        Line(
            ref(Response, lambda r: r.published_at),
            later("Where it can be read"),
            shown_when=lambda r: r.published == "yes",
        ),
    ),
    purpose=later("One ground at a time. Say it as plainly as it was."),
)
CLEANING: Form[Response] = Form(
    later("What was put right"),
    (
        Paragraph(
            ref(Response, lambda r: r.self_cleaning_serious),
            later("How it was taken seriously"),
            help=later("What was paid or put right"),
        ),
        Paragraph(
            ref(Response, lambda r: r.self_cleaning_changed),
            later("What was changed so that it does not happen again"),
        ),
        Paragraph(
            ref(Response, lambda r: r.self_cleaning_monitored),
            later("How it is watched since"),
        ),
        YesNo(ref(Response, lambda r: r.ended), later("Has it ended?"), width="half"),
        Day(ref(Response, lambda r: r.ended_on), later("When"), width="half"),
        YesNo(ref(Response, lambda r: r.likely_again), later("Could it happen again?")),
    ),
    purpose=later("A buyer must weigh what you did about it."),
)


def reply_field(question: Question) -> Field[Response] | None:
    """Return the field a reply of this kind is given in; None for a table."""
    words = later("Our reply")
    match question.kind:
        case "yes_no":
            return YesNo(ref(Response, lambda r: r.yes_no), words)
        case "held":
            return Choice(Ref(Response, ("held",)), words, HELD)
        case "choice":
            options = tuple((one, one) for one in question.options)
            return Choice(ref(Response, lambda r: r.choice), words, options)
        case "several":
            listed = tuple((one, one) for one in question.options)
            return Several(ref(Response, lambda r: r.several), words, listed)
        case "number" | "year":
            return Number(ref(Response, lambda r: r.number), words)
        case "percent":
            return Percent(ref(Response, lambda r: r.number), words)
        case "money":
            return Money(ref(Response, lambda r: r.money), words)
        case "date":
            return Day(ref(Response, lambda r: r.date), words)
        case "file":
            return FileChoice(ref(Response, lambda r: r.attachment), words)
        case "text" | "email" | "url" | "code":
            return Line(ref(Response, lambda r: r.text), words)
        case "address":
            return Paragraph(ref(Response, lambda r: r.text), words)
        case _:
            return None


def reply_form(question: Question) -> Form[Response]:
    """Return the form in which one question is replied to."""
    fields: list[Field[Response]] = []
    if question.kind == "declaration":
        fields += [
            Line(ref(Response, lambda r: r.signed_by), later("Signed by")),
            Line(ref(Response, lambda r: r.signed_role), later("Their role")),
            Day(ref(Response, lambda r: r.signed_on), later("On")),
        ]
    field = reply_field(question)
    if field is not None:
        fields.append(field)
    if question.kind == "file":
        fields.append(Line(ref(Response, lambda r: r.file_note), later("Name of the file")))
        fields.append(EXPIRES)
    elif wants_evidence(question):
        fields.append(FileChoice(ref(Response, lambda r: r.attachment), later("The evidence")))
        fields.append(EXPIRES)
    if question.kind not in ("text", "declaration", "address") and not wants_cleaning(question):
        fields.append(EXPLANATION)
    return Form(later("Our reply"), tuple(fields))


def subject_form(title: Text, purpose: Text) -> Form[Response]:
    """Return the form in which a declaration is made for one group of people."""
    said = YesNo(ref(Response, lambda r: r.yes_no), later("Does it apply?"), width="full")
    return Form(title, (said,), purpose=purpose)


def wants_evidence(question: Question) -> bool:
    """Tell whether a file goes with a reply that is itself none."""
    return question.kind in ("yes_no", "held", "date", "code") and bool(question.evidence_asked)


def wants_cleaning(question: Question) -> bool:
    """Tell whether a yes to this question asks for what was done about it."""
    failing = [rule for rule in question.rules if rule.effect in ("fail", "flag")]
    return question.kind == "yes_no" and any(
        rule.when == "is" and rule.value == "yes" for rule in failing
    )


def cell_field(name: str, column: questionnaire.Column) -> Field[ResponseRow]:
    """Return the field of one cell: a choice where the column offers one, else a line."""
    match column.kind:
        case "yes_no":
            options: tuple[tuple[str, Text], ...] = (("Yes", later("Yes")), ("No", later("No")))
            return Choice(CELLS[name], column.title, options)
        case "choice" if column.options:
            return Choice(CELLS[name], column.title, tuple((one, one) for one in column.options))
        case "date":
            return Line(CELLS[name], column.title, placeholder=later("such as 4 Dec 2026"))
        case _:
            return Line(CELLS[name], column.title)


def reply_table(question: Question, response: str) -> Listing[ResponseRow]:
    """Return the table in which a question with columns is replied to."""
    names = COLUMNS[: len(question.columns)]
    pairs = tuple(zip(names, question.columns, strict=False))
    fields = tuple(cell_field(name, column) for name, column in pairs)
    cards = tuple(
        Form(later("This row") if at == 0 else later("More of it"), fields[at : at + 7])
        for at in range(0, len(fields), 7)
    )
    return Listing(
        ref(Bid, lambda b: b.response_rows),
        later("Our reply"),
        tuple(Column(column.title, CELLS[name], stretch=True) for name, column in pairs),
        cards,
        new=lambda: ResponseRow(id=new_id(), parent=response),
        add=later("Add a row"),
        empty=later("Nothing listed yet."),
        called=lambda row: row.first,
    )
