from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bidkit.changes.prose_merge import MergedProse, merge_prose
from bidkit.changes.words import Choice
from bidkit.domain.prose import canonical, read_prose, write_prose

BASE = """# Our work

We help 50 young people in **Leeds** each year.

- First thing we do
- Second thing we do

| Area | Hours |
| --- | --- |
| Leeds | 12 |
| York | 8 |"""


def tidy(text: str) -> str:
    return write_prose(canonical(read_prose(text)))


def merged(*sides: str, base: str = BASE) -> MergedProse:
    return merge_prose(tidy(base), tuple(tidy(side) for side in sides))


def test_blocks_items_rows_and_words_merge() -> None:
    one = BASE.replace("50", "80").replace("- Second", "- Added\n- Second").replace("12", "14")
    two = (
        BASE.replace("each year", "every year").replace("First", "The first").replace("8 |", "9 |")
    )
    both = BASE.replace("50", "80").replace("each", "every").replace("First", "The first")
    both = both.replace("- Second", "- Added\n- Second").replace("12", "14").replace("8 |", "9 |")
    result = merged(one, two)
    assert (result.text, result.undecided) == (tidy(both), False)


def test_marks_survive_words_changed_beside_them() -> None:
    one = BASE.replace("**Leeds**", "**Leeds and *York***")
    two = BASE.replace("We help", "We will help")
    result = merged(one, two)
    assert result.text == tidy(one.replace("We help", "We will help"))


def test_marking_the_same_words_differently_is_not_a_conflict() -> None:
    one = BASE.replace("50", "**50**")
    two = BASE.replace("50", "***50***")
    result = merged(one, two)
    assert (result.text, result.undecided) == (tidy(two), False)


def test_paragraphs_added_at_one_spot_are_both_kept() -> None:
    one = BASE.replace("- First", "Ann adds this.\n\n- First")
    two = BASE.replace("- First", "Bob adds that.\n\n- First")
    result = merged(one, two)
    assert not result.undecided
    assert result.text == merged(two, one).text
    assert "Ann adds this." in result.text
    assert "Bob adds that." in result.text


def test_a_deleted_paragraph_that_another_edits_is_undecided() -> None:
    one = BASE.replace("We help 50 young people in **Leeds** each year.\n\n", "")
    two = BASE.replace("50", "80")
    result = merged(one, two)
    assert result.undecided
    assert "80" in result.text


def test_columns_changed_beside_rows_are_undecided() -> None:
    wide = BASE.replace(
        "| Area | Hours |\n| --- | --- |", "| Area | Hours | Cost |\n| --- | --- | --- |"
    )
    rows = BASE.replace("12", "14")
    result = merged(wide, rows)
    assert result.undecided
    choice = next(piece for piece in result.pieces if isinstance(piece, Choice))
    assert any("Cost" in option for option in choice.options)
    assert any("14" in option for option in choice.options)


def test_what_is_not_known_is_kept() -> None:
    odd = "```\ncode of theirs\n```\n\nA paragraph."
    result = merged(
        odd.replace("A paragraph", "One paragraph"), odd.replace("graph.", "graph now."), base=odd
    )
    assert "code of theirs" in result.text
    assert "One" in result.text


BLOCKS = st.sampled_from(
    ["One two three.", "Four five six.", "- item a\n- item b", "## A heading", "Seven **eight**."]
)
TEXTS = st.lists(BLOCKS, max_size=5).map("\n\n".join).map(tidy)


@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=3))
def test_any_order_of_versions_gives_the_same_text_and_loses_nothing(
    base: str, sides: list[str]
) -> None:
    first = merge_prose(base, tuple(sorted(sides)))
    for order in permutations(sides):
        other = merge_prose(base, order)
        assert other.undecided == first.undecided
        if not first.undecided:
            assert other.text == first.text
    assert tidy(first.text) == first.text
    shown = first.text + " ".join(
        option for piece in first.pieces if isinstance(piece, Choice) for option in piece.options
    )
    for side in sides:
        for word in set(side.split()) - set(base.split()):
            assert word.replace("*", "").strip("#-") in shown.replace("*", "")
