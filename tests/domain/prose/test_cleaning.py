"""Pasted text: words stay, damage goes, signs become structure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.prose import (
    Prose,
    canonical,
    clean_text,
    plain_text,
    prose_from_html,
    prose_from_text,
    read_prose,
    write_prose,
)
from tests.domain.prose.strategies import foreign_texts


def test_damage_is_repaired_and_typography_kept() -> None:
    assert clean_text("co\u00adoperate \u201cwell\u201d\r\n\ufb01rst\x00 Sia\u0302n\u00a0x") == (
        "cooperate \u201cwell\u201d\nfirst Siân\u00a0x"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("• one\n• two", "- one\n- two"),
        ("·\tone\n\uf0b7 two\n-  three\n* four", "- one\n- two\n- three\n- four"),
        ("• one\no\tinner\n• two", "- one\n  - inner\n- two"),
        ("- one\n    - inner\n- two", "- one\n  - inner\n- two"),
        ("1. one\n2) two\n3. three", "1. one\n2. two\n3. three"),
        ("2024. A year\nthen", "2024\\. A year\n\nthen"),
        ("first line\nsecond line", "first line\n\nsecond line"),
        ("a\nb\n\nc", "a\\\nb\n\nc"),
        (
            "A line that was broken only because the page was\nfull goes on.",
            "A line that was broken only because the page was full goes on.",
        ),
        ("Name\tPlaces\nBangor\t12", "| Name | Places |\n| --- | --- |\n| Bangor | 12 |"),
        ("*not bold* # not a heading", "\\*not bold\\* # not a heading"),
        ("", ""),
    ],
)
def test_plain_text_becomes_blocks(text: str, written: str) -> None:
    assert write_prose(prose_from_text(text)) == written


@given(foreign_texts)
def test_no_word_of_pasted_text_is_lost(text: str) -> None:
    prose = prose_from_text(text)
    assert canonical(prose) == prose
    assert read_prose(write_prose(prose)) == prose
    kept = "".join(letter for letter in clean_text(text) if letter.isalpha())
    printed = "".join(letter for letter in plain_text(prose) if letter.isalpha())
    assert printed == kept or "o\t" in text


WORD = (
    "<html><head><style>p {color: red}</style></head><body><!--StartFragment-->"
    "<p class=MsoNormal><b>The need.</b> One <span lang=CY>Croeso</span>"
    "<span lang=EN-GB> here</span><o:p></o:p></p>"
    "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>"
    "<![endif]>First</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><!--[if !supportLists]-->"
    "<span>o<span>&nbsp; </span></span><!--[endif]-->Inner</p>"
    "<!--EndFragment--></body></html>"
)


@pytest.mark.parametrize(
    ("html", "written"),
    [
        (WORD, '**The need.** One <span lang="cy">Croeso</span> here\n\n- First\n  - Inner'),
        ("<p>a<br>b</p><p> c\n d </p>", "a\\\nb\n\nc d"),
        ("<h1>T</h1><h6>u</h6>", "# T\n\n#### u"),
        (
            "<ul><li>a<ol start=3><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>",
            "- a\n\n  3. b\n\n- c\n\n  d",
        ),
        ("<b style='font-weight:normal'><span style='font-weight:700'>x</span> y</b>", "**x** y"),
        ("<a href='https://a.org'>x</a> <a href='javascript:x'>y</a>", "[x](https://a.org) y"),
        ("<img src='https://spy.example/1.gif' alt='x'>seen<script>bad()</script>", "seen"),
        ("<span style='display:none'>hidden</span>seen", "seen"),
        (
            "<table><tr><th colspan=2>a</th></tr><tr><td rowspan=2>b</td><td>c<p>d</p></td></tr>"
            "<tr><td>e</td></tr></table>",
            "| a |  |\n| --- | --- |\n| b | c&#10;d |\n|  | e |",
        ),
        ("<blockquote>said</blockquote>after", "> said\n\nafter"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
    ],
)
def test_html_becomes_blocks(html: str, written: str) -> None:
    prose = prose_from_html(html)
    assert prose is not None
    assert write_prose(prose) == written


def test_html_that_cannot_be_looked_into_is_refused() -> None:
    assert prose_from_html("<p>x</p>" * 300_000) is None
    # Newer Pythons read this as a comment, older ones stop at it.
    assert prose_from_html("<![nonsense[x]]>") in (None, Prose(blocks=()))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                "<p> </p> <b> </b> <ul> <ol> <li> </li> </ul> <table> <tr> <td> </td> </table> "
                "<h2> </h2> <br> <i style=font-weight:bold> <a href=http://x.org> </a> <blockquote>"
                " <![if !supportLists]> <![endif]> <pre> </pre> <head> word".split()
            ),
            st.text(max_size=5),
        ),
        max_size=20,
    ).map("".join)
)
def test_any_html_becomes_canonical_prose(html: str) -> None:
    prose = prose_from_html(html)
    if prose is not None:
        assert read_prose(write_prose(prose)) == prose
