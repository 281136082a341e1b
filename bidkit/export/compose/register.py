"""The evidence register: every item with its source, and which claim rests on it."""

from __future__ import annotations

from collections.abc import Mapping

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence, kind_words
from bidkit.domain.showing import day_words, number_words
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.team import table
from bidkit.export.compose.writing import plain_blocks
from bidkit.figures.readings.coverage import Coverage, Stated, answer_name, coverage_of, uses_of
from bidkit.figures.readings.proof import HIGHEST, quality_scores
from bidkit.words import tr

Uses = Mapping[str, tuple[tuple[Coverage, Stated], ...]]


def registered(bid: Bid, options: Options) -> tuple[Evidence, ...]:
    """Return the items a reader is shown: for us all, for the buyer those ticked to be printed."""
    if not options.wants(bid, "evidence"):
        return ()
    ours = options.reader is Reader.US
    return tuple(one for one in bid.evidence if ours or one.print_for_buyer)


def evidence_register(bid: Bid, options: Options) -> tree.Blocks:
    """Return the register; for us with strength, what rests on each item, and what on nothing."""
    items = registered(bid, options)
    if not items:
        return ()
    ours = options.reader is Reader.US
    covered = coverage_of(bid) if ours else ()
    uses = uses_of(covered)
    blocks = (
        *(_coverage_table(bid, covered) if ours else ()),
        *(_item(bid, one, uses, ours=ours) for one in items),
        *(_bare(bid, covered) if ours else ()),
    )
    title = tr("Evidence register") if ours else tr("Evidence")
    return (tree.Section(title, blocks, key="evidence"),)


def _item(bid: Bid, one: Evidence, uses: Uses, *, ours: bool) -> tree.Section:
    facts = [
        (tr("Kind"), kind_words(one.kind)),
        (tr("Source"), one.source),
        (tr("Date"), day_words(one.on, weekday=False)),
        (tr("Period"), one.period),
        (tr("People behind it"), number_words(one.n)),
        (tr("Web address"), one.url),
    ]
    if ours:
        facts += [
            (tr("Use until"), day_words(one.expires_on, weekday=False)),
            (tr("Strength"), number_words(one.strength)),
            (tr("Quality of the study"), _quality(one)),
            (tr("Used in"), ", ".join(_names(bid, uses.get(one.id, ()))) or tr("no answer")),
        ]
    stated = [f"{answer_name(bid, answer)}: {said.words}" for answer, said in uses.get(one.id, ())]
    claims = tree.ItemList(tuple(tree.Item((tree.paragraph(words),)) for words in stated))
    return tree.Section(
        " ".join(piece for piece in (one.code, one.title) if piece),
        (
            tree.KeyFacts(
                tuple(tree.Fact(label, tree.text(said)) for label, said in facts if said)
            ),
            *plain_blocks(one.finding),
            *((claims,) if ours and stated else ()),
        ),
        key=f"evidence-{one.id}",
        in_contents=False,
    )


def _quality(one: Evidence) -> str:
    """Return the points of a study's quality grid, and how many questions are still open."""
    given = [score for row in quality_scores(one) for score in row]
    total, lacking = sum(score or 0 for score in given), given.count(None)
    if lacking == len(given):
        return ""
    words = tr("{n} of {most}", n=total, most=HIGHEST * len(given))
    return tr("{words}, {n} questions open", words=words, n=lacking) if lacking else words


def _coverage_table(bid: Bid, covered: tuple[Coverage, ...]) -> tree.Blocks:
    rows = tuple(
        tree.row(
            answer_name(bid, one),
            number_words(len(one.stated)),
            number_words(one.proved),
            number_words(len(one.bare)),
            heading=True,
        )
        for one in covered
        if one.stated
    )
    titles = (tr("Answer"), tr("Statements"), tr("With evidence"), tr("On nothing yet"))
    return table(titles, rows, (46, 18, 18, 18))


def _bare(bid: Bid, covered: tuple[Coverage, ...]) -> tree.Blocks:
    rows = tuple(
        tree.row(answer_name(bid, one), said.words, heading=True)
        for one in covered
        for said in one.bare
    )
    titles = (tr("Answer"), tr("What rests on nothing yet"))
    return table(titles, rows, (20, 80))


def _names(bid: Bid, uses: tuple[tuple[Coverage, Stated], ...]) -> list[str]:
    return list(dict.fromkeys(answer_name(bid, one) for one, _ in uses))
