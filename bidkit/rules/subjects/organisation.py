"""What is wrong with our own details: numbers of the wrong form, things out of date or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.showing import day_words
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import months_before
from bidkit.rules.places import at, here
from bidkit.rules.routes import ASK_READS, PLATFORM_REGIMES, ask, is_grant
from bidkit.words import Words, later, tr

COMPANY = re.compile(r"(?:\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z])")
VAT = re.compile(r"GB\d{9}(?:\d{3})?")
PPON = re.compile(r"P[A-Z]{3}-\d{4}-[A-Z]{4}")
SHARE_CODE = re.compile(r"[A-Z0-9]{8}")
CHARITY = re.compile(r"\d{5,7}(?:-\d{1,4})?")


def no_name(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Our own name is missing."""
    if not bid.organisation.name.strip():
        yield Remark(
            here(lambda b: b.organisation.name),
            Level.SHOULD,
            tr("What is your organisation's full legal name?"),
            tr("It must match the register exactly; buyers and funders compare."),
            tr("Copy it from the register entry."),
        )


class Form(NamedTuple):
    """How a register writes its numbers: where ours stands, its form, and the form in words."""

    place: Ref[Bid, str]
    form: re.Pattern[str]
    words: Words


FORMS = (
    Form(
        here(lambda b: b.organisation.company_number),
        COMPANY,
        later("A company number has 8 characters, such as 01234567 or SC123456."),
    ),
    Form(here(lambda b: b.organisation.vat_number), VAT, later("A VAT number is GB and 9 digits.")),
    Form(here(lambda b: b.organisation.ppon), PPON, later("A PPON looks like PABC-1234-DEFG.")),
    Form(
        here(lambda b: b.organisation.share_code.code),
        SHARE_CODE,
        later("A share code has 8 letters and digits."),
    ),
    Form(
        here(lambda b: b.organisation.charity_number),
        CHARITY,
        later("A charity number has 6 or 7 digits, with -1, -2 … for a linked charity."),
    ),
)


