"""Questions a buyer may not ask as they stand, and a courteous clarification for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidkit.domain.questionnaire import Question
from bidkit.words import Words, later

REGIMES = frozenset({"pa23_above", "pa23_light_touch", "pa23_below"})


@dataclass(frozen=True)
class Challenge:
    """Something the Procurement Act 2023 does not let a condition of taking part demand."""

    key: str
    demand: re.Pattern[str]
    unless: re.Pattern[str]
    why: Words
    draft: Words


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


CHALLENGES = (
    Challenge(
        "audited_accounts",
        _pattern(r"\baudited\b[^.?]{0,40}\b(?:accounts|statements)\b"),
        _pattern(r"\b(?:or (?:equivalent|other|unaudited)|if (?:required|available)|alternative)"),
        later(
            "A buyer may not insist on audited accounts from a body that company law does not "
            "oblige to have an audit."
        ),
        later(
            "Question {number} asks for audited accounts. Please could you confirm that a bidder "
            "which company law does not oblige to have an audit may give accounts examined in "
            "another way, or other evidence of its financial standing?"
        ),
    ),
    Challenge(
        "insurance_before_award",
        _pattern(
            r"\b(?:already|currently|now|at the time of (?:bidding|tender|submission))\b"
            r"[^.?]{0,60}\binsur|\binsur[^.?]{0,80}\b(?:already (?:be )?(?:held|in place)|"
            r"currently (?:held|in place)|at the time of (?:bidding|tender|submission)|"
            r"before (?:the )?award)"
        ),
        _pattern(
            r"\b(?:or (?:will|commit|undertake|obtain)|by (?:the )?(?:award|start)|will hold)"
        ),
        later("A buyer may not insist that insurance is held before the contract is awarded."),
        later(
            "Question {number} asks for insurance already in place. Please could you confirm that "
            "a bidder may commit to have the cover in place by the award of the contract?"
        ),
    ),
    Challenge(
        "named_customer",
        _pattern(
            r"\b(?:previous|past|prior|earlier|existing)\b[^.?]{0,40}\b(?:contract|work|experience)"
            r"[^.?]{0,30}\b(?:with|for) (?:this|the) (?:council|authority|trust|board|buyer)"
        ),
        _pattern(r"\b(?:or (?:similar|comparable|another|other)|any other)"),
        later("A buyer may not insist on an earlier contract from a particular authority."),
        later(
            "Question {number} asks for an earlier contract with a particular authority. Please "
            "could you confirm that comparable work for other customers, grant-funded work "
            "included, is accepted in the same way?"
        ),
    ),
    Challenge(
        "named_qualification",
        _pattern(
            r"\b(?:must|shall|required to|need to)\b[^.?]{0,60}\b(?:hold|have|be certified|"
            r"be accredited)\b[^.?]{0,60}\b(?:ISO ?\d{4,5}|certificat|accreditation|qualification|"
            r"NVQ|diploma|Investors in People|Trusted Charity)"
        ),
        _pattern(r"\bequivalen|\bor (?:similar|comparable|other)"),
        later("A buyer may not demand a named qualification without allowing an equivalent."),
        later(
            "Question {number} names a qualification or standard. Please could you confirm that "
            "an equivalent is accepted, and what evidence of it you would like to see?"
        ),
    ),
)


def challenges_to(question: Question, regime: str) -> tuple[Challenge, ...]:
    """Return what may be challenged in a question under the rules the buyer follows."""
    if regime not in REGIMES:
        return ()
    asked = f"{question.title} {question.text} {question.evidence_asked}"
    return tuple(
        one for one in CHALLENGES if one.demand.search(asked) and not one.unless.search(asked)
    )


def drafted_clarification(challenge: Challenge, question: Question) -> str:
    """Return a courteous question to the buyer that names neither us nor what we would offer."""
    return str(challenge.draft).replace("{number}", question.number or question.title)
