"""The card of a question says which paragraph it comes from, and where nobody confirmed that."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.questionnaire import Question
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification.board import Board
from bidkit.ui.pages.qualification.head import lines_under, source_words
from tests.ui.conftest import Put

GROUNDS = "exclusion-grounds"


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("B6.08", "Source: Procurement Act 2023, Schedule 6, paragraphs 33 to 34."),
        ("B6.09", "Source: Procurement Act 2023, Schedule 6, paragraph 35; not confirmed."),
    ],
)
def test_a_ground_stands_with_its_paragraph_on_its_card(
    item: str, words: str, desk: Desk, put: Put
) -> None:
    desk.document.take_in(apply_pack(EMPTY, shipped().pack(GROUNDS)))
    board = Board(desk)
    person = put(board)
    at = next(n for n, one in enumerate(board.model.questions) if one.pack_item == item)
    board.table.selectRow(at)
    assert person.sees(words)


def test_a_question_of_the_buyer_or_of_a_pack_that_is_gone_has_no_source_line() -> None:
    own = Question(id="q", text="Why?", help="Say it.")
    assert source_words(own) == ""
    gone = own.model_copy(update={"pack": "somebody-elses", "pack_item": "B6.08"})
    assert source_words(gone) == ""
    unknown = own.model_copy(update={"pack": GROUNDS, "pack_item": "B6.99"})
    assert lines_under(unknown) == ["Say it."]
