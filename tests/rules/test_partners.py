"""A partner who was only just added is not asked about before it has a name."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.rules.catalogue import new_checker
from tests.rules.making import FACTS, made


def asked(bid: Bid) -> int:
    """Return how many findings point into a partner."""
    found = new_checker().run(bid, FACTS)
    return sum(str(one.place).startswith("partners[") for one in found)


def test_nothing_is_asked_of_a_partner_without_a_name() -> None:
    assert asked(made(Partner(id="p1"))) == 0
    assert asked(made(Partner(id="p1", name="Tideway"))) >= 4


def test_what_is_known_to_be_wrong_is_said_all_the_same() -> None:
    assert asked(made(Partner(id="p1", excluded="yes"))) == 1
