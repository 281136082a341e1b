"""Heads of terms: what the partners agree before they sign, on a few pages for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.domain.consortium import AgreementPoint, Partner
from bidkit.domain.showing import UK, day_words, money_words, number_words, percent_words
from bidkit.export import tree
from bidkit.export.compose.charts import ROLE_WORDS
from bidkit.export.compose.document import title_of
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import labelled, plain_blocks
from bidkit.words import later, tr

STRUCTURES = {
    "lead_within": later(
        "One partner leads and holds the contract; the others are subcontractors."
    ),
    "lead_external": later("A managing agent leads and does not deliver."),
    "new_entity": later("A new body, set up together, holds the contract."),
    "hub_spoke": later("A centre owned by its members holds the contract and keeps a share of it."),
}
LIABILITIES = {
    "lead only": later("The lead alone answers to the buyer."),
    "several": later("Each answers for its own part."),
    "joint and several": later("All answer for everything."),
}


def held_back(bid: Bid, today: date) -> tuple[Partner, ...]:
    """Return the partners because of whom no sum may be written down.

    Those without confidentiality dated by today, and those who are in a rival bid too.
    """
    return tuple(
        one
        for one in bid.partners
        if one.role != "lead"
        and (
            one.confidentiality_on is None
            or one.confidentiality_on > today
            or one.in_rival_bid == "yes"
        )
    )


def heads_of_terms(bid: Bid, today: date) -> tree.Document:
    """Return the heads of terms; sums stand in them only where nobody is held back."""
    bid = without_held_back(bid, today)
    kept = held_back(bid, today)
    sections = (
        _section(tr("Parties"), _parties(bid), "parties"),
        _section(tr("Purpose and structure"), _purpose(bid), "purpose"),
        _section(tr("Who does what"), _work(bid), "work"),
        _section(tr("Money"), _money(bid, kept), "money"),
        _section(tr("What the agreement settles"), _points(bid, ""), "points"),
        _section(tr("Passed on from the main contract"), _points(bid, "flow-down"), "flow-down"),
        _section(tr("Deciding together"), _deciding(bid), "deciding"),
        _section(tr("Signed"), _signing(bid), "signing"),
    )
    numbered = [one for one in sections if one.blocks]
    return tree.Document(
        title=tr("Heads of terms: {title}", title=title_of(bid)),
        subtitle=tr("Not binding until the agreement is signed. Take legal advice."),
        language=bid.about.language,
        reader="partners",
        bidder=bid.organisation.name,
        blocks=tuple(
            tree.Section(one.title, one.blocks, str(at), one.key)
            for at, one in enumerate(numbered, start=1)
        ),
        about=tree.About(
            author=bid.organisation.name, created=datetime.combine(today, time(12), UK)
        ),
    )


def _section(title: str, blocks: Iterable[tree.Block], key: str) -> tree.Section:
    return tree.Section(title, tuple(blocks), key=key)


def _parties(bid: Bid) -> tree.Blocks:
    rows = tuple(
        tree.row(
            one.name,
            str(ROLE_WORDS.get(one.role, "")),
            one.charity_number or one.company_number,
            heading=True,
        )
        for one in bid.partners
    )
    return table((tr("Organisation"), tr("Role"), tr("Number")), rows, (50, 25, 25))


def _purpose(bid: Bid) -> tree.Blocks:
    said = bid.partnership
    lines = (
        str(STRUCTURES.get(said.structure, "")),
        str(LIABILITIES.get(said.liability, "")),
    )
    buyer = bid.opportunity.buyer.name
    contract = tr("To bid together to {buyer} for {title}.", buyer=buyer, title=title_of(bid))
    return (
        tree.paragraph(contract),
        *plain_blocks(said.advantage),
        *(tree.paragraph(one) for one in lines if one),
    )


def _work(bid: Bid) -> tree.Blocks:
    rows = tuple(
        tree.row(
            one.name,
            one.does,
            percent_words(one.share),
            number_words(one.target),
            heading=True,
        )
        for one in bid.partners
    )
    return table(
        (tr("Organisation"), tr("Does"), tr("Share"), tr("Target")), rows, (26, 48, 12, 14)
    )


def _money(bid: Bid, kept: tuple[Partner, ...]) -> tree.Blocks:
    if kept:
        names = ", ".join(one.name or tr("a partner") for one in kept)
        words = tr(
            "Sums are left out: confidentiality is not agreed with {names}, or they are in a "
            "rival bid.",
            names=names,
        )
        return (tree.paragraph(words),)
    rows = tuple(
        tree.row(one.name, money_words(one.price), one.paid_only_if, one.remedy, heading=True)
        for one in bid.partners
        if one.price is not None or one.paid_only_if
    )
    titles = (tr("Organisation"), tr("Paid"), tr("Only if"), tr("If it does not happen"))
    slice_said = bid.partnership.top_slice
    words = tr("The centre keeps {share} of each payment.", share=percent_words(slice_said))
    return (
        *table(titles, rows, (26, 16, 29, 29)),
        *((tree.paragraph(words),) if slice_said is not None else ()),
    )


def _points(bid: Bid, kind: str) -> tree.Blocks:
    rows = tuple(
        tree.row(one.text, _state(one), one.note, heading=True)
        for one in bid.agreement_points
        if one.kind == kind
    )
    return table((tr("Point"), tr("Settled"), tr("How")), rows, (46, 12, 42))


def _state(one: AgreementPoint) -> str:
    if one.settled == "yes":
        return tr("yes")
    return tr("does not apply") if one.settled == "no" and one.kind else tr("open")


def _deciding(bid: Bid) -> tree.Blocks:
    said = bid.partnership
    return (
        *plain_blocks(said.governance),
        *labelled(tr("One point of contact"), said.single_contact),
        *labelled(tr("Who shares out the work"), said.decision_panel),
        *labelled(tr("Facilitator"), said.facilitator),
    )


def _signing(bid: Bid) -> tree.Blocks:
    rows = tuple(
        tree.row(one.name, "", "", day_words(one.signed_off_on, weekday=False), heading=True)
        for one in bid.partners
    )
    titles = (tr("For"), tr("Name"), tr("Signature"), tr("Agreed on"))
    return table(titles, rows, (30, 24, 26, 20))
