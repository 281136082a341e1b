"""A buyer's questions recognised in a document or a pasted text, to be confirmed one by one."""

from __future__ import annotations

from bidkit.domain.questionnaire import Stage
from bidkit.importers.base import Proposal
from bidkit.importers.questionnaire.blocks import Block, Grid, Line, lines_of
from bidkit.importers.questionnaire.proposing import propose_questions

__all__ = ["Block", "Grid", "Line", "propose_questions", "questions_in"]


def questions_in(text: str, title: str, *, stage: Stage = "tender", document: str = "") -> Proposal:
    """Return the questions of a text pasted from a PDF, an e-mail or a portal."""
    return propose_questions(lines_of(text), title, stage=stage, document=document)
