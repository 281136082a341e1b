"""Rules as data, and the checker that runs only those whose inputs have changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bidkit.domain.base import Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level, Span
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage, stages_of
from bidkit.rules.facts import Facts


@dataclass(frozen=True)
class Remark:
    """What a rule says of one place; its rule's name, stage and source are added by the checker."""

    place: Ref[Bid, Any]
    level: Level
    what: str
    why: str = ""
    advice: str = ""
    span: Span | None = None
    stage: Stage | None = None


Piece = tuple[Any, ...]
Pieces = Callable[[Bid], Iterable[Piece]]


@dataclass(frozen=True)
class Rule:
    """A rule over the bid: it may read only the named top-level fields and facts.

    small_grant: whether it speaks on the small grant route too. A rule is pure and never raises.
    """

    id: str
    stage: Stage
    reads: tuple[str, ...]
    judge: Callable[[Bid, Facts], Iterable[Remark]]
    source: str = ""
    facts: tuple[str, ...] = ()
    small_grant: bool = True


@dataclass(frozen=True)
class PieceRule:
    """A rule over the pieces of a bid, each judged alone so that one edit judges one piece.

    pieces cuts the bid up, reading only the named top-level fields; the first member of a piece is
    its key. judge sees nothing but the piece and the named facts.
    """

    id: str
    stage: Stage
    reads: tuple[str, ...]
    pieces: Pieces
    judge: Callable[[Any, Facts], Iterable[Remark]]
    source: str = ""
    facts: tuple[str, ...] = ()
    small_grant: bool = True


AnyRule = Rule | PieceRule
EVERYTHING = tuple(Bid.model_fields)


def rule(
    judge: Callable[[Bid, Facts], Iterable[Remark]],
    stage: Stage,
    reads: str,
    source: str = "",
    facts: str = "",
    *,
    small_grant: bool = True,
) -> Rule:
    """Return a rule named after its stage and its function; names are parted by spaces."""
    name = f"{stage.value}.{judge.__name__}"
    return Rule(name, stage, tuple(reads.split()), judge, source, tuple(facts.split()), small_grant)


@dataclass(frozen=True)
class _Seen:
    inputs: Piece
    findings: tuple[Finding, ...]


class Checker:
    """Holds what every rule last saw and said, so that an edit runs only the rules it touches."""

    def __init__(self, rules: Sequence[AnyRule]) -> None:
        self._rules = tuple(rules)
        self._seen: dict[str, dict[str, _Seen]] = {}
        self._cut: dict[Pieces, tuple[Piece, dict[str, Piece]]] = {}
        self._known: dict[str, Piece] = {}
        self.runs = 0

    def run(self, bid: Bid, facts: Facts) -> tuple[Finding, ...]:
        """Return every finding of the bid, in the order of the walk."""
        slices = self.slices(bid, facts)
        while True:
            try:
                next(slices)
            except StopIteration as end:
                return tuple(end.value)

    def slices(self, bid: Bid, facts: Facts) -> Generator[None, None, tuple[Finding, ...]]:
        """Run piece by piece, pausing after each; the last step returns what run would.

        A run that is dropped for a newer bid loses nothing: what was judged stays known.
        """
        route, everything = bid.about.route, bid.about.all_stages
        shown = stages_of(route, all_stages=everything)
        small = route == "small_grant" and not everything
        found: list[Finding] = []
        for rule in self._rules:
            if (small and not rule.small_grant) or not _in_this_copy(rule, facts):
                continue
            found += yield from self._judged(rule, bid, facts)
            yield
        places = {stage.value: at for at, stage in enumerate(shown)}
        kept = [one for one in found if one.stage in places and _holds(one, facts)]
        return tuple(sorted(kept, key=lambda one: places[one.stage]))

    def _judged(
        self, rule: AnyRule, bid: Bid, facts: Facts
    ) -> Generator[None, None, list[Finding]]:
        known = self._facts_of(rule, facts)
        before = self._seen.get(rule.id, {})
        now: dict[str, _Seen] = {}
        found: list[Finding] = []
        for key, piece in self._pieces(rule, bid).items():
            inputs = (piece, known)
            seen = before.get(key)
            if seen is None or not same(seen.inputs, inputs):
                seen = _Seen(inputs, tuple(_findings(rule, bid, piece, facts)))
                self.runs += 1
                before[key] = seen
                self._seen[rule.id] = before
                yield
            now[key] = seen
            found += seen.findings
        self._seen[rule.id] = now
        return found

    def _facts_of(self, rule: AnyRule, facts: Facts) -> Piece:
        """Return the facts a rule reads, the very objects of last time where they are the same."""
        known = tuple(getattr(facts, name) for name in rule.facts)
        earlier = self._known.get(rule.id)
        if earlier is not None and same(earlier, known):
            return earlier
        self._known[rule.id] = known
        return known

    def _pieces(self, rule: AnyRule, bid: Bid) -> dict[str, Piece]:
        reads = tuple(getattr(bid, name) for name in rule.reads)
        if isinstance(rule, Rule):
            return {"": reads}
        cut = self._cut.get(rule.pieces)
        if cut is not None and same(cut[0], reads):
            return cut[1]
        earlier = cut[1] if cut is not None else {}
        pieces: dict[str, Piece] = {}
        for piece in rule.pieces(bid):
            old = earlier.get(piece[0])
            pieces[piece[0]] = old if old is not None and same(old, piece) else piece
        self._cut[rule.pieces] = (reads, pieces)
        return pieces


def same(before: object, after: object) -> bool:
    """Tell whether two inputs are the same things: by identity, plain texts and numbers by value.

    Values of the bid that are equal but not the same object count as changed: running a rule once
    too often is safe, running it once too little is not.
    """
    if before is after:
        return True
    if type(before) is not type(after) or isinstance(before, Frozen):
        return False
    if isinstance(before, tuple) and isinstance(after, tuple):
        return len(before) == len(after) and all(map(same, before, after))
    if isinstance(before, str | int | frozenset):
        return before == after
    return repr(before) == repr(after)


def _findings(rule: AnyRule, bid: Bid, piece: Piece, facts: Facts) -> Iterable[Finding]:
    said = rule.judge(bid, facts) if isinstance(rule, Rule) else rule.judge(piece, facts)
    for one in said:
        stage = (one.stage or rule.stage).value
        yield Finding(
            rule.id,
            stage,
            one.level,
            one.place,
            one.what,
            one.why,
            one.advice,
            rule.source,
            one.span,
        )


def _in_this_copy(rule: AnyRule, facts: Facts) -> bool:
    """Tell whether this copy holds what a rule reads; one that reads everything always speaks."""
    return rule.reads == EVERYTHING or not facts.left_out.intersection(rule.reads)


def _holds(finding: Finding, facts: Facts) -> bool:
    if not facts.left_out:
        return True
    address = str(finding.place)
    return not any(
        address == one or address.startswith((f"{one}.", f"{one}[")) for one in facts.left_out
    )
