"""What the buyer asked and what we reply, in the buyer's order and numbering."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.answers import Answer
from bidkit.domain.base import Entity, Reader
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import COLUMNS, Limit, Part, Question, Response, Section
from bidkit.domain.showing import day_words, money_words, number_words, percent_words
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import Writer, plain_blocks
from bidkit.figures.readings.marks import marks_of
from bidkit.words import later, tr

YES_NO = {"yes": "Yes", "no": "No", "": ""}
SPOKEN_FOR = {
    "connected": later("Connected persons"),
    "associated": later("Those we rely on"),
    "subcontractors": later("Subcontractors"),
}
HELD = {"now": "Yes, now", "by award": "By award", "no": "No", "": ""}


def for_lot(lots: tuple[str, ...], lot: str) -> bool:
    """Tell whether something with this scope belongs to a lot ('' = all lots are wanted)."""
    return not lots or not lot or lot in lots


def asked_sections(bid: Bid, options: Options, writer: Writer, *, tender: bool) -> tree.Blocks:
    """Return the sections of the tender (or of pre-qualification) with questions and replies."""
    stages = ("tender", "grant") if tender else ("qualification",)
    tops = [
        section
        for section in bid.sections
        if not section.parent and section.stage in stages and section.applies != "no"
    ]
    made = (_section(bid, section, options, writer) for section in tops)
    blocks = tuple(block for block in made if block.blocks)
    loose = tuple(q for q in bid.questions if not q.parent) if tender else ()
    if loose:
        questions = _questions(bid, loose, options, writer)
        blocks += (tree.Section(tr("Our answers"), questions, key="answers"),)
    return blocks


def _section(bid: Bid, section: Section, options: Options, writer: Writer) -> tree.Section:
    mine = tuple(
        question
        for question in bid.questions
        if question.parent == section.id and for_lot(question.lots, options.lot)
    )
    inner = tuple(
        _section(bid, child, options, writer)
        for child in bid.sections
        if child.parent == section.id and child.applies != "no"
    )
    blocks = _questions(bid, mine, options, writer) + tuple(one for one in inner if one.blocks)
    return tree.Section(section.title, blocks, section.number, key=f"section-{section.id}")


def _questions(
    bid: Bid, questions: tuple[Question, ...], options: Options, writer: Writer
) -> tree.Blocks:
    blocks: list[tree.Block] = []
    facts: list[tuple[Question, tree.Blocks]] = []
    for question in questions:
        if question.kind == "prose":
            blocks += _short_table(facts)
            facts = []
            blocks.append(_prose_question(bid, question, options, writer))
        elif question.kind == "table":
            blocks += _short_table(facts)
            facts = []
            blocks.append(_table_question(bid, question, options))
        elif question.kind != "information":
            facts.append((question, reply_blocks(bid, question, options)))
    return (*blocks, *_short_table(facts))


def _short_table(facts: list[tuple[Question, tree.Blocks]]) -> tree.Blocks:
    if not facts:
        return ()
    rows = tuple(
        tree.Row(
            (
                tree.cell(question.number),
                tree.cell(question.text or question.title, heading=True),
                tree.Cell(blocks or (tree.paragraph(tr("Not answered"), "small"),)),
            )
        )
        for question, blocks in facts
    )
    header = tree.row(tr("No."), tr("Question"), tr("Our reply"))
    columns = (tree.Column(0.09), tree.Column(0.46), tree.Column(0.45))
    return (tree.Table(columns, rows, (header,)),)


def _prose_question(
    bid: Bid, question: Question, options: Options, writer: Writer
) -> tree.Question:
    parts = [part for part in bid.parts if part.parent == question.id]
    blocks: list[tree.Block] = []
    for part in parts:
        title = " ".join(piece for piece in (part.number, part.text) if piece)
        blocks.append(tree.Heading(tree.text(title)))
        blocks += _answer(bid, part, options, writer)
    if not parts:
        blocks += _answer(bid, question, options, writer)
    return tree.Question(
        tree.text(question.text or question.title),
        tuple(blocks),
        question.number,
        limit=limit_words(question.limit),
        marks=_marks(bid, question) if options.reader is Reader.US else "",
        key=f"question-{question.id}",
        title=question.title,
    )


def _table_question(bid: Bid, question: Question, options: Options) -> tree.Question:
    return tree.Question(
        tree.text(question.text or question.title),
        reply_blocks(bid, question, options) or (_not_answered(),),
        question.number,
        key=f"question-{question.id}",
        title=question.title,
    )


def answer_for(bid: Bid, owner: Entity, lot: str) -> Answer | None:
    """Return the answer to a question or part: the lot's own variant, else the shared one."""
    answers = [answer for answer in bid.answers if answer.parent == owner.id]
    shared = next((answer for answer in answers if not answer.lot), None)
    return next((answer for answer in answers if lot and answer.lot == lot), shared)


