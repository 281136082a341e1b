"""The questions of a bid become a pack that can be checked, changed and read in again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.questionnaire import Question
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.packs.load import read_pack
from bidkit.packs.schema import Pack
from bidkit.packs.writing import named, pack_text
from tests.rules.making import made
from tests.strategies import bids

PACKS = shipped()
TODAY = date(2026, 11, 27)
KEPT = (
    "number text title kind marking options columns rules show_if required limit knock_out "
    "prefill_from scope help evidence_asked"
).split()


def read(bid: Bid) -> Pack:
    """Write a bid's questions and read them as a pack without any fault."""
    pack, findings = read_pack(pack_text(bid, "Our funder", TODAY), "p.toml")
    assert findings == ()
    assert pack is not None
    return pack


def kept(question: Question) -> dict[str, Any]:
    """Return what a pack keeps of a question."""
    return {name: getattr(question, name) for name in KEPT}


@pytest.mark.requirement(175)
@pytest.mark.parametrize("identity", [pack.id for pack in PACKS.question_packs])
def test_every_shipped_questionnaire_goes_out_and_comes_in(identity: str) -> None:
    before = apply_pack(EMPTY, PACKS.pack(identity), "b")
    after = apply_pack(EMPTY, read(before), "c")
    assert [kept(one) for one in after.questions] == [kept(one) for one in before.questions]
    assert [(s.title, s.stage, s.applies) for s in after.sections] == [
        (s.title, s.stage, s.applies) for s in before.sections
    ]
    assert [one.text for one in after.parts] == [one.text for one in before.parts]
    assert after.responses == ()


def test_two_questions_of_one_number_keep_apart() -> None:
    bid = apply_pack(EMPTY, PACKS.pack("small-grant"), "b")
    twins = tuple(one.model_copy(update={"number": "1", "pack_item": ""}) for one in bid.questions)
    assert len({one.id for one in read(bid.model_copy(update={"questions": twins})).questions}) == 6


@pytest.mark.parametrize(
    ("title", "name"),
    [("Our Funder’s 2026 form", "our-funder-s-2026-form"), ("Grŵp", "gr-p"), ("…", "")],
)
def test_a_title_gives_a_name(title: str, name: str) -> None:
    assert named(title) == name


@given(bids())
def test_any_bid_gives_text_that_is_toml(bid: Bid) -> None:
    pack, findings = read_pack(pack_text(bid, "x", TODAY), "p.toml")
    assert pack is not None or not any("written as TOML" in one.what for one in findings)


def test_awkward_words_are_kept() -> None:
    text = 'Pa "fath" o gŵyn?\nA \\ and\ttabs'
    section = apply_pack(EMPTY, PACKS.pack("small-grant"), "b").sections[0]
    bid = made(section, Question(id="q", parent=section.id, number="1", text=text, kind="text"))
    assert read(bid).questions[0].text == text
