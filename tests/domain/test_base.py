"""Identities and order keys: unique, repeatable, and always room between two neighbours."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from bidkit.domain.base import DIGITS, derived_id, key_after, key_between, keys_after, new_id

keys = st.text(DIGITS, min_size=1, max_size=8).filter(lambda key: not key.endswith(DIGITS[0]))


def test_new_identities_differ() -> None:
    made = {new_id() for _ in range(2000)}
    assert len(made) == 2000
    assert all(len(one) == 16 for one in made)


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_derived_identities_are_the_same_each_time_and_only_then(
    one: list[str], other: list[str]
) -> None:
    assume(not any("\x1f" in part for part in (*one, *other)))
    assert derived_id(*one) == derived_id(*one)
    assert (derived_id(*one) == derived_id(*other)) is (one == other)


@given(keys, keys)
def test_a_key_between_lies_between(one: str, other: str) -> None:
    assume(one != other)
    low, high = sorted((one, other))
    between = key_between(low, high)
    assert low < between < high
    assert not between.endswith(DIGITS[0])


@given(keys)
def test_there_is_room_at_both_ends(key: str) -> None:
    assert key_between("", key) < key
    assert key < key_between(key, "")
    assert key < key_after(key)


@given(st.data())
def test_any_number_of_moves_keeps_the_order(data: st.DataObject) -> None:
    order = list(keys_after("", 3))
    for _ in range(data.draw(st.integers(1, 25))):
        at = data.draw(st.integers(0, len(order)))
        before = order[at - 1] if at else ""
        after = order[at] if at < len(order) else ""
        order.insert(at, key_between(before, after))
        assert order == sorted(set(order))


def test_keys_at_the_end_grow_slowly() -> None:
    made = list(keys_after("", 2000))
    assert made == sorted(set(made))
    assert len(made[-1]) <= 60
    assert list(keys_after(made[-1], 0)) == []
