"""A buyer's questions recognised in a document or a pasted text, to be confirmed one by one."""

from __future__ import annotations

from bidkit.domain.questionnaire import Stage
from bidkit.importers.base import Proposal
from bidkit.importers.questionnaire.blocks import Block, Grid, Line, lines_of
from bidkit.importers.questionnaire.proposing import propose_questions, proposed
from bidkit.importers.questionnaire.recognise import as_question

__all__ = ["Block", "Grid", "Line", "propose_questions", "questions_in", "single_question"]


def questions_in(text: str, title: str, *, stage: Stage = "tender", document: str = "") -> Proposal:
    """Return the questions of a text pasted from a PDF, an e-mail or a portal."""
    return propose_questions(lines_of(text), title, stage=stage, document=document)


def single_question(text: str, title: str, *, document: str = "") -> Proposal:
    """Return a text as one question, with the number, limit and weight that stand in it."""
    return proposed([as_question(text)], title, document=document)
