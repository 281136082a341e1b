"""From recognised questions to a proposal: everything to be confirmed by somebody."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.base import derived_id
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Part, Question, Section, Stage
from bidkit.errors import InputError
from bidkit.importers.base import Proposal
from bidkit.importers.draft import Draft
from bidkit.importers.questionnaire.blocks import Block
from bidkit.importers.questionnaire.found import FoundQuestion, FoundSection
from bidkit.importers.questionnaire.recognise import recognise
from bidkit.words import tr


def propose_questions(
    blocks: Iterable[Block], title: str, *, stage: Stage = "tender", document: str = ""
) -> Proposal:
    """Return the sections, questions and weights found; InputError when there are none.

    document: the identity of the tender document they come from, kept with each question.
    """
    sections = recognise(blocks)
    if not sections:
        raise InputError(
            tr("No questions were found in “{title}”.", title=title),
            tr("Questions are known by their numbers, their question marks or their limits."),
            tr("Mark a question in the document and make it one by hand."),
        )
    return proposed(sections, title, stage=stage, document=document)


def proposed(
    sections: list[FoundSection], title: str, *, stage: Stage = "tender", document: str = ""
) -> Proposal:
    """Return the proposal made of sections that were found."""
    draft = Draft()
    for place, section in enumerate(sections, start=1):
        made = _section(section, place, title, stage)
        draft.entity("sections", made, tr("Sections"))
        for found in section.questions:
            _propose(found, made, document, draft)
    _cautions(sections, draft)
    return draft.finished(title, tr("Questionnaire"))


def _section(found: FoundSection, place: int, title: str, stage: Stage) -> Section:
    return Section(
        id=derived_id("questionnaire", title, str(place), found.title),
        stage=stage,
        number=found.number,
        title=found.title or title,
        guidance="\n".join(found.guidance)[:4000],
    )


def _propose(found: FoundQuestion, section: Section, document: str, draft: Draft) -> None:
    question = Question(
        id=derived_id("questionnaire", section.id, found.number, found.text),
        parent=section.id,
        number=found.number,
        text=found.whole,
        kind=found.kind,
        marking="scored" if found.weight is not None else "",
        limit=found.limit,
        columns=found.columns,
        confirmed=False,
        source_document=document,
    )
    note = tr("Recognised in the document; compare it with the original.")
    draft.entity("questions", question, tr("Questions"), found.number, note)
    for part in found.parts:
        made = Part(
            id=derived_id("questionnaire", question.id, "part", part.number),
            parent=question.id,
            number=part.number,
            text=part.whole,
            limit=part.limit,
        )
        draft.entity("parts", made, tr("Parts"), part.number, note)
    if found.weight is not None:
        criterion = Criterion(
            id=derived_id("questionnaire", question.id, "criterion"),
            number=found.number,
            title=found.text[:100],
            kind="quality",
            weight=found.weight,
            weight_as_published=found.weight_words,
            weight_confirmed=False,
            questions=(question.id,),
        )
        draft.entity("criteria", criterion, tr("Weights"), found.number, note)


def _cautions(sections: list[FoundSection], draft: Draft) -> None:
    questions = [question for section in sections for question in section.questions]
    without = sum(1 for one in questions if one.kind == "prose" and one.limit.most is None)
    if without:
        draft.caution(
            tr("{n} long questions have no limit that was recognised.", n=without),
            tr("Look whether the document states one for all."),
        )
    numbers = [question.number for question in questions if question.number]
    if len(set(numbers)) != len(numbers):
        draft.caution(tr("Some numbers stand more than once."), tr("Check their order."))
