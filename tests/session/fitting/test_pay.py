"""Dated figures for pay become part of the bid."""

from datetime import date
from decimal import Decimal

from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.pay import pay_figures, with_pay_figures
from tests.rules.making import made

TODAY = date(2026, 11, 27)


def test_the_figures_of_both_tax_years_are_known() -> None:
    for day in (date(2025, 10, 1), date(2026, 10, 1)):
        (one,) = pay_figures(shipped(), made(costing__first_year_starts_on=day), TODAY)
        assert (one.insurance_rate, one.insurance_from) == (Decimal(15), Decimal(5000))
        assert (one.pension_from, one.pension_to) == (Decimal(6240), Decimal(50270))
        assert one.checked == ""


def test_an_entry_is_made_only_where_a_figure_changes() -> None:
    bid = made(costing__first_year_starts_on=date(2025, 9, 1), costing__years=3)
    found = pay_figures(shipped(), bid, TODAY)
    assert [one.from_year for one in found] == [1, 2]
    assert [one.least_hourly for one in found] == [Decimal("12.21"), Decimal("12.71")]
    assert "Figures from 6 Apr 2026" in found[1].source


def test_before_the_first_known_figures_nothing_is_made_up() -> None:
    bid = made(costing__first_year_starts_on=date(2019, 1, 1))
    assert pay_figures(shipped(), bid, TODAY) == ()
    assert with_pay_figures(shipped(), bid, TODAY) is bid


def test_figures_people_corrected_stay() -> None:
    bid = with_pay_figures(shipped(), made(), TODAY)
    corrected = bid.pay_figures[0].model_copy(update={"insurance_rate": Decimal(14)})
    again = bid.model_copy(update={"pay_figures": (corrected,)})
    assert with_pay_figures(shipped(), again, TODAY) is again


def test_leap_day_and_endless_years_are_borne() -> None:
    bid = made(costing__first_year_starts_on=date(2028, 2, 29), costing__years=999999)
    assert len(pay_figures(shipped(), bid, TODAY)) == 1
