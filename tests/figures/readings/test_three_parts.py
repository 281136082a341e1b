"""An answer tells what changed, what was done and how much, or the missing part is named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Outcome, Output
from bidkit.figures.readings.three_parts import ThreeParts, three_parts

BID = Bid(
    activities=(Activity(id="a", text="Twelve-week peer-led course"),),
    outputs=(Output(id="p", text="Course places", quantity=Decimal(1280)),),
    outcomes=(Outcome(id="o", text="People cope better with panic"),),
)


@pytest.mark.requirement(18)
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", (False, False, False)),
        ("**People** coped *better*.", (True, False, False)),
        ("Our twelve weekly sessions are led by peers.", (False, True, False)),
        ("There were 1,280 of them.", (False, False, True)),
        ("There were 280 of them.", (False, False, False)),
        (
            "On our twelve-week courses (1,280 places) people learned to cope better.",
            (True, True, True),
        ),
    ],
)
def test_each_part_is_told_or_not(text: str, told: tuple[bool, bool, bool]) -> None:
    assert three_parts(BID, text) == ThreeParts(*told)


def test_nothing_is_asked_for_that_the_bid_does_not_say() -> None:
    assert three_parts(Bid(), "Anything") == ThreeParts(None, None, None)
