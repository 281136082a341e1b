"""What somebody agreed to, as it stood then, and whether it is still what would be sent."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from bidkit.domain.bid import Bid
from bidkit.domain.rounds import SignOff
from bidkit.domain.shape import canonical
from bidkit.figures.readings.costs import price_of
from bidkit.figures.readings.schedule import schedule_amount

ANSWERS, PRICE = "answers", "price"
BOTH = (ANSWERS, PRICE)
COVERS = {"content": (ANSWERS,), "price": (PRICE,), "take off draft": ()}


@dataclass(frozen=True, slots=True)
class Covered:
    """What a bid says and asks as two short marks: other words or another price, another mark."""

    answers: str
    price: str


def covered_now(bid: Bid) -> Covered:
    """Return the marks of the answers and the price as they are now.

    The same words and amounts give the same marks on every machine; an answer without words, who
    writes it and how far it is do not count.
    """
    words = sorted([one.parent, one.lot, one.text] for one in bid.answers if one.text.strip())
    lines = sorted(
        [one.lot, str(one.year or ""), one.option, one.title, str(schedule_amount(one))]
        for one in bid.price_lines
    )
    return Covered(_mark(words), _mark([str(price_of(bid)), lines]))


def is_given(one: SignOff) -> bool:
    """Tell whether somebody by name agreed on a day."""
    return bool(one.name.strip()) and one.on is not None


def changed_since(one: SignOff, now: Covered) -> tuple[str, ...]:
    """Return what changed since it was agreed to, of what was agreed to; () where that is unknown.

    Agreeing to the content covers the answers, to the price the price; to handing it in, to the
    declaration or to nothing named, both.
    """
    if not is_given(one):
        return ()
    pairs = {ANSWERS: (one.covers_answers, now.answers), PRICE: (one.covers_price, now.price)}
    parts = COVERS.get(one.purpose, BOTH)
    return tuple(part for part in parts if pairs[part][0] and pairs[part][0] != pairs[part][1])


def still_agreed(bid: Bid) -> frozenset[str]:
    """Return the purposes that somebody agreed to and that still cover what would be sent."""
    dated = [one for one in bid.sign_offs if one.on is not None]
    now = covered_now(bid) if dated else Covered("", "")
    return frozenset(one.purpose for one in dated if not changed_since(one, now))


def _mark(value: object) -> str:
    return sha256(canonical(value).encode()).hexdigest()[:32]
