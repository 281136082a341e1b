"""Rules of a question are written as lines and read back as they were."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.questionnaire import Rule
from bidkit.domain.typed import UnreadableError
from bidkit.domain.typed.rules import CONDITIONS, read_rules, show_rules
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


@given(st.sampled_from(sorted(CONDITIONS)), VALUES, WORDS, WORDS)
def test_shown_rules_read_back(when: str, value: str, column: str, words: str) -> None:
    wanted = value if "{}" in CONDITIONS[when] else ""
    given_fields = {"effect": "fail", "when": when, "value": wanted}
    rule = Rule.model_validate({**given_fields, "column": column, "words": words})
    assert read_rules(show_rules((rule, rule))) == (rule, rule)


def test_every_shipped_rule_reads_back() -> None:
    for pack in shipped().question_packs:
        for question in pack.questions:
            assert read_rules(show_rules(question.rules)) == question.rules
