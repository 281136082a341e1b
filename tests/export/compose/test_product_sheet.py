"""Who we are and what we do, on one page, with nothing a buyer may not read."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.export.compose.options import Options
from bidkit.export.compose.product_sheet import product_sheet
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
HARBOUR = load_example("harbour", TODAY)


@pytest.mark.requirement(14)
def test_it_says_what_we_do_on_one_page() -> None:
    document = product_sheet(HARBOUR, Options(today=TODAY))
    printed = repr(document)
    for said in (HARBOUR.organisation.name, HARBOUR.track_record[0].customer):
        assert said in printed
    assert page_count(write_pdf(document)) == 1


def test_it_keeps_what_is_for_us() -> None:
    printed = repr(product_sheet(HARBOUR, Options(today=TODAY)))
    code = HARBOUR.organisation.share_code.code
    assert code
    assert code not in printed
    for person in HARBOUR.people:
        assert person.name not in printed


@pytest.mark.requirement(117)
@pytest.mark.parametrize(("consent", "printed"), [("yes", True), ("no", False), ("", False)])
def test_a_voice_is_heard_only_with_consent(consent: str, printed: bool) -> None:
    said = proof.Testimonial(
        id="t1", quotation="It kept me going.", attribution="A member", scope=("bids",)
    )
    bid: Bid = with_fields(EMPTY, {"testimonials": (said.model_copy(update={"consent": consent}),)})
    sheet = repr(product_sheet(bid, Options(today=TODAY)))
    assert ("It kept me going." in sheet) is printed


def test_an_empty_organisation_makes_a_page_all_the_same() -> None:
    assert write_pdf(product_sheet(EMPTY, Options(today=TODAY))).startswith(b"%PDF-")
