"""The letter that thanks the buyer and asks how we did, by what became of the bid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words
from bidkit.session.afterwards.marks import compared_marks
from bidkit.words import tr

OWED_A_SUMMARY = ("pa23_above", "pa23_light_touch")
MOST_NAMED = 3
LONGEST_ADDRESS = 1800


def thanks_letter(bid: Bid, today: date) -> str:
    """Return a letter ready to send, whatever became of the bid."""
    opportunity = bid.opportunity
    contact = opportunity.buyer.contact_name
    greeting = contact or opportunity.buyer.name or tr("colleagues")
    closing = tr("Yours sincerely,") if contact else tr("Yours faithfully,")
    parts = (
        day_words(today, weekday=False),
        tr("Dear {buyer},", buyer=greeting),
        subject_of(bid),
        *_middle(bid),
        *_our_view(bid),
        tr("If a short call is easier, we are glad to ring at a time that suits you."),
        closing,
        _signature(bid),
    )
    return "\n\n".join(part for part in parts if part)


def subject_of(bid: Bid) -> str:
    """Return what the letter is about, in one line."""
    opportunity = bid.opportunity
    name = opportunity.title or bid.about.title or tr("our bid")
    return f"{name} ({opportunity.reference})" if opportunity.reference else name


def mail_address(bid: Bid) -> str:
    """Return the address that opens an e-mail with the letter in it, for a mail program.

    Some systems cut a long address off, so a long letter is left to be pasted.
    """
    text = bid.after.thanks_letter
    start = f"mailto:{quote(bid.opportunity.buyer.contact_email, safe='@')}"
    start += (
        f"?subject={quote(tr('Thank you, and how did we do? {subject}', subject=subject_of(bid)))}"
    )
    whole = f"{start}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return whole if len(whole) <= LONGEST_ADDRESS else start


def _middle(bid: Bid) -> Iterator[str]:
    outcome = bid.after.outcome
    if outcome == "won":
        yield tr(
            "Thank you for choosing us, and for the time you gave to our bid. We look forward to "
            "working with you. So that our next bid is better still, please tell us what you "
            "found strong and what was less clear."
        )
    elif outcome == "withdrawn":
        yield tr(
            "Thank you for the time you gave us. We were sorry to withdraw. Please tell us if "
            "you think of letting this again, and what we should have ready by then."
        )
    elif outcome == "cancelled":
        yield tr(
            "Thank you for telling us that this will not go on. Please let us know if it is to "
            "come again, and anything in our bid that we should do better by then."
        )
    elif outcome == "lost":
        yield tr("Thank you for the time you gave to our bid. We were sorry not to be chosen.")
        yield _lost(bid)
    else:
        yield tr(
            "Thank you for the time you give to our bid. Whatever you decide, please tell us "
            "afterwards what you found strong and what was less clear."
        )


def _lost(bid: Bid) -> str:
    opportunity = bid.opportunity
    if "grant" in (opportunity.regime, opportunity.funding):
        return tr(
            "So that we can do better, please tell us what would have made our application "
            "stronger, and whether and when we may apply again."
        )
    worst = sorted(
        (one for one in compared_marks(bid) if one.behind is not None and one.behind > 0),
        key=lambda one: -(one.behind or 0),
    )
    named = "; ".join(one.title for one in worst[:MOST_NAMED])
    if named:
        return tr(
            "Thank you for our marks and your reasons. So that we can do better, please tell us "
            "more of where the chosen bid was stronger, above all in: {named}.",
            named=named,
        )
    if opportunity.regime in OWED_A_SUMMARY and bid.after.summary_on is None:
        return tr(
            "So that we can do better, please send us the assessment summary, if it is not on "
            "its way already: our marks for each criterion with the reasons, and where the "
            "chosen bid was stronger."
        )
    return tr(
        "So that we can do better, please tell us our marks for each criterion with the "
        "reasons, and where the chosen bid was stronger."
    )


def _our_view(bid: Bid) -> Iterator[str]:
    view = bid.after.told_the_buyer.strip()
    if view:
        yield tr("You may like to know how it was for us: {view}", view=view)


def _signature(bid: Bid) -> str:
    person = next(
        (one for kind in ("contact", "signatory") for one in bid.people if one.kind == kind), None
    )
    lines = (person.name, person.role) if person is not None else ()
    return "\n".join(part for part in (*lines, bid.organisation.name) if part)
