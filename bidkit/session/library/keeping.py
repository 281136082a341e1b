"""Which things of a bid the library can keep, and how they come into another bid."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from bidkit.domain.answers import Answer
from bidkit.domain.base import Entity, derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import PartnerCheck
from bidkit.domain.edits import with_fields
from bidkit.domain.prose import chips_in, plain_text, read_prose, write_prose
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import money_words
from bidkit.importers.base import Proposal, ProposedEntity, take
from bidkit.session.afterwards.record import facts_kept
from bidkit.session.document import Document, with_entry
from bidkit.session.library.profile import table_of, things_of
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.writing import boxes_of
from bidkit.storage.library import EntryKind, LibraryEntry
from bidkit.words import tr

_CHIP = re.compile(r" ?\[evidence\]\(evidence:([^)\s]*)\)")
OF_ONE_BID = {
    "evidence": frozenset({"outcomes", "partner", "saving_link", "print_for_buyer", "order"}),
    "partners": frozenset(
        {"order", "role", "does", "share", "relied_on_for", "in_rival_bid", "full_cost", "price"}
        | {"paid_only_if", "target", "signed_off_on", "confidentiality_on", "share_code"}
        | {"remedy", "planned_volume", "share_code_on"}
    ),
}
"""Fields that belong to one bid and are not kept."""
CHECKS = "partner_checks"
COLLECTION_OF: dict[EntryKind, str] = {"evidence": "evidence", "partner": "partners"}


def keepable(bid: Bid, bid_id: str) -> tuple[LibraryEntry, ...]:
    """Return everything of a bid that another bid may need: answers, evidence, partners."""
    return (*_answers(bid, bid_id), *_evidence(bid), *_partners(bid))


def bid_entry(bid: Bid, bid_id: str, path: str = "") -> LibraryEntry:
    """Return a bid as one of the past: what it was for, for whom, and what became of it.

    A bid that was won comes up again on the day to start the next one.
    """
    offered, after = bid.opportunity, bid.after
    title = bid.about.title or offered.title or tr("Bid")
    words = (offered.buyer.name, offered.reference, offered.summary, after.feedback)
    data = {
        "outcome": after.outcome,
        "decided_on": after.decided_on.isoformat() if after.decided_on else "",
        "value": money_words(offered.value),
        "path": path,
        "again": after.rebid_on.isoformat() if after.rebid_on and after.outcome == "won" else "",
        **facts_kept(bid),
    }
    text = "\n".join(part for part in words if part)
    again = after.rebid_on if after.outcome == "won" else None
    return LibraryEntry(
        "bid", title, text, source=offered.buyer.name, review_on=again, data=data, id=bid_id
    )


def to_begin_again(entries: Iterable[LibraryEntry], today: date) -> list[LibraryEntry]:
    """Return the bids that were won and whose day to start the next one has come, oldest first."""
    due = [one for one in entries if "" < str(one.data.get("again", "")) <= today.isoformat()]
    return sorted(due, key=lambda one: str(one.data["again"]))


def things_proposal(entries: Iterable[LibraryEntry], bid: Bid) -> Proposal:
    """Return the evidence and partners of these entries as a proposal for a bid."""
    parts = []
    for entry in entries:
        collection = COLLECTION_OF.get(entry.kind, "")
        for thing in _things(entry):
            label = tr("Evidence") if collection == "evidence" else tr("Partner")
            numbered = _numbered(thing, bid) if collection == "evidence" else thing
            parts.append(ProposedEntity(collection, numbered, label))
        for paper in _papers(entry):
            parts.append(ProposedEntity(CHECKS, paper, tr("What was asked of a partner")))
    return Proposal(tr("Our library"), tr("Our library"), (), tuple(parts))


def answer_for(entry: LibraryEntry, bid: Bid, evidence: Collection[str] = ()) -> str:
    """Return the words of a kept answer for a bid, without links to evidence it does not have."""
    there = {one.id for one in bid.evidence} | set(evidence)
    text = str(entry.data.get("text", ""))
    kept = _CHIP.sub(lambda found: found[0] if found[1] in there else "", text)
    return write_prose(read_prose(kept))


def evidence_named(entry: LibraryEntry) -> tuple[str, ...]:
    """Return which evidence a kept answer links to."""
    return tuple(dict.fromkeys(chips_in(read_prose(str(entry.data.get("text", ""))))))


def use_answer(
    document: Document, library: OurLibrary, place: Ref[Bid, Answer], entry: LibraryEntry
) -> None:
    """Put a kept answer into an answer of the bid, with the evidence it names, as one step."""
    answer = document.get(place)
    wanted = set(evidence_named(entry))
    named = [one for one in library.entries(kinds=("evidence",)) if one.id in wanted]

    def change(bid: Bid) -> Bid:
        if all(one.id != answer.id for one in bid.answers):
            bid = with_entry(bid, "answers", answer)
        bid = take(bid, things_proposal(named, bid))
        return with_answer(bid, answer.id, answer_for(entry, bid), entry)

    label = tr("Use “{title}” from our library", title=entry.title)
    document.edit(label, change, place=place)
    library.note_use(entry)


def with_answer(bid: Bid, answer: str, text: str, entry: LibraryEntry) -> Bid:
    """Return the bid with these words at the end of an answer, and where they came from."""
    entries = []
    for one in bid.answers:
        if one.id == answer:
            whole = "\n\n".join(part for part in (one.text, text) if part.strip())
            fields = {"text": write_prose(read_prose(whole)), "reused_from": entry.title}
            entries.append(with_fields(one, fields))
        else:
            entries.append(one)
    changed: Bid = with_fields(bid, {"answers": tuple(entries)})
    return changed


def _answers(bid: Bid, bid_id: str) -> Iterator[LibraryEntry]:
    names = {box.owner: f"{box.name} {box.title}".strip() for box in boxes_of(bid)}
    buyer = bid.opportunity.buyer.name
    for one in bid.answers:
        if one.text.strip() and one.parent in names:
            words = plain_text(read_prose(one.text))
            identity = derived_id("library answer", bid_id, one.id)
            data = {"text": one.text, "words": len(words.split()), "answer": one.id}
            title = names[one.parent]
            source = " · ".join(part for part in (buyer, bid.opportunity.title) if part)
            yield LibraryEntry("answer", title, words, source=source, data=data, id=identity)


def _evidence(bid: Bid) -> Iterator[LibraryEntry]:
    for one in bid.evidence:
        if one.title.strip():
            words = "\n".join(part for part in (one.source, one.finding, one.method) if part)
            yield LibraryEntry(
                "evidence",
                one.title,
                words,
                source=one.source,
                review_on=one.expires_on,
                data=_kept(one, "evidence"),
                id=one.id,
            )


def _partners(bid: Bid) -> Iterator[LibraryEntry]:
    for one in bid.partners:
        if one.name.strip() and one.role != "lead":
            words = "\n".join(part for part in (one.strength, one.past_work) if part)
            mine = [each for each in bid.partner_checks if each.parent == one.id]
            data = _kept(one, "partners") | {CHECKS: [table_of(each, CHECKS) for each in mine]}
            ends = min((each.expires_on for each in mine if each.expires_on), default=None)
            yield LibraryEntry("partner", one.name, words, review_on=ends, data=data, id=one.id)


def _kept(thing: Entity, collection: str) -> dict[str, Any]:
    table = table_of(thing, collection)
    return {name: value for name, value in table.items() if name not in OF_ONE_BID[collection]}


def _papers(entry: LibraryEntry) -> Iterator[PartnerCheck]:
    """Return what was asked of a kept partner, and what came of it."""
    if entry.kind == "partner":
        for one in things_of(PartnerCheck, entry.data.get(CHECKS)):
            if isinstance(one, PartnerCheck):
                yield one.model_copy(update={"parent": entry.id})


def _things(entry: LibraryEntry) -> Iterator[Entity]:
    collection = COLLECTION_OF.get(entry.kind, "")
    kind = shape_of(Bid).collections.get(collection)
    if kind is not None:
        yield from things_of(kind, [entry.data | {"id": entry.id}])


def _numbered(thing: Entity, bid: Bid) -> Entity:
    """Return an item of evidence whose code is free in this bid."""
    taken = {one.code for one in bid.evidence if one.id != thing.id}
    code = getattr(thing, "code", "")
    if code and code in taken:
        return thing.model_copy(update={"code": ""})
    return thing
