"""What the page of full value says of an item, a figure or a cell; no widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, percent_words
from bidkit.domain.value import Quadrant, ValueItem
from bidkit.figures.readings.value import Returned, ratio_words, subsidy_of
from bidkit.figures.social_return import Benefit
from bidkit.figures.value import Lacking, claim
from bidkit.rules.said import speaks_of_sector
from bidkit.session.value.statement import claimed
from bidkit.words import Words, later, tr

COLUMN_QUESTION = later("Which stakeholders?")
ROW_QUESTION = later("What effect on them?")
COLUMNS = (later("Primary (user)"), later("Secondary (non-user)"))
ROWS = (later("Outcomes"), later("Satisfaction"))
CELLS: tuple[tuple[Quadrant, Quadrant], ...] = (
    ("primary outcomes", "secondary outcomes"),
    ("primary satisfaction", "secondary satisfaction"),
)
TITLES: dict[Quadrant, Words] = {
    "": later("Not in a cell yet"),
    "primary outcomes": later("Primary Outcomes"),
    "secondary outcomes": later("Secondary Outcomes"),
    "primary satisfaction": later("Primary Satisfaction"),
    "secondary satisfaction": later("Secondary Satisfaction"),
}
LACKS: dict[Lacking, Words] = {
    Lacking.INTEREST: later("too few care"),
    Lacking.RELEVANCE: later("not relevant enough"),
    Lacking.EVIDENCE: later("no evidence linked"),
}
NOT_SAID: dict[Lacking, Words] = {
    Lacking.INTEREST: later("interest not judged"),
    Lacking.RELEVANCE: later("relevance not judged"),
}
KINDS: dict[Benefit, Words] = {
    Benefit.FISCAL: later("Money a public body saves"),
    Benefit.ECONOMIC: later("Worth to the economy"),
    Benefit.SOCIAL: later("Worth to people"),
}
ASSUMED = {
    "quantity": later("How many"),
    "unit_value": later("Value of each"),
    "deadweight": later("Would have happened anyway"),
    "displacement": later("Moved from elsewhere"),
    "attribution": later("Due to others"),
    "drop_off": later("Wearing off"),
    "inputs": later("What is put in"),
}


def claim_words(item: ValueItem) -> str:
    """Return "claimed", or "listed, not claimed" with the reasons."""
    if claimed(item):
        return tr("claimed")
    said = claim(item.interest, item.relevance, len(item.evidence))
    reasons = [str(LACKS[name]) for name in said.lacking]
    reasons += [str(NOT_SAID[name]) for name in said.not_said]
    if speaks_of_sector(item.statement):
        reasons = [tr("it speaks of the sector, not of you")]
    if item.include == "no":
        reasons = [tr("left out by choice")]
    return tr("listed, not claimed: {reasons}", reasons=", ".join(reasons))


def extra_words(item: ValueItem) -> str:
    """Return the warning for an extra the price does not pay for, or ''."""
    found = subsidy_of(item)
    if found is None:
        return ""
    amount = money_words(found.carried)
    most = tr("up to {amount}", amount=amount) if item.paid_for == "part" else amount
    if item.who_pays.strip():
        return tr(
            "{amount} of this is not in the price: {who}. Make sure of it for the whole term.",
            who=item.who_pays.strip(),
            amount=most,
        )
    return tr(
        "Nobody is named who pays {amount} of this. Full cost recovery says: price it, name who "
        "carries it, or do not offer it.",
        amount=most,
    )


def spoken(item: ValueItem) -> str:
    """Return an item as a screen reader says it."""
    parts = (item.stakeholder, item.statement, claim_words(item))
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())


def return_rows(found: Returned) -> tuple[tuple[str, str, str], ...]:
    """Return every assumption with the ratio a quarter lower and a quarter higher."""
    return tuple(
        (str(ASSUMED[swing.assumption]), ratio_words(swing.lower), ratio_words(swing.higher))
        for swing in found.swings
    )


def return_notes(found: Returned) -> tuple[str, ...]:
    """Return what is to be said beside a ratio: its rate, what it must not be used for, doubts."""
    if found.trouble:
        return (found.trouble,)
    if found.account is None:
        return (tr("Add a line with how many and what each is worth, and it is worked out here."),)
    notes = [
        tr(
            "Discounted at {rate} a year. Always show it with its assumptions, and do not compare "
            "it with the ratio of another organisation.",
            rate=percent_words(found.rate),
        )
    ]
    if found.account.ratio is None:
        notes.append(tr("Say what is put in, and the ratio is worked out."))
    for one, other in found.double:
        notes.append(
            tr("“{one}” and “{other}” may count the same change twice.", one=one, other=other)
        )
    return tuple(notes)


def kind_rows(found: Returned) -> tuple[tuple[str, str, str], ...]:
    """Return what goes to whom, kind by kind, where the kinds differ or money can be saved."""
    account = found.account
    if account is None:
        return ()
    worth = {kind: account.of(kind) for kind in Benefit}
    if all(not amount for kind, amount in worth.items() if kind is not Benefit.SOCIAL):
        return ()
    paid = account.inputs
    return tuple(
        (
            str(KINDS[kind]),
            money_words(amount),
            ratio_words(amount / paid if paid > 0 else None),
        )
        for kind, amount in worth.items()
        if amount
    )


def seen_by(bid: Bid, audience: str) -> Sequence[ValueItem]:
    """Return what matters to an audience, as was ticked; everything for ''."""
    return [item for item in bid.value_items if not audience or audience in item.audiences]


def audience_words(bid: Bid, audience: str) -> str:
    """Return how much matters to an audience and how much of it is claimed; '' for nobody named."""
    if not audience:
        return ""
    seen = seen_by(bid, audience)
    good = sum(claimed(item) for item in seen)
    if not seen:
        return tr(
            "Nothing is ticked for them yet: choose a benefit and say who wants to hear of it."
        )
    return tr("{n} benefits matter to them, {good} are claimed.", n=len(seen), good=good)


def items_of(bid: Bid, cell: Quadrant) -> Sequence[ValueItem]:
    """Return the items of a cell in their order."""
    return [item for item in bid.value_items if item.quadrant == cell]
