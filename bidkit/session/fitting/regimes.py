"""Which set of rules a bid seems to fall under, and which question packs go with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Opportunity, Regime
from bidkit.domain.refs import ref
from bidkit.domain.showing import day_words, money_words
from bidkit.figures.readings.standing import standing_figures
from bidkit.packs.catalogue import Catalogue
from bidkit.packs.fit import apply_pack
from bidkit.packs.schema import Pack
from bidkit.rules.routes import ACT_FROM, SELECTION_REGIME_FROM, is_call_off
from bidkit.session.document import Document
from bidkit.words import tr

REGIME = ref(Bid, lambda bid: bid.opportunity.regime)
WITH_VAT = Decimal("1.2")
PEOPLE_SERVICES = ("85", "80")
HEALTH_SERVICES = ("851",)


PSQ, GROUNDS = "procurement-specific-questionnaire", "exclusion-grounds"
FIRST_ASKED: dict[Regime, tuple[str, ...]] = {
    "pa23_above": (PSQ, GROUNDS),
    "pa23_light_touch": (PSQ, GROUNDS),
    "pa23_below": (PSQ,),
    "pcr2015": ("legacy-selection-questionnaire",),
    "nhs_psr": (GROUNDS,),
    "grant": ("grant-due-diligence",),
}


@dataclass(frozen=True)
class Suggestion:
    """The set of rules that seems to apply and why; without one, what is needed to say."""

    regime: Regime
    why: str


@dataclass(frozen=True)
class FittingPack:
    """A question pack that goes with the rules: whether they call for it, and if it is there."""

    id: str
    title: str
    called_for: bool
    added: bool


def suggested_regime(bid: Bid, catalogue: Catalogue) -> Suggestion:
    """Return which rules seem to apply, from what the bid says; its papers go before it."""
    offered = bid.opportunity
    plain = _plain(offered)
    if plain is not None:
        return plain
    begun = offered.commenced_on or offered.notice.published_on
    if begun is None:
        return Suggestion("", tr("Say when the procurement began, or read its notice in."))
    if begun < ACT_FROM:
        day = day_words(begun, weekday=False)
        return Suggestion("pcr2015", tr("It began on {day}, before the Act of 2023.", day=day))
    if is_call_off(offered):
        return Suggestion(
            "",
            tr(
                "It seems to be called off under a framework: its rules are those under which "
                "the framework was set up. Before 24 February 2025 those of 2015. See the papers."
            ),
        )
    if _is_of(offered, HEALTH_SERVICES) and begun >= SELECTION_REGIME_FROM:
        if offered.buyer.kind == "nhs":
            return Suggestion("nhs_psr", tr("An NHS body buys health care."))
        if offered.buyer.kind == "council":
            return Suggestion("nhs_psr", tr("A council buys health care: look in the papers."))
    return _by_procedure(offered) or _by_value(offered, begun, catalogue)


def use_regime(document: Document, regime: Regime) -> None:
    """Choose a set of rules, as one step."""
    document.set(REGIME, regime, label=tr("Choose the rules"))
    document.seal()


def fitting_packs(bid: Bid, catalogue: Catalogue) -> tuple[FittingPack, ...]:
    """Return the question packs for the chosen rules, those they call for first."""
    regime = bid.opportunity.regime
    note = catalogue.regime_note(regime) if regime else None
    if note is None:
        return ()
    there = {question.pack for question in bid.questions}
    found = [
        FittingPack(pack.id, pack.title, pack.id in note.packs, pack.id in there)
        for pack in catalogue.for_regime(regime)
        if pack.stage == "qualification" or pack.id in note.packs
    ]
    return tuple(sorted(found, key=lambda one: not one.called_for))


def usual_packs(bid: Bid, catalogue: Catalogue) -> tuple[Pack, ...]:
    """Return what a buyer of this kind asks first, to start from; () for a small grant.

    Where the rules are not chosen yet, those they seem to be decide; the contract of today where
    nothing is known. The buyer's own form always goes before it.
    """
    route, regime = bid.about.route, bid.opportunity.regime
    if route == "small_grant":
        return ()
    regime = regime or suggested_regime(bid, catalogue).regime
    if not regime:
        regime = "grant" if route == "larger_grant" else "pa23_below"
    there = {question.pack for question in bid.questions}
    wanted = [one for one in FIRST_ASKED.get(regime, ()) if one not in there]
    return tuple(catalogue.pack(one) for one in wanted if one in catalogue.ids)


def packs_of_other_rules(bid: Bid, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the titles of questionnaires in the bid that belong to rules other than its own."""
    regime = bid.opportunity.regime
    if not regime:
        return ()
    there = {question.pack for question in bid.questions if question.pack}
    fitting = {pack.id for pack in catalogue.for_regime(regime)}
    return tuple(
        pack.title
        for pack in catalogue.question_packs
        if pack.id in there and pack.id not in fitting
    )


