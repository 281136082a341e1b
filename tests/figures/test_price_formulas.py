from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.price_formulas import (
    PriceFormula,
    PriceTerms,
    benchmark,
    linear_above_lowest,
    lowest_ratio,
    mean_deviation,
    optimal_price,
    price_per_quality_point,
    price_points,
)
from bidkit.figures.rounding import to_places

D = Decimal

PRICES = st.decimals(min_value=1, max_value=10_000_000, places=2)


def rounded(values: list[D], places: int = 3) -> list[D]:
    return [to_places(value, places) for value in values]


def test_lowest_ratio() -> None:
    marks = [lowest_ratio(D(40), D(bid), D(100)) for bid in (100, 105, 108)]
    assert rounded(marks) == [D("40.000"), D("38.095"), D("37.037")]
    second = [lowest_ratio(D(1), D(bid), D(10_000)) for bid in (15_000, 10_000, 30_000)]
    assert rounded(second) == [D("0.667"), D(1), D("0.333")]


def test_mean_deviation() -> None:
    first = [mean_deviation(D(100), D(bid), D(100_000)) for bid in (90_000, 100_000, 110_000)]
    assert first == [D(60), D(50), D(40)]
    bids = (D(92_000), D(100_000), D(120_000))
    of_hundred = [mean_deviation(D(100), bid, D(104_000)) for bid in bids]
    assert rounded(of_hundred) == [D("61.538"), D("53.846"), D("34.615")]
    terms = PriceTerms(PriceFormula.MEAN_DEVIATION, D(40))
    weighted = [price_points(terms, bid, [one for one in bids if one != bid]) for bid in bids]
    assert rounded(weighted) == [D("24.615"), D("21.538"), D("13.846")]


def test_optimal_price() -> None:
    marks = [optimal_price(D(40), D(bid), D(90), D(120)) for bid in (90, 100, 120, 130, 80)]
    assert rounded(marks, 2) == [D(40), D("26.67"), D(0), D(0), D(40)]


def test_linear_above_lowest() -> None:
    bids = (100, 105, 108, 200, 250)
    marks = [linear_above_lowest(D(40), D(bid), D(100)) for bid in bids]
    assert marks == [D(40), D(38), D("36.8"), D(0), D(0)]


def test_price_per_quality_point() -> None:
    found = [
        price_per_quality_point(D(price), D(quality))
        for price, quality in ((100_000, 80), (90_000, 60), (110_000, 92))
    ]
    assert rounded(found, 2) == [D("1250.00"), D("1500.00"), D("1195.65")]


def test_benchmark_against_the_buyers_own_estimate() -> None:
    assert benchmark(D(40), D(90), D(100)) == D(40)
    assert benchmark(D(40), D(125), D(100)) == D(32)


def test_a_fixed_price_earns_nothing() -> None:
    assert price_points(PriceTerms(PriceFormula.FIXED_PRICE, D(0)), D(10), [D(5)]) == 0


@pytest.mark.parametrize(
    "terms",
    [
        PriceTerms(PriceFormula.LOWEST_RATIO, D(40)),
        PriceTerms(PriceFormula.MEAN_DEVIATION, D(40)),
        PriceTerms(PriceFormula.LINEAR_ABOVE_LOWEST, D(40)),
        PriceTerms(PriceFormula.OPTIMAL_PRICE, D(40), optimal=D(500), maximum=D(5_000_000)),
        PriceTerms(PriceFormula.BENCHMARK, D(40), estimate=D(2_000)),
    ],
)
@given(PRICES, PRICES, st.lists(PRICES, min_size=1, max_size=5))
def test_a_lower_price_never_earns_less_and_stays_within_the_weight(
    terms: PriceTerms, one: D, other: D, rivals: list[D]
) -> None:
    cheap, dear = min(one, other), max(one, other)
    better = price_points(terms, cheap, rivals)
    worse = price_points(terms, dear, rivals)
    assert better >= worse or abs(better - worse) < D("1e-20")
    assert 0 <= worse <= terms.weight


def test_prices_and_figures_that_are_missing_are_refused() -> None:
    with pytest.raises(InputError, match="more than £0"):
        lowest_ratio(D(40), D(0), D(100))
    with pytest.raises(InputError, match="highest price"):
        optimal_price(D(40), D(1), D(90), D(90))
    with pytest.raises(InputError, match="needs the estimate"):
        price_points(PriceTerms(PriceFormula.BENCHMARK, D(40)), D(10), [])
    with pytest.raises(InputError, match="quality point"):
        price_points(PriceTerms(PriceFormula.PRICE_PER_QUALITY_POINT, D(40)), D(10), [])
    with pytest.raises(InputError, match="without quality points"):
        price_per_quality_point(D(10), D(0))