def number_form(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A number that is not written as its register writes it."""
    for place, form, words in FORMS:
        number = place.get(bid).strip()
        if number and not form.fullmatch("".join(number.split()).upper()):
            yield Remark(
                place,
                Level.SHOULD,
                tr("This number does not look right: {number}.", number=number),
                str(words),
                tr("Copy it again from the register."),
            )


def share_code_stale(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A share code older than the details it shares, or not looked at for long."""
    code, days = bid.organisation.share_code, facts.levels.share_code_days
    if not code.code.strip():
        return
    seen = [day for day in (code.obtained_on, code.checked_on) if day is not None]
    place = here(lambda b: b.organisation.share_code.obtained_on)
    changed = _details_changed(bid, facts.today)
    if changed is not None and code.obtained_on is not None and changed > code.obtained_on:
        yield Remark(
            place,
            Level.SHOULD,
            tr("Your share code is older than your details."),
            tr(
                "They changed on {day}; the code still shows what stood before.",
                day=day_words(changed),
            ),
            tr("Get a new share code from the central digital platform."),
        )
    elif days is not None and seen and (facts.today - max(seen)).days > days:
        yield Remark(
            here(lambda b: b.organisation.share_code.checked_on),
            Level.HINT,
            tr("Nobody has looked at your shared details for a while."),
            tr("Last looked at on {day}.", day=day_words(max(seen))),
            tr("Check that they are right and note the day."),
        )


def _details_changed(bid: Bid, today: date) -> date | None:
    """Return the last day on which something the platform shares is known to have changed."""
    days = [bid.organisation.share_code.profile_changed_on]
    for person in bid.people:
        days += [person.since, person.until]
    for body in bid.connected_bodies:
        days += [body.since, body.until]
    days += [one.awarded_on for one in bid.quality_marks]
    return max((day for day in days if day is not None and day <= today), default=None)


def share_code_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A procurement that asks for a share code, and none here."""
    code = bid.organisation.share_code
    if bid.opportunity.regime in PLATFORM_REGIMES and not code.code.strip():
        yield Remark(
            here(lambda b: b.organisation.share_code.code),
            Level.SHOULD,
            tr("A share code of the central digital platform is needed."),
            tr("The buyer must have your details from there before the deadline."),
            tr("Register, fill in your details, and copy the code here; it can take some days."),
        )


def name_differs(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A reply that gives another name than ours."""
    name = _plain(bid.organisation.name)
    asked = {one.id for one in bid.questions if one.prefill_from == "organisation.name"}
    for one in bid.responses:
        if one.parent in asked and name and one.text.strip() and _plain(one.text) != name:
            yield Remark(
                at(lambda b: b.responses, one, lambda r: r.text),
                Level.SHOULD,
                tr("Your name is written differently here: {name}.", name=one.text.strip()),
                tr(
                    "Elsewhere it is {name}; registers and funders compare.",
                    name=bid.organisation.name,
                ),
                tr("Use the name of the register entry everywhere."),
                stage=Stage.QUALIFICATION,
            )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def grant_ground(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """What funders ask of a body's rules and bank account, said to be missing."""
    us = bid.organisation
    if not is_grant(bid):
        return
    asked: tuple[tuple[str, Ref[Bid, Any], Words], ...] = (
        (
            us.dissolution_clause,
            here(lambda b: b.organisation.dissolution_clause),
            later("Your governing document has no dissolution clause."),
        ),
        (
            us.bank_in_our_name,
            here(lambda b: b.organisation.bank_in_our_name),
            later("The bank account is not in the organisation's name."),
        ),
        (
            us.two_signatories,
            here(lambda b: b.organisation.two_signatories),
            later("The bank account needs only one signature."),
        ),
        (
            us.filings_current,
            here(lambda b: b.organisation.filings_current),
            later("Your filings with the regulator are not up to date."),
        ),
    )
    for said, place, words in asked:
        if said == "no":
            yield Remark(
                place,
                Level.SHOULD,
                str(words),
                tr("Most funders turn down a request for this alone."),
                tr("{ask} if in doubt; else put it right before you send.", ask=ask(bid)),
            )


def young(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """An organisation younger than some funders accept."""
    months, since = facts.levels.grant_age_months, bid.organisation.registered_on
    if months is None or since is None or not is_grant(bid):
        return
    if since > months_before(facts.today, months):
        yield Remark(
            here(lambda b: b.organisation.registered_on),
            Level.HINT,
            tr("You are younger than {n} months.", n=months),
            tr("Some funders only give to older organisations."),
            tr("Read the fund's conditions, or ask."),
        )


def few_people(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Fewer people run the organisation than funders accept."""
    fewest, people = facts.levels.fewest_people, bid.organisation.trustees_count
    if fewest is None or people is None or people >= fewest or not is_grant(bid):
        return
    yield Remark(
        here(lambda b: b.organisation.trustees_count),
        Level.SHOULD,
        tr("Fewer than {n} people run the organisation.", n=fewest),
        tr("Funders ask for at least {n} who are not related to each other.", n=fewest),
        tr("{ask} whether that is enough, or elect more before you apply.", ask=ask(bid)),
    )


def referee_not_asked(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A referee who has not agreed, or does not know of this bid."""
    for one in bid.referees:
        if one.permission != "yes" or one.told_about_bid != "yes":
            agreed = one.permission == "yes"
            yield Remark(
                at(lambda b: b.referees, one, lambda r: r.permission),
                Level.HINT,
                tr("A referee does not know of this bid yet.")
                if agreed
                else tr("A referee has not agreed yet."),
                tr("A referee taken by surprise rarely helps."),
                tr("Ask them, and tell them what you are bidding for."),
            )


def check_missing(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Somebody in regulated activity without the check it needs."""
    for one in bid.people:
        left = one.until is not None
        if one.regulated_activity == "yes" and one.dbs_level != "enhanced barred" and not left:
            yield Remark(
                at(lambda b: b.people, one, lambda p: p.dbs_level),
                Level.SHOULD,
                tr("Regulated activity needs an enhanced check with the barred lists."),
                tr("The role is {role}.", role=one.role) if one.role else "",
                tr("Have it made before the work begins, or correct what stands here."),
            )


def accounts_old(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Latest accounts that are more than about two years old."""
    ends = [one.year_end for one in bid.accounts if one.year_end is not None]
    if ends and max(ends) < facts.today - timedelta(days=2 * 365):
        yield Remark(
            here(lambda b: b.accounts),
            Level.HINT,
            tr("Your latest accounts end on {day}.", day=day_words(max(ends), weekday=False)),
            tr("Buyers and funders ask for the last two years."),
            tr("Add the newest accounts or management figures."),
        )


HERE = Stage.ORGANISATION
PLATFORM = "Procurement Regulations 2024, regulation 6; central digital platform"
ASKED = "Standard questions of buyers and funders"
RULES = (
    rule(no_name, HERE, "organisation", ASKED),
    rule(number_form, HERE, "organisation", PLATFORM),
    rule(share_code_missing, HERE, "organisation opportunity", PLATFORM, small_grant=False),
    rule(
        share_code_stale,
        HERE,
        "organisation people connected_bodies quality_marks",
        PLATFORM,
        "today levels",
        small_grant=False,
    ),
    rule(name_differs, HERE, "organisation questions responses", ASKED),
    rule(grant_ground, HERE, f"organisation {ASK_READS}", "Funders' conditions"),
    rule(young, HERE, "organisation opportunity about", "Funders' conditions", "today levels"),
    rule(few_people, HERE, f"organisation {ASK_READS}", "Funders' conditions", "levels"),
    rule(referee_not_asked, HERE, "referees", ASKED),
    rule(check_missing, HERE, "people", "Guidance on criminal record checks, NCVO"),
    rule(accounts_old, HERE, "accounts", ASKED, "today"),
)
