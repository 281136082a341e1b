"""Which social value model a bid follows: suggested from dated packs, told in words."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.showing import day_words, money_words, percent_words
from bidkit.figures.social_value_model import (
    Applies,
    ModelChoice,
    ModelRule,
    Procurement,
    WeightBand,
    choose_model,
)
from bidkit.packs.catalogue import Catalogue
from bidkit.packs.lists import SocialModelLine
from bidkit.session.document import Document
from bidkit.words import later, tr

MODEL = ref(Bid, lambda bid: bid.full_value.social_model)
MISSING = {
    "begun": later("when the procurement began"),
    "value": later("its value with VAT"),
    "central": later("who the buyer is"),
}


def suggested_model(bid: Bid, catalogue: Catalogue) -> ModelChoice:
    """Return the model of the procurement's beginning; what its papers say goes before it."""
    offered = bid.opportunity
    central = None if offered.buyer.kind == "" else offered.buyer.kind == "central"
    return choose_model(
        tuple(_rule(line) for line in catalogue.social_models),
        Procurement(offered.regime, offered.commenced_on, offered.value_gross, central),
    )


def suggestion_words(bid: Bid, catalogue: Catalogue) -> str:
    """Return the suggestion as a sentence: the model and its weight, none, or what is missing."""
    choice = suggested_model(bid, catalogue)
    if choice.applies is Applies.UNKNOWN:
        lacks = ", ".join(str(MISSING[name]) for name in choice.missing)
        return tr(
            "The papers say which model counts. To suggest one, say on Opportunity: {lacks}.",
            lacks=lacks,
        )
    if choice.applies is Applies.NONE:
        return tr(
            "No model has to be used here. Many councils ask for social value in a way of their "
            "own: follow the papers."
        )
    line = next(one for one in catalogue.social_models if one.key == choice.model)
    words = tr(
        "Begun {day} at {value}: {title}, at least {share} of the marks. The papers go before it.",
        day=day_words(bid.opportunity.commenced_on, weekday=False),
        value=money_words(bid.opportunity.value_gross),
        title=line.title,
        share=percent_words(choice.least_percent),
    )
    return words if line.confirmed else f"{words} {tr('Not confirmed yet: check it.')}"


def use_suggested(document: Document, catalogue: Catalogue) -> bool:
    """Choose the suggested model as one step; tell whether there is one."""
    key = suggested_model(document.bid, catalogue).model
    line = next((one for one in catalogue.social_models if one.key == key), None)
    if line is not None:
        document.set(MODEL, line.key, label=tr("Use the suggested model"))
        document.seal()
    return line is not None


def outcome_words(bid: Bid, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return mission and outcome of everything the chosen model lets one promise."""
    chosen = bid.full_value.social_model
    line = next((one for one in catalogue.social_models if one.key == chosen), None)
    return tuple((one.mission, one.title) for one in line.outcomes) if line is not None else ()


def _rule(line: SocialModelLine) -> ModelRule:
    return ModelRule(
        line.key,
        line.begun_from,
        line.begun_to,
        frozenset(line.regimes),
        tuple(WeightBand(band.from_value, band.least_percent) for band in line.bands),
        line.central_only,
    )
