"""What is wrong with a question to the buyer: it says who asks, or gives our idea away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at
from bidkit.rules.routes import is_grant
from bidkit.words import tr

SHORTEST_NAME = 4
RUN = 6
_WORD = re.compile(r"[^\W_]+")
_REACH = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)


def clarification_names_us(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A drafted question from which everybody could tell who asks."""
    if is_grant(bid):
        return
    for one in _drafts(bid):
        name = _name_in(one.question, bid)
        if name:
            yield Remark(
                at(lambda b: b.clarifications, one, lambda c: c.question),
                Level.SHOULD,
                tr("This question says who asks: “{name}”.", name=name),
                tr("Question and answer usually go to all who bid."),
                tr("Write “a bidder” or “we” instead."),
            )


def clarification_gives_away(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A drafted question that tells all others what we want to offer."""
    if is_grant(bid):
        return
    for one in _drafts(bid):
        shared = next((run for run in _runs(one.question) if _is_ours_alone(run, bid)), "")
        if shared:
            yield Remark(
                at(lambda b: b.clarifications, one, lambda c: c.question),
                Level.SHOULD,
                tr("This question repeats what we offer: “{words}”.", words=shared.strip()),
                tr("Question and answer usually go to all who bid, and so would the idea."),
                tr("Ask about the buyer's words only, not about your answer to them."),
            )


def _name_in(text: str, bid: Bid) -> str:
    found = _REACH.search(text)
    if found is not None:
        return found[0]
    said = _plain(text)
    for name in _names(bid):
        plain = _plain(name)
        if len(plain.strip()) >= SHORTEST_NAME and plain in said:
            return name
    return ""


def _names(bid: Bid) -> Iterator[str]:
    us = bid.organisation
    yield from (us.name, us.trading_name, us.charity_number, us.company_number, us.ppon)
    yield from (one.name for one in bid.partners)
    yield from (one.name for one in bid.people)


def _offered(bid: Bid) -> Iterator[str]:
    offer = bid.offer
    yield from (offer.words_50, offer.words_100, offer.words_200, offer.method, offer.innovation)
    yield bid.about.win_theme
    yield from (one.text for one in bid.answers)


def _asked(bid: Bid) -> Iterator[str]:
    yield from (one.text for one in bid.questions)
    yield from (one.quotation for one in bid.requirements)
    yield from (one.quotation for one in bid.excerpts)
    yield bid.opportunity.summary


def _drafts(bid: Bid) -> Iterator[Clarification]:
    for one in bid.clarifications:
        if one.ours == "yes" and one.asked_on is None and one.status in ("", "draft"):
            yield one


def _is_ours_alone(run: str, bid: Bid) -> bool:
    offered = any(run in _plain(words) for words in _offered(bid))
    return offered and not any(run in _plain(words) for words in _asked(bid))


def _runs(text: str) -> Iterator[str]:
    words = _plain(text).split()
    return (f" {' '.join(words[at : at + RUN])} " for at in range(len(words) - RUN + 1))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Return the words of a text in small letters with a space around each; kept for next time."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


SOURCE = "Guidance on the Procurement Act 2023, tender stage: clarifications go to all"
HERE = Stage.DOCUMENTS
RULES = (
    rule(
        clarification_names_us,
        HERE,
        "clarifications organisation partners people opportunity about",
        SOURCE,
    ),
    rule(
        clarification_gives_away,
        HERE,
        "clarifications offer about answers questions requirements excerpts opportunity",
        SOURCE,
    ),
)
