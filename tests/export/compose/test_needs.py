"""A paper on needs helps the buyer plan and tells nothing of our bid."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.export.compose.needs import needs_paper
from bidkit.export.compose.options import Options
from bidkit.export.pdf import write_pdf
from bidkit.export.pdf.counting import page_count
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
HARBOUR = load_example("harbour", TODAY)


@pytest.mark.requirement(123)
def test_it_tells_needs_results_and_what_could_be_asked_for() -> None:
    document = needs_paper(HARBOUR, Options(today=TODAY))
    printed = repr(document)
    for need in HARBOUR.needs:
        assert need.text in printed
        assert need.source in printed
    shown = next(one for one in HARBOUR.indicators if one.result is not None)
    assert shown.text in printed
    assert "Outcomes a specification could ask for" in printed
    assert page_count(write_pdf(document)) <= 2


@pytest.mark.requirement(123)
def test_it_tells_nothing_of_offer_price_or_partners() -> None:
    printed = repr(needs_paper(HARBOUR, Options(today=TODAY)))
    for kept in (HARBOUR.offer.words_50, HARBOUR.partners[1].name, HARBOUR.about.win_theme):
        assert kept
        assert kept not in printed


def test_without_needs_it_says_so() -> None:
    assert "No need is written down yet." in repr(needs_paper(EMPTY, Options(today=TODAY)))
