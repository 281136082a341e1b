from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine, PayFigures
from bidkit.domain.offer import StaffRole
from bidkit.domain.refs import parse_ref
from bidkit.figures.readings.costs import costs_of
from bidkit.session.examples import load_example
from bidkit.session.fitting.low_price import with_explanation
from bidkit.ui.desk import Desk
from bidkit.ui.forms.table import RowTable
from bidkit.ui.pages.costs import CostsPage
from bidkit.ui.pages.costs.sharing import SharesCard
from bidkit.ui.saving import SaveCard
from tests.rules.making import made, said
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


def clipboard() -> QClipboard:
    """The clipboard of the program."""
    return QGuiApplication.clipboard()


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


@pytest.mark.requirement(43)
@pytest.mark.requirement(120)
def test_figures_follow_the_typing(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    assert person.sees("£544,203.80")
    assert person.sees("£8,396.20")
    assert person.sees("1.5% of the price")
    person.press("Price")
    assert person.sees("✓ The schedule adds up to £552,600: the price, to the penny.")
    person.type_in("costing.price", "540000")
    person.leave()
    assert person.sees("£4,203.80 below full cost")
    assert person.sees("£12,600 above the price")


@pytest.mark.requirement(36)
def test_the_schedule_stands_beside_our_full_cost_by_year_and_lot(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    person = put(CostsPage(harbour))
    person.press("Price")
    assert person.sees("✓ Our full cost is £544,203.80; £8,396.20 is left over.")
    qtbot.waitUntil(lambda: person.sees("Year 3"))
    for words in ("Lot 1: Harbour ward hub", "Our full cost", "£181,260"):
        assert person.sees(words), words


def test_a_schedule_is_drafted_with_one_press_and_undone_with_one(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    desk.document.edit("No schedule", lambda bid: bid.model_copy(update={"price_lines": ()}))
    person = put(CostsPage(desk))
    person.press("Price")
    person.press("Draft the schedule")
    assert len(desk.bid.price_lines) == 6
    assert person.sees("✓ The schedule adds up to £552,600: the price, to the penny.")
    assert not person.sees("Draft the schedule")
    desk.document.undo()
    assert not desk.bid.price_lines


def test_a_price_above_the_ceiling_is_said_at_once(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    person.press("Price")
    person.type_in("costing.price", "570000")
    person.leave()
    assert person.sees("£9,000 above the most they pay")


def test_a_small_grant_meets_no_drivers_and_no_margin(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    person = put(CostsPage(desk))
    assert person.sees("✓ Exactly the most they pay, £2,000.")
    assert person.sees("Most they give")
    assert not person.sees("Years")
    assert not person.sees_field("costing.margin")
    assert not person.sees_field("costing.vat_note")


def test_costs_lead_to_a_price_step_by_step(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    assert person.sees("Begin with what it costs")
    person.press("Add a cost")
    line = desk.bid.cost_lines[0].id
    person.type_in(f"cost_lines[{line}].quantity", "46")
    person.type_in(f"cost_lines[{line}].unit_cost", "24")
    person.leave()
    assert person.sees("£1,104")
    person.choose("costing.method", "One percentage on top of the costs above")
    person.type_in("costing.overhead_rate", "10")
    person.leave()
    assert person.sees("£1,214.40 would cover full cost and margin")


def test_a_post_is_worked_out_and_taken_over(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    person.press("Add a cost")
    line = desk.bid.cost_lines[0].id
    person.choose(f"cost_lines[{line}].kind", "Staff")
    person.type_in(f"cost_lines[{line}].salary", "30000")
    person.type_in(f"cost_lines[{line}].fte", "0.5")
    person.leave()
    assert person.sees("Pay £15,000, employer’s National Insurance £1,500")
    assert not desk.bid.pay_figures
    person.press("Count £16,762.80 as its cost")
    assert costs_of(desk.bid).direct == (Decimal("16762.80"),)
    assert person.sees("£16,762.80")
    assert not person.sees("Count £16,762.80 as its cost")
    person.type_in(f"cost_lines[{line}].fte", "1")
    person.leave()
    assert costs_of(desk.bid).direct == (Decimal("34462.80"),)
    desk.document.undo()
    desk.document.undo()
    assert costs_of(desk.bid).direct == (Decimal(0),)
    assert not desk.bid.pay_figures


def test_shares_are_typed_in_the_table(harbour: Desk, put: Put, qtbot: QtBot) -> None:
    page = CostsPage(harbour)
    person = put(page)
    person.press("Go deeper: Overheads by what they follow")
    table = page.findChildren(SharesCard)[0].table
    row = next(at for at, one in enumerate(harbour.bid.projects) if one.id == "hm-pr2")
    table.setCurrentIndex(table.model().index(row, 0))
    table.setFocus()
    assert table.model().data(table.model().index(row, 0)) == "70"
    person.keys("F2")
    editor = table.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "80")
    person.keys("Return")
    amount = parse_ref(Bid, "driver_shares[hm-ds2].amount")
    qtbot.waitUntil(lambda: harbour.document.get(amount) == Decimal(80))
    harbour.document.undo()
    assert harbour.document.get(amount) == Decimal(70)


def test_money_in_hand_is_told_month_by_month(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    person.press("Money in hand")
    person.press("Add a payment")
    payment = desk.bid.payments[0].id
    person.choose(f"payments[{payment}].direction", "From us")
    person.type_in(f"payments[{payment}].amount", "1200")
    person.type_in(f"payments[{payment}].on", "3 March 2027")
    person.leave()
    assert person.sees("In Mar 2027 £1,200 more must be in hand than you have.")
    person.type_in("costing.opening_cash", "2000")
    person.leave()
    assert person.sees("The money lasts; lowest £800")


def test_an_address_opens_the_part_it_lies_in(harbour: Desk, put: Put) -> None:
    page = CostsPage(harbour)
    person = put(page)
    for address in ("costing.offer", "overheads[hm-oh2].amount", "costing.inflation"):
        assert page.show_place(parse_ref(Bid, address)), address
        assert person.sees_field(address), address


def test_the_price_that_covers_cost_and_margin_is_taken_with_one_press(
    harbour: Desk, put: Put
) -> None:
    person = put(CostsPage(harbour))
    person.press("Price")
    person.press("Use £561,034.85 as the price")
    assert harbour.bid.costing.price == Decimal("561034.85")
    assert not person.sees("Use £561,034.85 as the price")
    harbour.document.undo()
    assert person.read("costing.price") == "£552,600"


def test_rows_of_a_spreadsheet_are_pasted_as_one_step(desk: Desk, put: Put) -> None:
    page = CostsPage(desk)
    person = put(page)
    clipboard().setText("Outreach worker\t£24,500\nRoom hire\t1,200\nTotal\t25,700\n")
    person.press("Paste rows")
    assert [one.title for one in desk.bid.cost_lines] == ["Outreach worker", "Room hire"]
    assert person.sees("£25,700")
    table = page.findChildren(RowTable)[0]
    table.setFocus()
    clipboard().setText("Van\t100")
    person.keys("Ctrl+V")
    assert len(desk.bid.cost_lines) == 3
    desk.document.undo()
    desk.document.undo()
    assert not desk.bid.cost_lines
    clipboard().setText("only words")
    person.press("Paste rows")
    assert not desk.bid.cost_lines


def test_the_buyers_own_lines_are_pasted_into_the_schedule(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    person.press("Price")
    clipboard().setText("Item\tQty\tRate\nSessions\t40\t£12.50\n")
    person.press("Paste rows")
    (line,) = desk.bid.price_lines
    assert (line.title, line.quantity, line.rate) == ("Sessions", Decimal(40), Decimal("12.50"))
    assert person.sees("It adds up to £500.")


def test_a_block_of_figures_is_pasted_into_the_shares_and_enter_goes_down(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    page = CostsPage(harbour)
    person = put(page)
    person.press("Go deeper: Overheads by what they follow")
    table = page.findChildren(SharesCard)[0].table
    table.setCurrentIndex(table.model().index(1, 0))
    table.setFocus()
    clipboard().setText("75\t3.5\nabc\t2.5\n")
    person.keys("Ctrl+V")
    shown = [[table.model().data(table.model().index(row, at)) for at in (0, 1)] for row in (1, 2)]
    assert shown == [["75", "3.5"], ["20", "2.5"]]
    person.keys("F2")
    editor = table.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "80")
    person.keys("Return")
    qtbot.waitUntil(lambda: table.currentIndex().row() == 2)
    assert table.model().data(table.model().index(1, 0)) == "80"
    harbour.document.undo()
    harbour.document.undo()
    assert table.model().data(table.model().index(1, 0)) == "70"


def test_a_first_time_treasurer_comes_from_nothing_to_a_price(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    assert not person.sees("Begin with 10%")
    person.press("Add a cost")
    line = desk.bid.cost_lines[0].id
    person.type_in(f"cost_lines[{line}].amount", "1000")
    person.leave()
    person.press("Begin with 10%")
    assert (desk.bid.costing.method, desk.bid.costing.overhead_rate) == ("one rate", Decimal(10))
    person.press("Price")
    person.press("Use £1,100 as the price")
    assert person.sees("✓ It covers full cost.")
    desk.document.undo()
    desk.document.undo()
    assert desk.bid.costing.method == ""


def test_vat_that_stays_is_added_to_the_costs_and_vat_on_top_is_shown(desk: Desk, put: Put) -> None:
    desk.document.take_in(made(CostLine(id="a", amount=Decimal(1000)), costing__price=Decimal(900)))
    person = put(CostsPage(desk))
    person.press("Price")
    person.choose("costing.vat_treatment", "Exempt")
    person.type_in("costing.irrecoverable_vat", "80")
    person.leave()
    person.press("Add £80 a year to the costs")
    assert costs_of(desk.bid).direct_total == Decimal(1080)
    assert person.sees("✓ VAT you cannot get back stands among the costs.")
    person.choose("costing.vat_treatment", "VAT is added")
    assert person.sees("With VAT at 20% the buyer pays £1,080: £900 and £180 VAT.")


def test_an_explanation_is_drafted_and_own_words_are_never_written_over(
    harbour: Desk, put: Put
) -> None:
    person = put(CostsPage(harbour))
    person.press("Price")
    person.press("Draft an explanation")
    words = harbour.bid.costing.low_price_explanation
    assert "£552,600" in words
    assert "544,203" not in words
    assert not person.sees("Draft an explanation")
    assert with_explanation(harbour.bid) is harbour.bid


@pytest.mark.requirement(189)
def test_payment_by_results_shows_what_fewer_results_would_leave(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    person.press("Money in hand")
    person.type_in("costing.results_share", "20")
    person.leave()
    person.type_in("costing.results_after", "3")
    person.leave()
    assert person.sees("Below 92.4% of the results it costs more than it pays.")


def test_usual_costs_are_offered_once_and_ask_for_their_amounts_together(
    desk: Desk, put: Put
) -> None:
    person = put(CostsPage(desk))
    person.press("Start from the usual costs")
    assert len(desk.bid.cost_lines) == 12
    assert not person.sees("Start from the usual costs")
    (empty,) = said(desk.bid, "costs.line_empty")
    assert empty.what == "12 costs have no amount yet."
    desk.document.undo()
    assert not desk.bid.cost_lines


def test_a_small_grant_drafts_the_budget_its_fund_asks_for(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    desk.document.edit("None", lambda bid: bid.model_copy(update={"price_lines": ()}))
    person = put(CostsPage(desk))
    person.press("Draft the budget")
    titles = [one.title for one in desk.bid.price_lines]
    assert titles[: len(desk.bid.cost_lines)] == [one.title for one in desk.bid.cost_lines]
    assert person.sees("✓ It adds up to £2,000: what we ask for, to the penny.")


def test_the_workbook_for_the_buyer_holds_the_schedule_alone(
    harbour: Desk, put: Put, tmp_path: Path, qtbot: QtBot
) -> None:
    page = CostsPage(harbour)
    person = put(page)
    person.press("Price")
    for words, sheets in (
        ("Save for Excel, for the buyer", ["Price schedule"]),
        ("Save for Excel, for us", ["Costs", "Overheads", "Price schedule", "Price and margin"]),
    ):
        card = next(one for one in page.findChildren(SaveCard) if one.button.text() == words)
        path = tmp_path / f"{len(sheets)}.xlsx"
        with qtbot.waitSignal(card.written):
            card.write(path)
        assert openpyxl.load_workbook(path).sheetnames == sheets


def test_the_accounts_lead_to_a_percentage_one_can_show(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    person.type_in("costing.running_total", "18000")
    person.type_in("costing.accounts_total", "180000")
    person.leave()
    person.press("Use 11.1%")
    assert (desk.bid.costing.method, desk.bid.costing.overhead_rate) == (
        "one rate",
        Decimal("11.1"),
    )
    assert person.sees("By the accounts running costs are 11.1% on top.")
    assert not person.sees("Use 11.1%")


def test_the_usual_overheads_are_begun_with_one_press(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    person.press("Go deeper: Overheads by what they follow")
    person.press("Start from the usual overheads")
    assert len(desk.bid.overheads) == len(desk.bid.drivers) == 4
    assert not person.sees("Start from the usual overheads")


@pytest.mark.parametrize("there", [(), (CostLine(id="a", kind="staff"),)])
def test_what_a_post_costs_stands_between_its_name_and_its_years(
    there: tuple[CostLine, ...], desk: Desk, put: Put
) -> None:
    desk.document.take_in(made(*there))
    page = CostsPage(desk)
    person = put(page)
    person.press("Add a cost")
    line = desk.bid.cost_lines[-1].id
    person.choose(f"cost_lines[{line}].kind", "Staff")
    places = [
        person.field(f"cost_lines[{line}].{name}").mapTo(page, QPoint()).y()
        for name in ("title", "salary", "year")
    ]
    assert places == sorted(places)


def test_a_larger_grant_asks_for_its_costs_and_meets_no_margin(desk: Desk, put: Put) -> None:
    line = CostLine(id="a", title="Room", amount=Decimal(1000))
    grant = made(line, opportunity__funding="grant", about__route="larger_grant")
    desk.document.take_in(grant)
    person = put(CostsPage(desk))
    assert person.sees("We ask for")
    person.press("Begin with 10%")
    person.press("Price")
    assert not person.sees_field("costing.margin")
    person.press("Ask for £1,100")
    person.press("Draft the budget")
    assert [one.title for one in desk.bid.price_lines] == ["Room", "Running the organisation"]


def test_roles_of_our_offer_become_posts_with_one_press(desk: Desk, put: Put) -> None:
    desk.document.take_in(made(StaffRole(id="r", title="Hub lead", hours_a_week=Decimal(30))))
    person = put(CostsPage(desk))
    person.press("Add this post to the costs")
    assert [one.title for one in desk.bid.cost_lines] == ["Hub lead"]


def test_every_place_a_finding_leads_to_is_in_sight(harbour: Desk, put: Put) -> None:
    figures = PayFigures(id="y", from_year=1)
    harbour.document.edit("y", lambda bid: bid.model_copy(update={"pay_figures": (figures,)}))
    page = CostsPage(harbour)
    person = put(page)
    for address in (
        "pay_figures[y].checked",
        "cost_lines[hm-cl01].salary",
        "cost_lines[hm-cl01].fte",
        "costing.results_share",
        "costing.opening_cash",
        "costing.irrecoverable_vat",
        "costing.monitoring_cost",
        "costing.units",
        "costing.margin",
        "costing.low_price_explanation",
        "price_lines[hm-pl1].amount",
    ):
        assert page.show_place(parse_ref(Bid, address)), address
        assert person.sees_field(address), address


def test_a_small_grant_asks_for_what_it_costs_with_one_press(desk: Desk, put: Put) -> None:
    line = CostLine(id="a", title="Room", amount=Decimal(400))
    desk.document.take_in(made(line, about__route="small_grant"))
    person = put(CostsPage(desk))
    person.press("Begin with 10%")
    assert person.sees("£440 would cover all of it.")
    person.press("Ask for £440")
    assert desk.bid.costing.price == Decimal(440)


@pytest.mark.requirement(2)
def test_a_saving_of_three_per_cent_is_shown_before_it_is_counted(desk: Desk, put: Put) -> None:
    line = CostLine(id="a", title="All", amount=Decimal("174300"))
    rate = {"costing__method": "one rate", "costing__overhead_rate": Decimal(0)}
    desk.document.take_in(made(line, **rate, costing__years=3))
    person = put(CostsPage(desk))
    person.press("Years")
    assert person.sees("that is £15,530.13 over 3 years")
    person.press("Count 3% a year")
    assert costs_of(desk.bid).full_by_year == (
        Decimal("174300.00"),
        Decimal("169071.00"),
        Decimal("163998.87"),
    )
