"""Rules of a question are written as lines and read back as they were."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.opportunity import Regime
from bidkit.domain.questionnaire import Rule
from bidkit.domain.typed import UnreadableError
from bidkit.domain.typed.rules import CONDITIONS, REGIMES, read_rules, show_rules
from bidkit.packs.catalogue import shipped

WORDS = st.text("abcxyzŵŷ 0123456789.%£", max_size=20).map(lambda text: " ".join(text.split()))
VALUES = WORDS.filter(lambda text: text != "" and text != "empty")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("fails if below 1", Rule(effect="fail", when="below", value="1")),
        (
            "At risk if the reply is by award: Get a quotation.",
            Rule(effect="flag", when="is", value="by award", words="Get a quotation."),
        ),
        (
            'fails if the sum is not 100 in "share"',
            Rule(effect="fail", when="sum is not", value="100", column="share"),
        ),
        (
            "at risk if older than 24 months",
            Rule(effect="flag", when="older than months", value="24"),
        ),
        ("fails if empty", Rule(effect="fail", when="empty")),
        (
            "fails if the reply is no, only under full rules, Light touch: Register.",
            Rule(
                effect="fail",
                when="is",
                value="no",
                words="Register.",
                regimes=("pa23_above", "pa23_light_touch"),
            ),
        ),
    ],
)
def test_lines_are_read(line: str, rule: Rule) -> None:
    assert read_rules(line) == (rule,)


@pytest.mark.parametrize("line", ["fail if below 1", "fails below 1", "fails if", "nonsense"])
def test_what_is_no_rule_is_refused_in_words(line: str) -> None:
    with pytest.raises(UnreadableError, match="Write it like"):
        read_rules(line)


def test_every_condition_has_a_wording() -> None:
    assert set(CONDITIONS) == set(get_args(Rule.model_fields["when"].annotation))


@given(
    st.sampled_from(sorted(CONDITIONS)),
    VALUES,
    WORDS,
    WORDS,
    st.sets(st.sampled_from(sorted(REGIMES.values()))),
)
def test_shown_rules_read_back(
    when: str, value: str, column: str, words: str, under: set[str]
) -> None:
    wanted = value if "{}" in CONDITIONS[when] else ""
    regimes = tuple(one for one in REGIMES.values() if one in under)
    given_fields = {"effect": "fail", "when": when, "value": wanted, "regimes": regimes}
    rule = Rule.model_validate({**given_fields, "column": column, "words": words})
    assert read_rules(show_rules((rule, rule))) == (rule, rule)


def test_a_value_may_read_like_a_regime() -> None:
    rule = Rule(effect="fail", when="is", value="no, only under grants")
    assert read_rules(show_rules((rule,))) == (rule,)


def test_every_regime_can_be_written() -> None:
    assert {"", *REGIMES.values()} == set(get_args(Regime))


def test_every_shipped_rule_reads_back() -> None:
    for pack in shipped().question_packs:
        for question in pack.questions:
            assert read_rules(show_rules(question.rules)) == question.rules
