from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.criteria import Scale
from bidkit.domain.edits import Edit, apply, difference, entity_from, fields_of, value_at
from bidkit.domain.evidence import Evidence
from bidkit.domain.questionnaire import Column, Limit, Question
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import shape_of
from bidkit.errors import InputError

QUESTION = Question(
    id="q1",
    title="Why",
    limit=Limit(most=500, unit="words"),
    options=("a", "b"),
    columns=(Column(key="c", title="Cost", kind="money"),),
    lots=("l1",),
)
SAMPLES: tuple[Any, ...] = (
    "words",
    3,
    Decimal(3),
    True,
    False,
    date(2026, 11, 21),
    datetime(2026, 11, 21, 12, tzinfo=UTC),
    ("a", "b"),
)
TEXTS = st.text(max_size=8)
EVIDENCE = st.builds(
    Evidence,
    id=st.sampled_from(["e1", "e2", "e3"]),
    order=st.sampled_from(["", "a", "b"]),
    title=TEXTS,
    n=st.none() | st.integers(0, 99),
    outcomes=st.lists(st.sampled_from(["o1", "o2"]), unique=True).map(lambda o: tuple(sorted(o))),
    on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
COSTS = st.builds(
    CostLine,
    id=st.sampled_from(["c1", "c2"]),
    title=TEXTS,
    amount=st.none() | st.decimals(0, 9999, places=2, allow_nan=False),
)


def in_order(entries: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(entries, key=lambda one: (one.order, one.id)))


@st.composite
def bids(draw: st.DrawFn) -> Bid:
    evidence = draw(st.lists(EVIDENCE, unique_by=lambda one: one.id))
    costs = draw(st.lists(COSTS, unique_by=lambda one: one.id))
    bid = EMPTY.model_copy(
        update={
            "evidence": in_order(evidence),
            "cost_lines": tuple(sorted(costs, key=lambda one: one.id)),
        }
    )
    bid = parse_ref(Bid, "about.title").set(bid, draw(TEXTS))
    return parse_ref(Bid, "opportunity.buyer.name").set(bid, draw(TEXTS))


@given(bids(), bids())
def test_edits_lead_from_one_bid_to_the_other(before: Bid, after: Bid) -> None:
    edits = difference(before, after)
    assert apply(before, edits) == after
    assert apply(after, [edit.inverse for edit in reversed(edits)]) == before
    assert (not edits) == (before == after)


@given(bids())
def test_a_bid_does_not_differ_from_itself(bid: Bid) -> None:
    assert difference(bid, bid) == ()
    assert difference(bid, Bid.model_validate(bid.model_dump())) == ()


@given(EVIDENCE)
def test_a_thing_is_made_of_its_stored_fields_again(entry: Evidence) -> None:
    stored = json.loads(fields_of(entry))
    texts = {path: json.dumps(value) for path, value in stored.items()}
    assert entity_from(Evidence, entry.id, texts) == entry


def test_fields_as_they_are_by_default_are_not_stored() -> None:
    assert fields_of(Evidence(id="e1")) == "{}"
    assert json.loads(fields_of(QUESTION)) == {
        "title": "Why",
        "limit.most": 500,
        "limit.unit": "words",
        "options": ["a", "b"],
        "columns": [{"key": "c", "title": "Cost", "kind": "money", "options": []}],
        "lots": ["l1"],
    }


def test_one_field_is_one_edit_with_its_address() -> None:
    before = EMPTY.model_copy(update={"questions": (QUESTION,)})
    after = parse_ref(Bid, "questions[q1].limit.most").set(before, 600)
    assert difference(before, after) == (Edit("questions", "q1", "limit.most", "500", "600"),)
    assert difference(before, after)[0].address == "questions[q1].limit.most"
    own = parse_ref(Bid, "opportunity.buyer.name").set(EMPTY, "Northshire")
    assert [one.address for one in difference(EMPTY, own)] == ["opportunity.buyer.name"]


def test_a_thing_made_is_one_edit_and_a_thing_removed_another() -> None:
    after = EMPTY.model_copy(update={"questions": (QUESTION,)})
    made = difference(EMPTY, after)
    assert [(one.address, one.old) for one in made] == [("questions[q1]", None)]
    assert difference(after, EMPTY) == (made[0].inverse,)


def test_what_is_not_touched_is_shared() -> None:
    before = EMPTY.model_copy(update={"questions": (QUESTION,)})
    after = apply(before, [Edit("", "", "about.title", '""', '"Hubs"')])
    assert after.questions is before.questions
    assert after.opportunity is before.opportunity
    assert value_at(after, "about.title") == "Hubs"


def test_money_and_days_are_written_without_floats() -> None:
    line = CostLine(id="c1", amount=Decimal("12.50"))
    assert fields_of(line) == '{"amount":"12.50"}'
    assert entity_from(CostLine, "c1", {"amount": '"12.50"'}) == line


def test_an_edit_of_a_thing_that_is_gone_changes_nothing() -> None:
    assert apply(EMPTY, [Edit("questions", "q9", "title", '""', '"x"')]) == EMPTY


@pytest.mark.parametrize("new", ["7", "null", '["a"]', "not json"])
def test_a_value_of_the_wrong_kind_is_refused(new: str) -> None:
    with pytest.raises(ValueError):
        apply(EMPTY, [Edit("", "", "about.title", '""', new)])


@pytest.mark.parametrize("number", ["1E+1001", "-1E+999999", "1E-999999"])
def test_a_number_too_long_to_reckon_with_is_refused(number: str) -> None:
    with pytest.raises(ValueError):
        apply(EMPTY, [Edit("", "", "opportunity.value", "null", f'"{number}"')])
    with pytest.raises(ValueError):
        shape_of(Scale).leaves["levels"].from_json(f'[{{"mark":"{number}"}}]')


@pytest.mark.parametrize("path", list(shape_of(Bid).leaves))
def test_every_field_of_the_bid_itself_makes_an_edit(path: str) -> None:
    leaf = shape_of(Bid).leaves[path]
    values = (*get_args(leaf.annotation), *SAMPLES)
    for value in values:
        try:
            changed = parse_ref(Bid, path).set(EMPTY, value)
        except InputError:
            continue
        if value != leaf.default:
            assert [one.field for one in difference(EMPTY, changed)] == [path]
            return
    raise AssertionError(f"no sample fits {path}")
