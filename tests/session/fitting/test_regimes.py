"""The rules are suggested from what the papers say, with a reason; packs go with them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Regime
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Document
from bidkit.session.fitting.regimes import (
    add_packs,
    fitting_packs,
    packs_of_other_rules,
    suggested_regime,
    use_regime,
)

PACKS = shipped()
BEGUN = date(2026, 5, 18)


def offered(**fields: Any) -> Bid:
    made: Bid = with_fields(
        EMPTY, {f"opportunity.{name.replace('__', '.')}": v for name, v in fields.items()}
    )
    return made


HEALTH, CARE = ("85100000",), ("85312310",)
ACT, LIGHT, BELOW = "pa23_above", "pa23_light_touch", "pa23_below"


def worth(gross: int, **fields: Any) -> Bid:
    return offered(commenced_on=BEGUN, value_gross=Decimal(gross), **fields)


@pytest.mark.parametrize(
    ("bid", "regime", "why"),
    [
        (offered(funding="grant"), "grant", "The money is a grant."),
        (offered(area="Glasgow, Scotland"), "scotland", "Scotland"),
        (offered(summary="Under the Provider Selection Regime."), "nhs_psr", "text"),
        (offered(commenced_on=date(2025, 2, 23)), "pcr2015", "23 Feb 2025"),
        (offered(commenced_on=date(2025, 2, 24), procedure="Below threshold"), BELOW, "called"),
        (offered(commenced_on=BEGUN, buyer__kind="nhs", cpv=HEALTH), "nhs_psr", "health"),
        (worth(663540, cpv=CARE), LIGHT, "reaches £663,540"),
        (worth(663539, cpv=CARE), BELOW, "below £663,540"),
        (worth(207720), ACT, "local bodies"),
        (offered(commenced_on=BEGUN, value=Decimal(173099)), BELOW, "£207,718.80"),
        (worth(135018, buyer__kind="central"), ACT, "£135,018"),
        (offered(commenced_on=BEGUN, buyer__kind="council", cpv=HEALTH), "nhs_psr", "council"),
        (worth(900000, procedure="Call-off by further competition"), "", "framework"),
        (offered(commenced_on=date(2025, 6, 1), value_gross=Decimal(214904)), ACT, "not confirmed"),
        (offered(), "", "when the procurement began"),
        (offered(commenced_on=BEGUN), "", "worth"),
        (offered(commenced_on=date(2030, 1, 2), value=Decimal(5000)), "", "No threshold"),
    ],
)
def test_a_suggestion_has_a_reason(bid: Bid, regime: Regime, why: str) -> None:
    found = suggested_regime(bid, PACKS)
    assert found.regime == regime
    assert why in found.why


def test_the_day_of_today_decides_nothing() -> None:
    old = offered(commenced_on=date(2024, 6, 1), value=Decimal(900000))
    assert suggested_regime(old, PACKS).regime == "pcr2015"


@pytest.mark.requirement(175)
def test_the_packs_of_the_rules_are_called_for_and_added_as_one_step() -> None:
    document = Document(offered(commenced_on=BEGUN))
    assert fitting_packs(document.bid, PACKS) == ()
    use_regime(document, "pcr2015")
    called = [one for one in fitting_packs(document.bid, PACKS) if one.called_for]
    assert "legacy-selection-questionnaire" in {one.id for one in called}
    add_packs(document, [one.id for one in called], "bid-1", PACKS)
    assert {one.pack for one in document.bid.questions} == {one.id for one in called}
    assert all(one.added for one in fitting_packs(document.bid, PACKS) if one.called_for)
    again = document.bid
    add_packs(document, [one.id for one in called], "bid-1", PACKS)
    assert document.bid == again
    document.undo()
    assert not document.bid.questions


@pytest.mark.parametrize(
    "regime",
    ["pa23_above", "pa23_light_touch", "pa23_below", "pcr2015", "nhs_psr", "scotland", "grant"],
)
def test_all_seven_rules_have_packs_to_go_with(regime: Regime) -> None:
    packs = fitting_packs(offered(regime=regime), PACKS)
    assert any(one.called_for for one in packs)
    assert packs[0].called_for


def test_questions_made_for_other_rules_are_named_and_stay() -> None:
    document = Document(offered(commenced_on=BEGUN))
    use_regime(document, "pcr2015")
    add_packs(document, ["legacy-selection-questionnaire"], "bid-1", PACKS)
    assert packs_of_other_rules(document.bid, PACKS) == ()
    use_regime(document, "pa23_above")
    assert len(packs_of_other_rules(document.bid, PACKS)) == 1
    assert document.bid.questions
