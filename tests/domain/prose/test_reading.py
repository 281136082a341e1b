"""Reading CommonMark: what is known, what is kept as it was, and what is hostile."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from bidkit.domain.prose import (
    Break,
    BulletList,
    Chip,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Table,
    Text,
    Verbatim,
    read_prose,
    write_prose,
)


def paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(Text(text) for text in texts))


def test_the_usual_marks_are_read() -> None:
    prose = read_prose(
        "Plain **bold** _it_ [site](https://a.org) "
        '<span lang="cy">Croeso</span>\\\n[E4](evidence:e4)'
    )
    assert prose.blocks == (
        Paragraph(
            (
                Text("Plain "),
                Text("bold", bold=True),
                Text(" "),
                Text("it", italic=True),
                Text(" "),
                Text("site", link="https://a.org"),
                Text(" "),
                Text("Croeso", language="cy"),
                Break(),
                Chip("e4"),
            )
        ),
    )


def test_blocks_nest() -> None:
    prose = read_prose("## H\n\n- a\n\n  b\n\n  3. c\n\n> q\n\n| x |\n| :-: |\n| y |")
    inner = NumberedList((Item((paragraph("c"),)),), 3)
    assert prose.blocks == (
        Heading(2, (Text("H"),)),
        BulletList((Item((paragraph("a"), paragraph("b"), inner)),)),
        Quote((paragraph("q"),)),
        Table(((Text("x"),),), (((Text("y"),),),), ("center",)),
    )


def test_a_picture_among_words_becomes_a_block_of_its_own() -> None:
    prose = read_prose("before ![a plan](attachment:p1) after")
    assert prose.blocks == (paragraph("before"), Figure("p1", "a plan"), paragraph("after"))


def test_html_is_words() -> None:
    text = "<script>alert(1)</script>"
    prose = read_prose(text)
    assert prose.blocks == (paragraph(text),)
    assert write_prose(prose) == "\\<script>alert(1)\\</script>"


def test_a_picture_from_the_web_is_only_a_link() -> None:
    prose = read_prose("![logo](https://a.org/l.png)")
    assert prose.blocks == (Paragraph((Text("logo", link="https://a.org/l.png"),)),)


def test_an_address_that_could_run_something_is_only_words() -> None:
    prose = read_prose("[press](javascript:alert) [x](file:///etc/passwd)")
    assert prose.blocks == (paragraph("[press](javascript:alert) [x](file:///etc/passwd)"),)


@pytest.mark.parametrize(
    "source", ["```py\nx = 1\n```", "***", "![film](video:v1)", "````\n```\n````", "```\n```"]
)
def test_what_is_unknown_is_kept_as_it_was(source: str) -> None:
    assert read_prose(source).blocks == (Verbatim(source),)
    assert write_prose(read_prose(f"- {source}".replace("\n", "\n  "))) == f"- {source}".replace(
        "\n", "\n  "
    )


def test_canonical_text_is_easy_to_read() -> None:
    text = (
        "# The need\n\nOne in four adults, first_last@example.org said (see A_B_C).\n\n"
        "- **Hubs.** Three hubs\n  - Bangor\n  - Conwy\n- Outreach\n\n1. First\n2. Second"
    )
    assert write_prose(read_prose(text)) == text


HOSTILE = [
    "*" + "a*" * 10_000,
    "a*b*" * 6_000,
    "- a\n" * 12_000,
    ">" * 10_000,
    "> " * 10_000 + "x",
    "- " * 10_000 + "x",
    "1. " * 5_000 + "x",
    "\n".join("  " * depth + "- x" for depth in range(1_000)),
    "[" * 10_000,
    "![" * 10_000,
    "[a](" * 5_000,
    "*a **a " * 5_000,
    "*_" * 10_000,
    "`" * 10_000,
    "".join("`" * length + "x" for length in range(200)),
    '<span lang="cy">' * 5_000,
    "</span>" * 5_000,
    "<" * 20_000,
    "&" * 20_000,
    "\\" * 20_001,
    "|" * 10_000 + "\n" + "|-" * 5_000,
    "| a " * 200 + "|\n" + "| - " * 200 + "|\n" + "|x|\n" * 200,
    "#" * 10_000,
    "\n" * 50_000,
    "a\\\n" * 10_000,
    "(" * 10_000 + ")" * 10_000,
    "\u0338" * 10_000,
    "\x00" * 10_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_read_in_bounded_time(text: str) -> None:
    started = time.process_time()
    written = write_prose(read_prose(text))
    assert write_prose(read_prose(written)) == written
    assert time.process_time() - started < 10


def test_a_megabyte_of_words_reads() -> None:
    sentence = (
        "We helped **412** people in three hubs; most of them told us so themselves in a survey "
        "of 2025 [x](evidence:e1). "
    )
    text = "\n\n".join([sentence * 9] * 1_000)
    assert len(text) > 990_000
    assert len(read_prose(text).blocks) == 1_000


def test_more_than_the_limit_is_kept_whole() -> None:
    text = "- a\n" * 600_000
    prose = read_prose(text)
    assert [type(block) for block in prose.blocks] == [Verbatim]
    assert text in write_prose(prose)


@pytest.mark.parametrize("sign", ["[", "![", "*a", "> a\n", "```\n", "<", "a\\\n", "- a\n", "\\"])
def test_a_megabyte_of_signs_is_kept_whole_and_settles(sign: str) -> None:
    text = (sign * 1_000_000)[:1_000_000]
    started = time.process_time()
    written = write_prose(read_prose(text))
    assert write_prose(read_prose(written)) == written
    assert [type(block) for block in read_prose(text).blocks] == [Verbatim]
    assert time.process_time() - started < 5


def test_what_nests_too_deep_keeps_its_words() -> None:
    for text in ("> " * 200 + "deep words", "- " * 15 + "deep words"):
        assert "deep words" in write_prose(read_prose(text))


def test_nothing_is_lost_between_the_depth_shown_and_the_depth_parsed() -> None:
    for depth in range(1, 60):
        text = "\n".join("  " * level + f"- word{level}" for level in range(depth))
        written = write_prose(read_prose(text))
        assert all(f"word{level}" in written for level in range(depth))


def test_an_empty_text_is_empty_prose() -> None:
    assert read_prose(" \n\t\n") == Prose()
    assert write_prose(Prose()) == ""


def test_the_parser_is_not_loaded_before_it_is_needed() -> None:
    program = "import sys, bidkit.domain.prose; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "Help us! And then?",
        "-5 degrees, +44 1248 000000, #hashtag, =, ~ten, | here",
        "Costs: 10 < 20 is `never`".replace("<", "or").replace("`", "'"),
    ],
)
def test_usual_signs_need_no_backslash(text: str) -> None:
    assert write_prose(Prose((paragraph(text),))) == text
