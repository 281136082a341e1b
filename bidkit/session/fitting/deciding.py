"""Deciding whether to bid: what the bid itself says, taken over where nobody has answered yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Condition
from bidkit.domain.refs import ref
from bidkit.domain.showing import UK
from bidkit.figures.effort import Chance, ChanceResult
from bidkit.importers.base import merged
from bidkit.packs.catalogue import shipped
from bidkit.rules.facts import Facts, Levels
from bidkit.rules.prospects import Said, chance_said, faults_said, gates_said
from bidkit.session.afterwards.standstill import working_calendar
from bidkit.session.document import Document
from bidkit.session.facts import levels_from
from bidkit.words import tr

GATES = ref(Bid, lambda b: b.gates)
FLAGS = ref(Bid, lambda b: b.red_flags)
ASKED = ref(Bid, lambda b: b.clarifications)
LONGEST_QUOTED = 160
BAND = ref(Bid, lambda b: b.decision.chance_band)


def facts_at(now: datetime) -> Facts:
    """Return what the decision may know besides the bid: the day, working days, dated levels."""
    today = now.astimezone(UK).date()
    return Facts(today, now, levels=_levels(today), calendar=working_calendar())


@lru_cache(maxsize=1)
def _levels(today: date) -> Levels:
    return levels_from(shipped(), datetime(today.year, today.month, today.day, 12, tzinfo=UK))


def gates_to_fill(bid: Bid, said: Mapping[str, Said]) -> tuple[str, ...]:
    """Return the gates nobody answered that the bid can speak to, by identity."""
    return tuple(one.id for one in bid.gates if one.answer == "" and one.key in said)


def fill_gates(document: Document, now: datetime) -> int:
    """Answer those gates as the bid says, with the reason, as one step; return how many."""
    said = gates_said(document.bid, facts_at(now))
    wanted = gates_to_fill(document.bid, said)

    def change(bid: Bid) -> Bid:
        filled = tuple(
            with_fields(one, {"answer": said[one.key].answer, "reason": said[one.key].reason})
            if one.id in wanted
            else one
            for one in bid.gates
        )
        return GATES.set(bid, filled)

    if wanted:
        document.edit(tr("Answer the gates from the bid"), change, place=GATES)
    return len(wanted)


def flags_to_fill(bid: Bid) -> tuple[str, ...]:
    """Return the faults nobody looked for that the bid can speak to, by identity."""
    said = faults_said(bid)
    return tuple(one.id for one in bid.red_flags if one.found == "" and one.key in said)


def fill_flags(document: Document) -> int:
    """Answer those faults as the bid says, with the reason, as one step; return how many."""
    said, wanted = faults_said(document.bid), flags_to_fill(document.bid)

    def change(bid: Bid) -> Bid:
        filled = tuple(
            with_fields(one, {"found": said[one.key].answer, "note": said[one.key].reason})
            if one.id in wanted
            else one
            for one in bid.red_flags
        )
        return FLAGS.set(bid, filled)

    if wanted:
        document.edit(tr("Look for faults from the bid"), change, place=FLAGS)
    return len(wanted)


def take_chance(document: Document, now: datetime) -> ChanceResult:
    """Take over the chance the bid suggests, and its reasons where none are written."""
    found = chance_said(document.bid, facts_at(now))
    if found.chance is Chance.UNKNOWN:
        return found

    def change(bid: Bid) -> Bid:
        fields: dict[str, object] = {"decision.chance_band": found.chance.value}
        if not bid.decision.chance_reasons.strip():
            reasons = (*found.speaks_for, *found.speaks_against)
            fields["decision.chance_reasons"] = "\n".join(str(one) for one in reasons)
        changed: Bid = with_fields(bid, fields)
        return changed

    document.edit(tr("Take over the chance"), change, place=BAND)
    return found


def conditions_to_ask(bid: Bid) -> tuple[Condition, ...]:
    """Return the conditions we do not meet, or do not know of, and have not explained."""
    return tuple(
        one
        for one in bid.conditions
        if one.met != "yes" and not one.how_met.strip() and (one.text.strip() or one.minimum)
    )


def ask_about_conditions(document: Document, today: date) -> int:
    """Draft a question to the buyer for each of them, as one step; return how many are new.

    A draft names neither us nor our solution; asking twice is asking once.
    """
    there = {one.id for one in document.bid.clarifications}
    drafts = [
        Clarification(
            id=derived_id("ask condition", one.id),
            ours="yes",
            about=one.id,
            question=_condition_words(one),
            drafted_on=today,
            status="draft",
        )
        for one in conditions_to_ask(document.bid)
    ]
    new = [one for one in drafts if one.id not in there]
    if new:
        document.edit(
            tr("Draft a question"), lambda bid: merged(bid, "clarifications", new), place=ASKED
        )
    return len(new)


def _condition_words(condition: Condition) -> str:
    words = " ".join((condition.text or condition.minimum).split())
    short = words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED].rstrip()}…"
    return tr(
        "Condition of taking part (“{words}”): please could you say whether it may be met in "
        "another way, such as by an equivalent, by a partner, or by the start of the contract?",
        words=short,
    )
