"""Case studies that are ticked for printing: each in its parts, with whom, when and how much."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import CaseStudy
from bidkit.domain.showing import day_words, money_words
from bidkit.export import tree
from bidkit.export.compose.writing import labelled, plain_blocks
from bidkit.words import tr


def case_studies(bid: Bid) -> tree.Blocks:
    """Return the ticked case studies; a quotation that may not leave is out of the bid already."""
    known = {one.id: one.attribution for one in bid.testimonials}
    told = [
        block
        for one in bid.case_studies
        if one.include
        for block in _case(one, known.get(one.testimonial, ""))
    ]
    if not told:
        return ()
    return (tree.Section(tr("Case studies"), tuple(told), key="case-studies"),)


def _case(one: CaseStudy, attribution: str) -> tree.Blocks:
    runs = " – ".join(day_words(day, weekday=False) for day in (one.starts_on, one.ends_on) if day)
    pairs = (
        (tr("For"), one.buyer),
        (tr("When"), runs),
        (tr("Value"), money_words(one.value)),
    )
    facts = tuple(tree.Fact(label, tree.text(value)) for label, value in pairs if value)
    parts: tree.Blocks = (
        *labelled(tr("Situation"), one.situation),
        *labelled(tr("What we did"), one.what_we_did),
        *labelled(tr("Result"), one.result),
    )
    if not parts:
        parts = plain_blocks(one.words_250 or one.words_100 or one.words_500)
    quoted: tree.Blocks = ()
    if one.quotation.strip():
        quoted = (tree.Quote(plain_blocks(one.quotation), attribution),)
    if not (parts or quoted):
        return ()
    title = (tree.Heading(tree.text(one.title)),) if one.title else ()
    return (*title, *((tree.KeyFacts(facts),) if facts else ()), *parts, *quoted)
