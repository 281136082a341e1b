"""A reissued questionnaire is matched, carried over as one step, and nothing is lost."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.documents import TenderDocument
from bidkit.domain.questionnaire import Limit, Question, Section
from bidkit.domain.rounds import Round
from bidkit.importers.documents_text import DocumentText, TextPage
from bidkit.session.document import Document
from bidkit.session.files import create_bid
from bidkit.session.papers import add_document, newest_version
from bidkit.session.ports import Ports
from bidkit.session.reissue.changes import Source, carry_over
from bidkit.session.reissue.comparing import compare_documents, compare_words, marked
from bidkit.session.reissue.matching import match_questions
from bidkit.session.reissue.reading import (
    Reissue,
    gather,
    offers_of_reissue,
    read_reissue,
    take_reissue,
)
from bidkit.session.reissue.taking_out import TAKEN_OUT
from bidkit.session.session import Session

WORDS = some.lists(some.sampled_from("we you help people 500 400 home noon 4 11".split()))
LINES = some.lists(WORDS.map(" ".join), max_size=12)
TOPICS = "safeguarding staff training minibus falls volunteers carers price risk data".split()
QUESTIONS = some.lists(
    some.lists(some.sampled_from(TOPICS), min_size=1, max_size=8).map(" ".join), max_size=8
)


def paper(lines: list[str]) -> DocumentText:
    half = len(lines) // 2
    pages = (TextPage(1, "\n".join(lines[:half])), TextPage(2, "\n".join(lines[half:])))
    return DocumentText("text", pages)


@given(LINES, LINES)
@settings(max_examples=150, deadline=None)
def test_a_comparison_loses_no_word_of_either_version(older: list[str], newer: list[str]) -> None:
    pages = compare_documents(paper(older), paper(newer)).pages
    pieces = [piece for page in pages for piece in page.pieces]
    after = " ".join(piece.text for piece in pieces if piece.kind != "removed").split()
    before = " ".join(piece.text for piece in pieces if piece.kind != "added").split()
    assert after == " ".join(newer).split()
    assert before == " ".join(older).split()


def test_a_long_document_whose_lines_break_anew_shows_only_what_changed() -> None:
    said = [f"Sentence {n} says what number {n} asks of everybody who bids." for n in range(700)]
    words = " ".join(said).split()
    place = words.index("everybody", 7000)
    changed = [*words[:place], "nobody", *words[place + 1 :]]

    def broken(every: list[str], wide: int) -> DocumentText:
        lines = [" ".join(every[at : at + wide]) for at in range(0, len(every), wide)]
        return DocumentText("text", (TextPage(1, "\n".join(lines)),))

    found = compare_documents(broken(words, 13), broken(changed, 9))
    assert found.count("added") == found.count("removed") == 1


def test_what_came_and_went_is_named_in_words() -> None:
    pieces = compare_words("In 500 words, say how.", "In 400 words, say how.")
    assert marked(pieces) == "In [taken out: 500] [added: 400] words, say how."


def asked(texts: list[str], kind: str) -> list[Question]:
    return [Question(id=f"{kind}{n}", number=str(n + 1), text=text) for n, text in enumerate(texts)]


@given(QUESTIONS, QUESTIONS)
@settings(max_examples=150, deadline=None)
def test_every_question_is_matched_new_or_gone_exactly_once(
    before: list[str], after: list[str]
) -> None:
    ours, theirs = asked(before, "a"), asked(after, "b")
    matched = match_questions(ours, theirs)
    kept = [pair.ours.id for pair in matched.pairs]
    assert sorted([*kept, *(one.id for one in matched.gone)]) == sorted(one.id for one in ours)
    came = [pair.theirs.id for pair in matched.pairs]
    assert sorted([*came, *(one.id for one in matched.added)]) == sorted(one.id for one in theirs)


@given(QUESTIONS)
@settings(max_examples=50, deadline=None)
def test_the_same_questionnaire_matches_whole(texts: list[str]) -> None:
    matched = match_questions(asked(texts, "a"), asked(texts, "b"))
    assert not matched.gone
    assert not matched.added
    assert all(pair.alike == 1.0 for pair in matched.pairs)


def test_a_question_put_in_between_renumbers_and_does_not_mislead() -> None:
    ours = asked(["How do you keep people safe?", "What do your staff cost each year?"], "a")
    theirs = asked(
        [
            "How do you keep people safe?",
            "Which languages do your volunteers speak at home?",
            "What do your staff cost each year?",
        ],
        "b",
    )
    matched = match_questions(ours, theirs)
    assert [(p.ours.number, p.theirs.number) for p in matched.pairs] == [("1", "1"), ("2", "3")]
    assert [one.number for one in matched.added] == ["2"]


def questionnaire(folder: Path, name: str, lines: list[str]) -> Path:
    document = docx.Document()
    document.add_heading("Part A: Quality", 1)
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    path = folder / name
    path.write_bytes(made.getvalue())
    return path


DEADLINE = datetime(2026, 12, 4, 12, tzinfo=UTC)
FIRST = [
    "Tenders must arrive by 4 December 2026 at 12:00.",
    "1.1 Describe how you keep older people safe at home. (500 words)",
    "1.2 How do you train and support volunteers? (300 words)",
    "1.3 Explain how your drivers are vetted before they begin. (200 words)",
]
SECOND = [
    "Tenders must arrive by 11 December 2026 at 12:00.",
    "1.1 Describe how you keep older people safe at home and in hospital. (400 words)",
    "1.2 Which languages does your team speak with the people it visits? (150 words)",
    "1.3 How do you train and support volunteers? (300 words)",
]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return create_bid(tmp_path / "bid.bidkit", asked_bid(), Ports("Ann"))


def asked_bid() -> Bid:
    from bidkit.importers import questions_docx
    from bidkit.importers.base import take

    with_document = EMPTY.model_copy(
        update={
            "documents": (TenderDocument(id="form", title="Form", kind="questionnaire"),),
            "rounds": (Round(id="r", title="Tender", deadline=DEADLINE),),
        }
    )
    made = io.BytesIO()
    document = docx.Document()
    document.add_heading("Part A: Quality", 1)
    for line in FIRST:
        document.add_paragraph(line)
    document.save(made)
    bid = take(with_document, questions_docx.read(made.getvalue(), "Form", document="form"))
    answers = tuple(
        Answer(id=f"answer-{one.number}", parent=one.id, order=f"a{n}", text=f"Ours {one.number}")
        for n, one in enumerate(bid.questions)
    )
    criteria = (Criterion(id="c", title="Safe", questions=(bid.questions[0].id,)),)
    return bid.model_copy(update={"answers": answers, "criteria": criteria})


def reissued(session: Session, folder: Path) -> tuple[set[str], Reissue]:
    add_document(session, questionnaire(folder, "Form.docx", FIRST), "form")
    add_document(session, questionnaire(folder, "Form v2.docx", SECOND), "form")
    version = newest_version(session.document.bid, "form")
    assert version is not None
    reissue = read_reissue(gather(session, version))
    return {offer.label for offer in offers_of_reissue(reissue)}, reissue


def test_a_reissued_form_is_carried_over_as_one_step(session: Session, tmp_path: Path) -> None:
    labels, reissue = reissued(session, tmp_path)
    assert {
        "Question 1.1: the words",
        "Question 1.1: the limit",
        "Question 1.2: the number",
        "Question 1.2: new",
        "Question 1.3: taken out",
        "the deadline",
    } <= labels
    before = session.document.bid
    take_reissue(session, reissue, {one.key for one in reissue.changes})
    bid = session.document.bid
    assert bid.answers == before.answers
    by_id = {one.id: one for one in bid.questions}
    first, trained, vetted = (by_id[one.id] for one in before.questions)
    assert "hospital" in first.text
    assert first.limit.most == 400
    assert trained.number == "1.3"
    assert vetted.parent == TAKEN_OUT
    numbers = [one.number for one in bid.questions if one.parent != TAKEN_OUT]
    assert numbers == ["1.1", "1.2", "1.3"]
    moved = bid.rounds[0].deadline
    assert moved is not None
    assert moved.isoformat() == "2026-12-11T12:00:00+00:00"
    touched = {identity for one in bid.amendments for identity in one.touches}
    assert {first.id, trained.id, vetted.id} <= touched
    session.document.undo()
    assert session.document.bid == before


def test_an_unread_change_is_a_finding_on_its_answer(session: Session, tmp_path: Path) -> None:
    _, reissue = reissued(session, tmp_path)
    first = session.document.bid.questions[0]
    take_reissue(session, reissue, {f"{first.id}.limit"})
    rules = {(one.rule, one.place.identity) for one in session.check_now()}
    assert ("documents.question_changed", first.id) in rules
    amendment = session.document.bid.amendments[0]
    assert "500 words" in amendment.what_changed
    assert "400 words" in amendment.what_changed
    read = amendment.model_copy(update={"read_by_us": "yes"})
    session.document.edit("Read", lambda bid: bid.model_copy(update={"amendments": (read,)}))
    rules = {(one.rule, one.place.identity) for one in session.check_now()}
    assert ("documents.question_changed", first.id) not in rules


def test_taking_the_same_changes_twice_adds_nothing(session: Session, tmp_path: Path) -> None:
    _, reissue = reissued(session, tmp_path)
    every = {one.key for one in reissue.changes}
    once = carry_over(session.document.bid, reissue.changes, every, reissue.source)
    assert carry_over(once, reissue.changes, every, reissue.source) == once


def test_a_pack_of_today_is_compared_by_its_items() -> None:
    from bidkit.packs.catalogue import shipped
    from bidkit.packs.fit import apply_pack
    from bidkit.session.reissue.questions import changes_of_pack

    pack = next(one for one in shipped().packs if one.asks)
    bid = apply_pack(EMPTY, pack, "bid", fill=False)
    assert changes_of_pack(bid, pack) == ()
    older = bid.questions[0].model_copy(update={"text": "As it was", "limit": Limit(most=7)})
    document = Document(bid.model_copy(update={"questions": (older, *bid.questions[1:])}))
    changes = changes_of_pack(document.bid, pack)
    assert {one.touches for one in changes} == {older.id}
    source = Source(pack.title, "", pack.id, date(2026, 11, 21))
    taken = carry_over(document.bid, changes, {one.key for one in changes}, source)
    assert taken.questions[0].text == bid.questions[0].text


def test_a_section_is_made_for_new_questions_of_a_new_part() -> None:
    from bidkit.importers.base import Proposal, ProposedEntity
    from bidkit.session.reissue.questions import changes_of_questions

    section = Section(id="s", title="Part B")
    question = Question(id="q", parent="s", number="2.1", text="Anything else?")
    proposal = Proposal(
        "Form",
        entities=(
            ProposedEntity("sections", section, "Sections"),
            ProposedEntity("questions", question, "Questions"),
        ),
    )
    changes = changes_of_questions(EMPTY, proposal)
    source = Source("Form", "", "v", date(2026, 11, 21))
    bid = carry_over(EMPTY, changes, {one.key for one in changes}, source)
    assert [one.title for one in bid.sections] == ["Part B"]
    assert bid.questions[0].parent == bid.sections[0].id
