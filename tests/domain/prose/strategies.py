"""Prose of every shape for the property tests, here and under ui."""

from __future__ import annotations

from hypothesis import strategies as st

from bidkit.domain.prose import (
    Block,
    Break,
    BulletList,
    Chart,
    Chip,
    Figure,
    Heading,
    Item,
    LinkedTable,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Run,
    Runs,
    Table,
    Text,
    Verbatim,
    canonical,
)

SPECIAL = "\\`*_{}[]()#+-.!|<>&~=:;\"'$%^@/,? \t"
AWKWARD = (
    "\u00a0\u00ad\u200b\u200d\u2028\u2029\u202e\ufeff\ufffc\ufffd\ufdd0\x00\x0b\x7f\x85\r\n"
    "ŵŷŴâô’“”…–—•£€\u0301\u0338\u05d0\u0627\u0644\u1100\u1161\u11a8\U0001f600\U0001f469\u212b"
)
PHRASES = (
    "1. ",
    "12)",
    "- ",
    "# ",
    "***",
    "---",
    "===",
    "```",
    "~~~",
    "    ",
    "&amp;",
    "&#32;",
    "&copy",
    '<span lang="cy">',
    "</span>",
    "![",
    "](",
    "](evidence:e1)",
    "http://a.b/c_d_e",
    "| --- |",
    "a_b_c",
    "**",
    "__",
    "snake_case_word",
    "word",
    "Siân",
    "[x]: /y",
    "<br>",
    "<!--",
    "\\",
)

characters = st.one_of(
    st.sampled_from(SPECIAL),
    st.sampled_from(AWKWARD),
    st.sampled_from("ab1"),
    st.characters(exclude_categories=()),
)
words = st.lists(st.one_of(characters, st.sampled_from(PHRASES)), max_size=12).map("".join)
links = st.one_of(
    st.just(""),
    st.sampled_from(
        ("http://a.org/", "https://b.org/x_y*z(1)?a=1&copy;=2&#3;", "mailto:a@b.c", "javascript:x")
    ),
    words.map("http://x".__add__),
)
languages = st.sampled_from(("", "", "", "cy", "en-GB", "not a tag"))
names = st.one_of(st.sampled_from(("e1", "a-2", "0f3")), words)

texts = st.builds(Text, words, st.booleans(), st.booleans(), links, languages)
plain_marks = st.builds(Text, words, st.booleans(), st.booleans())
inline: st.SearchStrategy[Run] = st.one_of(
    plain_marks, plain_marks, texts, st.builds(Chip, names), st.just(Break())
)
runs: st.SearchStrategy[Runs] = st.lists(inline, max_size=6).map(tuple)
rows = st.lists(runs, max_size=4).map(tuple)
alignments = st.lists(st.sampled_from(("", "left", "center", "right")), max_size=4).map(tuple)
leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Paragraph, runs),
    st.builds(Heading, st.integers(0, 7), runs),
    st.builds(Table, rows, st.lists(rows, max_size=3).map(tuple), alignments),
    st.builds(Figure, names, words),
    st.builds(Chart, names),
    st.builds(LinkedTable, names),
    st.builds(Verbatim, st.one_of(words, st.sampled_from(("***", "```\n```", "![v](video:1)")))),
    st.builds(Verbatim, st.lists(words, max_size=4).map(lambda lines: "```a\n" + "\n".join(lines))),
)


def _containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, several), max_size=3).map(tuple)
    starts = st.one_of(st.just(1), st.integers(-5, 10**10))
    return st.one_of(
        st.builds(BulletList, items),
        st.builds(NumberedList, items, starts),
        st.builds(Quote, several),
    )


blocks: st.SearchStrategy[Block] = st.recursive(leaves, _containers, max_leaves=10)
proses: st.SearchStrategy[Prose] = st.builds(Prose, st.lists(blocks, max_size=5).map(tuple))
canonical_proses: st.SearchStrategy[Prose] = proses.map(canonical)
foreign_texts = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(
        st.one_of(
            st.sampled_from(PHRASES),
            characters,
            st.sampled_from(("\n", "\n\n", "\n  ", "\n    ", "> ", "- ", "2. ", "|", "\t")),
        ),
        max_size=40,
    ).map("".join),
)
