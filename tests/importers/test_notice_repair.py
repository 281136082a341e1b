"""Published text is put right where it is damaged, and never where it is a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.importers.notice.repair import repaired, repaired_line

WHOLE = """
learn return modern Eastern western concern Northern Ireland burn Blackburn Malvern turn govern
pattern barn corn popcorn intern external furniture hornet earnings warning journey Barnsley
Brno RNLI rnib Bernard cornerstone alternative international tournament returns learners
""".split()


@pytest.mark.parametrize("word", WHOLE)
def test_words_with_rn_stay_whole(word: str) -> None:
    assert repaired(word) == word
    assert (
        repaired(f"We {word} and {word}.rnrnThen {word}") == f"We {word} and {word}.\n\nThen {word}"
    )


@pytest.mark.parametrize(
    ("published", "meant"),
    [
        ("One.rnrnTwo", "One.\n\nTwo"),
        ("One:rn- a rn- b", "One:\n- a\n- b"),
        ("24 January 2025rn        Time: 12:00", "24 January 2025\nTime: 12:00"),
        ("the below linkrnto apply", "the below link\nto apply"),
        ("combines a majorrnmachine upgrade", "combines a major\nmachine upgrade"),
        ("at https://x.example/nncrnPlease note", "at https://x.example/nnc\nPlease note"),
        ("to https://x.example/HomernrnPlease", "to https://x.example/Home\n\nPlease"),
        ("we learnrnrnThen", "we learn\n\nThen"),
        ("since 2014. rn      rn      Before", "since 2014.\n\nBefore"),
        ("tn34 3rn is our postcode", "tn34 3rn is our postcode"),
        ("see www.rnib.org.uk for more", "see www.rnib.org.uk for more"),
        ("write to info@rnli.org", "write to info@rnli.org"),
        ("one\r\ntwo\\r\\nthree", "one\ntwo\nthree"),
        ("x.rnâ€¢tTenancy.rnâ€¢t12 homes at Â£9", "x.\n• Tenancy.\n• 12 homes at £9"),
        ("<p>One</p><ul><li>a</li><li>b</li></ul>", "One\n\n• a\n• b"),
        ("children <5 years & R&D", "children <5 years & R&D"),
        ("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt; &amp;amp; plain&nbsp;text", "Bold & plain text"),
        ("https://x.example?a=1&notice=2", "https://x.example?a=1&notice=2"),
        ("the Council`s `Opt In` page", "the Council's 'Opt In' page"),
        ('<a href="https://x.example/y">the page</a>', "the page (https://x.example/y)"),
        ("<script>alert(1)</script>Hello<!-- note -->", "Hello"),
        ("a\x00b\u202ec\u200bd", "abcd"),
    ],
)
def test_damage_is_put_right(published: str, meant: str) -> None:
    assert repaired(published) == meant


def test_one_line_is_one_line() -> None:
    assert repaired_line(" Day  care\nand rest ") == "Day care and rest"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_repair_settles(text: str) -> None:
    once = repaired(text)
    assert repaired(once).split() == repaired(repaired(once)).split()


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=12))
def test_undamaged_sentences_stay(words: list[str]) -> None:
    text = " ".join(words) + "."
    assert repaired(text) == text
