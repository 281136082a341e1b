from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.changes.words import Choice, Same, conflicts_in, merge_words, text_of

WORDS = st.sampled_from(
    ["we", "help", "50", "80", "young", "people", "in", "Leeds.", "York", "and"]
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\n\n"])
TEXTS = st.lists(st.tuples(WORDS, BLANKS), max_size=12).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
BASE = "We will help 50 young people in Leeds."


def merged(base: str, *sides: str) -> str:
    pieces = merge_words(base, tuple(sides))
    assert not conflicts_in(pieces)
    return text_of(pieces)


def test_changes_that_do_not_touch_go_together() -> None:
    one = BASE.replace("50", "80")
    two = BASE.replace("Leeds", "Leeds and York")
    assert merged(BASE, one, two) == "We will help 80 young people in Leeds and York."


def test_the_same_words_changed_twice_are_a_choice() -> None:
    pieces = merge_words(BASE, (BASE.replace("50", "80"), BASE.replace("50", "120"), BASE))
    assert pieces == (
        Same("We will help "),
        Choice("50 ", ("80 ", "120 ", "50 ")),
        Same("young people in Leeds."),
    )
    assert pieces[1].different == ("80 ", "120 ")
    assert text_of(pieces) == BASE.replace("50", "80")


def test_the_same_change_twice_is_one() -> None:
    assert merged(BASE, BASE.replace("50", "80"), BASE.replace("50", "80")) == BASE.replace(
        "50", "80"
    )


@pytest.mark.parametrize(
    ("base", "sides", "expected"),
    [
        ("a b", ["a  b", "a b c"], "a  b c"),
        ("a b", ["a\n\nb", "a   b"], "a   b"),
        ("a", ["a\n", "  a"], "  a\n"),
        ("", ["", "new"], "new"),
        ("gone", ["", "gone"], ""),
    ],
)
def test_white_space_never_conflicts(base: str, sides: list[str], expected: str) -> None:
    assert merged(base, *sides) == expected


def test_words_never_run_into_each_other() -> None:
    pieces = merge_words("a b c", ("a", "a b c d"))
    for option in pieces[-1].options if isinstance(pieces[-1], Choice) else ():
        assert (pieces[0].text if isinstance(pieces[0], Same) else "").endswith(" ") or not option


def test_a_long_text_is_merged_quickly_and_exactly() -> None:
    chance = Random(1)
    words = [f"word{chance.randrange(900)}" for _ in range(10_000)]
    ours, theirs = list(words), list(words)
    for number in range(100, 10_000, 500):
        ours[number] = f"ours{number}"
        theirs[number + 100] = f"theirs{number}"
    text = merged(" ".join(words), " ".join(ours), " ".join(theirs))
    assert text.count("ours") == text.count("theirs") == 20
    assert len(text.split()) == 10_000


@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=3))
def test_the_order_of_the_versions_does_not_matter(base: str, sides: list[str]) -> None:
    def meaning(order: tuple[str, ...]) -> list[object]:
        return [
            piece.text if isinstance(piece, Same) else (piece.was, frozenset(piece.options))
            for piece in merge_words(base, order)
        ]

    first, *rest = [meaning(order) for order in permutations(sides)]
    assert all(other == first for other in rest)


@given(TEXTS, TEXTS)
def test_one_change_alone_is_taken_as_it_is(base: str, side: str) -> None:
    assert merged(base, side, side) == side
    assert merged(base, base, side).split() == side.split()


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=3))
def test_no_word_typed_is_lost(base: str, sides: list[str]) -> None:
    pieces = merge_words(base, tuple(sides))
    shown: set[str] = set()
    for piece in pieces:
        texts = (piece.text,) if isinstance(piece, Same) else piece.options
        shown.update(word for text in texts for word in text.split())
    typed = {word for side in sides for word in side.split()} - set(base.split())
    assert typed <= shown
