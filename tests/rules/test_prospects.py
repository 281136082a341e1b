"""What the bid itself says of gates, faults and chances, and that it never guesses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.consortium import Partner
from bidkit.domain.costs import CostLine
from bidkit.domain.decision import Gate
from bidkit.domain.evidence import Evidence, Outcome
from bidkit.domain.opportunity import Competitor, Condition, Contact
from bidkit.domain.organisation import AccountsYear, TrackRecord
from bidkit.figures.effort import Chance
from bidkit.packs.catalogue import shipped
from bidkit.rules.prospects import GATES, MEASURED, chance_said, faults_said, gates_said
from tests.rules.making import FACTS, LEVELS, made

SHARES = replace(FACTS, levels=replace(LEVELS, contract_share_percent=Decimal(33)))
RECORD = TrackRecord(
    id="r1",
    customer="Northshire  COUNCIL",
    service="Drop-in",
    ends_on=date(2026, 3, 31),
    result="9",
)


def test_an_empty_bid_says_nothing() -> None:
    assert gates_said(EMPTY, SHARES) == {}
    assert faults_said(EMPTY) == {}
    found = chance_said(EMPTY, SHARES)
    assert found.chance is Chance.UNKNOWN
    assert len(found.not_said) == 7


@pytest.mark.requirement(83)
def test_a_condition_that_is_not_met_speaks_against_bidding() -> None:
    unmet = made(Condition(id="c1", text="Two years of accounts", met="no"))
    said = gates_said(unmet, FACTS)["conditions"]
    assert (said.answer, said.reason) == ("no", "Not met: Two years of accounts")
    explained = Condition(id="c1", text="Two years", met="no", how_met="A guarantor")
    assert gates_said(made(explained), FACTS)["conditions"].yes
    waiting = Condition(id="c2", text="Insurance")
    assert "conditions" not in gates_said(made(explained, waiting), FACTS)


@pytest.mark.requirement(140)
def test_the_share_of_income_is_told_with_its_level() -> None:
    accounts = AccountsYear(id="a", year_end=date(2026, 3, 31), income=Decimal(180_000))
    bid = made(accounts, opportunity__value=Decimal(75_000))
    said = gates_said(bid, SHARES)["dependency"]
    assert said.answer == "no"
    assert said.reason.startswith("42% of a year’s income; above 33%")
    assert "dependency" not in gates_said(bid, FACTS)


def test_direct_costs_above_the_price_are_enough_to_know() -> None:
    line = CostLine(id="k", amount=Decimal(1000))
    low = made(line, opportunity__ceiling=Decimal(900))
    assert gates_said(low, FACTS)["full-cost"].answer == "no"
    assert faults_said(low)["nao-price"].yes
    assert "full-cost" not in gates_said(made(line, opportunity__ceiling=Decimal(1200)), FACTS)


def test_staff_transfer_is_known_when_it_is_priced() -> None:
    assert gates_said(made(offer__tupe__applies="no"), FACTS)["tupe"].yes
    waiting = made(offer__tupe__applies="yes")
    assert not gates_said(waiting, FACTS)["tupe"].yes
    come = {"offer__tupe__applies": "yes", "offer__tupe__received_on": date(2026, 11, 2)}
    assert not gates_said(made(**come), FACTS)["tupe"].yes
    assert gates_said(made(**come, offer__tupe__cost_in_price=Decimal(0)), FACTS)["tupe"].yes


def test_partners_are_ready_when_looked_into_and_signed() -> None:
    assert gates_said(made(partnership__bidding_model="alone"), FACTS)["partner"].yes
    link = Partner(id="p", name="Village Link", role="member", due_diligence="in hand")
    said = gates_said(made(link), FACTS)["partner"]
    assert (said.answer, said.reason) == ("no", "Not looked into yet: Village Link.")
    done = link.model_copy(update={"due_diligence": "done"})
    assert "partner" not in gates_said(made(done), FACTS)
    signed = made(done, partnership__agreement_signed_on=date(2026, 11, 1))
    assert gates_said(signed, FACTS)["partner"].yes


def test_a_buyer_is_known_by_work_or_by_talking() -> None:
    bid = made(RECORD, opportunity__buyer__name="Northshire Council")
    assert "Drop-in" in gates_said(bid, FACTS)["known"].reason
    talked = made(Contact(id="c", learned="They worry about villages"))
    assert gates_said(talked, FACTS)["known"].yes
    assert "known" not in gates_said(made(RECORD), FACTS)


@pytest.mark.requirement(173, 182)
@pytest.mark.parametrize(("months", "short"), [(12, True), (35, True), (36, False), (84, False)])
def test_a_short_term_is_a_fault_and_a_long_one_is_none(months: int, short: bool) -> None:
    said = faults_said(made(opportunity__period__months=months))
    assert said["nao-short"].yes is short
    assert said["template-years"].yes is short
    assert said["gershon-longer"].yes is (months <= 12)


@pytest.mark.requirement(141)
def test_the_chance_is_a_word_with_reasons() -> None:
    proved = Outcome(id="o", text="Fewer lonely", evidence=("e",))
    rival = Competitor(id="v", name="National", strengths="Scale", our_edge="Known here")
    bid = made(
        proved,
        rival,
        Evidence(id="e", title="Survey"),
        Contact(id="c", learned="Villages"),
        Gate(id="g1", key="conditions", answer="yes"),
        Gate(id="g2", key="time", answer="yes"),
    )
    found = chance_said(bid, FACTS)
    assert found.chance is Chance.GOOD
    assert "The buyer knows our work." in map(str, found.speaks_for)
    assert set(found.not_said) == {"delivered_similar", "price_in_reach"}
    stopped = bid.model_copy(update={"gates": (Gate(id="g1", key="conditions", answer="no"),)})
    assert chance_said(stopped, FACTS).chance is Chance.LOW
    weak = rival.model_copy(update={"our_edge": ""})
    lost = chance_said(bid.model_copy(update={"competitors": (weak,)}), FACTS)
    assert "A rival is better placed than we are." in map(str, lost.speaks_against)


def test_every_gate_that_is_spoken_to_is_one_of_the_usual() -> None:
    usual = {line.key for line in shipped().pack("gates").gates}
    assert set(GATES) <= usual
    assert set(MEASURED) <= set(GATES)
    faults = {line.key for line in shipped().pack("red-flags").red_flags}
    bid = made(
        CostLine(id="k", amount=Decimal(9)),
        opportunity__ceiling=Decimal(1),
        opportunity__period__months=6,
    )
    assert set(faults_said(bid)) <= faults
