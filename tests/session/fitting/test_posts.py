from decimal import Decimal

import pytest

from bidkit.domain.consortium import Partner
from bidkit.domain.costs import CostLine
from bidkit.domain.offer import StaffRole, TransferringPost
from bidkit.session.fitting.posts import posts_to_cost, with_posts
from tests.rules.making import made

D = Decimal
US, THEM = Partner(id="p1", role="lead"), Partner(id="p2", role="member")
LEAD = StaffRole(id="r1", title="Hub lead", hours_a_week=D(30), partner="p1")
HELPER = StaffRole(id="r2", title="Peer supporter")
THEIRS = StaffRole(id="r3", title="Village agent", partner="p2")
MOVING = TransferringPost(id="t1", role="Support worker", pay=D(24500), pension="LGPS 22%")


def test_our_own_roles_become_posts_and_a_partners_do_not() -> None:
    bid = with_posts(made(US, THEM, LEAD, HELPER, THEIRS))
    assert [(one.title, one.hours) for one in bid.cost_lines] == [
        ("Hub lead", D(30)),
        ("Peer supporter", None),
    ]
    assert posts_to_cost(bid) == ()


@pytest.mark.requirement(53)
def test_staff_who_transfer_are_costed_with_their_pay_even_beside_others() -> None:
    bid = with_posts(made(LEAD, MOVING, CostLine(id="c", kind="staff", amount=D(1))))
    (added,) = bid.cost_lines[1:]
    assert (added.title, added.salary, added.note) == (
        "Support worker (transfers to us)",
        D(24500),
        "LGPS 22%",
    )
    assert posts_to_cost(bid) == ()
