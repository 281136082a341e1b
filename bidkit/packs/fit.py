"""Putting a pack into a bid: its questions and lists become things of the bid, twice is once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from bidkit.domain.base import Entity, YesNo, derived_id, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.consortium import AgreementPoint, SubcontractTest
from bidkit.domain.costs import CostLine
from bidkit.domain.criteria import Scale, ScaleLevel
from bidkit.domain.decision import BuyerQuality, Gate, RedFlag
from bidkit.domain.edits import with_fields
from bidkit.domain.offer import Risk
from bidkit.domain.organisation import Insurance, Policy, SelfAssessment
from bidkit.domain.questionnaire import Limit, Part, Question, Section
from bidkit.packs import lists
from bidkit.packs.costs import CostStarterLine
from bidkit.packs.prefill import NO_FIGURES, prefill
from bidkit.packs.schema import Pack, PackLimit, PackPart, PackQuestion, PackSection

Identify = Callable[..., str]


def apply_pack(
    bid: Bid,
    pack: Pack,
    bid_id: str = "",
    *,
    fill: bool = True,
    figures: Mapping[str, Decimal] = NO_FIGURES,
) -> Bid:
    """Return the bid with everything of a pack that it does not hold yet, replies prefilled.

    What is there stays as it is: people edit, move and reword pack questions. Identities come
    from (bid_id, pack, item), so that two copies that add the same pack merge into one.
    """

    def identify(*item: str) -> str:
        return derived_id(bid_id, pack.id, *item)

    bid = _with_questions(bid, pack, identify)
    for collection, same, things in _lists(pack, identify):
        bid = _added(bid, collection, things, same)
    return prefill(bid, figures=figures) if fill and pack.asks else bid


def scale_of(line: lists.ScaleLine, bid_id: str = "") -> Scale:
    """Return a marking scale as a thing of the bid."""
    return Scale(
        id=derived_id(bid_id, "scale", line.key),
        title=line.title,
        most=line.most,
        levels=tuple(
            ScaleLevel(mark=level.mark, label=level.label, descriptor=level.descriptor)
            for level in line.levels
        ),
        met=line.met,
        least=line.least,
        source=line.source,
        pack_item=line.key,
    )


def with_scale(bid: Bid, line: lists.ScaleLine, bid_id: str = "") -> Bid:
    """Return the bid with one marking scale added, unless it is there."""
    return _added(bid, "scales", (scale_of(line, bid_id),), "pack_item")


def _with_questions(bid: Bid, pack: Pack, identify: Identify) -> Bid:
    sections: list[Entity] = []
    questions: list[Entity] = []
    parts: list[Entity] = []
    for section in pack.sections:
        sections.append(_section(section, pack, identify))
        for question in section.questions:
            made = _question(question, identify("section", section.id), pack, identify)
            questions.append(made)
            parts += [
                _part(part, made.id, identify(question.id, part.id)) for part in question.parts
            ]
    bid = _added(bid, "sections", sections)
    bid = _added(bid, "questions", questions)
    return _added(bid, "parts", parts)


def _section(section: PackSection, pack: Pack, identify: Identify) -> Section:
    return Section(
        id=identify("section", section.id),
        parent=identify("section", section.inside) if section.inside else "",
        stage=section.stage or pack.stage,
        number=section.number,
        title=section.title,
        guidance=section.guidance,
        pack=pack.id,
        applies="no" if section.optional else "",
    )


def _question(question: PackQuestion, parent: str, pack: Pack, identify: Identify) -> Question:
    return Question(
        id=identify("question", question.id),
        parent=parent,
        number=question.number or question.id,
        title=question.title,
        text=question.text,
        kind=question.kind,
        marking=question.marking,
        limit=_limit(question.limit),
        options=question.options,
        columns=question.columns,
        required=question.required,
        help=question.help,
        evidence_asked=question.evidence,
        rules=question.rules,
        knock_out=question.knock_out,
        show_if=question.show_if,
        prefill_from=question.prefill_from,
        pack=pack.id,
        pack_item=question.id,
        confirmed=question.confirmed and pack.confirmed,
        scope=question.scope,
        needs_period=question.needs_period,
    )


def _part(part: PackPart, parent: str, identity: str) -> Part:
    return Part(
        id=identity, parent=parent, number=part.number, text=part.text, limit=_limit(part.limit)
    )


def _limit(limit: PackLimit | None) -> Limit:
    return Limit() if limit is None else Limit(most=limit.most, unit=limit.unit)


def _lists(pack: Pack, identify: Identify) -> Iterable[tuple[str, str, list[Entity]]]:
    """Yield each list of a pack as things: the collection, the field that makes two the same."""
    for name, collection, same, make in MADE_FROM:
        yield collection, same, [make(line, identify) for line in getattr(pack, name)]


def _gate(line: lists.GateLine, identify: Identify) -> Gate:
    identity = identify("gate", line.key)
    return Gate(id=identity, key=line.key, question=line.question, stops=line.stops)


def _red_flag(line: lists.RedFlagLine, identify: Identify) -> RedFlag:
    identity = identify("flag", line.key)
    return RedFlag(id=identity, key=line.key, group=line.group, text=line.text)


def _buyer_quality(line: lists.BuyerQualityLine, identify: Identify) -> BuyerQuality:
    identity = identify("buyer", line.key)
    return BuyerQuality(id=identity, key=line.key, group=line.group, text=line.text)


def _area(line: lists.AreaLine, identify: Identify) -> SelfAssessment:
    return SelfAssessment(id=identify("area", line.key), key=line.key, title=line.title)


def _agreement(line: lists.AgreementLine, identify: Identify) -> AgreementPoint:
    identity = identify("point", line.key)
    return AgreementPoint(id=identity, key=line.key, text=line.text, mandatory=line.mandatory)


def _flow_down(line: lists.AgreementLine, identify: Identify) -> AgreementPoint:
    point = _agreement(line, identify)
    return point.model_copy(update={"id": identify("flow-down", line.key), "kind": "flow-down"})


def _test(line: lists.TestLine, identify: Identify) -> SubcontractTest:
    return SubcontractTest(id=identify("test", line.key), key=line.key, text=line.text)


def _risk(line: lists.RiskLine, identify: Identify) -> Risk:
    return Risk(
        id=identify("risk", line.key),
        title=line.title,
        cause=line.cause,
        control=line.control,
        likelihood=line.likelihood,
        impact=line.impact,
        best_placed=line.best_placed,
        starter=line.key,
    )


def _cost(line: CostStarterLine, identify: Identify) -> CostLine:
    return CostLine(
        id=identify("cost", line.key),
        title=line.title,
        kind=line.kind,
        every_year=not line.once,
        note=line.note,
        starter=line.key,
    )


def _policy(line: lists.PolicyLine, identify: Identify) -> Policy:
    mandatory: YesNo = "yes" if line.mandatory else ""
    identity = identify("policy", line.key)
    return Policy(id=identity, key=line.key, title=line.title, mandatory=mandatory)


def _insurance(line: lists.InsuranceLine, identify: Identify) -> Insurance:
    return Insurance(id=identify("insurance", line.kind), kind=line.kind)


MADE_FROM: tuple[tuple[str, str, str, Callable[[Any, Identify], Entity]], ...] = (
    ("gates", "gates", "key", _gate),
    ("red_flags", "red_flags", "key", _red_flag),
    ("buyer_quality", "buyer_quality", "key", _buyer_quality),
    ("areas", "self_assessment", "key", _area),
    ("agreement_points", "agreement_points", "key", _agreement),
    ("flow_down", "agreement_points", "key", _flow_down),
    ("subcontract_tests", "subcontract_tests", "key", _test),
    ("risks", "risks", "starter", _risk),
    ("cost_lines", "cost_lines", "starter", _cost),
    ("policies", "policies", "key", _policy),
    ("insurances", "insurances", "kind", _insurance),
)
"""Each list of a pack, the collection it becomes, and the field that makes two things the same.

Quality marks stay a list to choose from: a mark that is not held has no place in a bid.
"""


def _added(bid: Bid, collection: str, things: Iterable[Entity], same: str = "") -> Bid:
    """Return the bid with those things that are not there, by identity or by what makes them so."""
    entries: tuple[Any, ...] = getattr(bid, collection)
    known = {entry.id for entry in entries}
    names = {getattr(entry, same) for entry in entries} - {""} if same else set()
    last = max((entry.order for entry in entries), default="")
    new: list[Entity] = []
    for thing in things:
        if thing.id in known or (same and getattr(thing, same) in names):
            continue
        last = key_after(last)
        new.append(thing.model_copy(update={"order": last}))
    if not new:
        return bid
    ordered = tuple(sorted([*entries, *new], key=lambda entry: (entry.order, entry.id)))
    added: Bid = with_fields(bid, {collection: ordered})
    return added
