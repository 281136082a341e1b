"""What is wrong with how we deliver: weak words, worries, gaps, cover, start, risks, transfers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import day_words, money_words
from bidkit.domain.stages import Stage
from bidkit.figures.risk import SEVERE_FROM
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.phrases import weak_phrases
from bidkit.rules.places import at, here
from bidkit.rules.reading import reading_of
from bidkit.rules.routes import is_grant
from bidkit.rules.subjects.offer import PANEL, TIPS
from bidkit.words import tr

NOUGHT = Decimal(0)
MANY = 3


def description_weak(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A weak phrase in the short description that a panel keeps beside it."""
    offer = bid.offer
    for place, text in (
        (here(lambda b: b.offer.words_50), offer.words_50),
        (here(lambda b: b.offer.words_100), offer.words_100),
        (here(lambda b: b.offer.words_200), offer.words_200),
    ):
        for hit in weak_phrases(reading_of(text), facts.phrases):
            yield Remark(
                place,
                Level.SHOULD if hit.phrase.weight == "error" else Level.HINT,
                tr("The short description says “{words}”.", words=hit.words),
                tr("It reads as a claim that nothing proves."),
                tr("Better: {better}", better=hit.phrase.better)
                if hit.phrase.better
                else tr("Say what you do and what came of it."),
            )


