"""Opening a page may not change the bid: prose goes into a document and comes out the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from PySide6.QtGui import QFont, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from bidkit.domain.prose import Prose, read_prose
from bidkit.ui.prose.document.collecting import from_document
from bidkit.ui.prose.document.look import Look
from bidkit.ui.prose.document.showing import to_document
from tests.domain.prose.strategies import canonical_proses

pytestmark = pytest.mark.usefixtures("qapp")


def shown(prose: Prose) -> QTextDocument:
    document = QTextDocument()
    to_document(prose, document, Look(QApplication.palette(), QFont()))
    return document


@given(canonical_proses)
def test_prose_comes_out_as_it_went_in(prose: Prose) -> None:
    assert from_document(shown(prose)) == prose


@given(canonical_proses, canonical_proses)
def test_a_document_can_be_filled_again(first: Prose, second: Prose) -> None:
    document = shown(first)
    to_document(second, document, Look(QPalette(), QFont()))
    assert from_document(document) == second


@pytest.mark.parametrize(
    "text",
    [
        "",
        "| a |\n| --- |\n\n| b |\n| :-: |",
        "- | a |\n  | --- |\n- x\n\n  > q\n  >\n  > - y",
        "- - - x\n- 5. y\n  6. z",
        "> - a\n>\n>   b\n>\n> c",
        "```\ncode  \n\n  more\n```\n\n***\n\n![v](video:1)",
        "![alt](attachment:1)\n\n![chart](chart:c)\n\n- ![table](table:t)",
        "[evidence](evidence:a)[evidence](evidence:a)😀[evidence](evidence:b)",
        '# <span lang="cy">Croeso</span> **i** bawb',
        "a\\\n\\\nb",
    ],
)
def test_awkward_shapes_come_out_as_they_went_in(text: str) -> None:
    prose = read_prose(text)
    assert from_document(shown(prose)) == prose
