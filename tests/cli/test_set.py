"""Writing single fields by their address, whatever they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.plugins.commands import Call

WELSH = "Cyngor Dŵr a Thân: gwasanaeth “Cartref Clyd” – ŵ ŷ"


@pytest.mark.parametrize(
    ("address", "given", "stored"),
    [
        ("opportunity.title", "Community Wellbeing Hubs", "Community Wellbeing Hubs"),
        ("opportunity.title", WELSH, WELSH),
        ("opportunity.title", "two\nlines", "two lines"),
        ("opportunity.title", "-5 % off", "-5 % off"),
        ("about.context_notes", "two\nlines", "two\nlines"),
        ("opportunity.value", "184200", "184200"),
        ("opportunity.value", "£184,200.50", "184200.50"),
        ("opportunity.value", "45k", "45000"),
        ("opportunity.period.months", "36", 36),
        ("opportunity.period.starts_on", "2027-04-01", "2027-04-01"),
        ("opportunity.period.starts_on", "1 April 2027", "2027-04-01"),
        ("opportunity.period.starts_on", "1/4/27", "2027-04-01"),
        ("presentation.when", "2026-12-04 12:00", "2026-12-04T12:00:00Z"),
        ("presentation.when", "4 Dec 2026, 12 noon", "2026-12-04T12:00:00Z"),
        ("presentation.when", "2027-06-04 12:00", "2027-06-04T12:00:00+01:00"),
        ("presentation.when", "2027-06-04T12:00", "2027-06-04T12:00:00+01:00"),
        ("presentation.when", "2027-06-04T12:00:00+02:00", "2027-06-04T12:00:00+02:00"),
        ("opportunity.cpv", "85000000, 85100000,85000000", ["85000000", "85100000"]),
        ("opportunity.deadline_confirmed", "yes", True),
        ("about.all_stages", "True", True),
        ("about.route", "Contract", "contract"),
    ],
)
def test_each_kind_of_field(call: Call, bid: Path, address: str, given: str, stored: Any) -> None:
    done = call("set", bid, address, "--", given)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert value_at(call("show", bid, "--json").json, address) == stored


def value_at(shown: dict[str, Any], address: str) -> Any:
    """Return what a printed bid holds at an address of its own."""
    found: Any = shown
    for name in address.split("."):
        found = found[name]
    return found


def test_an_empty_value_empties_the_field(call: Call, bid: Path) -> None:
    assert call("set", bid, "opportunity.value", "45k").code == 0
    assert call("set", bid, "opportunity.value", "").code == 0
    assert call("set", bid, "about.title", "").code == 0
    shown = call("show", bid, "--json").json
    assert "value" not in shown["opportunity"]
    assert "title" not in shown["about"]


def test_things_are_added_and_written_in(call: Call, bid: Path) -> None:
    identity = call("add", bid, "rounds").out.strip()
    assert call("set", bid, f"rounds[{identity}].deadline", "2027-06-04 12:00").code == 0
    shown = call("show", bid, "--json").json["rounds"]
    assert {"id": identity, "deadline": "2027-06-04T12:00:00+01:00"}.items() <= shown[-1].items()


def test_things_belong_to_others(call: Call, bid: Path) -> None:
    section = call("add", bid, "sections").out.strip()
    question = call("add", bid, "questions", "--parent", section).out.strip()
    shown = call("show", bid, "--json").json["questions"]
    assert next(one for one in shown if one["id"] == question)["parent"] == section


def test_prose_is_kept_as_it_will_be_read(call: Call, harbour: Path) -> None:
    text = "We run *three* hubs.\n\n* one\n* two"
    assert call("set", harbour, "answers[hm-a1].text", text).code == 0
    lines = call("show", harbour, "--json").json["answers"]
    assert next(one for one in lines if one["id"] == "hm-a1")["text"].startswith("We run _three_")


def test_lists_of_things_are_given_as_json(call: Call, harbour: Path) -> None:
    scale = call("show", harbour, "--json").json["scales"][0]["id"]
    levels = '[{"mark": "0", "label": "None"}, {"mark": "5", "label": "All"}]'
    assert call("set", harbour, f"scales[{scale}].levels", levels).code == 0
    shown = call("show", harbour, "--json").json["scales"][0]["levels"]
    assert [one["label"] for one in shown] == ["None", "All"]


@pytest.mark.parametrize(
    ("address", "value", "said"),
    [
        ("opportunity.vaule", "1", "Did you mean opportunity.value"),
        ("oportunity.title", "x", "Did you mean opportunity.title"),
        ("titel", "x", "Did you mean"),
        ("opportunity", "x", "is not one field but several"),
        ("opportunity.buyer", "x", "opportunity.buyer.name"),
        ("evidence", "x", "“evidence” holds several things"),
        ("evidence.title", "x", "evidence[ID].title"),
        ("evidence[nothing].title", "x", "There is nothing with the id “nothing”"),
        ("evidnce[e1].title", "x", "Did you mean evidence?"),
        ("sections[{section}].titel", "x", "Did you mean sections[{section}].title"),
        ("sections[{section}]", "x", "is not one field but several"),
        ("sections[{section}].id", "x", "There is no field"),
        ("", "x", "There is no field"),
        ("about..title", "x", "There is no field"),
        ("opportunity.value", "lots", "a number or an amount, such as 12.5 or £184,200"),
        ("opportunity.value", "NaN", "a number or an amount"),
        ("opportunity.period.months", "3.5", "whole number"),
        ("opportunity.period.starts_on", "31/02/2027", "not in the calendar"),
        ("opportunity.period.starts_on", "soon", "Type it like 4 Dec 2026"),
        ("presentation.when", "2026-12-04", "Add the UK time"),
        ("presentation.when", "midnight", "Type"),
        ("opportunity.deadline_confirmed", "maybe", "It takes yes or no."),
        ("about.route", "contrat", "Did you mean “contract”? It takes one of"),
        ("opportunity.title", "\udcff", "Give the text as UTF-8"),
        ("questions[{question}].rules", "[1]", "It takes a list in JSON"),
    ],
)
def test_what_cannot_stand_there_is_refused_with_a_way_on(
    call: Call, bid: Path, address: str, value: str, said: str
) -> None:
    shown = call("show", bid, "--json").json
    ids = {"section": shown["sections"][0]["id"], "question": shown["questions"][0]["id"]}
    before = bid.read_bytes()
    done = call("set", bid, address.format(**ids), value)
    assert (done.code, done.out) == (2, "")
    assert said.format(**ids) in done.err
    assert bid.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evidnce",), "Did you mean evidence?"),
        (("evidence", "--parent", "nobody"), "Nothing in this bid has the id “nobody”."),
    ],
)
def test_nothing_is_added_where_it_cannot_stand(
    call: Call, bid: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = bid.read_bytes()
    done = call("add", bid, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert bid.read_bytes() == before


def test_nothing_is_left_beside_the_file(call: Call, bid: Path) -> None:
    call("set", bid, "about.title", "Other")
    call("set", bid, "about.titel", "Other")
    assert [one.name for one in bid.parent.iterdir()] == ["bid.bidkit"]
