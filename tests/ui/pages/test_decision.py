from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision import PAGE
from tests.ui.conftest import Put


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
