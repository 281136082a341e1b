"""The heads of terms say what is agreed; no sum leaves before confidentiality is dated."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.export.compose.heads_of_terms import held_back
from bidkit.session.examples import load_example
from bidkit.session.joining import heads_of_terms_pdf

TODAY = date(2026, 11, 21)
HARBOUR = load_example("harbour", TODAY)


def words_of(bid: Bid) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(heads_of_terms_pdf(bid, TODAY)))
    try:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        return " ".join(" ".join(pages).split())
    finally:
        document.close()


def with_partner(at: int, **fields: Any) -> Bid:
    changed = list(HARBOUR.partners)
    changed[at] = changed[at].model_copy(update=fields)
    return HARBOUR.model_copy(update={"partners": tuple(changed)})


@pytest.mark.requirement(54, 71, 73, 74)
def test_they_hold_who_does_what_and_what_is_settled() -> None:
    words = words_of(HARBOUR)
    for said in (
        "Northern Villages Link",
        "Runs the village round",
        "Opt-out and exit, with notice",
        "Data sharing and who is controller",
        "Passed on from the main contract",
        "Not binding until the agreement is signed",
        "Signature",
    ):
        assert said in words
    assert "£101,495.63" in words


@pytest.mark.parametrize(
    "fields",
    [
        {"confidentiality_on": None},
        {"confidentiality_on": TODAY + timedelta(days=1)},
        {"in_rival_bid": "yes"},
    ],
)
def test_no_price_before_confidentiality_is_dated_nor_to_a_rival(fields: dict[str, Any]) -> None:
    bid = with_partner(2, **fields)
    words = words_of(bid)
    assert [one.name for one in held_back(bid, TODAY)] == ["Carers Together Northshire"]
    assert "£" not in words
    assert "Sums are left out" in words


def test_they_say_at_the_foot_that_they_stay_between_the_partners() -> None:
    words = words_of(HARBOUR)
    assert "Between the partners: not to be handed in" in words
    assert "For our own use" not in words


def test_nothing_private_stands_in_them() -> None:
    words = words_of(with_partner(1, overlap="XOVERLAPX", due_diligence_note="XDILIGENCEX"))
    assert "XOVERLAPX" not in words
    assert "XDILIGENCEX" not in words
    assert "99,400" not in words


def test_an_empty_bid_gives_a_page_all_the_same() -> None:
    assert "Heads of terms" in words_of(EMPTY)
