"""The packs that come with the program: in order, dated, marked, and saying what they must."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bidkit.domain.opportunity import Regime
from bidkit.figures.social_value_model import (
    Applies,
    ModelRule,
    Procurement,
    WeightBand,
    choose_model,
)
from bidkit.packs.catalogue import shipped
from bidkit.packs.lists import ScaleLine
from bidkit.packs.load import check_pack
from bidkit.packs.schema import Pack
from bidkit.resources import resource

PATHS = sorted(resource("packs").glob("*.toml"))
PACKS = shipped()
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_pack_is_in_order(path: Path) -> None:
    assert check_pack(path) == ()
    pack = PACKS.pack(path.stem)
    assert pack.id == path.stem
    assert pack.source
    assert pack.last_checked <= TODAY < pack.review_by


def test_the_templates_are_all_there() -> None:
    wanted = {
        "core-information",
        "exclusion-grounds",
        "procurement-specific-questionnaire",
        "policy-modules",
        "financial-standing",
        "insurance",
        "policies",
        "quality-marks",
        "legacy-selection-questionnaire",
        "grant-due-diligence",
        "small-grant",
    }
    assert wanted <= {pack.id for pack in PACKS.question_packs}


def count(pack: Pack, group: str) -> int:
    """Return how many red flags of a list a pack has."""
    return sum(1 for line in pack.red_flags if line.group == group)


def test_the_lists_have_as_many_lines_as_their_sources() -> None:
    flags = PACKS.pack("red-flags")
    assert [count(flags, name) for name in ("nao", "gershon", "template")] == [4, 4, 6]
    quality = PACKS.pack("buyer-quality").buyer_quality
    assert [sum(line.group == g for line in quality) for g in ("principle", "action")] == [8, 15]
    assert len(PACKS.pack("full-value").meanings) == 8
    assert len(PACKS.pack("quality-marks").areas) == 11
    assert len(PACKS.pack("small-grant").questions) == 6
    assert len(PACKS.pack("regimes").regime_notes) == 7
    assert len(PACKS.pack("agreement").subcontract_tests) == 5
    assert sum(risk.for_partnerships for risk in PACKS.pack("agreement").risks) == 4
    assert len(PACKS.prompts("barriers to social clauses")) == 6
    assert len(PACKS.prompts("success factors")) == 5
    assert [line.key for line in PACKS.pack("gates").gates if line.stops] == [
        "power",
        "conditions",
    ]
    grounds = PACKS.pack("exclusion-grounds")
    assert sum(question.knock_out for question in grounds.questions) == 16


def test_a_mandatory_agreement_line_is_the_way_out() -> None:
    points = {line.key: line for line in PACKS.pack("agreement").agreement_points}
    assert points["exit"].mandatory
    assert points["dependency"].mandatory


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("threshold_central", 135_018),
        ("threshold_sub_central", 207_720),
        ("threshold_light_touch", 663_540),
        ("threshold_works", 5_193_000),
    ],
)
def test_thresholds_of_2026(key: str, value: int) -> None:
    figure = PACKS.figure(key, TODAY)
    assert figure is not None
    assert figure.value == value
    assert PACKS.figure(key, date(2028, 1, 1)) is None
    assert PACKS.figure(key, date(2023, 12, 31)) is None
    earlier = PACKS.figure(key, date(2025, 12, 31))
    assert earlier is not None
    assert not earlier.confirmed


def test_what_was_not_confirmed_is_marked() -> None:
    for key in ("employer_ni_rate", "standing.E2", "low_price_percent", "small_numbers"):
        figure = PACKS.figure(key, TODAY)
        assert figure is not None
        assert not figure.confirmed
    models = {model.key: model for model in PACKS.social_models}
    assert not models["ppn026"].confirmed
    assert models["ppn002"].confirmed
    crime = next(o for o in models["ppn002"].outcomes if o.key == "002-5")
    assert not crime.confirmed
    grounds = {q.id: q.confirmed for q in PACKS.pack("exclusion-grounds").questions}
    assert grounds["B6.03"]
    assert not grounds["B6.06"]


def test_the_social_value_models_choose_as_they_should() -> None:
    rules = [
        ModelRule(
            model.key,
            model.begun_from,
            model.begun_to,
            frozenset(model.regimes),
            tuple(WeightBand(band.from_value, band.least_percent) for band in model.bands),
            model.central_only,
        )
        for model in PACKS.social_models
    ]

    def chosen(begun: date | None, value: str) -> tuple[str, Decimal | None, Applies]:
        procurement = Procurement("pa23_above", begun, Decimal(value), central=True)
        choice = choose_model(rules, procurement)
        return choice.model, choice.least_percent, choice.applies

    assert chosen(date(2026, 12, 31), "8000000")[:2] == ("ppn002", Decimal(10))
    assert chosen(date(2027, 1, 1), "8000000")[:2] == ("ppn026", Decimal(20))
    assert chosen(date(2027, 3, 1), "2000000")[:2] == ("ppn026", Decimal(10))
    assert chosen(date(2027, 3, 1), "5000000")[:2] == ("ppn026", Decimal(20))
    assert chosen(date(2027, 3, 1), "500000")[2] is Applies.NONE
    assert chosen(None, "8000000")[2] is Applies.UNKNOWN


def test_missions_of_ppn_002() -> None:
    model = next(model for model in PACKS.social_models if model.key == "ppn002")
    assert len({outcome.mission for outcome in model.outcomes}) == 5
    assert len(model.outcomes) == 8


@pytest.mark.requirement(28)
def test_met_means_seven_of_ten() -> None:
    scale = PACKS.scale("met_exceeded")
    assert scale is not None
    assert (scale.met, scale.most) == (Decimal(7), Decimal(10))
    tens = next(one for one in PACKS.scales if one.key == "dfe_0_10")
    assert [level.mark for level in tens.levels] == [0, 2, 5, 8, 10]


@pytest.mark.parametrize("scale", PACKS.scales, ids=lambda scale: scale.key)
def test_scales_rise_to_their_top(scale: ScaleLine) -> None:
    marks = [level.mark for level in scale.levels]
    assert marks == sorted(set(marks))
    assert marks[-1] == scale.most


@pytest.mark.requirement(19)
def test_we_aim_is_an_error_in_every_form() -> None:
    aim = next(phrase for phrase in PACKS.phrases if phrase.key == "aim")
    assert aim.weight == "error"
    assert {"we aim", "we are aiming", "our aim is"} <= set(aim.forms)
    assert len({phrase.key for phrase in PACKS.phrases}) == len(PACKS.phrases)
    forms = [form for phrase in PACKS.phrases for form in phrase.forms]
    assert len(set(forms)) == len(forms)


def test_standstill_is_never_eight_days_by_default_below_or_light() -> None:
    regimes: tuple[Regime, ...] = (
        "pa23_light_touch",
        "pa23_below",
        "nhs_psr",
        "scotland",
        "grant",
    )
    for regime in regimes:
        note = PACKS.regime_note(regime)
        assert note is not None
        assert note.standstill_days is None
    above = PACKS.regime_note("pa23_above")
    assert above is not None
    assert above.standstill_days == 8


def test_packs_named_by_regimes_are_there() -> None:
    for note in PACKS.pack("regimes").regime_notes:
        assert set(note.packs) <= set(PACKS.ids)


def test_codes_of_fields_are_listed() -> None:
    field = PACKS.pack("field")
    codes = {line.code for line in field.cpv}
    assert len(codes) == len(field.cpv)
    for area in field.service_areas:
        assert set(area.cpv) <= codes
    assert codes == {code for area in field.service_areas for code in area.cpv}


def test_nothing_proprietary_is_shipped() -> None:
    for path in PATHS:
        text = path.read_text("utf-8").lower()
        assert "outcomes star" not in text
        assert "national toms" not in text
