"""What is wrong with what we know of the opportunity: buyer, way in, term, lots, conditions."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.figures.readings.term import term_months
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, ask, is_grant
from bidkit.words import tr

USUAL_TERM_MONTHS = 36


def no_buyer(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nobody is named as the buyer or funder."""
    if not bid.opportunity.buyer.name.strip():
        grant = is_grant(bid)
        yield Remark(
            here(lambda b: b.opportunity.buyer.name),
            Level.SHOULD,
            tr("Which funder is this for?") if grant else tr("Who is the buyer?"),
            tr("The name stands on the cover and is looked for in every answer."),
            tr("Write it exactly as they do."),
        )


def no_title(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The opportunity has no name."""
    if not bid.opportunity.title.strip():
        yield Remark(
            here(lambda b: b.opportunity.title),
            Level.SHOULD,
            tr("What is it called?"),
            tr("What arrives is sorted by its title and reference."),
            tr("Copy the title from the notice or the fund's page."),
        )


def no_way_in(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Nobody said how it is handed in."""
    if not bid.opportunity.way_in:
        yield Remark(
            here(lambda b: b.opportunity.way_in),
            Level.SHOULD,
            tr("How is it handed in?"),
            tr("Portal boxes, a form and a document of your own are written differently."),
            tr("Look in the instructions and choose one."),
        )


def no_rules_named(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A contract whose rules nobody has named."""
    if not bid.opportunity.regime and not is_grant(bid):
        yield Remark(
            here(lambda b: b.opportunity.regime),
            Level.HINT,
            tr("Which rules does the buyer follow?"),
            tr("They decide the question sets, the checks and the standstill."),
            tr("The notice or the instructions name the law; choose the one they name."),
        )


def short_term(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A term under the usual three years."""
    months = term_months(bid.opportunity)
    if months is not None and 0 < months < USUAL_TERM_MONTHS:
        yield Remark(
            here(lambda b: b.opportunity.period),
            Level.HINT,
            tr("It runs for {n} months; three years is usual.", n=months),
            tr("A short term leaves little time to earn back what starting costs."),
            tr("Put the cost of starting and ending into the price, or ask about extensions."),
        )


def ends_before_start(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A contract that ends before it starts."""
    period = bid.opportunity.period
    if period.starts_on and period.ends_on and period.ends_on < period.starts_on:
        yield Remark(
            here(lambda b: b.opportunity.period.ends_on),
            Level.SHOULD,
            tr("It ends before it starts."),
            tr("Start and end decide expiry checks and the yearly value."),
            tr("Check both dates against the notice."),
        )


def no_lot_chosen(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Lots, and none of them chosen."""
    if bid.lots and not any(one.bidding == "yes" for one in bid.lots):
        yield Remark(
            here(lambda b: b.lots),
            Level.SHOULD,
            tr("Which lots are you bidding for?"),
            tr("Answers, costs and documents can differ by lot."),
            tr("Say yes or no to each lot."),
        )


def too_many_lots(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """More lots than one bidder may bid for."""
    most = bid.opportunity.lots_most_bids
    chosen = [one for one in bid.lots if one.bidding == "yes"]
    if most is not None and 0 <= most < len(chosen):
        yield Remark(
            here(lambda b: b.lots),
            Level.SHOULD,
            tr("You bid for {n} lots; the buyer allows {most}.", n=len(chosen), most=most),
            tr("Bids over the limit may be put aside, and not by your choice."),
            tr("Leave out the lots you want least."),
        )


def condition_unmet(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A condition of taking part that we do not meet, or have not looked at."""
    for one in bid.conditions:
        place = at(lambda b: b.conditions, one, lambda c: c.met)
        if one.met == "no" and not one.how_met.strip():
            yield Remark(
                place,
                Level.SHOULD,
                tr("You do not meet a condition of taking part."),
                one.text,
                tr(
                    "{ask} before bidding, find a partner who meets it, or explain.",
                    ask=ask(bid),
                ),
            )
        elif one.met in ("", "unknown") and one.text.strip():
            yield Remark(
                place,
                Level.HINT,
                tr("Do you meet this condition of taking part?"),
                one.text,
                tr("Say yes or no, and how."),
            )


def notice_not_read(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Parts of the notice that could not be read."""
    if bid.opportunity.notice.not_read.strip():
        yield Remark(
            here(lambda b: b.opportunity.notice.not_read),
            Level.HINT,
            tr("Some of the notice could not be read."),
            bid.opportunity.notice.not_read,
            tr("Look at it on the buyer's page and add what matters."),
        )


def talked_while_live(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A conversation with the buyer after the notice was published."""
    notice = bid.opportunity.notice
    if is_grant(bid) or notice.published_on is None or notice.stage not in ("", "tender"):
        return
    for one in bid.contacts:
        if one.on is not None and one.on >= notice.published_on:
            yield Remark(
                at(lambda b: b.contacts, one),
                Level.SHOULD,
                tr("This conversation took place after the notice was out."),
                tr("From then on any approach outside the portal may put you out."),
                tr("Use only the portal's messages, and keep a note of what was said."),
            )


NOTICE = "The buyer's notice and instructions"
PROCUREMENT = "Guidance on the Procurement Act 2023, gov.uk"
HERE = Stage.OPPORTUNITY
RULES = (
    rule(no_title, HERE, "opportunity", NOTICE),
    rule(no_buyer, HERE, "opportunity about", NOTICE),
    rule(no_way_in, HERE, "opportunity", NOTICE),
    rule(no_rules_named, HERE, "opportunity about", PROCUREMENT, small_grant=False),
    rule(
        short_term,
        HERE,
        "opportunity",
        "Partnership in Public Services, 2006: three years as the norm",
        small_grant=False,
    ),
    rule(ends_before_start, HERE, "opportunity"),
    rule(no_lot_chosen, HERE, "lots", NOTICE, small_grant=False),
    rule(too_many_lots, HERE, "lots opportunity", NOTICE, small_grant=False),
    rule(condition_unmet, HERE, f"conditions {ASK_READS}", "Procurement Act 2023, section 22"),
    rule(notice_not_read, HERE, "opportunity", NOTICE),
    rule(talked_while_live, HERE, "opportunity about contacts", PROCUREMENT, small_grant=False),
)
