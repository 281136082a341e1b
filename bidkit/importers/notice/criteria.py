"""The award criteria as a tree with weights: exact where the notice is, else to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import ref
from bidkit.importers.draft import Draft
from bidkit.importers.notice.lots import lot_id
from bidkit.importers.notice.source import Source
from bidkit.importers.notice.weights import (
    Weight,
    as_percent,
    fixed_price,
    only_a_weight,
    stated_weight,
    threshold_of,
    weight_in_words,
    weights_in_prose,
)
from bidkit.words import tr

Kind = Literal["", "quality", "price", "social value", "cost"]


@dataclass(frozen=True)
class Found:
    """One set of criteria, and the lots it is for (none named: all)."""

    where: str
    place: Source
    lots: tuple[str, ...] = ()


def read_criteria(release: Source, draft: Draft) -> None:
    """Propose the criteria of the whole, or of each lot where they differ, and the method."""
    tender, ocid = release.at("tender"), release.line("ocid")
    for found in _sets(tender, ocid):
        _read_set(found, ocid, draft)
    _in_words(tender, ocid, draft)
    method = _method(tender)
    draft.field(ref(Bid, lambda b: b.scoring.method), method, tr("How bids are marked"))
    if draft.count("criteria"):
        draft.field(ref(Bid, lambda b: b.scoring.published), "yes", tr("Award criteria"))


def kind_of(name: str, stated: str = "") -> Kind:
    """Return what a criterion is about, by its name first and its stated type after."""
    lower = name.lower()
    if "social value" in lower or "social responsib" in lower:
        return "social value"
    if stated == "price" or (not stated and "price" in lower):
        return "price"
    if stated == "cost" or (not stated and "cost" in lower):
        return "cost"
    return "quality" if stated == "quality" or not stated else ""


def _sets(tender: Source, ocid: str) -> list[Found]:
    """Return the sets of criteria: one for all lots when they agree, else one for each."""
    whole = tender.at("awardCriteria")
    if whole.each("criteria"):
        return [Found("tender", whole)]
    sets: list[Found] = []
    same: dict[str, list[str]] = {}
    places: dict[str, Source] = {}
    lots = tender.each("lots")
    for lot in lots:
        criteria = lot.at("awardCriteria")
        if criteria.each("criteria"):
            content = criteria.content()
            same.setdefault(content, []).append(lot.line("id"))
            places.setdefault(content, criteria)
    for content, members in same.items():
        every = len(members) == len(lots)
        scope = () if every else tuple(sorted(lot_id(ocid, member) for member in members))
        sets.append(Found("tender" if every else members[0], places[content], scope))
    covered = {member for members in same.values() for member in members}
    for group in tender.each("lotGroups"):
        members = group.texts("relatedLots") or group.texts("lots")
        criteria = group.at("awardCriteria")
        if criteria.each("criteria") and not covered.intersection(members):
            scope = tuple(sorted(lot_id(ocid, member) for member in members))
            sets.append(Found(f"group {group.line('id')}", criteria, scope))
    return sets


def _read_set(found: Found, ocid: str, draft: Draft) -> None:
    entries = found.place.each("criteria")
    weights = as_percent([_weight(entry) or Weight(None, "") for entry in entries])
    for number, (entry, weight) in enumerate(zip(entries, weights, strict=True), start=1):
        name, stated = entry.line("name"), entry.line("type")
        description = entry.text("description")
        title = name or _short(description) or stated.capitalize() or tr("Criterion {n}", n=number)
        made = Criterion(
            id=derived_id(
                "notice", ocid, "criterion", found.where, entry.line("id") or str(number)
            ),
            number=str(number),
            title=title,
            kind=kind_of(title, stated),
            description="" if description == title or only_a_weight(description) else description,
            weight=weight.number,
            weight_as_published=weight.as_published,
            weight_confirmed=weight.exact,
            threshold=threshold_of(entry),
            lots=found.lots,
        )
        note = "" if weight.exact else tr("The weight is rough or was read from words; check it.")
        draft.entity("criteria", made, tr("Award criteria"), entry.path, note)
        if fixed_price(entry):
            formula = ref(Bid, lambda b: b.scoring.price_formula)
            why = tr("The notice fixes the price.")
            draft.guess(formula, "fixed_price", tr("Price formula"), why)
    _complain(weights, draft)


def _weight(entry: Source) -> Weight | None:
    stated = stated_weight(entry)
    if stated is not None:
        return stated
    texts = (entry.text("description"), entry.text("name"))
    alone = (weight_in_words(text, alone=True) for text in texts)
    inside = (weight_in_words(text) for text in texts)
    return next((weight for weight in (*alone, *inside) if weight is not None), None)


def _complain(weights: list[Weight], draft: Draft) -> None:
    numbers = [weight.number for weight in weights if weight.number is not None]
    if not numbers:
        draft.caution(
            tr("The notice names criteria but gives no weights in numbers."),
            tr("Look for them in the tender documents."),
            "criteria",
        )
    elif sum(numbers) != 100:
        draft.caution(
            tr("The weights in the notice add up to {total}, not 100.", total=sum(numbers)),
            tr("Some may be parts of others, or missing. Check the tender documents."),
            "criteria",
        )


def _in_words(tender: Source, ocid: str, draft: Draft) -> None:
    """Propose criteria from a sentence such as “Quality 60%, Price 40%”, to be confirmed."""
    if draft.count("criteria"):
        return
    for text in _passages(tender):
        for number, (name, weight) in enumerate(weights_in_prose(text), start=1):
            made = Criterion(
                id=derived_id("notice", ocid, "criterion", "words", name.lower()),
                number=str(number),
                title=name,
                kind=kind_of(name),
                weight=weight,
                weight_as_published=f"{weight:f}%",
                weight_confirmed=False,
            )
            note = tr("Read from a sentence of the notice; check it.")
            draft.entity("criteria", made, tr("Award criteria"), "tender", note)
        if draft.count("criteria"):
            return


def _passages(tender: Source) -> list[str]:
    """Return the texts that may name weights, the most likely first."""
    places = [tender.at("awardCriteria"), *(lot.at("awardCriteria") for lot in tender.each("lots"))]
    texts = [tender.text("awardCriteriaDetails"), tender.text("awardCriteria")]
    for place in places:
        texts += [place.text("weightingDescription"), place.text("description")]
    return [text for text in (*texts, tender.text("description")) if text]


def _method(tender: Source) -> str:
    """Return what is said of marking; the core awardCriteria is only a code word."""
    places = [tender.at("awardCriteria"), *(lot.at("awardCriteria") for lot in tender.each("lots"))]
    lines = [tender.text("awardCriteriaDetails")]
    for place in places:
        lines += [
            place.text("weightingDescription"),
            place.text("description"),
            place.text("orderRationale"),
        ]
    code = tender.line("awardCriteria")
    lines += [tr("Basis of award: {code}", code=code)] if code else []
    return "\n\n".join(dict.fromkeys(line for line in lines if line))


def _short(text: str) -> str:
    first = text.split("\n", maxsplit=1)[0]
    return first if len(first) <= 100 and not first.replace(".", "").rstrip(" %").isdigit() else ""
