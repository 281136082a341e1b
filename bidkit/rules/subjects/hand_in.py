"""What stands in the way of handing in: instructions, signatures, files, undecided places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bidkit.domain.attachments import Attachment
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.stages import Stage
from bidkit.errors import InputError
from bidkit.rules import asked as questions
from bidkit.rules.asked import Asked, asked_questions, is_answered, name_of
from bidkit.rules.engine import EVERYTHING, PieceRule, Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import days_left, next_deadline
from bidkit.rules.places import at, here
from bidkit.words import tr

UNSAFE = re.compile(r"[\\/:*?\"<>|\x00-\x1f]")
LONG_NAME = 100
TEST_DAYS = 4


def undecided(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A place where two versions met and nobody has decided."""
    for address in sorted(facts.undecided):
        place = _place(address)
        inside = place is not None and place.exists(bid)
        yield Remark(
            place if place is not None and inside else here(lambda b: b.instructions),
            Level.MUST,
            tr("Two versions of this are still to be decided between."),
            tr("Until then it prints as a boxed note."),
            tr("Compare them side by side and choose: mine, theirs, both, or write anew."),
        )


def _place(address: str) -> Ref[Bid, Any] | None:
    try:
        return parse_ref(Bid, address)
    except InputError:
        return None


def unsigned(asked: Asked, _facts: Facts) -> Iterable[Remark]:
    """A declaration the buyer requires that nobody has signed."""
    question = asked.question
    if question.kind != "declaration" or asked.applies is not True:
        return
    if question.required == "yes" and not is_answered(asked):
        response = asked.responses[0] if asked.responses else None
        yield Remark(
            at(lambda b: b.questions, question)
            if response is None
            else at(lambda b: b.responses, response),
            Level.MUST,
            tr("{question}: this declaration is not signed.", question=name_of(question)),
            tr("An unsigned form is one of the commonest reasons for rejection."),
            tr("Enter who signs, in which role, and on which day."),
        )


