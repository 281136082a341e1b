"""What is wrong with bidding together: fit, papers, panel, money, signing, subcontracting."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import day_words, money_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.partnership import fit_of, roll_up
from bidkit.figures.rounding import NOUGHT
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.joint import READS as SHOWN
from bidkit.rules.joint import must_show
from bidkit.rules.places import at, here
from bidkit.rules.subjects.together.partners import LESSONS, name_of
from bidkit.words import tr

TWO = 2


def not_shown(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something a joint bid must show that nothing says yet, once two partners have a name."""
    if sum(bool(one.name.strip()) for one in bid.partners) < TWO:
        return
    for one in must_show(bid):
        if not one.stands and not one.judged:
            yield Remark(
                one.place,
                Level.HINT,
                tr("A joint bid must show: {what}", what=one.words),
                tr("Buyers of joint bids look for it, and it is nowhere yet."),
                tr("Fill it in here; the answers and the document take it from here."),
            )


def rival_named(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner whom we also list as somebody who may bid against us."""
    rivals = {_plain(one.name) for one in bid.competitors} - {""}
    for one in bid.partners:
        if _plain(one.name) in rivals and one.in_rival_bid == "":
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.in_rival_bid),
                Level.SHOULD,
                tr("{name} is on your list of competitors.", name=name_of(one)),
                tr("A partner who is in a rival bid too may not see price or method."),
                tr("Ask them, and say here whether they are."),
            )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def poor_fit(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner with nought for trust, for what it adds, or for not competing."""
    for one in bid.partners:
        fit = fit_of(one)
        says = {
            "trust": tr("You do not trust {name}.", name=name_of(one)),
            "adds_value": tr("{name} adds nothing you lack.", name=name_of(one)),
            "not_competing": tr("{name} competes with you.", name=name_of(one)),
        }
        for name in fit.noughts:
            if name in says:
                yield Remark(
                    at(lambda b: b.partners, one),
                    Level.SHOULD,
                    says[name],
                    tr("You marked it 0 on the scorecard. Partnerships break at this point."),
                    tr("Talk it through before you go on, or look for another partner."),
                )
        if fit.outside:
            yield Remark(
                at(lambda b: b.partners, one),
                Level.HINT,
                tr("The fit of {name} has marks that are not 0, 1 or 2.", name=name_of(one)),
                tr("They do not count."),
                tr("0 means no, 1 partly, 2 yes."),
            )


def paper_poor(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A paper of a partner that shows something poor, or that runs out before we begin."""
    names = {one.id: name_of(one) for one in bid.partners}
    starts = bid.opportunity.period.starts_on
    for one in bid.partner_checks:
        name = names.get(one.parent, "")
        if not name:
            continue
        if one.shows == "poor":
            yield Remark(
                at(lambda b: b.partner_checks, one, lambda c: c.shows),
                Level.SHOULD,
                tr("{name}: {paper}", name=name, paper=one.text),
                tr("What came back is poor, and their failure would be yours."),
                tr("Agree what they put right and by when, or do without them."),
            )
        elif starts is not None and one.expires_on is not None and one.expires_on < starts:
            yield Remark(
                at(lambda b: b.partner_checks, one, lambda c: c.expires_on),
                Level.HINT,
                tr("{name}: {paper} runs out before the start.", name=name, paper=one.text),
                tr("The contract starts on {day}.", day=day_words(starts, weekday=False)),
                tr("Ask for the new one, and note the day."),
            )


def panel_not_independent(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Somebody on the panel that shares the work out who has a stake in it."""
    for one in bid.panel_members:
        if one.independent == "no":
            yield Remark(
                at(lambda b: b.panel_members, one, lambda m: m.independent),
                Level.SHOULD,
                tr("Somebody on the decision panel would gain by the decision."),
                tr("Work is shared out fairly only by people who do not tender for it."),
                tr("Ask somebody from outside, or let them stand back and write it down."),
            )


def paid_above_price(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Partners who together would be paid more than there is."""
    money = roll_up(bid)
    if money.left is not None and money.left < NOUGHT and money.members is not None:
        yield Remark(
            here(lambda b: b.partners),
            Level.SHOULD,
            tr("Together the partners are paid more than there is."),
            tr(
                "Pay {paid}, to share out {members}.",
                paid=money_words(money.paid),
                members=money_words(money.members),
            ),
            tr("Lower what is paid, raise the price, or make the centre smaller."),
        )


def due_below_cost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner whose share of the price after the slice is less than its full cost."""
    known = {one.id: one for one in bid.partners}
    for part in roll_up(bid).parts:
        if part.paid is not None or part.due is None or part.full_cost is None:
            continue
        if part.due < part.full_cost:
            yield Remark(
                at(lambda b: b.partners, known[part.partner], lambda p: p.full_cost),
                Level.SHOULD,
                tr(
                    "The share of {name} does not pay its full cost.",
                    name=name_of(known[part.partner]),
                ),
                tr(
                    "Share {due}, full cost {cost}.",
                    due=money_words(part.due),
                    cost=money_words(part.full_cost),
                ),
                tr("Change the shares, the slice or the price."),
            )


def vat_between_unclear(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Money that passes between partners, with nobody knowing whether VAT is on it."""
    for one in bid.partners:
        if one.role != "lead" and one.price and one.vat in ("", "unknown"):
            yield Remark(
                at(lambda b: b.partners, one, lambda p: p.vat),
                Level.HINT,
                tr("Does {name} charge VAT on its part?", name=name_of(one)),
                tr("VAT a partner charges is a cost to you where you cannot get it back."),
                tr("Ask them, and take advice where it is not clear."),
            )


def signed_too_soon(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An agreement that is signed while what it must settle is open, or targets are missing."""
    if bid.partnership.agreement_signed_on is None:
        return
    open_points = [one for one in bid.agreement_points if one.mandatory and one.settled != "yes"]
    without = [one for one in bid.partners if one.role != "lead" and one.target is None]
    if open_points:
        yield Remark(
            at(lambda b: b.agreement_points, open_points[0], lambda p: p.settled),
            Level.SHOULD,
            tr("The agreement is signed, and {n} of its points are open.", n=len(open_points)),
            tr("What is shaped before signing holds; what is left open is argued about."),
            tr("Settle them in a written change, or tick what is settled."),
        )
    if without:
        yield Remark(
            at(lambda b: b.partners, without[0], lambda p: p.target),
            Level.HINT,
            tr("The agreement is signed, and {name} has no target.", name=name_of(without[0])),
            tr("Targets are agreed before signing, from what was reached before."),
            tr("Enter what they are to deliver."),
        )


def subcontract_untested(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Ourselves as somebody's subcontractor without the five boxes, or with one that is poor."""
    boxes = bid.subcontract_tests
    poor = [one for one in boxes if one.answer == "poor"]
    if poor:
        yield Remark(
            at(lambda b: b.subcontract_tests, poor[0], lambda t: t.answer),
            Level.SHOULD,
            tr("Poor: {box}", box=poor[0].text),
            tr("Cost and risk are pushed down the chain, and the last one bears them."),
            tr("Change the terms before you sign, or do not sign."),
        )
    elif bid.partnership.bidding_model == "as subcontractor" and (
        not boxes or any(not one.answer for one in boxes)
    ):
        yield Remark(
            here(lambda b: b.subcontract_tests),
            Level.SHOULD,
            tr("Not all five boxes are answered yet."),
            tr("Before signing as a subcontractor, know what it does to you."),
            tr("Answer each: margin, delivery, the rest of your work, overheads, balance."),
        )


def prime_pays_late(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A main contractor who wants to pay later than the law allows."""
    days, allowed = bid.partnership.prime_pays_in_days, facts.levels.payment_days
    if days is None or allowed is None or days <= allowed:
        return
    yield Remark(
        here(lambda b: b.partnership.prime_pays_in_days),
        Level.SHOULD,
        tr("They want to pay after {n} days.", n=days),
        tr("In the chain of a public contract it is {n} days from a valid invoice.", n=allowed),
        tr("Ask for that term in writing, and plan your cash for it."),
    )


def flow_down_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Lines of the main contract that are not in the partners' contracts yet."""
    lines = [one for one in bid.agreement_points if one.kind == "flow-down"]
    missing = [one for one in lines if one.settled == ""]
    if lines and len(missing) < len(lines) and missing:
        yield Remark(
            at(lambda b: b.agreement_points, missing[0], lambda p: p.settled),
            Level.HINT,
            tr("{n} lines of the main contract are not passed on yet.", n=len(missing)),
            tr("What binds you and not them is yours alone when it goes wrong."),
            tr("Put each into the partners’ contracts, or say no where it does not apply."),
        )


HERE = Stage.PARTNERS
CHAIN = "Partnership in Public Services, 2006, on prime contractors"
RULES = (
    rule(not_shown, HERE, " ".join(SHOWN), "Procurement Act 2023, guidance on consortia"),
    rule(rival_named, HERE, "partners competitors", "Competition law"),
    rule(poor_fit, HERE, "partners", LESSONS),
    rule(paper_poor, HERE, "partners partner_checks opportunity", LESSONS),
    rule(panel_not_independent, HERE, "panel_members", LESSONS),
    rule(paid_above_price, HERE, "partners partnership costing", LESSONS),
    rule(due_below_cost, HERE, "partners partnership costing", LESSONS),
    rule(vat_between_unclear, HERE, "partners", "HMRC, VAT and charities"),
    rule(signed_too_soon, HERE, "partnership agreement_points partners", LESSONS),
    rule(subcontract_untested, HERE, "partnership subcontract_tests", CHAIN),
    rule(prime_pays_late, HERE, "partnership", "Procurement Act 2023, section 73", "levels"),
    rule(flow_down_open, HERE, "agreement_points", CHAIN),
)
