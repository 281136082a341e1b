"""What is wrong with the agreement between partners: way out, payments, confidentiality, advice."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.subjects.together.partners import LESSONS, name_of
from bidkit.words import tr

EXIT_WORDS = ("opt-out", "opt out", "opt_out", "exit", "leave", "withdraw")


def price_without_agreement(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Prices shared before confidentiality is agreed, or on a day that has not come."""
    for one in bid.partners:
        day = one.confidentiality_on
        if one.role == "lead" or (one.price is None and one.full_cost is None):
            continue
        if day is None or day > facts.today:
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.confidentiality_on),
                Level.SHOULD,
                tr("No confidentiality is agreed with {name} yet.", name=name_of(one)),
                tr("Costs and prices should only be shared after it is signed."),
                tr("Sign a confidentiality agreement and enter its date."),
            )


def no_opt_out(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An agreement without a way out."""
    if not bid.partners:
        return
    lines = [one for one in bid.agreement_points if _is_exit(one.key, one.text)]
    if any(one.settled == "yes" for one in lines):
        return
    place = (
        at(lambda b: b.agreement_points, lines[0]) if lines else here(lambda b: b.agreement_points)
    )
    yield Remark(
        place,
        Level.SHOULD,
        tr("The agreement has no way out yet."),
        tr("When a partner withdrew in one well-known case, only lawyers were left."),
        tr("Agree how anybody may leave, with what notice, and who takes over."),
    )


def _is_exit(key: str, text: str) -> bool:
    plain = f"{key} {text}".casefold()
    return any(word in plain for word in EXIT_WORDS)


def agreement_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A line every agreement must settle that is not settled."""
    for one in bid.agreement_points:
        if one.mandatory and one.settled != "yes" and not _is_exit(one.key, one.text):
            yield Remark(
                at(lambda b: b.agreement_points, one, lambda p: p.settled),
                Level.HINT,
                tr("Not settled with your partners: {text}", text=one.text),
                tr("What is not agreed before the bid is argued about after it."),
                tr("Settle it in writing before anybody signs."),
            )


def paid_only_if(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A payment that depends on somebody else, without a remedy."""
    for one in bid.partners:
        if one.paid_only_if.strip() and not one.remedy.strip():
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.remedy),
                Level.SHOULD,
                tr("{name} is paid only if something else happens.", name=name_of(one)),
                one.paid_only_if,
                tr("Add a remedy: part payment, a minimum, or a way to act when it does not."),
            )


def no_advice(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A consortium that has taken no advice."""
    taken = bid.partnership
    asked = (taken.advice_legal, taken.advice_vat)
    if taken.bidding_model == "consortium" and not any(one.strip() for one in asked):
        yield Remark(
            here(lambda b: b.partnership.advice_legal),
            Level.HINT,
            tr("Have the trustees taken advice on structure and VAT?"),
            tr("Both can cost more than the surplus, and are hard to change later."),
            tr("Write down whom you asked and when."),
        )


HERE = Stage.PARTNERS
RULES = (
    rule(price_without_agreement, HERE, "partners", LESSONS, "today"),
    rule(no_opt_out, HERE, "partners agreement_points", LESSONS),
    rule(paid_only_if, HERE, "partners", LESSONS),
    rule(agreement_open, HERE, "agreement_points", LESSONS),
    rule(no_advice, HERE, "partnership", LESSONS),
)
