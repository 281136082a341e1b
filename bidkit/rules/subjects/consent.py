"""Quotations that may not leave, and those whose consent ends soon."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.consent import consent_of
from bidkit.domain.consent.held_back import Repeat, repeats
from bidkit.domain.evidence import Testimonial
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import day_words, in_uk
from bidkit.domain.stages import Stage
from bidkit.rules.engine import EVERYTHING, Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import next_deadline
from bidkit.rules.places import at
from bidkit.rules.reading import span_at
from bidkit.words import Words, later, tr

HANDED_OUT = ("slides", "panel_questions")
FEW_WORDS = 8
REASONS: dict[str, Words] = {
    "missing": later("There is no consent to print it."),
    "expired": later("The consent has ended."),
    "withdrawn": later("The consent was withdrawn."),
    "not for bids": later("The consent does not cover bids."),
    "guardian missing": later("Somebody under 18 needs a parent's or guardian's consent."),
    "names too much": later("They agreed to be named less closely than this does."),
}


def without_consent(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A quotation that is to be printed without consent that holds."""
    for one in bid.testimonials:
        state = consent_of(one, facts.today)
        if one.include and one.quotation.strip() and state != "holds":
            yield Remark(
                at(lambda b: b.testimonials, one, lambda t: t.consent),
                Level.MUST,
                tr("This quotation may not be printed."),
                str(REASONS[state]),
                tr("Ask for consent, use it without a name if that was agreed, or leave it out."),
            )


def story_without_consent(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A quotation in a case study that is to be printed without consent that holds."""
    known = {one.id: one for one in bid.testimonials}
    for one in bid.case_studies:
        if not one.include or not one.quotation.strip():
            continue
        testimonial = known.get(one.testimonial)
        state = consent_of(testimonial, facts.today) if testimonial is not None else "missing"
        if state != "holds":
            yield Remark(
                at(lambda b: b.case_studies, one, lambda c: c.testimonial),
                Level.MUST,
                tr("The quotation in “{title}” may not be printed.", title=one.title),
                str(REASONS[state]),
                tr("Link the testimonial with its consent, or take the quotation out."),
                stage=Stage.EVIDENCE,
            )


def repeated_without_consent(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Words of somebody who has not agreed, written into a field that the buyer reads."""
    for one in repeats(bid, facts.today):
        if _is_for_buyer(one.place):
            yield Remark(
                one.place,
                Level.MUST,
                tr("This repeats words that may not leave: “{words}”.", words=_short(one)),
                str(REASONS[one.held.why]),
                tr("Every way out leaves them out. Tell it in your own words, or ask them."),
                span_at(one.text, one.start, one.end),
                stage=Stage.ANSWERS if one.place.collection == "answers" else None,
            )


def _is_for_buyer(place: Ref[Bid, Any]) -> bool:
    if place.collection in HANDED_OUT:
        return True
    shape = shape_of(Bid)
    kind = shape.collections.get(place.collection) if place.identity else None
    leaf = (shape_of(kind) if kind is not None else shape).leaves.get(place.field)
    return leaf is not None and leaf.mark.reader is Reader.BUYER


def _short(one: Repeat) -> str:
    words = one.text[one.start : one.end].split()
    return " ".join(words[:FEW_WORDS]) + ("…" if len(words) > FEW_WORDS else "")


def consent_ends(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """Consent that ends before the bid is in."""
    deadline = next_deadline(bid.rounds)
    if deadline is None:
        return
    for one in bid.testimonials:
        if one.include and _ends_before(one, facts.today, in_uk(deadline).date()):
            yield Remark(
                at(lambda b: b.testimonials, one, lambda t: t.expires_on),
                Level.SHOULD,
                tr("Consent for this quotation ends before the deadline."),
                tr("On {day}.", day=day_words(one.expires_on, weekday=False)),
                tr("Ask for it again in time."),
            )


def _ends_before(one: Testimonial, today: date, deadline: date) -> bool:
    holds = consent_of(one, today) == "holds"
    return holds and one.expires_on is not None and one.expires_on < deadline


HERE = Stage.EVIDENCE
CONSENT = "Data protection law; consent to collect and to publish are separate"
RULES = (
    rule(without_consent, HERE, "testimonials", CONSENT, "today"),
    rule(story_without_consent, HERE, "case_studies testimonials", CONSENT, "today"),
    rule(repeated_without_consent, HERE, " ".join(EVERYTHING), CONSENT, "today"),
    rule(consent_ends, HERE, "testimonials rounds", CONSENT, "today"),
)
