from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.costs import Costing
from bidkit.domain.criteria import Criterion, Scale, ScaleLevel, Scoring
from bidkit.figures.readings.prices import prices_of

D = Decimal
SCALE = Scale(id="s", most=D(5), levels=tuple(ScaleLevel(mark=D(n), label="") for n in range(6)))
QUALITY = Criterion(id="q", kind="quality", weight=D(60), scale="s", own_mark=D(4))
PRICE = Criterion(id="p", kind="price", weight=D(40))
BID = Bid(
    scoring=Scoring(price_formula="lowest_ratio", lowest_rival=D(88_000)),
    scales=(SCALE,),
    criteria=(QUALITY, PRICE),
    costing=Costing(price=D(100_000)),
)


@pytest.mark.requirement(72)
def test_our_price_earns_points_beside_the_lowest_that_is_assumed() -> None:
    found = prices_of(BID)
    assert (found.key, found.weight, found.points) == ("p", D(40), D("35.2"))
    assert [one.points for one in found.around][3] == D("35.2")
    assert found.around[-1].points == D(40)
    assert found.cut is not None
    assert found.cut.price == D(95_000)
    assert found.cut.gained > 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"criteria": (QUALITY,)}, "criterion for the price"),
        ({"scoring": Scoring()}, "criterion for the price"),
        ({"costing": Costing()}, "Set a price"),
        ({"scoring": Scoring(price_formula="lowest_ratio")}, "lowest price"),
        ({"costing": Costing(price=D(0))}, "more than £0"),
    ],
)
def test_what_lacks_is_said(change: dict[str, object], words: str) -> None:
    found = prices_of(BID.model_copy(update=change))
    assert found.points is None
    assert words in found.trouble
