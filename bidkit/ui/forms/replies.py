"""From one question to the form of its reply: a pure function, as for any other form."""

from __future__ import annotations

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
EXPLANATION: Field[Response] = Paragraph(
    ref(Response, lambda r: r.explanation), later("Explanation, if needed")
)
CLEANING: Form[Response] = Form(
    later("If it applies to you"),
    (
        Paragraph(
            ref(Response, lambda r: r.self_cleaning_serious),
            later("How it was taken seriously"),
            help=later("What was paid or put right"),
        ),
        Paragraph(ref(Response, lambda r: r.self_cleaning_changed), later("What was changed")),
        Paragraph(
            ref(Response, lambda r: r.self_cleaning_monitored),
            later("How it is watched since"),
        ),
        YesNo(ref(Response, lambda r: r.ended), later("Has it ended?"), width="half"),
        Day(ref(Response, lambda r: r.ended_on), later("When"), width="half"),
        YesNo(ref(Response, lambda r: r.likely_again), later("Could it happen again?")),
    ),
    purpose=later("A buyer must weigh what you did about it. Say it plainly."),
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
        case "address" | "prose":
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
        fields.append(Day(ref(Response, lambda r: r.evidence_expires_on), later("It runs out on")))
    if question.kind not in ("text", "prose", "declaration", "address"):
        fields.append(EXPLANATION)
    return Form(later("Our reply"), tuple(fields))


def wants_cleaning(question: Question) -> bool:
    """Tell whether a yes to this question asks for what was done about it."""
    failing = [rule for rule in question.rules if rule.effect in ("fail", "flag")]
    return question.kind == "yes_no" and any(
        rule.when == "is" and rule.value == "yes" for rule in failing
    )


def reply_table(question: Question, response: str) -> Listing[ResponseRow]:
    """Return the table in which a question with columns is replied to."""
    names = COLUMNS[: len(question.columns)]
    pairs = tuple(zip(names, question.columns, strict=False))
    fields = tuple(Line(CELLS[name], column.title) for name, column in pairs)
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