def no_concern(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The buyer's aims noted, and not one worry."""
    points = [one for one in bid.buyer_points if one.text.strip()]
    if points and not any(one.kind == "concern" for one in points):
        yield Remark(
            here(lambda b: b.buyer_points),
            Level.HINT,
            tr("What worries this buyer?"),
            tr("Aims are easy to find; the worry behind the tender decides."),
            tr("Look for what went wrong before, what the papers repeat, and what they measure."),
        )


def fit_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A gap between what is required and what we do, with nothing done about it."""
    wanted = {one.id: one.quotation for one in bid.requirements}
    for one in bid.fits:
        if one.gap.strip() and not one.action.strip():
            yield Remark(
                at(lambda b: b.fits, one, lambda f: f.action),
                Level.SHOULD,
                tr("A gap has no action: {gap}", gap=one.gap.strip()),
                wanted.get(one.requirement, "") or tr("The offer must fit what is required."),
                tr("Change what you offer, and say by when."),
            )


def mostly_reused(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Answers of which most were taken over from other bids."""
    written = [one for one in bid.answers if one.text.strip()]
    taken = [one for one in written if one.reused_from.strip()]
    if len(taken) >= MANY and len(taken) * 2 > len(written):
        yield Remark(
            at(lambda b: b.answers, taken[0], lambda a: a.text),
            Level.HINT,
            tr("{n} of {all} answers come from other bids.", n=len(taken), all=len(written)),
            tr("Panels notice an offer that was made for somebody else."),
            tr("Read each beside this buyer’s requirements, and change what does not fit."),
        )


def key_person_alone(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A role the service would fail without, and nobody to stand in."""
    for one in bid.roles:
        if one.key_person == "yes" and not one.deputy.strip():
            yield Remark(
                at(lambda b: b.roles, one, lambda r: r.deputy),
                Level.HINT,
                tr("Who stands in for “{role}”?", role=one.title),
                tr("You said the service would fail without them. Panels ask about it."),
                tr("Name the role that takes over, and what is written down for them."),
            )


def role_unvetted(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A role of which nobody has said which check it needs."""
    for one in bid.roles:
        if one.title.strip() and one.vetting == "":
            yield Remark(
                at(lambda b: b.roles, one, lambda r: r.vetting),
                Level.HINT,
                tr("Which check does “{role}” need?", role=one.title),
                tr("Too little puts people at risk, too much is against the law."),
                tr("Choose the level the work asks for; “None” is an answer too."),
            )


def not_ready_in_time(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Getting ready that is not planned, or that ends after the service has begun."""
    starts = bid.opportunity.period.starts_on
    ready = [one for one in bid.steps if one.phase == "mobilisation"]
    if bid.steps and not ready and not bid.offer.mobilisation.strip() and not is_grant(bid):
        yield Remark(
            here(lambda b: b.offer.mobilisation),
            Level.HINT,
            tr("Nothing says how you get ready."),
            tr("Buyers fear a late start more than almost anything."),
            tr("Plan back from the first day, or say here what must stand when."),
        )
    for one in ready:
        if starts is not None and one.ends_on is not None and one.ends_on > starts:
            yield Remark(
                at(lambda b: b.steps, one, lambda s: s.ends_on),
                Level.HINT,
                tr("“{step}” is not ready when the service begins.", step=one.title),
                tr("The contract starts on {day}.", day=day_words(starts, weekday=False)),
                tr("Begin earlier, or say how you manage until then."),
            )


def no_way_out(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A method without a word on what happens at the end."""
    leaves = any(one.phase == "exit" for one in bid.steps)
    said = leaves or bool(bid.offer.exit_plan.strip())
    if bid.offer.method.strip() and not said and not is_grant(bid):
        yield Remark(
            here(lambda b: b.offer.exit_plan),
            Level.HINT,
            tr("What happens at the end?"),
            tr("People, records and staff must pass on safely, whoever comes next."),
            tr("Say who tells people, who takes the records, and when that begins."),
        )


def risk_still_high(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A risk that what we do about it leaves severe, or makes worse."""
    for one in bid.risks:
        before = (one.likelihood or 0) * (one.impact or 0)
        after = (one.likelihood_after or 0) * (one.impact_after or 0)
        if after and (after >= SEVERE_FROM or (before and after > before)):
            yield Remark(
                at(lambda b: b.risks, one, lambda r: r.likelihood_after),
                Level.HINT,
                tr("“{risk}” weighs {n} of 25 after all you do.", risk=one.title, n=after),
                tr("A control that leaves a risk severe is not one yet."),
                tr("Do more, share it with whoever can steer it, or price it."),
            )


def transfer_list(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A staff list that came and was not entered, or a cost below one year's pay."""
    tupe, posts = bid.offer.tupe, bid.transferring
    if tupe.applies != "yes" or tupe.received_on is None:
        return
    pay = sum((one.pay or NOUGHT for one in posts), NOUGHT)
    if not posts:
        yield Remark(
            here(lambda b: b.transferring),
            Level.HINT,
            tr("The staff list came; its posts are not entered."),
            tr("Hours, pay, pension and start of each post decide what it costs."),
            tr("Enter each post without a name."),
        )
    elif tupe.cost_in_price is not None and tupe.cost_in_price < pay:
        yield Remark(
            here(lambda b: b.offer.tupe.cost_in_price),
            Level.SHOULD,
            tr("The cost in the price is less than one year’s pay of the posts."),
            tr(
                "Cost {cost}, pay a year {pay}.",
                cost=money_words(tupe.cost_in_price),
                pay=money_words(pay),
            ),
            tr("Count pay, pension and National Insurance for every year of the contract."),
        )


HERE = Stage.OFFER
TUPE = "Transfer of Undertakings (Protection of Employment) Regulations 2006"
RULES = (
    rule(description_weak, HERE, "offer", PANEL, "phrases"),
    rule(no_concern, HERE, "buyer_points", TIPS),
    rule(mostly_reused, HERE, "answers", TIPS),
    rule(fit_open, HERE, "fits requirements", TIPS, small_grant=False),
    rule(key_person_alone, HERE, "roles", TIPS, small_grant=False),
    rule(
        role_unvetted, HERE, "roles", "Disclosure and Barring Service guidance", small_grant=False
    ),
    rule(not_ready_in_time, HERE, "steps offer opportunity about", TIPS, small_grant=False),
    rule(no_way_out, HERE, "steps offer opportunity about", TIPS, small_grant=False),
    rule(risk_still_high, HERE, "risks", TIPS, small_grant=False),
    rule(transfer_list, HERE, "offer transferring", TUPE, small_grant=False),
)
