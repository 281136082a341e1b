"""What is wrong with the tender documents: not read, changed since, required and not answered."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.documents import DocumentVersion
from bidkit.domain.finding import Level
from bidkit.domain.showing import in_uk, moment_words
from bidkit.domain.stages import Stage
from bidkit.rules.asked import by_parent, name_of
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.moments import days_left, seconds_left
from bidkit.rules.places import at, here
from bidkit.rules.routes import asker
from bidkit.words import tr

CLOSING_DAYS = 5
QUOTED_LETTERS = 160


def no_documents(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """No document of the buyer's is kept here."""
    if not bid.documents:
        yield Remark(
            here(lambda b: b.documents),
            Level.HINT,
            tr("Put the buyer's documents here."),
            tr("Then they can be read beside every answer, and changes can be noticed."),
            tr("Drop the whole pack in as it came."),
        )


def unread(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """The newest version of a document that nobody has read."""
    versions = by_parent(bid.document_versions)
    for document in bid.documents:
        newest = _newest(versions.get(document.id, ()))
        if newest is None or newest.read_by_us == "yes":
            continue
        yield Remark(
            at(lambda b: b.document_versions, newest, lambda v: v.read_by_us),
            Level.SHOULD,
            tr("Nobody has read “{title}”.", title=document.title or newest.label),
            tr("Instructions, limits and conditions hide in every document."),
            tr("Read it and tick it; mark what it requires on the way."),
        )


def _newest(versions: tuple[DocumentVersion, ...]) -> DocumentVersion | None:
    dated = [one for one in versions if one.received_on is not None]
    if not dated:
        return versions[-1] if versions else None
    return max(dated, key=lambda one: (one.received_on is not None, one.received_on, one.order))


def amendment_unread(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A change the buyer published that nobody has read."""
    for one in bid.amendments:
        if one.read_by_us != "yes":
            yield Remark(
                at(lambda b: b.amendments, one, lambda a: a.read_by_us),
                Level.MUST,
                tr(
                    "{asker} changed something nobody has read: {title}.",
                    asker=asker(bid),
                    title=one.title or one.what_changed[:80] or tr("without words"),
                ),
                tr("Every change must be read before handing in; dates and limits move."),
                tr("Read it, note what it touches, then tick it."),
            )


def question_changed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A question that an unread change touches."""
    questions = {one.id: one for one in bid.questions}
    for amendment in bid.amendments:
        for identity in amendment.touches:
            question = questions.get(identity)
            if question is None or amendment.read_by_us == "yes":
                continue
            yield Remark(
                at(lambda b: b.questions, question),
                Level.SHOULD,
                tr("{question}: something was changed here.", question=name_of(question)),
                amendment.what_changed or amendment.title,
                tr("Read the change and look at your answer again."),
                stage=Stage.ANSWERS,
            )


def requirement_unanswered(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something the buyer requires that nothing of ours answers yet."""
    for one in bid.requirements:
        if one.kind not in ("", "must") or one.met == "not met":
            continue
        if not one.our_offer.strip() and not one.answered_in:
            yield Remark(
                at(lambda b: b.requirements, one, lambda r: r.our_offer),
                Level.SHOULD if one.kind == "must" else Level.HINT,
                tr("Where do you answer this requirement?"),
                _quoted(one.quotation),
                tr("Say what you offer, and in which answer it stands."),
            )


def requirement_not_met(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Something the buyer requires that we do not meet."""
    for one in bid.requirements:
        if one.met == "not met" and one.kind in ("", "must"):
            yield Remark(
                at(lambda b: b.requirements, one, lambda r: r.met),
                Level.SHOULD,
                tr("You do not meet this requirement."),
                _quoted(one.quotation),
                tr("A bid that misses a stated requirement cannot win: change the offer or ask."),
            )


def _quoted(words: str) -> str:
    short = " ".join(words.split())
    return f"“{short[:QUOTED_LETTERS]}…”" if len(short) > QUOTED_LETTERS else f"“{short}”"


def clarification_waiting(bid: Bid, facts: Facts) -> Iterable[Remark]:
    """A drafted question to the buyer that is not sent while time runs out."""
    closing = [r.questions_close for r in bid.rounds if r.questions_close and r.sent_at is None]
    coming = [one for one in closing if seconds_left(one, facts.now) > 0]
    for one in bid.clarifications:
        if one.ours != "yes" or one.status not in ("", "draft") or one.asked_on is not None:
            continue
        place = at(lambda b: b.clarifications, one)
        if closing and not coming:
            yield Remark(
                place,
                Level.HINT,
                tr("The time for questions is over; this one was not sent."),
                tr("Buyers do not have to answer late questions."),
                tr("Write down how you read it, and why, in your answer."),
            )
        for close in sorted(coming, key=lambda moment: in_uk(moment).timestamp())[:1]:
            near = days_left(close, facts.now) < CLOSING_DAYS
            yield Remark(
                place,
                Level.SHOULD if near else Level.HINT,
                tr("This question to the buyer is not sent yet."),
                tr("Questions close {when}.", when=moment_words(in_uk(close))),
                tr(
                    "Send it through the portal; all bidders see it, so give no idea of yours away."
                ),
            )


def clarification_without_effect(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An answer of the buyer's that nobody has drawn a conclusion from."""
    for one in bid.clarifications:
        if one.answer.strip() and not one.effect.strip():
            yield Remark(
                at(lambda b: b.clarifications, one, lambda c: c.effect),
                Level.HINT,
                tr("What does the buyer's answer change?"),
                _quoted(one.answer),
                tr("Write what it changes in the bid, or that it changes nothing."),
            )


HERE = Stage.DOCUMENTS
TIPS = "Tips for bidding, From Policy to Practice, 2007: follow instructions exactly"
LAW = "Procurement Act 2023, section 19(2)(a)"
RULES = (
    rule(no_documents, HERE, "documents", TIPS),
    rule(unread, HERE, "documents document_versions", TIPS),
    rule(amendment_unread, HERE, "amendments opportunity about", TIPS),
    rule(question_changed, HERE, "amendments questions", TIPS),
    rule(requirement_unanswered, HERE, "requirements", TIPS),
    rule(requirement_not_met, HERE, "requirements", LAW),
    rule(clarification_waiting, HERE, "clarifications rounds", TIPS, "now"),
    rule(clarification_without_effect, HERE, "clarifications", TIPS),
)
