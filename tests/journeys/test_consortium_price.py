"""A consortium lead from costs to price in the window; the buyer's PDF shows only the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.stages import Stage
from bidkit.session.exports import export_pdf
from bidkit.session.files import open_bid
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import ports_here
from bidkit.session.preferences import Preferences
from bidkit.session.session import Session
from bidkit.ui.application import make_application
from bidkit.ui.forms.table import RowTable
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from bidkit.ui.theme_tokens import Choice
from bidkit.ui.window import Window
from tests.drivers import Person
from tests.journeys.conftest import pdf_words

POST = Decimal("34462.80")
"""30,000 and 15 % of what is above 5,000 and 3 % of what is above 6,240."""
PARTNERS = (("Northern Villages Link", "24691.34", "24000"), ("Carers Together", "16000", "16200"))
DIRECT = POST + Decimal("12345.67") + Decimal(8000)
OVERHEAD = Decimal("5480.85")
FULL = 2 * (DIRECT + OVERHEAD)
PRICE = Decimal("126924.88")
"""The full cost of 120,578.64 divided by 0.95: a margin of 5 % of the price."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The window with nothing open yet."""
    theme = Theme(make_application(), Choice.LIGHT)
    made = Window(theme, FrontDoor(ports_here("Ann"), folder=tmp_path), Preferences())
    qtbot.addWidget(made)
    made.begin(None)
    made.show()
    yield made
    made.close()


@pytest.mark.requirement(36)
@pytest.mark.requirement(76)
@pytest.mark.requirement(198)
def test_a_consortium_lead_from_costs_to_a_price(window: Window, qtbot: QtBot) -> None:
    person = Person(window)
    for words in ("Start a bid", "Nothing yet: start blank", "A contract with partners"):
        person.press(words)
    space = window.workspace
    assert isinstance(space, Workspace)
    name_the_work(person, space)
    take_in_partners(person, space)
    work_out_costs(person, space, qtbot)
    set_the_price(person, space, qtbot)
    check_money(person, qtbot)
    assert isinstance(space.session, Session)
    said = {one.rule: one for one in space.session.check_now()}
    assert "costs.schedule_differs" not in said
    assert "costs.below_cost" not in said
    assert window.save_all()
    path = space.session.path
    assert window.close_bid()
    window.workspace = None
    see_what_the_buyer_sees(path)


def name_the_work(person: Person, space: Workspace) -> None:
    """Say what is tendered."""
    space.go_to(Stage.OPPORTUNITY)
    person.type_in("opportunity.title", "Community Wellbeing Hubs")
    person.type_in("opportunity.buyer.name", "Northshire Council")
    person.leave()


def take_in_partners(person: Person, space: Workspace) -> None:
    """Add both partners, with what they are paid, what it costs them, and the centre's part."""
    space.go_to(Stage.PARTNERS)
    person.press("Who")
    for name, _price, _cost in PARTNERS:
        person.press("Add a partner")
        place = f"partners[{space.desk.bid.partners[-1].id}]"
        person.type_in(f"{place}.name", name)
        person.type_in(f"{place}.share", "50")
        person.leave()
    person.press("Money")
    person.type_in("partnership.top_slice", "12")
    table = next(one for one in person.window.findChildren(RowTable) if one.isVisible())
    for row, (_name, price, cost) in enumerate(PARTNERS):
        table.selectRow(row)
        place = f"partners[{space.desk.bid.partners[row].id}]"
        person.type_in(f"{place}.price", price)
        person.type_in(f"{place}.full_cost", cost)
        person.leave()


def work_out_costs(person: Person, space: Workspace, qtbot: QtBot) -> None:
    """Cost our own post from dated figures, take the partners' prices in, choose a simple rate."""
    space.go_to(Stage.COSTS)
    person.press("Years")
    person.type_in("costing.years", "2")
    person.type_in("costing.first_year_starts_on", "1 April 2027")
    person.leave()
    person.press("Costs")
    person.press("Add a cost")
    line = f"cost_lines[{space.desk.bid.cost_lines[0].id}]"
    person.type_in(f"{line}.title", "Hub manager")
    person.choose(f"{line}.kind", "Staff")
    person.type_in(f"{line}.salary", "30000")
    person.leave()
    person.press("Count £34,462.80 as its cost")
    assert person.sees("Northern Villages Link")
    person.press("Put 2 partners’ prices among the costs")
    assert person.sees("✓ What partners are paid stands among the costs, to the penny.")
    person.press("Begin with 10%")
    qtbot.waitUntil(lambda: person.sees("£120,578.64"))
    assert Decimal("120578.64") == FULL


def set_the_price(person: Person, space: Workspace, qtbot: QtBot) -> None:
    """From margin to price to a schedule that makes both to the penny."""
    person.press("Price")
    person.choose("costing.margin_kind", "A share of the price")
    person.type_in("costing.margin", "5")
    person.leave()
    person.press("Use £126,924.88 as the price")
    assert person.sees("£6,346.24")
    assert person.sees("5.0% of the price")
    person.press("Draft the schedule")
    assert [one.amount for one in space.desk.bid.price_lines] == [PRICE / 2, PRICE / 2]
    assert person.sees("✓ The schedule adds up to £126,924.88: the price, to the penny.")
    assert person.sees("✓ Our full cost is £120,578.64; £6,346.24 is left over.")
    space.go_to(Stage.PARTNERS)
    person.press("Money")
    qtbot.waitUntil(lambda: person.sees("The centre keeps £15,230.99 of £126,924.88"))
    space.go_to(Stage.COSTS)


def check_money(person: Person, qtbot: QtBot) -> None:
    """Paid each quarter in arrears, the lead lends the buyer three months of cost."""
    person.press("Money in hand")
    person.choose("costing.paid_every", "Quarter")
    person.choose("costing.paid_when", "In arrears")
    person.type_in("costing.paid_after", "1")
    person.leave()
    qtbot.waitUntil(lambda: person.sees("In Jun 2027 £15,072.33 more must be in hand"))


def see_what_the_buyer_sees(path: Path) -> None:
    """The price schedule is in the PDF; nothing that stands behind it is."""
    again = open_bid(path, ports_here("Ann"), read_only=True)
    words = pdf_words(export_pdf(again).data)
    for printed in ("Price schedule", "Year 1", "Year 2", "£63,462.44", "£126,924.88"):
        assert printed in words, printed
    behind = (
        "£34,462.80 £30,000 £12,345.67 £24,691.34 £8,000 £16,000 £16,200 £24,000 £120,578.64 "
        "£6,346.24 £54,808.47 £15,230.99 £10,961.70"
    )
    for secret in (*behind.split(), "margin", "Hub manager", "National Insurance", "overhead"):
        assert secret not in words, secret
