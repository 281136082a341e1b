"""Deciding whether to bid: what the bid itself says, taken over where nobody has answered yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.refs import ref
from bidkit.domain.showing import UK
from bidkit.figures.effort import Chance, ChanceResult
from bidkit.packs.catalogue import shipped
from bidkit.rules.facts import Facts, Levels
from bidkit.rules.prospects import Said, chance_said, faults_said, gates_said
from bidkit.session.afterwards.standstill import working_calendar
from bidkit.session.document import Document
from bidkit.session.facts import levels_from
from bidkit.words import tr

GATES = ref(Bid, lambda b: b.gates)
FLAGS = ref(Bid, lambda b: b.red_flags)
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
