"""What is wrong with full value and social value: claims not grounded, extras nobody pays for."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words
from bidkit.domain.stages import Stage
from bidkit.figures.value import Lacking, claim
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.reading import span_at
from bidkit.rules.said import SECTOR_WIDE, weak_words
from bidkit.words import Words, later, tr

LACKS: dict[Lacking, Words] = {
    Lacking.INTEREST: later("Nobody named cares enough about it."),
    Lacking.RELEVANCE: later("It is not relevant enough to what is asked."),
    Lacking.EVIDENCE: later("Nothing proves it."),
}


def claimed_unproved(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A benefit that is claimed though it should only be listed."""
    for one in bid.value_items:
        said = claim(one.interest, one.relevance, len(one.evidence))
        if one.include == "yes" and not said.include:
            reasons = [str(LACKS[name]) for name in (*said.lacking, *said.not_said)]
            yield Remark(
                at(lambda b: b.value_items, one, lambda v: v.include),
                Level.SHOULD,
                tr("This benefit should be listed, not claimed yet."),
                " ".join(reasons),
                tr("Say who cares and how it matters to this buyer, and link evidence."),
            )


def worth_claiming(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A benefit that is ready to be claimed and is not."""
    for one in bid.value_items:
        if one.include == "" and claim(one.interest, one.relevance, len(one.evidence)).include:
            yield Remark(
                at(lambda b: b.value_items, one, lambda v: v.include),
                Level.HINT,
                tr("This benefit is ready to be claimed."),
                tr("It matters to somebody, it is relevant, and it is proved."),
                tr("Include it in the statement, or say no."),
            )


def unpaid_extra(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something given free that costs money."""
    for one in bid.value_items:
        free = one.paid_for in ("no", "part") and one.cost is not None and one.cost > 0
        if free:
            named = one.who_pays.strip()
            yield Remark(
                at(lambda b: b.value_items, one, lambda v: v.who_pays),
                Level.HINT if named else Level.SHOULD,
                tr("Who pays for this extra?")
                if not named
                else tr("This extra is paid by others."),
                tr("It costs {cost} and the price does not cover it.", cost=money_words(one.cost)),
                tr("Price it, name who carries it, or do not offer it.")
                if not named
                else tr("Make sure that {name} agrees for the whole term.", name=named),
            )


def not_a_comparison(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An added value that does not say added to what, or for whom."""
    for one in bid.value_items:
        if one.include == "yes" and not (one.stakeholder.strip() and one.compared_with.strip()):
            yield Remark(
                at(lambda b: b.value_items, one, lambda v: v.compared_with),
                Level.HINT,
                tr("Added to what, and for whom?"),
                tr("Value can only be added to something."),
                tr("Name the group, and the service it is compared with."),
            )


def sector_wide(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A claim about all charities instead of about us."""
    for one in bid.value_items:
        found = SECTOR_WIDE.search(one.statement)
        if found is not None:
            yield Remark(
                at(lambda b: b.value_items, one, lambda v: v.statement),
                Level.SHOULD,
                tr("This speaks of the sector, not of you: “{words}”.", words=found.group()),
                tr("Buyers do not buy from a sector; the next charity says the same."),
                tr("Say what your organisation did, for how many, with what result."),
                span_at(one.statement, found.start(), found.end()),
            )
    found = SECTOR_WIDE.search(bid.full_value.statement)
    if found is not None:
        yield Remark(
            here(lambda b: b.full_value.statement),
            Level.SHOULD,
            tr("This speaks of the sector, not of you: “{words}”.", words=found.group()),
            tr("Buyers do not buy from a sector; the next charity says the same."),
            tr("Say what your organisation did, for how many, with what result."),
            span_at(bid.full_value.statement, found.start(), found.end()),
        )


def bare_words(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Weak phrases in what is said of value and of promises."""
    for item in bid.value_items:
        place = at(lambda b: b.value_items, item, lambda v: v.statement)
        yield from weak_words(place, item.statement, facts.phrases)
    for one in bid.commitments:
        place = at(lambda b: b.commitments, one, lambda c: c.method)
        yield from weak_words(place, one.method, facts.phrases)
    said = bid.full_value
    yield from weak_words(here(lambda b: b.full_value.statement), said.statement, facts.phrases)
    method = here(lambda b: b.full_value.social_method)
    yield from weak_words(method, said.social_method, facts.phrases)


def promise_vague(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A promise without number, day or owner."""
    for one in bid.commitments:
        lacks = [
            str(words)
            for words, held in (
                (later("how much"), one.quantity is not None or bool(one.target.strip())),
                (later("by when"), one.due_on is not None),
                (later("by whom"), bool(one.owner.strip())),
            )
            if not held
        ]
        if lacks and one.status != "idea":
            yield Remark(
                at(lambda b: b.commitments, one),
                Level.SHOULD,
                tr("This promise does not say {what}.", what=", ".join(lacks)),
                tr("Panels mark promises that can be measured; each may become a contract duty."),
                tr("Promise less, and exactly."),
            )


def promise_unproved(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A promise with nothing to show that it can be kept."""
    for one in bid.commitments:
        if one.status in ("offered", "promised") and not one.evidence and not one.method.strip():
            yield Remark(
                at(lambda b: b.commitments, one, lambda c: c.method),
                Level.HINT,
                tr("How will this promise be kept?"),
                tr("A promise needs a method, or proof that you did it before."),
                tr("Add the steps, or link evidence."),
            )


def clause_unanswered(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A clause that is proposed, and nothing said to the worries of a buyer."""
    for one in bid.social_clauses:
        if one.include == "yes" and not one.barriers.strip():
            yield Remark(
                at(lambda b: b.social_clauses, one, lambda c: c.barriers),
                Level.HINT,
                tr("What will the buyer worry about in “{title}”?", title=one.title),
                tr("Law, value for money, choice, budgets, wording and cost keep clauses out."),
                tr("Answer the six worries in a line each."),
            )


HERE = Stage.VALUE
FULL = "From full cost to full value, From Policy to Practice, 2007"
CLAUSES = "Partnership in Public Services, 2006: barriers to social clauses"
PROMISES = "Social value model guidance, gov.uk"
RULES = (
    rule(claimed_unproved, HERE, "value_items", FULL),
    rule(unpaid_extra, HERE, "value_items", FULL),
    rule(sector_wide, HERE, "value_items full_value", FULL),
    rule(bare_words, HERE, "value_items commitments full_value", FULL, "phrases"),
    rule(not_a_comparison, HERE, "value_items", FULL),
    rule(worth_claiming, HERE, "value_items", FULL),
    rule(promise_vague, HERE, "commitments", PROMISES),
    rule(clause_unanswered, HERE, "social_clauses", CLAUSES),
    rule(promise_unproved, HERE, "commitments", PROMISES),
)
