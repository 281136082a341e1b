"""Drafting the statement of full value, in the order in which a buyer can follow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.domain.value import Quadrant, ValueItem
from bidkit.figures.value import claim
from bidkit.rules.said import speaks_of_sector
from bidkit.session.document import Document
from bidkit.words import tr

LIGHT_EACH = 2
STATEMENT = ref(Bid, lambda bid: bid.full_value.statement)


def claimed(item: ValueItem) -> bool:
    """Tell whether a benefit is claimed: it may be, and nobody said that it shall not.

    What is said of all charities is listed only: it claims nothing of us.
    """
    grounded = claim(item.interest, item.relevance, len(item.evidence)).include
    return grounded and item.include != "no" and not speaks_of_sector(item.statement)


def draft_statement(bid: Bid) -> str:
    """Return a draft of the statement from what is claimed; '' where nothing is.

    Order: outcomes of the contract, other outcomes, satisfaction of users, satisfaction of others,
    cost and who gains, what is in the price, on top and not claimed. What is only ours (costs, who
    carries them, what is listed and not claimed) is never in it. A light statement takes the two
    of each cell that matter most; the others stay claimed on the page.
    """
    chosen = [item for item in bid.value_items if claimed(item) and item.statement.strip()]
    if bid.full_value.light:
        chosen = _strongest(chosen)
    if not chosen:
        return ""
    paragraphs = [
        _paragraph(bid, chosen, "primary outcomes", tr("What the contract is for.")),
        _paragraph(bid, chosen, "secondary outcomes", tr("What others gain from it.")),
        _paragraph(bid, chosen, "primary satisfaction", tr("What people who use it say.")),
        _paragraph(bid, chosen, "secondary satisfaction", tr("What others say.")),
        _gain(bid),
        _price(bid, chosen),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _strongest(items: Sequence[ValueItem]) -> list[ValueItem]:
    """Return those of each cell that most care about and that are most relevant, in their order."""
    kept: set[str] = set()
    for cell in {item.quadrant for item in items}:
        mine = [item for item in items if item.quadrant == cell]
        mine.sort(key=lambda item: -((item.interest or 0) + (item.relevance or 0)))
        kept.update(item.id for item in mine[:LIGHT_EACH])
    return [item for item in items if item.id in kept]


def put_draft(document: Document) -> bool:
    """Write the draft over the statement as one step; tell whether there was anything to write."""
    words = draft_statement(document.bid)
    if words:
        document.edit(
            tr("Draft the statement"), lambda bid: STATEMENT.set(bid, words), place=STATEMENT
        )
    return bool(words)


def _paragraph(bid: Bid, items: Sequence[ValueItem], cell: Quadrant, opening: str) -> str:
    mine = [item for item in items if item.quadrant == cell]
    if not mine:
        return ""
    return " ".join((opening, *(_sentence(item, bid.evidence) for item in mine)))


def _sentence(item: ValueItem, evidence: Iterable[Evidence]) -> str:
    words = item.statement.strip().rstrip(".")
    if item.stakeholder.strip():
        words = f"{item.stakeholder.strip()}: {words}"
    if item.compared_with.strip():
        words += tr(", compared with {what}", what=item.compared_with.strip().rstrip("."))
    proofs = [one.title or one.code for one in evidence if one.id in item.evidence]
    if any(proofs):
        words += tr(" (shown by {proofs})", proofs="; ".join(proof for proof in proofs if proof))
    return f"{words}."


def _gain(bid: Bid) -> str:
    words = bid.full_value.cost_and_benefit.strip()
    return tr("Who gains in money. {words}", words=words) if words else ""


def _price(bid: Bid, items: Sequence[ValueItem]) -> str:
    within = [item for item in items if item.in_contract == "yes" or item.paid_for == "yes"]
    on_top = [item for item in items if item not in within and item.commitment == "yes"]
    sentences = []
    if within:
        sentences.append(tr("In the price: {things}.", things=_names(within)))
    if on_top:
        sentences.append(tr("Offered on top: {things}.", things=_names(on_top)))
    if any(not claimed(item) for item in bid.value_items):
        sentences.append(tr("Not claimed: anything we cannot show yet."))
    return " ".join(sentences)


def _names(items: Iterable[ValueItem]) -> str:
    return "; ".join(item.statement.strip().rstrip(".") for item in items)
