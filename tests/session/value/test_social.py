from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Buyer, Opportunity
from bidkit.packs.catalogue import shipped
from bidkit.session.value.social import suggested_model, suggestion_words

PACKS = shipped()


def bid_begun(on: date | None, value: str) -> Bid:
    return Bid(
        opportunity=Opportunity(
            regime="pa23_above",
            commenced_on=on,
            value_gross=Decimal(value),
            buyer=Buyer(kind="central"),
        )
    )


@pytest.mark.parametrize(
    ("on", "value", "model", "percent"),
    [
        (date(2026, 12, 31), "8000000", "ppn002", "10"),
        (date(2027, 1, 1), "8000000", "ppn026", "20"),
        (date(2027, 3, 1), "2000000", "ppn026", "10"),
        (date(2027, 3, 1), "5000000", "ppn026", "20"),
        (date(2027, 3, 1), "500000", "", None),
    ],
)
def test_the_day_it_began_and_its_value_suggest_the_model(
    on: date, value: str, model: str, percent: str | None
) -> None:
    choice = suggested_model(bid_begun(on, value), PACKS)
    assert choice.model == model
    assert choice.least_percent == (Decimal(percent) if percent else None)


def test_an_unknown_beginning_is_asked_for() -> None:
    assert "when the procurement began" in suggestion_words(bid_begun(None, "8000000"), PACKS)
    words = suggestion_words(bid_begun(date(2027, 1, 1), "8000000"), PACKS)
    assert "at least 20% of the marks" in words
    assert "The papers go before it" in words
