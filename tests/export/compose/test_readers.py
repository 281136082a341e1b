"""The buyer gets what was asked; nothing that is only for us leaves with it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.base import Entity, Frozen, Reader
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.shape import shape_of
from bidkit.export.compose import Options, compose
from bidkit.export.compose.briefing import briefing
from bidkit.export.compose.evidence_charts import outcome_trend
from bidkit.export.pdf import write_pdf
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
EVERYTHING = frozenset(
    {
        "summary",
        "qualification",
        "answers",
        "value",
        "price",
        "partners",
        "appendices",
        "offer",
        "outcomes",
        "social value",
        "testimonials",
        "case studies",
    }
)


def marked(bid: Bid) -> tuple[Bid, set[str]]:
    """Return the bid with a mark of its own in every word that is only for us."""
    marks: set[str] = set()

    def fields(model: Frozen) -> dict[str, Any]:
        found = {}
        for path, leaf in shape_of(type(model)).leaves.items():
            free = leaf.annotation is str and path not in ("parent", "order", "scale", "lot")
            links = ("attachment", "step", "outcome", "from_", "show_if", "prefill", "partner")
            if free and leaf.mark.reader is Reader.US and not path.startswith(links):
                mark = f"XUS{len(marks)}X"
                marks.add(mark)
                found[path] = mark
        return found

    own = fields(bid)
    bid = with_fields(bid, own)
    for name in shape_of(Bid).collections:
        entries: tuple[Entity, ...] = getattr(bid, name)
        changed = tuple(with_fields(entry, fields(entry)) for entry in entries)
        bid = bid.model_copy(update={name: changed})
    return bid, marks


@pytest.mark.parametrize("parts", [None, EVERYTHING])
def test_the_buyer_gets_nothing_that_is_only_for_us(parts: frozenset[str] | None) -> None:
    bid, marks = marked(load_example("harbour", TODAY))
    assert len(marks) > 300
    document = compose(bid, Options(today=TODAY, parts=parts))
    printed = repr(document)
    assert {mark for mark in marks if mark in printed} == set()


def test_the_buyer_gets_no_marks_no_costs_and_no_decision() -> None:
    bid = load_example("harbour", TODAY)
    printed = repr(compose(bid, Options(today=TODAY)))
    for ours in ("8,396.20", "544,203", "Service manager (1.0)", "A national provider", "Minute 7"):
        assert ours not in printed
    assert "552,600" in printed


def test_for_us_the_costs_and_marks_stand_beside_the_bid() -> None:
    bid = load_example("harbour", TODAY)
    printed = repr(compose(bid, Options(today=TODAY, reader=Reader.US)))
    for ours in ("£544,203.80", "Service manager (1.0)", "Evidence register", "bid with partners"):
        assert ours in printed


def test_questions_stand_in_the_buyers_order_and_numbering() -> None:
    bid = load_example("harbour", TODAY)
    printed = repr(compose(bid, Options(today=TODAY)))
    places = [printed.index(f"number='{number}'") for number in ("A4", "1.1", "1.2", "1.7", "3.1")]
    assert places == sorted(places)


def test_an_unconsented_quotation_stays_at_home() -> None:
    bid = load_example("harbour", TODAY)
    quotation = bid.testimonials[1].quotation
    withdrawn = bid.testimonials[1].model_copy(update={"withdrawn_on": date(2026, 11, 20)})
    without = bid.model_copy(
        update={"testimonials": (bid.testimonials[0], withdrawn, bid.testimonials[2])}
    )
    options = Options(today=TODAY, parts=EVERYTHING)
    assert quotation in repr(compose(bid, options))
    assert quotation not in repr(compose(without, options))
    assert bid.testimonials[0].quotation in repr(compose(without, options))


@pytest.mark.requirement(187)
def test_what_people_say_stands_beside_the_figures_of_its_outcome() -> None:
    bid = load_example("harbour", TODAY)
    printed = repr(
        compose(bid, Options(today=TODAY, parts=frozenset({"outcomes", "testimonials"})))
    )
    words = [one.quotation for one in bid.testimonials]
    assert [printed.count(one) for one in words] == [1] * len(words)
    loose = bid.testimonials[0].model_copy(update={"outcome": ""})
    apart = bid.model_copy(update={"testimonials": (loose, *bid.testimonials[1:])})
    printed = repr(
        compose(apart, Options(today=TODAY, parts=frozenset({"outcomes", "testimonials"})))
    )
    assert printed.index("What people say") < printed.index(loose.quotation)
    alone = repr(compose(bid, Options(today=TODAY, parts=frozenset({"testimonials"}))))
    assert all(one in alone for one in words)


def test_results_within_one_year_are_told_apart() -> None:
    outcome = proof.Outcome(id="o", text="People feel safer")
    indicator = proof.Indicator(id="i", parent="o", text="Say they feel safe")
    measured = tuple(
        proof.Result(id=f"r{month}", parent="i", on=date(2026, month, 1), value=Decimal(month))
        for month in (7, 1, 4)
    )
    bid = Bid(outcomes=(outcome,), indicators=(indicator,), results=measured)
    drawn = outcome_trend(bid, outcome)
    assert drawn is not None
    assert drawn.labels == ("Jan 2026", "Apr 2026", "Jul 2026")
    assert drawn.series[0].values == (Decimal(1), Decimal(4), Decimal(7))


def test_one_lot_leaves_the_other_lots_questions_out() -> None:
    bid = load_example("harbour", TODAY)
    first = repr(compose(bid, Options(today=TODAY, lot="hm-lot1")))
    second = repr(compose(bid, Options(today=TODAY, lot="hm-lot2")))
    assert "six named villages, and keep reaching them" not in first
    assert "six named villages, and keep reaching them" in second
    assert "Lot 2, year 1" not in first


def test_an_open_must_fix_marks_the_document_as_a_draft() -> None:
    bid = load_example("harbour", TODAY)
    document = compose(bid, Options(today=TODAY, draft_reasons=("6 words over the limit",)))
    assert document.draft
    assert document.cover is not None
    assert "6 words over the limit" in document.cover.note


def test_an_empty_bid_still_makes_a_document() -> None:
    document = compose(Bid(), Options(today=TODAY))
    assert write_pdf(document).startswith(b"%PDF-")


@pytest.mark.requirement(1)
@pytest.mark.parametrize(
    ("funding", "kind"), [("grant", "Application"), ("contract", "Tender response")]
)
def test_a_grant_is_applied_for_and_a_contract_tendered_for(funding: str, kind: str) -> None:
    bid: Bid = with_fields(EMPTY, {"opportunity.funding": funding})
    cover = compose(bid, Options(today=TODAY)).cover
    assert cover is not None
    assert cover.kind == kind


@pytest.mark.requirement(121)
def test_trustees_read_what_we_are_strong_in() -> None:
    bid: Bid = with_fields(EMPTY, {"decision.strengths": "Open at night."})
    assert "Open at night." in repr(briefing(bid, Options(today=TODAY, reader=Reader.US)))