def instruction_open(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something the buyer said to do that is not ticked."""
    for one in bid.instructions:
        if one.text.strip() and one.done != "yes":
            yield Remark(
                at(lambda b: b.instructions, one, lambda i: i.done),
                Level.SHOULD,
                tr("To do: {text}", text=one.text),
                tr("Up to one bid in five is rejected for not following instructions."),
                tr("Do it and tick it."),
            )


def no_instructions(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """No instructions are written down."""
    if not any(one.text.strip() for one in bid.instructions):
        yield Remark(
            here(lambda b: b.instructions),
            Level.HINT,
            tr("What do they say about handing in?"),
            tr("Format, file names, signatures and slots are easy to miss at the end."),
            tr("Copy each instruction here, and tick them off."),
        )


def attached(bid: Bid) -> Iterator[tuple[str, Ref[Bid, Any]]]:
    """Yield every attachment id used in the bid, with where it is used."""
    for one in bid.responses:
        yield one.attachment, at(lambda b: b.responses, one, lambda r: r.attachment)
    for policy in bid.policies:
        yield policy.attachment, at(lambda b: b.policies, policy, lambda p: p.attachment)
    for cover in bid.insurances:
        yield cover.attachment, at(lambda b: b.insurances, cover, lambda i: i.attachment)
    for mark in bid.quality_marks:
        yield mark.attachment, at(lambda b: b.quality_marks, mark, lambda m: m.attachment)
    for year in bid.accounts:
        yield year.attachment, at(lambda b: b.accounts, year, lambda y: y.attachment)
    for item in bid.evidence:
        yield item.attachment, at(lambda b: b.evidence, item, lambda e: e.attachment)
    for version in bid.document_versions:
        place = at(lambda b: b.document_versions, version, lambda v: v.attachment)
        yield version.attachment, place
    for answer in bid.answers:
        for identity in answer.attachments:
            yield identity, at(lambda b: b.answers, answer, lambda a: a.attachments)


def file_gone(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A file that is named in the bid and not kept in it, or that cannot be read."""
    known = {one.id: one for one in bid.attachments}
    required = {one.id for one in bid.questions if one.kind == "file" and one.required == "yes"}
    asked_for = {one.id for one in bid.responses if one.parent in required}
    for identity, place in attached(bid):
        if not identity:
            continue
        found = known.get(identity)
        if found is not None and _is_readable(found, facts):
            continue
        wanted = place.collection == "responses" and place.identity in asked_for
        yield Remark(
            place,
            Level.MUST if wanted else Level.SHOULD,
            tr("This file cannot be read: {name}.", name=found.name)
            if found is not None
            else tr("A file that belongs here is missing."),
            tr("What cannot be opened counts as not sent."),
            tr("Add the file again."),
        )


def _is_readable(one: Attachment, facts: Facts) -> bool:
    present = facts.attachments_present
    return present is None or not one.digest or one.digest in present


def file_name(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A file name the buyer's system may refuse, or not as asked."""
    known = {one.id: one for one in bid.attachments}
    named = {one.id: one for one in bid.questions if one.file_naming.strip()}
    for response in bid.responses:
        found = known.get(response.attachment)
        if found is None:
            continue
        question = named.get(response.parent)
        if UNSAFE.search(found.name) or len(found.name) > LONG_NAME:
            yield Remark(
                at(lambda b: b.attachments, found, lambda f: f.name),
                Level.SHOULD,
                tr("Portals may refuse this file name: {name}.", name=found.name),
                tr("Signs such as / : ? and very long names are refused."),
                tr("Use letters, digits, spaces and hyphens."),
            )
        elif question is not None and not _is_named_so(
            found.name, question.file_naming, question.number
        ):
            yield Remark(
                at(lambda b: b.attachments, found, lambda f: f.name),
                Level.SHOULD,
                tr("They want another file name: {name}.", name=question.file_naming),
                tr("It is called {name}.", name=found.name),
                tr("Rename it exactly as asked."),
            )


def _is_named_so(name: str, asked: str, number: str) -> bool:
    """Tell whether a name follows a pattern; {…} and […] stand for anything."""
    known = asked.replace("{number}", number)
    pieces = re.split(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>", known)
    pattern = ".*".join(re.escape(piece.strip()) for piece in pieces)
    return re.fullmatch(rf"{pattern}(?:\.\w{{1,5}})?", name, re.IGNORECASE) is not None


def slot_untested(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A portal nobody has tried, with few days left."""
    deadline = next_deadline(bid.rounds)
    for one in bid.rounds:
        portal = (one.way_in or bid.opportunity.way_in) == "portal"
        if not portal or one.sent_at is not None or one.slot_tested == "yes" or deadline is None:
            continue
        if 0 <= days_left(deadline, facts.now) < TEST_DAYS:
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.slot_tested),
                Level.HINT,
                tr("Has anybody tried the portal?"),
                tr("Passwords, sizes and slots fail on the last day."),
                tr("Upload one file now and take it out again."),
            )


def no_receipt(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something was sent without proof of it."""
    for one in bid.rounds:
        if one.sent_at is not None and not one.receipt.strip():
            yield Remark(
                at(lambda b: b.rounds, one, lambda r: r.receipt),
                Level.HINT,
                tr("Is there a receipt?"),
                tr("It is the only proof that you were in time."),
                tr("Note the receipt number, or keep the message."),
            )


HERE = Stage.HAND_IN
TIPS = "Tips for bidding, From Policy to Practice, 2007: follow instructions exactly"
RULES = (
    rule(
        undecided,
        HERE,
        " ".join(EVERYTHING),
        "A merge that is not finished",
        "undecided",
    ),
    PieceRule("hand_in.unsigned", HERE, questions.READS, asked_questions, unsigned, TIPS),
    rule(
        file_gone,
        HERE,
        "attachments questions responses policies insurances quality_marks accounts evidence "
        "document_versions answers",
        TIPS,
        "attachments_present",
    ),
    rule(instruction_open, HERE, "instructions", TIPS),
    rule(file_name, HERE, "attachments questions responses", TIPS),
    rule(no_instructions, HERE, "instructions", TIPS, small_grant=False),
    rule(slot_untested, HERE, "rounds opportunity", TIPS, "now"),
    rule(no_receipt, HERE, "rounds", TIPS),
)