def add_packs(
    document: Document, identities: Collection[str], bid_id: str, catalogue: Catalogue
) -> None:
    """Add the questions of packs, all of them as one step."""
    packs = [catalogue.pack(identity) for identity in identities]

    def change(bid: Bid) -> Bid:
        figures = standing_figures(bid)
        for pack in packs:
            bid = apply_pack(bid, pack, bid_id, figures=figures)
        return bid

    document.edit(tr("Add {titles}", titles=", ".join(pack.title for pack in packs)), change)


def _plain(offered: Opportunity) -> Suggestion | None:
    """Return what needs no date: a grant, Scotland, or the name of the rules in the text."""
    if offered.funding == "grant":
        return Suggestion("grant", tr("The money is a grant."))
    if "scotland" in f"{offered.area} {offered.buyer.address}".lower():
        return Suggestion("scotland", tr("The buyer or the place is in Scotland."))
    if "provider selection regime" in f"{offered.procedure} {offered.summary}".lower():
        return Suggestion("nhs_psr", tr("The text speaks of the Provider Selection Regime."))
    return None


def _by_procedure(offered: Opportunity) -> Suggestion | None:
    words = offered.procedure.lower()
    if "below threshold" in words or "below-threshold" in words:
        return Suggestion("pa23_below", tr("Its procedure is called below threshold."))
    if "light touch" in words or "light-touch" in words:
        return Suggestion("pa23_light_touch", tr("Its procedure is called light touch."))
    return None


def _by_value(offered: Opportunity, begun: date, catalogue: Catalogue) -> Suggestion:
    gross = offered.value_gross or (offered.value * WITH_VAT if offered.value else None)
    if gross is None:
        return Suggestion("", tr("Say what the contract is worth."))
    if _is_of(offered, PEOPLE_SERVICES):
        key, above, what = "threshold_light_touch", "pa23_light_touch", tr("services for people")
    elif offered.buyer.kind == "central":
        key, above, what = "threshold_central", "pa23_above", tr("central government")
    else:
        key, above, what = "threshold_sub_central", "pa23_above", tr("local bodies")
    line = catalogue.figure(key, begun)
    if line is None:
        return Suggestion("", tr("No threshold is known here for that day: see the papers."))
    told = {
        "value": money_words(gross),
        "threshold": money_words(line.value),
        "what": what,
    }
    unsure = "" if line.confirmed else tr("This threshold is not confirmed: see the papers.")
    if gross < line.value:
        why = tr("{value} with VAT is below {threshold}, the threshold for {what}.", **told)
        return Suggestion("pa23_below", f"{why} {unsure}".strip())
    why = tr("{value} with VAT reaches {threshold}, the threshold for {what}.", **told)
    why = f"{why} {unsure}".strip()
    return Suggestion("pa23_light_touch" if above == "pa23_light_touch" else "pa23_above", why)


def _is_of(offered: Opportunity, divisions: tuple[str, ...]) -> bool:
    return any(code.startswith(divisions) for code in offered.cpv)
