"""What a joint bid must show its buyer: each point, whether it stands, and where it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.figures.shares import adds_to_hundred
from bidkit.rules.places import at, here
from bidkit.rules.routes import PLATFORM_REGIMES
from bidkit.words import tr

JOINT = ("consortium", "with subcontractors")
READS = (
    "partners",
    "partnership",
    "organisation",
    "opportunity",
    "conditions",
    "offer",
    "steps",
)


@dataclass(frozen=True)
class Shown:
    """One thing a joint bid must show: in words, whether it stands, and where it is filled in.

    judged: another rule speaks of it, so that nobody is told twice.
    """

    words: str
    stands: bool
    place: Ref[Bid, Any]
    judged: bool = False


def must_show(bid: Bid) -> tuple[Shown, ...]:
    """Return what a joint bid must show; nothing for one that is handed in alone."""
    if bid.partnership.bidding_model not in JOINT or not bid.partners:
        return ()
    return (*_who(bid), *_how(bid), *_what(bid))


def _who(bid: Bid) -> Iterator[Shown]:
    partners = here(lambda b: b.partners)
    leads = sum(one.role == "lead" for one in bid.partners)
    named = bool(bid.organisation.name.strip())
    yield Shown(tr("One name, and one lead"), leads == 1 and named, partners)
    shares = [one.share for one in bid.partners if one.share is not None]
    whole = len(shares) == len(bid.partners) and adds_to_hundred(shares)
    yield Shown(tr("Each member’s share of the work"), whole, partners, judged=True)
    if bid.opportunity.regime in PLATFORM_REGIMES:
        lacking = [one for one in bid.partners if not one.ppon.strip()]
        place = at(lambda b: b.partners, lacking[0], lambda p: p.ppon) if lacking else partners
        yield Shown(tr("Each member’s identifier (PPON)"), not lacking, place)
    confirmed = all(one.excluded == "no" and one.debarred == "no" for one in bid.partners)
    words = tr("That nobody is excluded or debarred")
    yield Shown(words, confirmed, partners, judged=True)
    if bid.conditions:
        relied = any(one.relied_on_for.strip() for one in bid.partners)
        place = at(lambda b: b.partners, bid.partners[0], lambda p: p.relied_on_for)
        yield Shown(tr("Which conditions rest on which member"), relied, place)


def _how(bid: Bid) -> Iterator[Shown]:
    said = bid.partnership
    texts: tuple[tuple[str, str, Callable[[Bid], str]], ...] = (
        (tr("Who answers for what (liability)"), said.liability, lambda b: b.partnership.liability),
        (tr("How you decide together"), said.governance, lambda b: b.partnership.governance),
        (
            tr("One contact for the buyer"),
            said.single_contact,
            lambda b: b.partnership.single_contact,
        ),
    )
    for words, text, pick in texts:
        yield Shown(words, bool(text.strip()), here(pick))


def _what(bid: Bid) -> Iterator[Shown]:
    said, offer = bid.partnership, bid.offer
    advantage = here(lambda b: b.partnership.advantage)
    yield Shown(
        tr("What the buyer gains by buying from you together"),
        bool(said.advantage.strip()),
        advantage,
    )
    access = here(lambda b: b.offer.access_and_choice)
    yield Shown(tr("Nearer services, more choice"), bool(offer.access_and_choice.strip()), access)
    ready = bool(offer.mobilisation.strip()) or any(o.phase == "mobilisation" for o in bid.steps)
    yield Shown(tr("How you get ready together"), ready, here(lambda b: b.offer.mobilisation))
    others = [one for one in bid.partners if one.role != "lead"]
    proved = any(one.past_work.strip() for one in others)
    first = at(lambda b: b.partners, (others or bid.partners)[0], lambda p: p.past_work)
    yield Shown(tr("That you have worked together before"), proved, first)
    costed = all(one.full_cost is not None for one in others)
    cost = next((one for one in others if one.full_cost is None), bid.partners[0])
    words = tr("What it truly costs: every member’s full cost")
    yield Shown(words, costed, at(lambda b: b.partners, cost, lambda p: p.full_cost))
