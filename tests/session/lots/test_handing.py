"""The set of one lot: its own price and summary, no words or findings of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import LotCombination
from bidkit.errors import FileError, InputError
from bidkit.session.examples import load_example
from bidkit.session.exports import HandInSet, export_pdf
from bidkit.session.files import create_bid
from bidkit.session.lots.handing import export_sets
from bidkit.session.lots.sets import set_for, sharing_of
from bidkit.session.ports import Ports
from bidkit.session.session import Session
from tests.journeys.conftest import pdf_words

TODAY = date(2026, 11, 21)
LONG = " ".join(["word"] * 300)


def session_of(folder: Path, **changed: object) -> Session:
    """The example, changed, in a file."""
    folder.mkdir(exist_ok=True)
    bid = load_example("harbour", TODAY).model_copy(update=changed)
    return create_bid(folder / "bid.bidkit", bid, Ports("Ann"))


def words_for(session: Session, lot: str) -> str:
    """The words of the PDF for the buyer."""
    return pdf_words(export_pdf(session, wanted=HandInSet(lot)).data)


def test_a_set_has_the_price_of_its_lot_and_never_that_of_the_whole(tmp_path: Path) -> None:
    session = session_of(tmp_path)
    first = words_for(session, "hm-lot1")
    assert "£350,600" in first
    assert "£552,600" not in first
    assert "£202,000" not in first
    assert "1.8" in first
    assert "Llanŵyn" not in first
    whole = words_for(session, "")
    assert "£552,600" in whole
    without = session_of(tmp_path / "again", price_lines=())
    assert "£552,600" not in words_for(without, "hm-lot1")
    assert "£552,600" in words_for(without, "")


def test_the_summary_of_a_lot_stands_in_its_set_alone(tmp_path: Path) -> None:
    first, second = load_example("harbour", TODAY).lots
    own = first.model_copy(update={"short_description": "One open door by the water."})
    session = session_of(tmp_path, lots=(own, second))
    assert "One open door by the water." in words_for(session, "hm-lot1")
    common = "Any adult can come without referral"
    assert common not in words_for(session, "hm-lot1")
    assert common in words_for(session, "hm-lot2")
    assert "One open door" not in words_for(session, "hm-lot2")
    assert "One open door" not in words_for(session, "")


def test_prices_together_stand_only_in_the_set_for_all(tmp_path: Path) -> None:
    both = LotCombination(id="b", lots=("hm-lot1", "hm-lot2"), note="One manager.")
    session = session_of(tmp_path, lot_combinations=(both,))
    assert "Lots together" in words_for(session, "")
    assert "One manager." not in words_for(session, "hm-lot1")


def test_what_must_be_fixed_in_one_lot_does_not_mark_the_other(tmp_path: Path) -> None:
    bid = load_example("harbour", TODAY)
    long = tuple(
        one.model_copy(update={"text": LONG}) if one.id == "hm-a7" else one for one in bid.answers
    )
    session = session_of(tmp_path, answers=long)
    assert not export_pdf(session, wanted=HandInSet("hm-lot1")).draft_reasons
    assert export_pdf(session, wanted=HandInSet("hm-lot2")).draft_reasons
    assert export_pdf(session).draft_reasons


def test_a_name_of_another_lot_is_found_in_the_finished_document(tmp_path: Path) -> None:
    bid = load_example("harbour", TODAY)
    stray = Answer(id="stray", parent="hm-q5", lot="hm-lot1", text="As in **Tyddyn** each week.")
    made = export_pdf(
        session_of(tmp_path, answers=(*bid.answers, stray)), wanted=HandInSet("hm-lot1")
    )
    assert "“Tyddyn” (Lot 2)" in made.other_lots
    assert not any("Lot 1" in one for one in made.other_lots)


def test_sets_need_lots_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no lot"):
        export_sets(session_of(tmp_path, lots=()), tmp_path)
    session = session_of(tmp_path / "again")
    with pytest.raises(FileError, match="no folder"):
        export_sets(session, tmp_path / "nowhere")


def test_a_set_leaves_out_what_is_only_for_others() -> None:
    bid: Bid = load_example("harbour", TODAY)
    seen = set_for(bid, "hm-lot2")
    assert {one.lot for one in seen.price_lines} == {"hm-lot2"}
    assert "1.8" not in {one.number for one in seen.questions}
    varied = Answer(id="v", parent="hm-q1", lot="hm-lot2", text="Only here.")
    bid = bid.model_copy(update={"answers": (*bid.answers, varied)})
    assert sharing_of(bid, "hm-lot2").varied == ("1.1",)
    assert sharing_of(bid, "hm-lot1").alone == ("1.8",)
