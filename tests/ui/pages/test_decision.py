from datetime import UTC, date, datetime

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.examples import load_example
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision import PAGE
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession


def test_the_page_weighs_hours_as_they_are_typed(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", date(2026, 11, 21)))
    person = put(PAGE(desk))
    assert person.sees("96 hours needed, 118 at hand")
    person.type_in("decision.hours_available", "80")
    person.leave()
    assert person.sees("only 80 at hand: too few")


def test_a_decision_is_written_with_its_reason(desk: Desk, put: Put) -> None:
    person = put(PAGE(desk))
    person.choose("decision.choice", "No")
    person.type_in("decision.reason", "The price does not cover full cost.")
    person.leave()
    assert desk.document.get(ref(Bid, lambda b: b.decision.choice)) == "do not bid"
    assert desk.bid.decision.reason == "The price does not cover full cost."


@pytest.mark.requirement(122)
def test_figures_whose_day_has_passed_are_named_above_the_page(
    desk: Desk, paper: PaperSession, put: Put
) -> None:
    assert not put(PAGE(desk)).sees("may be out of date")
    paper.ports = Ports("Ann", "pc-1", lambda: datetime(2027, 4, 1, 12, tzinfo=UTC))
    person = put(PAGE(desk))
    assert person.sees("▲ “Dated figures” was due to be checked by 31 March 2027")
