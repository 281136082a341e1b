"""What is only for us: decision, scoring and compliance, notes, appendices."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words, money_words, number_words, percent_words
from bidkit.export import tree
from bidkit.export.compose.asked import answer_for
from bidkit.export.compose.charts import next_mark_chart
from bidkit.export.compose.options import Options
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import labelled
from bidkit.export.matrix import STATES
from bidkit.figures.readings.compliance import compliance
from bidkit.figures.readings.marks import marks_of
from bidkit.words import tr


def decision(bid: Bid, _options: Options) -> tree.Blocks:
    """Return whether we bid and why, with the gates."""
    made = bid.decision
    pairs = (
        (tr("Decision"), made.choice),
        (tr("Decided on"), day_words(made.decided_on)),
        (tr("By"), made.decided_by),
        (tr("Value"), money_words(bid.opportunity.value)),
    )
    facts = tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value)
    rows = tuple(
        tree.row(gate.question, gate.answer or tr("not answered"), gate.reason, heading=True)
        for gate in bid.gates
    )
    blocks = (
        *((tree.KeyFacts(facts),) if made.choice else ()),
        *labelled(tr("Why"), made.reason),
        *table((tr("Gate"), tr("Answer"), tr("Reason")), rows, (46, 14, 40)),
    )
    return (tree.Section(tr("Should we bid?"), blocks, key="decision"),) if blocks else ()


def scoring(bid: Bid, _options: Options) -> tree.Blocks:
    """Return the scoring and compliance table: weight, our mark, points, and what answers it."""
    if not bid.criteria:
        return ()
    reading = marks_of(bid)
    numbers = {question.id: question.number for question in bid.questions}
    rows = tuple(
        tree.row(
            " ".join(piece for piece in (one.number, one.title) if piece),
            percent_words(one.weight),
            number_words(one.own_mark),
            number_words(reading.earned.get(one.id), 1),
            ", ".join(numbers[each] for each in one.questions if numbers.get(each)),
            _state(bid, one.questions),
            heading=True,
        )
        for one in bid.criteria
    )
    titles = (
        tr("Criterion"),
        tr("Weight"),
        tr("Our mark"),
        tr("Points"),
        tr("Questions"),
        tr("Answer"),
    )
    blocks = (*table(titles, rows, (36, 11, 12, 11, 14, 16)), *next_mark_chart(bid))
    return (tree.Section(tr("Scoring and compliance"), blocks, key="scoring"),)


def _state(bid: Bid, questions: tuple[str, ...]) -> str:
    mine = [one for one in bid.questions if one.id in questions]
    states = [answer.status for one in mine if (answer := answer_for(bid, one, "")) is not None]
    return ", ".join(state for state in states if state)


def requirements(bid: Bid) -> tree.Blocks:
    """Return the compliance matrix: each requirement, where it stands, and our reply."""
    rows = tuple(
        tree.row(
            one.words,
            ", ".join(
                piece
                for piece in (one.document, tr("page {page}", page=one.page) if one.page else "")
                if piece
            ),
            one.reply,
            ", ".join(one.answered_in),
            str(STATES[one.state]),
            heading=True,
        )
        for one in compliance(bid).lines
    )
    titles = (tr("Requirement"), tr("Where"), tr("Our reply"), tr("Answered in"), tr("State"))
    blocks = table(titles, rows, (36, 17, 24, 11, 12))
    return (tree.Section(tr("Compliance matrix"), blocks, key="requirements"),) if blocks else ()


def notes(bid: Bid) -> tree.Blocks:
    """Return the open comments and the questions asked of the buyer."""
    comments = tuple(
        tree.row(one.author, one.quotation, one.text, one.status, heading=True)
        for one in bid.comments
        if one.status != "done"
    )
    asked = tuple(
        tree.row(one.question, one.answer, one.status, heading=True) for one in bid.clarifications
    )
    titles = (tr("Who"), tr("About"), tr("Comment"), tr("State"))
    blocks = (
        *table(titles, comments, (16, 28, 42, 14)),
        *table((tr("Question to the buyer"), tr("Answer"), tr("State")), asked, (44, 42, 14)),
    )
    return (tree.Section(tr("Comments and questions"), blocks, key="notes"),) if blocks else ()


def appendices(bid: Bid) -> tree.Blocks:
    """Return the list of the documents that go with the bid."""
    items = tuple(
        tree.Appendix(str(at), one.appendix_title or one.name, one.name)
        for at, one in enumerate((a for a in bid.attachments if a.appendix == "yes"), 1)
    )
    if not items:
        return ()
    return (tree.Section(tr("Appendices"), (tree.AppendixList(items),), key="appendices"),)
