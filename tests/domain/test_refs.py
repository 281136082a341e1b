"""Addresses: what is set is got, nothing else moves, a wrong name or value is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import difference, value_at
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import Item, Ref, parse_ref, ref
from bidkit.domain.shape import shape_of
from bidkit.errors import InputError
from tests.strategies import bids, leaf_values

BUYER = ref(Bid, lambda b: b.opportunity.buyer.name)
EVIDENCE = ref(Bid, lambda b: b.evidence)
TITLE = ref(Evidence, lambda e: e.title)
PRICE = ref(Bid, lambda b: b.costing.price)
WITH_ITEM = EMPTY.model_copy(update={"evidence": (Evidence(id="e7", title="Survey"),)})


@st.composite
def bids_with_places(draw: st.DrawFn) -> tuple[Bid, Ref[Bid, Any], Any]:
    """A bid, the address of one of its fields, and another value for it."""
    bid = draw(bids())
    shape = shape_of(Bid)
    held = [name for name in shape.collections if getattr(bid, name)]
    inside = draw(st.booleans())
    if held and inside:
        name = draw(st.sampled_from(held))
        things: tuple[Entity, ...] = getattr(bid, name)
        thing = draw(st.sampled_from(things))
        leaves = shape_of(type(thing)).leaves
        path = draw(st.sampled_from(sorted(leaves)))
        place: Ref[Bid, Any] = Ref(Bid, (name, Item(thing.id), *path.split(".")))
    else:
        leaves = shape.leaves
        path = draw(st.sampled_from(sorted(leaves)))
        place = Ref(Bid, tuple(path.split(".")))
    return bid, place, draw(leaf_values(leaves[path]))


@given(bids_with_places())
def test_what_is_set_is_got(found: tuple[Bid, Ref[Bid, Any], Any]) -> None:
    bid, place, value = found
    assert place.get(place.set(bid, value)) == value


@given(bids_with_places())
def test_setting_what_is_there_changes_nothing(found: tuple[Bid, Ref[Bid, Any], Any]) -> None:
    bid, place, _ = found
    assert place.set(bid, place.get(bid)) == bid


@given(bids_with_places(), st.data())
def test_the_last_of_two_settings_counts(
    found: tuple[Bid, Ref[Bid, Any], Any], data: st.DataObject
) -> None:
    bid, place, first = found
    assert place.set(place.set(bid, first), place.get(bid)) == bid


@given(bids_with_places())
def test_nothing_else_moves(found: tuple[Bid, Ref[Bid, Any], Any]) -> None:
    bid, place, value = found
    edits = difference(bid, place.set(bid, value))
    assert {edit.address for edit in edits} <= {str(place)}


@given(bids_with_places())
def test_what_is_written_is_read_again(found: tuple[Bid, Ref[Bid, Any], Any]) -> None:
    _, place, _ = found
    assert parse_ref(Bid, str(place)) == place


@given(bids_with_places())
def test_parts_of_an_address_tell_where_it_is(found: tuple[Bid, Ref[Bid, Any], Any]) -> None:
    bid, place, _ = found
    assert place.exists(bid)
    owner: Any = bid
    if place.identity:
        owner = Ref(Bid, place.steps[:2]).get(bid)
        assert owner.id == place.identity
        assert owner in getattr(bid, place.collection)
    assert value_at(owner, place.field) == place.get(bid)


def is_refused(text: str) -> bool:
    """Tell whether a text is refused as an address, with advice."""
    try:
        parse_ref(Bid, text)
    except InputError as error:
        return bool(error.advice)
    return False


@given(st.text(max_size=30))
def test_any_text_is_an_address_or_refused_with_advice(text: str) -> None:
    assert is_refused(text) or str(parse_ref(Bid, text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "opportunity..title",
        ".opportunity",
        "opportunity[x]",
        "evidence[e7",
        "evidence[].title",
        "evidence.title",
        "nothing",
        "evidence[e7].nothing",
        "opportunity.title.more",
        "Opportunity",
    ],
)
def test_wrong_addresses_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_ref(Bid, text)


def test_a_wrong_name_raises_when_it_is_written() -> None:
    with pytest.raises(AttributeError):
        ref(Bid, attrgetter("opportunity.bayer"))


def test_addresses_are_joined_and_printed() -> None:
    place = EVIDENCE.item("e7").then(TITLE)
    assert str(place) == "evidence[e7].title"
    assert place.get(WITH_ITEM) == "Survey"
    assert (place.collection, place.identity, place.field) == ("evidence", "e7", "title")
    assert place.starts_with(EVIDENCE.item("e7"))
    assert not place.starts_with(EVIDENCE.item("e8"))
    assert (BUYER.collection, BUYER.identity, BUYER.field) == ("", "", "opportunity.buyer.name")


def test_an_item_that_is_gone_says_so() -> None:
    place = EVIDENCE.item("gone").then(TITLE)
    assert not place.exists(WITH_ITEM)
    with pytest.raises(KeyError):
        place.get(WITH_ITEM)
    with pytest.raises(KeyError):
        place.set(WITH_ITEM, "x")


@pytest.mark.parametrize("value", [7, None, b"x", ("a",)])
def test_a_value_of_another_kind_is_refused(value: Any) -> None:
    with pytest.raises(InputError):
        BUYER.set(EMPTY, value)


@pytest.mark.parametrize("value", ["12.50", 12.5, True, date(2026, 1, 1)])
def test_money_is_a_decimal_and_nothing_else(value: Any) -> None:
    with pytest.raises(InputError):
        PRICE.set(EMPTY, value)
    assert PRICE.get(PRICE.set(EMPTY, Decimal("12.50"))) == Decimal("12.50")


def test_texts_are_kept_composed() -> None:
    assert BUYER.get(BUYER.set(EMPTY, "Sia\u0302n")) == "Si\u00e2n"


def test_what_is_not_on_the_way_is_shared() -> None:
    after = BUYER.set(WITH_ITEM, "Northshire")
    assert after.evidence is WITH_ITEM.evidence
    assert after.organisation is WITH_ITEM.organisation
    assert after.opportunity.period is WITH_ITEM.opportunity.period
    assert WITH_ITEM.opportunity.buyer.name == ""
