"""A pack file somebody wrote: every fault is told with its line, and none can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.errors import FileError, InputError
from bidkit.packs.load import LARGEST, check_pack, load_pack, read_pack

HEAD = """id = "our-own"
title = "Our own"
version = "1"
source = "Us"
last_checked = 2026-11-01
review_by = 2027-11-01
"""
SECTION = '[[sections]]\nid = "one"\ntitle = "One"\n'
QUESTION = '[[sections.questions]]\nid = "Q1"\ntext = "Why?"\n'


def lines_of(text: str) -> list[tuple[int, str]]:
    """Return the faults of a pack text by line."""
    return [(finding.line, finding.what) for finding in read_pack(text, "p.toml")[1]]


def test_a_short_pack_is_enough() -> None:
    pack, findings = read_pack(HEAD + SECTION + QUESTION)
    assert findings == ()
    assert pack is not None
    assert [question.id for question in pack.questions] == ["Q1"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + "title = ", 7, "not written as TOML"),
        (HEAD.replace('source = "Us"\n', ""), 0, "“source” is missing"),
        (HEAD.replace("version", "versoin"), 3, "versoin"),
        (HEAD + SECTION + QUESTION + 'kind = "maybe"\n', 13, "cannot be “maybe”"),
        (HEAD + SECTION + QUESTION + "knock_out = 1\n", 13, "knock_out"),
        (HEAD + SECTION + QUESTION + "knock_out = true\n", 13, "no rule says when"),
        (HEAD + SECTION + QUESTION + 'kind = "choice"\n', 10, "two options"),
        (HEAD + SECTION + QUESTION + 'kind = "table"\n', 10, "columns"),
        (HEAD + SECTION + QUESTION + 'show_if = "Q9 = yes"\n', 13, "“Q9”"),
        (HEAD + SECTION + QUESTION + 'prefill_from = "organisation.hat"\n', 13, "hat"),
        (HEAD + SECTION + QUESTION + QUESTION, 14, "two questions “Q1”"),
        (HEAD + SECTION + 'inside = "two"\n' + QUESTION, 10, "no section “two”"),
        (HEAD.replace("2027", "2025"), 6, "before the day it was last checked"),
        (HEAD.replace("our-own", "../evil"), 1, "cannot be the name"),
        (
            HEAD + '[[gates]]\nkey = "a"\nquestion = "?"\n[[gates]]\nkey = "a"\nquestion = "?"\n',
            10,
            "stands twice",
        ),
    ],
)
def test_faults_name_their_line(text: str, line: int, words: str) -> None:
    found = lines_of(text)
    assert any(words in what and at == line for at, what in found), found


def test_a_fault_in_the_second_question_of_the_second_section() -> None:
    text = HEAD + SECTION + QUESTION + SECTION.replace("one", "two")
    text += QUESTION.replace("Q1", "Q2") + QUESTION.replace("Q1", "Q3") + "limit = { most = 'x' }\n"
    assert [line for line, _ in lines_of(text)] == [22]


def test_literals_are_told_with_the_choices() -> None:
    finding = read_pack(HEAD + SECTION + QUESTION + 'kind = "maybe"\n', "p.toml")[1][0]
    assert "'yes_no'" in finding.advice
    assert str(finding).startswith("p.toml:13: ")


def test_a_faulty_file_is_refused_with_its_first_fault(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(HEAD.replace("version", "versoin"), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_pack(path)
    assert "bad.toml" in refused.value.what
    assert check_pack(path)


def test_files_that_are_no_packs(tmp_path: Path) -> None:
    assert check_pack(tmp_path / "gone.toml")[0].file == "gone.toml"
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00\x81")
    assert "plain text" in check_pack(binary)[0].what
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 10)
    with pytest.raises(FileError, match="too large"):
        load_pack(huge)
    deep = tmp_path / "deep.toml"
    deep.write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    assert check_pack(deep)


def test_a_rule_for_rules_the_pack_is_not_for_is_told() -> None:
    head = HEAD + 'regimes = ["pcr2015"]\n' + SECTION + QUESTION
    rule = 'rules = [{ effect = "flag", when = "empty", regimes = ["pcr2015", "grant"] }]\n'
    (finding,) = read_pack(head + rule, "p.toml")[1]
    assert "counts under “grant”; the pack is not for it" in finding.what
    unknown = read_pack(head + rule.replace('"grant"', '"nowhere"'), "p.toml")[1]
    assert "nowhere" in unknown[0].what
    assert (finding.line, unknown[0].line) == (14, 14)


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    pack, findings = read_pack(text)
    assert pack is None
    assert findings


@settings(max_examples=60)
@given(st.integers(0, 13), st.sampled_from(["", "x = 1\n", "[[sections]]\n", '""""\n', "[a.b]\n"]))
def test_a_broken_line_is_always_told(at: int, junk: str) -> None:
    lines = (HEAD + SECTION + QUESTION).splitlines(keepends=True)
    broken = "".join([*lines[:at], junk, *lines[at + 1 :]])
    pack, findings = read_pack(broken)
    assert pack is not None or findings


TABLE = 'kind = "table"\ncolumns = [{ key = "who", title = "Who" }]\n'


@pytest.mark.parametrize(
    ("rest", "words", "advice"),
    [
        (
            'rules = [{ effect = "fail", when = "below", value = "much" }]\n',
            "needs a number",
            "0.8",
        ),
        (
            'kind = "held"\nrules = [{ effect = "fail", when = "is", value = "never" }]\n',
            "“never”, which nobody can reply",
            "by award",
        ),
        (TABLE + 'rules = [{ effect = "flag", when = "alike" }]\n', "which column", "column ="),
        (
            TABLE + 'rules = [{ effect = "flag", when = "all below", value = "9" }]\n',
            "which column",
            "column =",
        ),
        (
            TABLE
            + 'rules = [{ effect = "flag", when = "all above", value = "9", column = "who|x" }]\n',
            "who|x",
            "",
        ),
        (
            'rules = [{ effect = "flag", when = "empty", regimes = [""] }]\n',
            "empty regime",
            "always counts",
        ),
        ('optoins = ["a", "b"]\n', "“sections.questions.optoins” is not known", "“options”"),
    ],
)
def test_faults_say_what_to_do(rest: str, words: str, advice: str) -> None:
    finding = read_pack(HEAD + SECTION + QUESTION + rest, "p.toml")[1][0]
    assert words in finding.what
    assert advice in finding.advice
    assert finding.line >= 13
