from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.shares import apportion
from bidkit.figures.weights import (
    Counting,
    Weighted,
    leaf_points,
    likely_counting,
    remainders,
)

D = Decimal


def leaf(key: str, weight: int) -> Weighted:
    return Weighted(key, D(weight))


def test_the_remainder_of_each_level_is_shown() -> None:
    quality = Weighted("quality", D(60), (leaf("1", 25), leaf("2", 20)))
    tree = (quality, leaf("price", 30))
    found = {one.key: one.left for one in remainders(tree, Counting.POINTS)}
    assert found == {"": D(10), "quality": D(15)}


def test_percentages_below_a_criterion_count_to_a_hundred() -> None:
    quality = Weighted("quality", D(60), (leaf("1", 50), leaf("2", 60)))
    tree = (quality, leaf("price", 40))
    assert [one.left for one in remainders(tree, Counting.PERCENT)] == [D(0), D(-10)]
    assert leaf_points(tree, Counting.PERCENT) == (
        ("1", D(30)),
        ("2", D(36)),
        ("price", D(40)),
    )


def test_the_likely_way_of_counting() -> None:
    parts = (leaf("1", 25), leaf("2", 35))
    assert likely_counting(D(60), parts) is Counting.POINTS
    assert likely_counting(D(60), (leaf("1", 50), leaf("2", 50))) is Counting.PERCENT


@given(st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=8))
def test_leaves_of_a_tree_that_adds_up_add_up_too(raw: list[int]) -> None:
    top = apportion(D(100), [D(one) for one in raw])
    tree = tuple(
        Weighted(str(place), weight, (Weighted(f"{place}a", D(40)), Weighted(f"{place}b", D(60))))
        for place, weight in enumerate(top)
    )
    assert all(one.left == 0 for one in remainders(tree, Counting.PERCENT))
    assert sum(points for _, points in leaf_points(tree, Counting.PERCENT)) == D(100)