def _answer(bid: Bid, owner: Question | Part, options: Options, writer: Writer) -> tree.Blocks:
    answer = answer_for(bid, owner, options.lot)
    if answer is None:
        return (_not_answered(),)
    undecided = options.undecided.get(f"answers[{answer.id}].text", "")
    if undecided:
        note = tree.Callout(
            plain_blocks(undecided), tr("Still to be decided between versions"), "undecided"
        )
        return (*writer.blocks(answer.text), note)
    return writer.blocks(answer.text) or (_not_answered(),)


def _not_answered() -> tree.Block:
    return tree.paragraph(tr("Not answered yet."), "small")


def limit_words(limit: Limit) -> str:
    """Return a limit as people say it: "Limit: 750 words"; '' where there is none."""
    if limit.most is None or not limit.unit:
        return ""
    return tr("Limit: {most} {unit}", most=number_words(limit.most), unit=limit.unit)


def _marks(bid: Bid, question: Question) -> str:
    marked = [one for one in bid.criteria if question.id in one.questions]
    if all(one.weight is None for one in marked):
        return ""
    worth = marks_of(bid).worth
    share = sum((worth.get(one.id, Decimal(0)) for one in marked), Decimal(0))
    return tr("{weight} of the marks", weight=percent_words(share))


def reply_blocks(bid: Bid, question: Question, options: Options) -> tree.Blocks:
    """Return our structured reply to one question: a word, a table, and any explanation."""
    blocks: list[tree.Block] = []
    for response in bid.responses:
        if response.parent != question.id or (response.lot and response.lot != options.lot):
            continue
        words = reply_words(bid, question, response)
        if response.subject and words:
            words = f"{SPOKEN_FOR.get(response.subject, response.subject)}: {words}"
        blocks += plain_blocks(words)
        blocks += _reply_table(bid, question, response)
        for text in told_besides(response):
            blocks += plain_blocks(text)
    return tuple(blocks)


def told_besides(response: Response) -> tuple[str, ...]:
    """Return what is told beside a reply, a line each: the reason, and what was put right."""
    in_uk = {"yes": tr("In the United Kingdom"), "no": tr("Outside the United Kingdom")}
    again = {"yes": tr("It could happen again"), "no": tr("It is not likely to happen again")}
    ended = {"yes": tr("It has ended"), "no": tr("It has not ended")}.get(response.ended, "")
    if ended and response.ended_on is not None:
        ended = f"{ended}: {day_words(response.ended_on, weekday=False)}"
    lines = (
        tr("Whom it concerns: {who}", who=response.who) if response.who else "",
        in_uk.get(response.in_uk, ""),
        response.explanation,
        response.self_cleaning_serious,
        response.self_cleaning_changed,
        response.self_cleaning_monitored,
        ended,
        again.get(response.likely_again, ""),
        tr("Published: {where}", where=response.published_at) if response.published_at else "",
        tr("Contact: {email}", email=response.contact_email) if response.contact_email else "",
    )
    return tuple(line for line in lines if line.strip())


def reply_words(bid: Bid, question: Question, response: Response) -> str:
    """Return a reply as one line of words, in the manner of its kind."""
    match question.kind:
        case "yes_no":
            return YES_NO[response.yes_no]
        case "held":
            return HELD[response.held]
        case "choice":
            return response.choice
        case "several":
            return ", ".join(response.several)
        case "number" | "year":
            places = 0 if question.kind == "year" else None
            words = number_words(response.number, places)
            return words.replace(",", "") if question.kind == "year" else words
        case "percent":
            return f"{number_words(response.number)}%" if response.number is not None else ""
        case "money":
            return money_words(response.money)
        case "date":
            return day_words(response.date, weekday=False)
        case "file":
            return _file_words(bid, response)
        case "declaration":
            return _signature(response)
        case _:
            return response.text


def _file_words(bid: Bid, response: Response) -> str:
    found = next((one for one in bid.attachments if one.id == response.attachment), None)
    named = tr("Attached: {name}", name=found.name) if found is not None else ""
    return "\n".join(piece for piece in (named, response.file_note) if piece)


def _signature(response: Response) -> str:
    if not response.signed_by:
        return ""
    return tr(
        "Signed by {name}, {role}, on {day}",
        name=response.signed_by,
        role=response.signed_role,
        day=day_words(response.signed_on, weekday=False),
    )


def _reply_table(bid: Bid, question: Question, response: Response) -> tree.Blocks:
    rows = [row for row in bid.response_rows if row.parent == response.id]
    if question.kind != "table" or not rows:
        return ()
    names = COLUMNS[: len(question.columns)]
    return (
        tree.Table(
            tuple(tree.Column() for _ in question.columns),
            tuple(tree.row(*(str(getattr(row, name)) for name in names)) for row in rows),
            (tree.row(*(column.title for column in question.columns)),),
        ),
    )
