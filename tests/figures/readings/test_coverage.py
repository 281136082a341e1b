"""Which sentences of an answer state something, and what each rests on."""

from __future__ import annotations

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Part, Question
from bidkit.figures.readings.coverage import (
    _statements_in,
    answer_name,
    coverage_of,
    statements_in,
    uses_of,
)

E1 = "[E1](evidence:e1)"
E2 = "[E2](evidence:e2)"


@pytest.mark.requirement(12)
@pytest.mark.requirement(17)
@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("We saw 412 people.", [("We saw 412 people.", ())]),
        (f"We saw 412 people {E1}.", [("We saw 412 people.", ("e1",))]),
        (f"We saw 412 people. {E1} Then more came.", [("We saw 412 people.", ("e1",))]),
        (
            f"71% got better {E1} {E2}. Also 3.5 in 10 stayed.",
            [("71% got better.", ("e1", "e2")), ("Also 3.5 in 10 stayed.", ())],
        ),
        (f"Carers slept again {E1}.", [("Carers slept again.", ("e1",))]),
        ("Carers slept again.", []),
        ("We opened on 1 April 2024 in Lot 2.", []),
        ("We will see 820 people by 2027.", []),
        ("By month 12: 1,000 people.", []),
        ("She said “I had 3 bad years” to us.", []),
        ("| What | How many |\n| --- | --- |\n| Places | 280 |", []),
        (f"- 96 met us {E1}\n- 70 were new", [("96 met us", ("e1",)), ("70 were new", ())]),
        ("Gwelsom 412 o bobl yn Llanŵyn.", [("Gwelsom 412 o bobl yn Llanŵyn.", ())]),
        ("", []),
    ],
)
def test_a_statement_has_a_figure_or_evidence(
    text: str, stated: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(one.words, one.evidence) for one in statements_in(text)] == stated


def test_answers_are_named_and_evidence_that_is_gone_proves_nothing() -> None:
    bid = Bid(
        questions=(Question(id="q", number="1.2"), Question(id="r", title="Staff")),
        parts=(Part(id="p", parent="q", number="a"),),
        lots=(Lot(id="l", number="2"),),
        evidence=(Evidence(id="e1", code="E1"),),
        answers=(
            Answer(id="a", parent="p", text=f"We saw 412 people {E1}. 71% got better {E2}."),
            Answer(id="b", parent="r", lot="l", text=f"Nobody left {E1}."),
            Answer(id="c", parent="q", text=" "),
        ),
    )
    covered = coverage_of(bid)
    assert [answer_name(bid, one) for one in covered] == ["1.2a", "Staff, lot 2"]
    assert [(one.proved, len(one.stated)) for one in covered] == [(1, 2), (1, 1)]
    assert [one.words for one in covered[0].bare] == ["71% got better."]
    assert {key: len(uses) for key, uses in uses_of(covered).items()} == {"e1": 2}


def test_after_an_edit_only_the_passage_it_touched_is_read_again() -> None:
    text = "\n\n".join(f"We helped {at} people.{' ' + E1 if at == 7 else ''}" for at in range(99))
    assert len(statements_in(text)) == 99
    known = _statements_in.cache_info().misses
    again = statements_in(text.replace("helped 50 people", "helped 50 young people"))
    assert _statements_in.cache_info().misses == known + 1
    assert again[50].words == "We helped 50 young people."
    assert again[7].evidence == ("e1",)
